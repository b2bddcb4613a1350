"""The pages that no author writes: the map, the self-assessments, the worksheets, the workshops, My progress, the
glossary and the bibliography, and for trainers the run sheets, the page where workshops are planned, the coverage of
objectives, and the answer keys.

Each is a projection of the course as pages of the model, so that they are drawn like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from types import MappingProxyType

from coursewright.block import AnswerOf, Block, RunSheet, Shelf
from coursewright.keys import HOME_TEMPLATE
from coursewright.markup.context import Edition
from coursewright.model import Course, Page, Workshop
from coursewright.text import Prose, Text
from coursewright.words import Words

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "course-map.md": "map",
        "where-to-begin.md": "where-to-begin",
        "look-back.md": "look-back",
        "worksheets.md": "worksheets",
        "workshops.md": "workshops",
        "plan.md": "plan",
        "my-progress.md": "progress",
        "glossary.md": "glossary",
        "bibliography.md": "bibliography",
        "coverage.md": "coverage",
        "keys.md": "keys",
    }
)
"""Their paths, in the order of the navigation, and the names by which templates know them. Run sheets have a folder."""

_NO_SEARCH = {"exclude": True}


def run_sheet_path(workshop: Workshop) -> str:
    """The page of a workshop's run sheet."""
    return f"run-sheets/{workshop.name}.md"


def home_page(course: Course) -> Page:
    """The first page of a course whose author writes none: its cover and its map."""
    return Page("index.md", course.title, "", HOME_TEMPLATE, (), {}, (), ())


def make_pages(course: Course, words: Words, edition: Edition, printed: bool) -> Iterator[Page]:
    """The pages of an edition; that of the worksheets only where they are printed."""
    yield _page("course-map.md", words["map.title"])
    assessed = any(lesson.can_do for lesson in course.lessons)
    if assessed:
        yield _page("where-to-begin.md", words["assess.first-title"], search=_NO_SEARCH)
    if printed:
        yield _page("worksheets.md", words["sheets.title"])
    if course.workshops:
        yield _page("workshops.md", words["workshops.title"])
    if edition == "trainer":
        for workshop in course.workshops:
            title = words.of("workshops.run-sheet", title=workshop.title)
            flow = (RunSheet(workshop.name),)
            yield Page(
                run_sheet_path(workshop), title, "", "run-sheet.html", ("navigation", "toc"), _NO_SEARCH, flow, ()
            )
        yield _page("plan.md", words["workshops.plan"], tuple(_shelves(course, words)), _NO_SEARCH)
    if assessed:
        yield _page("look-back.md", words["assess.last-title"], search=_NO_SEARCH)
    yield _page("my-progress.md", words["mine.title"], search=_NO_SEARCH)
    if course.glossary:
        yield _page("glossary.md", words["glossary.title"])
    if course.bibliography:
        yield _page("bibliography.md", words["bibliography.title"])
    if edition == "trainer":
        yield _page("coverage.md", words["coverage.title"], search=_NO_SEARCH)
        yield _page("keys.md", words["keys.title"], tuple(_answers(course)), _NO_SEARCH)


def _page(
    path: str,
    title: str,
    flow: tuple[Prose | Block, ...] = (),
    search: Mapping[str, bool | float] = MappingProxyType({}),
) -> Page:
    return Page(path, title, "", f"{KINDS[path]}.html", (), search, flow, ())


def _shelves(course: Course, words: Words) -> Iterator[Prose | Block]:
    """Headings, the parts of each lesson, and the activities of each workshop."""
    for module in course.modules:
        if module.lessons:
            yield _heading(2, module.title)
            yield from (Shelf(lesson.id) for lesson in module.lessons)
    bringing = [workshop for workshop in course.workshops if workshop.activities]
    if bringing:
        yield _heading(2, words["workshops.title"])
        yield from (Shelf(workshop=workshop.name) for workshop in bringing)


def _answers(course: Course) -> Iterator[Prose | Block]:
    """Headings, and the answers of each question."""
    for module in course.modules:
        asked = [lesson for lesson in module.lessons if lesson.questions]
        if asked:
            yield _heading(2, module.title)
        for lesson in asked:
            yield _heading(3, lesson.title)
            yield from (AnswerOf(lesson.id, question.name) for question in lesson.questions)


def _heading(level: int, title: str) -> Prose:
    written = "".join(f"\\{letter}" if letter in "\\`*_{}[]()#+-.!" else letter for letter in escape(title))
    return Prose(Text((f"{'#' * level} {written}",), 1))
