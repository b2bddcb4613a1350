"""Circles, of which one is chosen; on one line, or under one another.

Who noticed? ( ) nobody ( ) one person ( ) several people
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from coursewright.markup.element import Element, add, as_written
from coursewright.problem import shown
from coursewright.sheet import Field, OnPage, OnPaper, SheetPart
from coursewright.source.lines import Line
from coursewright.source.plain import plain
from coursewright.text import Phrase
from coursewright.worksheets.cells import MARK_LETTERS, MOST_LETTERS, Cell, CellEntry, CellSource
from coursewright.worksheets.pen import answer, draw_circle
from coursewright.worksheets.reading import SheetReading, Taken
from coursewright.worksheets.signs import is_bullet, is_circle_alone, split_circles, take_name


@dataclass(frozen=True, slots=True)
class Circles(SheetPart, CellEntry):
    """Circles of which one is chosen."""

    name: str
    label: str
    options: tuple[Phrase, ...]

    def fields(self) -> Iterator[Field]:
        yield Field(self.name, self.label)

    def labelled_by(self, words: str) -> bool:
        return self.label == words

    def letters(self, words: int) -> int:
        lengths = [len(plain(option)) + MARK_LETTERS for option in self.options]
        return max(min(sum(lengths), MOST_LETTERS), *lengths, words)

    def draw_on_page(self, parent: Element, page: OnPage) -> None:
        fieldset = add(parent, "fieldset", class_="cw-circles")
        hidden = "cw-hidden" if self.labelled_by(page.above) else None
        add(fieldset, "legend", as_written(self.label), class_=hidden)
        self._draw_options(fieldset, page)

    def draw_in_cell(self, parent: Element, page: OnPage) -> None:
        self._draw_options(add(parent, "span", class_="cw-circles", role="radiogroup", aria_label=self.label), page)

    def _draw_options(self, parent: Element, page: OnPage) -> None:
        for option in self.options:
            label = add(parent, "label")
            add(label, "input", type="radio", name=self.name, value=option)
            page.texts.line(add(label, "span"), option)

    def draw_on_paper(self, parent: Element, paper: OnPaper) -> None:
        line = add(parent, "div", class_="circles")
        if not self.labelled_by(paper.above):
            add(line, "span", as_written(self.label), class_="legend")
        self._draw_options_on_paper(line, paper)

    def draw_in_cell_on_paper(self, parent: Element, height: int, paper: OnPaper) -> None:
        self._draw_options_on_paper(parent, paper)

    def _draw_options_on_paper(self, parent: Element, paper: OnPaper) -> None:
        for option in self.options:
            holder = add(parent, "span", class_="option")
            draw_circle(holder, self.name, answer(self.label, plain(option)), plain(option), paper)
            paper.texts.line(add(holder, "span"), option)


def read_circles(lines: Sequence[Line], sheet: SheetReading) -> Taken:
    """Read circles with their words; those under one another, each on a line of its own, are one choice."""
    first = lines[0]
    before, options = split_circles(first.text)
    before = "" if is_bullet(before) else before
    below = [] if before.strip() else list(takewhile(is_circle_alone, islice(lines, 1, None)))
    for line in below:
        options = [*options, *split_circles(line.text)[1]]
    label = sheet.label_or_report(plain(before) or sheet.above, first)
    return Taken(_circles(options, label, label, first, sheet), 1 + len(below))


def read_circles_cell(cell: CellSource, sheet: SheetReading) -> Cell:
    """Read a cell with circles, and words before them."""
    before, options = split_circles(cell.text)
    return Cell(text=Phrase(before.strip()), entry=_circles(options, cell.label, cell.named, cell.line, sheet))


def _circles(options: Sequence[str], label: str, named: str, line: Line, sheet: SheetReading) -> Circles:
    """Circles from the words behind each, checked. Behind the last, its author's name for the field may stand."""
    last, given = take_name(options[-1])
    words = tuple(Phrase(option.strip().rstrip("·|,;/").strip()) for option in (*options[:-1], last))
    if len(words) < 2:
        sheet.report("sheet-one-circle", line, "one")
    if len({word.casefold() for word in words}) < len(words):
        sheet.report("sheet-duplicate-circle", line, shown(line.text))
    if not all(words):
        sheet.report("sheet-no-label", line, "a circle without words")
    return Circles(sheet.names.name(named, given, line.number), label, words)
