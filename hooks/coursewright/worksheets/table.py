"""Which part of a worksheet begins with which sign: the one place that names all parts.

A new sign makes mypy ask for its reader, here and in ``grid_reader.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import assert_never

from coursewright.sheet import SheetPart
from coursewright.source.blocks import RawBlock
from coursewright.source.lines import Line
from coursewright.source.reading import Reading
from coursewright.worksheets.blanks import read_blanks
from coursewright.worksheets.canvas import opens_canvas, read_canvas
from coursewright.worksheets.circles import read_circles
from coursewright.worksheets.example import read_example
from coursewright.worksheets.grid_reader import read_grid
from coursewright.worksheets.key import read_key
from coursewright.worksheets.prose import read_prose
from coursewright.worksheets.reading import SheetReading, Taken
from coursewright.worksheets.scale import read_scale
from coursewright.worksheets.signs import Sign, sign_of
from coursewright.worksheets.tick import read_tick
from coursewright.worksheets.writing import read_writing

PartReader = Callable[[Sequence[Line], SheetReading], Taken]
"""Reads a part from the first of some lines, and as many of the next as belong to it."""
BlockReader = Callable[[RawBlock, Reading], SheetPart]


def reader_of(line: Line) -> PartReader:
    """The reader of the part that a line opens."""
    sign = sign_of(line)
    match sign:
        case Sign.WRITING:
            return read_writing
        case Sign.ROW:
            return read_canvas if opens_canvas(line) else read_grid
        case Sign.TICK:
            return read_tick
        case Sign.SCALE:
            return read_scale
        case Sign.CIRCLES:
            return read_circles
        case Sign.BLANKS:
            return read_blanks
        case Sign.WORDS | Sign.FILLED:
            return read_prose
        case _:
            assert_never(sign)


BLOCKS: MappingProxyType[str, BlockReader] = MappingProxyType({"example": read_example, "key": read_key})
"""The parts that are blocks of their own inside the sheet, by their kind."""
