"""An author's comments stay with the author: a page is published without their words.

What is commented out may be a trainer's note, a draft, or a word among colleagues.
"""

from __future__ import annotations

from markdown.treeprocessors import Treeprocessor

from coursewright.markup.element import Element
from coursewright.source.enclosed import without_enclosed

_COMMENT = {"<!--": "-->"}
_NOTHING = "<!---->"
"""Still a comment, so that Python-Markdown goes on to treat it as a block and leaves no empty paragraph."""


def without_comments(raw: str) -> str:
    """Raw HTML with its comments emptied."""
    return without_enclosed(raw, _COMMENT, _NOTHING) if "<!--" in raw else raw


class CommentRemover(Treeprocessor):
    """Empties comments in the page's raw HTML; code shows its comments as text, and keeps them."""

    def run(self, root: Element) -> None:
        """Empty the comments of a page."""
        stash = self.md.htmlStash.rawHtmlBlocks
        stash[:] = [without_comments(raw) if isinstance(raw, str) else raw for raw in stash]
