"""How each block that an author writes is drawn on its page."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from coursewright.block import Activity, Agenda, KeyPoints, Question, Review, TrainerNote, Worksheet
from coursewright.drawing.activity import draw_activity, draw_key_points, draw_note
from coursewright.drawing.question import draw_question, draw_review, question_parts
from coursewright.drawing.renderer import Renderer, Renderers
from coursewright.drawing.run_sheet import draw_agenda
from coursewright.markup.context import Edition
from coursewright.model import Course
from coursewright.text import Prose, Text
from coursewright.worksheets.layout import markdown_of
from coursewright.worksheets.page import draw_worksheet


def _of_question(question: Question, _course: Course, _edition: Edition) -> Iterator[tuple[str, Text]]:
    return question_parts(question)


def _of_original(review: Review, course: Course, _edition: Edition) -> Iterator[tuple[str, Text]]:
    question = course.question(review.lesson, review.question)
    return question_parts(question) if question else iter(())


def _of_worksheet(sheet: Worksheet, _course: Course, edition: Edition) -> Iterator[tuple[str, Text]]:
    return markdown_of(sheet, for_trainers=edition == "trainer")


def _of_activity(activity: Activity, _course: Course, edition: Edition) -> Iterator[tuple[str, Text]]:
    shown = (Prose, TrainerNote) if edition == "trainer" else Prose
    return ((str(number), part.text) for number, part in enumerate(activity.parts) if isinstance(part, shown))


def _of_text(block: TrainerNote | KeyPoints, _course: Course, _edition: Edition) -> Iterator[tuple[str, Text]]:
    yield "0", block.text


BLOCKS: Renderers = MappingProxyType(
    {
        Question: Renderer(draw_question, _of_question),
        Review: Renderer(draw_review, _of_original),
        Worksheet: Renderer(draw_worksheet, _of_worksheet),
        Activity: Renderer(draw_activity, _of_activity),
        TrainerNote: Renderer(draw_note, _of_text, only_trainers=True),
        KeyPoints: Renderer(draw_key_points, _of_text),
        Agenda: Renderer(draw_agenda),
    }
)
"""A renderer for every type of ``Block``."""
