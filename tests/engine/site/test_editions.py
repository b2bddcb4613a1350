"""Trainer's notes are in the trainer's edition, and nowhere in the learner's: no page, index, script or map.

The course in docs/ may have notes and workshops, or none; the small courses here have both.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.engine.site.building import ROOT, SMALL_COURSES, Build, Edition, build_small, read
from tests.engine.site.words import contents, only_for_trainers, plain

NOTES = only_for_trainers(read(ROOT / "docs"))
CANARIES = set(
    re.findall(r"CANARYTRAINER\w+", (SMALL_COURSES / "canary/lessons/birds/canary.md").read_text(encoding="utf-8"))
)


def test_there_are_notes_to_look_for() -> None:
    assert len(CANARIES) > 6


def test_the_trainers_edition_has_every_note(trainer: Build) -> None:
    for path, notes in NOTES.items():
        page = (trainer.site / path).with_suffix(".html").read_text(encoding="utf-8")
        words = plain(page) + unescape(page).casefold()  # what an abbreviation means stands in an attribute
        assert [run for run in notes if run not in words] == [], path


def test_no_file_of_the_learners_edition_has_any(learner: Build) -> None:
    runs = {run for notes in NOTES.values() for run in notes}
    assert [(path.name, run) for path, text in contents(learner.site) for run in runs if run in text] == []


def test_no_kind_of_text_in_a_note_reaches_the_learner(canary_learner: Build, canary_trainer: Build) -> None:
    assert canaries_in(canary_learner.site) == {}
    assert set().union(*canaries_in(canary_trainer.site).values()) == CANARIES


def canaries_in(site: Path) -> dict[str, set[str]]:
    found = {path.name: set(re.findall(r"CANARYTRAINER\w*", text)) for path, text in contents(site)}
    return {name: words for name, words in found.items() if words}


@pytest.fixture(scope="module")
def noted(into: Path) -> dict[Edition, Path]:
    """Both editions of a course with notes, keys and a workshop."""
    editions: tuple[Edition, ...] = ("learner", "trainer")
    return {edition: build_small("workshop", edition, into).site for edition in editions}


MARKS = (
    *("trainer-note", 'class="cw-trainer"', 'class="cw-late"', 'class="cw-edition"'),
    *("cw-run-sheet", "cw-cue", "cw-slot-key", "<workshop-plan", "<run-workshop"),
)


@pytest.mark.parametrize("mark", MARKS)
def test_the_learners_pages_have_no_mark_of_a_note_either(
    learner: Build, noted: dict[Edition, Path], mark: str
) -> None:
    assert not has_page_with(mark, learner.site)
    assert not has_page_with(mark, noted["learner"])
    assert has_page_with(mark, noted["trainer"])


def has_page_with(mark: str, site: Path) -> bool:
    return any(mark in page.read_text(encoding="utf-8") for page in site.rglob("*.html"))


def test_no_file_for_trainers_is_in_the_learners_edition(learner: Build, noted: dict[Edition, Path]) -> None:
    for folder in ("facilitator", "run-sheets"):
        assert any((noted["trainer"] / folder).rglob("*.*"))
        assert not (noted["learner"] / folder).exists()
        assert not (learner.site / folder).exists()
    for file in ("plan.html", "assets/course/planner.js", "assets/course/run-mode.js"):
        assert (noted["trainer"] / file).exists()
        assert not (noted["learner"] / file).exists()
        assert not (learner.site / file).exists()
