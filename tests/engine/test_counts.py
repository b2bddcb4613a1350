"""The library counts what is short or over as the page does: the cases are those of counts.test.js, too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coursewright.worksheets.needs import Amount, Demand, count, in_words

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("counts.json").read_text(encoding="utf-8"))["cases"]


def _amounts(written: str) -> tuple[Amount, ...]:
    pairs = (each.partition(" ") for each in written.split(", ") if each)
    return tuple(Amount(int(number), mark) for number, _, mark in pairs)


@pytest.mark.parametrize("case", CASES)
def test_what_is_short_or_over(case: dict[str, Any]) -> None:
    demand = Demand(_amounts(case.get("needs", "")), _amounts(case.get("limit", "")))
    short, over = demand.missed(count(case["cells"], frozenset(case["marks"])))
    told = [f"{in_words(amounts)} {word}" for amounts, word in ((short, "short"), (over, "over")) if amounts]
    assert ", ".join(told) == case["is"]
