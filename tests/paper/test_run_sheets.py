"""A workshop on paper: its run sheet by the clock, and its packs, on both papers."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Name

from course.build import CourseBuild
from course.paper.printer import print_document
from course.timetable import clock, timetable
from tests.pages import markdown_with
from tests.site.building import SMALL_COURSES

MM = 72 / 25.4
SIZES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files of the workshop, by the last part of their names."""
    build = CourseBuild(SMALL_COURSES / "workshop", "docs", "trainer", "en")
    paper = build.paper_edition(markdown_with, lambda _path: "", tmp_path_factory.mktemp("cache"))
    wanted = [each.path for each in build.prints if each.scope == "workshop"]
    printed = {path: paper.print_one(path, build.problems, build.place_of) for path in wanted}
    assert [str(problem) for problem in build.problems] == []
    return {path.rpartition("/")[2]: proof.file for path, proof in printed.items() if proof}


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
