"""``type: matching``: find for each thing what belongs to it.

- left -> right
    > Feedback for who matched it otherwise.
- left -> right
    > Feedback for who matched it otherwise.
- -> a right side that belongs to nothing
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from coursewright.block import Question
from coursewright.markup.element import Element, add, as_written
from coursewright.problem import shown
from coursewright.questions.base import QuestionType, ReadQuestion
from coursewright.questions.context import RenderContext
from coursewright.questions.interaction import MatchedPair, MatchInteraction
from coursewright.questions.pieces import draw_feedback
from coursewright.questions.shuffle import hidden_names, shuffled
from coursewright.questions.source import QuestionSource
from coursewright.source.items import Form, Item
from coursewright.text import Phrase, Text


@dataclass(frozen=True, slots=True)
class _PairItem(Item):
    left: str
    right: str


def _pair(item: Item, groups: Mapping[str, str]) -> _PairItem:
    return _PairItem(item.line, item.text, item.feedback, groups["left"].strip(), groups["right"].strip())


_FORM = Form(
    words="`- left -> right`",
    opening=re.compile(r"^[-*+] (?P<text>(?P<left>(?:[^→\n-]++|-(?!>))*+)(?:->|→)(?P<right>.*))$"),
    near=re.compile(r"^\s{0,3}[-*+](?:\s|.*(?:->|→))"),
    item=_pair,
    lists_after=True,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that belong together, and feedback for a wrong match."""

    left: Phrase
    right: str
    feedback: Text


@dataclass(frozen=True, slots=True)
class Matching(QuestionType):
    """Find for each thing on the left what belongs to it; ``extras`` belong to nothing."""

    pairs: tuple[Pair, ...]
    extras: tuple[str, ...]

    @property
    def kind(self) -> str:
        """As scripts, styles and words name it."""
        return "matching"

    @property
    def choices(self) -> tuple[str, ...]:
        """Each thing on the right once, in the author's order."""
        return tuple(dict.fromkeys((*(pair.right for pair in self.pairs), *self.extras)))

    def decides(self) -> Iterator[str]:
        """Which of the choices belongs to each thing, and how many choices there are."""
        yield str(len(self.choices))
        yield from (str(self.choices.index(pair.right)) for pair in self.pairs)

    def worded(self) -> Iterator[str]:
        """The pairs and the extras."""
        for pair in self.pairs:
            yield f"{pair.left} -> {pair.right}"
        yield from self.extras

    @staticmethod
    def read(source: QuestionSource) -> ReadQuestion:
        """Pairs, and things on the right that belong to nothing."""
        body = source.listed(_FORM)
        for item in body.items:
            if not item.right:
                found = f"nothing after the arrow in {shown(item.text.joined)}"
                source.report("question-answer-empty", item.line, found)
        pairs = tuple(
            Pair(Phrase(item.left), item.right, item.feedback) for item in body.items if item.left and item.right
        )
        extras = tuple(dict.fromkeys(item.right for item in body.items if item.right and not item.left))
        if len(pairs) < 2:
            expected = "at least two pairs, each `- left -> right`"
            source.report("question-items", source.line, f"{len(pairs) or 'none'}", expected=expected)
        elif len({pair.right for pair in pairs} | set(extras)) < 2:
            source.report("question-items", source.line, "one", expected="at least two different things on the right")
        source.check_different((item.line, item.left or item.text.joined) for item in body.items)
        source.check_feedback(item for item in body.items if item.left)
        return ReadQuestion(body.stem, Matching(pairs, extras), source.explanation(body.items, body.after))

    def draw_body(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw a menu for each thing on the left."""
        names = self._names(question.digest)
        shown = shuffled(self.choices, question.worded_digest)
        rows = add(parent, "ul", class_="cw-pairs")
        for number, pair in enumerate(self.pairs, 1):
            label = add(add(rows, "li", class_="cw-pair"), "label")
            context.line(add(label, "span"), pair.left)
            select = add(label, "select", name=f"{question.name}-{number}")
            add(select, "option", as_written(context.words["question.choose"]), value="")
            for choice in shown:
                add(select, "option", as_written(choice), value=names[choice])
        # On paper a list to choose from stands in for the closed menus.
        choices = add(parent, "ul", class_="cw-choices-on-paper")
        for choice in shown:
            add(choices, "li", as_written(choice))

    def draw_key(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw the pairs with their feedback."""
        names = self._names(question.digest)
        rows = add(parent, "ul")
        for number, pair in enumerate(self.pairs, 1):
            row = add(rows, "li", data_pair=str(number), data_choice=names[pair.right])
            line = add(row, "p")
            left = add(line, "span")
            left.tail = " → "
            context.line(left, pair.left)
            add(line, "span", as_written(pair.right), class_="cw-key-answer")
            draw_feedback(row, pair.feedback, context)

    def interaction(self) -> MatchInteraction:
        """The pairs and the extras."""
        return MatchInteraction(
            tuple(MatchedPair(each.left, each.right, each.feedback) for each in self.pairs), self.extras
        )

    def renamed(self, question: Question) -> Mapping[str, str]:
        """Version 0.1 named the choices by letters, in the order in which they were shown."""
        letters = (first + second for first in ("", *ascii_lowercase) for second in ascii_lowercase)
        names = self._names(question.digest)
        shown = shuffled(self.choices, question.worded_digest)
        return {letter: names[choice] for letter, choice in zip(letters, shown, strict=False)}

    def _names(self, digest: str) -> dict[str, str]:
        """A name for each thing on the right: one that stays when its words get better."""
        return dict(zip(self.choices, hidden_names(len(self.choices), digest), strict=True))
