"""A workshop on paper: its run sheet by the clock, and its packs, on both papers."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Name

from coursewright.build import CourseBuild
from coursewright.paper.printer import print_document
from coursewright.timetable import clock, timetable
from tests.engine.pages import markdown_with
from tests.engine.paper.tree import elements
from tests.engine.site.building import SMALL_COURSES, replace_in

MM = 72 / 25.4
SIZES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files of the workshop, by the last part of their names."""
    build = CourseBuild(SMALL_COURSES / "workshop", "docs", "trainer", "en")
    paper = build.paper_edition(markdown_with, lambda _path: "", tmp_path_factory.mktemp("cache"))
    wanted = [each.path for each in build.print_jobs if each.scope == "workshop"]
    printed = {path: paper.print_one(path, build.problems, build.place_of) for path in wanted}
    assert [str(problem) for problem in build.problems] == []
    return {path.rpartition("/")[2]: printed_file.file for path, printed_file in printed.items() if printed_file}


def words_of(file: Path) -> list[str]:
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(file)]


@pytest.mark.parametrize("paper", SIZES)
def test_a_run_sheet_tells_each_part_by_the_clock_on_paper_laid_across(files: dict[str, Path], paper: str) -> None:
    file = files[f"short_run-sheet_{paper}.pdf"]
    pages = words_of(file)
    whole = " ".join(pages)
    course = CourseBuild(SMALL_COURSES / "workshop", "docs", "trainer", "en").course
    for slot in timetable(course.workshops[0], course).slots:
        assert f"{clock(slot.start)}–{clock(slot.end)}" in whole
    for words in ("Welcome to the pot.", "What to bring", "Before and after", "If late: leave it out"):
        assert words in whole
    assert "in breakout rooms" not in whole, "a cue for a remote workshop, in a room"
    width, height = SIZES[paper]
    for number, page in enumerate(pypdfium2.PdfDocument(file), 1):
        assert page.get_size() == pytest.approx((height * MM, width * MM), abs=0.5)
        text = page.get_textpage()
        edges = [text.get_rect(each) for each in range(text.count_rects())]
        assert min(left for left, *_ in edges) > 15 * MM
        assert max(right for _, _, right, _ in edges) < (height - 15) * MM
        assert pages[number - 1].endswith(f"Page {number} of {len(pages)}")
        assert "Facilitator copy" in pages[number - 1]


def test_a_run_sheet_says_nothing_twice_and_letters_the_answers(files: dict[str, Path]) -> None:
    whole = " ".join(words_of(files["short_run-sheet_a4.pdf"]))
    assert "9:10–9:18 Talk: Brewing 8 minutes" in whole
    assert "9:22–9:32 Tea diary 10 minutes · Worksheet · from Brewing · page 2 of the participants’ pack" in whole
    assert "Questions to check yourself" not in whole
    assert all(f" {letter}. " in whole for letter in "ABC")


@pytest.fixture(scope="module")
def long_part(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run sheet of the same workshop with a last part that takes pages."""
    folder = tmp_path_factory.mktemp("long")
    shutil.copytree(SMALL_COURSES / "workshop", folder / "docs")
    cues = "\n\n".join(f"**Say:** {'to tea, ' * 60} and sip {number}." for number in range(40))
    replace_in(folder / "docs/workshops/short.md", ('**Say:** "To tea."', cues))
    build = CourseBuild(folder / "docs", "docs", "trainer", "en")
    paper = build.paper_edition(markdown_with, lambda _path: "", folder / "cache")
    printed_file = paper.print_one("facilitator/workshops/short_run-sheet_a4.pdf", build.problems, build.place_of)
    assert printed_file
    return printed_file.file


def test_each_page_says_which_part_it_begins_with(long_part: Path) -> None:
    pages = words_of(long_part)
    going_on = [page for page in pages if "and sip" in page][1:]
    assert len(going_on) > 1
    for page in going_on:
        assert "9:45–9:55 A toast" in page
    assert "9:45–9:55" not in pages[-1], "the lists after the day"
    whole = " ".join(pages)
    assert all(f"and sip {number}." in whole for number in range(40))


def test_text_stands_in_columns_to_be_read_at_arms_length(long_part: Path) -> None:
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(long_part)]
    (text,) = (page for page in pages if "and sip 8." in page.get_text_bounded())
    edges = [text.get_rect(each) for each in range(text.count_rects())]
    lines = [right - left for left, _, right, _ in edges]
    assert max(lines) < 130 * MM
    assert any(left > 150 * MM for left, *_ in edges)


def test_a_part_is_headed_by_its_own_head_alone(files: dict[str, Path]) -> None:
    with pikepdf.open(files["short_run-sheet_a4.pdf"]) as pdf:
        rows = [each for each in elements(pdf.Root.StructTreeRoot) if Name.TBody == each.S and len(each.K) == 2]
        parts = [[cell for row in body.K for cell in row.K] for body in rows]
        assert len(parts) == 6
        for head, cell in parts:
            assert (head.S, cell.S) == (Name.TH, Name.TD)
            assert [bytes(each) for each in cell.A.Headers] == [bytes(head.ID)]


@pytest.mark.parametrize("paper", SIZES)
def test_the_participants_pack_holds_the_sheets_and_nothing_of_the_trainers(files: dict[str, Path], paper: str) -> None:
    whole = " ".join(words_of(files[f"short_worksheets_{paper}.pdf"]))
    course = CourseBuild(SMALL_COURSES / "workshop", "docs", "trainer", "en").course
    (sheet,) = (each for lesson in course.lessons for each in lesson.worksheets)
    assert sheet.title in whole
    for words in ("Facilitator", "Welcome to the pot.", "Run sheet"):
        assert words not in whole
    both = words_of(files[f"short_facilitator-pack_{paper}.pdf"])
    assert any("Welcome to the pot." in page for page in both)
    with pikepdf.open(files[f"short_facilitator-pack_{paper}.pdf"]) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Tea in an hour – Run sheet – Facilitator copy"


LOOSE = """<!doctype html><html lang="en"><head><title>Lists</title></head><body><h1>Lists</h1>
<ol><li><p>One.</p><div><p>More of it.</p></div></li><li>Two<ul><li><p>Inside</p><p>again</p></li></ul></li></ol>
</body></html>"""


def test_an_item_of_a_list_holds_a_label_and_a_body_whatever_stands_in_it() -> None:
    with pikepdf.open(io.BytesIO(print_document(LOOSE, SMALL_COURSES).pdf)) as pdf:
        items = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == Name.LI]
        found = [[str(kid.S) for kid in item.K] for item in items]
        assert len(found) == 3
        assert all(tags == ["/Lbl", "/LBody"] for tags in found), found
        for item in items:
            assert all(kid.P.objgen == item.objgen for kid in item.K)
            assert all(kid.P.objgen == item.K[1].objgen for kid in item.K[1].K if isinstance(kid, pikepdf.Dictionary))
