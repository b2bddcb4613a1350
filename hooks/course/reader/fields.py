"""What the fields of a worksheet share: their names, their labels, and circles."""

from __future__ import annotations

import re

from course.problem import shown
from course.reader.lines import CODE_SPAN, Line
from course.reader.reading import Reading
from course.sheet import Circles

CIRCLE = re.compile(r"\( ?\)\s*")
TICK = re.compile(r"^\s*(?:[-*+]\s+)?\[ ?\](?![(\[:])\s*(?P<text>.*)$")

LONGEST_NAME = 48
_NOT_IN_NAMES = re.compile(r"[\W_]+")
_MARKUP = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"(\*{1,3}|(?<!\w)_{1,3})(\S(?:.*?\S)?)\1"), r"\2"),
    (re.compile(r"^\s*[-+*>]\s+", re.MULTILINE), ""),
)
"""Markdown that is not read aloud, and what stays of it."""


class FieldNames:
    """Gives each field of a sheet a name: its label's, with a number where the label stands twice."""

    def __init__(self) -> None:
        self.count = 0
        self._used: dict[str, int] = {}

    def name(self, label: str) -> str:
        """A name that no other field of the sheet has."""
        self.count += 1
        base = _NOT_IN_NAMES.sub("-", label.casefold()).strip("-")[:LONGEST_NAME].rstrip("-") or "field"
        self._used[base] = self._used.get(base, 0) + 1
        return base if self._used[base] == 1 else f"{base}--{self._used[base]}"


def plain(markdown: str) -> str:
    """The words of a piece of Markdown on one line, without a colon at the end: a field's label."""
    # Code is read aloud as it stands; all else loses its marks.
    pieces = CODE_SPAN.split(markdown)
    codes = [match.group().strip("`") for match in CODE_SPAN.finditer(markdown)]
    words = [_without_marks(piece) for piece in pieces[:: CODE_SPAN.groups + 1]]
    joined = "".join(word + code for word, code in zip(words, [*codes, ""], strict=True))
    return " ".join(joined.split()).rstrip(":").strip()


def _without_marks(markdown: str) -> str:
    for pattern, kept in _MARKUP:
        markdown = pattern.sub(kept, markdown)
    return markdown


def read_circles(options: list[str], label: str, names: FieldNames, line: Line, reading: Reading) -> Circles:
    """Circles from the words behind each ``( )``, checked."""
    words = tuple(option.strip().rstrip("·|,;/").strip() for option in options)
    if len(words) < 2:
        reading.report("sheet-one-circle", line.number, "one")
    if len({word.casefold() for word in words}) < len(words):
        reading.report("sheet-duplicate-circle", line.number, shown(line.text))
    if not all(words):
        reading.report("sheet-no-label", line.number, "a circle without words")
    return Circles(names.name(label), label, words)
