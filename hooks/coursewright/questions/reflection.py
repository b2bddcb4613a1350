"""``type: reflection``: answer freely, compare with a model answer, and rate the answer by a rubric.

- [ ] A criterion
    > Advice for who does not meet it.

> A model answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coursewright.block import Question
from coursewright.markup.element import Element, add, as_written
from coursewright.questions.base import QuestionType, ReadQuestion
from coursewright.questions.context import RenderContext
from coursewright.questions.interaction import EssayInteraction, RubricLine
from coursewright.questions.marked import MARKED
from coursewright.questions.pieces import draw_feedback
from coursewright.questions.source import QuestionSource
from coursewright.source.lines import Line, as_text
from coursewright.text import Phrase, Text


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of a rubric, with advice for who does not meet it."""

    text: Phrase
    feedback: Text


@dataclass(frozen=True, slots=True)
class Reflection(QuestionType):
    """Answer freely; nothing is right or wrong. A model answer and a rubric help to rate one's own."""

    criteria: tuple[Criterion, ...]
    model_answer: Text

    @property
    def kind(self) -> str:
        """As scripts, styles and words name it."""
        return "reflection"

    def decides(self) -> Iterator[str]:
        """Nothing: no answer is right or wrong, and what was written stays."""
        return iter(())

    def worded(self) -> Iterator[str]:
        """Nothing but the stem."""
        return iter(())

    @staticmethod
    def read(source: QuestionSource) -> ReadQuestion:
        """A rubric, and a model answer quoted below it."""
        body = source.listed(MARKED)
        quoted, after = _quotation_apart(body.after)
        if not body.items:
            expected = "a rubric of at least one line, `- [ ] criterion`"
            source.report("question-items", source.line, "none", expected=expected)
        elif not quoted:  # without a rubric nobody can tell what stands below it
            expected = "a model answer after the rubric, `> …` at the left margin"
            source.report("question-items", source.line, "none", expected=expected)
        for item in body.items:
            if item.right:
                expected = "`[ ]`, as nothing in a rubric is right or wrong"
                source.report("question-items", item.line, "`[x]`", expected=expected)
        source.check_different((item.line, item.text.joined) for item in body.items)
        criteria = tuple(Criterion(Phrase(item.text.joined), item.feedback) for item in body.items)
        return ReadQuestion(
            body.stem, Reflection(criteria, as_text(quoted, source.line)), source.explanation(body.items, after)
        )

    def draw_body(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw a field of several lines."""
        label = add(add(parent, "p", class_="cw-field"), "label")
        add(label, "span", as_written(context.words["question.yours"]))
        add(label, "textarea", name=question.name, rows="4")

    def draw_key(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw the model answer, and the rubric as boxes to tick."""
        model = add(parent, "div", class_="cw-model-answer")
        add(model, "p", as_written(context.words["question.model-answer"]), class_="cw-verdict")
        context.markdown(model, self.model_answer)
        rubric = add(parent, "fieldset", class_="cw-rubric")
        add(rubric, "legend", as_written(context.words["question.rubric"]))
        rows = add(rubric, "ul")
        for number, criterion in enumerate(self.criteria, 1):
            row = add(rows, "li")
            label = add(row, "label")
            add(label, "input", type="checkbox", name=f"{question.name}-rubric", value=str(number))
            context.line(add(label, "span"), criterion.text)
            draw_feedback(row, criterion.feedback, context)

    def interaction(self) -> EssayInteraction:
        """The model answer and the rubric."""
        rubric = tuple(RubricLine(criterion.text, criterion.feedback or None) for criterion in self.criteria)
        return EssayInteraction(self.model_answer, rubric)


def _quotation_apart(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The quotation at the beginning, without its marks, and the rest."""
    quoted: list[Line] = []
    rest = list(lines)
    while rest and rest[0].blank:
        rest.pop(0)
    while rest and rest[0].text.startswith(">"):
        line = rest.pop(0)
        quoted.append(line._replace(text=line.text[1:].removeprefix(" ")))
    return quoted, rest
