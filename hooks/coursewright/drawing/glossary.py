"""The terms of the glossary where a page first uses them, each with what it means."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from coursewright.markup.context import Drawable
from coursewright.markup.element import Element
from coursewright.model import Lesson, Module
from coursewright.reference import Term

_SPEAKING = {"p", "li", "td", "dd", "em", "strong"}
"""Elements whose own text is read as prose."""
_LEFT_ALONE = {
    *("a", "abbr", "button", "code", "pre", "svg", "template"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "th", "dt", "label", "legend", "fieldset", "form"),
    *("self-check", "work-sheet", "trainer-note"),
}
"""Elements in which no term is marked: a link has its own meaning, and a question must not be answered by a tip."""


class TermMarker(Treeprocessor):
    """Marks each term once on a page of the course that a learner reads."""

    def __init__(self, md: Markdown, terms: tuple[Term, ...], page: Callable[[], Drawable | None]) -> None:
        super().__init__(md)
        self._page = page
        self._terms = {form.casefold(): term for term in terms for form in term.forms}
        self._pattern = Term(tuple(self._terms), "").pattern if terms else None

    def run(self, root: Element) -> None:
        """Mark the terms of a page."""
        if self._pattern and isinstance(self._page(), Lesson | Module):
            self._mark(root, set())

    def _mark(self, element: Element, seen: set[str]) -> None:
        if element.tag in _LEFT_ALONE:
            return
        speaks = element.tag in _SPEAKING
        if speaks and element.text:
            text, found = self._split(element.text, seen)
            element.text = text
            for place, mark in enumerate(found):
                element.insert(place, mark)
        for child in list(element):
            self._mark(child, seen)
            if speaks and child.tail and child.tag != "abbr":
                text, found = self._split(child.tail, seen)
                child.tail = text
                at = list(element).index(child) + 1
                for place, mark in enumerate(found):
                    element.insert(at + place, mark)

    def _split(self, text: str, seen: set[str]) -> tuple[str, list[Element]]:
        """What stands before the first term that is new, and the marks of new terms, each with what follows it."""
        assert self._pattern
        before, marks, at = text, list[Element](), 0
        for match in self._pattern.finditer(text):
            term = self._terms[match[0].casefold()]
            if term.name in seen:
                continue
            seen.add(term.name)
            between = text[at : match.start()]
            if marks:
                marks[-1].tail = between
            else:
                before = between
            mark = ElementTree.Element("abbr", {"tabindex": "0", "title": term.meaning})
            mark.text = match[0]
            marks.append(mark)
            at = match.end()
        if marks:
            marks[-1].tail = text[at:]
        return before, marks
