"""Coursewright in MkDocs: the event methods, in MkDocs's order.

A build reads the whole course in ``on_config``, hands MkDocs each page's Markdown, and gathers mistakes until every
page is drawn; ``on_env`` then tells them all. The site is built beside its place and moved there when it is whole.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from coursewright.drawing.front_matter import front_matter
from coursewright.mkdocs.contents import contents
from coursewright.mkdocs.defaults import set_defaults
from coursewright.mkdocs.host import log
from coursewright.mkdocs.navigating import left_out, set_navigation
from coursewright.mkdocs.others import TRANSLATOR, check_languages
from coursewright.mkdocs.publishing import SURE_TO_BUILD, Publishing
from coursewright.mkdocs.settings import language_of
from coursewright.mkdocs.site import EMPTY, Site
from coursewright.mkdocs.sources import Sources
from coursewright.mkdocs.telling import Build, Telling, never_failing, wrap_first_build
from coursewright.paper.on_demand import prints_on_demand
from coursewright.problem import Problems
from coursewright.views.page import PageView
from coursewright.words import load_words


class MistakesFound(PluginError):
    """The course has mistakes, so there's no site of it."""

    def __init__(self, message: str, problems: Problems) -> None:
        """Take the mistakes along, for whoever tells them in another way."""
        super().__init__(message)
        self.problems = problems


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin takes none: a hook couldn't, and what stands below ``extra`` can be inherited. See settings.py."""


class CoursewrightPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """The plugin, and what the hook file forwards its events to."""

    def __init__(self) -> None:
        """Prepare for builds; under ``serve`` one plugin sees them all."""
        super().__init__()
        self.serving = False
        self.printing = True
        """Whether a build prints the worksheets. A server prints those that are asked for."""
        self.site: Site | None = None
        """Of the build that is under way; made anew by ``on_config``."""
        self.telling = Telling()
        self.publishing = Publishing()
        self._sources = Sources()
        self._published = False
        self._navigated = True
        """Whether the navigation is the course's own."""
        self._served: tuple[Path, str] = (Path(), "")
        """The folder that is served, and the name of the configuration."""

    @property
    def _site(self) -> Site:
        assert self.site
        return self.site

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether an author is at work, who wants to see mistakes on the page."""
        self.serving = command == "serve"
        self.publishing.command = command
        self.printing = command not in ("serve", "check")
        if self.serving:
            wrap_first_build(self._never_failing)

    def _never_failing(self, build: Build) -> Build:
        return never_failing(build, self._begin, lambda error, said: self.telling.show(error, said, *self._served))

    def _begin(self) -> None:
        self.telling = Telling()
        self._discard()

    def _discard(self) -> None:
        self._sources.clear()
        self.publishing.discard()

    @event_priority(100)  # before the search and other plugins look at what is set here
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the course; from it come the name of the site and the navigation."""
        self._begin()
        self._served = (Path(config.site_dir), Path(config.config_file_path).name)
        self.telling.at = self._served[1]
        set_defaults(config)
        check_languages(config)
        self.telling.words = load_words(language_of(config))
        if self.publishing.command in SURE_TO_BUILD:  # other plugins may look at once where files are written
            self.publishing.begin(config, self.telling.words)
        site = self.site = Site(config, self.telling.problems, self._sources)
        self.telling.at = ""
        config.site_name = escape(site.course.title)
        config.site_description = config.site_description or escape(site.course.description)
        site.show_templates(config, self.serving)
        config.markdown_extensions.append(site.build.extension)  # type: ignore[arg-type]
        if site.build.links_folders:  # MkDocs would walk through them, perhaps for ever
            raise MistakesFound(self.telling.tell(), self.telling.problems)
        return config

    @event_priority(100)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write beside the last site, and be the last plugin that can warn of anything."""
        self.publishing.begin(config, self.telling.words)
        config.plugins.events["post_build"].sort(key=lambda each: getattr(each, "__self__", None) is self)

    @event_priority(100)
    def _leave_out(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Let nobody read or copy a named pipe, for instance."""
        self._site.leave_out(files, config)
        return files

    @event_priority(50)  # others may want to lead to these pages
    def _add(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add what the build makes."""
        if TRANSLATOR not in config.plugins:
            self._site.add_files(files, config, self.serving)
        return files

    @event_priority(-150)  # a plugin may set one until now
    def _navigate(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the navigation from the course, unless somebody else sees to it."""
        if TRANSLATOR in config.plugins:
            self._site.add_files(files, config, self.serving)
        self._navigated = set_navigation(config, self._site.build)
        return files

    on_files = CombinedEvent(_leave_out, _add, _navigate)

    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Tell of pages that somebody else's navigation leaves out."""
        if not self._navigated and (said := left_out(nav, files)):
            log.info(said)
        self._site.files = files
        return nav

    @event_priority(100)
    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Remember which page is read, so that an exception can be told with its file."""
        self.telling.at = self._site.build.shown_path(page.file.src_uri)
        return page

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """Hand MkDocs front matter that it cannot misread; the reader has checked the author's."""
        path = page.file.src_uri
        if not self._site.build.knows(path):
            return None
        return front_matter(path, self._site.build.page(path)) + self._site.build.handed_over(path)

    @event_priority(-90)  # other plugins first: the prose is drawn as they leave it
    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Hand MkDocs the page's Markdown, with marks where blocks stand."""
        path, build = page.file.src_uri, self._site.build
        build.begin(path)
        return build.markdown(path, markdown, self._markdown_plugins(config)) if build.knows(path) else markdown

    def _markdown_plugins(self, config: MkDocsConfig) -> list[str]:
        """The names of the other plugins, and of hook files, that change the Markdown of pages."""
        named = {id(plugin): name for name, plugin in config.plugins.items()}
        handlers = config.plugins.events["page_markdown"]
        owners = [(getattr(each, "__self__", None), each) for each in handlers]
        found = (named.get(id(owner), getattr(each, "__module__", "")) for owner, each in owners if owner is not self)
        return list(dict.fromkeys(filter(None, found)))

    @event_priority(100)  # before other plugins change what was drawn
    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Take note of what the page links to, and of blocks that could not be drawn."""
        self._site.build.finish(page.file.src_uri, html)
        return html if html.strip() else EMPTY

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Every page is drawn: tell all mistakes, or hand the templates the course."""
        self.telling.at = ""
        build = self._site.build
        build.check_drawn([file.src_uri for file in files if file.inclusion.value > InclusionLevel.DRAFT.value])
        for note in build.notes():
            log.info(note)
        if self.printing:
            self._site.print_all(files)
        for each in build.print_jobs if self.serving else ():
            files.remove(cast(File, files.get_file_from_path(each.path)))  # printed when it is asked for
        self._tell()
        self._site.fill_files(files)
        self._site.draw_shared(files)
        self._site.show(env, config, self.serving)
        self._tell()
        return env

    def _tell(self) -> None:
        """Tell what there is to tell, if it hasn't been told: it ends the build, unless a server needs a first site."""
        if not self.telling.problems or self.telling.told:
            return
        message = self.telling.tell()
        if not self.serving or self._published:
            found = self.telling.problems
            raise PluginError(message) if found.faults else MistakesFound(message, found)
        # Not by a logger: strict mode would count it, and end the server that is to show the mistakes.
        sys.stderr.write(f"{message}\n")

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Hand the contents to a page that has no Markdown, such as the one for an address that doesn't exist."""
        nav = context.get("nav")
        if nav:
            view = PageView(kind="template", contents=contents(nav, None, self._site.course))
            cast(dict[str, Any], context)["view"] = view
        return context

    @event_priority(100)
    def _begin_page(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Remember which page is drawn, so that an exception can be told with its file."""
        self.telling.at = self._site.build.shown_path(page.file.src_uri)
        return context

    @event_priority(-50)
    def _show_page(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Hand the templates what the page shows, when other plugins have changed it."""
        cast(dict[str, Any], context).update(self._site.context(page, nav))
        return context

    on_page_context = CombinedEvent(_begin_page, _show_page)

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """The page is done: what fails now isn't its fault."""
        self.telling.at = ""
        return output

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The site is whole, search index and all: put it in its place."""
        if self.serving:
            self.telling.write(Path(config.site_dir))
        self.publishing.finish(config, self.telling.words)
        self._sources.clear()
        self._published = True

    @event_priority(-200)
    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last site as it was, and tell what happened in a sentence."""
        self._discard()
        self.telling.tell_error(error)

    def on_shutdown(self) -> None:
        """Leave nothing behind of a build that a person has ended."""
        self._discard()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Show mistakes on the last good page, instead of a server that seems stuck."""
        server.builder = self._never_failing(builder)
        if app := server.get_app():
            folder = urlsplit(config.site_url or "/").path.rstrip("/") + "/"
            server.set_app(prints_on_demand(app, folder, self._print_one))
        return server

    def _print_one(self, path: str) -> Path | None:
        return self.site.print_one(path) if self.site else None  # of the build that is the last by then
