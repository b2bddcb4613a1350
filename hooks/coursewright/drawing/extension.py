"""The Markdown extension: what conversion has made of a page's texts is kept, and each block is drawn in its place.

How a block or a render job is drawn, the extension is told by a table of renderers.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from coursewright.block import Worksheet
from coursewright.drawing.glossary import TermMarker
from coursewright.drawing.raw_links import RawLinks
from coursewright.drawing.renderer import Renderers, draw_item, level_after
from coursewright.drawing.targets import LinkMover, TargetCollector, Targets
from coursewright.fragments.excerpt import Surface
from coursewright.fragments.page import PageFragments
from coursewright.fragments.placeholders import BLOCK_HOLDER, with_placeholders
from coursewright.fragments.prettify import open_block, prettify
from coursewright.fragments.store import CONVERTED, ConvertedAhead, Fragments, register_reader
from coursewright.markup.comments import CommentRemover
from coursewright.markup.context import Drawable, Edition, RenderContext
from coursewright.markup.element import Element
from coursewright.model import Course
from coursewright.print_jobs import PrintJob
from coursewright.words import Words

_CONVERTED_AHEAD = "Converted ahead."
"""What is converted in the place of a page that was converted ahead."""


class CourseExtension(Extension):
    """The Markdown extension of a build. Set ``page`` before each conversion, and convert its ``marked_markdown``."""

    def __init__(
        self, course: Course, words: Words, edition: Edition, renderers: Renderers, fragments: Fragments | None = None
    ) -> None:
        super().__init__()
        self.course, self.words, self.edition, self.renderers = course, words, edition, renderers
        self.fragments = fragments or Fragments(course, edition)
        self.page: Drawable | None = None
        self.address: Callable[[str], str] = lambda _path: ""
        """Where a page is on the web, by its path; to be set where the site has an address."""
        self.leading: Callable[[str, str], str | None] = lambda _page, _path: None
        """How a page of the site leads to a file, by the paths of both; to be set by the host."""
        self.print_jobs: Mapping[str, Sequence[PrintJob]] = {}
        """The files of each sheet, by its id; to be set where pages are to link to them."""
        self.too_deep = False
        """Whether the page converted last is nested so deeply that it could not be drawn."""
        self.catch: Callable[[Exception], None] | None = None
        """Takes what nobody expected while a page was converted; without it, such an exception goes its way."""
        self.ahead: ConvertedAhead | None = None
        """What the page that is converted became when it was converted ahead, if it was."""
        # Other plugins have Markdown objects of their own, with this extension in them: these are of the one at work.
        self._collector: TargetCollector | None = None
        self._md: Markdown
        self._convert: Callable[[str], str]

    def marked_markdown(self, page: Drawable) -> str:
        """A page's Markdown in the edition, with placeholders where blocks stood."""
        return with_placeholders(page, self.fragments.for_trainers)

    @property
    def targets(self) -> Targets:
        """What the page converted last links to and can be linked to."""
        return self._collector.targets if self._collector else Targets()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the drawing where a page is converted, and the collecting after headings' ids."""
        mover = LinkMover(md, self.folder)
        collector = TargetCollector(md, mover)
        convert = md.convert

        def watched(source: str) -> str:
            self._collector, self._md, self._convert = collector, md, convert
            return self.watched(source)

        md.convert = watched  # type: ignore[method-assign]
        register_reader(md, lambda: self.page, self.fragments.for_trainers)
        md.treeprocessors.register(_BlockDrawing(md, self), *CONVERTED)
        terms = TermMarker(md, self.course.glossary, lambda: self.page)
        md.treeprocessors.register(terms, "coursewright-terms", 4)
        md.treeprocessors.register(CommentRemover(md), "coursewright-comments", 3)
        md.treeprocessors.register(mover, "coursewright-base", 2)
        md.treeprocessors.register(collector, "coursewright-targets", 1)
        md.treeprocessors.register(RawLinks(md, self.folder, self._lead), "coursewright-raw-links", 0.5)

    def files(self, page: Drawable, sheet: Worksheet) -> list[tuple[str, str]]:
        """The files of a sheet: what to call each, and the link to it from its page."""
        folder = page.path.rpartition("/")[0]
        return [
            (self.words.of(f"paper.{each.form}", paper=each.paper.label), posixpath.relpath(each.path, folder or "."))
            for each in self.print_jobs.get(f"{page.id}/{sheet.name}", ())
        ]

    def folder(self) -> str:
        """The folder of the page that is converted, from which its links lead."""
        return self.page.path.rpartition("/")[0] if self.page else ""

    def _lead(self, path: str) -> str | None:
        return self.leading(self.page.path, path) if self.page else None

    def watched(self, source: str) -> str:
        """Convert a page; nesting that is too deep for Python-Markdown is a mistake and no traceback."""
        self.too_deep = False
        self.ahead = self.fragments.ahead(self.page.path, source) if self.page else None
        try:
            return self._converted(source)
        except RecursionError:
            self.too_deep = True
        except Exception as error:  # from here, or from any other extension
            if self.catch is None:
                raise
            self.catch(error)
        if self.page:
            self.fragments.give_up(self.page)
        return ""

    def _converted(self, source: str) -> str:
        if self.ahead is None:
            html = self._convert(source)
        else:
            self._collect_from(source, self.ahead.markdown)
            html = self._convert(_CONVERTED_AHEAD)
        if self.page:
            self.fragments.release(self.page.path)
        return html

    def _collect_from(self, source: str, other: Markdown) -> None:
        """Show a source that another Markdown has converted to what collects something from sources in this one."""
        known = {type(each) for each in other.preprocessors}
        for preprocessor in self._md.preprocessors:
            if type(preprocessor) not in known:
                preprocessor.run(source.split("\n"))


class _BlockDrawing(Treeprocessor):
    """Keeps the texts of a converted page, and draws each of its blocks in its place."""

    def __init__(self, md: Markdown, extension: CourseExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        """Draw the blocks of a page."""
        whole, page = self._extension, self._extension.page
        if page is None:
            return
        if whole.ahead is None:
            fragments = whole.fragments.take(page, root, self.md)
        else:
            self._go_on_from(whole.ahead, root)
            fragments = whole.fragments.of(page.path)
        surface = Surface(root, self.md.htmlStash, whole.folder(), whole.fragments.of, on_paper=False)
        found = [(parent, each) for parent in root.iter() for each in parent if each.tag == BLOCK_HOLDER]
        for around, holder in found:
            self._draw(around, holder, page, fragments, surface)

    def _go_on_from(self, ahead: ConvertedAhead, root: Element) -> None:
        root.text, root[:] = ahead.root.text, list(ahead.root)
        self.md.htmlStash = ahead.markdown.htmlStash
        self.md.references.update(ahead.markdown.references)

    def _draw(
        self, parent: Element, holder: Element, page: Drawable, fragments: PageFragments, surface: Surface
    ) -> None:
        whole, place = self._extension, list(parent).index(holder)
        texts = surface.texts(fragments)
        context = RenderContext(
            page=page,
            course=whole.course,
            words=whole.words,
            edition=whole.edition,
            level=level_after(parent[:place]),
            texts=texts,
            texts_of=surface.excerpt,
            files=partial(whole.files, page),
            address=whole.address,
        )
        drawn, item = ElementTree.Element("div"), page.flow[int(holder.get("data-number", ""))]
        draw_item(drawn, item, whole.renderers, context)
        fragments.check_drawn(item, texts.has_drawn)
        surface.finish()
        for element in drawn:
            prettify(element, self.md.is_block_level)
        parent[place : place + 1] = list(drawn)
        open_block(parent, self.md.is_block_level)
