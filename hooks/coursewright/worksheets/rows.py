"""A row of a table or canvas as written: cells between pipes, and options behind the last one.

| cell | cell | { rows: 8, height: 20, needs: 1, limit: 2 }
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from coursewright.problem import shown
from coursewright.source.lines import Line, split_outside_code
from coursewright.source.reading import Reading
from coursewright.worksheets.needs import BETWEEN_OPTIONS, KEYS, NO_DEMAND, Demand, with_amounts
from coursewright.worksheets.signs import Sign, sign_of

MOST_ROWS = 100
LOWEST, HIGHEST = 12, 240
"""Millimetres of a row on paper: room for a line of handwriting, and less than a page."""

_OPTIONS = re.compile(r"\|\s*\{(?P<options>[^{}]*)\}\s*$")
_STRAY = re.compile(r"\{\s*(?:rows|height|example|needs|limit)\b[^{}]*\}(?=\s*+(?:\|\s*+)?$)")
_OPTION = re.compile(r"^(?P<key>[a-z]+)(?:\s*:\s*(?P<value>.*))?$")
_DIVIDER = re.compile(r"^:?-+:?$")
_PIPE = re.compile(r"(?<!\\)\|")


class RowOptions(NamedTuple):
    """What an author says of a row."""

    rows: int = 1
    height: int = 0
    example: bool = False
    demand: Demand = NO_DEMAND


def rows_of(lines: Sequence[Line]) -> list[Line]:
    """The rows that open some lines."""
    return list(takewhile(lambda line: sign_of(line) is Sign.ROW, lines))


def is_divider(cells: Sequence[str]) -> bool:
    """Whether cells are those of the line that divides the head of a table from its body."""
    return all(_DIVIDER.match(cell) for cell in cells)


def cells_of(row: str) -> list[str]:
    """The texts of the cells."""
    inner = row.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [cell.strip().replace("\\|", "|") for cell in split_outside_code(_PIPE, inner)]


def read_options(line: Line, reading: Reading) -> tuple[str, RowOptions]:
    """A row without its options, and these; mistakes in them are reported."""
    match = _OPTIONS.search(line.text)
    if not match:
        if stray := _STRAY.search(line.bare):
            reading.report("sheet-row-option", line.number, shown(stray.group()), stray.start() + 1)
        return line.text, RowOptions()
    options, column = RowOptions(), match.start("options") + 1
    seen: set[str] = set()
    for written in BETWEEN_OPTIONS.split(match["options"]):
        key = written.partition(":")[0].strip()
        if key in seen:
            reading.report("sheet-row-option", line.number, f"`{key}` twice", column)
        seen.add(key)
        options = _read_option(written.strip(), options, line.number, column, reading)
    return line.text[: match.start() + 1], options


def _read_option(written: str, options: RowOptions, line: int, column: int, reading: Reading) -> RowOptions:
    option = _OPTION.match(written)
    key, value = (option["key"], option["value"]) if option else ("", None)
    if key == "example" and value is None:
        return options._replace(example=True)
    if key in KEYS and value is not None:
        return options._replace(demand=with_amounts(options.demand, key, value, line, column, reading))
    limits = {"rows": (1, MOST_ROWS), "height": (LOWEST, HIGHEST)}.get(key)
    if limits is None:
        reading.report("sheet-row-option", line, shown(written), column)
    elif number := _number(value or "", *limits):
        return options._replace(rows=number) if key == "rows" else options._replace(height=number)
    else:
        reading.report("sheet-row-number", line, shown(written), column, key=key, low=limits[0], high=limits[1])
    return options


def _number(value: str, low: int, high: int) -> int:
    """The number in a value, or 0 if it is none within the limits."""
    value = value.removesuffix("mm").strip()
    number = int(value[:6]) if value.isascii() and value.isdigit() else 0
    return number if low <= number <= high else 0
