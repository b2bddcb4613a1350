"""A trainer's note as what it is made of: what to say, do and ask, what good answers sound like, and what to do if …

A note is written in paragraphs that begin with a bold word, ``**Say:** …``; the words of the language tell which of
them is what. A paragraph that begins otherwise belongs to the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coursewright.markup.element import Element
from coursewright.words import Words

CUES = ("say", "do", "ask", "good", "silent", "remote", "late", "care")
"""The kinds of cues; what none of their words begins is a note."""


def split_cues(note: Element) -> Iterator[Sequence[Element]]:
    """The cues of a converted note, each with what belongs to it."""
    cue: list[Element] = []
    for block in note:
        if _lead(block) and cue:
            yield cue
            cue = []
        cue.append(block)
    if cue:
        yield cue


def cue_of(cue: Sequence[Element], words: Words) -> str:
    """The kind of a cue, or ``note``."""
    said = _lead(cue[0]).casefold()
    for kind in CUES if said else ():
        if any(said.startswith(begin.strip().casefold()) for begin in words[f"cue.{kind}"].split("|")):
            return kind
    return "note"


def _lead(block: Element) -> str:
    """The bold words at the beginning of a paragraph."""
    if block.tag != "p" or not len(block) or block[0].tag != "strong" or (block.text or "").strip():
        return ""
    return "".join(block[0].itertext()).strip().rstrip(":,.")
