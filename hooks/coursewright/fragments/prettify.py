"""Line breaks between drawn elements, as Python-Markdown sets them between its own."""

from __future__ import annotations

from collections.abc import Callable

from coursewright.markup.element import Element

IsBlock = Callable[[str], bool]
"""Whether an element of that tag is a block, as a Markdown sees it."""


def prettify(element: Element, is_block: IsBlock) -> None:
    """Break lines in a block and behind it. What has its breaks already stays as it is."""
    if not is_block(element.tag):
        return
    if element.tag not in ("code", "pre"):
        open_block(element, is_block)
        for child in element:
            prettify(child, is_block)
    if not (element.tail or "").strip():
        element.tail = "\n"


def open_block(element: Element, is_block: IsBlock) -> None:
    """Break the line behind a start tag, if a block follows."""
    if len(element) and is_block(element[0].tag) and is_block(element.tag) and not (element.text or "").strip():
        element.text = "\n"
