"""The anchors of headings: their words, readable in any alphabet."""

from __future__ import annotations

import unicodedata

from markdown.extensions.toc import slugify, slugify_unicode


def anchor_of(heading: str, separator: str) -> str:
    """An anchor made of a heading's words, as the extension ``toc`` asks for one.

    Accents are left off where English letters remain, as Python-Markdown does. Of other alphabets it would leave
    nothing but a number, so there the letters stay as they are.
    """
    letters = [letter for letter in unicodedata.normalize("NFKD", heading) if letter.isalnum()]
    return (slugify if all(map(str.isascii, letters)) else slugify_unicode)(heading, separator)
