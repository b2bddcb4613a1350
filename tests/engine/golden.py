"""Cases as files: a source as an author writes it, and beside it what it should come to.

A case of a page is ``cases/pages/AREA/NAME.md``; it is read as ``docs/lessons/cases/NAME.md``. Its companions say what
is compared:

    NAME.problems           all mistakes, one a line; without this file there must be none
    NAME.html               the page in the learner's edition
    NAME.trainer.html       the page in the trainer's edition
    NAME.paper.html         its worksheets on paper, to fill in by hand
    NAME.fillable.html      its worksheets on paper, to fill in on a screen
    NAME.facilitator.html   its worksheets on paper, with their keys
    NAME.model.json         the model that the reader makes of it

A case of a course is a folder ``cases/courses/NAME`` with a docs folder and ``expected.problems``. It may hold a folder
``learner`` or ``trainer`` with pages as that edition draws them, ``PATH.html`` for ``docs/PATH.md``.

To add a case, write its source, touch its companions, run ``pytest tests/engine/test_cases.py --golden-update`` and
read what came out. In the HTML a line that begins with two spaces continues the one above.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from coursewright.fragments.store import Fragments
from coursewright.model import Lesson, Page
from coursewright.paper.jobs import PrintedPage, SheetJob
from coursewright.paper.section import SectionDrawing
from coursewright.problem import Problems
from coursewright.reader.page import ReadPage
from coursewright.sheet import SheetForm
from coursewright.text import Text
from coursewright.words import load_words
from tests.engine import pages

CASES = Path(__file__).parent / "cases"
PAGES = CASES / "pages"
COURSES = CASES / "courses"
PROBLEMS = ".problems"
EXPECTED = "expected.problems"
EDITIONS = {"learner", "trainer"}


class Misfit(Exception):
    """Something among the cases that is no case, or says nothing."""


@dataclass(frozen=True)
class PageCase:
    """A lesson, and what it should come to."""

    source: Path
    companions: tuple[str, ...]
    """Their endings, all of them keys of ``OUTPUTS`` or ``PROBLEMS``."""

    def __str__(self) -> str:
        return self.source.relative_to(PAGES).with_suffix("").as_posix()

    def companion(self, ending: str) -> Path:
        """The file with that ending."""
        return self.source.with_suffix(ending)

    def read(self) -> tuple[ReadPage | None, Problems]:
        """The lesson as read, with its mistakes."""
        return pages.read(self.source.read_bytes(), f"lessons/cases/{self.source.name}")


def page_cases() -> list[PageCase]:
    """All cases of pages. Raises Misfit for a file that belongs to none, and for a case without expectation."""
    endings: dict[Path, list[str]] = {}
    for path in sorted(PAGES.rglob("*")):
        if path.is_file():
            stem, dot, ending = path.name.partition(".")
            endings.setdefault(path.with_name(f"{stem}.md"), []).append(dot + ending)
    return [_page_case(source, found) for source, found in endings.items()]


def _page_case(source: Path, endings: list[str]) -> PageCase:
    companions = tuple(ending for ending in endings if ending != ".md")
    shown = source.relative_to(CASES)
    if len(companions) == len(endings):
        raise Misfit(f"{shown}: {', '.join(endings)} without a source")
    if not companions:
        raise Misfit(f"{shown}: a case without any expectation; touch one of {PROBLEMS}, {', '.join(OUTPUTS)}")
    if unknown := set(companions) - {PROBLEMS, *OUTPUTS}:
        raise Misfit(f"{shown}: an unknown kind of expectation, {', '.join(sorted(unknown))}")
    return PageCase(source, companions)


def course_cases() -> list[Path]:
    """The folders of all cases of courses. Raises Misfit for what belongs to none."""
    cases = sorted(COURSES.iterdir())
    for case in cases:
        if not case.is_dir() or {path.name for path in case.iterdir()} - EDITIONS != {"docs", EXPECTED}:
            raise Misfit(f"{case.relative_to(CASES)}: a case of a course holds docs/ and {EXPECTED}, and no more")
    return cases


def problems_as_text(problems: Iterable[object]) -> str:
    """Mistakes as a file of expectations holds them."""
    return "".join(f"{problem}\n" for problem in problems)


def _html(page: Page) -> str:
    return by_element(pages.draw(page, "learner"))


def _trainer_html(page: Page) -> str:
    return by_element(pages.draw(page, "trainer"))


def _paper_html(form: SheetForm, page: Page) -> str:
    return by_element(on_paper(page, form))


def on_paper(page: Page, form: SheetForm) -> str:
    """The worksheets of a lesson below their heads, as HTML for the printer."""
    fragments = Fragments(pages.course_of(page), "trainer")
    fragments.make_markdown = pages.markdown_with
    return printed(page, form, fragments)


def printed(page: Page, form: SheetForm, fragments: Fragments) -> str:
    """The same, of a page that may be converted already."""
    sheets = page.worksheets if isinstance(page, Lesson) else ()
    section = PrintedPage(path=page.path, name="case", flow=tuple(SheetJob(sheet, form) for sheet in sheets))
    drawing = SectionDrawing(pages.course_of(page), load_words("en"), fragments, lambda _path: "")
    return drawing.html(section, "learner")


def by_element(html: str) -> str:
    """HTML with a line for each element, so that a difference can be read."""
    return html.replace("><", ">\n  <") + "\n"


def _model(page: Page) -> str:
    return json.dumps(as_data(page), ensure_ascii=False, indent=1) + "\n"


def as_data(value: Any, *, places: bool = True) -> Any:
    """Records as plain data, each with the name of its class.

    Args:
        value: A record, or what stands in one.
        places: Whether a text comes with the line where it stands.
    """
    if isinstance(value, Text):
        return [value.line, str(value)] if places else str(value)
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value):
        kept = [field.name for field in fields(value) if not (isinstance(value, Page) and field.name == "lines")]
        return {"is": type(value).__name__, **{name: as_data(getattr(value, name), places=places) for name in kept}}
    if isinstance(value, tuple):
        return [as_data(item, places=places) for item in value]
    return value


OUTPUTS: dict[str, Callable[[Page], str]] = {
    ".html": _html,
    ".trainer.html": _trainer_html,
    ".paper.html": partial(_paper_html, "blank"),
    ".fillable.html": partial(_paper_html, "fillable"),
    ".facilitator.html": partial(_paper_html, "facilitator"),
    ".model.json": _model,
}
"""What can be made of a page, by the ending of the file that holds it."""
