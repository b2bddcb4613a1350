"""A table: a head, rows, and cells to fill in.

| Day | Whom I spoke to | Done |
|---|---|---|
| Monday | | [ ] |
| Tuesday | | [ ] |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.markup.element import Element, add, as_written
from coursewright.sheet import Field, OnPage, OnPaper, SheetPart
from coursewright.text import Phrase, Texts
from coursewright.worksheets.cells import Cell
from coursewright.worksheets.column_widths import column_widths
from coursewright.worksheets.needs import NO_DEMAND, Demand, draw_demand, in_words
from coursewright.worksheets.rating import Rating

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
    demand: Demand = NO_DEMAND
    """What its cells need, and their limit."""


@dataclass(frozen=True, slots=True)
class Grid(SheetPart):
    """A table with cells to write in. ``head`` and the words in cells are inline Markdown."""

    label: str
    head: tuple[Phrase, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...] = ()
    """The share of each column in the width, in hundredths; nothing leaves it to what stands in them."""
    demands: tuple[Demand, ...] = ()
    """What each column needs, and its limit; nothing where no column has any."""

    @property
    def marks(self) -> frozenset[str]:
        """The marks that count in it, in small letters."""
        every = (*self.demands, *(row.demand for row in self.rows))
        return frozenset(mark for demand in every for mark in demand.marks)

    @property
    def is_counted(self) -> bool:
        """Whether any row or column has a need or a limit."""
        return bool(self.demands) or any(row.demand != NO_DEMAND for row in self.rows)

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
        kinds = [kind for kind, is_so in (("cw-matrix", self.is_matrix), ("cw-counted", self.is_counted)) if is_so]
        marks = " ".join(sorted(self.marks)) or None
        table = add(region, "table", class_=" ".join(kinds) or None, data_marks=marks)
        if self.widths:
            columns = add(table, "colgroup")
            for share in self.widths:
                # No style attribute, which the content security policy would refuse.
                add(columns, "col", width=f"{share}%")
        for holder, demand in self._draw_head(table, page.texts):
            draw_demand(holder, demand, page.words, "cw-wanted")
            _tell_demand(holder, demand)
        body = add(table, "tbody")
        for row in self.rows:
            height = str(row.height) if row.height else None
            line = add(body, "tr", class_="cw-example-row" if row.example else None, data_height=height)
            _tell_demand(line, row.demand)
            for place, cell in enumerate(row.cells):
                holder = add(line, "td")
                if row.example and not place:
                    add(holder, "span", as_written(page.words["sheet.example"]), class_="cw-example-title").tail = " "
                _draw_words(holder, cell, page.texts)
                if cell.entry:
                    cell.entry.draw_in_cell(holder, page)
                if not place:
                    draw_demand(holder, row.demand, page.words, "cw-wanted")

    def draw_on_paper(self, parent: Element, paper: OnPaper) -> None:
        table = add(parent, "table", class_="matrix" if self.is_matrix else "grid")
        columns = add(table, "colgroup")
        for share in column_widths(self.head, [row.cells for row in self.rows if not row.example], self.widths):
            add(columns, "col", style=f"width: {share}%")
        for holder, demand in self._draw_head(table, paper.texts):
            draw_demand(holder, demand, paper.words, "wanted")
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
                if not place:
                    draw_demand(holder, row.demand, paper.words, "wanted")

    def _draw_head(self, table: Element, texts: Texts) -> Iterator[tuple[Element, Demand]]:
        """Draw the heads of the columns; each head, with what its column needs."""
        row = add(add(table, "thead"), "tr")
        for column, demand in zip(self.head, self.demands or (NO_DEMAND,) * len(self.head), strict=True):
            holder = add(row, "th", scope="col")
            texts.line(add(holder, "span"), column)
            yield holder, demand


def _tell_demand(holder: Element, demand: Demand) -> None:
    """Say what a row or column needs where the script finds it."""
    for name, amounts in (("needs", demand.needs), ("limit", demand.limits)):
        if amounts:
            holder.set(f"data-{name}", in_words(amounts))


def _draw_words(holder: Element, cell: Cell, texts: Texts) -> None:
    if cell.text:
        texts.line(add(holder, "span"), cell.text)
