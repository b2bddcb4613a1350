"""The fields of a printed form, as readers of PDF expect them (ISO 32000-1, 12.7).

WeasyPrint writes the fields; what is fixed here it leaves undone: a choice lists its circles twice, no state is named
after its option, places are upside down, and the size of the type follows the size of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from coursewright.worksheets.pen import OF

TYPE_SIZE = 10
"""Points of what is typed in. A fixed size: with an automatic one, viewers show one answer tiny and the next huge."""
LINE_HEIGHT = 15
"""Points of a field of one line, at the foot of its place, where the rule is."""

_MULTILINE = 1 << 12
_FONT = re.compile(rb"/([^\s/]+)\s+[\d.]+\s+Tf")


def fix_form(pdf: Pdf) -> None:
    """Fix the fields of a document that has any."""
    if "/AcroForm" not in pdf.Root:
        return
    form = pdf.Root.AcroForm
    fields: dict[tuple[int, int], Object] = {}
    groups: dict[tuple[int, int], list[Object]] = {}
    for page in pdf.pages:
        for widget in _widgets(page):
            widget.Rect = _upright(widget.Rect)
            if "/Parent" in widget:
                fields[widget.Parent.objgen] = widget.Parent
                groups.setdefault(widget.Parent.objgen, []).append(widget)
                continue
            fields[widget.objgen] = widget
            if Name.Tx == widget.FT:
                _fix_text(widget)
            else:
                _name_state(widget, "Yes")
                widget.V = Name.Off
    for place, circles in groups.items():
        _fix_choice(fields[place], circles)
    form.Fields = Array(list(fields.values()))
    # Poppler draws ticks anew with this font, which every reader has (ISO 32000-1, 9.6.2.2).
    form.DR.Font.ZaDb = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)
    texts = [field for field in fields.values() if Name.Tx == field.FT]
    if texts:
        form.DA = texts[0].DA


def _widgets(page: pikepdf.Page) -> Iterator[Object]:
    for annotation in page.obj.get("/Annots", []):
        if annotation.get("/Subtype") == Name.Widget:
            yield annotation


def _upright(rectangle: Object) -> Array:
    left, top, right, bottom = (float(each) for each in rectangle)
    places = (min(left, right), min(top, bottom), max(left, right), max(top, bottom))
    return Array([round(place, 3) for place in places])


def _fix_text(field: Object) -> None:
    font = _FONT.search(bytes(field.DA))
    assert font
    field.V = String("")  # WeasyPrint takes the space that keeps an element open for an answer
    field.DA = String(f"0 g /{font[1].decode()} {TYPE_SIZE} Tf")
    if not int(field.get("/Ff", 0)) & _MULTILINE:
        # MuPDF 1.28 shows the text of a one-line field too low; as a field of several lines of which there is room for
        # one, every reader shows it alike.
        field.Ff = _MULTILINE
        left, bottom, right, top = (float(each) for each in field.Rect)
        field.Rect = Array([left, bottom, right, min(top, bottom + LINE_HEIGHT)])


def _fix_choice(group: Object, circles: list[Object]) -> None:
    """A choice of one: each circle a state of its own, named after its place; none of them chosen."""
    group.Kids = Array(circles)
    for number, circle in enumerate(circles):
        _name_state(circle, str(number))
        if "/T" in circle:
            del circle.T
    group.V = Name.Off
    titles = [str(circle.get("/TU", "")) for circle in circles]
    asked = titles[0]
    while asked and not all(title.startswith(asked + OF) for title in titles):
        asked = asked.rpartition(OF)[0]
    if asked:
        group.TU = String(asked)


def _name_state(widget: Object, state: str) -> None:
    """Name the state in which a box or circle is on. It is off."""
    on = next(iter(widget.AP.N.values()))
    widget.AP = Dictionary(N=Dictionary({f"/{state}": on}))
    widget.AS = Name.Off
