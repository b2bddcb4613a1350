"""The index of the course for its scripts: what there is to be done, so that a page can say what has been."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from coursewright.block import Question, Worksheet, former_ids
from coursewright.model import Course, Lesson
from coursewright.questions.base import type_of
from coursewright.source.plain import plain


def course_index_script(course: Course, entries: list[dict[str, Any]]) -> str:
    """The index as a script, from the entries of its lessons."""
    index = {"title": course.title, "lessons": entries}
    return f"window.coursewright.index = {json.dumps(index, ensure_ascii=False)};\n"


def lesson_entry(lesson: Lesson, address: Callable[[str], str]) -> dict[str, Any]:
    """What the index says of a lesson.

    Args:
        lesson: The lesson.
        address: The address of a page by its path, relative to the root of the site.
    """
    return {
        "id": lesson.id,
        "title": lesson.title,
        "url": address(lesson.path),
        "minutes": lesson.minutes,
        "objectives": [{"name": objective.name, "text": objective.text} for objective in lesson.objectives],
        "questions": [_question(question, lesson.id) for question in lesson.questions],
        "sheets": [_sheet(sheet, lesson.id) for sheet in lesson.worksheets],
    }


def _question(question: Question, lesson: str) -> dict[str, Any]:
    return {
        "name": question.name,
        "stem": plain(type_of(question).in_short(question.stem)),
        "kind": question.task.kind,
        "hash": question.digest,
        "worded": question.worded_digest,
        "objectives": list(question.objectives),
        **_formerly(question, lesson),
    }


def _formerly(block: Question | Worksheet, lesson: str) -> dict[str, list[str]]:
    names = former_ids(block, lesson)
    return {"formerly": names} if names else {}


def _sheet(sheet: Worksheet, lesson: str) -> dict[str, Any]:
    fields = [{"name": field.name, "label": plain(field.label)} for part in sheet.parts for field in part.fields()]
    return {"name": sheet.name, "title": sheet.title, "fields": fields, **_formerly(sheet, lesson)}
