"""The course as every page may show it: its titles, its lists of lessons, and where its pages are."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from coursewright.model import Lesson
from coursewright.views.common import Amount, ViewContext, amount, duration


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonEntry:
    """A lesson in a list of lessons."""

    id: str
    formerly: str
    """Ids that it had before, with spaces between them."""
    title: str
    url: str
    minutes: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleEntry:
    """A module in the list of modules."""

    title: str
    url: str
    purpose: str
    lessons: tuple[LessonEntry, ...]


@dataclass(frozen=True, slots=True)
class PathEntry:
    """A way through the course, as other pages name it."""

    name: str
    title: str
    url: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseView:
    """A course."""

    title: str
    subtitle: str
    description: str
    start: str
    """The address of the first lesson."""
    modules: tuple[ModuleEntry, ...]
    paths: tuple[PathEntry, ...]
    counts: tuple[Amount, ...]
    """How many modules it has, and how many lessons."""
    duration: tuple[Amount, ...]
    map: Markup
    """The drawing of the course map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where the pages are that a build makes. Of a page that the edition lacks, nothing, if it may lack it."""

    map: str
    progress: str
    worksheets: str
    workshops: str
    plan: str
    first_assessment: str
    last_assessment: str


def course_view(context: ViewContext, course_map: Markup) -> CourseView:
    """The course as its pages show it, with the drawing of its map."""
    course, words = context.course, context.words
    modules = tuple(
        ModuleEntry(
            title=module.title,
            url=context.address(module.path),
            purpose=module.purpose,
            lessons=tuple(lesson_entry(lesson, context) for lesson in module.lessons),
        )
        for module in course.modules
    )
    return CourseView(
        title=course.title,
        subtitle=course.subtitle,
        description=course.description,
        start=context.address(course.lessons[0].path) if course.lessons else "",
        modules=modules,
        paths=tuple(
            PathEntry(path.name, path.title, context.address(path.path), path.description) for path in course.paths
        ),
        counts=(amount(len(course.modules), "module", words), amount(len(course.lessons), "lesson", words)),
        duration=duration(course.minutes, words),
        map=course_map,
    )


def lesson_entry(lesson: Lesson, context: ViewContext) -> LessonEntry:
    """A lesson in a list of lessons."""
    return LessonEntry(
        id=lesson.id,
        formerly=" ".join(lesson.formerly),
        title=lesson.title,
        url=context.address(lesson.path),
        minutes=context.minutes(lesson.minutes),
        description=lesson.description,
    )


def links(context: ViewContext) -> Links:
    """Where the pages are that a build makes."""
    address = context.address
    assessed = any(lesson.can_do for lesson in context.course.lessons)
    return Links(
        map=address("course-map.md"),
        progress=address("my-progress.md"),
        worksheets=address("worksheets.md") if context.print_jobs else "",
        workshops=address("workshops.md") if context.course.workshops else "",
        plan=address("plan.md") if context.edition == "trainer" else "",
        first_assessment=address("where-to-begin.md") if assessed else "",
        last_assessment=address("look-back.md") if assessed else "",
    )
