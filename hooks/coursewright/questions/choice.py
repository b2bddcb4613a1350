"""``type: choice``: choose one answer, or all that are right.

- [x] A right answer
    > Feedback for it.
- [ ] A distractor
    > Feedback for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.block import Question
from coursewright.markup.element import Element, add
from coursewright.questions.base import QuestionType, ReadQuestion
from coursewright.questions.context import RenderContext
from coursewright.questions.interaction import ChoiceInteraction, Option
from coursewright.questions.marked import MARKED, check_right
from coursewright.questions.pieces import draw_feedback, draw_verdict
from coursewright.questions.source import QuestionSource
from coursewright.text import Phrase, Text

_TRUE_FALSE = {"true", "false"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to choose; a wrong one is a distractor."""

    text: Phrase
    right: bool
    feedback: Text


@dataclass(frozen=True, slots=True)
class Choice(QuestionType):
    """Choose one answer, or all that are right."""

    answers: tuple[Answer, ...]

    @property
    def several(self) -> bool:
        """Whether more than one answer is right; the learner is told so."""
        return sum(answer.right for answer in self.answers) > 1

    @property
    def kind(self) -> str:
        """One, several, or true or false."""
        words = {answer.text.casefold() for answer in self.answers}
        return "several" if self.several else "true-false" if words == _TRUE_FALSE else "one"

    def decides(self) -> Iterator[str]:
        """Which of the answers are right, in their order."""
        return ("right" if answer.right else "wrong" for answer in self.answers)

    def worded(self) -> Iterator[str]:
        """The answers and which are right."""
        return (f"{answer.right} {answer.text}" for answer in self.answers)

    @staticmethod
    def read(source: QuestionSource) -> ReadQuestion:
        """Answers to choose from: two at least, one right at least."""
        body = source.listed(MARKED)
        if len(body.items) < 2:
            source.report("question-few-answers", source.line, f"{len(body.items) or 'none'}")
        check_right(body.items, source)
        source.check_different((item.line, item.text.joined) for item in body.items)
        source.check_feedback(body.items)
        answers = tuple(Answer(Phrase(item.text.joined), item.right, item.feedback) for item in body.items)
        return ReadQuestion(body.stem, Choice(answers), source.explanation(body.items, body.after))

    def draw_body(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw circles, or boxes where several answers are right."""
        rows = add(parent, "ul", class_="cw-answers")
        control = "checkbox" if self.several else "radio"
        for number, answer in enumerate(self.answers, 1):
            label = add(add(rows, "li", class_="cw-answer"), "label")
            add(label, "input", type=control, name=question.name, value=str(number))
            context.line(add(label, "span"), answer.text)

    def draw_key(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw each answer with its verdict and its feedback."""
        rows = add(parent, "ul")
        for number, answer in enumerate(self.answers, 1):
            row = add(rows, "li", data_answer=str(number), data_right="true" if answer.right else "false")
            line = add(row, "p")
            draw_verdict(line, "question.right" if answer.right else "question.wrong", context)
            context.line(add(line, "span", class_="cw-key-answer"), answer.text)
            draw_feedback(row, answer.feedback, context)

    def draw_options(self, parent: Element, context: RenderContext) -> None:
        """Draw the answers as a lettered list, which run mode can ask a room to vote on."""
        options = add(parent, "ol", class_="cw-options", type="A")
        for answer in self.answers:
            context.line(add(options, "li", data_right="true" if answer.right else None), answer.text)

    def interaction(self) -> ChoiceInteraction:
        """The answers as options."""
        options = tuple(Option(answer.text, answer.right, answer.feedback) for answer in self.answers)
        return ChoiceInteraction(options, self.several)
