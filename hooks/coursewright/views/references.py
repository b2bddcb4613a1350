"""The glossary and the bibliography."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.reference import Reference
from coursewright.views.common import LessonLink, ViewContext, lesson_link
from coursewright.words import Words

_ENDS = "?!."
"""What ends a sentence, so that no full stop follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source of the bibliography."""

    key: str
    author: str
    title: str
    end: str
    """A full stop, unless the title ends with a mark of its own."""
    url: str
    """Its address, if that is one of the web."""
    publication: str
    note: str
    lessons: tuple[LessonLink, ...]
    """The lessons that draw on it, in the bibliography."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A term of the glossary."""

    name: str
    meaning: str
    first: LessonLink | None
    """The lesson that uses it first."""


def source_view(source: Reference, words: Words, lessons: tuple[LessonLink, ...] = ()) -> SourceView:
    """A source as pages list it, with the lessons that draw on it where they are wanted."""
    publication = ""
    if source.publication:
        said = words.of("bibliography.in", publication=source.publication)
        publication = said + _end(source.publication)
    return SourceView(
        key=source.key,
        author=source.author,
        title=source.title,
        end=_end(source.title),
        url=source.url if source.url.startswith(("https://", "http://")) else "",
        publication=publication,
        note=source.note,
        lessons=lessons,
    )


def _end(text: str) -> str:
    return "" if text[-1:] in _ENDS else "."


def source_views(context: ViewContext) -> tuple[SourceView, ...]:
    """Every source of the course."""
    course = context.course
    return tuple(
        source_view(source, context.words, tuple(lesson_link(lesson, context) for lesson in course.citing(source)))
        for source in course.bibliography.values()
    )


def term_views(context: ViewContext) -> tuple[TermView, ...]:
    """Every term of the glossary."""
    views = []
    for term in context.course.glossary:
        first = context.course.first_use(term)
        views.append(
            TermView(name=term.name, meaning=term.meaning, first=lesson_link(first, context) if first else None)
        )
    return tuple(views)
