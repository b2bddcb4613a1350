"""Building elements of a page, of texts that no Markdown touches any more."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown.util import AtomicString

Element = ElementTree.Element

# A run of backticks is looked at once: tried from each of them, it would take the square of its length.
_CODE_OR_LESS = re.compile(
    r"((?<!`)(?P<ticks>`++).+?(?<!`)(?P=ticks)(?!`))|<(?!https?://[^<>\s]++>|[^<>\s!@]++@[^<>\s@]++>)"
)

NO_SEARCH = {"data-search-exclude": "true"}
"""Material's search leaves out an element with this attribute, up to the first end of a tag of the same name: use it
only on elements that do not nest."""


def add(parent: Element, tag: str, text: str = "", **attributes: str | None) -> Element:
    """Append an element. ``class_`` is class, ``_`` in a name is ``-``, and None leaves an attribute out.

    The text is plain: hand it through ``as_written``, if it may hold ``&``. What an author wrote as Markdown, the
    context of the drawing appends.
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
    """Append a list of facts, in a parent of its own."""
    return add(add(parent, "div"), "ul", class_="cw-facts", **NO_SEARCH)


def add_heading(parent: Element, level: int, title: str, identity: str) -> None:
    """Append a heading, its words in an element of their own."""
    add(add(parent, f"h{level}", id=identity), "span", as_written(title))


def as_written(text: str) -> str:
    """A plain text, character for character."""
    # Python-Markdown writes what looks like a character reference as it stands; here it is text.
    return AtomicString(text.replace("&", "&amp;"))


def inline(text: str) -> str:
    """A phrase of an author as inline Markdown, in which HTML comes out as written; ``<address>`` is a link."""
    return _CODE_OR_LESS.sub(lambda match: match[1] or "&lt;", text)
