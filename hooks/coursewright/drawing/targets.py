"""What a drawn page links to and can be linked to, as its own Markdown understood it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from coursewright.drawing.base import BaseRewriter
from coursewright.markup.element import Element


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
        tags = _RawTags()
        tags.feed(raw)
        for tag, values in tags.found:
            if identity := values.get("id"):
                self.targets.anchors.add(identity)
            if tag == "img":
                self.targets.links.append(Link(values.get("src", ""), picture=True, alt=values.get("alt", "")))
            elif tag == "a" and "href" in values:
                self.targets.links.append(Link(values["href"]))
            if tag in ("a", "img") and (name := values.get("name")):
                self.targets.anchors.add(name)


class _RawTags(HTMLParser):
    """The tags of a piece of raw HTML, with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
