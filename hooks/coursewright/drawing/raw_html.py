"""The tags of HTML that stands in a page as its author wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# Both of these take what is left open up to the end of the text: so no character is looked at from two starts.
_TAG = re.compile(
    r"""<(?P<tag>[a-zA-Z][^\s/<>"']*+)(?P<attributes>(?:[^>"']++|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+)(?:>|\Z)"""
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'<>/=]++)(?:\s*+=\s*+(?:"(?P<a>[^"]*+)(?:"|\Z)|'(?P<b>[^']*+)(?:'|\Z)|(?P<c>[^\s"'>]++)))?+"""
)


class RawTag(NamedTuple):
    """An opening tag."""

    name: str
    attributes: dict[str, str]
    """By their names in small letters, as a browser reads them; of two with one name, the first."""


def raw_tags(html: str) -> Iterator[RawTag]:
    """The opening tags in a piece of HTML."""
    for tag in _TAG.finditer(html):
        values: dict[str, str] = {}
        for each in _ATTRIBUTE.finditer(tag["attributes"]):
            values.setdefault(each["name"].lower(), unescape(each["a"] or each["b"] or each["c"] or ""))
        yield RawTag(tag["tag"].lower(), values)
