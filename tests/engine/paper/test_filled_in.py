"""Sheets filled in on a screen, as the engines of the common readers show them: Poppler, PDFium and MuPDF."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Name, String
from PIL import Image, ImageChops, ImageOps

from tests.engine.paper.measuring import MM, Area, fields
from tests.engine.paper.pdfium import pictures
from tests.engine.paper.printing import Printed
from tests.engine.paper.tree import name_of

DOTS = 6
"""Dots in a millimetre of what is rendered."""
WORDS = {
    "name": "Zofia Żółć",
    "role": "où, déjà",
    "went-well": "Œuvre, é, łódź ✓",
    "other--2": "źródło é ✓",
    "my-total": "12",
    "my-proof-payroll": "A plan",
    "my-proof-2": "Zażółć",
    "who-we-serve": "Everyone, £ € ½",
    "signed": "Zofia Żółć",
}
CHOSEN = {
    "who-noticed": 1,
    "how-sure-am-i": 4,
    "serve-someone-myself": 2,
    "could-i-prove-it-2": 0,
    "how-well-payroll": 2,
}
TICKED = ("ask-before-i-start", "other", "seen-3")
LONG = "Two people asked me how I had planned the late shift, and one of them copied it word by word. " * 3
WESTERN = "zźé✓"
MISSING = "\ue123"
"""A character that no font has."""


def poppler(file: Path) -> list[Image.Image]:
    prefix = file.with_suffix("")
    command = ["pdftoppm", "-gray", "-r", str(DOTS * 25.4), str(file), str(prefix)]
    subprocess.run(command, check=True, capture_output=True)
    return [grey(Image.open(page)) for page in sorted(prefix.parent.glob(f"{prefix.name}-*.pgm"))]


def pdfium(file: Path) -> list[Image.Image]:
    return [grey(page) for page in pictures(file, DOTS)]


def mupdf(file: Path) -> list[Image.Image]:
    reader: Any = pymupdf  # its functions have no types
    pages = []
    with reader.open(file) as pdf:
        for page in pdf:
            dots = page.get_pixmap(matrix=reader.Matrix(DOTS / MM, DOTS / MM), annots=True)
            pages.append(grey(Image.frombytes("RGB", (dots.width, dots.height), dots.samples)))
    return pages


def grey(picture: Image.Image) -> Image.Image:
    picture.load()
    return picture.convert("L")


ENGINES: dict[str, Callable[[Path], list[Image.Image]]] = {"poppler": poppler, "pdfium": pdfium, "mupdf": mupdf}


def fill(
    source: Path, target: Path, words: Mapping[str, str], chosen: Mapping[str, int], ticked: tuple[str, ...]
) -> Path:
    """Fill in a sheet as a reader saves it: values, states, and no pictures of its own for what is typed."""
    with pikepdf.open(source) as pdf:
        by_name: dict[str, Any] = {str(each.T).partition("_")[2]: each for each in pdf.Root.AcroForm.Fields}
        for name, text in words.items():
            by_name[name].V = String(text)
        for name, place in chosen.items():
            circle = by_name[name].Kids[place]
            circle.AS = by_name[name].V = next(Name(state) for state in circle.AP.N if state != "/Off")
        for name in ticked:
            by_name[name].AS = by_name[name].V = Name.Yes
        pdf.save(target)
    return target


def ink(picture: Image.Image, area: Area) -> int:
    """The darkness in an area, in dots."""
    dark = ImageOps.invert(seen_in(picture, area))
    return sum(value * count for value, count in enumerate(dark.histogram())) // 255


def seen_in(picture: Image.Image, area: Area) -> Image.Image:
    return picture.crop(box_of(area))


def box_of(area: Area) -> tuple[int, int, int, int]:
    """An area in dots."""
    left, top, right, bottom = (round(side * DOTS) for side in area)
    return left, top, right, bottom


def inner(area: Area) -> Area:
    """An area without its border, be it a rectangle or a circle."""
    edge = 1 if area.width < 5 else 0.4
    return Area(area.left + edge, area.top + edge, area.right - edge, area.bottom - edge)


Rendered = dict[str, dict[str, list[Image.Image]]]
"""Pages by engine and by what is filled in."""


@pytest.fixture(scope="module")
def rendered(workshop: Printed, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """The sheet with every part, empty and filled in, by each engine."""
    folder, source = tmp_path_factory.mktemp("filled"), workshop.sheet("every-part", "fillable")
    files = {
        "empty": fill(source, folder / "empty.pdf", {}, {}, ()),
        "filled": fill(source, folder / "filled.pdf", WORDS, CHOSEN, TICKED),
        "long": fill(source, folder / "long.pdf", {"went-well": LONG, "my-proof-3": LONG}, {}, ()),
    }
    return {name: {what: engine(file) for what, file in files.items()} for name, engine in ENGINES.items()}


@pytest.fixture(scope="module")
def places(workshop: Printed) -> dict[str, list[tuple[int, Area]]]:
    """The page and the area of each field; of a choice, those of its circles."""
    found: dict[str, list[tuple[int, Area]]] = {}
    for page, widget, area in fields(workshop.sheet("every-part", "fillable")):
        found.setdefault(name_of(widget).partition("_")[2], []).append((page, area))
    return found


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


Places = dict[str, list[tuple[int, Area]]]


def test_every_answer_is_shown_in_its_field(rendered: Rendered, places: Places, engine: str) -> None:
    empty, filled = rendered[engine]["empty"], rendered[engine]["filled"]
    wanted = dict.fromkeys((*WORDS, *TICKED), 0) | CHOSEN
    for name, place in wanted.items():
        page, area = places[name][place]
        assert ink(empty[page], inner(area)) == 0, name
        assert ink(filled[page], inner(area)) > 20, name


def test_no_other_field_shows_anything(rendered: Rendered, places: Places, engine: str) -> None:
    filled = rendered[engine]["filled"]
    wanted = {(name, 0) for name in (*WORDS, *TICKED)} | set(CHOSEN.items())
    others = [
        (name, number)
        for name, areas in places.items()
        for number, (page, area) in enumerate(areas)
        if (name, number) not in wanted and ink(filled[page], inner(area))
    ]
    assert others == []


def test_answers_change_nothing_outside_of_their_fields(rendered: Rendered, places: Places, engine: str) -> None:
    for what in ("filled", "long"):
        for number, (empty, filled) in enumerate(zip(rendered[engine]["empty"], rendered[engine][what], strict=True)):
            difference = ImageChops.difference(empty, filled)
            for page, area in (place for areas in places.values() for place in areas):
                if page == number:
                    left, top, right, bottom = box_of(area)
                    difference.paste(0, (left - 1, top - 1, right + 1, bottom + 1))
            assert difference.getbbox() is None, what


def test_long_answers_go_on_in_the_next_line(rendered: Rendered, places: Places, engine: str) -> None:
    for name, lines in (("went-well", 4), ("my-proof-3", 2)):
        page, area = places[name][0]
        seen = rendered[engine]["long"][page]
        high = 4.3
        shown = [
            ink(
                seen,
                Area(area.left + 0.4, area.top + 0.4 + line * high, area.right - 0.4, area.top + (line + 1) * high),
            )
            for line in range(lines)
        ]
        assert min(shown) > 100, f"{name}: {shown}"


@pytest.mark.parametrize("alphabet", [WESTERN, "ωάΛ", "ЖщЫ", "“„–…"], ids=["Latin", "Greek", "Cyrillic", "signs"])
def test_each_letter_looks_like_itself_and_not_like_one_that_is_missing(
    workshop: Printed, places: Places, tmp_path: Path, engine: str, alphabet: str
) -> None:
    if engine == "pdfium" and not set(alphabet) <= set(WESTERN):
        # By its own choice (a font for each character set), whatever font the field names and holds.
        pytest.skip("PDFium takes the letters of other alphabets from fonts of the system")
    shown: dict[tuple[str, str], bytes] = {}
    for letter in alphabet + MISSING:
        words = {"name": letter, "went-well": letter * 2, "my-total": letter * 3}
        file = fill(workshop.sheet("every-part", "fillable"), tmp_path / f"{ord(letter):x}.pdf", words, {}, ())
        page = ENGINES[engine](file)[0]
        for name in words:
            area = inner(places[name][0][1])
            assert letter == MISSING or ink(page, area) > 3, f"{letter} in {name}"
            shown[name, letter] = seen_in(page, area).tobytes()
    for name in ("name", "went-well", "my-total"):
        assert len({seen for (where, _), seen in shown.items() if where == name}) == len(alphabet) + 1


def test_a_circle_takes_the_place_of_another(workshop: Printed, places: Places, tmp_path: Path, engine: str) -> None:
    first = fill(workshop.sheet("every-part", "fillable"), tmp_path / "first.pdf", {}, {"who-noticed": 0}, ())
    with pikepdf.open(first) as pdf:
        (choice,) = (each for each in pdf.Root.AcroForm.Fields if str(each.T) == "every-part_who-noticed")
        assert isinstance(choice.Kids, Array)
        assert [str(circle.AS) for circle in choice.Kids] == ["/0", "/Off", "/Off"]
    pictures = ENGINES[engine](first)
    assert [ink(pictures[page], inner(area)) > 20 for page, area in places["who-noticed"]] == [True, False, False]
