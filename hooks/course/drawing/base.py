"""Links of a block that is drawn on another page than its own: they still lead from where they were written."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from urllib.parse import urlsplit

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from course.drawing.element import Element

ATTRIBUTE = "data-base"
"""Names, on an element, the folder from which the links inside it lead. It is gone from the finished page."""

_ADDRESSES = {"a": "href", "img": "src"}


class BaseRewriter(Treeprocessor):
    """Rewrites such links, before links are collected and turned into addresses."""

    def __init__(self, md: Markdown, folder: Callable[[], str]) -> None:
        super().__init__(md)
        self._folder = folder

    def run(self, root: Element) -> None:
        """Rewrite the links inside every element with a base."""
        for holder in root.iter():
            base = holder.attrib.pop(ATTRIBUTE, None)
            for element in holder.iter() if base is not None else ():
                name = _ADDRESSES.get(element.tag)
                if name and (target := element.get(name)):
                    element.set(name, moved(target, str(base), self._folder()))


def moved(target: str, base: str, folder: str) -> str:
    """A relative link as written in one folder, as it has to be written in another."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return target
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return target
    path = posixpath.relpath(posixpath.join(base, parts.path), folder or ".")
    return parts._replace(path=path).geturl()
