"""The lines of a table, read as a grid: its head, its rows, and what may be filled in in each cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import assert_never

from coursewright.problem import shown
from coursewright.source.lines import Line
from coursewright.source.plain import plain
from coursewright.text import Phrase
from coursewright.worksheets.cells import Cell, CellSource
from coursewright.worksheets.circles import read_circles_cell
from coursewright.worksheets.counting import check_demands, with_short_cells
from coursewright.worksheets.grid import Grid, Row
from coursewright.worksheets.names import MOST_FIELDS, is_name, report_name
from coursewright.worksheets.needs import NO_DEMAND, Demand, take_demand
from coursewright.worksheets.rating import read_ratings
from coursewright.worksheets.reading import SheetReading, Taken
from coursewright.worksheets.rows import cells_of, is_divider, read_options, rows_of
from coursewright.worksheets.scale import read_scale_cell
from coursewright.worksheets.signs import (
    Sign,
    as_shown,
    check_signs,
    holds_blank,
    is_bare_circle,
    is_words,
    sign_of_cell,
    take_name,
)
from coursewright.worksheets.tick import read_tick_cell
from coursewright.worksheets.writing import read_writing_cell


def read_grid(lines: Sequence[Line], sheet: SheetReading) -> Taken:
    """Read the lines of a table."""
    lines = rows_of(lines)
    divider = cells_of(lines[1].text) if len(lines) > 1 else []
    if len(lines) < 3 or not is_divider(divider):
        expected = "a head, a line `|---|`, and rows; or titled boxes `| Title ____ |`"
        sheet.report("sheet-table", lines[0], f"{len(lines)} rows", expected=expected)
        return Taken(None, len(lines))
    head, given, demands = _read_head(lines[0], sheet)
    table = _Table(lines[0], head, given, sheet)
    for line in lines[2:]:
        table.add(line)
    grid = Grid(sheet.above, head, tuple(table.rows), _widths(divider, len(head)), demands)
    if grid.is_counted:
        check_demands(grid, lines[0], table.lines, sheet)
        grid = with_short_cells(grid)
    return Taken(grid, len(lines))


def _read_head(
    line: Line, sheet: SheetReading
) -> tuple[tuple[Phrase, ...], tuple[str | None, ...], tuple[Demand, ...]]:
    """The head of each column, its author's name for the column, and what the column needs."""
    parted = [take_demand(cell, line, sheet.reading) for cell in cells_of(line.text)]
    given = tuple(name for _, name, _ in parted)
    for place, name in enumerate(given):
        if name is not None and (not is_name(name) or name in given[:place]):
            report_name(name, line.number, sheet.reading)
    demands = tuple(demand for _, _, demand in parted)
    wanted = demands if any(demand != NO_DEMAND for demand in demands) else ()
    return tuple(Phrase(words) for words, _, _ in parted), given, wanted


def _widths(divider: Sequence[str], columns: int) -> tuple[int, ...]:
    """What the hyphens under the head say of the widths: nothing, where all columns have the same number."""
    lengths = [cell.count("-") for cell in divider]
    if len(set(lengths)) < 2 or len(lengths) != columns:
        return ()
    return tuple(round(100 * length / sum(lengths)) for length in lengths)


@dataclass
class _Table:
    """A table while its rows are read."""

    line: Line
    """The line of the head."""
    head: tuple[Phrase, ...]
    given: tuple[str | None, ...]
    """The authors' names for the columns."""
    sheet: SheetReading
    rows: list[Row] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    """The line of each row."""
    full: bool = False
    """Whether a row was left out, as the sheet would hold too many fields; that is told once."""

    def add(self, line: Line) -> None:
        """Read a line as one row or as several."""
        text, options = read_options(line, self.sheet.reading)
        cells = cells_of(text)
        if len(cells) != len(self.head):
            found = f"{len(cells)} in {shown(line.text)}"
            self.sheet.report("sheet-table", line, found, expected=f"{len(self.head)} cells in the row")
            return
        fields = self.sheet.names.count + options.rows * len(self.head)
        if fields > MOST_FIELDS or self.full:
            if not self.full:
                self.sheet.report("sheet-too-large", line, str(fields), limit=MOST_FIELDS)
            self.full = True
            return
        if options.example and options.demand != NO_DEMAND:
            self.sheet.report("sheet-row-option", line, shown(line.text))
        for _ in range(options.rows):
            self.lines.append(line)
            made = (
                tuple(Cell(Phrase(as_shown(cell))) for cell in cells) if options.example else self._cells(cells, line)
            )
            self.rows.append(Row(made, options.height, options.example, options.demand))

    def _cells(self, cells: Sequence[str], line: Line) -> tuple[Cell, ...]:
        number = str(sum(not row.example for row in self.rows) + 1)
        words, given = next((take_name(cell) for cell in cells if is_words(cell)), (number, None))
        row = plain(words)
        rated = [place for place, cell in enumerate(cells) if is_bare_circle(cell)]
        ratings = read_ratings([self.head[place] for place in rated], row, given, line, self.line, self.sheet)
        if given is not None and not ratings and not is_name(given):
            report_name(given, line.number, self.sheet.reading)
        made = {place: Cell(entry=rating) for place, rating in zip(rated, ratings, strict=True)}
        return tuple(
            made.get(place) or self._cell(cell, place, row, given or row, line) for place, cell in enumerate(cells)
        )

    def _cell(self, text: str, place: int, row: str, row_named: str, line: Line) -> Cell:
        head = plain(self.head[place])
        label = f"{head}, {row}".lstrip(", ")
        named = f"{self.given[place] or head}, {row_named}".lstrip(", ")
        return _read_cell(CellSource(text, line, label, named), self.sheet)


def _read_cell(cell: CellSource, sheet: SheetReading) -> Cell:
    sign = sign_of_cell(cell.text)
    words = take_name(cell.text)[0]
    if sign is not Sign.WRITING:
        check_signs(words, cell.line, sheet.reading)
        if holds_blank(cell.text):
            sheet.report("sheet-mixed", cell.line, shown(cell.text))
    match sign:
        case Sign.WRITING:
            return read_writing_cell(cell, sheet)
        case Sign.TICK:
            return read_tick_cell(cell, sheet)
        case Sign.SCALE:
            return read_scale_cell(cell, sheet)
        case Sign.CIRCLES:
            return read_circles_cell(cell, sheet)
        case Sign.FILLED:
            sheet.report("sheet-filled", cell.line, shown(cell.text))
            return Cell(Phrase(cell.text))
        case Sign.WORDS | Sign.BLANKS | Sign.ROW:
            return Cell(Phrase(words))
        case _:
            assert_never(sign)
