"""A list in the body of a question or a scene: what stands before it, its items with feedback, and what follows.

The types of question differ in how an item begins; all share the rest::

    - [x] An item
        > Feedback for it.

What a type needs to know of an item's beginning comes as a record of its own, made by its ``Form``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from coursewright.problem import shown
from coursewright.source.lines import Line, as_text
from coursewright.source.reading import Reading
from coursewright.text import Text

_FEEDBACK = re.compile(r"^[ \t]+>[ \t]?(?P<text>.*)$")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    line: int
    text: Text
    """Its words, without what marks it as an item."""
    feedback: Text


I_co = TypeVar("I_co", bound=Item, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Generic[I_co]):
    """How the items of a list are written."""

    words: str
    """As a message says it."""
    opening: re.Pattern[str]
    """How an item begins; its group ``text`` is the words of the item."""
    near: re.Pattern[str]
    """What looks like an item and is none: a mistake."""
    item: Callable[[Item, Mapping[str, str]], I_co]
    """Makes the item's record, from the item and the groups that ``opening`` found."""
    lists_after: bool = False
    """Whether what looks like an item may stand in the text after the list, as ordinary lists do."""


@dataclass(frozen=True, slots=True)
class Body(Generic[I_co]):
    """What stands before a list, the list, and what stands after it."""

    stem: Text
    items: tuple[I_co, ...]
    after: tuple[Line, ...]


@dataclass
class _Draft:
    line: int
    groups: Mapping[str, str]
    text: list[Line] = field(default_factory=list)
    feedback: list[Line] = field(default_factory=list)


def read_items(lines: Sequence[Line], form: Form[I_co], fallback: int, reading: Reading) -> Body[I_co]:
    """Sort lines into what stands before the list, its items, and what stands after it.

    Args:
        lines: The lines.
        form: How an item is written.
        fallback: The line of what is empty.
        reading: Takes the mistakes.
    """
    sorter = _Sorter(form, reading)
    for line in lines:
        sorter.take(line)
    items = tuple(form.item(_item(draft), draft.groups) for draft in sorter.items)
    return Body(as_text(sorter.stem, fallback), items, tuple(sorter.after))


def _item(draft: _Draft) -> Item:
    return Item(draft.line, as_text(draft.text, draft.line), as_text(draft.feedback, draft.line))


class _Sorter:
    def __init__(self, form: Form[Item], reading: Reading) -> None:
        self.form, self.reading = form, reading
        self.stem: list[Line] = []
        self.items: list[_Draft] = []
        self.after: list[Line] = []

    def take(self, line: Line) -> None:
        opening = None if line.protected else self.form.opening.match(line.text)
        if opening:
            self._begin(line, opening.groupdict(default=""))
        elif not line.protected and not (self.after and self.form.lists_after) and self.form.near.match(line.text):
            self.reading.report("question-answer-mark", line.number, shown(line.text), form=self.form.words)
        elif not self.items:
            self.stem.append(line)
        elif self.after or not (line.blank or line.text[0] in " \t"):
            self.after.append(line)
        else:
            self._below_item(line)

    def _begin(self, line: Line, groups: Mapping[str, str]) -> None:
        if self.after:
            self.reading.report("question-answer-late", line.number, shown(line.text))
            return
        draft = _Draft(line.number, groups)
        draft.text.append(line._replace(text=groups["text"]))
        self.items.append(draft)

    def _below_item(self, line: Line) -> None:
        draft = self.items[-1]
        if feedback := _FEEDBACK.match(line.text):
            draft.feedback.append(line._replace(text=feedback["text"]))
        elif line.blank:
            (draft.feedback or draft.text).append(line)
        elif draft.feedback or any(part.blank for part in draft.text[1:]):
            self.reading.report("question-answer-text", line.number, shown(line.text))
        else:
            draft.text.append(line._replace(text=line.text.strip()))
