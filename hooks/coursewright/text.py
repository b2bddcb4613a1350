"""Pieces of Markdown as their author wrote them, with the line where they stand, and who draws them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Protocol
from xml.etree.ElementTree import Element

_BETWEEN = re.compile(r"[\W_]+")
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me"})
"""Categories of characters that show nothing by themselves: spaces, joiners and marks that hang on a letter."""
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing."""


def can_be_seen(text: str) -> bool:
    """Whether anything of a text shows: one of zero-width characters looks like none at all."""
    return any(unicodedata.category(each) not in _UNSEEN and each not in _FILLERS for each in text)


def hyphenated(text: str) -> str:
    """A text as a name, in whatever letters it has: in lowercase, with hyphens for all that is no letter or digit."""
    return _BETWEEN.sub("-", text.casefold()).strip("-")


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown as written, with the line of its first line in the source."""

    lines: tuple[str, ...]
    line: int

    def __str__(self) -> str:
        return "\n".join(self.lines)

    def __bool__(self) -> bool:
        return any(map(can_be_seen, self.lines))

    @property
    def joined(self) -> str:
        """The text as one paragraph: one line, for inline Markdown."""
        return " ".join(line.strip() for line in self.lines if line.strip())


class Phrase(str):
    """A few words of an author on one line: inline Markdown, in which HTML comes out as written."""

    __slots__ = ()


NOTHING = Phrase()
"""No words."""


class Texts(Protocol):
    """Draws what an author wrote. Whoever draws a block asks for each of its texts by the record itself."""

    def markdown(self, parent: Element, text: Text) -> None:
        """Append a text. One that isn't of this page raises ``UnknownText``; an empty one is nothing."""

    def line(self, parent: Element, phrase: Phrase) -> None:
        """Append a phrase to what stands in an element."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown that stands between blocks, or between the fields of a worksheet."""

    text: Text
