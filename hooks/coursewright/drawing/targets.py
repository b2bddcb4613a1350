"""What a drawn page links to, loads, and can be linked to, as its own Markdown understood it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlsplit

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from coursewright.fragments.links import Moved, move_links
from coursewright.markup.element import Element
from coursewright.markup.raw_html import FOLLOWED, RawTag, addresses_of, raw_tags

_ESCAPED = re.compile("\x02(\\d{1,6})\x03")
"""A character behind a backslash, as Python-Markdown keeps it until its last step."""


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
        links = self.targets.links
        self._take_anchors(element.tag, element.attrib)
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
        for tag in raw_tags(raw):
            self._take_anchors(tag.name, tag.attributes)
            if not isinstance(raw, Moved):
                self._take_links(tag)

    def _take_anchors(self, tag: str, attributes: Mapping[str, str]) -> None:
        if identity := attributes.get("id"):
            self.targets.anchors.add(identity)
        if tag == "a" and (name := attributes.get("name")):
            self.targets.anchors.add(name)

    def _take_links(self, tag: RawTag) -> None:
        links, values = self.targets.links, tag.attributes
        if tag.name == "img":
            links.append(Link(values.get("src", ""), picture=True, alt=values.get("alt", ""), loaded=True))
        for attribute, address in addresses_of(tag):
            if (tag.name, attribute) != ("img", "src"):
                links.append(Link(address, loaded=attribute not in FOLLOWED.get(tag.name, ())))


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
