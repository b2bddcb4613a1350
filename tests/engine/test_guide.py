"""The author's reference is what the tables of the code say today."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coursewright.drawing.guide import keys_reference, mistakes_reference

GUIDE = Path(__file__).resolve().parents[2] / "guide"


@pytest.mark.parametrize(("name", "draw"), [("keys.md", keys_reference), ("mistakes.md", mistakes_reference)])
def test_the_guide_is_up_to_date(name: str, draw: Callable[[], str]) -> None:
    assert (GUIDE / name).read_text(encoding="utf-8") == draw(), "run `make guide`"
