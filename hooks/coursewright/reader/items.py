"""The body of a question in lines: a stem, a list of items with feedback, and what stands after the list.

The types of question differ in how an item begins; all share the rest::

    - [x] An item
        > Feedback for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from coursewright.problem import shown
from coursewright.source.lines import Line, as_text
from coursewright.source.reading import Reading
from coursewright.text import Text

_FEEDBACK = re.compile(r"^[ \t]+>[ \t]?(?P<text>.*)$")


class Form(NamedTuple):
    """How the items of a list are written."""

    words: str
    """As a message says it."""
    item: re.Pattern[str]
    """How an item begins; its group ``text`` is the words of the item."""
    near: re.Pattern[str]
    """What looks like an item and is none: a mistake."""
    lists_after: bool = False
    """Whether what looks like an item may stand in the text after the list, as ordinary lists do."""


@dataclass
class Item:
    """An item of the list: ``match`` is how it begins, ``text`` the rest of its words."""

    line: int
    match: re.Match[str]
    text: Text
    feedback: Text


@dataclass
class _Draft:
    line: int
    match: re.Match[str]
    text: list[Line] = field(default_factory=list)
    feedback: list[Line] = field(default_factory=list)


@dataclass
class Body:
    """A question's body, sorted."""

    stem: Text
    items: list[Item]
    after: list[Line]


def read_items(lines: Sequence[Line], form: Form, fallback: int, reading: Reading) -> Body:
    """Sort the lines of a question.

    Args:
        lines: The lines.
        form: How an item is written.
        fallback: The line of what is empty.
        reading: Takes the mistakes.
    """
    sorter = _Sorter(form, reading)
    for line in lines:
        sorter.take(line)
    items = [
        Item(draft.line, draft.match, as_text(draft.text, draft.line), as_text(draft.feedback, draft.line))
        for draft in sorter.items
    ]
    return Body(as_text(sorter.stem, fallback), items, sorter.after)


class _Sorter:
    def __init__(self, form: Form, reading: Reading) -> None:
        self.form, self.reading = form, reading
        self.stem: list[Line] = []
        self.items: list[_Draft] = []
        self.after: list[Line] = []

    def take(self, line: Line) -> None:
        item = None if line.protected else self.form.item.match(line.text)
        if item:
            self._item(line, item)
        elif not line.protected and not (self.after and self.form.lists_after) and self.form.near.match(line.text):
            self.reading.report("question-answer-mark", line.number, shown(line.text), form=self.form.words)
        elif not self.items:
            self.stem.append(line)
        elif self.after or not (line.blank or line.text[0] in " \t"):
            self.after.append(line)
        else:
            self._below_item(line)

    def _item(self, line: Line, match: re.Match[str]) -> None:
        if self.after:
            self.reading.report("question-answer-late", line.number, shown(line.text))
            return
        draft = _Draft(line.number, match)
        draft.text.append(line._replace(text=match["text"] or ""))
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
