"""Saved half-way: what an author has written so far is a mistake with a place, or whole, and never an exception.

Each block and each set of keys is cut off after each line and within it, and made to lack each line and paragraph. A
quick run tries a few cuts of each, always the same ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from coursewright.keys import BLOCK_KEYS, QuestionKeys
from tests.engine.half_course import FRONTS, PLACES, Half, write_course
from tests.engine.half_written import all_halves, draw_everything

HALVES = all_halves()
FEW = 3
MORE = 24


def _faults(halves: Iterable[Half], folder: Path) -> list[str]:
    """What could not be drawn."""
    found = []
    for number, half in enumerate(halves):
        docs = folder / str(number)
        write_course(docs, half)
        problems = draw_everything(docs).problems
        found += [f"{half.how}: {fault}" for fault in problems.faults]
    return found


@pytest.mark.parametrize("whole", HALVES)
def test_half_of_it_is_told_or_drawn(whole: str, tmp_path: Path) -> None:
    assert _faults(random.Random(1).sample(HALVES[whole], FEW), tmp_path) == []


@pytest.mark.hard
@pytest.mark.parametrize("whole", HALVES)
def test_any_part_of_it_is_told_or_drawn(whole: str, tmp_path: Path) -> None:
    halves = HALVES[whole]
    assert _faults(random.Random(2).sample(halves, min(MORE, len(halves))), tmp_path) == []


def test_every_kind_of_block_and_of_question_and_of_file_is_cut() -> None:
    halves = [half for cuts in HALVES.values() for half in cuts]
    assert {half.kind for half in halves} >= BLOCK_KEYS.keys() - {"scene", "example", "key"}
    text = "".join(half.text for half in halves)
    for kind in ("scene |", "example", "key"):
        assert f"/// {kind}" in text
    types = QuestionKeys.model_fields["type"].annotation
    assert all(f"type: {each}" in text for each in types.__args__ if each != "choice")  # type: ignore[union-attr]
    assert {half.path for half in halves} == set(PLACES.values())


NO_STEM = [
    "/// question | half",
    "/// question | half\n///",
    "/// question | half\n    objective: know\n///",
    "/// question | half\n    objective: know\n\n- [x] Yes\n    > So.\n- [ ] No\n    > So.\n\nSo.\n///",
    "/// question | half\n    type: gaps\n\n- [[oil]]\n    > So.\n///",
    "/// question | half\n    type: scenario\n\n/// scene | start\n///\n///",
]


@pytest.mark.parametrize("block", NO_STEM)
def test_a_question_that_asks_nothing_is_told(block: str, tmp_path: Path) -> None:
    write_course(tmp_path, Half("", PLACES["lesson"], f"{FRONTS['lesson']}\n{block}\n", "half", "question"))
    problems = draw_everything(tmp_path).problems
    assert not problems.faults
    assert "question-no-stem" in {each.code for each in problems if each.place.path == f"docs/{PLACES['lesson']}"}
