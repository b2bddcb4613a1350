"""The view of a page: what every page has, and what its kind adds to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from coursewright.drawing.made_pages import run_sheet_path
from coursewright.model import Lesson, Module, Page, Workshop
from coursewright.views.assessment import assessment_view
from coursewright.views.common import ViewContext
from coursewright.views.course import course_view, links
from coursewright.views.coverage import coverage_view
from coursewright.views.lesson import lesson_view, module_view
from coursewright.views.path import path_view
from coursewright.views.references import source_views, term_views
from coursewright.views.worksheets import worksheets_view
from coursewright.views.workshop import planner_view, workshop_view


@dataclass(frozen=True, slots=True, kw_only=True)
class NavEntry:
    """A line of the contents: a page, or a section with what is in it."""

    title: str
    url: str
    """Nothing, if only the section's name is shown."""
    current: bool = False
    lesson: str = ""
    """The id of a lesson, whose status stands beside it."""
    section: bool = False
    open: bool = False
    """Whether the page that is shown is in the section."""
    entries: tuple[NavEntry, ...] = ()
    """What is in an open section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """What every page has."""

    kind: str = "page"
    title: str = ""
    description: str = ""
    body: str = ""
    """What its author has written, or the build has drawn, as HTML."""
    contents: tuple[NavEntry, ...] = ()


class Views:
    """The views of a course's pages."""

    def __init__(self, context: ViewContext, course_map: Markup, plans: list[dict[str, Any]]) -> None:
        """Prepare the views of a build.

        Args:
            context: What they are computed from.
            course_map: The drawing of the course map.
            plans: The workshops as the planner packs them.
        """
        self._context, self._plans = context, plans
        self.shared: dict[str, Any] = {
            "course": course_view(context, course_map),
            "words": dict(context.words),
            "edition": context.edition,
            "links": links(context),
            "view": PageView(kind="template"),
        }
        """What the templates of every page may use."""

    def of(self, kind: str, path: str, page: Page | None) -> dict[str, Any]:
        """What the templates of one page may use besides, by its kind.

        Args:
            kind: The kind of page, as templates know it.
            path: Its path below the docs folder.
            page: The page as it was read, if an author has written it.
        """
        context, course = self._context, self._context.course
        match kind:
            case "where-to-begin" | "look-back":
                return {"assessment": assessment_view(context)}
            case "bibliography":
                return {"sources": source_views(context)}
            case "coverage":
                return {"coverage": coverage_view(context)}
            case "glossary":
                return {"terms": term_views(context)}
            case "path":
                return {"path": next(path_view(each, context) for each in course.paths if each.path == path)}
            case "plan":
                return {"planner": planner_view(self._plans)}
            case "run-sheet":
                of_sheet = (each for each in course.workshops if run_sheet_path(each) == path)
                return {"workshop": workshop_view(next(of_sheet), context)}
            case "workshops":
                return {"workshops": tuple(workshop_view(each, context) for each in course.workshops)}
            case "worksheets":
                return {"worksheets": worksheets_view(context)}
        return self._of_author(page) if page else {}

    def _of_author(self, page: Page) -> dict[str, Any]:
        context, module = self._context, self._context.course.module_of(page)
        match page:
            case Lesson() if module:
                return {"lesson": lesson_view(page, module, context)}
            case Module() if module:
                return {"module": module_view(module, context)}
            case Workshop():
                return {"workshop": workshop_view(page, context)}
        return {}
