"""The Markdown extension: a page's Markdown with marks where blocks stood, and each block drawn at its mark.

How a block or a render job is drawn, the extension is told by a table of renderers.

The Markdown inside a block stays in the page's text, between the marks of its parts, so that code fences, links,
footnotes and abbreviations in it resolve as everywhere on the page. One-line texts (answers, labels, cells) go straight
from the model into their elements, where the page's inline Markdown finds them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

from coursewright.block import Worksheet
from coursewright.drawing.base import BaseRewriter
from coursewright.drawing.comments import CommentRemover
from coursewright.drawing.glossary import TermMarker
from coursewright.drawing.renderer import Renderers
from coursewright.drawing.targets import TargetCollector, Targets
from coursewright.markup.context import Drawable, Edition, Scene
from coursewright.markup.element import Element
from coursewright.model import Course
from coursewright.prints import Print
from coursewright.source.source import MARK_CLOSE, MARK_OPEN
from coursewright.text import Prose
from coursewright.words import Words

_MARK = re.compile(f"{MARK_OPEN}(?P<word>open|part|close) (?P<number>\\d++) ?(?P<label>[a-z0-9-]*){MARK_CLOSE}")
_TAG = re.compile(r"<[^<>]+>")
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def left_over(html: str) -> list[int]:
    """The places in a page's flow of blocks of which a mark was not drawn, because something swallowed it.

    -1 stands for a mark that is left but cannot be read.
    """
    if MARK_OPEN not in html:
        return []
    # Highlighting puts tags between the letters of a mark; broken HTML makes a mark look like a part of a tag.
    seen = {int(match["number"]) for text in (html, _TAG.sub("", html)) for match in _MARK.finditer(text)}
    return sorted(seen) or [-1]


def _mark(word: str, number: int, label: str = "") -> str:
    return f"{MARK_OPEN}{word} {number} {label}".rstrip() + MARK_CLOSE


class CourseExtension(Extension):
    """The Markdown extension of a build. Set ``page`` before each conversion, and convert its ``marked_markdown``."""

    def __init__(self, course: Course, words: Words, edition: Edition, renderers: Renderers) -> None:
        super().__init__()
        self.course, self.words, self.edition, self.renderers = course, words, edition, renderers
        self.page: Drawable | None = None
        self.address: Callable[[str], str] = lambda _path: ""
        """Where a page is on the web, by its path; to be set where the site has an address."""
        self.prints: Mapping[str, Sequence[Print]] = {}
        """The files of each sheet, by its id; to be set where pages are to link to them."""
        self.too_deep = False
        """Whether the page converted last is nested so deeply that it could not be drawn."""
        self.catch: Callable[[Exception], None] | None = None
        """Takes what nobody expected while a page was converted; without it, such an exception goes its way."""
        self._collector: TargetCollector | None = None

    def marked_markdown(self, page: Drawable) -> str:
        """A page's Markdown in the edition: what the edition does not show is not in it."""
        pieces: list[str] = []
        for number, item in enumerate(page.flow):
            if isinstance(item, Prose):
                pieces.append(str(item.text))
                continue
            renderer = self.renderers[type(item)]
            if self.edition == "learner" and renderer.only_trainers:
                continue
            pieces.append(_mark("open", number))
            for label, text in renderer.parts(item, self.course, self.edition):
                pieces += [_mark("part", number, label), str(text)]
            pieces.append(_mark("close", number))
        return "\n\n".join(pieces) + "\n"

    @property
    def targets(self) -> Targets:
        """What the page converted last links to and can be linked to."""
        return self._collector.targets if self._collector else Targets()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the drawing before lists and code, and the collecting after inline Markdown and headings' ids."""
        base = BaseRewriter(md, self._folder)
        self._collector = TargetCollector(md, base)
        self._convert = md.convert
        md.convert = self.watched  # type: ignore[method-assign]
        md.parser.blockprocessors.register(_BlockDrawing(md.parser, self), "coursewright", 200)
        terms = TermMarker(md, self.course.glossary, lambda: self.page)
        md.treeprocessors.register(terms, "coursewright-terms", 4)
        md.treeprocessors.register(CommentRemover(md), "coursewright-comments", 3)
        md.treeprocessors.register(base, "coursewright-base", 2)
        md.treeprocessors.register(self._collector, "coursewright-targets", 1)

    def files(self, page: Drawable, sheet: Worksheet) -> list[tuple[str, str]]:
        """The files of a sheet: what to call each, and the link to it from its page."""
        folder = page.path.rpartition("/")[0]
        return [
            (self.words.of(f"paper.{each.form}", paper=each.paper.label), posixpath.relpath(each.path, folder or "."))
            for each in self.prints.get(f"{page.id}/{sheet.name}", ())
        ]

    def _folder(self) -> str:
        return self.page.path.rpartition("/")[0] if self.page else ""

    def watched(self, source: str) -> str:
        """Convert a page; nesting that is too deep for Python-Markdown is a mistake and no traceback."""
        self.too_deep = False
        try:
            return self._convert(source)
        except RecursionError:
            self.too_deep = True
        except Exception as error:  # from here, or from any other extension
            if self.catch is None:
                raise
            self.catch(error)
        return ""


class _BlockDrawing(BlockProcessor):
    def __init__(self, parser: Any, extension: CourseExtension) -> None:
        super().__init__(parser)
        self.extension = extension

    def test(self, parent: Element, block: str) -> bool:
        return block.startswith(f"{MARK_OPEN}open")

    def run(self, parent: Element, blocks: list[str]) -> bool:
        page = self.extension.page
        opening = _MARK.fullmatch(blocks[0].strip())
        closing = _mark("close", int(opening["number"])) if opening else ""
        if page is None or opening is None or closing not in (block.strip() for block in blocks):
            return False
        blocks.pop(0)
        parts: dict[str, list[str]] = {}
        current: list[str] = []
        while (block := blocks.pop(0)).strip() != closing:
            mark = _MARK.fullmatch(block.strip())
            if mark:
                current = parts.setdefault(mark["label"], [])
            else:
                current.append(block)
        self._draw(parent, page, int(opening["number"]), parts)
        return True

    def _draw(self, parent: Element, page: Drawable, number: int, parts: dict[str, list[str]]) -> None:
        def parse(element: ElementTree.Element, label: str) -> None:
            self.parser.parseBlocks(element, parts.get(label, []))

        level = 3 if any(element.tag in _HEADINGS for element in parent) else 2
        item, whole = page.flow[number], self.extension
        scene = Scene(
            page, whole.course, whole.words, whole.edition, level, parse, partial(whole.files, page), whole.address
        )
        whole.renderers[type(item)].draw(parent, item, scene)
