"""Sizes and distances on paper, by hand and by eye: half a millimetre more or less is all that is forgiven."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from coursewright.paper.edition import STANDARD_TEXT
from coursewright.print_jobs import A4, LETTER
from coursewright.worksheets.canvas import Canvas
from coursewright.worksheets.grid import Grid
from coursewright.worksheets.writing import WritingBox
from tests.engine.paper.measuring import ABOUT, MM, Area, Sight, blocks_of_lines, fields, sights
from tests.engine.paper.printing import LARGE_PRINT, Job, Printed

PAPERS = ["a4", "letter"]
MARGIN = 15
LINE_APART = 9
LOWEST_CELL = 12
SMALLEST_MARK = 4


@pytest.mark.parametrize(("paper", "width", "height"), [("a4", 210, 297), ("letter", 215.9, 279.4)])
def test_pages_are_of_the_size_of_their_paper(workshop: Printed, paper: str, width: float, height: float) -> None:
    assert {A4.name, LETTER.name} == set(PAPERS)
    sizes = {
        tuple(round(float(side) / MM, 2) for side in page.mediabox)
        for each in workshop.print_jobs
        if each.paper.name == paper
        for page in pikepdf.open(workshop.file(each.path)).pages
    }
    assert sizes == {(0, 0, width, height)}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["every-part", "letters", "long-labels"])
def test_writing_lines_are_as_many_as_declared_and_nine_millimetres_apart(
    workshop: Printed, name: str, paper: str
) -> None:
    declared = [part.lines for part in workshop.model(name).parts if isinstance(part, WritingBox)]
    pages = sights(workshop.sheet(name, paper=paper))
    blocks = [block for page in pages for block in blocks_of_lines(page.rules) if len(block) > 1]
    assert [len(block) for block in blocks] == declared
    apart = [below.bottom - above.bottom for block in blocks for above, below in pairwise(block)]
    assert apart == pytest.approx([LINE_APART] * len(apart), abs=ABOUT)
    assert all(rule.width > 100 for block in blocks for rule in block)


@pytest.mark.parametrize("paper", PAPERS)
def test_there_is_room_above_a_writing_line(workshop: Printed, paper: str) -> None:
    page = sights(workshop.sheet("every-part", paper=paper))[0]
    first = next(block for block in blocks_of_lines(page.rules) if len(block) > 1)[0]
    above = Area(first.left, 0, first.right, first.top)
    foot = max(letter.area.bottom for letter in page.letters if above.holds(letter.area))
    assert first.top - foot > 7


@pytest.mark.parametrize("paper", PAPERS)
def test_one_line_blanks_leave_room_to_write(workshop: Printed, paper: str) -> None:
    rules = sights(workshop.sheet("every-part", paper=paper))[0].rules
    name, role, date = rules[1:4]
    assert (name.top, role.top) == pytest.approx((date.top, date.top))
    assert min(rule.width for rule in (name, role, date)) > 40


@pytest.mark.parametrize("paper", PAPERS)
def test_rows_are_as_many_and_as_high_as_their_author_says(workshop: Printed, paper: str) -> None:
    skills = next(part for part in workshop.model("every-part").parts if isinstance(part, Grid) and part.widths)
    assert [row.height for row in skills.rows] == [0, 0, 20, 20, 20]
    tables = [table for page in sights(workshop.sheet("every-part", paper=paper)) for table in page.tables()]
    _head, _example, unsaid, *declared = next(table for table in tables if len(table) == 1 + len(skills.rows))
    assert LOWEST_CELL - 0.01 < unsaid.height < 20
    assert [row.height for row in declared] == pytest.approx([20, 20, 20], abs=ABOUT)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_boxes_of_a_canvas_are_as_high_as_their_author_says(workshop: Printed, paper: str) -> None:
    canvas = next(part for part in workshop.model("every-part").parts if isinstance(part, Canvas))
    assert [row.height for row in canvas.rows] == [30, 40]
    *_, rows = sights(workshop.sheet("every-part", paper=paper))[1].tables()
    assert [row.height for row in rows] == pytest.approx([30, 40], abs=ABOUT)


def test_every_cell_to_write_in_has_room_for_handwriting(workshop: Printed) -> None:
    rows = [
        row
        for name in ("long-labels", "sixty-rows")
        for paper in PAPERS
        for page in sights(workshop.sheet(name, paper=paper))
        for table in page.tables()
        for row in table[1:]
    ]
    assert len(rows) == 2 * (2 + 60)
    assert min(row.height for row in rows) > LOWEST_CELL - 0.01


@pytest.mark.parametrize("paper", PAPERS)
def test_fields_on_a_screen_have_the_room_that_paper_has(workshop: Printed, paper: str) -> None:
    places = {
        str(widget.get("/T", "")).partition("_")[2]: area
        for _, widget, area in fields(workshop.sheet("every-part", "fillable", paper))
    }
    assert places["went-well"].height == pytest.approx(4 * LINE_APART, abs=2 * ABOUT)
    cells = [area for name, area in places.items() if name.startswith("my-proof")]
    assert len(cells) == 4
    assert [cell.height for cell in cells] == pytest.approx([LOWEST_CELL, 20, 20, 20], abs=ABOUT)
    assert places["who-we-serve"].height > 30 - 10
    assert places["a-day-when-we-did-not"].height > 40 - 10


def test_boxes_and_circles_are_large_enough_for_a_pen_and_a_finger(workshop: Printed) -> None:
    for form in ("blank", "fillable"):
        for paper in PAPERS:
            pages = sights(workshop.sheet("every-part", form, paper))
            boxes = [box for page in pages for box in page.boxes if box.width < 10]
            circles = [circle for page in pages for circle in page.circles]
            assert (len(boxes), len(circles)) == (2 + 4, 3 + 5 + 2 * 4 + 4 * (2 + 3))
            assert min(min(mark.width, mark.height) for mark in boxes + circles) >= SMALLEST_MARK


def test_nothing_stands_beyond_the_margins(workshop: Printed) -> None:
    beyond = {
        f"{each.path} {number}": outside
        for each, file in workshop.sheets("blank", "facilitator")
        for number, page in enumerate(sights(file), 1)
        if (outside := beyond_margins(page))
    }
    assert beyond == {}


def beyond_margins(page: Sight) -> list[Area]:
    within = Area(MARGIN, 5, page.width - MARGIN, page.height - 5)
    return [Area(*(round(side, 1) for side in area)) for area in page.everything if not within.holds(area)]


def test_fields_stay_within_the_margins(workshop: Printed) -> None:
    beyond = {
        (each.path, number, str(widget.get("/TU")))
        for each, file in workshop.sheets("fillable")
        for number, widget, area in fields(file)
        if not Area(MARGIN, MARGIN, each.paper.width - MARGIN, each.paper.height - MARGIN).holds(area)
    }
    assert beyond == set()


def test_nothing_of_a_cover_stands_beyond_the_margins(workshop: Printed) -> None:
    for pack, file in workshop.packs():
        (cover,) = sights(file, 1)
        assert beyond_margins(cover) == [], pack.path


@pytest.mark.parametrize("form", ["blank", "fillable", "facilitator"])
def test_text_is_of_twelve_points(workshop: Printed, form: str) -> None:
    assert smaller_than(STANDARD_TEXT, [file for each, file in workshop.sheets() if each.form == form]) == {}


def test_large_print_is_of_sixteen_points(large_sheets: list[Path]) -> None:
    assert smaller_than(LARGE_PRINT, large_sheets) == {}


def test_nothing_of_large_print_stands_beyond_the_margins(large_sheets: list[Path]) -> None:
    pages = [page for file in large_sheets for page in sights(file)]
    assert [outside for page in pages if (outside := beyond_margins(page))] == []


@pytest.fixture(scope="module")
def large_sheets(large_print: Job) -> list[Path]:
    print_jobs = [each for each in large_print.build.print_jobs if each.scope == "sheet" and each.form == "blank"]
    wanted = [each for each in print_jobs if each.sheets[0].sheet.name in ("every-part", "letters")]
    return [large_print.one(each.path).file for each in wanted]


def smaller_than(points: float, files: list[Path]) -> dict[float, str]:
    """Letters between head and foot that are smaller, by their size; those of a few words each."""
    found: dict[float, str] = {}
    for file in files:
        for letter in (letter for page in sights(file) for letter in page.body):
            if letter.text.strip() and letter.size < points - 0.05:
                size = round(letter.size, 1)
                found[size] = (found.get(size, "") + letter.text)[:60]
    return found
