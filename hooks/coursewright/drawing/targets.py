"""What a drawn page links to and can be linked to, as its own Markdown understood it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from coursewright.drawing.base import BaseRewriter
from coursewright.markup.element import Element

_RAW_TAG = re.compile(r"<(?P<tag>a|img)\b(?P<attributes>[^>]*)>", re.IGNORECASE)
_RAW_ATTRIBUTE = re.compile(
    r"""\b(?P<name>href|src|alt|id|name)\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)')""", re.IGNORECASE
)
_RAW_ID = re.compile(r"""\bid\s*=\s*["'](?P<id>[^"']+)["']""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture."""

    target: str
    picture: bool = False
    alt: str = ""


@dataclass
class Targets:
    """The links and pictures of a page, its anchors, and the labels that its links may use."""

    links: list[Link] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)


class TargetCollector(Treeprocessor):
    """Collects them after all inline Markdown is drawn, and before a host rewrites addresses."""

    def __init__(self, md: Markdown, base: BaseRewriter) -> None:
        super().__init__(md)
        self.targets = Targets()
        self._base = base

    def run(self, root: Element) -> None:
        """Collect from the page's elements and from the raw HTML between them."""
        links, anchors = self.targets.links, self.targets.anchors
        for element in root.iter():
            if identity := element.get("id"):
                anchors.add(identity)
            if id(element) in self._base.moved:
                continue
            if element.tag == "a":
                if (target := element.get("href")) and "headerlink" not in element.get("class", ""):
                    links.append(Link(target))
                if name := element.get("name"):
                    anchors.add(name)
            elif element.tag == "img":
                links.append(Link(element.get("src", ""), picture=True, alt=element.get("alt", "")))
        for raw in self.md.htmlStash.rawHtmlBlocks:
            if isinstance(raw, str) and "<" in raw:
                self._collect_raw(raw)
        self.targets.labels.update(self.md.references)

    def _collect_raw(self, raw: str) -> None:
        self.targets.anchors.update(match["id"] for match in _RAW_ID.finditer(raw))
        for tag in _RAW_TAG.finditer(raw):
            values = {
                match["name"].lower(): unescape(match["a"] or match["b"] or "")
                for match in _RAW_ATTRIBUTE.finditer(tag["attributes"])
            }
            if tag["tag"].lower() == "img":
                self.targets.links.append(Link(values.get("src", ""), picture=True, alt=values.get("alt", "")))
            elif "href" in values:
                self.targets.links.append(Link(values["href"]))
            if name := values.get("name"):
                self.targets.anchors.add(name)
