"""The fields of a PDF to fill in on a screen: which there are, what they are called, how they hang together."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Name, Object, Pdf

from coursewright.print_jobs import PrintJob
from coursewright.sheet import Field
from coursewright.worksheets.circles import Circles
from coursewright.worksheets.grid import Grid
from coursewright.worksheets.rating import Rating
from coursewright.worksheets.scale import Scale
from tests.engine.paper.measuring import fields
from tests.engine.paper.printing import Job, Printed, job, new_course
from tests.engine.paper.tree import name_of, short_name, structure, widgets

ALPHABETS = "Zażółć gęślą jaźń; Œuvre à côté, où; Ελλάδα, ΐώ; Съешь ещё этих; ✓ ✗ – „so“ « ainsi » 1 €"
MULTILINE = 1 << 12
RADIO = 1 << 15
PUSH_BUTTON = 1 << 16
TYPE_SIZE = 10


def fillable(workshop: Printed) -> Iterator[tuple[PrintJob, Pdf]]:
    """The files to fill in."""
    for each, file in workshop.sheets("fillable"):
        with pikepdf.open(file) as pdf:
            yield each, pdf


def asked_for(each: PrintJob) -> list[Field]:
    """The fields of a sheet, in the order of its source."""
    return [field for part in each.sheets[0].sheet.parts for field in part.fields()]


def test_every_field_of_a_sheet_is_a_field_of_its_pdf(workshop: Printed) -> None:
    for each, pdf in fillable(workshop):
        sheet = each.sheets[0].sheet.name
        wanted = [f"{sheet}_{field.name}" for field in asked_for(each)]
        assert [str(field.T) for field in pdf.Root.AcroForm.Fields] == wanted, each.path


def test_there_are_fields_of_every_kind(workshop: Printed) -> None:
    names = {field.name for field in asked_for(workshop.sheets("fillable")[0][0])}
    assert {"name", "went-well", "other", "other--2", "who-noticed", "how-sure-am-i", "thank-someone-by-name"} < names
    assert {"my-total", "signed", "date-of-the-talk", "seen-payroll", "my-proof-2", "who-we-serve"} < names


def test_names_are_plain_and_each_is_there_once(workshop: Printed) -> None:
    for each, pdf in fillable(workshop):
        names = [str(field.T) for field in pdf.Root.AcroForm.Fields]
        assert len(set(names)) == len(names), each.path
        assert [name for name in names if not re.fullmatch(r"[\w-]+", name)] == [], each.path


def test_every_field_says_what_it_asks(workshop: Printed) -> None:
    for each, pdf in fillable(workshop):
        titles = [str(widget.get("/TU", "")) for widget in widgets(pdf)]
        assert all(title.strip(" –") for title in titles), each.path
        groups = [str(field.get("/TU", "")) for field in pdf.Root.AcroForm.Fields]
        assert all(groups), each.path


def test_titles_name_question_and_answer(workshop: Printed) -> None:
    with pikepdf.open(workshop.sheet("every-part", "fillable")) as pdf:
        titles: dict[str, list[str]] = {}
        for widget in widgets(pdf):
            titles.setdefault(short_name(widget), []).append(str(widget.TU))
    assert titles["went-well"] == ["What went well"]
    assert titles["who-noticed"] == [f"Who noticed? – {who}" for who in ("nobody", "one person", "several people")]
    assert titles["how-sure-am-i"] == [f"How sure am I? – {number}" for number in range(1, 6)]
    assert titles["serve-someone-myself"] == [
        f"serve someone myself – {often}" for often in ("1 never", "2", "3", "4 often")
    ]
    assert titles["my-total"] == ["My total (sum)"]
    assert titles["signed"] == ["Signed (signature)"]
    assert titles["could-i-prove-it-payroll"] == [f"Could I prove it?, payroll – {answer}" for answer in ("yes", "no")]
    assert titles["how-well-payroll"] == [f"How well, payroll – {number}" for number in range(1, 4)]
    assert titles["seen-payroll"] == ["Seen, payroll"]
    assert titles["my-proof-payroll"] == ["My proof, payroll"]
    assert titles["my-proof-3"] == ["My proof, 3"]
    assert titles["never"] == ["Never"]


def test_what_a_field_asks_is_told_to_those_who_listen(workshop: Printed) -> None:
    for each, pdf in fillable(workshop):
        told = [node.said for node in structure(pdf).walk() if node.kind == "Widget"]
        assert told == [str(widget.TU) for widget in widgets(pdf)], each.path


def test_fields_follow_one_another_as_they_do_on_the_page(workshop: Printed) -> None:
    for each, pdf in fillable(workshop):
        inside = [node for node in structure(pdf).walk() if node.kind == "Form"]
        assert all([child.kind for child in form.children] == ["Widget"] for form in inside), each.path
        order = list(dict.fromkeys(name_of(widget) for widget in widgets(pdf)))
        assert order == [str(field.T) for field in pdf.Root.AcroForm.Fields], each.path
        pages = [page for page, _, _ in fields(workshop.file(each.path))]
        assert pages == sorted(pages)


def test_a_circle_excludes_the_others_of_its_choice(workshop: Printed) -> None:
    for each, pdf in fillable(workshop):
        choices = [field for field in pdf.Root.AcroForm.Fields if Name.Btn == field.FT and "/Kids" in field]
        sizes = {str(choice.T).partition("_")[2]: len(choice.Kids) for choice in choices}
        assert sizes == circles_of(each), each.path
        for choice in choices:
            assert int(choice.Ff) & RADIO
            assert not int(choice.Ff) & PUSH_BUTTON
            states = [state_of(circle) for circle in choice.Kids]
            assert len(set(states)) == len(states) > 1
            assert all(circle.Parent.objgen == choice.objgen for circle in choice.Kids)
            assert not any("/T" in circle for circle in choice.Kids)


def circles_of(each: PrintJob) -> dict[str, int]:
    """How many circles each choice of a sheet has."""
    found: dict[str, int] = {}
    for part in each.sheets[0].sheet.parts:
        entries = [cell.entry for row in part.rows for cell in row.cells] if isinstance(part, Grid) else [part]
        for entry in entries:
            if isinstance(entry, Circles):
                found[entry.name] = len(entry.options)
            elif isinstance(entry, Scale):
                found[entry.name] = len(entry.numbers)
            elif isinstance(entry, Rating):
                found[entry.name] = found.get(entry.name, 0) + 1
    return found


def state_of(widget: Object) -> str:
    """The name of the state in which a box or circle is on."""
    (on,) = (name for name in widget.AP.N if name != "/Off")
    return str(on)


def test_boxes_are_ticked_one_by_one(workshop: Printed) -> None:
    with pikepdf.open(workshop.sheet("every-part", "fillable")) as pdf:
        boxes = [field for field in pdf.Root.AcroForm.Fields if Name.Btn == field.FT and "/Kids" not in field]
        assert [short_name(box) for box in boxes] == [
            "ask-before-i-start",
            "other",
            "seen-payroll",
            "seen-2",
            "seen-3",
            "seen-4",
        ]
        for box in boxes:
            assert not int(box.get("/Ff", 0)) & (RADIO | PUSH_BUTTON)
            assert state_of(box) == "/Yes"


def test_nothing_is_chosen_or_written_yet(workshop: Printed) -> None:
    for each, pdf in fillable(workshop):
        for field in pdf.Root.AcroForm.Fields:
            nothing = "" if Name.Tx == field.FT else "/Off"
            assert str(field.V) == nothing, f"{each.path} {field.T}"
        for widget in widgets(pdf):
            assert str(widget.get("/AS", "/Off")) == "/Off"


def test_fields_are_listed_once_and_stand_on_their_page(workshop: Printed) -> None:
    for each, pdf in fillable(workshop):
        listed = [field.objgen for field in pdf.Root.AcroForm.Fields]
        assert len(set(listed)) == len(listed), each.path
        for page in pdf.pages:
            for widget in (note for note in page.obj.get("/Annots", []) if note.Subtype == Name.Widget):
                assert widget.P.objgen == page.obj.objgen
                assert widget.get("/Parent", widget).objgen in listed
                assert int(widget.F) == 4, "it prints, and is not hidden"


def test_what_is_typed_goes_on_over_lines_in_type_of_one_size(workshop: Printed) -> None:
    for each, pdf in fillable(workshop):
        form = pdf.Root.AcroForm
        texts = [field for field in form.Fields if Name.Tx == field.FT]
        assert texts
        assert {int(field.Ff) & MULTILINE for field in texts} == {MULTILINE}, each.path
        assert all(re.fullmatch(rf"0 g /(\S+) {TYPE_SIZE} Tf", str(field.DA)) for field in [*texts, form]), each.path
        assert {str(field.DA).split()[2] for field in texts} <= set(form.DR.Font.keys()), each.path
        assert form.NeedAppearances


def test_the_font_of_what_is_typed_has_every_letter(workshop: Printed) -> None:
    for each, pdf in fillable(workshop):
        form = pdf.Root.AcroForm
        font = form.DR.Font[str(form.DA).split()[2]]
        drawn = letters_of(font)
        assert [letter for letter in ALPHABETS if letter not in drawn] == [], each.path


def letters_of(font: Object) -> set[str]:
    """The letters that an embedded font can draw: those that a reader can find in it, and that have an outline."""
    inner = font.DescendantFonts[0]
    assert font.Encoding == Name("/Identity-H")
    embedded = TTFont(io.BytesIO(inner.FontDescriptor.FontFile2.read_bytes()))
    names = embedded.getGlyphOrder()
    found = set()
    for code, letter in unicode_of(font.ToUnicode.read_bytes().decode("latin-1")).items():
        if letter.isspace() or embedded["glyf"][names[code]].numberOfContours:
            found.add(letter)
    return found


def unicode_of(mapping: str) -> dict[int, str]:
    """The letter of each glyph, as a font tells them (ISO 32000-1, 9.10.3)."""
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", mapping, re.DOTALL):
        for code, letter in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
            found[int(code, 16)] = bytes.fromhex(letter).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", mapping, re.DOTALL):
        for first, last, letter in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = chr(int(letter, 16) + step)
    return found


def test_what_is_printed_by_hand_has_no_fields(workshop: Printed) -> None:
    for each in workshop.print_jobs:
        if each.form != "fillable":
            with pikepdf.open(workshop.file(each.path)) as pdf:
                assert "/AcroForm" not in pdf.Root, each.path
                assert list(widgets(pdf)) == [], each.path


@pytest.mark.parametrize("form", ["", "_fillable"])
def test_text_that_is_drawn_with_inputs_brings_no_fields(tmp_path: Path, form: str) -> None:
    tabs = '=== "One"\n\n    First.\n\n=== "Two"\n\n    Second.\n\nWords:\n____'
    printed = tabbed(tmp_path, tabs).one(f"worksheets/m/tabs/sheet_a4{form}.pdf")
    with pikepdf.open(printed.file) as pdf:
        assert [name_of(widget) for widget in widgets(pdf)] == (["sheet_words"] if form else [])


def tabbed(folder: Path, text: str) -> Job:
    return job(new_course(folder / "docs", tabs=f"\n{text}"), folder / "cache", "learner")
