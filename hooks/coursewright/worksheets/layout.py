"""What stands beside what on a worksheet, and what of it is shown to whom: on its page and on paper alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coursewright.block import Worksheet
from coursewright.sheet import SheetPart


class Placed(NamedTuple):
    """A part where it stands."""

    part: SheetPart
    above: str
    """The words right above it that can label it."""
    is_label: bool
    """Whether its last words label the part that follows."""


def laid_out(sheet: Worksheet, *, for_trainers: bool) -> Iterator[list[Placed]]:
    """The parts that are shown, each together with those that stand beside it."""
    group: list[Placed] = []
    for placed in _placed(sheet.parts):
        if group and not (placed.part.stands_beside and not group[-1].part.for_trainers):
            yield from _shown(group, for_trainers)
            group = []
        group.append(placed)
    yield from _shown(group, for_trainers)


def _shown(group: list[Placed], for_trainers: bool) -> Iterator[list[Placed]]:
    """A group, unless it is only for trainers; nothing stands beside a part that is."""
    if group and (for_trainers or not group[0].part.for_trainers):
        yield group


def _placed(parts: Sequence[SheetPart]) -> Iterator[Placed]:
    above = ""
    for part, following in zip(parts, _following(parts), strict=True):
        words = part.last_words or ""
        yield Placed(part, above, following is not None and following.labelled_by(words))
        above = above if part.for_trainers else words


def _following(parts: Sequence[SheetPart]) -> list[SheetPart | None]:
    """What follows each part for everyone, those for trainers aside."""
    found: list[SheetPart | None] = []
    following = None
    for part in reversed(parts):
        found.append(following)
        following = following if part.for_trainers else part
    return found[::-1]
