"""Coursewright in MkDocs: the event functions, in MkDocs's order. The only file that knows MkDocs.

A build reads the whole course in ``on_config``, hands MkDocs each page's Markdown, and gathers mistakes until every
page is drawn; ``on_env`` then tells them all. The site is built beside its place and moved there when it is whole.
"""

from __future__ import annotations

import logging
import sys
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, cast
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from pydantic import ValidationError

from coursewright.build import CourseBuild
from coursewright.calendar import calendar_path, draw_calendar
from coursewright.drawing.course_index import draw_course_index
from coursewright.drawing.course_map import draw_course_map
from coursewright.drawing.element import Edition
from coursewright.drawing.front_matter import front_matter
from coursewright.drawing.made_pages import run_sheet_path
from coursewright.drawing.marks import CourseExtension
from coursewright.drawing.mistakes import mistakes_as_json
from coursewright.drawing.navigation import navigation
from coursewright.drawing.run_sheet import packed_plan
from coursewright.keys import PaperKeys
from coursewright.model import Course, Lesson, Module, Page, Workshop
from coursewright.paper.cache import CacheNotWritable
from coursewright.paper.edition import PaperEdition
from coursewright.paper.on_demand import NotPrinted, prints_on_demand
from coursewright.paper.printer import LIBRARY_PACKAGES, LibraryMissing
from coursewright.problem import Problems, shown
from coursewright.publish import Publication
from coursewright.timetable import clock, timetable

WORDS_SCRIPT = "assets/course/words.js"
INDEX_SCRIPT = "assets/course/course-index.js"
TRAINERS_ASSETS = ("assets/course/plan", "assets/course/run-")
"""How the scripts and styles begin that pages for trainers load alone."""
MISTAKES_FILE = "course-problems.json"

_log = logging.getLogger("mkdocs.hooks.coursewright")


class _Site:
    """What one build shares between its events."""

    def __init__(self, config: MkDocsConfig) -> None:
        docs = Path(config.docs_dir)
        root = Path(config.config_file_path).resolve().parent
        name = docs.relative_to(root).as_posix() if docs.is_relative_to(root) else docs.name
        edition: Edition = "trainer" if config.extra.get("edition") == "trainer" else "learner"
        paper = _paper_keys(config.extra.get("worksheets") or {})
        self.build = CourseBuild(docs, name, edition, str(config.theme.get("language", "en")), paper)
        self.publication = Publication(Path(config.site_dir))
        self.paper: PaperEdition | None = None
        """There once all files are known, and with them their addresses."""
        self.cache = root / ".cache" / "worksheets"

    @property
    def course(self) -> Course:
        return self.build.course


def _paper_keys(written: Any) -> PaperKeys:
    if isinstance(written, dict):  # an empty variable of the environment stands for none
        written = {key: value for key, value in written.items() if value not in (None, "")}
    try:
        return PaperKeys.model_validate(written)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        where = ".".join(["extra", "worksheets", *map(str, detail["loc"])])
        message = f"mkdocs.yml: {where}: {detail['msg']}; found {shown(str(detail['input']))}"
        raise PluginError(message) from error


class _Session:
    """What outlives a single event."""

    serving = False
    site: _Site
    """Of the build that is under way; made anew by ``on_config``."""


_session = _Session()


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether an author is at work, who wants to see mistakes on the page."""
    _session.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the course; from it come the name of the site and the navigation."""
    site = _session.site = _Site(config)
    config.site_name = escape(site.course.title)
    config.site_description = config.site_description or escape(site.course.description)
    config.nav = navigation(site.course, site.build.made_pages, site.build.words)
    config.markdown_extensions.append(site.build.extension)  # type: ignore[arg-type]
    config.site_dir = str(site.publication.building)
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add what the build makes."""
    build, course = _session.site.build, _session.site.course
    made = {page.path: "" for page in build.made_pages}
    made[WORDS_SCRIPT] = build.words_script()
    made[INDEX_SCRIPT] = draw_course_index(course, lambda path: _address(path, files))
    dated = (workshop for workshop in course.workshops if workshop.date)
    made.update((calendar_path(each), draw_calendar(each, course, build.words).decode()) for each in dated)
    if build.edition == "learner":
        for file in [each for each in files if each.src_uri.startswith(TRAINERS_ASSETS)]:
            files.remove(file)
    made.update((each.path, "") for each in build.prints)  # what is in them follows when all pages are drawn
    for path, content in made.items():
        files.append(File.generated(config, path, content=content))
    address = build.extension.address = lambda path: _web_address(path, files, config)
    _session.site.paper = build.paper_edition(partial(_markdown, config), address, _session.site.cache)
    return files


def _markdown(config: MkDocsConfig, extension: CourseExtension) -> Markdown:
    """A Markdown as MkDocs makes it for a page, with one extension of ours in the place of the other."""
    extensions = [each for each in config.markdown_extensions if not isinstance(each, CourseExtension)]
    return Markdown(extensions=[*extensions, extension], extension_configs=config.mdx_configs or {})


def _web_address(path: str, files: Files, config: MkDocsConfig) -> str:
    file = files.get_file_from_path(path)
    return urljoin(config.site_url, file.url) if config.site_url and file else ""


def on_page_read_source(*, page: MkDocsPage, config: MkDocsConfig) -> str | None:
    """Hand MkDocs front matter that it cannot misread; the reader has checked the author's."""
    path = page.file.src_uri
    if not _session.site.build.knows(path):
        return None
    return front_matter(path, _session.site.build.page(path))


def on_page_markdown(markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Hand MkDocs the page's Markdown, with marks where blocks stand."""
    path = page.file.src_uri
    _session.site.build.begin(path)
    return _session.site.build.markdown(path) if _session.site.build.knows(path) else markdown


def on_page_content(html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Take note of what the page links to, and of blocks that could not be drawn."""
    _session.site.build.finish(page.file.src_uri, html)
    return html


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Every page is drawn: tell all mistakes, or hand the templates the course."""
    build = _session.site.build
    build.check_drawn([file.src_uri for file in files])
    for note in build.notes():
        _log.info(note)
    if not _session.serving:
        _print(files)
    for each in build.prints if _session.serving else ():
        files.remove(cast(File, files.get_file_from_path(each.path)))  # printed when it is asked for
    if build.problems:
        _tell(build)
    env.globals.update(
        course=_session.site.course,
        edition=build.edition,
        prints=build.prints,
        timetable=lambda workshop: timetable(workshop, _session.site.course),
        run_sheet_path=run_sheet_path,
        calendar_path=calendar_path,
        packed_plans=[packed_plan(each, _session.site.course) for each in _session.site.course.workshops],
        clock=clock,
        words=build.words,
        build_problems=MISTAKES_FILE if _session.serving else "",
        address=lambda path: _address(path, files),
        course_map_svg=draw_course_map(_session.site.course, build.words, lambda path: _address(path, files)),
    )
    return env


def _print(files: Files) -> None:
    """Print what the site holds on paper."""
    site = _session.site
    assert site.paper
    try:
        proofs = site.paper.print_all(site.build.words["paper.printing"], site.build.problems, site.build.place_of)
    except LibraryMissing as error:
        raise PluginError(_library_message(error)) from error
    except CacheNotWritable as error:
        raise PluginError(site.build.words.of("paper.cache", found=error)) from error
    for path, proof in proofs.items():
        cast(File, files.get_file_from_path(path)).content_bytes = proof.file.read_bytes()
    if proofs:
        _log.info(site.build.words.of("paper.printed", n=site.paper.printed, m=len(proofs)))


def _library_message(error: LibraryMissing) -> str:
    return _session.site.build.words.of("paper.library", found=error, packages=" ".join(LIBRARY_PACKAGES)).strip()


def _tell(build: CourseBuild) -> None:
    count = build.words.of("mistakes.count", n=len(build.problems))
    message = "\n".join([count, *(str(problem) for problem in build.problems)])
    first_of_serve = _session.serving and not any(_session.site.publication.site.glob("*.html"))
    if not first_of_serve:
        raise PluginError(message)
    # Not by a logger: strict mode would count it, and end the server that is to show the mistakes.
    sys.stderr.write(f"{message}\n")


def _address(path: str, files: Files) -> str:
    file = files.get_file_from_path(path)
    return file.url if file else path


def on_page_context(
    context: dict[str, Any], *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Tell the templates what the page is."""
    drawn = _session.site.course.page(page.file.src_uri)
    module = _session.site.course.module_of(drawn) if drawn else None
    # A lesson whose module could not be read is drawn as a plain page.
    context["lesson"] = drawn if module and isinstance(drawn, Lesson) else None
    context["module"] = module
    context["kind"] = _kind(page, drawn if module or isinstance(drawn, Workshop) else None)
    context["workshop"] = drawn if isinstance(drawn, Workshop) else None
    return context


def _kind(page: MkDocsPage, drawn: Page | None) -> str:
    if page.is_homepage:
        return "home"
    if made := _session.site.build.made(page.file.src_uri):
        return made.template.removesuffix(".html")
    return {Lesson: "lesson", Module: "module", Workshop: "workshop"}.get(type(drawn), "page")


@event_priority(-200)
def on_post_build(*, config: MkDocsConfig) -> None:
    """The site is whole, search index and all: put it in its place."""
    if _session.serving:
        _show_mistakes(Path(config.site_dir))
    _session.site.publication.publish()
    config.site_dir = str(_session.site.publication.site)


def on_build_error(*, error: Exception) -> None:
    """Leave the last site as it was."""
    if hasattr(_session, "site"):
        _session.site.publication.discard()


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Show mistakes on the last good page, instead of a server that seems stuck."""

    def build_or_show(*arguments: Any, **options: Any) -> None:
        try:
            builder(*arguments, **options)
        except Abort:
            if not _session.site.build.problems:
                raise
            _show_mistakes(_session.site.publication.site)

    server.builder = build_or_show
    if app := server.get_app():
        folder = urlsplit(config.site_url or "/").path.rstrip("/") + "/"
        server.set_app(prints_on_demand(app, folder, _print_one))
    return server


def _print_one(path: str) -> Path | None:
    """The file with worksheets of that path below the site, printed if need be."""
    site, problems = _session.site, Problems()
    try:
        proof = site.paper.print_one(path, problems, site.build.place_of) if site.paper else None
    except LibraryMissing as error:
        raise NotPrinted(_library_message(error)) from error
    except CacheNotWritable as error:
        raise NotPrinted(site.build.words.of("paper.cache", found=error)) from error
    for problem in problems:
        _log.warning(str(problem))
    return proof.file if proof else None


def _show_mistakes(site: Path) -> None:
    """Put the list where the pages of a served site look for it."""
    (site / MISTAKES_FILE).write_text(mistakes_as_json(_session.site.build.problems), encoding="utf-8")
