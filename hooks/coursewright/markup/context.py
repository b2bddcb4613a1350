"""What the drawing of a block is given besides the block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from coursewright.block import Worksheet
from coursewright.markup.element import Element
from coursewright.model import Course, Page
from coursewright.words import Words

Edition = Literal["learner", "trainer"]


@dataclass(frozen=True)
class Scene:
    """What the drawing of a block is given besides the block."""

    page: Page
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
