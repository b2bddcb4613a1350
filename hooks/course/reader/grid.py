"""A table of a worksheet: head, rows, and cells to write in."""

from __future__ import annotations

import re

from course.problem import shown
from course.reader.fields import CIRCLE, TICK, FieldNames, plain, read_circles
from course.reader.lines import Line, split_outside_code, without_code
from course.reader.reading import Reading
from course.sheet import Cell, Grid, Tick, WritingBox

MOST_ROWS = 100
MOST_FIELDS = 2_000
"""Fields of a sheet; a hundred pages would hold fewer."""
CELL_LINES = 2
"""Writing lines in a cell of the page."""

_REPEAT = re.compile(r"\|\s*\{\s*rows\s*:\s*(?P<count>[^}]*?)\s*\}\s*$")
_DIVIDER = re.compile(r"^:?-+:?$")
_PIPE = re.compile(r"(?<!\\)\|")


def read_grid(lines: list[Line], label: str, names: FieldNames, reading: Reading) -> Grid | None:
    """Read the lines of a table. Returns None, with the mistake reported, if it is none."""
    head = tuple(_cells(lines[0].text))
    if len(lines) < 3 or not all(_DIVIDER.match(cell) for cell in _cells(lines[1].text)):
        reading.report(
            "sheet-table", lines[0].number, f"{len(lines)} rows", expected="a head, a line `|---|`, and rows"
        )
        return None
    rows: list[tuple[Cell, ...]] = []
    for line in lines[2:]:
        text, count = _repeats(line, reading)
        cells = _cells(text)
        if len(cells) != len(head):
            found = f"{len(cells)} in {shown(line.text)}"
            reading.report("sheet-table", line.number, found, expected=f"{len(head)} cells in the row")
            continue
        if names.count + count * len(head) > MOST_FIELDS:
            reading.report("sheet-too-large", line.number, f"{names.count + count * len(head)}", limit=MOST_FIELDS)
            break
        for _ in range(count):
            row_label = next((plain(cell) for cell in cells if _is_words(cell)), str(len(rows) + 1))
            labels = [f"{plain(column)}, {row_label}".lstrip(", ") for column in head]
            rows.append(
                tuple(_cell(cell, said, names, line, reading) for cell, said in zip(cells, labels, strict=True))
            )
    return Grid(label, head, tuple(rows))


def _cells(row: str) -> list[str]:
    inner = row.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [cell.strip().replace("\\|", "|") for cell in split_outside_code(_PIPE, inner)]


def _repeats(line: Line, reading: Reading) -> tuple[str, int]:
    match = _REPEAT.search(line.text)
    if not match:
        return line.text, 1
    count = match["count"]
    if not count.isascii() or not count.isdigit() or not 1 <= int(count[:6]) <= MOST_ROWS:
        reading.report("sheet-rows", line.number, shown(count), match.start("count") + 1, limit=MOST_ROWS)
        count = "1"
    return line.text[: match.start() + 1], int(count)


def _is_words(cell: str) -> bool:
    return bool(cell) and not CIRCLE.search(without_code(cell)) and not TICK.match(cell)


def _cell(text: str, label: str, names: FieldNames, line: Line, reading: Reading) -> Cell:
    if not text or set(text) == {"_"}:
        return Cell(entry=WritingBox(names.name(label), label, CELL_LINES))
    if tick := TICK.match(text):
        return Cell(entry=Tick(names.name(f"{label} {tick['text']}"), tick["text"].strip(), said=label))
    if CIRCLE.search(without_code(text)):
        before, *options = split_outside_code(CIRCLE, text)
        circles = read_circles(options, label, names, line, reading)
        return Cell(text=before.strip(), entry=circles)
    return Cell(text=text)
