"""What the reader of a part is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, overload

from coursewright.problem import shown
from coursewright.sheet import SheetPart
from coursewright.source.lines import Line
from coursewright.source.reading import Reading
from coursewright.text import can_be_seen
from coursewright.worksheets.names import FieldNames


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReading:
    """A sheet while one of its parts is read."""

    reading: Reading
    names: FieldNames
    above: str
    """The last words above, which label what follows."""
    to_sum: tuple[str, ...]
    """The names of the ratings above that no sum has added up yet."""

    def report(self, code: str, line: Line, found: str, **values: object) -> None:
        """Report a mistake on a line."""
        self.reading.report(code, line.number, found, 1, **values)

    def label_or_report(self, label: str, line: Line) -> str:
        """The label of a field; a field without one is a mistake, as nobody could tell what to write."""
        if not can_be_seen(label):
            self.report("sheet-no-label", line, f"none before {shown(line.text)}")
        return label


class Ahead(Sequence[Line]):
    """The lines from one to the last, which long sheets need not copy for each part."""

    def __init__(self, lines: Sequence[Line], start: int) -> None:
        self._lines, self._start = lines, start

    def __len__(self) -> int:
        return len(self._lines) - self._start

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | Sequence[Line]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        return self._lines[self._start + place]


class Taken(NamedTuple):
    """What a reader has made of the lines that it was given."""

    part: SheetPart | None
    """The part; None if the lines come to nothing, or if what is wrong in them has been reported."""
    lines: int
    """How many of the lines it has read, from the first."""
