"""Building elements of a page, and what a drawing is given to do so."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal
from xml.etree import ElementTree

from markdown.util import AtomicString

from coursewright.block import Worksheet
from coursewright.model import Course, Page
from coursewright.words import Words

Element = ElementTree.Element
Edition = Literal["learner", "trainer"]

# A run of backticks is looked at once: tried from each of them, it would take the square of its length.
_CODE_OR_LESS = re.compile(r"((?<!`)(?P<ticks>`++).+?(?<!`)(?P=ticks)(?!`))|<")

NO_SEARCH = {"data-search-exclude": "true"}
"""Material's search leaves out an element with this attribute, up to the first end of a tag of the same name: use it
only on elements that do not nest."""


@dataclass(frozen=True)
class Scene:
    """What the drawing of a block is given besides the block."""

    page: Page
    course: Course
    words: Words
    edition: Edition
    level: int
    """The level of a heading that titles the block."""
    parse: Callable[[Element, str], None]
    """Draws a part of the block, by its label, as Markdown into an element."""
    files: Callable[[Worksheet], list[tuple[str, str]]] = lambda _sheet: []
    """The files in which a worksheet of this page is printed: what to call each, and the link to it."""
    address: Callable[[str], str] = lambda _path: ""
    """Where a page is on the web, by its path; nothing, if the site has no address."""

    def within(self, parse: Callable[[Element, str], None]) -> Scene:
        """The same for a part of the block, which parses its own labels."""
        return replace(self, parse=parse)


def add(parent: Element, tag: str, text: str = "", **attributes: str | None) -> Element:
    """Append an element. ``class_`` is class, ``_`` in a name is ``-``, and None leaves an attribute out.

    The text is inline Markdown, as all text of an element is until Python-Markdown's last step: hand it through
    ``inline`` or ``as_written``.
    """
    named = {
        name.rstrip("_").replace("_", "-"): value.replace("&", "&amp;")
        for name, value in attributes.items()
        if value is not None
    }
    element = ElementTree.SubElement(parent, tag, named)
    if text:
        element.text = text
    return element


def add_facts(parent: Element) -> Element:
    """Append a list of facts. It has a parent of its own, as a Markdown list after it would go on in it."""
    return add(add(parent, "div"), "ul", class_="cw-facts", **NO_SEARCH)


def add_heading(parent: Element, level: int, title: str, identity: str) -> None:
    """Append a heading. Its words stand in an element of their own, where no attribute list is looked for."""
    add(add(parent, f"h{level}", id=identity), "span", as_written(title))


def as_written(text: str) -> str:
    """A plain text that no inline Markdown touches."""
    # Python-Markdown leaves what looks like a character reference alone; here it is text.
    return AtomicString(text.replace("&", "&amp;"))


def inline(text: str) -> str:
    """A one-line text of an author: inline Markdown, in which HTML comes out as written."""
    return _CODE_OR_LESS.sub(lambda match: match[1] or "&lt;", text)
