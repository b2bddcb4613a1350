"""What a printed document shows, computed before its template sees it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from coursewright.block import Worksheet
from coursewright.model import Course, Lesson
from coursewright.print_jobs import A4, PrintJob
from coursewright.words import Words

_NUMBERS = re.compile(r"\{(n|m)\}")

_MARGINS = {A4.name: "19mm 16mm 18mm"}
_OTHER_MARGINS = "16.5mm 16mm 15.5mm"
_MANY, _MORE = 18, 30
"""Entries of a cover beyond which they are set closer, and closer still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document that counts its own pages: a sheet, a run sheet, or the notes of a lesson."""

    title: str
    entry: str
    """What the cover calls it."""
    head: Markup
    """What stands at the head or foot of each page, as a string of CSS."""
    page_number: Markup
    """The number of a page, as content of CSS."""
    body: Markup
    """What stands below its title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSection(Section):
    """A worksheet."""

    lesson: str
    purpose: str
    facts: tuple[str, ...]
    """Minutes, who works together, what to have at hand."""
    foot: Markup
    """Where it is on the web, or its title, as a string of CSS."""
    address: str
    """Where it is on the web; nothing, if the site has no address."""
    code: str
    """That address as a QR code: the address of a picture."""
    code_described: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The first page of a pack."""

    style: str
    course: str
    """Nothing, where the pack is the course's."""
    title: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A document."""

    language: str
    form: str
    title: str
    course: str
    width: float
    height: float
    margin: str
    text: int
    copy: str
    """The name of a facilitator's copy; nothing, for another."""
    copy_head: Markup
    lesson_label: str
    """What stands before the name of a lesson."""
    cover: Cover | None
    sheets: tuple[SheetSection, ...]
    run_sheets: tuple[Section, ...]
    notes: tuple[Section, ...]


class DocumentViews:
    """Makes the views of the documents of an edition."""

    def __init__(self, course: Course, words: Words, text: int) -> None:
        """Prepare; ``text`` is the size of the text in points."""
        self._course, self._words, self._text = course, words, text

    def sheet(self, number: int, lesson: Lesson, sheet: Worksheet, body: str, address: str, code: str) -> SheetSection:
        """The view of a worksheet, which is the document's sheet of that number."""
        words = self._words
        materials = ", ".join(sheet.materials)
        facts = (
            words.of("lesson.minutes", n=sheet.minutes),
            sheet.group,
            words.of("activity.materials", materials=materials) if materials else "",
        )
        return SheetSection(
            title=sheet.title,
            entry=sheet.title,
            head=self._head(lesson.title),
            page_number=self._page_number(f"end-{number}"),
            body=_html(body),
            lesson=lesson.title,
            purpose=sheet.purpose,
            facts=tuple(filter(None, facts)),
            foot=css_string(address.replace("https://", "").partition("#")[0] or sheet.title),
            address=address,
            code=code,
            code_described=words.of("paper.code", address=address),
        )

    def run_sheet(self, number: int, title: str, body: str) -> Section:
        """The view of a run sheet, by its workshop's title."""
        return self._section(f"end-run-sheet-{number}", title, self._words.of("workshops.run-sheet", title=title), body)

    def notes(self, number: int, title: str, body: str) -> Section:
        """The view of a lesson's notes."""
        return self._section(f"end-notes-{number}", title, self._words.of("paper.notes", title=title), body)

    def _section(self, end: str, title: str, entry: str, body: str) -> Section:
        number = self._page_number(end)
        return Section(title=entry, entry=entry, head=self._head(title), page_number=number, body=_html(body))

    def document(
        self, wanted: PrintJob, sheets: Sequence[SheetSection], run_sheets: Sequence[Section], notes: Sequence[Section]
    ) -> DocumentView:
        """The view of a document, of the views of what is in it."""
        kind = self._kind(wanted)
        copy = self._words["paper.facilitator-copy"] if wanted.form == "facilitator" else ""
        return DocumentView(
            language=self._words.language,
            form=wanted.form,
            title=" – ".join(filter(None, (wanted.title, kind, copy))),
            course=self._course.title,
            width=wanted.paper.width,
            height=wanted.paper.height,
            margin=_MARGINS.get(wanted.paper.name, _OTHER_MARGINS),
            text=self._text,
            copy=copy,
            copy_head=css_string(copy),
            lesson_label=self._words["paper.lesson"],
            cover=self._cover(wanted, kind, len(sheets) + len(notes)) if wanted.is_pack else None,
            sheets=tuple(sheets),
            run_sheets=tuple(run_sheets),
            notes=tuple(notes),
        )

    def _kind(self, wanted: PrintJob) -> str:
        words = self._words
        if wanted.notes:
            return words["paper.handbook"]
        if wanted.run_sheets:
            return words["workshops.run-sheet-link"]
        if wanted.scope == "course":
            return words["paper.workbook"]
        return words["paper.pack"] if wanted.is_pack else ""

    def _cover(self, wanted: PrintJob, kind: str, entries: int) -> Cover | None:
        if not entries:
            return None
        title = self._course.title
        return Cover(
            style="cover" + (" many" if entries > _MANY else "") + (" more" if entries > _MORE else ""),
            course=title if wanted.title != title else "",
            title=wanted.title,
            kind=self._words["paper.pack"] if wanted.scope == "workshop" else kind,
        )

    def _head(self, title: str) -> Markup:
        return css_string(f"{_shortened(self._course.title, 60)}  ·  {_shortened(title, 70)}")

    def _page_number(self, end: str) -> Markup:
        """The number of a page among those of its section, as content of CSS; ``end`` is the id of its end."""
        counters = {"n": "counter(page)", "m": f'target-counter("#{end}", page)'}
        pieces = _NUMBERS.split(self._words["paper.page"])
        content = " ".join(counters.get(piece) or css_string(piece) for piece in pieces if piece)
        return Markup(content)  # noqa: S704 (of strings of CSS)


def _shortened(text: str, letters: int) -> str:
    """A text that fits into a line; one that is hardly longer is left whole."""
    return text if len(text) <= letters + 5 else f"{text[: letters - 1]}…"


def _html(drawn: str) -> Markup:
    return Markup(drawn)  # noqa: S704 (Markdown has drawn it)


def css_string(text: str) -> Markup:
    """A text as a string of CSS, which nothing in it can end (CSS Syntax Level 3, 4.3.7)."""
    plain = (letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in text)
    return Markup(f'"{"".join(plain)}"')  # noqa: S704 (no letter that HTML knows is left in it)
