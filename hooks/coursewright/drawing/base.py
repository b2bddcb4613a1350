"""Links of a block that is drawn on another page than its own: they still lead from where they were written."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from urllib.parse import urlsplit

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from coursewright.markup.element import Element

ATTRIBUTE = "data-base"
"""Names, on an element, the page on which its links were written. It is gone from the finished page."""

_ADDRESSES = {"a": "href", "img": "src"}


class BaseRewriter(Treeprocessor):
    """Rewrites such links, before links are collected and turned into addresses."""

    def __init__(self, md: Markdown, folder: Callable[[], str]) -> None:
        super().__init__(md)
        self._folder = folder
        self.moved: set[int] = set()
        """The elements whose links were rewritten; a mistake in one of them is told where it was written."""

    def run(self, root: Element) -> None:
        """Rewrite the links inside every element with a base."""
        for holder in root.iter():
            base = holder.attrib.pop(ATTRIBUTE, None)
            for element in holder.iter() if base is not None else ():
                name = _ADDRESSES.get(element.tag)
                if name and (target := element.get(name)):
                    element.set(name, moved(target, str(base), self._folder()))
                    self.moved.add(id(element))


def moved(target: str, page: str, folder: str) -> str:
    """A relative link as written on a page, as it has to be written in another folder."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return target
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return target
    wanted = posixpath.join(posixpath.dirname(page), parts.path) if parts.path else page
    path = posixpath.relpath(wanted, folder or ".")
    return parts._replace(path=path).geturl()
