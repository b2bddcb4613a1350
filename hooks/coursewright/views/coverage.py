"""What serves each objective, for trainers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coursewright.block import Activity, Question, Worksheet
from coursewright.model import Lesson
from coursewright.views.common import ViewContext


@dataclass(frozen=True, slots=True)
class BlockLink:
    """A block that serves an objective."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredObjective:
    """An objective, and what serves it."""

    text: str
    questions: tuple[BlockLink, ...]
    practice: tuple[BlockLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredLesson:
    """A lesson with its objectives."""

    name: str
    title: str
    url: str
    sum: str
    objectives: tuple[CoveredObjective, ...]


@dataclass(frozen=True, slots=True)
class CoveredModule:
    """A module with its lessons."""

    name: str
    title: str
    lessons: tuple[CoveredLesson, ...]


def coverage_view(context: ViewContext) -> tuple[CoveredModule, ...]:
    """The modules with what serves the objectives of their lessons."""
    return tuple(
        CoveredModule(module.name, module.title, tuple(_lesson(lesson, context) for lesson in module.lessons))
        for module in context.course.modules
    )


def _lesson(lesson: Lesson, context: ViewContext) -> CoveredLesson:
    objectives = tuple(
        CoveredObjective(
            text=objective.text,
            questions=_links(lesson.questions_on(objective), "question-"),
            practice=_links(lesson.practice_of(objective), ""),
        )
        for objective in lesson.objectives
    )
    counted = context.words.of(
        "coverage.sum",
        objectives=len(lesson.objectives),
        questions=len(lesson.questions),
        sheets=len(lesson.worksheets),
        activities=len(lesson.activities),
    )
    return CoveredLesson(
        name=lesson.name,
        title=lesson.title,
        url=context.address(lesson.path),
        sum=counted,
        objectives=objectives,
    )


def _links(blocks: Sequence[Question | Worksheet | Activity], prefix: str) -> tuple[BlockLink, ...]:
    return tuple(
        BlockLink(f"{prefix}{block.name}", block.name if isinstance(block, Question) else block.title or block.name)
        for block in blocks
    )
