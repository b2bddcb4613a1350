"""What the reader of a block is given besides the block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.problem import Place, Problems
from coursewright.source.lines import Line, numbered
from coursewright.source.source import Source
from coursewright.text import Text


@dataclass(frozen=True, slots=True)
class Reading:
    """A file while its blocks are read."""

    source: Source
    protected: frozenset[int]
    """The numbers of the lines in code fences and comments."""
    problems: Problems

    def report(self, code: str, line: int, found: str, /, column: int = 1, **values: object) -> None:
        """Report a mistake on a line of this file."""
        self.problems.report(code, self.source.place(line, column), found, **values)

    def place(self, line: int) -> Place:
        """A place in this file."""
        return self.source.place(line)

    def lines(self, text: Text) -> Iterator[Line]:
        """The lines of a text of this file."""
        return numbered(text, self.protected)
