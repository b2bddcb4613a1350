"""Links and pictures on paper: links lead to the site, if it has an address; pictures are named for the printer."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from coursewright.drawing.targets import as_read
from coursewright.fragments.links import is_of_the_page
from coursewright.markup.element import Element
from coursewright.markup.raw_html import FOLLOWED, with_addresses

Address = Callable[[str], str]
"""Where a page is on the web, by its path below the docs folder; nothing, if the site has no address."""

PICTURES = "docs:"
"""Begins the address of a picture below the docs folder."""


def lead_to_site(root: Element, path: str, address: Address) -> None:
    """Rewrite the links and pictures of what is written on a page and is to be printed."""
    for element in root.iter():
        # The tabs of a page stand under one another on paper; what switches them would be a field of the form.
        # Nor is there anything to follow from a heading to itself.
        for each in [child for child in element if _is_for_screens(child)]:
            element.remove(each)
        if element.tag == "a" and not is_of_the_page(element):
            _lead(element, path, address)
        elif element.tag == "img":
            parts = urlsplit(element.get("src", ""))
            if not parts.scheme and not parts.netloc:
                element.set("src", PICTURES + _path(unquote(parts.path), path))


def raw_lead_to_site(raw: str, path: str, address: Address) -> str:
    """The same for raw HTML. A link that leads nowhere on paper loses its address."""

    def changed(tag: str, target: str) -> str | None:
        try:
            parts = urlsplit(target)
        except ValueError:
            return target  # which is told
        if parts.scheme or parts.netloc:
            return target
        file = _path(unquote(parts.path), path)
        if tag not in FOLLOWED:
            return PICTURES + file if parts.path else target
        return _at(address(file), parts.fragment) or None

    return with_addresses(raw, changed)


def _at(address: str, fragment: str) -> str:
    return f"{address}#{fragment}" if address and fragment else address


def _path(target: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path


def _lead(link: Element, path: str, address: Address) -> None:
    target = as_read(link.attrib.pop("href", ""))
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        link.set("href", target)
        return
    link.set("class", "inside")
    if found := _at(address(_path(unquote(parts.path), path)), parts.fragment):
        link.set("href", found)


def _is_for_screens(element: Element) -> bool:
    return element.get("name", "").startswith("__tabbed") or "headerlink" in element.get("class", "").split()
