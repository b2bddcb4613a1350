"""What is too long for a line or for a page goes on in the next one, and nothing of it is lost."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from coursewright.build import CourseBuild
from coursewright.keys import PaperKeys
from coursewright.sheet import SheetForm
from coursewright.values import LONGEST_TITLE
from coursewright.worksheets.grid import Grid
from tests.engine.pages import markdown_with
from tests.engine.paper.measuring import ABOUT, FOOT, HEAD, Area, Sight, fields, sights
from tests.engine.paper.pdfium import texts
from tests.engine.paper.printing import WORKSHOP, Job, Printed, job, new_course
from tests.engine.paper.tree import words
from tests.engine.site.building import read

PAPERS = ["a4", "letter"]
MARGIN = 15


@pytest.fixture(params=PAPERS)
def paper(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("form", ["blank", "fillable", "facilitator"])
def test_a_long_table_repeats_its_head_and_splits_no_row(workshop: Printed, paper: str, form: SheetForm) -> None:
    file = workshop.sheet("sixty-rows", form, paper)
    pages = sights(file)
    assert len(pages) >= 3
    assert words(file).count("FIRSTCOLUMN Seen LASTCOLUMN") == len(pages)
    rows = 0
    for page in pages:
        (table,) = page.tables()
        head, *body = table
        assert text_in(page, head._replace(right=page.width)) == "FIRSTCOLUMNSeenLASTCOLUMN"
        assert all(row.height == pytest.approx(12, abs=ABOUT) for row in body)
        assert [columns_of(page, row) for row in table] == [4] * len(table)
        rows += len(body)
    assert rows == 60


def test_no_sheet_has_an_empty_page(workshop: Printed) -> None:
    for each, file in workshop.sheets():
        between = texts(file, Area(0, HEAD, each.paper.width, each.paper.height - FOOT))
        assert [number for number, text in enumerate(between, 1) if not text] == [], each.path


def test_a_sheet_that_fills_its_page_to_the_last_millimetre_has_no_empty_page(tmp_path: Path) -> None:
    heights = range(222, 240, 2)
    sheets = {f"high-{height}": f"\n| A box ____ | {{ height: {height} }}" for height in heights}
    printing = job(new_course(tmp_path / "docs", **sheets), tmp_path / "cache", "learner")
    pages = {name: sights(printing.one(f"worksheets/m/{name}/sheet_a4.pdf").file) for name in sheets}
    assert {len(seen) for seen in pages.values()} == {1, 2}
    assert [name for name, seen in pages.items() if any(map(is_empty, seen))] == []


def is_empty(page: Sight) -> bool:
    """Whether there is nothing on a page but head and foot."""
    return not any(letter.text.strip() for letter in page.body) and not page.across


def text_in(page: Sight, area: Area) -> str:
    return "".join(letter.text for letter in page.letters if area.holds(letter.area)).replace(" ", "")


def columns_of(page: Sight, row: Area) -> int:
    """How many lines from top to bottom a row has, each as high as the row."""
    inside = [line for line in page.down if abs(line.top - row.top) < ABOUT and abs(line.bottom - row.bottom) < ABOUT]
    assert inside[-1].right < page.width - MARGIN
    return len(inside)


def test_no_field_of_a_long_table_is_split(workshop: Printed, paper: str) -> None:
    file = workshop.sheet("sixty-rows", "fillable", paper)
    found = Counter(str(widget.get("/T", "")).partition("_")[2] for _, widget, area in fields(file) if area.height > 10)
    assert {f"{column}-{row}" for column in ("firstcolumn", "lastcolumn") for row in range(1, 61)} == set(found)
    assert set(found.values()) == {1}


@pytest.mark.parametrize("form", ["blank", "fillable"])
@pytest.mark.parametrize("place", ["BLANK", "BOX", "TICK", "HEAD"])
def test_every_word_of_a_long_label_is_printed(workshop: Printed, paper: str, form: SheetForm, place: str) -> None:
    source = (WORKSHOP / "lessons/paper/long.md").read_text(encoding="utf-8")
    (label,) = re.findall(rf"{place}START .*? {place}END", source)
    assert len(label.split()) >= 80
    assert label in words(workshop.sheet("long-labels", form, paper))


def test_a_blank_behind_a_long_label_still_has_room(workshop: Printed, paper: str) -> None:
    blanks = [rule for rule in sights(workshop.sheet("long-labels", paper=paper))[0].rules if rule.width < 178]
    assert max(rule.width for rule in blanks) > 60


def test_a_long_address_and_long_code_go_on_in_the_next_line(workshop: Printed, paper: str) -> None:
    for form in ("blank", "fillable"):
        file = workshop.sheet("letters", form, paper)
        printed = "".join(texts(file)).replace(" ", "")
        assert "without-a-space/in-it.html" in printed
        for page in sights(file):
            right = page.width - MARGIN
            assert "".join(letter.text for letter in page.letters if letter.area.right > right).strip() == ""


def test_the_whole_of_a_long_line_of_code_is_printed(workshop: Printed, paper: str) -> None:
    """Beyond the edge of the paper there are letters in the file, too: what counts is that they stand on the page."""
    pages = sights(workshop.sheet("letters", paper=paper))
    seen = "".join(letter.text for page in pages for letter in page.letters if letter.area.right < page.width)
    assert "ENDOFCODE" in seen.replace(" ", "")


WORD = "Donaudampfschifffahrt" * 8
"""A word that no line has room for."""
PLACES = {
    "title": "    purpose: x",
    "purpose": f"    purpose: {WORD}",
    "group": f"    group: {WORD}",
    "paragraph": f"\n{WORD}",
    "list": f"\n- {WORD}",
    "label": f"\n{WORD}:\n____",
    "blank": f"\n{WORD}: ____",
    "second-blank": f"\nName: ____   {WORD}: ____",
    "behind-a-blank": f"\nName: ____ {WORD}",
    "tick": f"\n[ ] {WORD}",
    "tick-with-blank": f"\n[ ] {WORD}: ____",
    "choice": f"\n{WORD}: ( ) one ( ) two",
    "option": f"\nWhich? ( ) one ( ) {WORD}",
    "scale": f"\n{WORD}: low (1) (2) high",
    "end-of-scale": f"\nHow? {WORD} (1) (2) high",
    "head": f"\nRows:\n\n| One | {WORD} |\n|---|---|\n| | |",
    "cell": f"\nRows:\n\n| One | Two |\n|---|---|\n| {WORD} | |",
    "option-in-a-cell": f"\nRows:\n\n| One | Two |\n|---|---|\n| | ( ) one ( ) {WORD} |",
    "tick-in-a-cell": f"\nRows:\n\n| One | Two |\n|---|---|\n| | [ ] {WORD} |",
    "canvas": f"\n| {WORD} ____ | Two ____ |",
    "sum": f"\nHow? low (1) (2) high\n\n{WORD}: = ____ of 2",
    "signature": f"\n{WORD}: x____",
    "example": f"\nWords:\n____\n\n/// example\n{WORD}\n///",
    "quotation": f"\n> {WORD}",
    "code": f"\n`{WORD}`",
}
"""Where such a word may stand on a sheet: the text of the sheet."""


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Job:
    """A course with a sheet for each place."""
    folder = tmp_path_factory.mktemp("wide")
    sheets = {name: f"{text}\n\nWords:\n____" for name, text in PLACES.items()}
    docs = new_course(folder / "docs", **sheets)
    title = docs / "lessons/m/title.md"
    title.write_text(title.read_text(encoding="utf-8").replace("Sheet title", WORD), encoding="utf-8")
    return job(docs, folder / "cache", "learner")


@pytest.mark.parametrize("place", PLACES)
def test_a_word_that_is_longer_than_a_line_goes_on_in_the_next_one(wide: Job, place: str) -> None:
    for form in ("", "_fillable"):
        (page,) = sights(wide.one(f"worksheets/m/{place}/sheet_a4{form}.pdf").file)
        printed = [
            letter for letter in page.letters if letter.area.left > MARGIN and letter.area.right < page.width - MARGIN
        ]
        assert WORD in "".join(letter.text for letter in printed).replace(" ", "")
        assert [line for line in page.down if line.right > page.width - MARGIN] == []
    assert wide.problems == []


def test_the_longest_titles_and_a_long_address_stay_on_the_page(tmp_path: Path) -> None:
    docs = new_course(tmp_path / "docs", one="\nWords:\n____")
    title = ("A title that goes on " * 9)[:LONGEST_TITLE].strip()
    for path, old in (("course.yml", "title: Course"), ("lessons/m/one.md", "title: Lesson one")):
        text = (docs / path).read_text(encoding="utf-8")
        (docs / path).write_text(text.replace(old, f"title: {title}").replace("Sheet one", title), encoding="utf-8")
    build = CourseBuild(docs, "docs", "trainer", "en", PaperKeys())
    address = "https://courses.example/" + "a-folder-with-a-long-name/" * 4
    edition = build.paper_edition(
        markdown_with, lambda path: address + path.replace(".md", ".html"), tmp_path / "cache"
    )
    for path in ("worksheets/m/one/sheet_a4.pdf", "facilitator/m_worksheets_facilitator_letter.pdf"):
        printed_file = edition.print_one(path, build.problems, build.place_of)
        assert printed_file
        for page in sights(printed_file.file):
            paper = Area(MARGIN - 1, 4, page.width - MARGIN + 1, page.height - 4)
            assert [letter.text for letter in page.letters if not paper.holds(letter.area)] == [], path


def test_the_course_has_what_is_looked_at_here() -> None:
    sheets = {sheet.name: sheet for lesson in read(WORKSHOP).lessons for sheet in lesson.worksheets}
    (grid,) = (part for part in sheets["sixty-rows"].parts if isinstance(part, Grid))
    assert len(grid.rows) == 60
