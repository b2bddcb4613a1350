"""The tags of HTML that stands in a page as its author wrote it, and the addresses in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape, unescape
from types import MappingProxyType
from typing import NamedTuple

# Both of these take what is left open up to the end of the text: so no character is looked at from two starts.
_TAG = re.compile(
    r"""<(?P<tag>[a-zA-Z][^\s/<>"']*+)(?P<attributes>(?:[^>"']++|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+)(?:>|\Z)"""
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'<>/=]++)(?:\s*+=\s*+(?:"(?P<a>[^"]*+)(?:"|\Z)|'(?P<b>[^']*+)(?:'|\Z)|(?P<c>[^\s"'>]++)))?+"""
)

FOLLOWED: Mapping[str, tuple[str, ...]] = MappingProxyType({"a": ("href",), "area": ("href",), "form": ("action",)})
"""Attributes with an address that a reader goes to, by the tags that have them."""
LOADED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "img": ("src", "srcset"),
        "source": ("src", "srcset"),
        "video": ("src", "poster"),
        "audio": ("src",),
        "track": ("src",),
        "iframe": ("src",),
        "frame": ("src",),
        "embed": ("src",),
        "object": ("data",),
        "script": ("src",),
        "link": ("href",),
        "input": ("src",),
        "image": ("href", "xlink:href"),
        "use": ("href", "xlink:href"),
    }
)
"""Attributes with an address from which the page itself loads something."""
_SETS = re.compile(r",\s+")
"""Between the pictures of a ``srcset``."""
_STYLE_ADDRESS = re.compile(r"""url\(\s*+["']?([^"')\s]*+)""", re.IGNORECASE)


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
            values.setdefault(each["name"].lower(), _value(each))
        yield RawTag(tag["tag"].lower(), values)


def addresses_of(tag: RawTag) -> Iterator[tuple[str, str]]:
    """The addresses in a tag, each with the attribute that holds it."""
    for attribute in _attributes_with_addresses(tag.name):
        if attribute in tag.attributes:
            value = tag.attributes[attribute]
            for each in _SETS.split(value) if attribute == "srcset" else [value]:
                if attribute != "srcset":
                    yield attribute, each
                elif each.strip():
                    yield attribute, each.split()[0]
    yield from (("style", address) for address in _STYLE_ADDRESS.findall(tag.attributes.get("style", "")))


def with_addresses(html: str, change: Callable[[str, str], str | None]) -> str:
    """HTML with other addresses.

    Args:
        html: A piece of it.
        change: Is handed the name of a tag and an address in it, and gives what is to stand there; None, to take the
            attribute out.
    """

    def changed(tag: re.Match[str]) -> str:
        name = tag["tag"].lower()
        wanted = _attributes_with_addresses(name)
        if not wanted:
            return tag[0]
        attributes = _ATTRIBUTE.sub(lambda each: _changed(each, name, wanted, change), tag["attributes"])
        return html[tag.start() : tag.start("attributes")] + attributes + html[tag.end("attributes") : tag.end()]

    return _TAG.sub(changed, html)


def _changed(
    attribute: re.Match[str], tag: str, wanted: tuple[str, ...], change: Callable[[str, str], str | None]
) -> str:
    name, value = attribute["name"], _value(attribute)
    if name.lower() not in wanted:
        return attribute[0]
    if name.lower() == "srcset":
        sets = (each.split() for each in _SETS.split(value) if each.strip())
        new: str | None = ", ".join(" ".join([change(tag, first) or "", *rest]) for first, *rest in sets)
    else:
        new = change(tag, value)
    if new is None:
        return ""
    return attribute[0] if new == value else f'{name}="{escape(new)}"'


def _value(attribute: re.Match[str]) -> str:
    return unescape(attribute["a"] or attribute["b"] or attribute["c"] or "")


def _attributes_with_addresses(tag: str) -> tuple[str, ...]:
    return (*FOLLOWED.get(tag, ()), *LOADED.get(tag, ()))
