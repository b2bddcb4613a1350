"""What a worksheet is made of.

    Prose           Markdown between the fields
    WritingBox      lines to write on
    BlankLine       one-line fields after their labels
    Tick            a box to tick
    Circles         circles of which one is chosen
    Grid, Cell      a table with cells to fill in

A field has a name, under which it is kept and which no other field of its sheet has, and a label, which says what to
write. Labels are plain words; words beside boxes and circles, in heads and in cells are inline Markdown.
"""

from __future__ import annotations

from dataclasses import dataclass

from course.text import Prose


@dataclass(frozen=True, slots=True)
class WritingBox:
    """Lines to write on, one under another."""

    name: str
    label: str
    lines: int


@dataclass(frozen=True, slots=True)
class Blank:
    """A one-line field after its label, as in ``Date: ______``."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class BlankLine:
    """One or more blanks side by side."""

    blanks: tuple[Blank, ...]
    after: str = ""
    """Words behind the last blank."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick; any number of boxes may be ticked. Blanks may follow it, as in ``[ ] Other: ____``."""

    name: str
    label: str
    said: str = ""
    """What names a box without words, as in a table."""
    line: BlankLine | None = None


@dataclass(frozen=True, slots=True)
class Circles:
    """Circles of which one is chosen."""

    name: str
    label: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid: words, or something to fill in that is named after its row and column."""

    text: str = ""
    entry: WritingBox | Tick | Circles | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with cells to write in. ``head`` and the words in cells are inline Markdown."""

    label: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


SheetPart = Prose | WritingBox | BlankLine | Tick | Circles | Grid
