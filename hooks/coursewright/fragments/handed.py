"""A page's Markdown on its way through the plugins of a host: they may change the prose, and no block.

A plugin sees each block as its texts between two marks. What it makes of the prose is drawn; a block is drawn from its
file, and where a plugin has changed one, that is found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from coursewright.fragments.collect import is_left_out
from coursewright.fragments.placeholders import block_piece, joined, placeholder, with_placeholders
from coursewright.markup.context import Drawable
from coursewright.problem import Problems
from coursewright.source.blocks import RawBlock, read_blocks
from coursewright.source.source import MARK_OPEN, Source
from coursewright.text import Prose

_NAME = re.compile(r"\{#(?=[\w:.-]*+\})")
_MASK = "\ue002"
_MASKED = f"{{{_MASK}#"


class Meddling(NamedTuple):
    """What a plugin has done to a block."""

    number: int | None
    """The place of the block in the page's flow; None, if it's none of its own."""
    what: str
    """changed, removed, or added"""


def handed_over(page: Drawable, for_trainers: bool) -> str:
    """A page as plugins are to see it: in the edition, and with the texts of its blocks."""
    return _masked(joined(_pieces(page, for_trainers)))


def taken_back(markdown: str, page: Drawable, for_trainers: bool) -> tuple[str, list[Meddling]]:
    """A page's Markdown with placeholders, of what plugins have made of it, and what they should have left alone.

    If a block isn't as it was, all of the page is as it was.
    """
    own = with_placeholders(page, for_trainers)
    came, meddled = _came(markdown, page, for_trainers)
    if not meddled and came.split() != own.split():
        return came, []
    return own, meddled


def _came(markdown: str, page: Drawable, for_trainers: bool) -> tuple[str, list[Meddling]]:
    meddled = list[Meddling]()
    pieces = list[str]()
    rest = markdown.replace(_MASKED, "{#")
    for number, item in _blocks(page, for_trainers):
        before, opened, after = rest.partition(placeholder("open", number))
        inside, closed, after = after.partition(placeholder("close", number))
        if not (opened and closed):
            meddled.append(Meddling(number, "removed"))
            continue
        pieces += [before, block_piece(number, item, for_trainers)]
        whole = block_piece(number, item, for_trainers, with_phrases=True)
        if whole.split() != f"{opened} {inside} {closed}".split():
            meddled.append(Meddling(number, "changed"))
        rest = after
    pieces.append(rest)
    if not meddled and _has_block(joined(pieces[::2])):
        meddled.append(Meddling(None, "added"))
    return joined(piece.strip("\n") for piece in pieces if piece.strip()), meddled


def _pieces(page: Drawable, for_trainers: bool) -> Iterator[str]:
    for number, item in enumerate(page.flow):
        if isinstance(item, Prose):
            yield str(item.text)
        elif not is_left_out(item, for_trainers):
            yield block_piece(number, item, for_trainers, with_phrases=True)


def _blocks(page: Drawable, for_trainers: bool) -> Iterator[tuple[int, object]]:
    for number, item in enumerate(page.flow):
        if not isinstance(item, Prose) and not is_left_out(item, for_trainers):
            yield number, item


def _has_block(prose: str) -> bool:
    """Whether prose holds a block, or a copy of one that a plugin has been shown."""
    if MARK_OPEN in prose:
        return True
    tree = read_blocks(Source("", tuple(prose.split("\n"))), 1, Problems()) if "///" in prose else None
    return tree is not None and any(isinstance(item, RawBlock) for item in tree.items)


def _masked(markdown: str) -> str:
    """A text in which no name of a heading looks like a comment of Jinja, which nothing closes."""
    return _NAME.sub(_MASKED, markdown)
