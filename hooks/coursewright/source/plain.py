"""The words of a piece of Markdown, as they are read aloud."""

from __future__ import annotations

import re

from coursewright.source.enclosed import without_enclosed
from coursewright.source.lines import CODE_SPAN

_COMMENT = {"<!--": "-->"}
_MARKUP = (
    (re.compile(r"<((?:https?://|[^<>\s!@]++@)[^<>\s@]++)>"), r"\1"),
    (re.compile(r"\[\^[^\[\]]+\]"), ""),
    (re.compile(r"!?\[([^\[\]]*+)\](?:\((?:[^()]++|\([^()]*+\))*+\)|\[[^\[\]]*+\])"), r"\1"),
    # A run of underscores is a gap. To any end, the square of a line would be the price.
    (re.compile(r"(\*{1,3}(?!\*)|(?<!\w)_{1,3}(?!_))(\S(?:.{0,300}?\S)?)\1"), r"\2"),
    (re.compile(r"^[^\S\n]*+[-+*>]\s++", re.MULTILINE), ""),
)
"""Markdown that is not read aloud, and what stays of it."""


def plain(markdown: str) -> str:
    """The words of a piece of Markdown on one line, without a colon at the end: a field's label."""
    # Code is read aloud as it stands; all else loses its marks.
    pieces = CODE_SPAN.split(markdown)
    codes = [match.group().strip("`") for match in CODE_SPAN.finditer(markdown)]
    words = [_without_marks(piece) for piece in pieces[:: CODE_SPAN.groups + 1]]
    joined = "".join(word + code for word, code in zip(words, [*codes, ""], strict=True))
    return " ".join(joined.split()).rstrip(":").strip()


def _without_marks(markdown: str) -> str:
    markdown = without_enclosed(markdown, _COMMENT, "")
    for pattern, kept in _MARKUP:
        markdown = pattern.sub(kept, markdown)
    return markdown
