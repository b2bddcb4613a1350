"""The pages that no author writes: the map, the self-assessments, the paths, the worksheets, the workshops, My
progress, the glossary and the bibliography, and for trainers the run sheets, the page where workshops are planned,
the coverage of objectives, and the answer keys.

Each is a projection of the course. What stands on it besides headings are render jobs, which the Markdown extension
draws by ``SITE`` as it draws an author's blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from types import MappingProxyType

from coursewright.drawing.answers import AnswersJob, draw_answers
from coursewright.drawing.blocks import BLOCKS
from coursewright.drawing.renderer import Renderers
from coursewright.drawing.run_sheet import RunSheetJob, draw_run_sheet
from coursewright.drawing.shelf import ShelfJob, draw_shelf
from coursewright.keys import HOME_TEMPLATE
from coursewright.markup.context import Edition
from coursewright.model import Course, Workshop
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
"""Their paths, in the order of the navigation, and the names by which templates know them.

Paths and run sheets have folders of their own.
"""

SITE: Renderers = MappingProxyType(
    {**BLOCKS, AnswersJob: draw_answers, RunSheetJob: draw_run_sheet, ShelfJob: draw_shelf}
)
"""How all that stands on a page of a site is drawn."""

_NO_SEARCH = MappingProxyType({"exclude": True})


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page that a build makes."""

    path: str
    """As if it stood below the docs folder, with ``/``."""
    title: str
    template: str
    flow: tuple[Prose | AnswersJob | RunSheetJob | ShelfJob, ...] = ()
    hide: tuple[str, ...] = ()
    search: Mapping[str, bool | float] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Its path without the suffix, as with any page."""
        return self.path.removesuffix(".md")


def run_sheet_path(workshop: Workshop) -> str:
    """The page of a workshop's run sheet."""
    return f"run-sheets/{workshop.name}.md"


def home_page(course: Course) -> MadePage:
    """The first page of a course whose author writes none: its cover and its map."""
    return MadePage("index.md", course.title, HOME_TEMPLATE)


def make_pages(course: Course, words: Words, edition: Edition, printed: bool) -> Iterator[MadePage]:
    """The pages of an edition; that of the worksheets only where they are printed."""
    yield _page("course-map.md", words["map.title"])
    assessed = any(lesson.can_do for lesson in course.lessons)
    if assessed:
        yield _page("where-to-begin.md", words["assess.first-title"], search=_NO_SEARCH)
    yield from (MadePage(each.path, each.title, "path.html") for each in course.paths)
    if printed:
        yield _page("worksheets.md", words["sheets.title"])
    if course.workshops:
        yield _page("workshops.md", words["workshops.title"])
    if edition == "trainer":
        for workshop in course.workshops:
            title = words.of("workshops.run-sheet", title=workshop.title)
            flow, hide = (RunSheetJob(workshop),), ("navigation", "toc")
            yield MadePage(run_sheet_path(workshop), title, "run-sheet.html", flow, hide, _NO_SEARCH)
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
    flow: tuple[Prose | AnswersJob | ShelfJob, ...] = (),
    search: Mapping[str, bool | float] = MappingProxyType({}),
) -> MadePage:
    return MadePage(path, title, f"{KINDS[path]}.html", flow, (), search)


def _shelves(course: Course, words: Words) -> Iterator[Prose | ShelfJob]:
    """Headings, the parts of each lesson, and the activities of each workshop."""
    for module in course.modules:
        if module.lessons:
            yield _heading(2, module.title)
            yield from map(ShelfJob, module.lessons)
    bringing = [workshop for workshop in course.workshops if workshop.activities]
    if bringing:
        yield _heading(2, words["workshops.title"])
        yield from map(ShelfJob, bringing)


def _answers(course: Course) -> Iterator[Prose | AnswersJob]:
    """Headings, and the answers of each question."""
    for module in course.modules:
        asked = [lesson for lesson in module.lessons if lesson.questions]
        if asked:
            yield _heading(2, module.title)
        for lesson in asked:
            yield _heading(3, lesson.title)
            yield from (AnswersJob(lesson, question) for question in lesson.questions)


def _heading(level: int, title: str) -> Prose:
    written = "".join(f"\\{letter}" if letter in "\\`*_{}[]()#+-.!" else letter for letter in escape(title))
    return Prose(Text((f"{'#' * level} {written}",), 1))
