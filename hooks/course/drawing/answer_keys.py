"""The trainer's page of keys: every question of the course with its answers, feedback and explanation."""

from __future__ import annotations

from html import escape

from course.model import AnswerOf, Block, Course, Page
from course.text import Prose, Text
from course.words import Words

PATH = "keys.md"


def answer_keys_page(course: Course, words: Words) -> Page:
    """The page as a projection of the course: headings, and the answers of each question."""
    flow: list[Prose | Block] = []
    for module in course.modules:
        asked = [lesson for lesson in module.lessons if lesson.questions]
        if asked:
            flow.append(_heading(2, module.title))
        for lesson in asked:
            flow.append(_heading(3, lesson.title))
            flow += [AnswerOf(lesson.id, question.name) for question in lesson.questions]
    return Page(PATH, words["keys.title"], "", "keys.html", (), {"exclude": True}, tuple(flow), ())


def _heading(level: int, title: str) -> Prose:
    written = "".join(f"\\{letter}" if letter in "\\`*_{}[]()#+-.!" else letter for letter in escape(title))
    return Prose(Text((f"{'#' * level} {written}",), 1))
