"""A section of a document as HTML, drawn of the texts that the site's pages were converted to.

Pages and documents are converted with the same settings. What differs is made here, on the drawn tree: links lead to
the site or nowhere, pictures are named for the printer, tabs stand under one another, and footnotes lead nowhere back.
"""

from __future__ import annotations

import posixpath
from xml.etree import ElementTree

from markdown import Markdown

from coursewright.drawing.paper_links import Address, lead_to_site, raw_lead_to_site
from coursewright.drawing.renderer import draw_item, level_after
from coursewright.fragments.excerpt import Surface
from coursewright.fragments.links import move_links
from coursewright.fragments.prettify import open_block, prettify
from coursewright.fragments.store import Fragments
from coursewright.markup.context import Edition, RenderContext
from coursewright.markup.element import Element
from coursewright.model import Course
from coursewright.paper.jobs import PAPER, PrintedPage
from coursewright.words import Words

_WITH_IDS = ("id", "for", "aria-labelledby")
"""Attributes that hold ids of the same section."""


class SectionDrawing:
    """Draws the sections of the documents of an edition."""

    def __init__(self, course: Course, words: Words, fragments: Fragments, address: Address) -> None:
        """Prepare to draw; the arguments are those of a typesetter."""
        self._course, self._words, self._fragments, self._address = course, words, fragments, address
        self._markdown = Markdown()  # it converts nothing: it only writes

    def html(self, page: PrintedPage, edition: Edition) -> str:
        """A section."""
        md, root = self._markdown.reset(), ElementTree.Element("div")
        folder = posixpath.dirname(page.path)
        surface = Surface(root, md.htmlStash, folder, self._fragments.of, on_paper=True)
        texts = surface.excerpt(root, page.path)
        for item in page.flow:
            context = RenderContext(
                page=page,
                course=self._course,
                words=self._words,
                edition=edition,
                level=level_after(root),
                texts=texts,
                texts_of=surface.excerpt,
            )
            draw_item(root, item, PAPER, context)
        surface.finish()
        for element in root:
            prettify(element, md.is_block_level)
        open_block(root, md.is_block_level)
        _name(root, page.name)
        for _moved in move_links(root, folder):
            pass
        md.treeprocessors["unescape"].run(root)
        lead_to_site(root, page.path, self._address)
        stash = md.htmlStash.rawHtmlBlocks
        stash[:] = [raw_lead_to_site(str(raw), page.path, self._address) for raw in stash]
        return self._written(root)

    def _written(self, root: Element) -> str:
        md = self._markdown
        html = "".join(md.serializer(element) for element in root)
        for postprocessor in md.postprocessors:
            html = postprocessor.run(html)
        return html.strip()


def _name(root: Element, name: str) -> None:
    """Let all ids begin with the name of the section, and what leads to them."""
    for element in root.iter():
        for attribute in _WITH_IDS:
            if value := element.get(attribute):
                element.set(attribute, " ".join(f"{name}.{each}" for each in value.split()))
        if element.get("class") == "footnote-ref":
            element.set("href", f"#{name}.{element.get('href', '').removeprefix('#')}")
