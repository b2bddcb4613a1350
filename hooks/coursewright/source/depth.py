"""Nesting and length that no author means, and that would take Python-Markdown quadratic time or all of its stack."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from coursewright.problem import Problems, shown
from coursewright.source.source import Source

DEEPEST_BRACKETS = 20
MOST_REFERENCES = 100
MOST_OPEN_TAGS = 200
_REFERENCE = re.compile(r"\[\^([^\[\]]++)\]")
_OPEN_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*+$")
_ASTERISKS = re.compile(r"\*+")


class _Line(NamedTuple):
    """What may be nested in a line, how a line is nested too deeply, and how deep it may be."""

    what: str
    pattern: re.Pattern[str]
    limit: int


_LINES = (
    _Line("quotes `>`", re.compile(r"^\s*(?:>\s*){11}"), 10),
    _Line("lists on one line", re.compile(r"^\s*(?:(?:[-*+]|\d+[.)])[ \t]+){6}"), 5),
    _Line("spaces in a row", re.compile(r"^.*?\S[ \t]{301}"), 300),
    _Line("spaces before a text", re.compile(r"^(?: {61}|\t{16})"), 60),
)


class _Paragraph(NamedTuple):
    """What adds up in a paragraph, how a line adds to it, and how much is too much."""

    what: str
    count: Callable[[str], int]
    limit: int


_PARAGRAPHS = (
    _Paragraph("asterisks in a paragraph", lambda line: len(_ASTERISKS.findall(line)), 400),
    _Paragraph("opening brackets in a paragraph", lambda line: line.count("[") + line.count("<"), 400),
    _Paragraph("characters in a paragraph", lambda line: 0 if line.startswith("|") else len(line), 10_000),
)
"""A table of a hundred rows with bold words and links stays below all of these."""


def refuse_depth(source: Source, first_line: int, protected: frozenset[int], problems: Problems) -> bool:
    """Report the first line that is nested too deeply; whether there is one.

    Args:
        source: The file.
        first_line: The first line below the front matter.
        protected: The numbers of lines of code, in which nothing nests.
        problems: Takes the mistake.
    """
    brackets, sums, repeats = 0, [0] * len(_PARAGRAPHS), _Repeats()
    for number, line in enumerate(source.lines[first_line - 1 :], first_line):
        if not line.strip():
            brackets, sums = 0, [0] * len(_PARAGRAPHS)
        elif number not in protected:
            if found := repeats.too_many(line):
                what, limit = found
                problems.report("too-many", source.place(number), shown(line, 20), what=what, limit=limit)
                return True
            brackets, column = _bracket_depth(line, brackets)
            sums = [total + rule.count(line) for total, rule in zip(sums, _PARAGRAPHS, strict=True)]
            if broken := _broken_rule(line, column, sums):
                what, limit = broken
                place = source.place(number, column or 1)
                problems.report("nesting-too-deep", place, shown(line, 20), what=what, limit=limit)
                return True
    return False


class _Repeats:
    """What adds up in a whole file, and takes Python-Markdown the square of its number."""

    def __init__(self) -> None:
        self._footnotes: Counter[str] = Counter()
        self._open_tags = 0

    def too_many(self, line: str) -> tuple[str, int] | None:
        """What there is too much of with this line, and how much of it there may be."""
        for label in _REFERENCE.findall(line):
            self._footnotes[label] += 1
            if self._footnotes[label] > MOST_REFERENCES:
                return "references to one footnote", MOST_REFERENCES
        self._open_tags += bool(_OPEN_TAG.search(line))
        return ("HTML tags without `>` on their line", MOST_OPEN_TAGS) if self._open_tags > MOST_OPEN_TAGS else None


def _broken_rule(line: str, column: int, sums: list[int]) -> tuple[str, int] | None:
    if column:
        return "brackets `[` inside one another", DEEPEST_BRACKETS
    for rule in _LINES:
        if rule.pattern.match(line):
            return rule.what, rule.limit
    for total, count in zip(sums, _PARAGRAPHS, strict=True):
        if total > count.limit:
            return count.what, count.limit
    return None


def _bracket_depth(line: str, depth: int) -> tuple[int, int]:
    """How many brackets are open at the end of a line, and the column where there were too many, or 0."""
    for column, character in enumerate(line, 1):
        depth = max(0, depth + (character == "[") - (character == "]"))
        if depth > DEEPEST_BRACKETS:
            return depth, column
    return depth, 0
