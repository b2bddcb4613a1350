"""Links and pictures in raw HTML lead where those in Markdown do: to a page's address, not to its source."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from coursewright.markup.element import Element
from coursewright.markup.raw_html import with_addresses

Lead = Callable[[str], str | None]
"""How the page leads to a file of the site, by its path below the docs folder; None, if there is none."""


class RawLinks(Treeprocessor):
    """Rewrites the raw HTML of a page, once its links are collected. Elements are the host's to rewrite."""

    def __init__(self, md: Markdown, folder: Callable[[], str], lead: Lead) -> None:
        super().__init__(md)
        self._folder, self._lead = folder, lead

    def run(self, root: Element) -> None:
        """Rewrite all raw HTML of a page."""
        folder = self._folder()
        stash = self.md.htmlStash.rawHtmlBlocks
        stash[:] = [
            with_addresses(raw, lambda _tag, target: self._led(target, folder)) if isinstance(raw, str) else raw
            for raw in stash
        ]

    def _led(self, target: str, folder: str) -> str:
        try:
            parts = urlsplit(target)
        except ValueError:  # which is told
            return target
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return target
        found = self._lead(posixpath.normpath(posixpath.join(folder, unquote(parts.path))))
        return target if found is None else parts._replace(path=found).geturl()
