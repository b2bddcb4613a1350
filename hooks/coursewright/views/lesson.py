"""What a lesson's page, and a module's, shows around the author's text."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model import Lesson, Module, Part
from coursewright.views.common import Amount, LessonLink, PageLink, ViewContext, amount, duration, lesson_link
from coursewright.views.course import LessonEntry, lesson_entry
from coursewright.views.references import SourceView, source_view


@dataclass(frozen=True, slots=True, kw_only=True)
class PartEntry:
    """A share of a lesson's minutes."""

    kind: str
    name: str
    kind_name: str
    """What kind of part it is, where its name doesn't say so."""
    anchor: str
    minutes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonView:
    """A lesson."""

    id: str
    formerly: str
    module: str
    """The number and title of its module."""
    module_url: str
    place: str
    """Which lesson it is of how many."""
    title: str
    description: str
    duration: tuple[Amount, ...]
    audience: str
    tags: tuple[str, ...]
    objectives: tuple[str, ...]
    prerequisites: tuple[LessonLink, ...]
    materials: tuple[str, ...]
    parts: tuple[PartEntry, ...]
    """None where there is but one."""
    references: tuple[SourceView, ...]
    before: LessonEntry | None
    after: LessonEntry | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleView:
    """A module."""

    name: str
    place: str
    title: str
    purpose: str
    count: Amount
    duration: tuple[Amount, ...]
    lessons: tuple[LessonEntry, ...]
    start: str
    worksheets: str
    """The page with its worksheets, if it has any that are printed."""
    after: PageLink
    """What comes after it: the next module, or the map of the course."""


def lesson_view(lesson: Lesson, module: Module, context: ViewContext) -> LessonView:
    """What the page of a lesson shows."""
    course, words = context.course, context.words
    place, of = module.lessons.index(lesson) + 1, len(module.lessons)
    prerequisites = filter(None, map(course.lesson, lesson.prerequisites))
    before, after = (lesson_entry(each, context) if each else None for each in course.neighbours(lesson))
    cited = (course.bibliography.get(key) for key in lesson.references)
    return LessonView(
        id=lesson.id,
        formerly=" ".join(lesson.formerly),
        module=f"{words.of('where.module', n=course.modules.index(module) + 1)}: {module.title}",
        module_url=context.address(module.path),
        place=words.of("where.lesson", n=place, of=of),
        title=lesson.title,
        description=lesson.description,
        duration=duration(lesson.minutes, words),
        audience=lesson.audience,
        tags=lesson.tags,
        objectives=tuple(objective.text for objective in lesson.objectives),
        prerequisites=tuple(lesson_link(each, context) for each in prerequisites),
        materials=lesson.materials,
        parts=tuple(_part(part, context) for part in lesson.parts) if len(lesson.parts) > 1 else (),
        references=tuple(source_view(source, words) for source in cited if source),
        before=before,
        after=after,
    )


def _part(part: Part, context: ViewContext) -> PartEntry:
    kind = context.words[f"part.{part.kind}"]
    return PartEntry(
        kind=part.kind,
        name=part.title or kind,
        kind_name=kind if part.title else "",
        anchor=part.anchor,
        minutes=context.minutes(part.minutes),
    )


def module_view(module: Module, context: ViewContext) -> ModuleView:
    """What the page of a module shows."""
    course, words = context.course, context.words
    number = course.modules.index(module) + 1
    printed = context.print_jobs and any(lesson.worksheets for lesson in module.lessons)
    return ModuleView(
        name=module.name,
        place=words.of("where.module-of", n=number, of=len(course.modules)),
        title=module.title,
        purpose=module.purpose,
        count=amount(len(module.lessons), "lesson", words),
        duration=duration(module.minutes, words),
        lessons=tuple(lesson_entry(lesson, context) for lesson in module.lessons),
        start=context.address(module.lessons[0].path) if module.lessons else "",
        worksheets=context.address("worksheets.md") if printed else "",
        after=_after(module, context),
    )


def _after(module: Module, context: ViewContext) -> PageLink:
    modules = context.course.modules
    following = next(iter(modules[modules.index(module) + 1 :]), None)
    if following:
        return PageLink(following.title, context.address(following.path))
    return PageLink(context.words["map.title"], context.address("course-map.md"))
