"""Where a page's blocks stand in its Markdown, and their texts found again when it is converted.

A page is handed to Markdown with placeholders where its blocks stood. The texts of a block stay in the page between
them, so that code fences, links, footnotes and abbreviations resolve as everywhere on the page. What conversion makes
of the placeholders is an element that holds the converted texts of the block until it is drawn in its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from markdown.blockprocessors import BlockProcessor

from coursewright.fragments.collect import is_left_out, texts_of
from coursewright.markup.context import Drawable
from coursewright.markup.element import Element, add, inline
from coursewright.source.source import MARK_CLOSE, MARK_OPEN
from coursewright.text import Phrase, Prose

BLOCK_HOLDER = "coursewright-block"
"""The tag of an element in whose place a block is to be drawn; ``data-number`` is its place in the page's flow."""
TEXT_HOLDER = "coursewright-text"
"""The tag of an element inside it that holds a text; ``data-number`` is its place among the texts of the block."""

_PLACEHOLDER = re.compile(
    f"{MARK_OPEN}(?P<word>open|text|close) (?P<number>\\d++)(?: (?P<text>\\d++))?{MARK_CLOSE}",
)
_TAG = re.compile(r"<[^<>]+>")

CurrentPage = Callable[[], Drawable | None]
"""Tells which page is converted; None, if it is no page of the course."""


def with_placeholders(page: Drawable, for_trainers: bool) -> str:
    """A page's Markdown in an edition: what the edition does not show is not in it."""
    return joined(
        str(item.text) if isinstance(item, Prose) else block_piece(number, item, for_trainers)
        for number, item in enumerate(page.flow)
        if not is_left_out(item, for_trainers)
    )


def joined(pieces: Iterable[str]) -> str:
    """Prose and blocks as the Markdown of a page."""
    return "\n\n".join(pieces) + "\n"


def block_piece(number: int, item: object, for_trainers: bool, *, with_phrases: bool = False) -> str:
    """What stands in the place of a block.

    Args:
        number: Its place in the page's flow.
        item: The block.
        for_trainers: Whether the edition is the trainer's.
        with_phrases: Whether to show its phrases, too, for someone to read: conversion takes them from the record.
    """
    pieces = [placeholder("open", number)]
    for place, text in enumerate(texts_of(item, for_trainers)):
        if with_phrases or not isinstance(text, Phrase):
            pieces += [placeholder("text", number, place), str(text)]
    return "\n\n".join([*pieces, placeholder("close", number)])


def left_over(html: str) -> list[int]:
    """The places in a page's flow of blocks of which a placeholder is left, because something swallowed it.

    -1 stands for a placeholder that is left but cannot be read.
    """
    if MARK_OPEN not in html:
        return []
    # Highlighting puts tags between the letters of one; broken HTML makes it look like a part of a tag.
    seen = {int(match["number"]) for text in (html, _TAG.sub("", html)) for match in _PLACEHOLDER.finditer(text)}
    return sorted(seen) or [-1]


def placeholder(word: str, number: int, text: int | None = None) -> str:
    """A mark in a page's Markdown."""
    return f"{MARK_OPEN}{word} {number}{'' if text is None else f' {text}'}{MARK_CLOSE}"


class PlaceholderReader(BlockProcessor):
    """Makes an element of the placeholders of a block, and in it an element for each of its texts."""

    def __init__(self, parser: Any, page: CurrentPage, for_trainers: bool) -> None:
        super().__init__(parser)
        self._page, self._for_trainers = page, for_trainers

    def test(self, parent: Element, block: str) -> bool:
        """Whether a block of Markdown is the first placeholder of a block."""
        return block.startswith(f"{MARK_OPEN}open")

    def run(self, parent: Element, blocks: list[str]) -> bool:
        """Make the element, unless something has swallowed the end of the block."""
        page = self._page()
        opening = _PLACEHOLDER.fullmatch(blocks[0].strip())
        closing = placeholder("close", int(opening["number"])) if opening else ""
        if page is None or opening is None or closing not in (block.strip() for block in blocks):
            return False
        blocks.pop(0)
        texts: dict[int, list[str]] = {}
        current: list[str] = []
        while (block := blocks.pop(0)).strip() != closing:
            mark = _PLACEHOLDER.fullmatch(block.strip())
            if mark:
                current = texts.setdefault(int(mark["text"] or -1), [])
            else:
                current.append(block)
        self._fill(add(parent, BLOCK_HOLDER, data_number=opening["number"]), page.flow[int(opening["number"])], texts)
        return True

    def _fill(self, holder: Element, item: object, written: dict[int, list[str]]) -> None:
        for place, text in enumerate(texts_of(item, self._for_trainers)):
            if isinstance(text, Phrase):
                add(holder, TEXT_HOLDER, inline(text), data_number=str(place))
            elif place in written:
                self.parser.parseBlocks(add(holder, TEXT_HOLDER, data_number=str(place)), written[place])
