"""The contents of a site beside its pages, from the navigation of the host, as other plugins may have changed it."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from coursewright.model import Course, Lesson
from coursewright.views.page import NavEntry


def contents(nav: Navigation, shown: MkDocsPage | None, course: Course) -> tuple[NavEntry, ...]:
    """Every module, and the lessons of the one that is open; so a page weighs the same however long the course is.

    Args:
        nav: The navigation of the host.
        shown: The page beside which they stand, if it's one of the navigation.
        course: The course, which names its own pages.
    """
    return _entries(nav.items, shown, course)


def _entries(items: list[Any], shown: MkDocsPage | None, course: Course) -> tuple[NavEntry, ...]:
    return tuple(
        _section(each, shown, course) if each.children else _page(each, each.title, shown, course) for each in items
    )


def _section(section: Any, shown: MkDocsPage | None, course: Course, /) -> NavEntry:
    head = next((each for each in section.children if getattr(each, "is_index", False)), None)
    if head:
        first = _page(head, head.title, shown, course)
    elif section.active:
        first = NavEntry(title=_html(section.title), url="")
    else:
        first = _first_page(section, shown, course)
    inside = [each for each in section.children if each != head] if section.active else []
    return NavEntry(
        title=first.title,
        url=first.url,
        current=first.current,
        lesson=first.lesson,
        section=True,
        open=section.active,
        entries=_entries(inside, shown, course),
    )


def _first_page(section: Any, shown: MkDocsPage | None, course: Course) -> NavEntry:
    first = section.children[0]
    return _first_page(first, shown, course) if first.children else _page(first, section.title, shown, course)


def _page(item: Any, title: str, shown: MkDocsPage | None, course: Course) -> NavEntry:
    file = getattr(item, "file", None)
    page = course.page(file.src_uri) if file else None
    return NavEntry(
        title=_html(title),
        url=item.url or "",
        current=item == shown,
        lesson=page.id if isinstance(page, Lesson) and page.minutes else "",
    )


def _html(title: str | None) -> Markup:
    """A title of the host's, which is HTML already."""
    return Markup(title or "")  # noqa: S704
