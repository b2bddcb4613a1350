"""What a type of question draws with, and nothing of where it is drawn."""

from __future__ import annotations

from typing import Protocol

from coursewright.markup.element import Element
from coursewright.text import Phrase, Text
from coursewright.words import Words


class RenderContext(Protocol):
    """What a type's drawing is given besides the question; the context of a page's blocks is one."""

    @property
    def words(self) -> Words:
        """The texts of the interface."""

    def markdown(self, parent: Element, text: Text) -> None:
        """Append a text of the author's."""

    def line(self, parent: Element, phrase: Phrase) -> None:
        """Append a phrase of the author's to what stands in an element."""
