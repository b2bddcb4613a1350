"""Lines to write on.

What went well
______________
______________
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from coursewright.markup.element import Element, add
from coursewright.sheet import Field, OnPage, OnPaper, SheetPart
from coursewright.source.lines import Line
from coursewright.worksheets.cells import Cell, CellEntry, CellSource
from coursewright.worksheets.pen import draw_area
from coursewright.worksheets.reading import SheetReading, Taken
from coursewright.worksheets.signs import Sign, sign_of, take_name

CELL_LINES = 2
"""Writing lines in a cell of the page."""
LINE_HEIGHT = 9
"""Millimetres between writing lines, as wide-ruled paper has them (8.7)."""
HANDWRITING = 24
"""Letters of handwriting that a cell should have room for."""


@dataclass(frozen=True, slots=True)
class WritingBox(SheetPart, CellEntry):
    """Lines to write on, one under another."""

    class_on_paper = "write"

    name: str
    label: str
    lines: int

    def fields(self) -> Iterator[Field]:
        yield Field(self.name, self.label)

    def labelled_by(self, words: str) -> bool:
        return True

    def letters(self, words: int) -> int:
        return HANDWRITING

    def draw_on_page(self, parent: Element, page: OnPage) -> None:
        field = add(parent, "p", class_="cw-field", data_lines=str(self.lines))
        # The words before the box stand above it already: they name it without being said twice.
        self.draw_in_cell(field, page)

    def draw_in_cell(self, parent: Element, page: OnPage) -> None:
        rows = str(self.lines)
        add(parent, "textarea", id=page.prefix + self.name, name=self.name, rows=rows, aria_label=self.label)

    def draw_on_paper(self, parent: Element, paper: OnPaper) -> None:
        if paper.fillable:
            draw_area(parent, self.name, self.label, self.lines * LINE_HEIGHT, paper)
            return
        lines = add(parent, "div", class_="lines")
        for _ in range(self.lines):
            add(lines, "div", class_="line")

    def draw_in_cell_on_paper(self, parent: Element, height: int, paper: OnPaper) -> None:
        if paper.fillable:
            draw_area(parent, self.name, self.label, height, paper)


def read_writing(lines: Sequence[Line], sheet: SheetReading) -> Taken:
    """Read lines to write on; those under one another are one box, and one of them may name it."""
    taken = list(takewhile(lambda line: sign_of(line) is Sign.WRITING, lines))
    label = sheet.label_or_report(sheet.above, taken[0])
    given = ((take_name(line.text)[1], line) for line in taken)
    name, named = next((each for each in given if each[0] is not None), (None, taken[0]))
    return Taken(WritingBox(sheet.names.name(label, name, named.number), label, len(taken)), len(taken))


def read_writing_cell(cell: CellSource, sheet: SheetReading) -> Cell:
    """Read an empty cell, which is to be written in."""
    name = sheet.names.name(cell.named, take_name(cell.text)[1], cell.line.number)
    return Cell(entry=WritingBox(name, cell.label, CELL_LINES))
