"""The handbook for trainers: run sheets, notes and answers of each lesson, and facilitator copies, in one file."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from coursewright.build import CourseBuild
from tests.engine.pages import markdown_with
from tests.engine.paper.test_run_sheets import words_of
from tests.engine.site.building import SMALL_COURSES


def handbook(course: str, folder: Path, paper: str = "a4") -> Path:
    build = CourseBuild(SMALL_COURSES / course, "docs", "trainer", "en")
    (path,) = (each.path for each in build.print_jobs if each.scope == "handbook" and each.paper.name == paper)
    assert path.startswith("facilitator/")
    printed_file = build.paper_edition(markdown_with, lambda _path: "", folder).print_one(
        path, build.problems, build.place_of
    )
    assert printed_file
    return printed_file.file


def test_it_holds_all_that_only_trainers_read(tmp_path: Path) -> None:
    source = (SMALL_COURSES / "canary/lessons/birds/canary.md").read_text(encoding="utf-8")
    unseen = re.compile(r"COMMENT|ABBREVIATION|ALT|HINT")  # not for eyes on paper, or no part of an answer
    found = re.findall(r"CANARY(?:TRAINER|FEEDBACK|EXPLANATION|KEY)\w*", source)
    wanted = {word for word in found if not unseen.search(word)}
    assert len(wanted) > 8
    whole = " ".join(words_of(handbook("canary", tmp_path)))
    assert {word for word in wanted if word not in whole} == set()
    assert "Notes and answers: CANARYLESSON" in whole


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_run_sheets_come_first_and_each_part_counts_its_own_pages(tmp_path: Path, paper: str) -> None:
    file = handbook("workshop", tmp_path, paper)
    pages = words_of(file)
    assert "Handbook for trainers" in pages[0]
    assert all("Facilitator copy" in text for text in pages)
    notes = next(text for text in pages[1:] if "Notes and answers: Brewing" in text)
    assert re.search(r"Page 1 of \d+$", notes)
    with pikepdf.open(file) as pdf, pdf.open_outline() as outline:
        titles = [str(item.title) for top in outline.root for item in (top, *top.children)]
    parts = ("Run sheet: Tea in an hour", "Notes and answers: Brewing", "Tea diary")
    assert [title for title in titles if title in parts] == list(parts)


def test_the_learners_edition_has_none() -> None:
    assert not [
        each for each in CourseBuild(SMALL_COURSES / "workshop", "docs", "learner", "en").print_jobs if each.notes
    ]
