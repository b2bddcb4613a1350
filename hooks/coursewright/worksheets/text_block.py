"""Parts that are blocks of text inside the sheet, ``/// example`` and ``/// key``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.keys import NoKeys
from coursewright.sheet import Field, SheetPart
from coursewright.source.blocks import RawBlock
from coursewright.source.options import read_options
from coursewright.source.reading import Reading
from coursewright.text import Text


@dataclass(frozen=True, slots=True)
class TextBlock(SheetPart):
    """A block of text; a part of its kind says how it is drawn."""

    line: int
    text: Text

    def fields(self) -> Iterator[Field]:
        return iter(())


def read_text_block(block: RawBlock, wanted: str, reading: Reading) -> Text:
    """The text of a block without options, which must not be empty.

    Args:
        block: The block.
        wanted: What a message asks for where there is no text.
        reading: Takes the mistakes.
    """
    read_options(block, NoKeys, reading)
    text = block.body()
    if not text:
        reading.report("block-empty", block.line, "nothing", what=wanted)
    return text
