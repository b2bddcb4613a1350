"""Pages read and drawn as a build does, without MkDocs."""

from __future__ import annotations

from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension
from pathspec.gitignore import GitIgnoreSpec
from pymdownx.emoji import gemoji

from coursewright.build import CourseBuild
from coursewright.checks.lesson import check_page
from coursewright.drawing.extension import CourseExtension
from coursewright.drawing.made_pages import SITE
from coursewright.markup.context import Edition
from coursewright.mkdocs.defaults import MARKDOWN, NOT_PUBLISHED
from coursewright.model import Course, Lesson, Module, Page
from coursewright.problem import Problems
from coursewright.reader.page import ReadPage, read_page
from coursewright.words import load_words

_UNPUBLISHED = GitIgnoreSpec.from_lines(NOT_PUBLISHED)

ROOT = Path(__file__).resolve().parents[2]
LESSON = "lessons/cases/case.md"


_INDEX = gemoji({}, None)
_OPTIONS = {**MARKDOWN, "pymdownx.emoji": {**MARKDOWN["pymdownx.emoji"], "emoji_index": lambda _options, _md: _INDEX}}
"""Of each Markdown extension. The one for emoji would copy its whole index for each page."""


def markdown_with(extension: Extension) -> Markdown:
    """The Markdown of the site, as MkDocs makes it anew for each page."""
    return Markdown(extensions=[*MARKDOWN, extension], extension_configs=_OPTIONS)


def read(data: bytes | str, path: str = LESSON) -> tuple[ReadPage | None, Problems]:
    """A page as read from a file of that path below docs/, and all that is wrong with it."""
    problems = Problems()
    data = data.encode() if isinstance(data, str) else data
    page = read_page(path, f"docs/{path}", data, problems)
    if page:
        check_page(page, problems)
    return page, problems


def course_of(page: Page) -> Course:
    """A course of that page alone."""
    if not isinstance(page, Lesson):
        return Course("Course", pages=(page,))
    index = f"lessons/{page.module}/index.md"
    names = (page.name,)
    module = Module(index, "Module", "", "", (), {}, (), (), page.module, "Purpose", names, (page,))
    return Course("Course", modules=(module,))


def draw(page: Page, edition: Edition = "learner") -> str:
    """A page as HTML, in a course of that page alone."""
    course = course_of(page)
    extension = CourseExtension(course, load_words("en"), edition, SITE)
    extension.page = page
    return markdown_with(extension).convert(extension.marked_markdown(page))


def build(docs: Path, edition: Edition = "learner") -> CourseBuild:
    """A course read, drawn and checked, in the steps that the host takes."""
    return build_and_draw(docs, edition)[0]


def build_and_draw(docs: Path, edition: Edition = "learner") -> tuple[CourseBuild, dict[str, str]]:
    """The same, with the HTML of each page by its path."""
    course = CourseBuild(docs, "docs", edition, "en")
    files = {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()}
    files |= {page.path for page in course.made_pages} | {each.path for each in course.print_jobs}
    drawn: dict[str, str] = {}
    course.fragments.make_markdown = markdown_with
    for path in sorted(files):
        if path.endswith(".md") and course.knows(path):
            course.begin(path)
            drawn[path] = markdown_with(course.extension).convert(course.markdown(path))
            course.finish(path, drawn[path])
    course.check_drawn([path for path in files if not _UNPUBLISHED.match_file(path)])
    for fault in course.problems.faults:
        raise fault.error
    return course, drawn


def codes(problems: Problems) -> list[str]:
    """The codes of mistakes, sorted by place."""
    return [problem.code for problem in problems]
