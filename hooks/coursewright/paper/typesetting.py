"""Each file's document: sheets with their heads, and packs with their covers, as HTML for the printer.

A document holds all that decides what its PDF looks like, but for the style, the fonts and the pictures.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from coursewright.block import Activity, TrainerNote
from coursewright.drawing.answers import AnswersJob
from coursewright.drawing.code import draw_code
from coursewright.drawing.paper_links import Address
from coursewright.drawing.run_sheet import RunSheetJob
from coursewright.fragments.store import Fragments
from coursewright.markup.context import Edition
from coursewright.model import Course, Lesson, Workshop
from coursewright.paper.document import DocumentViews, SheetSection
from coursewright.paper.jobs import HeadingJob, PrintedPage, SheetJob
from coursewright.paper.section import SectionDrawing
from coursewright.print_jobs import PlacedSheet, PrintJob
from coursewright.sheet import SheetForm
from coursewright.words import Words


class Typesetter:
    """Sets the documents of one edition."""

    def __init__(self, course: Course, words: Words, fragments: Fragments, address: Address, text: int) -> None:
        """Prepare to set documents.

        Args:
            course: The course.
            words: The texts of the interface.
            fragments: The texts of all pages, converted.
            address: Tells where a page is on the web, by its path; nothing, if the site has no address.
            text: The size of the text in points.
        """
        self.course, self.words, self.text = course, words, text
        self._address = address
        self._sections = SectionDrawing(course, words, fragments, address)
        loader = FileSystemLoader(Path(__file__).parent)
        self._template = Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template(
            "document.html"
        )
        self._views = DocumentViews(course, words, text)
        self._body = cache(self._draw)

    def document(self, wanted: PrintJob) -> str:
        """The document of a file."""
        views = self._views
        sheets = [self._set(number, placed, wanted.form) for number, placed in enumerate(wanted.sheets, 1)]
        run_sheets = [
            views.run_sheet(number, each.title, self._run_sheet(each))
            for number, each in enumerate(wanted.run_sheets, 1)
        ]
        notes = [views.notes(number, each.title, self._notes(each)) for number, each in enumerate(wanted.notes, 1)]
        return self._template.render(document=views.document(wanted, sheets, run_sheets, notes))

    def _set(self, number: int, placed: PlacedSheet, form: SheetForm) -> SheetSection:
        lesson, sheet = placed
        page = self._address(lesson.path)
        address = f"{page}#{sheet.name}" if page else ""
        code = draw_code(address) if address else ""
        return self._views.sheet(number, lesson, sheet, self._body(placed, form), address, code)

    def _draw(self, placed: PlacedSheet, form: SheetForm) -> str:
        lesson, sheet = placed
        return self._section(lesson.path, placed.id, (SheetJob(sheet, form),))

    def _run_sheet(self, workshop: Workshop) -> str:
        return self._section(workshop.path, workshop.name, (RunSheetJob(workshop),))

    def _notes(self, lesson: Lesson) -> str:
        """What only trainers read of a lesson: its activities with their notes, and its answers."""
        flow: list[object] = [item for item in lesson.flow if isinstance(item, Activity | TrainerNote)]
        if lesson.questions:
            flow.append(HeadingJob(self.words["keys.title"]))
        flow += (AnswersJob(lesson, question) for question in lesson.questions)
        return self._section(lesson.path, lesson.id, tuple(flow), "trainer")

    def _section(self, path: str, name: str, flow: tuple[object, ...], edition: Edition = "learner") -> str:
        return self._sections.html(PrintedPage(path=path, name=name.replace("/", "."), flow=flow), edition)
