"""The course that ships has sheets, and each fits its page on the shorter paper, with the address of its lesson."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.build import CourseBuild
from tests.engine.pages import ROOT, markdown_with
from tests.engine.paper.printing import SITE

pytestmark = pytest.mark.pdf


def test_every_sheet_fits_below_its_address(tmp_path: Path) -> None:
    build = CourseBuild(ROOT / "docs", "docs", "learner", "en")
    paper = build.paper_edition(markdown_with, lambda path: SITE + path.removesuffix(".md") + ".html", tmp_path)
    sheets = [
        each for each in build.print_jobs if not each.is_pack and each.form == "blank" and each.paper.name == "letter"
    ]
    assert len(sheets) > 20
    for each in sheets:
        paper.print_one(each.path, build.problems, build.place_of)
    assert [str(problem) for problem in build.problems] == []


def test_there_are_sheets_packs_and_a_handbook() -> None:
    assert len(CourseBuild(ROOT / "docs", "docs", "trainer", "en").print_jobs) > 100
