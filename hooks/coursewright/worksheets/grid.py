"""A table: a head, rows, and cells to fill in.

| Day | Whom I spoke to | Done |
|---|---|---|
| Monday | | [ ] |
| Tuesday | | [ ] |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from coursewright.markup.element import Element, add, as_written
from coursewright.problem import shown
from coursewright.sheet import Field, OnPage, OnPaper, SheetPart
from coursewright.source.lines import Line
from coursewright.source.plain import plain
from coursewright.text import Phrase, Texts
from coursewright.worksheets.cells import Cell, CellSource
from coursewright.worksheets.circles import read_circles_cell
from coursewright.worksheets.column_widths import column_widths
from coursewright.worksheets.names import MOST_FIELDS, is_name, report_name
from coursewright.worksheets.rating import Rating, read_ratings
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

CELL_HEIGHT = 12
"""Millimetres of an empty cell on paper: room for a line of handwriting, and for a second one."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a grid."""

    cells: tuple[Cell, ...]
    height: int = 0
    """Millimetres that it takes on paper at least; 0 leaves it to the style."""
    example: bool = False
    """Whether it is filled in, to show how."""


@dataclass(frozen=True, slots=True)
class Grid(SheetPart):
    """A table with cells to write in. ``head`` and the words in cells are inline Markdown."""

    label: str
    head: tuple[Phrase, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...] = ()
    """The share of each column in the width, in hundredths; nothing leaves it to what stands in them."""

    @property
    def is_matrix(self) -> bool:
        """Whether its rows are rated."""
        return any(isinstance(cell.entry, Rating) for row in self.rows for cell in row.cells)

    def fields(self) -> Iterator[Field]:
        # The circles of a row are one field.
        seen: set[str] = set()
        for entry in (cell.entry for row in self.rows for cell in row.cells if cell.entry):
            for each in entry.fields():
                if each.name not in seen:
                    seen.add(each.name)
                    yield each

    def labelled_by(self, words: str) -> bool:
        return True

    def to_sum(self, before: tuple[str, ...]) -> tuple[str, ...]:
        entries = (cell.entry for row in self.rows for cell in row.cells if cell.entry)
        return (*before, *dict.fromkeys(name for entry in entries for name in entry.rated()))

    def draw_on_page(self, parent: Element, page: OnPage) -> None:
        label = self.label or self.head[0]
        region = add(parent, "div", class_="cw-table", role="region", tabindex="0", aria_label=label)
        table = add(region, "table", class_="cw-matrix" if self.is_matrix else None)
        if self.widths:
            columns = add(table, "colgroup")
            for share in self.widths:
                # No style attribute, which the content security policy would refuse.
                add(columns, "col", width=f"{share}%")
        self._draw_head(table, page.texts)
        body = add(table, "tbody")
        for row in self.rows:
            height = str(row.height) if row.height else None
            line = add(body, "tr", class_="cw-example-row" if row.example else None, data_height=height)
            for place, cell in enumerate(row.cells):
                holder = add(line, "td")
                if row.example and not place:
                    add(holder, "span", as_written(page.words["sheet.example"]), class_="cw-example-title").tail = " "
                _draw_words(holder, cell, page.texts)
                if cell.entry:
                    cell.entry.draw_in_cell(holder, page)

    def draw_on_paper(self, parent: Element, paper: OnPaper) -> None:
        table = add(parent, "table", class_="matrix" if self.is_matrix else "grid")
        columns = add(table, "colgroup")
        for share in column_widths(self.head, [row.cells for row in self.rows if not row.example], self.widths):
            add(columns, "col", style=f"width: {share}%")
        self._draw_head(table, paper.texts)
        body = add(table, "tbody")
        for row in self.rows:
            line = add(body, "tr", class_="example" if row.example else None)
            height = f"height: {row.height}mm" if row.height else None
            for place, cell in enumerate(row.cells):
                holder = add(line, "td", class_=cell.entry.class_on_paper if cell.entry else None, style=height)
                if row.example and not place:
                    add(holder, "span", as_written(paper.words["sheet.example"]), class_="title").tail = " "
                _draw_words(holder, cell, paper.texts)
                if cell.entry:
                    cell.entry.draw_in_cell_on_paper(holder, row.height or CELL_HEIGHT, paper)

    def _draw_head(self, table: Element, texts: Texts) -> None:
        row = add(add(table, "thead"), "tr")
        for column in self.head:
            texts.line(add(add(row, "th", scope="col"), "span"), column)


def _draw_words(holder: Element, cell: Cell, texts: Texts) -> None:
    if cell.text:
        texts.line(add(holder, "span"), cell.text)


def read_grid(lines: Sequence[Line], sheet: SheetReading) -> Taken:
    """Read the lines of a table."""
    lines = rows_of(lines)
    divider = cells_of(lines[1].text) if len(lines) > 1 else []
    if len(lines) < 3 or not is_divider(divider):
        expected = "a head, a line `|---|`, and rows; or titled boxes `| Title ____ |`"
        sheet.report("sheet-table", lines[0], f"{len(lines)} rows", expected=expected)
        return Taken(None, len(lines))
    head, given = _read_head(lines[0], sheet)
    table = _Table(lines[0], head, given, sheet)
    for line in lines[2:]:
        table.add(line)
    return Taken(Grid(sheet.above, head, tuple(table.rows), _widths(divider, len(head))), len(lines))


def _read_head(line: Line, sheet: SheetReading) -> tuple[tuple[Phrase, ...], tuple[str | None, ...]]:
    """The head of each column, and its author's name for the column."""
    parted = [take_name(cell) for cell in cells_of(line.text)]
    given = tuple(name for _, name in parted)
    for place, name in enumerate(given):
        if name is not None and (not is_name(name) or name in given[:place]):
            report_name(name, line.number, sheet.reading)
    return tuple(Phrase(words) for words, _ in parted), given


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
        for _ in range(options.rows):
            made = (
                tuple(Cell(Phrase(as_shown(cell))) for cell in cells) if options.example else self._cells(cells, line)
            )
            self.rows.append(Row(made, options.height, options.example))

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
