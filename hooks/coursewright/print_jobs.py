"""What is printed of a course: each worksheet, and packs of them, as files on each paper.

    worksheets/MODULE/LESSON/SHEET_a4.pdf             a sheet, to fill in by hand
    worksheets/MODULE/LESSON/SHEET_a4_fillable.pdf    a sheet, to fill in on a screen
    worksheets/MODULE/LESSON_worksheets_a4.pdf        the pack of a lesson that has several
    worksheets/MODULE_worksheets_a4.pdf               the pack of a module
    worksheets/COURSE_all-worksheets_a4.pdf           the pack of the course
    facilitator/…_facilitator_a4.pdf                  the same with the keys, in the trainer's edition only
    facilitator/COURSE_handbook_a4.pdf                run sheets, notes, answers and keys of the whole course
    workshops/WORKSHOP_worksheets_a4.pdf              the participants' pack of a workshop
    facilitator/workshops/WORKSHOP_run-sheet_a4.pdf   its run sheet; …_facilitator-pack_a4.pdf, with the sheets and keys

Names of modules, lessons and sheets hold no underscore, so no two files can meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from coursewright.block import Worksheet
from coursewright.model import Course, Lesson, Workshop
from coursewright.sheet import SheetForm
from coursewright.timetable import timetable


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper."""

    name: str
    label: str
    width: float
    """Millimetres."""
    height: float


A4 = Paper("a4", "A4", 210, 297)
"""ISO 216."""
LETTER = Paper("letter", "US Letter", 215.9, 279.4)
"""ANSI/ASME Y14.1: 8.5 by 11 inches."""
PAPERS = (A4, LETTER)


class PlacedSheet(NamedTuple):
    """A worksheet and the lesson in which it stands."""

    lesson: Lesson
    sheet: Worksheet

    @property
    def id(self) -> str:
        """``module/lesson/sheet``"""
        return f"{self.lesson.id}/{self.sheet.name}"

    @property
    def place(self) -> str:
        """The id of its lesson."""
        return self.lesson.id

    @property
    def module(self) -> str:
        """The name of its module."""
        return self.lesson.module


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One file: a sheet, or a pack of sheets."""

    path: str
    """Below the site, with ``/``."""
    title: str
    paper: Paper
    form: SheetForm
    sheets: tuple[PlacedSheet, ...]
    scope: Literal["sheet", "lesson", "module", "course", "workshop", "handbook"]
    workshop: Workshop | None = None
    """Whose file it is, if its scope is a workshop."""
    run_sheets: tuple[Workshop, ...] = ()
    """The workshops whose run sheets open it."""
    notes: tuple[Lesson, ...] = ()
    """The lessons whose activities and answers follow, with all that only trainers read."""
    label: str = ""
    """What it is among the files of its workshop, as words know it."""

    @property
    def opening(self) -> PlacedSheet | None:
        """The first of its sheets."""
        return self.sheets[0] if self.sheets else None

    @property
    def is_pack(self) -> bool:
        """Whether it is a pack, of one sheet or of many."""
        return self.scope != "sheet"


def sheets_of(*lessons: Lesson) -> tuple[PlacedSheet, ...]:
    """The sheets of lessons, in the order of the course."""
    return tuple(PlacedSheet(lesson, sheet) for lesson in lessons for sheet in lesson.worksheets)


def _of_workshop(workshop: Workshop, course: Course, paper: Paper, with_keys: bool) -> Iterator[PrintJob]:
    placed = tuple(PlacedSheet(lesson, sheet) for lesson, sheet in timetable(workshop, course).worksheets)
    ending = f"{paper.name}.pdf"
    if placed:
        path, label = f"workshops/{workshop.name}_worksheets_{ending}", "pack"
        yield PrintJob(path, workshop.title, paper, "blank", placed, "workshop", workshop, label=label)
    if with_keys:
        start = f"facilitator/workshops/{workshop.name}"
        path, label = f"{start}_run-sheet_{ending}", "run-sheet-file"
        yield PrintJob(path, workshop.title, paper, "facilitator", (), "workshop", workshop, (workshop,), label=label)
        path, label = f"{start}_facilitator-pack_{ending}", "facilitator-pack"
        yield PrintJob(
            path, workshop.title, paper, "facilitator", placed, "workshop", workshop, (workshop,), label=label
        )


def print_jobs_of(course: Course, course_name: str, with_keys: bool) -> tuple[PrintJob, ...]:
    """Every file of an edition.

    Args:
        course: The course.
        course_name: Its name in the names of files: small letters, digits and hyphens.
        with_keys: Whether the facilitator's copies are among them.
    """
    forms: tuple[SheetForm, ...] = ("blank", "facilitator") if with_keys else ("blank",)
    sheets = _prints(course, course_name, forms) if sheets_of(*course.lessons) else iter(())
    workshops = (
        each
        for workshop in course.workshops
        for paper in PAPERS
        for each in _of_workshop(workshop, course, paper, with_keys)
    )
    handbook = (_handbook(course, course_name, paper) for paper in PAPERS if with_keys and course.lessons)
    return (*sheets, *workshops, *handbook)


def _handbook(course: Course, course_name: str, paper: Paper) -> PrintJob:
    path = f"facilitator/{course_name}_handbook_{paper.name}.pdf"
    sheets = sheets_of(*course.lessons)
    taught = tuple(lesson for lesson in course.lessons if lesson.activities or lesson.questions)
    return PrintJob(path, course.title, paper, "facilitator", sheets, "handbook", None, course.workshops, taught)


def _prints(course: Course, course_name: str, forms: tuple[SheetForm, ...]) -> Iterator[PrintJob]:
    for paper in PAPERS:
        for form in forms:
            folder = "facilitator" if form == "facilitator" else "worksheets"
            ending = f"{'_facilitator' if form == 'facilitator' else ''}_{paper.name}.pdf"
            yield PrintJob(
                f"{folder}/{course_name}_all-worksheets{ending}",
                course.title,
                paper,
                form,
                sheets_of(*course.lessons),
                "course",
            )
            for module in course.modules:
                if sheets := sheets_of(*module.lessons):
                    path = f"{folder}/{module.name}_worksheets{ending}"
                    yield PrintJob(path, module.title, paper, form, sheets, "module")
            for lesson in course.lessons:
                sheets = sheets_of(lesson)
                if len(sheets) > 1:
                    path = f"{folder}/{lesson.id}_worksheets{ending}"
                    yield PrintJob(path, lesson.title, paper, form, sheets, "lesson")
                for placed in sheets:
                    title = placed.sheet.title
                    yield PrintJob(f"{folder}/{placed.id}{ending}", title, paper, form, (placed,), "sheet")
        for placed in sheets_of(*course.lessons):
            path = f"worksheets/{placed.id}_{paper.name}_fillable.pdf"
            yield PrintJob(path, placed.sheet.title, paper, "fillable", (placed,), "sheet")


def files_of_sheets(print_jobs: Iterable[PrintJob]) -> dict[str, list[PrintJob]]:
    """The files that hold one sheet each, by the id of the sheet."""
    found: dict[str, list[PrintJob]] = {}
    for each in print_jobs:
        if not each.is_pack:
            found.setdefault(each.sheets[0].id, []).append(each)
    return found
