"""The navigation of a site: the author's own, that of a plugin which makes one, or else the course's."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from coursewright.build import CourseBuild
from coursewright.drawing.navigation import navigation
from coursewright.mkdocs.others import NAVIGATORS
from coursewright.problem import listed


def set_navigation(config: MkDocsConfig, build: CourseBuild) -> bool:
    """Take the navigation from the course, unless the author or a plugin sees to it. Gives whether that was done."""
    if config.nav is not None or not NAVIGATORS.isdisjoint(config.plugins):
        return False
    config.nav = navigation(build.course, build.made_pages, build.words)
    return True


def left_out(nav: Navigation, files: Files) -> str:
    """What to say of pages that somebody's navigation leaves out; nothing, if it has them all."""
    listed_pages = {id(page.file) for page in nav.pages}
    missing = [
        file.src_uri
        for file in files.documentation_pages()
        if id(file) not in listed_pages and file.inclusion.value > InclusionLevel.NOT_IN_NAV.value
    ]
    return _said(missing) if missing else ""


def _said(missing: Iterable[str]) -> str:
    return (
        f"The navigation (`nav` in mkdocs.yml, or what a plugin made of it) leaves out {listed(sorted(missing))}: "
        "readers find these pages only by links and by searching."
    )
