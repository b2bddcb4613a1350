"""A worked example: it stands beside the part before it.

/// example
I answered the phone myself on Monday.
///
"""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.markup.element import Element, add, as_written
from coursewright.sheet import OnPage, OnPaper
from coursewright.source.blocks import RawBlock
from coursewright.source.reading import Reading
from coursewright.worksheets.text_block import TextBlock, read_text_block


@dataclass(frozen=True, slots=True)
class Example(TextBlock):
    """A worked example."""

    stands_beside = True

    def draw_on_page(self, parent: Element, page: OnPage) -> None:
        title = page.words["sheet.example"]
        aside = add(parent, "aside", class_="cw-example", aria_label=title)
        add(aside, "p", as_written(title), class_="cw-example-title")
        page.texts.markdown(aside, self.text)

    def draw_on_paper(self, parent: Element, paper: OnPaper) -> None:
        aside = add(parent, "div", class_="example")
        add(aside, "p", as_written(paper.words["sheet.example"]), class_="title")
        paper.texts.markdown(aside, self.text)


def read_example(block: RawBlock, reading: Reading) -> Example:
    """Read an example."""
    return Example(block.line, read_text_block(block, "the example", reading))
