"""One build of a site: the course, and what is printed of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, cast
from urllib.parse import urljoin

from jinja2 import Environment
from markdown import Markdown
from markdown.extensions import Extension
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from coursewright import __version__, bundles
from coursewright.build import CourseBuild
from coursewright.drawing.extension import CourseExtension
from coursewright.drawing.front_matter import front_matter
from coursewright.keys import AUTHORS_TEMPLATES
from coursewright.machine import PAPER_PACKAGES
from coursewright.mkdocs.contents import contents
from coursewright.mkdocs.defaults import theme_folder
from coursewright.mkdocs.escaping import escape_our_templates
from coursewright.mkdocs.headers import FILE as HEADERS
from coursewright.mkdocs.headers import headers_file
from coursewright.mkdocs.host import log
from coursewright.mkdocs.mending import mend_templates
from coursewright.mkdocs.others import blog_folders
from coursewright.mkdocs.settings import edition_of, paper_keys_of
from coursewright.mkdocs.sources import Sources
from coursewright.mkdocs.telling import MISTAKES_FILE
from coursewright.model import Course, Lesson, Module, Workshop
from coursewright.paper.cache import CacheNotWritable
from coursewright.paper.edition import PaperEdition
from coursewright.paper.on_demand import NotPrinted
from coursewright.paper.printer import LibraryMissing
from coursewright.problem import Problems
from coursewright.reader.page import HOME
from coursewright.views.common import ViewContext
from coursewright.views.page import PageView, Views

EMPTY = "<div></div>"
"""The content of a page that its template draws: there are plugins that can't do with none."""

INDEX_SCRIPT = "assets/course/course-index.js"


class Site:
    """What one build shares between its events."""

    def __init__(self, config: MkDocsConfig, problems: Problems, sources: Sources) -> None:
        """Read the course that a configuration names.

        Args:
            config: The configuration.
            problems: Takes the mistakes.
            sources: Where what the build makes has its sources.
        """
        self._sources = sources
        docs = Path(config.docs_dir)
        root = Path(config.config_file_path).resolve().parent
        name = docs.relative_to(root).as_posix() if docs.is_relative_to(root) else docs.name
        language = str(config.theme.get("language", "en"))
        self.build = CourseBuild(
            docs,
            name,
            edition_of(config),
            language,
            paper_keys_of(config),
            problems,
            _templates(config),
            blog_folders(config),
        )
        self.files: Files | None = None
        """All files, once they're known."""
        self.views: Views | None = None
        """There once all pages are drawn."""
        self.paper: PaperEdition | None = None
        """There once all files are known, and with them their addresses."""
        self.cache = root / ".cache" / "worksheets"

    @property
    def course(self) -> Course:
        """The course that is built."""
        return self.build.course

    def leave_out(self, files: Files, config: MkDocsConfig) -> None:
        """Take out what nobody is to read or copy; a page stays, to show its mistakes, though nothing on the disk."""
        for path in self.build.refused:
            if file := files.get_file_from_path(path):
                files.remove(file)
                if file.is_documentation_page() and path.isprintable():
                    files.append(File.generated(config, path, content=""))

    def add_files(self, files: Files, config: MkDocsConfig, serving: bool) -> None:
        """Add what the build makes, and join the sources of scripts and styles."""
        build = self.build
        made = {page.path: front_matter(page.path, page) for page in build.made_pages}
        # What is in these follows when all mistakes are known.
        made.update(dict.fromkeys((INDEX_SCRIPT, *build.calendar_paths, *(each.path for each in build.print_jobs)), ""))
        made.update(self._take_sources(files, serving))
        headers = headers_file(config)
        if headers and not files.get_file_from_path(HEADERS):  # an author's own wins
            made[HEADERS] = headers
        for path, content in made.items():
            files.append(self._sources.generated(config, path, content.encode()))  # no line ends of the system's own
        self.files = files
        address = build.extension.address = lambda path: _web_address(path, self._all_files, config)
        build.extension.leading = lambda page, path: _leading(page, path, self._all_files)
        self.paper = build.paper_edition(partial(_markdown, config), address, self.cache)

    @property
    def _all_files(self) -> Files:
        assert self.files
        return self.files

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
        index = self.build.course_index(lambda path: address_in(files, path)).encode()
        for path, content in {INDEX_SCRIPT: index, **self.build.calendars()}.items():
            cast(File, files.get_file_from_path(path)).content_bytes = content

    def draw_shared(self, files: Files) -> None:
        """Compute what all pages show, once they are drawn."""
        self.files = files
        context = self._view_context()
        self.views = Views(context, self.build.course_map(context.address), self.build.plans())

    def _view_context(self) -> ViewContext:
        build, files = self.build, self.files
        return ViewContext(
            course=build.course,
            words=build.words,
            edition=build.edition,
            print_jobs=build.print_jobs,
            address=lambda path: address_in(files, path) if files else path,
        )

    def show_templates(self, config: MkDocsConfig, serving: bool) -> None:
        """Hand whoever renders templates of the theme, and whenever, what these use."""
        make: Callable[[], Environment] = config.theme.get_env

        def get_env() -> Environment:
            env = make()
            self.show(env, config, serving)
            return env

        config.theme.get_env = get_env  # type: ignore[method-assign]

    def show(self, env: Environment, config: MkDocsConfig, serving: bool) -> None:
        """Hand templates the course: as far as it is known, while pages are still to be drawn."""
        views = self.views or Views(self._view_context(), Markup(), [])
        mend_templates(env)
        escape_our_templates(env)
        search = config.plugins.get("material/search")
        more = {
            "coursewright": __version__,
            "build_problems": MISTAKES_FILE if serving else "",
            "search": bool(search and search.config.get("enabled")),
        }
        env.globals.update({**views.shared, **more})

    def context(self, page: MkDocsPage, nav: Navigation) -> dict[str, Any]:
        """What the templates of one page may use."""
        assert self.views
        path = page.file.src_uri
        drawn = self.course.page(path)
        kind = "home" if page.is_homepage or path == HOME else kind_of(path, self.build)
        known = self.build.page(path) is not None
        description = str(page.meta.get("description") or "")
        view = PageView(
            kind=kind,
            title=Markup(page.title or ""),  # noqa: S704 (a host's title is HTML; that of a course's page was escaped)
            description=Markup(description) if known else description,  # noqa: S704 (escaped in its front matter)
            body=Markup(page.content) if (page.content or "").strip() not in ("", EMPTY) else "",  # noqa: S704
            contents=contents(nav, page, self.course),
        )
        return {"view": view, **self.views.of(kind, path, drawn)}

    def print_all(self, files: Files) -> None:
        """Print what the site holds on paper."""
        assert self.paper
        build = self.build
        try:
            printed_files = self.paper.print_all(build.words["paper.printing"], build.problems, build.place_of)
        except LibraryMissing as error:
            raise PluginError(self._library_message(error)) from error
        except CacheNotWritable as error:
            raise PluginError(build.words.of("paper.cache", found=error)) from error
        self._say_notices()
        for path, printed_file in printed_files.items():
            cast(File, files.get_file_from_path(path)).content_bytes = printed_file.file.read_bytes()
        if printed_files:
            log.info(build.words.of("paper.printed", n=self.paper.printed, m=len(printed_files)))

    def print_one(self, path: str) -> Path | None:
        """The file with worksheets of that path below the site, printed if need be.

        Raises:
            NotPrinted: The machine lacks what printing needs.
        """
        problems = Problems()
        try:
            printed_file = self.paper.print_one(path, problems, self.build.place_of) if self.paper else None
        except LibraryMissing as error:
            raise NotPrinted(self._library_message(error)) from error
        except CacheNotWritable as error:
            raise NotPrinted(self.build.words.of("paper.cache", found=error)) from error
        self._say_notices()
        for problem in problems:
            log.warning(str(problem))
        return printed_file.file if printed_file else None

    def _say_notices(self) -> None:
        for notice in self.paper.notices() if self.paper else ():
            log.info(notice)

    def _library_message(self, error: LibraryMissing) -> str:
        return self.build.words.of("paper.library", found=error, packages=" ".join(PAPER_PACKAGES)).strip()


def _templates(config: MkDocsConfig) -> set[str]:
    """The templates that an author's page may name: two of ours, and all of the author's own."""
    own = config.theme.custom_dir
    ours = {path.name for path in theme_folder().glob("*.html")}
    return {*AUTHORS_TEMPLATES, *({path.name for path in Path(own).glob("*.html")} - ours if own else ())}


def kind_of(path: str, build: CourseBuild) -> str:
    """The kind of a page, as templates know it."""
    if made := build.made(path):
        return made.template.removesuffix(".html")
    match page := build.course.page(path):
        case Lesson() if build.course.module_of(page):
            return "lesson"
        case Module() if build.course.module_of(page):
            return "module"
        case Workshop():
            return "workshop"
    return "page"  # a lesson or module that no list names, too


def address_in(files: Files, path: str) -> str:
    """The address of a page by its path, relative to the root of the site."""
    file = files.get_file_from_path(path)
    return file.url if file else path


def _leading(page: str, path: str, files: Files) -> str | None:
    """How a page leads to a file in the site; None, if one of them isn't there."""
    start, file = files.get_file_from_path(page), files.get_file_from_path(path)
    return file.url_relative_to(start) if start and file else None


def _web_address(path: str, files: Files, config: MkDocsConfig) -> str:
    file = files.get_file_from_path(path)
    return urljoin(config.site_url, file.url) if config.site_url and file else ""


def _markdown(config: MkDocsConfig, extension: Extension) -> Markdown:
    """A Markdown as MkDocs makes it for a page, with one extension of ours in the place of the other."""
    extensions = [each for each in config.markdown_extensions if not isinstance(each, CourseExtension)]
    return Markdown(extensions=[*extensions, extension], extension_configs=config.mdx_configs or {})
