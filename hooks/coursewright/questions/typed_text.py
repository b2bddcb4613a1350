"""``type: text``: type a word or a few. A mistaken answer that was foreseen has feedback of its own.

- [x] oil | the oil
    > Feedback for these spellings.
- [ ] machine
    > Feedback for this mistake.
- [ ] *
    > Feedback for anything else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.block import Question
from coursewright.markup.element import Element
from coursewright.problem import shown
from coursewright.questions.base import QuestionType, ReadQuestion
from coursewright.questions.context import RenderContext
from coursewright.questions.interaction import ExpectedText, TextInteraction
from coursewright.questions.marked import MARKED, MarkedItem, check_typed
from coursewright.questions.pieces import draw_feedback
from coursewright.questions.source import QuestionSource
from coursewright.questions.typed import (
    COMPARISON_OPTIONS,
    Comparison,
    draw_answer_field,
    draw_spellings,
    draw_typed_list,
    draw_typed_row,
    read_comparison,
    split_spellings,
)
from coursewright.text import Text


@dataclass(frozen=True, slots=True)
class Spelled:
    """A typed answer: any of these spellings; without spellings, anything else."""

    spellings: tuple[str, ...]
    right: bool
    feedback: Text


@dataclass(frozen=True, slots=True)
class TypedText(QuestionType):
    """Type a word or a few."""

    options = COMPARISON_OPTIONS
    script = "typed"

    answers: tuple[Spelled, ...]
    comparison: Comparison

    @property
    def kind(self) -> str:
        """As scripts, styles and words name it."""
        return "text"

    def decides(self) -> Iterator[str]:
        """The right spellings and how they are compared."""
        yield str(self.comparison)
        yield from (" | ".join(answer.spellings) for answer in self.answers if answer.right)

    def worded(self) -> Iterator[str]:
        """The spellings and how they are compared."""
        yield str(self.comparison)
        for answer in self.answers:
            yield f"{answer.right} {' | '.join(answer.spellings)}"

    @staticmethod
    def read(source: QuestionSource) -> ReadQuestion:
        """Spellings of right and of expected wrong answers, and any other."""
        body = source.listed(MARKED)
        comparison = read_comparison(source)
        answers = tuple(_spelled(item, source) for item in body.items)
        check_typed(body.items, source)
        spelled = [(item.line, word) for item, each in zip(body.items, answers, strict=True) for word in each.spellings]
        folded = [(line, word if comparison.case else word.casefold()) for line, word in spelled]
        source.check_different(folded, fold=False)
        return ReadQuestion(body.stem, TypedText(answers, comparison), source.explanation(body.items, body.after))

    def draw_body(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw a field."""
        draw_answer_field(parent, question, context)

    def draw_key(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw the spellings with their verdicts and feedback."""
        rows = draw_typed_list(parent, self.comparison, "ul")
        for answer in self.answers:
            row, line = draw_typed_row(rows, answer.right, not answer.spellings, context)
            if answer.spellings:
                draw_spellings(line, answer.spellings)
            draw_feedback(row, answer.feedback, context)

    def interaction(self) -> TextInteraction:
        """The spellings that are expected, and feedback for any other."""
        expected = (ExpectedText(each.spellings, each.right, each.feedback) for each in self.answers if each.spellings)
        return TextInteraction(
            expected=tuple(expected),
            other=self.answers[-1].feedback,
            match_case=self.comparison.case,
            match_spaces=self.comparison.spaces,
        )


def _spelled(item: MarkedItem, source: QuestionSource) -> Spelled:
    words = () if item.is_any else split_spellings(item.text.joined)
    if not words and not item.is_any and item.text.joined:
        source.report("question-answer-empty", item.line, shown(item.text.joined))
    return Spelled(words, item.right, item.feedback)
