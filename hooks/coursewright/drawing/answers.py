"""The answers of a question, for trainers: a render job of the page of keys and of the handbook."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.block import Question
from coursewright.markup.context import RenderContext
from coursewright.markup.element import Element, add
from coursewright.model import Lesson
from coursewright.questions.base import type_of


@dataclass(frozen=True, slots=True)
class AnswersJob:
    """A question with its key open."""

    lesson: Lesson
    question: Question


def draw_answers(parent: Element, job: AnswersJob, context: RenderContext) -> None:
    """Draw what is asked, and the key below it."""
    question, task = job.question, type_of(job.question)
    section = add(parent, "section", class_="cw-answers-of")
    written = context.excerpt(section, job.lesson.path)
    asked = add(section, "div", class_="cw-asked")
    written.markdown(asked, question.stem)
    task.draw_context(asked)
    task.draw_key(add(section, "div", class_="cw-key"), question, written)
    written.markdown(add(section, "div", class_="cw-explanation"), question.explanation)
