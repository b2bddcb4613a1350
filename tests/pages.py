"""Pages read and drawn as a build does, without MkDocs."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown

from course.build import CourseBuild
from course.checks.lesson import check_page
from course.drawing.element import Edition
from course.drawing.marks import CourseExtension, marked_markdown
from course.model import Page
from course.problem import Problems
from course.reader.page import ReadPage, read_page
from course.words import load_words

ROOT = Path(__file__).resolve().parent.parent
LESSON = "lessons/cases/case.md"
GENERATED = ("course-map.md",)
"""What MkDocs adds to the pages of a course, and a page may link to."""


@cache
def _site_extensions() -> tuple[list[str], dict[str, Any]]:
    """The Markdown extensions of mkdocs.yml, and their options."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    names, options = [], {}
    # The file is ours; its `!!python/name:` tags are what the plain loaders refuse.
    for entry in yaml.load(text, Loader=yaml.UnsafeLoader)["markdown_extensions"]:
        name, values = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        names.append(name)
        options[name] = values
    return names, options


def markdown_with(extension: CourseExtension) -> Markdown:
    """The Markdown of the site, as MkDocs makes it anew for each page."""
    names, options = _site_extensions()
    return Markdown(extensions=[*names, extension], extension_configs=options)


def read(data: bytes | str, path: str = LESSON) -> tuple[ReadPage | None, Problems]:
    """A page as read from a file of that path below docs/, and all that is wrong with it."""
    problems = Problems()
    data = data.encode() if isinstance(data, str) else data
    page = read_page(path, f"docs/{path}", data, problems)
    if page:
        check_page(page, problems)
    return page, problems


def draw(page: Page, edition: Edition = "learner") -> str:
    """A page as HTML."""
    extension = CourseExtension(load_words("en"), edition)
    extension.page = page
    return markdown_with(extension).convert(marked_markdown(page, edition))


def build(docs: Path, edition: Edition = "learner") -> CourseBuild:
    """A course read, drawn and checked, in the steps that the host takes."""
    course = CourseBuild(docs, "docs", edition, "en")
    files = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())
    for path in files:
        if path.endswith(".md") and course.is_source(path):
            course.begin(path)
            course.finish(path, markdown_with(course.extension).convert(course.markdown(path)))
    course.check_drawn([*files, *GENERATED])
    return course


def codes(problems: Problems) -> list[str]:
    """The codes of mistakes, sorted by place."""
    return [problem.code for problem in problems]
