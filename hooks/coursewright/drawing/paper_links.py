"""Links and pictures on paper: links lead to the site, if it has an address; pictures are named for the printer."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from coursewright.drawing.targets import as_read
from coursewright.markup.context import Drawable
from coursewright.markup.element import Element

Address = Callable[[str], str]
"""Where a page is on the web, by its path below the docs folder; nothing, if the site has no address."""

PICTURES = "docs:"
"""Begins the address of a picture below the docs folder."""


class PaperLinks(Treeprocessor):
    """Rewrites them in a sheet that is to be printed."""

    def __init__(self, md: Markdown, page: Callable[[], Drawable | None], address: Address) -> None:
        super().__init__(md)
        self._page, self._address = page, address

    @classmethod
    def register(cls, md: Markdown, page: Callable[[], Drawable | None], address: Address) -> None:
        """Add the rewriting to a Markdown, after all inline Markdown is drawn."""
        md.treeprocessors.register(cls(md, page, address), "coursewright-paper", 0)

    def run(self, root: Element) -> None:
        """Rewrite the links and pictures of a sheet."""
        for element in root.iter():
            # The tabs of a page stand under one another on paper; what switches them would be a field of the form.
            # Nor is there anything to follow from a heading to itself.
            for each in [child for child in element if _is_for_screens(child)]:
                element.remove(each)
            if element.tag == "a":
                self._lead(element)
            elif element.tag == "img":
                parts = urlsplit(element.get("src", ""))
                if not parts.scheme and not parts.netloc:
                    element.set("src", PICTURES + self._path(unquote(parts.path)))

    def _path(self, target: str) -> str:
        page = self._page()
        path = page.path if page else ""
        return posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path

    def _lead(self, link: Element) -> None:
        target = as_read(link.attrib.pop("href", ""))
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            link.set("href", target)
            return
        link.set("class", "inside")
        if address := self._address(self._path(unquote(parts.path))):
            link.set("href", f"{address}#{parts.fragment}" if parts.fragment else address)


def _is_for_screens(element: Element) -> bool:
    return element.get("name", "").startswith("__tabbed") or "headerlink" in element.get("class", "").split()
