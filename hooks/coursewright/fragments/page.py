"""The texts of one page, converted: inline Markdown, attribute lists, footnotes and abbreviations are resolved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE

from coursewright.fragments.collect import texts_of
from coursewright.fragments.placeholders import BLOCK_HOLDER, TEXT_HOLDER
from coursewright.markup.comments import without_comments
from coursewright.markup.context import Drawable
from coursewright.markup.element import Element
from coursewright.text import Phrase, Text

FOOTNOTES = "footnote"
"""The class of the element that holds a page's footnotes."""


class UnknownText(LookupError):
    """Someone asked for a text that isn't written where it was looked for."""

    def __init__(self, text: Text | Phrase, path: str) -> None:
        """Say which text, and where it was looked for."""
        super().__init__(f"{path} has no such text to draw: {_described(text)}")


class NotDrawn(Exception):
    """An author wrote something that nobody drew."""

    def __init__(self, text: Text | Phrase, kind: str) -> None:
        """Say which text, and in what it stands."""
        super().__init__(f"a text of {kind} was not drawn: {_described(text)}")


def _described(text: Text | Phrase) -> str:
    if isinstance(text, Phrase):
        return f"`{text[:60]}`"
    return f"`{text.joined[:60]}` (line {text.line})"


class PageFragments:
    """What conversion has made of the texts of a page. Whoever draws one is given a copy."""

    def __init__(self, page: Drawable, for_trainers: bool) -> None:
        """Prepare for the texts that the page has in an edition; none of them is converted yet."""
        self.path = page.path
        self.footnotes: dict[str, Element] = {}
        """The page's footnotes by their ids, each as an item of a list."""
        self.raw: dict[int, str] = {}
        """The raw HTML in its texts, by the number of Python-Markdown's placeholder for it."""
        self._page, self._for_trainers = page, for_trainers  # keeps the records alive, and with them their ids
        self._texts: dict[int, Element] = {}
        self._phrases: dict[str, Element] = {}

    def take_from(self, root: Element, md: Markdown) -> None:
        """Take the texts out of a page that was just converted."""
        for block in root.iter(BLOCK_HOLDER):
            texts = tuple(texts_of(self._page.flow[int(block.get("data-number", ""))], self._for_trainers))
            for holder in block.findall(TEXT_HOLDER):
                block.remove(holder)
                text = texts[int(holder.get("data-number", ""))]
                if isinstance(text, Phrase):
                    self._phrases.setdefault(text, holder)
                else:
                    self._texts[id(text)] = holder
        if not self._texts and not self._phrases:
            return
        for notes in root.iter("div"):
            if notes.get("class") == FOOTNOTES:
                self.footnotes.update((item.get("id", ""), deepcopy(item)) for item in notes.iterfind("ol/li"))
        if md.htmlStash.html_counter:
            self._take_raw(md)

    def _take_raw(self, md: Markdown) -> None:
        blocks, as_text = md.htmlStash.rawHtmlBlocks, md.postprocessors["raw_html"].stash_to_string  # type: ignore[attr-defined]

        def whole(raw: Element | str) -> str:
            text = without_comments(str(as_text(raw)))
            return HTML_PLACEHOLDER_RE.sub(lambda match: whole(blocks[int(match[1])]), text)

        for holder in (*self._texts.values(), *self._phrases.values(), *self.footnotes.values()):
            for said in strings(holder):
                for match in HTML_PLACEHOLDER_RE.finditer(said):
                    number = int(match[1])
                    self.raw[number] = self.raw.get(number) or whole(blocks[number])

    def text(self, text: Text) -> Element | None:
        """What became of a text; None, if something on its page swallowed it, which is told there."""
        found = self._texts.get(id(text))
        return self._swallowed(text) if found is None else found

    def phrase(self, phrase: Phrase) -> Element | None:
        """The same for a phrase, by its words."""
        found = self._phrases.get(phrase)
        return self._swallowed(phrase) if found is None else found

    def check_drawn(self, item: object, has_drawn: Callable[[Text | Phrase], bool]) -> None:
        """Raise NotDrawn for a text of a block that nobody has drawn."""
        for text in texts_of(item, self._for_trainers):
            if not has_drawn(text):
                raise NotDrawn(text, type(item).__name__)

    def _swallowed(self, wanted: Text | Phrase) -> Element | None:
        """None for a text of the page that nothing became of. Raises UnknownText for one that it doesn't have."""
        for item in self._page.flow:
            for text in texts_of(item, self._for_trainers):
                if text is wanted or (isinstance(text, Phrase) and isinstance(wanted, Phrase) and text == wanted):
                    return None
        raise UnknownText(wanted, self.path)


def strings(root: Element) -> Iterator[str]:
    """All that is written in an element, attributes included."""
    for element in root.iter():
        yield from filter(None, (element.text, element.tail, *element.attrib.values()))


def change_strings(root: Element, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str]) -> None:
    """Replace what a pattern finds in an element, attributes included."""
    for element in root.iter():
        if element.text and pattern.search(element.text):
            element.text = pattern.sub(change, element.text)
        if element.tail and pattern.search(element.tail):
            element.tail = pattern.sub(change, element.tail)
        for name, value in element.attrib.items():
            if pattern.search(value):
                element.set(name, pattern.sub(change, value))
