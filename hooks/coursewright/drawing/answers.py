"""The answers of a question, for trainers: a render job of the page of keys and of the handbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.block import Question
from coursewright.drawing.base import ATTRIBUTE
from coursewright.drawing.question import question_parts
from coursewright.drawing.renderer import Renderer
from coursewright.markup.context import Edition, Scene
from coursewright.markup.element import Element, add
from coursewright.model import Course, Lesson
from coursewright.questions.base import type_of
from coursewright.text import Text


@dataclass(frozen=True, slots=True)
class AnswersJob:
    """A question with its key open."""

    lesson: Lesson
    question: Question


def _parts(job: AnswersJob, _course: Course, _edition: Edition) -> Iterator[tuple[str, Text]]:
    return question_parts(job.question)


def _draw(parent: Element, job: AnswersJob, scene: Scene) -> None:
    question, task = job.question, type_of(job.question)
    section = add(parent, "section", class_="cw-answers-of")
    section.set(ATTRIBUTE, job.lesson.path)
    asked = add(section, "div", class_="cw-asked")
    scene.parse(asked, "stem")
    task.draw_context(asked)
    task.draw_key(add(section, "div", class_="cw-key"), question, scene)
    scene.parse(add(section, "div", class_="cw-explanation"), "explanation")


ANSWERS = Renderer(_draw, _parts)
