"""A scale: numbers, of which one is chosen, with words at both ends.

How sure am I? not at all (1) (2) (3) (4) (5) quite sure
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from coursewright.markup.element import Element, add, as_written
from coursewright.problem import shown
from coursewright.sheet import Field, OnPage, OnPaper, SheetPart
from coursewright.source.lines import Line
from coursewright.source.plain import plain
from coursewright.text import NOTHING, Phrase
from coursewright.worksheets.cells import Cell, CellEntry, CellSource
from coursewright.worksheets.pen import answer, draw_circle
from coursewright.worksheets.reading import SheetReading, Taken
from coursewright.worksheets.signs import ScaleSign, split_label, split_scale, take_name

MOST_NUMBERS = 20
"""Numbers of a scale: more would not stand side by side on paper."""
NUMBER_LETTERS = 4
"""Letters that a number of a scale takes in a cell on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale(SheetPart, CellEntry):
    """Numbers of which one is chosen, from ``low`` to ``high``."""

    name: str
    label: str
    low: str
    high: str
    numbers: tuple[int, ...]

    def fields(self) -> Iterator[Field]:
        yield Field(self.name, self.label)

    def labelled_by(self, words: str) -> bool:
        return self.label == words

    def to_sum(self, before: tuple[str, ...]) -> tuple[str, ...]:
        return (*before, self.name)

    def rated(self) -> Iterator[str]:
        yield self.name

    def letters(self, words: int) -> int:
        return len(self.numbers) * NUMBER_LETTERS + len(self.low) + len(self.high)

    def draw_on_page(self, parent: Element, page: OnPage) -> None:
        fieldset = add(parent, "fieldset", class_="cw-scale")
        hidden = "cw-hidden" if self.labelled_by(page.above) else None
        add(fieldset, "legend", as_written(self.label), class_=hidden)
        self._draw_numbers(add(fieldset, "span", class_="cw-numbers"))

    def draw_in_cell(self, parent: Element, page: OnPage) -> None:
        self._draw_numbers(add(parent, "span", class_="cw-numbers", role="radiogroup", aria_label=self.label))

    def _draw_numbers(self, parent: Element) -> None:
        """Draw the numbers between the words at their ends."""
        if self.low:
            add(parent, "span", as_written(self.low), class_="cw-end-of-scale")
        for place, number in enumerate(self.numbers):
            label = add(parent, "label")
            end = {0: self.low, len(self.numbers) - 1: self.high}.get(place, "")
            said = f"{number}, {end}" if end else None
            value = str(number)
            add(label, "input", type="radio", name=self.name, value=value, data_points=value, aria_label=said)
            add(label, "span", value)
        if self.high:
            add(parent, "span", as_written(self.high), class_="cw-end-of-scale")

    def draw_on_paper(self, parent: Element, paper: OnPaper) -> None:
        frame = add(parent, "div", class_="scale")
        if not self.labelled_by(paper.above):
            add(frame, "div", as_written(self.label), class_="legend")
        self.draw_in_cell_on_paper(frame, 0, paper)

    def draw_in_cell_on_paper(self, parent: Element, height: int, paper: OnPaper) -> None:
        line = add(parent, "div", class_="numbers")
        if self.low:
            add(line, "span", as_written(self.low), class_="low")
        for number in map(str, self.numbers):
            holder = add(line, "span", class_="number")
            draw_circle(holder, self.name, answer(self.label, number), number, paper)
            add(holder, "span", number, class_="figure")
        if self.high:
            add(line, "span", as_written(self.high), class_="high")


def read_scale(lines: Sequence[Line], sheet: SheetReading) -> Taken:
    """Read a scale on a line of its own."""
    line = lines[0]
    scale = _scale(line.text, sheet.above, sheet.above, line, sheet)
    sheet.label_or_report(scale.label, line)
    if not (scale.low and scale.high):
        sheet.report("sheet-scale", line, shown(line.text), expected="words at both ends of the numbers")
    return Taken(scale, 1)


def read_scale_cell(cell: CellSource, sheet: SheetReading) -> Cell:
    """Read a cell with a scale, and words that label it."""
    scale = _scale(cell.text, cell.label, cell.named, cell.line, sheet)
    return Cell(text=NOTHING if scale.label == cell.label else Phrase(scale.label), entry=scale)


def _scale(text: str, label: str, named: str, line: Line, sheet: SheetReading) -> Scale:
    """A scale, checked. It has a label and a name of its own, or else those given here."""
    text, given = take_name(text)
    sign = split_scale(text)
    _check(sign, text, line, sheet)
    own, low = split_label(sign.before, ":?.!")
    own = plain(own)
    name = sheet.names.name(own or named, given, line.number)
    return Scale(name=name, label=own or label, low=plain(low), high=plain(sign.after), numbers=sign.numbers)


def _check(sign: ScaleSign, text: str, line: Line, sheet: SheetReading) -> None:
    if sign.several:
        sheet.report("sheet-scale", line, shown(text), expected="one scale in a line")
    if len(sign.numbers) > MOST_NUMBERS:
        found, expected = f"{len(sign.numbers)} numbers", f"at most {MOST_NUMBERS} numbers"
        sheet.report("sheet-scale", line, found, expected=expected)
    if any(second <= first for first, second in pairwise(sign.numbers)):
        sheet.report("sheet-scale", line, shown(text), expected="numbers that rise from left to right")
