"""Which cells of a table count for a need or a limit, and whether the solution in the key keeps them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from coursewright.problem import shown
from coursewright.sheet import SheetPart
from coursewright.source.lines import Line
from coursewright.source.plain import plain
from coursewright.source.reading import Reading
from coursewright.worksheets.cells import Cell
from coursewright.worksheets.grid import Grid, Row
from coursewright.worksheets.key import SheetKey
from coursewright.worksheets.needs import NO_DEMAND, Demand, count, in_words
from coursewright.worksheets.reading import Ahead, SheetReading
from coursewright.worksheets.rows import cells_of, is_divider, rows_of
from coursewright.worksheets.writing import WritingBox


class Asked(NamedTuple):
    """A row or column that has a need or a limit."""

    demand: Demand
    name: str
    cells: tuple[tuple[int, int], ...]
    """The row and column of each cell that counts for it."""
    row: int | None = None
    """Its place, if it is a row."""


def asked_of(grid: Grid) -> Iterator[Asked]:
    """The columns and rows of a table that have needs or limits, with the cells that count for them."""
    rows = [place for place, row in enumerate(grid.rows) if not row.example]
    columns = _counted_columns(grid)
    for column in columns if grid.demands else ():
        cells = tuple((row, column) for row in rows if grid.rows[row].cells[column].entry)
        yield Asked(grid.demands[column], plain(grid.head[column]), cells)
    for place in rows:
        row = grid.rows[place]
        if row.demand != NO_DEMAND:
            cells = tuple((place, column) for column in columns if row.cells[column].entry)
            yield Asked(row.demand, _name(row, place), cells, place)


def _counted_columns(grid: Grid) -> list[int]:
    """The columns that count for the rows: those with needs or limits, or all where none has any."""
    return [place for place in range(len(grid.head)) if not grid.demands or grid.demands[place] != NO_DEMAND]


def _name(row: Row, place: int) -> str:
    return next((plain(cell.text) for cell in row.cells if cell.text), str(place + 1))


def check_demands(grid: Grid, head: Line, rows: Sequence[Line], sheet: SheetReading) -> None:
    """Report needs that no one could meet. ``head`` and ``rows`` are where the table stands."""
    told: set[int] = set()
    for asked in asked_of(grid):
        line = head if asked.row is None else rows[asked.row]
        if asked.row is not None and line.number in told:
            continue  # one row of several that are written on one line
        found = _impossible(asked)
        if found:
            sheet.report("sheet-needs-cells", line, found)
            told.add(line.number)


def _impossible(asked: Asked) -> str:
    """Why nothing that is filled in could meet a need; nothing if something could."""
    demand, cells = asked.demand, len(asked.cells)
    if demand.contradicts_itself():
        return f"`{asked.name}`, which needs more than its own limit"
    if not cells or demand.cells > cells:
        return f"`{asked.name}` with {cells} cells to fill in" + (f", which needs {demand.cells}" if cells else "")
    return ""


def with_short_cells(grid: Grid) -> Grid:
    """A table whose cells for marks are one line high on the page: a mark is a few letters."""
    if not grid.marks:
        return grid
    columns = frozenset(_counted_columns(grid))
    return replace(grid, rows=tuple(replace(row, cells=_shortened(row.cells, columns)) for row in grid.rows))


def _shortened(cells: Sequence[Cell], columns: frozenset[int]) -> tuple[Cell, ...]:
    return tuple(
        replace(cell, entry=replace(cell.entry, lines=1))
        if place in columns and isinstance(cell.entry, WritingBox)
        else cell
        for place, cell in enumerate(cells)
    )


def check_solutions(parts: Sequence[SheetPart], reading: Reading) -> None:
    """Report solutions that don't keep the needs and limits of their table.

    A solution is a table in a key, with the head of a table above it that has needs or limits.
    """
    grids: dict[tuple[str, ...], Grid] = {}
    for part in parts:
        if isinstance(part, Grid) and part.is_counted:
            grids[_head(part.head)] = part
        elif isinstance(part, SheetKey) and grids:
            for table in _tables(list(reading.lines(part.text))):
                if grid := grids.get(_head(cells_of(table[0].text))):
                    _check_solution(grid, table[0], table[2:], reading)


def _head(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(plain(each).casefold() for each in words)


def _tables(lines: Sequence[Line]) -> Iterator[list[Line]]:
    start = 0
    while start < len(lines):
        table = rows_of(Ahead(lines, start))
        if len(table) > 2 and is_divider(cells_of(table[1].text)):
            yield table
        start += max(1, len(table))


def _check_solution(grid: Grid, head: Line, lines: Sequence[Line], reading: Reading) -> None:
    rows = {place: row for place, row in enumerate(grid.rows) if not row.example}
    if len(lines) != len(rows):
        expected = f"a solution with the {len(rows)} rows of its table"
        reading.report("sheet-solution", head.number, str(len(lines)), expected=expected)
        return
    solved: dict[int, list[str]] = {}
    for (place, row), line in zip(rows.items(), lines, strict=True):
        solved[place] = [plain(cell) for cell in cells_of(line.text)]
        if not _fits(row, solved[place]):
            expected = "a solution with the words of its table, and its empty cells filled in"
            reading.report("sheet-solution", line.number, shown(line.text), expected=expected)
            return
    for asked in asked_of(grid):
        counted = count((solved[row][column] for row, column in asked.cells), grid.marks)
        short, over = asked.demand.missed(counted)
        told = [f"{in_words(amounts)} {word}" for amounts, word in ((short, "short"), (over, "over")) if amounts]
        if told:
            line = head if asked.row is None else lines[list(rows).index(asked.row)]
            expected = "a solution that keeps the needs and limits of its table"
            reading.report("sheet-solution", line.number, f"`{asked.name}`: {', '.join(told)}", expected=expected)


def _fits(row: Row, written: Sequence[str]) -> bool:
    """Whether a row of a solution has the words of the table's row, and as many cells."""
    return len(written) == len(row.cells) and all(
        cell.entry or text == plain(cell.text) for cell, text in zip(row.cells, written, strict=True)
    )
