"""How wide the columns of a printed table are: as its author says, or as what stands in them needs.

A browser would look at what stands in the cells and leave an empty one no room, though it is the one to write in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coursewright.source.plain import plain
from coursewright.worksheets.cells import MOST_LETTERS, Cell

_SPACES = re.compile(r"\s+")


def column_widths(head: Sequence[str], rows: Sequence[Sequence[Cell]], written: Sequence[int] = ()) -> tuple[int, ...]:
    """The share of each column in the width, in hundredths; together they are the whole.

    Args:
        head: The heads of the columns.
        rows: The rows that are to be filled in.
        written: The shares that the author has written, if there are any.
    """
    return _hundredths(written or _wanted(head, rows))


def _hundredths(weights: Sequence[int]) -> tuple[int, ...]:
    """Weights as hundredths of their sum; what rounding down leaves goes to the largest remainders."""
    whole = sum(weights)
    shares = [100 * weight // whole for weight in weights]
    remainders = sorted(range(len(weights)), key=lambda place: -(100 * weights[place] % whole))
    for place in remainders[: 100 - sum(shares)]:
        shares[place] += 1
    return tuple(shares)


def _wanted(head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[int]:
    """The letters that each column should have room for."""
    wanted = [max(map(_letters, column)) for column in zip(*rows, strict=True)] or [1] * len(head)
    for place, words in enumerate(map(plain, head)):
        longest = max(map(len, _SPACES.split(words)))
        wanted[place] = max(wanted[place], longest + 2, min(len(words) // 2, MOST_LETTERS))
    return wanted


def _letters(cell: Cell) -> int:
    words = min(len(plain(cell.text)), MOST_LETTERS)
    return cell.entry.letters(words) if cell.entry else words
