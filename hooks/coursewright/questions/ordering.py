"""``type: ordering``: put steps in order. The author writes them in the right one.

1. The first step
    > Feedback for who put it elsewhere.
2. The second step
    > Feedback for who put it elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from coursewright.block import Question
from coursewright.markup.element import Element, add
from coursewright.questions.base import QuestionType, ReadQuestion
from coursewright.questions.context import RenderContext
from coursewright.questions.interaction import OrderedItem, OrderInteraction
from coursewright.questions.pieces import draw_feedback
from coursewright.questions.shuffle import hidden_names, shuffled
from coursewright.questions.source import QuestionSource
from coursewright.source.items import Form
from coursewright.text import Phrase, Text

_FORM = Form(
    words="`1. words`",
    opening=re.compile(r"^\d+[.)][ \t]+(?P<text>.*)$"),
    near=re.compile(r"^\s{0,3}(?:\d+[.)]|[-*+]\s)"),
    item=lambda item, _groups: item,
    lists_after=True,
)


@dataclass(frozen=True, slots=True)
class Step:
    """A step, and feedback for a wrong place."""

    text: Phrase
    feedback: Text


@dataclass(frozen=True, slots=True)
class Ordering(QuestionType):
    """Put steps in order; here they stand in the right one."""

    steps: tuple[Step, ...]

    @property
    def kind(self) -> str:
        """As scripts, styles and words name it."""
        return "ordering"

    def decides(self) -> Iterator[str]:
        """How many steps there are."""
        yield str(len(self.steps))

    def worded(self) -> Iterator[str]:
        """The steps."""
        return (step.text for step in self.steps)

    @staticmethod
    def read(source: QuestionSource) -> ReadQuestion:
        """Steps in the right order."""
        body = source.listed(_FORM)
        if len(body.items) < 3:
            expected = "at least three steps, `1. text`, in the right order"
            source.report("question-items", source.line, f"{len(body.items) or 'none'}", expected=expected)
        source.check_different((item.line, item.text.joined) for item in body.items)
        source.check_feedback(body.items)
        steps = tuple(Step(Phrase(item.text.joined), item.feedback) for item in body.items)
        return ReadQuestion(body.stem, Ordering(steps), source.explanation(body.items, body.after))

    def draw_body(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw the steps, shuffled."""
        names = self._names(question.digest)
        rows = add(parent, "ol", class_="cw-steps")
        for text in shuffled([step.text for step in self.steps], question.worded_digest):
            row = add(rows, "li", class_="cw-step", data_step=names[text])
            context.line(add(row, "span", class_="cw-step-text"), text)

    def draw_key(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw the steps in the right order, with their feedback."""
        rows = add(parent, "ol")
        names = self._names(question.digest)
        for step in self.steps:
            row = add(rows, "li", data_step=names[step.text])
            context.line(add(row, "p", class_="cw-key-answer"), step.text)
            draw_feedback(row, step.feedback, context)

    def interaction(self) -> OrderInteraction:
        """The steps."""
        return OrderInteraction(tuple(OrderedItem(step.text, step.feedback) for step in self.steps))

    def renamed(self, question: Question) -> Mapping[str, str]:
        """Version 0.1 named the steps by their words."""
        words = (f"{question.worded_digest} {step.text}" for step in self.steps)
        earlier = (blake2b(each.encode(), digest_size=3).hexdigest() for each in words)
        return dict(zip(earlier, hidden_names(len(self.steps), question.digest), strict=True))

    def _names(self, digest: str) -> dict[str, str]:
        """A name for each step: one that stays when its words get better."""
        names = hidden_names(len(self.steps), digest)
        return {step.text: name for step, name in zip(self.steps, names, strict=True)}
