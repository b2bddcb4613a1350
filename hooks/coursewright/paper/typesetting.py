"""Each file's document: sheets with their heads, and packs with their covers, as HTML for the printer.

A document holds all that decides what its PDF looks like, but for the style, the fonts and the pictures.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown import Markdown

from coursewright.block import Activity, TrainerNote, Worksheet
from coursewright.drawing.answers import AnswersJob
from coursewright.drawing.code import draw_code
from coursewright.drawing.element import Edition
from coursewright.drawing.marks import CourseExtension, left_over
from coursewright.drawing.paper_links import Address, PaperLinks
from coursewright.drawing.run_sheet import RunSheetJob
from coursewright.model import Course, Lesson, Module, Workshop
from coursewright.paper.jobs import PAPER, PrintedPage, SheetJob
from coursewright.prints import PlacedSheet, Print
from coursewright.sheet import SheetForm
from coursewright.text import Prose, Text
from coursewright.words import Words

MakeMarkdown = Callable[[CourseExtension], Markdown]
"""Makes the host's Markdown, with an extension of ours."""

_DEFINITION = re.compile(r"^ {0,3}\*?\[(?!\^)[^\]]+\]:\s")
"""A line that defines a link or an abbreviation, which sheets of the page may use."""


class SetSheet(NamedTuple):
    """A sheet as the template of a document takes it."""

    lesson: Lesson
    module: Module | None
    sheet: Worksheet
    body: str
    """What stands below its head, as HTML."""
    address: str
    """Where it is on the web; nothing, if the site has no address."""
    code: str
    """That address as a QR code: the address of a picture."""


class SetPage(NamedTuple):
    """A page for trainers as the template of a document takes it: a run sheet, or the notes of a lesson."""

    title: str
    body: str
    """What stands below its title, as HTML."""


class Typesetter:
    """Sets the documents of one edition."""

    def __init__(self, course: Course, words: Words, make_markdown: MakeMarkdown, address: Address, text: int) -> None:
        """Prepare to set documents.

        Args:
            course: The course.
            words: The texts of the interface.
            make_markdown: Makes the host's Markdown.
            address: Tells where a page is on the web, by its path; nothing, if the site has no address.
            text: The size of the text in points.
        """
        self.course, self.words, self.text = course, words, text
        self._address = address
        self._extension = CourseExtension(course, words, "learner", PAPER)
        self._markdown = make_markdown(self._extension)
        PaperLinks.register(self._markdown, lambda: self._extension.page, address)
        loader = FileSystemLoader(Path(__file__).parent)
        self._template = Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template(
            "document.html"
        )
        self._body = cache(self._draw)

    def document(self, wanted: Print) -> str:
        """The document of a file."""
        return self._template.render(
            wanted=wanted,
            course=self.course,
            words=self.words,
            text=self.text,
            sheets=[self._set(placed, wanted.form) for placed in wanted.sheets],
            run_sheets=[SetPage(workshop.title, self._run_sheet(workshop)) for workshop in wanted.run_sheets],
            notes=[SetPage(lesson.title, self._notes(lesson)) for lesson in wanted.notes],
            css=css_string,
            page_number=self._page_number,
        )

    def _page_number(self, end: str) -> str:
        """The number of a page among those of its sheet, as content of CSS; ``end`` is the id of the sheet's end."""
        counters = {"n": "counter(page)", "m": f'target-counter("#{end}", page)'}
        pieces = re.split(r"\{(n|m)\}", self.words["paper.page"])
        return " ".join(counters.get(piece) or css_string(piece) for piece in pieces if piece)

    def _set(self, placed: PlacedSheet, form: SheetForm) -> SetSheet:
        lesson, sheet = placed
        page = self._address(lesson.path)
        address = f"{page}#{sheet.name}" if page else ""
        code = draw_code(address) if address else ""
        return SetSheet(lesson, self.course.module_of(lesson), sheet, self._body(placed, form), address, code)

    def _draw(self, placed: PlacedSheet, form: SheetForm) -> str:
        lesson, sheet = placed
        lines = (line for text in lesson.prose for line in text.lines if _DEFINITION.match(line))
        flow = (SheetJob(sheet, form), Prose(Text(tuple(lines), 1)))
        return self._convert(lesson.path, flow)

    def _run_sheet(self, workshop: Workshop) -> str:
        return self._convert(workshop.path, (RunSheetJob(workshop),))

    def _notes(self, lesson: Lesson) -> str:
        """What only trainers read of a lesson: its activities with their notes, and its answers."""
        flow: list[object] = [item for item in lesson.flow if isinstance(item, Activity | TrainerNote)]
        if lesson.questions:
            flow.append(Prose(Text((f"## {self.words['keys.title']}",), 1)))
        flow += (AnswersJob(lesson, question) for question in lesson.questions)
        return self._convert(lesson.path, tuple(flow), "trainer")

    def _convert(self, path: str, flow: tuple[object, ...], edition: Edition = "learner") -> str:
        page = self._extension.page = PrintedPage(path, flow)
        self._extension.edition = edition
        html = self._markdown.reset().convert(self._extension.marked_markdown(page))
        # What swallows a mark here swallows it on the page, too, where it is told.
        return "" if left_over(html) else html


def css_string(text: str) -> str:
    """A text as a string of CSS, which nothing in it can end (CSS Syntax Level 3, 4.3.7)."""
    plain = (letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in text)
    return f'"{"".join(plain)}"'
