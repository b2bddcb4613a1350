"""Circles in cells of their own: one choice, which a whole row of a grid makes.

| | 1 never | 2 | 3 | 4 often |
|---|---|---|---|---|
| serve someone myself | ( ) | ( ) | ( ) | ( ) |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coursewright.markup.element import Element, add
from coursewright.problem import shown
from coursewright.sheet import Field, OnPage, OnPaper
from coursewright.source.lines import Line
from coursewright.source.plain import plain
from coursewright.worksheets.cells import CellEntry
from coursewright.worksheets.pen import answer, draw_circle
from coursewright.worksheets.reading import SheetReading
from coursewright.worksheets.signs import leading_number

RATING_LETTERS = 6
"""Letters that a circle takes in a column of circles on paper."""


@dataclass(frozen=True, slots=True)
class Rating(CellEntry):
    """A circle in a cell of its own: one of the choices that its row makes. They share their row's name."""

    class_on_paper = "rate"

    name: str
    label: str
    option: str
    points: int
    """What it adds to a sum: the number that heads its column, or its place in the row."""

    def fields(self) -> Iterator[Field]:
        yield Field(self.name, self.label)

    def rated(self) -> Iterator[str]:
        yield self.name

    def letters(self, words: int) -> int:
        return RATING_LETTERS

    def draw_in_cell(self, parent: Element, page: OnPage) -> None:
        said, points = f"{self.label}: {self.option}", str(self.points)
        label = add(parent, "label")
        add(label, "input", type="radio", name=self.name, value=self.option, data_points=points, aria_label=said)

    def draw_in_cell_on_paper(self, parent: Element, height: int, paper: OnPaper) -> None:
        draw_circle(parent, self.name, answer(self.label, self.option), self.option, paper)


def read_ratings(
    heads: Sequence[str], row: str, given: str | None, line: Line, top: Line, sheet: SheetReading
) -> Sequence[Rating]:
    """Read the circles of a row that stand in cells of their own.

    Args:
        heads: What heads the columns of the circles.
        row: The words of the row, which label the choice.
        given: The author's name for the row.
        line: Where the row stands.
        top: Where the head of the table stands.
        sheet: The sheet.
    """
    if not heads:
        return ()
    if len(heads) == 1:
        sheet.report("sheet-one-circle", line, f"one in {shown(line.text)}")
    options = [plain(head) or str(count) for count, head in enumerate(heads, 1)]
    if len({option.casefold() for option in options}) < len(options):
        sheet.report("sheet-duplicate-circle", top, shown(top.text))
    numbers = [number for option in options if (number := leading_number(option)) is not None]
    points = numbers if len(numbers) == len(options) else range(1, len(options) + 1)
    name = sheet.names.name(row, given, line.number)
    return [Rating(name, row, option, worth) for option, worth in zip(options, points, strict=True)]
