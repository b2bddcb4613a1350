"""Lists whose items are marked as right or wrong, ``- [x]`` and ``- [ ]``, and what such a list needs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coursewright.questions.source import QuestionSource
from coursewright.source.items import Form, Item

ANY = "*"
"""The item that stands for any other answer."""


@dataclass(frozen=True, slots=True)
class MarkedItem(Item):
    """An item that is right, ``[x]``, or not, ``[ ]``."""

    right: bool

    @property
    def is_any(self) -> bool:
        """Whether it stands for any other answer."""
        return self.text.joined == ANY


def _marked(item: Item, groups: Mapping[str, str]) -> MarkedItem:
    return MarkedItem(item.line, item.text, item.feedback, groups["mark"] != " ")


MARKED = Form(
    words="`- [ ] words` or `- [x] words`",
    opening=re.compile(r"^[-*+] \[(?P<mark>[ xX])\](?:[ \t]+(?P<text>.*))?$"),
    near=re.compile(r"^\s{0,3}[-*+]\s*\[(?P<mark>[^\]]?)\](?![(\[])"),
    item=_marked,
)


def check_right(items: Sequence[MarkedItem], source: QuestionSource) -> None:
    """At least one item is right."""
    if items and not any(item.right for item in items):
        source.report("question-no-right-answer", items[0].line, "none")


def check_typed(items: Sequence[MarkedItem], source: QuestionSource) -> None:
    """At least one item is right, and whatever else is typed has feedback: an item for it stands last."""
    check_right(items, source)
    if not items:
        source.report("question-no-right-answer", source.line, "none")
    at = [place for place, item in enumerate(items) if item.is_any]
    if not at:
        source.report("question-any-missing", source.line, "none")
    elif at != [len(items) - 1] or items[-1].right:
        source.report("question-any-missing", items[at[0]].line, "it stands elsewhere, or is marked as right")
    source.check_feedback(items)
