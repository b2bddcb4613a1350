"""One build of a site: the course, where it is published, and what is printed of it."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import Any, cast
from urllib.parse import urljoin

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from coursewright import bundles
from coursewright.build import CourseBuild
from coursewright.calendar import calendar_path
from coursewright.drawing.made_pages import run_sheet_path
from coursewright.drawing.marks import CourseExtension
from coursewright.machine import PAPER_PACKAGES
from coursewright.mkdocs.settings import edition_of, paper_keys_of
from coursewright.mkdocs.telling import MISTAKES_FILE
from coursewright.model import Course, Lesson, Module, Page, Workshop
from coursewright.paper.cache import CacheNotWritable
from coursewright.paper.edition import PaperEdition
from coursewright.paper.on_demand import NotPrinted
from coursewright.paper.printer import LibraryMissing
from coursewright.problem import Problems
from coursewright.publish import Publication
from coursewright.timetable import clock, timetable

INDEX_SCRIPT = "assets/course/course-index.js"

_log = logging.getLogger("mkdocs.hooks.coursewright")


class Site:
    """What one build shares between its events."""

    def __init__(self, config: MkDocsConfig, problems: Problems) -> None:
        """Read the course that a configuration names; ``problems`` takes its mistakes."""
        docs = Path(config.docs_dir)
        root = Path(config.config_file_path).resolve().parent
        name = docs.relative_to(root).as_posix() if docs.is_relative_to(root) else docs.name
        language = str(config.theme.get("language", "en"))
        self.build = CourseBuild(docs, name, edition_of(config), language, paper_keys_of(config), problems)
        self.publication = Publication(Path(config.site_dir))
        self.paper: PaperEdition | None = None
        """There once all files are known, and with them their addresses."""
        self.cache = root / ".cache" / "worksheets"

    @property
    def course(self) -> Course:
        """The course that is built."""
        return self.build.course

    def add_files(self, files: Files, config: MkDocsConfig, serving: bool) -> None:
        """Add what the build makes, and join the sources of scripts and styles."""
        build = self.build
        made = {page.path: "" for page in build.made_pages}
        # What is in these follows when all mistakes are known.
        made.update(dict.fromkeys((INDEX_SCRIPT, *build.calendar_paths, *(each.path for each in build.prints)), ""))
        made.update(self._take_sources(files, serving))
        for path, content in made.items():
            files.append(File.generated(config, path, content=content))
        address = build.extension.address = lambda path: _web_address(path, files, config)
        self.paper = build.paper_edition(partial(_markdown, config), address, self.cache)

    def _take_sources(self, files: Files, serving: bool) -> dict[str, str]:
        """Take the sources of scripts and styles out of the site; give what they are joined to, by path."""
        sources = {file.src_uri: file for file in files if bundles.is_source(file.src_uri)}
        for file in sources.values():
            files.remove(file)

        def read(name: str) -> str:
            return self.build.words_script() if name == bundles.TOLD else sources[bundles.FOLDER + name].content_string

        names = bundles.bundles_of(self.build.edition, serving)
        return {bundles.FOLDER + name: bundles.joined(bundles.BUNDLES[name], read) for name in names}

    def fill_files(self, files: Files) -> None:
        """Write what is drawn of the whole course into the files that ``add_files`` has made."""
        drawn = {INDEX_SCRIPT: self.build.course_index(lambda path: address_in(files, path)), **self.build.calendars()}
        for path, content in drawn.items():
            cast(File, files.get_file_from_path(path)).content_string = content

    def globals(self, files: Files, serving: bool) -> dict[str, Any]:
        """What every template may use."""
        build, course = self.build, self.course
        return {
            "course": course,
            "edition": build.edition,
            "prints": build.prints,
            "timetable": lambda workshop: timetable(workshop, course),
            "run_sheet_path": run_sheet_path,
            "calendar_path": calendar_path,
            "packed_plans": build.plans(),
            "clock": clock,
            "words": build.words,
            "build_problems": MISTAKES_FILE if serving else "",
            "address": lambda path: address_in(files, path),
            "course_map_svg": build.course_map(lambda path: address_in(files, path)),
        }

    def context(self, page: MkDocsPage) -> dict[str, Any]:
        """What the templates of one page may use."""
        drawn = self.course.page(page.file.src_uri)
        module = self.course.module_of(drawn) if drawn else None
        # A lesson whose module could not be read is drawn as a plain page.
        return {
            "lesson": drawn if module and isinstance(drawn, Lesson) else None,
            "module": module,
            "kind": self._kind(page, drawn if module or isinstance(drawn, Workshop) else None),
            "workshop": drawn if isinstance(drawn, Workshop) else None,
        }

    def _kind(self, page: MkDocsPage, drawn: Page | None) -> str:
        if page.is_homepage:
            return "home"
        if made := self.build.made(page.file.src_uri):
            return made.template.removesuffix(".html")
        return {Lesson: "lesson", Module: "module", Workshop: "workshop"}.get(type(drawn), "page")

    def print_all(self, files: Files) -> None:
        """Print what the site holds on paper."""
        assert self.paper
        build = self.build
        try:
            proofs = self.paper.print_all(build.words["paper.printing"], build.problems, build.place_of)
        except LibraryMissing as error:
            raise PluginError(self._library_message(error)) from error
        except CacheNotWritable as error:
            raise PluginError(build.words.of("paper.cache", found=error)) from error
        self._say_notices()
        for path, proof in proofs.items():
            cast(File, files.get_file_from_path(path)).content_bytes = proof.file.read_bytes()
        if proofs:
            _log.info(build.words.of("paper.printed", n=self.paper.printed, m=len(proofs)))

    def print_one(self, path: str) -> Path | None:
        """The file with worksheets of that path below the site, printed if need be.

        Raises:
            NotPrinted: The machine lacks what printing needs.
        """
        problems = Problems()
        try:
            proof = self.paper.print_one(path, problems, self.build.place_of) if self.paper else None
        except LibraryMissing as error:
            raise NotPrinted(self._library_message(error)) from error
        except CacheNotWritable as error:
            raise NotPrinted(self.build.words.of("paper.cache", found=error)) from error
        self._say_notices()
        for problem in problems:
            _log.warning(str(problem))
        return proof.file if proof else None

    def _say_notices(self) -> None:
        for notice in self.paper.notices() if self.paper else ():
            _log.info(notice)

    def _library_message(self, error: LibraryMissing) -> str:
        return self.build.words.of("paper.library", found=error, packages=" ".join(PAPER_PACKAGES)).strip()


def address_in(files: Files, path: str) -> str:
    """The address of a page by its path, relative to the root of the site."""
    file = files.get_file_from_path(path)
    return file.url if file else path


def _web_address(path: str, files: Files, config: MkDocsConfig) -> str:
    file = files.get_file_from_path(path)
    return urljoin(config.site_url, file.url) if config.site_url and file else ""


def _markdown(config: MkDocsConfig, extension: CourseExtension) -> Markdown:
    """A Markdown as MkDocs makes it for a page, with one extension of ours in the place of the other."""
    extensions = [each for each in config.markdown_extensions if not isinstance(each, CourseExtension)]
    return Markdown(extensions=[*extensions, extension], extension_configs=config.mdx_configs or {})
