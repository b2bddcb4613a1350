"""Lines of a block's body, each with its number, and which of them a code fence protects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coursewright.text import Text

CODE_SPAN = re.compile(r"(?<!`)(`++).+?(?<!`)\1(?!`)")
_FILLER = "\0"
"""Stands for a character of code; no source holds it."""


def without_code(text: str) -> str:
    """A line with its `code` blotted out, each character where it was."""
    return CODE_SPAN.sub(lambda code: _FILLER * len(code.group()), text)


def split_outside_code(pattern: re.Pattern[str], text: str) -> list[str]:
    """What stands between the matches of a pattern, those in `code` aside."""
    pieces, start = [], 0
    for match in pattern.finditer(without_code(text)):
        pieces.append(text[start : match.start()])
        start = match.end()
    return [*pieces, text[start:]]


class Line(NamedTuple):
    """A line of the source below the front matter."""

    number: int
    text: str
    protected: bool

    @property
    def blank(self) -> bool:
        """Whether nothing is on it."""
        return not self.text.strip()

    @property
    def bare(self) -> str:
        """The line without code; nothing, if all of it is code."""
        return "" if self.protected else without_code(self.text)


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
