"""A build of one edition of a course: what a host such as MkDocs asks for, step by step.

build = CourseBuild(docs, name, edition, language)      reads and checks the sources
build.handed_over(path), build.markdown(path, changed)  a page's Markdown before and after the host's plugins
build.begin(path) … build.finish(path, html)            around the conversion of a page
build.check_drawn(files)                                checks what only drawn pages can tell
build.paper_edition(…).print_all(…)                     the PDFs of the worksheets
build.problems                                          all mistakes
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from markupsafe import Markup

from coursewright.calendar import calendar_path, draw_calendar
from coursewright.checks.advice import advise
from coursewright.checks.course import check_course
from coursewright.checks.lesson import check_page, check_template
from coursewright.checks.links import Site, check_links
from coursewright.checks.scripts import check_scripts
from coursewright.checks.workshop import check_workshops
from coursewright.drawing.course_index import course_index_script, lesson_entry
from coursewright.drawing.course_map import draw_course_map
from coursewright.drawing.extension import CourseExtension
from coursewright.drawing.made_pages import KINDS, SITE, MadePage, home_page, make_pages
from coursewright.drawing.mistakes import mistakes_as_html
from coursewright.drawing.paper_links import Address
from coursewright.drawing.run_sheet import packed_plan, title_of
from coursewright.drawing.targets import Targets
from coursewright.drawing.told import told_script
from coursewright.fault import Fault, Watch
from coursewright.fragments.handed import handed_over, taken_back
from coursewright.fragments.placeholders import left_over
from coursewright.fragments.store import Fragments, MakeMarkdown
from coursewright.keys import AUTHORS_TEMPLATES, PaperKeys
from coursewright.machine import no_printing
from coursewright.markup.context import Edition
from coursewright.model import Course, Page
from coursewright.paper.edition import PaperEdition
from coursewright.paper.pdf_printer import PdfPrinter
from coursewright.paper.typesetting import Typesetter
from coursewright.print_jobs import PlacedSheet, files_of_sheets, print_jobs_of
from coursewright.problem import Place, Problems, listed, shown
from coursewright.reader.course import COURSE_FILE, read_course
from coursewright.reader.page import HOME
from coursewright.revised import last_revised
from coursewright.source.blocks import as_name
from coursewright.text import Prose
from coursewright.timetable import observed, timetable
from coursewright.words import Words, load_words

STANDARD_PAPER = PaperKeys()


class CourseBuild:
    """One build of one edition."""

    def __init__(
        self,
        docs: Path,
        name: str,
        edition: Edition,
        language: str,
        paper: PaperKeys = STANDARD_PAPER,
        problems: Problems | None = None,
        templates: Collection[str] = AUTHORS_TEMPLATES,
        foreign: Collection[str] = (),
    ) -> None:
        """Read and check a course.

        Args:
            docs: The folder of the sources.
            name: How messages name that folder.
            edition: Whose edition to build.
            language: The language of the interface, such as ``en``.
            paper: How worksheets are printed.
            problems: Takes the mistakes, for a host that is to tell them even if nothing comes of the build.
            templates: The templates that an author's page may name.
            foreign: Folders below the docs folder whose pages are another plugin's, and no part of the course.
        """
        self.edition = edition
        self.words: Words = load_words(language)
        self.problems = Problems() if problems is None else problems
        read = read_course(docs, name, self.problems, foreign)
        self.course: Course = read.course
        self.name = self.course.id or as_name(self.course.title)
        self._paper = paper
        self._no_printing = no_printing() if paper.pdf else None
        printed = paper.pdf and not self._no_printing
        self.print_jobs = print_jobs_of(self.course, self.name, edition == "trainer") if printed else ()
        self.fragments = Fragments(self.course, edition, keeps_all=edition == "trainer" or bool(self.print_jobs))
        self.extension = CourseExtension(self.course, self.words, edition, SITE, self.fragments)
        self.extension.catch = self._keep_fault
        self.extension.print_jobs = files_of_sheets(self.print_jobs)
        self._docs = docs
        self._made = {
            page.path: page for page in make_pages(self.course, self.words, edition, any(self.extension.print_jobs))
        }
        if HOME not in read.folder.files:
            self._made[HOME] = home_page(self.course)
        self._read, self._folder = read.pages, read.folder
        self._targets: dict[str, Targets] = {}
        for path, page in list(read.pages.items()):
            with self._watching(path):
                check_page(page, self.problems)
                if not check_template(page, templates, self.problems):  # a server draws it all the same
                    self._read[path] = replace(page, page=replace(page.page, template=""))
        with self._watching(COURSE_FILE):
            check_course(read, self.problems)
            check_workshops(read, self.problems)
        kinds = {path: page.template.removesuffix(".html") for path, page in self._made.items()} | dict(KINDS)
        for path in sorted(kinds.keys() & set(self._folder.files)):
            place = Place(self._folder.shown_path(path))
            self.problems.report("file-made", place, "a file of the name", kind=kinds[path])

    @property
    def made_pages(self) -> Collection[MadePage]:
        """The pages that no author writes."""
        return self._made.values()

    def made(self, path: str) -> MadePage | None:
        """The page of that path, if no author writes it."""
        return self._made.get(path)

    def knows(self, path: str) -> bool:
        """Whether a page comes from the course or this build, and not from the host."""
        return path in self._made or (path in self._folder.files and not self._folder.is_foreign(path))

    @property
    def refused(self) -> frozenset[str]:
        """Files of the docs folder that nobody is to read or copy: each is a mistake."""
        return self._folder.refused

    @property
    def links_folders(self) -> bool:
        """Whether a link in the docs folder leads to a folder, so that no host must list it."""
        return self._folder.links_folders

    def page(self, path: str) -> Page | MadePage | None:
        """A page, or None if it could not be read."""
        read = self._read.get(path)
        return self._made.get(path) or (read.page if read else None)

    def handed_over(self, path: str) -> str:
        """A page's Markdown for the host's plugins, which may change what stands between blocks."""
        page = self.page(path)
        with self._watching(path):
            return handed_over(page, self.fragments.for_trainers) if page else ""
        return ""

    def markdown(self, path: str, markdown: str | None = None, plugins: Collection[str] = ()) -> str:
        """A page's Markdown for the host to convert; for a page that cannot be drawn, its mistakes.

        Args:
            path: The page.
            markdown: What plugins have made of what was handed over; None, if there are none.
            plugins: Their names.
        """
        page = self.page(path)
        if page is None:
            shown = self._folder.shown_path(path)
            return mistakes_as_html((each for each in self.problems if each.place.path == shown), self.words)
        with self._watching(path):
            if markdown is None:
                return self.extension.marked_markdown(page)
            return self._taken_back(page, markdown, plugins)
        return ""

    def _taken_back(self, page: Page | MadePage, markdown: str, plugins: Collection[str]) -> str:
        taken, meddled = taken_back(markdown, page, self.fragments.for_trainers)
        read = self._read.get(page.path)
        for each in meddled if read else ():
            assert read
            block = None if each.number is None else page.flow[each.number]
            place = read.source.place(getattr(block, "line", read.tree.first_line))
            block_said = shown(place.excerpt) if block else "a block"
            found = f"{block_said} {each.what} by a plugin"
            self.problems.report("block-plugin", place, found, plugins=listed(plugins))
        return taken

    def begin(self, path: str) -> None:
        """Say which page is converted next."""
        self.extension.page = self.page(path)

    def finish(self, path: str, html: str) -> None:
        """Take note of a converted page."""
        with self._watching(path):
            self._finish(path, html)
        self.extension.page = None  # whatever another plugin converts is no page of the course

    def _finish(self, path: str, html: str) -> None:
        self._targets[path] = self.extension.targets
        read = self._read.get(path)
        if read is None:
            return
        if self.extension.too_deep:
            found, what = "text nested deeper than it can be drawn", "levels"
            self.problems.report(
                "nesting-too-deep", read.source.place(read.tree.first_line), found, what=what, limit=50
            )
        check_scripts(read, html, self.problems)
        for number in left_over(html):
            item = read.page.flow[number] if number in range(len(read.page.flow)) else None
            if not isinstance(item, Prose):
                place = read.source.place(item.line if item else read.tree.first_line)
                self.problems.report("block-inside-html", place, "a block or a part of it, swallowed by HTML or code")

    def check_drawn(self, files: Collection[str]) -> None:
        """Check links, anchors and pictures, once every page has been converted.

        Args:
            files: Paths of all files that are published, those that the build makes included.
        """
        faulty = self.problems.paths()
        faulty_pages = {path for path in self._folder.pages() if self._folder.shown_path(path) in faulty}
        published = frozenset(files)
        site = Site(self._targets, published, frozenset(self._folder.files) - published, faulty_pages)
        for path, read in self._read.items():
            with self._watching(path):
                check_links(read, site, self.problems)

    def _watching(self, path: str) -> Watch:
        return self.problems.watching(self.shown_path(path))

    def shown_path(self, path: str) -> str:
        """A page as messages name it."""
        return path if path in self._made else self._folder.shown_path(path)

    def _keep_fault(self, error: Exception) -> None:
        page = self.extension.page
        self.problems.keep_fault(Fault(self.shown_path(page.path) if page else "", error))

    def paper_edition(self, make_markdown: MakeMarkdown, address: Address, cache: Path) -> PaperEdition:
        """What prints the files of the edition.

        Args:
            make_markdown: Makes the host's Markdown with an extension of ours, to convert a page that the host hasn't.
            address: Where a page is on the web, by its path; nothing, if the site has no address.
            cache: The folder in which PDFs are kept from build to build.
        """
        self.fragments.make_markdown = make_markdown
        typesetter = Typesetter(self.course, self.words, self.fragments, address, self._paper.text)
        return PaperEdition(self.print_jobs, typesetter, PdfPrinter(self._docs, cache))

    def course_index(self, address: Callable[[str], str]) -> str:
        """The script with the index of the course.

        Args:
            address: The address of a page by its path, relative to the root of the site.
        """
        entries = []
        for lesson in self.course.lessons:
            with self._watching(lesson.path):
                entries.append(lesson_entry(lesson, address))
        return course_index_script(self.course, entries)

    def course_map(self, address: Callable[[str], str]) -> Markup:
        """The map of the course, as SVG."""
        with self._watching("course-map.md"):
            return draw_course_map(self.course, self.words, address)
        return Markup()

    def plans(self) -> list[dict[str, Any]]:
        """Each workshop as the page where workshops are planned opens it."""
        plans = []
        for workshop in self.course.workshops:
            with self._watching(workshop.path):
                plans.append(packed_plan(workshop, self.course))
        return plans

    @property
    def calendar_paths(self) -> list[str]:
        """Where the site has its calendar files."""
        return [calendar_path(each) for each in self.course.workshops if each.date]

    def calendars(self) -> dict[str, bytes]:
        """The calendar files of workshops that have a date, by their paths."""
        drawn = {}
        for workshop in self.course.workshops:
            if workshop.date:
                with self._watching(workshop.path):
                    revised, address = last_revised(self._docs / workshop.path), self.extension.address(workshop.path)
                    file = draw_calendar(workshop, self.course, self.words, revised, address)
                    drawn[calendar_path(workshop)] = file
        return drawn

    def notes(self) -> Iterator[str]:
        """What authors should know and no build fails for.

        That nothing is printed on this machine, questions whose form gives answers away, and parts of workshops whose
        plan is off what they took.
        """
        if self._no_printing:
            yield str(self._no_printing)
        if self.course.advice and self.edition == "learner":
            yield from advise(self.course, self.words)
        for workshop in self.course.workshops if self.edition == "trainer" else ():
            for slot in timetable(workshop, self.course).slots:
                took = observed(slot, workshop.name, self.course)
                if took and took.is_off(slot.minutes):
                    values = {"title": title_of(slot, self.words), "planned": slot.minutes, "took": took}
                    yield self.words.of("run.off-log", workshop=workshop.title, **values)

    def place_of(self, placed: PlacedSheet) -> Place:
        """Where a worksheet stands in its source."""
        return self._read[placed.lesson.path].source.place(placed.sheet.line)

    def words_script(self) -> str:
        """The script that tells the others what they need to know."""
        return told_script(self.course, self.words, self.edition)
