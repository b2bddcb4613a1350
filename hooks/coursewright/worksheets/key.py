"""What good answers look like: the trainer's edition and the facilitator's copy have it, the learner's don't.

/// key
A good answer names a person and a day.
///
"""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.markup.element import NO_SEARCH, Element, add, as_written
from coursewright.sheet import OnPage, OnPaper
from coursewright.source.blocks import RawBlock
from coursewright.source.reading import Reading
from coursewright.worksheets.text_block import TextBlock, read_text_block


@dataclass(frozen=True, slots=True)
class SheetKey(TextBlock):
    """What good answers look like."""

    for_trainers = True

    def draw_on_page(self, parent: Element, page: OnPage) -> None:
        note = add(parent, "trainer-note", class_="cw-trainer", **NO_SEARCH)
        add(note, "p", as_written(page.words["sheet.key"]), class_="cw-trainer-title")
        page.texts.markdown(note, self.text)

    def draw_on_paper(self, parent: Element, paper: OnPaper) -> None:
        note = add(parent, "div", class_="key")
        add(note, "p", as_written(paper.words["sheet.key"]), class_="title")
        paper.texts.markdown(note, self.text)


def read_key(block: RawBlock, reading: Reading) -> SheetKey:
    """Read a key."""
    return SheetKey(block.line, read_text_block(block, "what good answers look like", reading))
