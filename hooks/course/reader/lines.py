"""Lines of a block's body, each with its number, and which of them a code fence protects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from course.text import Text


class Line(NamedTuple):
    """A line of the source below the front matter."""

    number: int
    text: str
    protected: bool

    @property
    def blank(self) -> bool:
        """Whether nothing is on it."""
        return not self.text.strip()


def numbered(text: Text, protected: frozenset[int]) -> Iterator[Line]:
    """The lines of a text."""
    for number, line in enumerate(text.lines, text.line):
        yield Line(number, line, number in protected)


def as_text(lines: Iterable[Line], fallback_line: int) -> Text:
    """Lines as a text, without the blank lines at both ends."""
    kept = list(lines)
    while kept and kept[0].blank:
        kept.pop(0)
    while kept and kept[-1].blank:
        kept.pop()
    return Text(tuple(line.text for line in kept), kept[0].number if kept else fallback_line)
