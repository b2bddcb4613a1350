"""``type: number``: type a number, give or take a tolerance. A foreseen mistake has feedback of its own.

- [x] 40 ± 2
    > Feedback for it.
- [ ] 4
    > Feedback for this mistake.
- [ ] *
    > Feedback for any other number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from coursewright.block import Question
from coursewright.markup.element import Element, add, as_written
from coursewright.problem import shown
from coursewright.questions.base import QuestionType, ReadQuestion
from coursewright.questions.context import RenderContext
from coursewright.questions.interaction import ExpectedNumber, NumberInteraction
from coursewright.questions.marked import MARKED, MarkedItem, check_typed
from coursewright.questions.pieces import draw_feedback
from coursewright.questions.source import QuestionSource
from coursewright.questions.typed import draw_answer_field, draw_typed_row, split_spellings
from coursewright.text import Text

_NUMBER = re.compile(r"^(?P<value>[-−+]?\s*+[\d.,]++(?:\s++[\d.,]++)*+)(?:\s*+(?:±|\+/-)\s*+(?P<tolerance>[\d.,]+))?$")
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Value:
    """A typed number, give or take ``tolerance``; without a value, any other."""

    value: Decimal | None
    tolerance: Decimal
    right: bool
    feedback: Text


@dataclass(frozen=True, slots=True)
class TypedNumber(QuestionType):
    """Type a number. The first of ``units`` is shown; all of them may be typed after the number."""

    options = frozenset({"unit"})
    script = "typed"

    answers: tuple[Value, ...]
    units: tuple[str, ...]

    @property
    def kind(self) -> str:
        """As scripts, styles and words name it."""
        return "number"

    def decides(self) -> Iterator[str]:
        """The right values with their tolerances, and the units."""
        yield " | ".join(self.units)
        yield from (f"{answer.value} {answer.tolerance}" for answer in self.answers if answer.right)

    def worded(self) -> Iterator[str]:
        """The values with their tolerances, and the units."""
        yield " | ".join(self.units)
        for answer in self.answers:
            yield f"{answer.right} {answer.value} {answer.tolerance}"

    @staticmethod
    def read(source: QuestionSource) -> ReadQuestion:
        """Values with tolerances, right and expected wrong ones, and any other."""
        body = source.listed(MARKED)
        answers = tuple(_value(item, source) for item in body.items)
        check_typed(body.items, source)
        source.check_different(
            (item.line, f"{answer.value.normalize():f} ± {answer.tolerance.normalize():f}")
            for item, answer in zip(body.items, answers, strict=True)
            if answer.value is not None
        )
        units = split_spellings(source.option("unit") or "")
        return ReadQuestion(body.stem, TypedNumber(answers, units), source.explanation(body.items, body.after))

    def draw_body(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw a field, and the unit behind it."""
        label = draw_answer_field(parent, question, context, inputmode="decimal")
        if self.units:
            add(label, "span", as_written(self.units[0]), class_="cw-unit")

    def draw_key(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw the values with their verdicts and feedback."""
        rows = add(parent, "ul", data_units="|".join(self.units))
        for answer in self.answers:
            row, line = draw_typed_row(rows, answer.right, answer.value is None, context)
            if answer.value is not None:
                row.set("data-value", f"{answer.value:f}")
                row.set("data-tolerance", f"{answer.tolerance:f}")
                words = f"{answer.value:f} ± {answer.tolerance:f}" if answer.tolerance else f"{answer.value:f}"
                add(line, "span", as_written(" ".join((words, *self.units[:1]))), class_="cw-key-answer")
            draw_feedback(row, answer.feedback, context)

    def interaction(self) -> NumberInteraction:
        """The values that are expected, and feedback for any other."""
        expected = (
            ExpectedNumber(each.value, each.tolerance, each.right, each.feedback)
            for each in self.answers
            if each.value is not None
        )
        return NumberInteraction(expected=tuple(expected), other=self.answers[-1].feedback, units=self.units)


def _value(item: MarkedItem, source: QuestionSource) -> Value:
    number = None if item.is_any else _number(item.text.joined)
    if not number and not item.is_any:
        source.report("question-number", item.line, shown(item.text.joined))
    value, tolerance = number or (None, Decimal(0))
    return Value(value, tolerance, item.right, item.feedback)


def _number(words: str) -> tuple[Decimal, Decimal] | None:
    """A value and its tolerance, or None if the words are none."""
    match = _NUMBER.match(words)
    if not match:
        return None
    try:
        return Decimal(_plain_number(match["value"])), Decimal(_plain_number(match["tolerance"] or "0"))
    except InvalidOperation:
        return None


def _plain_number(text: str) -> str:
    return _SPACE.sub("", text).replace("−", "-").replace(",", ".")
