"""The navigation of a site, as a host takes it: paths, and modules with the paths of their lessons."""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from typing import Any

from coursewright.drawing.made_pages import MadePage, run_sheet_path
from coursewright.model import Course
from coursewright.words import Words

BEFORE_LESSONS = ("course-map.md", "where-to-begin.md")
"""What a learner looks at before the first lesson."""


def _by_folder(course: Course, paths: list[str]) -> list[Any]:
    """Other pages: those of a folder as a section, called by its first page or by its name."""
    sections: dict[str, list[str]] = {}
    for path in paths:
        sections.setdefault(path.rpartition("/")[0], []).append(path)
    entries: list[Any] = sections.pop("", [])
    for folder, inside in sections.items():
        first = course.page(f"{folder}/index.md")
        title = first.title if first else folder.rpartition("/")[2].replace("-", " ").capitalize()
        entries.append({escape(title): sorted(inside, key=lambda path: (not path.endswith("/index.md"), path))})
    return entries


def navigation(course: Course, made: Collection[MadePage], words: Words) -> list[Any]:
    """The first page, the map, each module with its lessons, what else the build makes, the other pages."""
    taught = (page.path for module in course.modules for page in (module, *module.lessons))
    listed = {"index.md", *taught, *(workshop.path for workshop in course.workshops)}
    others = _by_folder(course, sorted(page.path for page in course.pages if page.path not in listed))
    modules = [
        {escape(module.title): [module.path, *(lesson.path for lesson in module.lessons)]} for module in course.modules
    ]
    paths = [page.path for page in made]
    before = (*BEFORE_LESSONS, *(each.path for each in course.paths))
    first = [path for path in paths if path in before]
    last = [path for path in paths if path not in ("index.md", *before)]
    sheets = {run_sheet_path(workshop) for workshop in course.workshops} & set(last)
    home = ["index.md"] if course.page("index.md") or "index.md" in paths else []
    rest: list[Any] = [path for path in last if path not in {*sheets, "workshops.md", "plan.md"}]
    if course.workshops:
        inside = ["workshops.md", *(["plan.md"] if "plan.md" in last else [])]
        for workshop in course.workshops:
            inside += [workshop.path, *({run_sheet_path(workshop)} & sheets)]
        rest.insert(0, {escape(words["workshops.title"]): inside})
    elif "plan.md" in last:
        rest.insert(0, "plan.md")
    return [*home, *first, *modules, *rest, *others]
