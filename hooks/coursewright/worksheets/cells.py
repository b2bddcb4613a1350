"""The cells of a grid, and what may be filled in in one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from coursewright.markup.element import Element
from coursewright.sheet import Field, OnPage, OnPaper
from coursewright.source.lines import Line
from coursewright.text import NOTHING, Phrase

MOST_LETTERS = 30
"""Letters after which words, or circles side by side, go on in a second line of a cell."""
MARK_LETTERS = 5
"""Letters that a box or circle takes on paper, with the space around it."""


class CellEntry(ABC):
    """Something to fill in that may stand in a cell. mypy names what a new one lacks where it is made."""

    __slots__ = ()

    class_on_paper: ClassVar[str | None] = None
    """The class of a cell that holds it."""

    @abstractmethod
    def fields(self) -> Iterator[Field]:
        """Its fields."""

    @abstractmethod
    def draw_in_cell(self, parent: Element, page: OnPage) -> None:
        """Draw it into a cell of its page."""

    @abstractmethod
    def draw_in_cell_on_paper(self, parent: Element, height: int, paper: OnPaper) -> None:
        """Draw it into a cell on paper, which has a height in millimetres."""

    @abstractmethod
    def letters(self, words: int) -> int:
        """How many letters wide its column should be on paper. ``words`` are those of the cell."""

    def rated(self) -> Iterator[str]:
        """Its name, if it rates something and a sum may add it up."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid: words, or something to fill in that is named after its row and column."""

    text: Phrase = NOTHING
    entry: CellEntry | None = None


class CellSource(NamedTuple):
    """A cell that is to be filled in, as its reader is given it."""

    text: str
    line: Line
    label: str
    """What labels it: its column and row."""
    named: str
    """What it is named after: its column and row by their authors' names, if they have any."""
