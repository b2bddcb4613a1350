"""The questions of the authors' sampler, which has one of every type at least."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from coursewright.block import Question
from coursewright.model import Course, Lesson
from coursewright.problem import Problems
from coursewright.reader.course import read_course
from tests.engine.pages import ROOT


@functools.cache
def course() -> Course:
    """The sampler."""
    return read_course(ROOT / "guide/sampler", "guide/sampler", Problems()).course


def questions() -> Iterator[tuple[Lesson, Question]]:
    """Its questions, each with its lesson."""
    return ((lesson, question) for lesson in course().lessons for question in lesson.questions)


def names() -> list[str]:
    """Their ids, for parameters of tests."""
    return [f"{lesson.id}/{question.name}" for lesson, question in questions()]
