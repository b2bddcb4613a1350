"""Prints courses as a build does, without MkDocs, and keeps what was printed at hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coursewright.block import Worksheet
from coursewright.build import CourseBuild
from coursewright.keys import PaperKeys
from coursewright.markup.context import Edition
from coursewright.paper.edition import PaperEdition
from coursewright.paper.pdf_printer import PrintedFile
from coursewright.print_jobs import PrintJob
from coursewright.problem import Problem
from coursewright.sheet import SheetForm
from tests.engine.pages import markdown_with

COURSES = Path(__file__).with_name("courses")
WORKSHOP = COURSES / "workshop"
"""A course whose worksheets hold every part that there is."""
SITE = "https://courses.example/c/"
LARGE_PRINT = 16


def address(path: str) -> str:
    """Where a page is on the web."""
    return SITE + path.replace(".md", ".html")


def no_address(path: str) -> str:
    """Where a page is on the web, for a site that has no address."""
    return ""


@dataclass
class Job:
    """A course that is being printed, or has been."""

    build: CourseBuild
    edition: PaperEdition

    def all(self) -> Printed:
        """Print every file."""
        return Printed(self, dict(self.edition.print_all("", self.build.problems, self.build.place_of)))

    def one(self, path: str) -> PrintedFile:
        """Print one file."""
        printed_file = self.edition.print_one(path, self.build.problems, self.build.place_of)
        assert printed_file, path
        return printed_file

    @property
    def problems(self) -> list[Problem]:
        """All that is wrong with the course so far."""
        return list(self.build.problems)


@dataclass
class Printed:
    """What was printed of a course."""

    job: Job
    printed_files: dict[str, PrintedFile]

    @property
    def print_jobs(self) -> tuple[PrintJob, ...]:
        """Which files of sheets there are to be; the handbook has tests of its own."""
        return tuple(each for each in self.job.build.print_jobs if each.scope != "handbook")

    def file(self, path: str) -> Path:
        """The file of a path below the site."""
        return self.printed_files[path].file

    def files(self) -> dict[str, Path]:
        """All files, by their paths below the site."""
        return {path: printed_file.file for path, printed_file in self.printed_files.items()}

    def sheet(self, name: str, form: SheetForm = "blank", paper: str = "a4") -> Path:
        """The file of one sheet."""
        return self.file(self._print(name, form, paper).path)

    def sheets(self, *forms: SheetForm) -> list[tuple[PrintJob, Path]]:
        """The files that hold one sheet each, on all papers; in some forms or in all."""
        return [
            (each, self.file(each.path))
            for each in self.print_jobs
            if not each.is_pack and (not forms or each.form in forms)
        ]

    def packs(self) -> list[tuple[PrintJob, Path]]:
        """The files that hold packs of sheets."""
        return [(each, self.file(each.path)) for each in self.print_jobs if each.is_pack]

    def model(self, name: str) -> Worksheet:
        """What a sheet is made of."""
        return self._print(name, "blank", "a4").sheets[0].sheet

    def _print(self, name: str, form: SheetForm, paper: str) -> PrintJob:
        return next(
            each
            for each in self.print_jobs
            if not each.is_pack and (each.sheets[0].sheet.name, each.form, each.paper.name) == (name, form, paper)
        )


def job(docs: Path, cache: Path, edition: Edition = "trainer", text: int = 12, web: bool = True) -> Job:
    """Prepare to print a course.

    Args:
        docs: The folder of the sources.
        cache: The folder in which PDFs are kept.
        edition: Whose edition to print.
        text: The size of the text in points.
        web: Whether the site has an address.
    """
    build = CourseBuild(docs, "docs", edition, "en", PaperKeys(text=text))
    return Job(build, build.paper_edition(markdown_with, address if web else no_address, cache))


SHEET_LINE = 8
"""The line on which the sheet of a lesson of ``new_course`` begins."""


def new_course(docs: Path, **sheets: str) -> Path:
    """Write a course in which each sheet has a lesson of its own; gives its folder.

    Args:
        docs: The folder to write.
        sheets: Sheets by name: their options, a blank line, and what stands on them.
    """
    folder = docs / "lessons/m"
    folder.mkdir(parents=True)
    (docs / "course.yml").write_text("title: Course\nmodules: [m]\n", encoding="utf-8")
    (docs / "index.md").write_text("---\ntitle: Home\n---\n", encoding="utf-8")
    index = f"---\ntitle: Module\npurpose: To print\nlessons: [{', '.join(sheets)}]\n---\n"
    (folder / "index.md").write_text(index, encoding="utf-8")
    for name, text in sheets.items():
        (folder / f"{name}.md").write_text(_lesson(name, text), encoding="utf-8")
    return docs


def _lesson(name: str, text: str) -> str:
    minutes = 5 + 1 + text.count("    minutes: ")
    head = f"---\ntitle: Lesson {name}\nminutes: {minutes}\nobjectives:\n  know: Know it\n---\n\n"
    activity = "/// activity | look\n    minutes: 5\n    objective: know\n\nLook.\n///\n"
    assert head.count("\n") + 1 == SHEET_LINE
    return f"{head}/// worksheet | sheet\n    title: Sheet {name}\n    minutes: 1\n{text}\n///\n\n{activity}"
