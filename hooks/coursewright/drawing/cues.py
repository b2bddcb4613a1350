"""A trainer's note as what it is made of: what to say, do and ask, what good answers sound like, and what to do if …

A note is written in paragraphs that begin with a bold word, ``**Say:** …``; the words of the language tell which of
them is what. A paragraph that begins otherwise belongs to the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursewright.text import Text
from coursewright.words import Words

CUES = ("say", "do", "ask", "good", "silent", "remote", "late", "care")
"""The kinds of cues; what none of their words begins is a note."""

_LEAD = re.compile(r"^\*\*(?P<words>[^*]+?)[:,.]?\*\*")


def split_cues(note: Text) -> Iterator[Text]:
    """The cues of a note, each with what belongs to it."""
    lines, start = note.lines, 0
    for number, line in enumerate(lines):
        opens = _LEAD.match(line) and (number == 0 or not lines[number - 1].strip())
        if opens and number > start:
            yield Text(lines[start:number], note.line + start)
            start = number
    yield Text(lines[start:], note.line + start)


def cue_of(text: Text, words: Words) -> str:
    """The kind of a cue, or ``note``."""
    lead = _LEAD.match(str(text).lstrip())
    said = lead["words"].casefold() if lead else ""
    for kind in CUES:
        if any(said.startswith(begin.strip().casefold()) for begin in words[f"cue.{kind}"].split("|")):
            return kind
    return "note"
