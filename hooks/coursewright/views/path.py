"""A way through the course, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.path import CoursePath, Stage
from coursewright.views.common import Amount, ViewContext, duration
from coursewright.views.course import LessonEntry, lesson_entry


@dataclass(frozen=True, slots=True)
class Together:
    """Something that a group does together."""

    title: str
    url: str
    minutes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageView:
    """A week of a path, or all of it."""

    title: str
    duration: tuple[Amount, ...]
    lessons: tuple[LessonEntry, ...]
    together: tuple[Together, ...]
    together_title: str
    talk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PathView:
    """A way through the course."""

    name: str
    description: str
    duration: tuple[Amount, ...]
    stages: tuple[StageView, ...]


def path_view(path: CoursePath, context: ViewContext) -> PathView:
    """A path as its page shows it."""
    lessons = [lesson for stage in path.stages for lesson in context.course.taken(stage.lessons)]
    return PathView(
        name=path.name,
        description=path.description,
        duration=duration(sum(lesson.minutes for lesson in lessons), context.words),
        stages=tuple(_stage(stage, number, path, context) for number, stage in enumerate(path.stages, 1)),
    )


def _stage(stage: Stage, number: int, path: CoursePath, context: ViewContext) -> StageView:
    words, lessons = context.words, context.course.taken(stage.lessons)
    practice = [found for name in stage.together if (found := context.course.practice(name))]
    together = tuple(
        Together(block.title, f"{context.address(lesson.path)}#{block.name}", context.minutes(block.minutes))
        for lesson, block in practice
    )
    week = words.of("path.week", number=number)
    return StageView(
        title=(f"{week}: {stage.title}" if stage.title else week) if path.in_weeks else "",
        duration=duration(sum(lesson.minutes for lesson in lessons), words),
        lessons=tuple(lesson_entry(lesson, context) for lesson in lessons),
        together=together,
        together_title=words.of("path.together", n=sum(block.minutes for _, block in practice)),
        talk=stage.talk,
    )
