"""How wide the columns of a printed table are: as its author says, or as what stands in them needs.

A browser would look at what stands in the cells and leave an empty one no room, though it is the one to write in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coursewright.reader.fields import plain
from coursewright.sheet import Cell, Circles, Grid, Rating, Scale, Tick, WritingBox

WRITE = 24
"""Letters of handwriting that a cell should have room for."""
MOST = 30
"""Letters after which words, or circles side by side, go on in a second line."""
MARK = 5
"""Letters that a box or circle takes, with the space around it."""
RATING = 6
SCALE_NUMBER = 4

_SPACES = re.compile(r"\s+")


def column_widths(grid: Grid) -> tuple[int, ...]:
    """The share of each column in the width, in hundredths; together they are the whole."""
    return _hundredths(grid.widths or _wanted(grid))


def _hundredths(weights: Sequence[int]) -> tuple[int, ...]:
    """Weights as hundredths of their sum; what rounding down leaves goes to the largest remainders."""
    whole = sum(weights)
    shares = [100 * weight // whole for weight in weights]
    remainders = sorted(range(len(weights)), key=lambda place: -(100 * weights[place] % whole))
    for place in remainders[: 100 - sum(shares)]:
        shares[place] += 1
    return tuple(shares)


def _wanted(grid: Grid) -> list[int]:
    """The letters that each column should have room for."""
    columns = zip(*(row.cells for row in grid.rows if not row.example), strict=True)
    wanted = [max(map(_letters, column)) for column in columns] or [1] * len(grid.head)
    for place, head in enumerate(grid.head):
        longest = max(map(len, _SPACES.split(plain(head))))
        wanted[place] = max(wanted[place], longest + 2, min(len(plain(head)) // 2, MOST))
    return wanted


def _letters(cell: Cell) -> int:
    words = min(len(plain(cell.text)), MOST)
    match cell.entry:
        case WritingBox():
            return WRITE
        case Circles() as circles:
            lengths = [len(plain(option)) + MARK for option in circles.options]
            return max(min(sum(lengths), MOST), *lengths, words)
        case Tick() as tick:
            return max(min(len(plain(tick.label)) + MARK, MOST), words)
        case Scale() as scale:
            return len(scale.numbers) * SCALE_NUMBER + len(scale.low) + len(scale.high)
        case Rating():
            return RATING
        case None:
            return words
