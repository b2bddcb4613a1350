"""Markdown between the fields of a worksheet; its last paragraph labels what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coursewright import text
from coursewright.markup.element import Element
from coursewright.problem import shown
from coursewright.sheet import Field, OnPage, OnPaper, SheetPart
from coursewright.source.lines import Line, as_text
from coursewright.source.plain import plain
from coursewright.worksheets.reading import SheetReading, Taken
from coursewright.worksheets.signs import Sign, sign_of


@dataclass(frozen=True, slots=True)
class Prose(text.Prose, SheetPart):
    """Markdown between the fields."""

    @property
    def last_words(self) -> str:
        return plain(str(self.text).rsplit("\n\n", 1)[-1])

    def fields(self) -> Iterator[Field]:
        return iter(())

    def draw_on_page(self, parent: Element, page: OnPage) -> None:
        page.texts.markdown(parent, self.text)

    def draw_on_paper(self, parent: Element, paper: OnPaper) -> None:
        paper.texts.markdown(parent, self.text)
        if paper.is_label and len(parent) and parent[-1].tag == "p":
            parent[-1].set("class", "label")


def read_prose(lines: Sequence[Line], sheet: SheetReading) -> Taken:
    """Read Markdown up to the next field. A field among it that someone has filled in is a mistake."""
    taken = []
    for line in lines:
        sign = sign_of(line)
        if sign not in (Sign.WORDS, Sign.FILLED):
            break
        if sign is Sign.FILLED:
            sheet.report("sheet-filled", line, shown(line.text))
        taken.append((sign, line))
    markdown = as_text((line for sign, line in taken if sign is Sign.WORDS), 0)
    return Taken(Prose(markdown) if markdown else None, len(taken))
