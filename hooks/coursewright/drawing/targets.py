"""What a drawn page links to, loads, and can be linked to, as its own Markdown understood it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from types import MappingProxyType
from urllib.parse import urlsplit

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from coursewright.drawing.raw_html import raw_tags
from coursewright.fragments.links import move_links
from coursewright.markup.element import Element

_ESCAPED = re.compile("\x02(\\d{1,6})\x03")
"""A character behind a backslash, as Python-Markdown keeps it until its last step."""

_FOLLOWED: Mapping[str, tuple[str, ...]] = MappingProxyType({"a": ("href",), "area": ("href",), "form": ("action",)})
"""Attributes with an address that a reader goes to, by the tags that have them."""
_LOADED: Mapping[str, tuple[str, ...]] = MappingProxyType(
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


@dataclass(frozen=True, slots=True)
class Link:
    """A link, a picture, or something else that the page loads."""

    target: str
    picture: bool = False
    alt: str = ""
    loaded: bool = False
    """Whether the page loads it by itself, as it does a picture."""


@dataclass
class Targets:
    """The links and pictures of a page, its anchors, and the labels that its links may use."""

    links: list[Link] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)


class LinkMover(Treeprocessor):
    """Lets links of excerpts lead where they led on their own page, before links are collected and made addresses."""

    def __init__(self, md: Markdown, folder: Callable[[], str]) -> None:
        super().__init__(md)
        self._folder = folder
        self.moved: set[int] = set()
        """The elements whose links were rewritten; a mistake in one of them is told where it was written."""

    def run(self, root: Element) -> None:
        """Rewrite the links inside every element with a base."""
        self.moved.update(map(id, move_links(root, self._folder())))


class TargetCollector(Treeprocessor):
    """Collects them after all inline Markdown is drawn, and before a host rewrites addresses."""

    def __init__(self, md: Markdown, mover: LinkMover) -> None:
        super().__init__(md)
        self.targets = Targets()
        self._mover = mover

    def run(self, root: Element) -> None:
        """Collect from the page's elements and from the raw HTML between them."""
        for element in root.iter():
            self._collect(element)
        for raw in self.md.htmlStash.rawHtmlBlocks:
            if not isinstance(raw, str):
                for element in raw.iter():
                    self._collect(element)
            elif "<" in raw:
                self._collect_raw(raw)
        self.targets.labels.update(self.md.references)

    def _collect(self, element: Element) -> None:
        links, anchors = self.targets.links, self.targets.anchors
        if identity := element.get("id"):
            anchors.add(identity)
        if element.tag == "a" and (name := element.get("name")):
            anchors.add(name)
        known = id(element) not in self._mover.moved
        for attribute in ("href", "src"):
            if (target := element.get(attribute)) is not None:
                target = as_read(target)
                if known and element.tag == "a" and "headerlink" not in element.get("class", ""):
                    links.append(Link(target))
                elif known and element.tag == "img":
                    links.append(Link(target, picture=True, alt=element.get("alt", ""), loaded=True))
                if not _can_be_parsed(target):  # a host that tries would fail; the mistake is told
                    element.set(attribute, "#")

    def _collect_raw(self, raw: str) -> None:
        links, anchors = self.targets.links, self.targets.anchors
        for tag in raw_tags(raw):
            values = tag.attributes
            if identity := values.get("id"):
                anchors.add(identity)
            if tag.name == "a" and (name := values.get("name")):
                anchors.add(name)
            if tag.name == "img":
                links.append(Link(values.get("src", ""), picture=True, alt=values.get("alt", ""), loaded=True))
            for attribute in _FOLLOWED.get(tag.name, ()):
                if attribute in values:
                    links.append(Link(values[attribute]))
            links.extend(Link(target, loaded=True) for target in _loaded(tag.name, values))


def _loaded(tag: str, values: Mapping[str, str]) -> Iterator[str]:
    """The addresses from which an element loads something, that of a picture aside."""
    for attribute in _LOADED.get(tag, ()):
        if attribute == "srcset":
            yield from (each.split()[0] for each in _SETS.split(values.get(attribute, "")) if each.strip())
        elif attribute in values and (tag, attribute) != ("img", "src"):
            yield values[attribute]
    yield from _STYLE_ADDRESS.findall(values.get("style", ""))


def as_read(target: str) -> str:
    """An address as it will stand on the page, of one that Python-Markdown has not finished."""
    if AMP_SUBSTITUTE in target:  # how it writes a mail address, character by character
        return unescape(target.replace(AMP_SUBSTITUTE, "&"))
    return _ESCAPED.sub(lambda match: chr(int(match[1])), target)


def _can_be_parsed(target: str) -> bool:
    try:
        urlsplit(target)
    except ValueError:
        return False
    return True
