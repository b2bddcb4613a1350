"""What all views are computed from, and what several of them hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coursewright.markup.context import Edition
from coursewright.model import Course, Lesson
from coursewright.print_jobs import PrintJob
from coursewright.words import Words

HOURS_FROM = 90
"""Minutes beyond which a duration is told in hours and minutes."""
_SEVERAL = {"module": "modules", "lesson": "lessons", "hour": "hours", "minute": "minutes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewContext:
    """What views are computed from."""

    course: Course
    words: Words
    edition: Edition
    print_jobs: tuple[PrintJob, ...]
    address: Callable[[str], str]
    """The address of a page by its path, relative to the root of the site."""

    def minutes(self, minutes: int) -> str:
        """Minutes, short."""
        return self.words.of("lesson.minutes", n=minutes)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and what it counts: 3, ``lessons``."""

    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class LessonLink:
    """A lesson as another page names it."""

    title: str
    url: str
    id: str


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page as another names it."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file to download."""

    path: str
    label: str
    description: str
    """The same for who hears it without what stands around it."""


def amount(number: int, unit: str, words: Words) -> Amount:
    """A number and what it counts: ``module``, ``lesson``, ``hour`` or ``minute``."""
    return Amount(number, words[f"count.{unit if number == 1 else _SEVERAL[unit]}"])


def duration(minutes: int, words: Words) -> tuple[Amount, ...]:
    """Minutes up to 90, beyond that hours and minutes."""
    if minutes <= HOURS_FROM:
        return (amount(minutes, "minute", words),)
    hours, rest = divmod(minutes, 60)
    return (amount(hours, "hour", words), *((amount(rest, "minute", words),) if rest else ()))


def lesson_link(lesson: Lesson, context: ViewContext) -> LessonLink:
    """A lesson as another page names it."""
    return LessonLink(lesson.title, context.address(lesson.path), lesson.id)


def file_link(each: PrintJob, title: str, kind: str, words: Words) -> FileLink:
    """A printed file, described by its title and kind."""
    label = each.paper.label
    return FileLink(each.path, label, words.of("sheets.file", title=title, kind=kind, paper=label))
