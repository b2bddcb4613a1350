"""What the drawing of a block is given besides the block."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from coursewright.block import Worksheet
from coursewright.markup.element import Element
from coursewright.model import Course
from coursewright.words import Words

Edition = Literal["learner", "trainer"]


class Drawable(Protocol):
    """What is drawn by one conversion: a page of an author's, or one that an output makes."""

    @property
    def path(self) -> str:
        """Where its links lead from, below the docs folder."""

    @property
    def id(self) -> str:
        """How saved answers name it."""

    @property
    def flow(self) -> Sequence[object]:
        """From top to end: ``Prose``, and between it blocks and render jobs."""


@dataclass(frozen=True)
class Scene:
    """What the drawing of a block is given besides the block."""

    page: Drawable
    course: Course
    words: Words
    edition: Edition
    level: int
    """The level of a heading that titles the block."""
    parse: Callable[[Element, str], None]
    """Draws a part of the block, by its label, as Markdown into an element."""
    files: Callable[[Worksheet], list[tuple[str, str]]] = lambda _sheet: []
    """The files in which a worksheet of this page is printed: what to call each, and the link to it."""
    address: Callable[[str], str] = lambda _path: ""
    """Where a page is on the web, by its path; nothing, if the site has no address."""

    def within(self, parse: Callable[[Element, str], None]) -> Scene:
        """The same for a part of the block, which parses its own labels."""
        return replace(self, parse=parse)
