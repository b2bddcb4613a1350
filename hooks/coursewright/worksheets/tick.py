"""A box to tick; any number of boxes may be ticked. Blanks may follow it.

[ ] I have read the minutes.
[ ] Other: ____
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coursewright.markup.element import Element, add
from coursewright.sheet import Field, OnPage, OnPaper, SheetPart
from coursewright.source.lines import Line
from coursewright.source.plain import plain
from coursewright.text import Phrase
from coursewright.worksheets.blanks import BlankLine, blanks_of
from coursewright.worksheets.cells import MARK_LETTERS, MOST_LETTERS, Cell, CellEntry, CellSource
from coursewright.worksheets.pen import answer, draw_box
from coursewright.worksheets.reading import SheetReading, Taken
from coursewright.worksheets.signs import behind_tick, split_blanks, split_last_label, take_name


@dataclass(frozen=True, slots=True)
class Tick(SheetPart, CellEntry):
    """A box to tick."""

    name: str
    label: Phrase
    said: str = ""
    """What names a box without words, as in a table."""
    line: BlankLine | None = None
    """The blanks behind it."""

    def fields(self) -> Iterator[Field]:
        yield Field(self.name, self.label or self.said)
        yield from self.line.fields() if self.line else ()

    def to_sum(self, before: tuple[str, ...]) -> tuple[str, ...]:
        return self.line.to_sum(before) if self.line else before

    def letters(self, words: int) -> int:
        return max(min(len(plain(self.label)) + MARK_LETTERS, MOST_LETTERS), words)

    def draw_on_page(self, parent: Element, page: OnPage) -> None:
        row = add(parent, "p", class_="cw-tick cw-line" if self.line else "cw-tick")
        self.draw_in_cell(row, page)
        if self.line:
            self.line.draw_blanks(row, plain(self.label), page)

    def draw_in_cell(self, parent: Element, page: OnPage) -> None:
        label = add(parent, "label")
        said = None if self.label else self.said
        add(label, "input", type="checkbox", id=page.prefix + self.name, name=self.name, value="yes", aria_label=said)
        page.texts.line(add(label, "span"), self.label)

    def draw_on_paper(self, parent: Element, paper: OnPaper) -> None:
        said = plain(self.label)
        beside = self.line is not None and not self.line.is_long(said)
        line = add(parent, "div", class_="tick blanks" if beside else "tick")
        draw_box(add(line, "div", class_="mark"), self.name, said or self.said, paper)
        words = add(line, "div", class_="words")
        paper.texts.line(words, self.label)
        if self.line:
            holder = line if beside else add(words, "div", class_="blanks stacked")
            self.line.draw_blanks_on_paper(holder, said, paper)

    def draw_in_cell_on_paper(self, parent: Element, height: int, paper: OnPaper) -> None:
        holder = add(parent, "span", class_="option")
        draw_box(holder, self.name, answer(self.said, plain(self.label)) if self.label else self.said, paper)
        paper.texts.line(add(holder, "span"), self.label)


def read_tick(lines: Sequence[Line], sheet: SheetReading) -> Taken:
    """Read a box with its words, and the blanks behind it."""
    line = lines[0]
    signs, after = split_blanks(behind_tick(line.text))
    words, label = split_last_label(signs[0].words) if signs else (after, "")
    words, given = take_name(words)
    name = sheet.names.name(sheet.label_or_report(plain(words), line), given, line.number)
    blanks = blanks_of([signs[0]._replace(words=label), *signs[1:]], after, line, sheet) if signs else None
    return Taken(Tick(name, Phrase(words.strip()), line=blanks), 1)


def read_tick_cell(cell: CellSource, sheet: SheetReading) -> Cell:
    """Read a cell with a box, which may have no words of its own."""
    words, given = take_name(behind_tick(cell.text))
    name = sheet.names.name(f"{cell.named} {words}", given, cell.line.number)
    return Cell(entry=Tick(name, Phrase(words.strip()), said=cell.label))
