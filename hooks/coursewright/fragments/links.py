"""Links of what is drawn on another page than its own: they still lead from where they were written."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import urlsplit

from coursewright.markup.element import Element
from coursewright.markup.raw_html import with_addresses

ATTRIBUTE = "data-base"
"""Names, on an element, the page on which its links were written. It is gone from the finished page."""

_ADDRESSES = {"a": "href", "img": "src"}
_OF_THE_PAGE = {"footnote-ref", "footnote-backref", "headerlink"}
"""The classes of links that conversion has made; they lead to what is drawn beside them."""


class Moved(str):
    """Raw HTML whose links were rewritten; a mistake in one of them is told where it was written."""

    __slots__ = ()


def moved_raw(raw: str, page: str, folder: str) -> Moved:
    """Raw HTML as written on a page, for another folder."""
    return Moved(with_addresses(raw, lambda _tag, target: moved(target, page, folder)))


def move_links(root: Element, folder: str) -> Iterator[Element]:
    """Rewrite the links inside every element with a base for a page in a folder; gives those that were rewritten."""
    waiting: list[tuple[Element, str | None]] = [(root, None)]
    while waiting:
        element, base = waiting.pop()
        base = element.attrib.pop(ATTRIBUTE, base)
        waiting += ((child, base) for child in element)
        name = _ADDRESSES.get(element.tag)
        if base is not None and name and (target := element.get(name)) and not is_of_the_page(element):
            element.set(name, moved(target, base, folder))
            yield element


def is_of_the_page(link: Element) -> bool:
    """Whether conversion has made a link, for the page on which it stands."""
    return not _OF_THE_PAGE.isdisjoint(link.get("class", "").split())


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
