"""Nesting and length that no author means, and that would take Python-Markdown quadratic time or all of its stack."""

from __future__ import annotations

import re
from typing import NamedTuple

from course.problem import Problems, shown
from course.reader.source import Source

DEEPEST_BRACKETS = 20
LONGEST_PARAGRAPH = 20_000
"""Characters without a blank line; a table of sixty wide rows has fewer."""
MOST_EMPHASIS = 400
"""Runs of ``*`` in a paragraph: a table of a hundred rows with bold words has fewer."""


class _Rule(NamedTuple):
    """What may be nested in a line, how a line is nested that deep, and how often is too often."""

    what: str
    pattern: re.Pattern[str]
    limit: int


_RULES = (
    _Rule("quotes `>`", re.compile(r"^\s*(?:>\s*){11}"), 10),
    _Rule("lists on one line", re.compile(r"^\s*(?:(?:[-*+]|\d+[.)])[ \t]+){6}"), 5),
    _Rule("spaces before a text", re.compile(r"^(?: {61}|\t{16})"), 60),
)


def refuse_depth(source: Source, first_line: int, protected: frozenset[int], problems: Problems) -> bool:
    """Report the first line that is nested too deeply; whether there is one.

    Args:
        source: The file.
        first_line: The first line below the front matter.
        protected: The numbers of lines of code, in which nothing nests.
        problems: Takes the mistake.
    """
    brackets = emphasis = letters = 0
    for number, line in enumerate(source.lines[first_line - 1 :], first_line):
        if not line.strip():
            brackets = emphasis = letters = 0
        if number in protected or not line.strip():
            continue
        brackets, column = _bracket_depth(line, brackets)
        letters += len(line)
        emphasis += len(re.findall(r"\*+", line))
        too_deep = next(((rule.what, rule.limit) for rule in _RULES if rule.pattern.match(line)), None)
        if column:
            too_deep = ("brackets `[`", DEEPEST_BRACKETS)
        elif emphasis > MOST_EMPHASIS:
            too_deep = ("asterisks in a paragraph", MOST_EMPHASIS)
        elif letters > LONGEST_PARAGRAPH:
            too_deep = ("characters in a paragraph", LONGEST_PARAGRAPH)
        if too_deep:
            what, limit = too_deep
            problems.report(
                "nesting-too-deep", source.place(number, column or 1), shown(line, 20), what=what, limit=limit
            )
            return True
    return False


def _bracket_depth(line: str, depth: int) -> tuple[int, int]:
    """How many brackets are open at the end of a line, and the column where there were too many, or 0."""
    for column, character in enumerate(line, 1):
        depth = max(0, depth + (character == "[") - (character == "]"))
        if depth > DEEPEST_BRACKETS:
            return depth, column
    return depth, 0
