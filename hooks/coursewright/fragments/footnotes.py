"""Footnotes that only what an edition leaves out refers to are left out, too: they may say what a note says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor

from coursewright.fragments.collect import texts_of
from coursewright.fragments.page import strings
from coursewright.fragments.placeholders import CurrentPage
from coursewright.markup.context import Drawable
from coursewright.markup.element import Element

BEFORE_FOOTNOTES = ("coursewright-footnotes", 55)
"""The name and the priority of the tree processor: the host's own footnotes are added at 50."""

_REFERENCE = re.compile(r"\[\^([^\[\]]*+)\]")


class FootnoteRemover(Treeprocessor):
    """Takes definitions of footnotes out of the learner's edition before they become the end of a page."""

    def __init__(self, md: Markdown, page: CurrentPage) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: Element) -> None:
        """Remove those that trainers' texts refer to, and nothing else does."""
        page = self._page()
        for extension in self.md.registeredExtensions if page else ():
            if page and isinstance(extension, FootnoteExtension) and extension.footnotes:
                notes: dict[str, str] = extension.footnotes
                for label in _reached(_of_trainers(page), notes) - _reached(strings(root), notes):
                    del notes[label]


def _of_trainers(page: Drawable) -> Iterable[str]:
    return (str(text) for item in page.flow for text in texts_of(item, for_trainers=True))


def _reached(texts: Iterable[str], notes: Mapping[str, str]) -> set[str]:
    """The footnotes that texts refer to, and those that these refer to."""
    reached = set[str]()
    waiting = list(texts)
    while waiting:
        for label in _REFERENCE.findall(waiting.pop()):
            if label in notes and label not in reached:
                reached.add(label)
                waiting.append(notes[label])
    return reached
