"""The index of the course for its scripts: what there is to be done, so that a page can say what has been."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from coursewright.block import Question, Worksheet
from coursewright.model import Course, Lesson
from coursewright.reader.fields import plain
from coursewright.sheet import fields_of
from coursewright.task import Gaps


def draw_course_index(course: Course, address: Callable[[str], str]) -> str:
    """Draw the index as a script.

    Args:
        course: The course.
        address: The address of a page by its path, relative to the root of the site.
    """
    index = {"title": course.title, "lessons": [_lesson(lesson, address) for lesson in course.lessons]}
    return f"window.courseIndex = {json.dumps(index, ensure_ascii=False)};\n"


def _lesson(lesson: Lesson, address: Callable[[str], str]) -> dict[str, Any]:
    return {
        "id": lesson.id,
        "title": lesson.title,
        "url": address(lesson.path),
        "minutes": lesson.minutes,
        "objectives": [{"name": objective.name, "text": objective.text} for objective in lesson.objectives],
        "questions": [_question(question) for question in lesson.questions],
        "sheets": [_sheet(sheet) for sheet in lesson.worksheets],
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "name": question.name,
        "stem": plain(_asked(question)),
        "kind": question.task.kind,
        "hash": question.digest,
        "objectives": list(question.objectives),
    }


def _asked(question: Question) -> str:
    """What is asked, as one paragraph."""
    if isinstance(question.task, Gaps):
        return question.task.with_blanks()
    return [part for part in str(question.stem).split("\n\n") if part.strip()][-1]


def _sheet(sheet: Worksheet) -> dict[str, Any]:
    fields = [{"name": field.name, "label": plain(field.label)} for part in sheet.parts for field in fields_of(part)]
    return {"name": sheet.name, "title": sheet.title, "fields": fields}
