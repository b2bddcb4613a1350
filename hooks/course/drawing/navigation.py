"""The navigation of a site, as a host takes it: paths, and modules with the paths of their lessons."""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from typing import Any

from course.model import Course, Page


def navigation(course: Course, made: Collection[Page]) -> list[Any]:
    """The first page, the map, each module with its lessons, what else the build makes, the other pages."""
    others = sorted(page.path for page in course.pages if "/" not in page.path and page.path != "index.md")
    modules = [
        {escape(module.title): [module.path, *(lesson.path for lesson in module.lessons)]} for module in course.modules
    ]
    first, *last = (page.path for page in made)
    home = ["index.md"] if course.page("index.md") else []
    return [*home, first, *modules, *last, *others]
