"""What a type of question draws with, and nothing of where it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from coursewright.markup.element import Element
from coursewright.words import Words


class RenderContext(Protocol):
    """What a type's drawing is given besides the question; the context of a page's blocks is one."""

    @property
    def words(self) -> Words:
        """The texts of the interface."""

    @property
    def parse(self) -> Callable[[Element, str], None]:
        """Draws a piece of the type's Markdown, by its label, into an element."""
