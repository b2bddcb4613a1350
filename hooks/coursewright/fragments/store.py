"""The texts of all pages, converted once a build.

A host converts each page when its turn comes. A page that shows a text of another page (a question that is asked again,
a run sheet, a printed document) takes it from here; if that page's turn is still to come, it is converted ahead, and
the host goes on from there when its turn has come.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from coursewright.block import Review
from coursewright.fragments.footnotes import BEFORE_FOOTNOTES, FootnoteRemover
from coursewright.fragments.page import PageFragments
from coursewright.fragments.placeholders import CurrentPage, PlaceholderReader, with_placeholders
from coursewright.markup.context import Drawable, Edition
from coursewright.markup.element import Element
from coursewright.model import Course

MakeMarkdown = Callable[[Extension], Markdown]
"""Makes the host's Markdown with an extension of ours, in the place of the one that draws its pages."""

CONVERTED = ("coursewright-draw", 5.5)
"""The name and the priority of the tree processor that finds a page converted.

Attribute lists and abbreviations are resolved by then; the list of headings is still to be made, and links to be
turned into addresses.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertedAhead:
    """A page converted before its turn."""

    source: str
    root: Element
    markdown: Markdown
    """What converted it. Nobody uses it again, so that its raw HTML and its labels are still there."""


class Fragments:
    """The converted texts of each page, by its path."""

    def __init__(self, course: Course, edition: Edition, *, keeps_all: bool = True) -> None:
        """Prepare for a build; nothing is converted yet.

        Args:
            course: The course.
            edition: Whose edition is built.
            keeps_all: Whether the texts of all pages are shown elsewhere, too: on other pages, or on paper. Else only
                those of lessons whose questions are asked again.
        """
        self.for_trainers = edition == "trainer"
        self.make_markdown: MakeMarkdown | None = None
        """To be set by the host, where pages can be asked for out of turn."""
        self._course = course
        self._kept = None if keeps_all else frozenset(_asked_again(course))
        self._pages: dict[str, PageFragments] = {}
        self._ahead: dict[str, ConvertedAhead] = {}
        self._lock = threading.RLock()  # a server prints in other threads than the one in which it builds

    def of(self, path: str) -> PageFragments:
        """The texts of a page."""
        with self._lock:
            return self._pages.get(path) or self._convert_ahead(path)

    def take(self, page: Drawable, root: Element, md: Markdown) -> PageFragments:
        """Take the texts out of a page that was just converted."""
        fragments = PageFragments(page, self.for_trainers)
        fragments.take_from(root, md)
        self._pages[page.path] = fragments
        return fragments

    def give_up(self, page: Drawable) -> None:
        """Keep no texts of a page that can't be converted, which is told where that happened."""
        self._pages[page.path] = PageFragments(page, self.for_trainers)

    def release(self, path: str) -> None:
        """Forget the texts of a page that is drawn, unless they are used later."""
        if self._kept is not None and path not in self._kept:
            self._pages.pop(path, None)

    def ahead(self, path: str, source: str) -> ConvertedAhead | None:
        """What a page became that was converted ahead, once; None, if the host converts another text."""
        found = self._ahead.pop(path, None)
        return found if found and found.source == source else None

    def _convert_ahead(self, path: str) -> PageFragments:
        page = self._course.page(path)
        if page is None:
            raise LookupError(f"the course has no page {path}")
        if self.make_markdown is None:
            raise LookupError(f"{path} isn't converted yet")
        source = with_placeholders(page, self.for_trainers)
        md = self.make_markdown(_Reading(page, self.for_trainers))
        try:
            root = converted(md, source)
        except RecursionError:  # told when the page's turn comes
            self.give_up(page)
        else:
            self._ahead[path] = ConvertedAhead(source=source, root=root, markdown=md)
            self.take(page, root, md)
        return self._pages[path]


def _asked_again(course: Course) -> Iterator[str]:
    """The pages of lessons whose questions are asked again."""
    for item in (item for page in course.every_page() for item in page.flow):
        if isinstance(item, Review) and (lesson := course.lesson(item.lesson)):
            yield lesson.path


def converted(md: Markdown, source: str) -> Element:
    """The tree of a source when it is converted, and not yet finished."""
    lines = source.split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    root = md.parser.parseDocument(lines).getroot()
    assert root is not None
    for treeprocessor in md.treeprocessors:
        if treeprocessor is md.treeprocessors[CONVERTED[0]]:
            break
        changed = treeprocessor.run(root)
        root = root if changed is None else changed
    return root


class _Reading(Extension):
    """Finds the texts of a page, and draws nothing."""

    def __init__(self, page: Drawable, for_trainers: bool) -> None:
        super().__init__()
        self._page, self._for_trainers = page, for_trainers

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        register_reader(md, lambda: self._page, self._for_trainers)
        md.treeprocessors.register(Treeprocessor(md), *CONVERTED)


def register_reader(md: Markdown, page: CurrentPage, for_trainers: bool) -> None:
    """Let a Markdown find the placeholders of blocks, before lists and code, and leave out what the edition does."""
    md.parser.blockprocessors.register(PlaceholderReader(md.parser, page, for_trainers), "coursewright", 200)
    if not for_trainers:
        md.treeprocessors.register(FootnoteRemover(md, page), *BEFORE_FOOTNOTES)
