"""What the parts of a worksheet have in common: what each can say and do, whatever it is.

Each part is a frozen record of what its author wrote, in a file of its own in ``worksheets/``. This class is what all
others know of it. A field has a name, under which it is kept and which no other field of its sheet has, and a label,
which says what to write.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple
from xml.etree.ElementTree import Element

from coursewright.text import Texts
from coursewright.words import Words

SheetForm = Literal["blank", "fillable", "facilitator"]
"""How a sheet is printed: to fill in by hand, to fill in on a screen, and with its keys."""


class Field(NamedTuple):
    """A field of a sheet: its name, and what it asks for as inline Markdown."""

    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPage:
    """What a part is given to be drawn on its page, as part of a form."""

    prefix: str
    """What the ids of its fields begin with."""
    words: Words
    above: str
    """The words right above it, if they are a text: a label that says the same is only read aloud."""
    texts: Texts
    """Draws what the author wrote in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPaper:
    """What a part is given to be drawn on paper, for a pen or as fields of a PDF."""

    prefix: str
    """What the names of its fields begin with."""
    fillable: bool
    words: Words
    above: str
    """The words right above it, if they are a text: a label that says the same is left out."""
    is_label: bool
    """Whether it labels the part that follows: its end is set as a label then, and stays with that part."""
    texts: Texts
    """Draws what the author wrote in it."""


class SheetPart(ABC):
    """A part of a worksheet. mypy names what a new one lacks where it is made."""

    __slots__ = ()

    for_trainers: ClassVar[bool] = False
    """Whether only the trainer's edition and the facilitator's copy have it."""
    stands_beside: ClassVar[bool] = False
    """Whether it stands beside the part before it, where there is room."""

    @abstractmethod
    def fields(self) -> Iterator[Field]:
        """Its fields, in the order in which they are filled in; the circles of a choice are one."""

    @abstractmethod
    def draw_on_page(self, parent: Element, page: OnPage) -> None:
        """Draw it on its page."""

    @abstractmethod
    def draw_on_paper(self, parent: Element, paper: OnPaper) -> None:
        """Draw it on paper."""

    # What most parts leave as it is

    @property
    def last_words(self) -> str | None:
        """The words at its end, which label what follows; None where it is no text between fields."""
        return None

    def labelled_by(self, words: str) -> bool:
        """Whether these words, right above it, are its label."""
        return False

    def to_sum(self, before: tuple[str, ...]) -> tuple[str, ...]:
        """The names of the ratings that the next sum adds up.

        Args:
            before: Those that wait for a sum above it.
        """
        return before
