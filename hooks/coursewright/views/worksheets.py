"""The files of all worksheets, and packs of them."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model import Lesson, Module
from coursewright.print_jobs import PlacedSheet, PrintJob, sheets_of
from coursewright.views.common import FileLink, ViewContext, file_link


@dataclass(frozen=True, slots=True)
class FormFiles:
    """The files of one form, such as blank or fillable: one for each size of paper."""

    name: str
    files: tuple[FileLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetEntry:
    """A worksheet with its files."""

    name: str
    title: str
    size: str
    """How long it takes, and how many pages."""
    files: tuple[FormFiles, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonSheets:
    """The worksheets of a lesson."""

    name: str
    title: str
    url: str
    sheets: tuple[SheetEntry, ...]
    pack: tuple[FormFiles, ...]
    """None where there is but one sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleSheets:
    """The worksheets of a module."""

    name: str
    title: str
    pack: tuple[FormFiles, ...]
    lessons: tuple[LessonSheets, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksheetsView:
    """All worksheets of a course."""

    pack: tuple[FormFiles, ...]
    handbook: tuple[FormFiles, ...]
    """For trainers."""
    modules: tuple[ModuleSheets, ...]


def worksheets_view(context: ViewContext) -> WorksheetsView:
    """All worksheets that are printed, with their files."""
    files = _Files(context)
    course, words = context.course, context.words
    handbook = [each for each in context.print_jobs if each.scope == "handbook"]
    modules = (_module(module, files, context) for module in course.modules)
    return WorksheetsView(
        pack=files.pack("course", sheets_of(*course.lessons), course.title),
        handbook=files.by_form(handbook, words["sheets.handbook"]),
        modules=tuple(module for module in modules if module.lessons),
    )


class _Files:
    """Finds the printed files that open with a sheet."""

    def __init__(self, context: ViewContext) -> None:
        self._words = context.words
        self._files: dict[tuple[str, str], list[PrintJob]] = {}
        for each in context.print_jobs:
            if each.opening:
                self._files.setdefault((each.scope, each.opening.id), []).append(each)

    def pack(self, scope: str, sheets: tuple[PlacedSheet, ...], title: str) -> tuple[FormFiles, ...]:
        """The files of a pack."""
        files = self._files.get((scope, sheets[0].id), []) if sheets else []
        return self.by_form(files, self._words.of("sheets.pack-of", title=title))

    def single(self, placed: PlacedSheet) -> tuple[FormFiles, ...]:
        """The files of a sheet alone."""
        return self.by_form(self._files.get(("sheet", placed.id), []), placed.sheet.title)

    def by_form(self, files: list[PrintJob], title: str) -> tuple[FormFiles, ...]:
        """Files by their forms, in the order of the alphabet."""
        found: dict[str, list[FileLink]] = {}
        for each in sorted(files, key=lambda each: each.form):
            name = self._words[f"sheets.{each.form}"]
            found.setdefault(name, []).append(file_link(each, title, name, self._words))
        return tuple(FormFiles(name, tuple(links)) for name, links in found.items())


def _module(module: Module, files: _Files, context: ViewContext) -> ModuleSheets:
    return ModuleSheets(
        name=module.name,
        title=module.title,
        pack=files.pack("module", sheets_of(*module.lessons), module.title),
        lessons=tuple(_lesson(lesson, files, context) for lesson in module.lessons if lesson.worksheets),
    )


def _lesson(lesson: Lesson, files: _Files, context: ViewContext) -> LessonSheets:
    placed = sheets_of(lesson)
    return LessonSheets(
        name=lesson.name,
        title=lesson.title,
        url=context.address(lesson.path),
        sheets=tuple(_sheet(each, files, context) for each in placed),
        pack=files.pack("lesson", placed, lesson.title) if len(placed) > 1 else (),
    )


def _sheet(placed: PlacedSheet, files: _Files, context: ViewContext) -> SheetEntry:
    sheet = placed.sheet
    pages = context.words.of("sheets.pages", n=sheet.pages)
    return SheetEntry(
        name=sheet.name,
        title=sheet.title,
        size=f"{context.minutes(sheet.minutes)} · {pages}",
        files=files.single(placed),
    )
