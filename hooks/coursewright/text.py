"""Pieces of Markdown as their author wrote them, with the line where they stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown as written, with the line of its first line in the source."""

    lines: tuple[str, ...]
    line: int

    def __str__(self) -> str:
        return "\n".join(self.lines)

    def __bool__(self) -> bool:
        return any(line.strip() for line in self.lines)

    @property
    def joined(self) -> str:
        """The text as one paragraph: one line, for inline Markdown."""
        return " ".join(line.strip() for line in self.lines if line.strip())


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown that stands between blocks, or between the fields of a worksheet."""

    text: Text
