"""A table of a worksheet: head, rows, and cells to write in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coursewright.problem import shown
from coursewright.reader.fields import (
    BLANK,
    CIRCLE,
    FILLED,
    LONGEST_NAME,
    SCALE,
    TICK,
    FieldNames,
    check_signs,
    is_name,
    plain,
    read_circles,
    read_scale,
    take_given,
)
from coursewright.reader.row import cells_of, read_options
from coursewright.sheet import Cell, Grid, Rating, Row, Tick, WritingBox
from coursewright.source.lines import Line, split_outside_code, without_code
from coursewright.source.reading import Reading

MOST_FIELDS = 2_000
"""Fields of a sheet; a hundred pages would hold fewer."""
CELL_LINES = 2
"""Writing lines in a cell of the page."""

_DIVIDER = re.compile(r"^:?-+:?$")
_LONE_CIRCLE = re.compile(r"^\( ?\)$")
_MARKS = (
    (re.compile(r"\( ?\)"), "○"),
    (re.compile(r"(?<!\w)\([xX]\)"), "●"),
    (re.compile(r"^\[ ?\](?=\s|$)"), "☐"),
    (re.compile(r"^\[[xX]\](?=\s|$)"), "☑"),
)
"""How the marks of an example are shown."""


@dataclass
class _Table:
    """A table while its rows are read."""

    line: Line
    """The line of the head."""
    head: tuple[str, ...]
    given: tuple[str, ...]
    """The authors' names for the columns."""
    names: FieldNames
    reading: Reading
    rows: list[Row] = field(default_factory=list)
    full: bool = False
    """Whether a row was left out, as the sheet would hold too many fields; that is told once."""

    def add(self, line: Line) -> None:
        """Read a line as one row or as several."""
        text, options = read_options(line, self.reading)
        cells = cells_of(text)
        if len(cells) != len(self.head):
            found = f"{len(cells)} in {shown(line.text)}"
            self.reading.report("sheet-table", line.number, found, expected=f"{len(self.head)} cells in the row")
            return
        fields = self.names.count + options.rows * len(self.head)
        if fields > MOST_FIELDS or self.full:
            if not self.full:
                self.reading.report("sheet-too-large", line.number, str(fields), limit=MOST_FIELDS)
            self.full = True
            return
        for _ in range(options.rows):
            made = tuple(map(_as_example, cells)) if options.example else self._cells(cells, line)
            self.rows.append(Row(made, options.height, options.example))

    def _cells(self, cells: list[str], line: Line) -> tuple[Cell, ...]:
        number = str(sum(not row.example for row in self.rows) + 1)
        words, given = next((take_given(cell) for cell in cells if _is_words(cell)), (number, ""))
        row = plain(words)
        rated = [place for place, cell in enumerate(cells) if _LONE_CIRCLE.match(cell)]
        ratings = self._ratings(row, given, rated, line)
        if given and not ratings and not is_name(given):
            self.reading.report("sheet-field-name", line.number, shown(given), limit=LONGEST_NAME)
        return tuple(
            ratings[place] if place in ratings else self._cell(cell, place, row, given or row, line)
            for place, cell in enumerate(cells)
        )

    def _ratings(self, row: str, given: str, rated: list[int], line: Line) -> dict[int, Cell]:
        """The circles of a row that stand in cells of their own: one choice, which has the row's name."""
        if not rated:
            return {}
        if len(rated) == 1:
            self.reading.report("sheet-one-circle", line.number, f"one in {shown(line.text)}")
        options = [plain(self.head[place]) or str(count) for count, place in enumerate(rated, 1)]
        numbers = [re.match(r"\d{1,3}(?!\d)", option) for option in options]
        points = [int(number[0]) for number in numbers if number]
        if len(points) < len(rated):
            points = list(range(1, len(rated) + 1))
        if len({option.casefold() for option in options}) < len(options):
            self.reading.report("sheet-duplicate-circle", self.line.number, shown(self.line.text))
        name = self.names.name(row, given, line.number)
        made = (Rating(name, row, option, worth) for option, worth in zip(options, points, strict=True))
        return {place: Cell(entry=rating) for place, rating in zip(rated, made, strict=True)}

    def _cell(self, text: str, place: int, row: str, row_named: str, line: Line) -> Cell:
        label = f"{plain(self.head[place])}, {row}".lstrip(", ")
        named = f"{self.given[place] or plain(self.head[place])}, {row_named}".lstrip(", ")
        bare = without_code(text)
        words, given = take_given(text)
        if not words or set(words) == {"_"}:
            return Cell(entry=WritingBox(self.names.name(named, given, line.number), label, CELL_LINES))
        check_signs(words, line, self.reading)
        if BLANK.search(bare):
            self.reading.report("sheet-mixed", line.number, shown(text))
        if FILLED.search(bare):
            self.reading.report("sheet-filled", line.number, shown(text))
            return Cell(text=text)
        if tick := TICK.match(text):
            words = take_given(tick["text"])[0]
            name = self.names.name(f"{named} {words}", given, line.number)
            return Cell(entry=Tick(name, words.strip(), said=label))
        if SCALE.search(bare):
            scale = read_scale(text, label, self.names, line, self.reading, named)
            return Cell(text="" if scale.label == label else scale.label, entry=scale)
        if CIRCLE.search(bare):
            before, *options = split_outside_code(CIRCLE, text)
            circles = read_circles(options, label, self.names, line, self.reading, named)
            return Cell(text=before.strip(), entry=circles)
        return Cell(text=words)


def read_grid(lines: list[Line], label: str, names: FieldNames, reading: Reading) -> Grid | None:
    """Read the lines of a table. Returns None, with the mistake reported, if it is none."""
    divider = cells_of(lines[1].text) if len(lines) > 1 else []
    if len(lines) < 3 or not all(_DIVIDER.match(cell) for cell in divider):
        expected = "a head, a line `|---|`, and rows; or titled boxes `| Title ____ |`"
        reading.report("sheet-table", lines[0].number, f"{len(lines)} rows", expected=expected)
        return None
    parted = [take_given(cell) for cell in cells_of(lines[0].text)]
    head, given = tuple(words for words, _ in parted), tuple(name for _, name in parted)
    for place, name in enumerate(given):
        if name and (not is_name(name) or name in given[:place]):
            reading.report("sheet-field-name", lines[0].number, shown(name), limit=LONGEST_NAME)
    table = _Table(lines[0], head, given, names, reading)
    for line in lines[2:]:
        table.add(line)
    return Grid(label, head, tuple(table.rows), _widths(divider, len(head)))


def _widths(divider: list[str], columns: int) -> tuple[int, ...]:
    """What the hyphens under the head say of the widths: nothing, where all columns have the same number."""
    lengths = [cell.count("-") for cell in divider]
    if len(set(lengths)) < 2 or len(lengths) != columns:
        return ()
    return tuple(round(100 * length / sum(lengths)) for length in lengths)


def _is_words(cell: str) -> bool:
    bare = without_code(cell)
    signs = CIRCLE.search(bare) or SCALE.search(bare) or TICK.match(cell)
    return bool(take_given(cell)[0].strip("_")) and not signs


def _as_example(cell: str) -> Cell:
    for pattern, mark in _MARKS:
        cell = mark.join(split_outside_code(pattern, cell))
    return Cell(text=cell)
