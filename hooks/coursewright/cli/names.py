"""What an author types on the command line, as a title and as the name of a file."""

from __future__ import annotations

import re
import unicodedata

from click import ClickException

from coursewright.source.blocks import as_name
from coursewright.source.source import REFUSED_CHARACTERS
from coursewright.values import LONGEST_TITLE, NAME_PATTERN

LONGEST_NAME = 60
"""Characters of a file's name; many systems allow 255 bytes for it and some 260 for the whole path."""

_LETTER = re.compile(r"[a-zA-Z0-9]")
_NAME = re.compile(NAME_PATTERN)
_WORD_BREAKS = re.compile(r"[-_\s]+")


def title_of(written: str) -> str:
    """``my-course`` becomes ``My course``; what has capitals or spaces is a title already."""
    title = " ".join(written.split())
    if " " in title or title != title.lower():
        return title.replace("_", " ")
    words = _WORD_BREAKS.sub(" ", title).strip()
    return words[:1].upper() + words[1:]


def checked_title(title: str) -> str:
    """A title that front matter can hold."""
    title = " ".join(title.split())
    if not title:
        raise ClickException("A title needs at least one character.")
    if len(title) > LONGEST_TITLE:
        raise ClickException(f"A title has at most {LONGEST_TITLE} characters; this one has {len(title)}.")
    if any(pattern.search(title) for _, pattern in REFUSED_CHARACTERS) or not _is_utf8(title):
        raise ClickException("The title holds a character that can't be printed. Type it again by hand.")
    return title


def _is_utf8(text: str) -> bool:
    """Whether it can be written: what a terminal sent in another encoding can't."""
    return text.encode("utf-8", "ignore").decode("utf-8") == text


def name_of(written: str, example: str) -> str:
    """The name of a file or folder for a title, by the rule of the library.

    Args:
        written: What the author typed, a title or a name.
        example: A command that gives name and title apart, for titles without Latin letters.
    """
    # Letters with accents keep their letter: as_name alone would drop it.
    plain = unicodedata.normalize("NFKD", written.replace("ß", "ss"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    name = as_name(plain)
    if not _LETTER.search(plain) or not _NAME.match(name):
        raise ClickException(
            f"File names have small Latin letters, digits and hyphens, and {written!r} has none of them. "
            f"Give a name and a title: {example}"
        )
    if len(name) > LONGEST_NAME:
        raise ClickException(
            f"A file's name has at most {LONGEST_NAME} characters; {name!r} has {len(name)}. "
            f"Give a shorter name and the title: {example}"
        )
    return name
