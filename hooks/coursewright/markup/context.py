"""What the drawing of a block is given besides the block."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from coursewright.block import Worksheet
from coursewright.markup.element import Element
from coursewright.model import Course
from coursewright.text import Phrase, Text, Texts
from coursewright.words import Words

Edition = Literal["learner", "trainer"]


class Drawable(Protocol):
    """What blocks and render jobs are drawn on: a page of an author's, one that an output makes, or a document."""

    @property
    def path(self) -> str:
        """Where its links lead from, below the docs folder."""

    @property
    def id(self) -> str:
        """How saved answers name it."""

    @property
    def flow(self) -> Sequence[object]:
        """From top to end: ``Prose``, and between it blocks and render jobs."""


@dataclass(frozen=True, kw_only=True)
class RenderContext:
    """What the drawing of a block is given besides the block."""

    page: Drawable
    course: Course
    words: Words
    edition: Edition
    level: int
    """The level of a heading that titles the block."""
    texts: Texts
    """Draws what is written on the page."""
    texts_of: Callable[[Element, str], Texts]
    """Draws into an element what is written on another page, by the path of that page."""
    files: Callable[[Worksheet], list[tuple[str, str]]] = lambda _sheet: []
    """The files in which a worksheet of this page is printed: what to call each, and the link to it."""
    address: Callable[[str], str] = lambda _path: ""
    """Where a page is on the web, by its path; nothing, if the site has no address."""

    def markdown(self, parent: Element, text: Text) -> None:
        """Append a text of the author's."""
        self.texts.markdown(parent, text)

    def line(self, parent: Element, phrase: Phrase) -> None:
        """Append a phrase of the author's to what stands in an element."""
        self.texts.line(parent, phrase)

    def excerpt(self, holder: Element, path: str) -> RenderContext:
        """The same for what is written on another page and drawn into this element.

        Its links still lead where they led on that page, and its footnotes stand at the end of the element.
        """
        return replace(self, texts=self.texts_of(holder, path))
