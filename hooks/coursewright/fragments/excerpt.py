"""Texts drawn on a page or a document, from copies of what conversion has made of them.

On the page on which they were written they stand as they are. What is drawn elsewhere is an excerpt: its ids may not
meet others there, its raw HTML comes along, its links still lead from where they were written (``links``), and the
footnotes that it refers to stand at its end, counted from 1.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy

from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.util import HTML_PLACEHOLDER_RE, HtmlStash

from coursewright.fragments.links import ATTRIBUTE, moved_raw
from coursewright.fragments.page import FOOTNOTES, PageFragments, change_strings
from coursewright.markup.element import Element, add
from coursewright.text import Phrase, Text

_REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list")
"""Attributes that hold ids of other elements in the same text."""
_GROUP = "__tabbed_"
"""What the names of tabs begin with: those of one name switch one another."""
_NUMBER = re.compile(r"\d+")
_SPACE = re.compile(NBSP_PLACEHOLDER)
_LINE_ANCHOR = re.compile(r'<a id="__codelineno-[0-9-]+"[^>]*></a>| id="__span-[0-9-]+"')
"""What leads to a line of code. Its number counts the code of the page on which it was written."""


class Surface:
    """A page or a document that texts are drawn on."""

    def __init__(
        self,
        root: Element,
        stash: HtmlStash,
        folder: str,
        fragments_of: Callable[[str], PageFragments],
        *,
        on_paper: bool,
    ) -> None:
        """Prepare to draw.

        Args:
            root: What is drawn on.
            stash: Where its raw HTML is kept until it's written.
            folder: From which its links lead.
            fragments_of: The converted texts of a page, by its path.
            on_paper: Whether footnotes lead back to where they were referred to.
        """
        self._root, self._stash, self._folder, self._fragments_of = root, stash, folder, fragments_of
        self.on_paper = on_paper
        self._ids: set[str] | None = None
        self._excerpts: list[Excerpt] = []

    def texts(self, page: PageFragments) -> PageTexts:
        """Draws the texts of the page that this is."""
        return PageTexts(page, self)

    def excerpt(self, holder: Element, path: str) -> Excerpt:
        """Draws texts of another page into an element."""
        holder.set(ATTRIBUTE, path)
        excerpt = Excerpt(self._fragments_of(path), self, holder)
        self._excerpts.append(excerpt)
        return excerpt

    def finish(self) -> None:
        """Put footnotes to the excerpts drawn so far."""
        for excerpt in self._excerpts:
            excerpt.add_footnotes()
        self._excerpts.clear()

    def claim(self, identity: str) -> str:
        """An id that nothing else here has: that one, or one like it."""
        if self._ids is None:
            self._ids = {found for element in self._root.iter() if (found := element.get("id"))}
        claimed, count = identity, 1
        while claimed in self._ids:
            count += 1
            claimed = f"{identity}-{count}"
        self._ids.add(claimed)
        return claimed

    def keep_raw(self, raw: str, path: str) -> str:
        """Keep raw HTML of a page; gives Python-Markdown's placeholder for it."""
        return self._stash.store(moved_raw(raw, path, self._folder))


class PageTexts:
    """Draws the texts of a page on itself."""

    def __init__(self, page: PageFragments, surface: Surface) -> None:
        self._page, self._surface = page, surface
        self._drawn: set[int | str] = set()

    def markdown(self, parent: Element, text: Text) -> None:
        """Append a text."""
        self._drawn.add(id(text))
        if text and (found := self._page.text(text)) is not None:
            parent.extend(list(self._copy(found)))

    def line(self, parent: Element, phrase: Phrase) -> None:
        """Append a phrase to what stands in an element."""
        self._drawn.add(phrase)
        if not phrase or (found := self._page.phrase(phrase)) is None:
            return
        copy = self._copy(found)
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + (copy.text or "")
        else:
            parent.text = (parent.text or "") + (copy.text or "")
        parent.extend(list(copy))

    def has_drawn(self, text: Text | Phrase) -> bool:
        """Whether a text was asked for."""
        return (text if isinstance(text, Phrase) else id(text)) in self._drawn

    def _copy(self, held: Element) -> Element:
        copy = deepcopy(held)
        renamed = dict[str, str]()
        for element in copy.iter():
            if identity := element.get("id"):
                renamed[identity] = self._surface.claim(identity)
            if (name := element.get("name", "")).startswith(_GROUP) and name not in renamed:
                renamed[name] = self._surface.claim(name)
        if any(old != new for old, new in renamed.items()):
            _rename(copy, renamed)
        return copy


class Excerpt(PageTexts):
    """Draws texts of another page into an element."""

    def __init__(self, page: PageFragments, surface: Surface, holder: Element) -> None:
        super().__init__(page, surface)
        self._holder = holder
        self._references: list[tuple[Element, Element]] = []
        """What refers to footnotes and still has none here, each with its link."""

    def _copy(self, held: Element) -> Element:
        copy = super()._copy(held)
        if self._page.raw:
            change_strings(copy, HTML_PLACEHOLDER_RE, self._keep_raw)
        for reference in copy.iter("sup") if self._page.footnotes else ():
            self._references += ((reference, link) for link in reference.iterfind("a[@class='footnote-ref']"))
        return copy

    def _keep_raw(self, placeholder: re.Match[str]) -> str:
        return self._surface.keep_raw(_without_anchors(self._page.raw[int(placeholder[1])]), self._page.path)

    def add_footnotes(self) -> None:
        """Append the footnotes that are referred to, and those that these refer to."""
        items: dict[str, Element] = {}
        while self._references:
            reference, link = self._references.pop(0)
            wanted = link.get("href", "").removeprefix("#")
            if wanted not in items:
                items[wanted] = self._copy_note(wanted, len(items) + 1, reference)
            link.set("href", f"#{items[wanted].get('id')}")
            link.text = _NUMBER.sub(str(list(items).index(wanted) + 1), link.text or "", count=1)
        if items:
            add(add(self._holder, "div", class_=FOOTNOTES), "ol").extend(items.values())

    def _copy_note(self, identity: str, number: int, reference: Element) -> Element:
        note = self._copy(self._page.footnotes[identity])
        for parent in list(note.iter()):
            for place, back in enumerate(parent.findall("a[@class='footnote-backref']")):
                if self._surface.on_paper or place:
                    parent.remove(back)
                back.set("href", f"#{reference.get('id')}")
                back.set("title", _NUMBER.sub(str(number), back.get("title", ""), count=1))
        if self._surface.on_paper:
            change_strings(note, _SPACE, lambda _match: "")
        return note


def _without_anchors(raw: str) -> str:
    return _LINE_ANCHOR.sub("", raw)


def _rename(root: Element, renamed: dict[str, str]) -> None:
    for element in root.iter():
        for name in ("id", "name"):
            if (value := element.get(name)) is not None and (name == "id" or value.startswith(_GROUP)):
                element.set(name, renamed[value])
        for name in _REFERRING:
            if value := element.get(name):
                element.set(name, " ".join(renamed.get(each, each) for each in value.split()))
