"""What a worksheet is made of.

    Prose           Markdown between the fields
    WritingBox      lines to write on
    BlankLine       one-line fields after their labels: words, a sum, a signature
    Tick            a box to tick
    Circles         circles of which one is chosen
    Scale           numbers of which one is chosen, with words at both ends
    Grid            a table with cells to fill in
      Row, Cell     what stands in it; Rating: a circle of the choice that a whole row makes
    Canvas          titled boxes side by side
    Example         a worked example, beside the part before it
    SheetKey        what good answers look like; for the trainer

A field has a name, under which it is kept and which no other field of its sheet has, and a label, which says what to
write. Labels are plain words; words beside boxes and circles, in heads and in cells are inline Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from coursewright.text import Prose, Text

SheetForm = Literal["blank", "fillable", "facilitator"]
"""How a sheet is printed: to fill in by hand, to fill in on a screen, and with its keys."""


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
    kind: Literal["words", "sum", "signature"] = "words"
    sums: tuple[str, ...] = ()
    """The names of the scales and ratings that a sum adds up."""


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
class Scale:
    """Numbers of which one is chosen, from ``low`` to ``high``."""

    name: str
    label: str
    low: str
    high: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rating:
    """A circle in a cell of its own: one of the choices that its row makes. They share their row's name."""

    name: str
    label: str
    option: str
    points: int
    """What it adds to a sum: the number that heads its column, or its place in the row."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid: words, or something to fill in that is named after its row and column."""

    text: str = ""
    entry: WritingBox | Tick | Circles | Scale | Rating | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a grid."""

    cells: tuple[Cell, ...]
    height: int = 0
    """Millimetres that it takes on paper at least; 0 leaves it to the style."""
    example: bool = False
    """Whether it is filled in, to show how."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with cells to write in. ``head`` and the words in cells are inline Markdown."""

    label: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...] = ()
    """The share of each column in the width, in hundredths; nothing leaves it to what stands in them."""

    @property
    def is_matrix(self) -> bool:
        """Whether its rows are rated."""
        return any(isinstance(cell.entry, Rating) for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class CanvasBox:
    """A titled box. The title is inline Markdown."""

    name: str
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class CanvasRow:
    """Boxes side by side, which share the width."""

    boxes: tuple[CanvasBox, ...]
    height: int
    """Millimetres that it takes on paper."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """Titled boxes to fill, in rows."""

    rows: tuple[CanvasRow, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: it stands beside the part before it."""

    line: int
    text: Text


@dataclass(frozen=True, slots=True)
class SheetKey:
    """What good answers look like. The trainer's edition has it, the learner's does not."""

    line: int
    text: Text


Entry = WritingBox | BlankLine | Tick | Circles | Scale | Grid | Canvas
"""The parts that are filled in."""

SheetPart = Prose | Entry | Example | SheetKey


def beside_one_another(parts: Sequence[SheetPart]) -> Iterator[list[tuple[int, SheetPart]]]:
    """The parts with their numbers, each together with the examples that stand beside it."""
    group: list[tuple[int, SheetPart]] = []
    for number, part in enumerate(parts):
        if group and (not isinstance(part, Example) or isinstance(group[-1][1], SheetKey)):
            yield group
            group = []
        group.append((number, part))
    if group:
        yield group


class Field(NamedTuple):
    """A field of a sheet: its name, and what it asks for as inline Markdown."""

    name: str
    label: str


def fields_of(part: SheetPart) -> Iterator[Field]:
    """The fields of a part, in the order in which they are filled in. The circles of a choice are one field."""
    seen: set[str] = set()
    for each in _entries(part):
        if each.name not in seen:
            seen.add(each.name)
            yield Field(each.name, each.label or (each.said if isinstance(each, Tick) else ""))


def _entries(part: SheetPart) -> Iterator[WritingBox | Blank | Tick | Circles | Scale | Rating | CanvasBox]:
    match part:
        case WritingBox() | Circles() | Scale():
            yield part
        case BlankLine():
            yield from part.blanks
        case Tick():
            yield part
            yield from part.line.blanks if part.line else ()
        case Grid():
            yield from (cell.entry for row in part.rows for cell in row.cells if cell.entry)
        case Canvas():
            yield from (box for row in part.rows for box in row.boxes)
