"""Checks of one page: headings, and for a lesson its minutes, objectives and the place of its key points."""

from __future__ import annotations

import math
import re
from collections.abc import Collection

from coursewright.block import Agenda, KeyPoints, Worksheet
from coursewright.keys import QuestionKeys
from coursewright.model import Heading, Lesson, Page, Workshop
from coursewright.problem import Problems, did_you_mean, listed, shown
from coursewright.reader.page import ReadPage
from coursewright.source.enclosed import without_enclosed
from coursewright.text import Prose, Text

FASTEST_READING = 238
"""Words a minute: the mean of adults who read English non-fiction silently (Brysbaert 2019, Journal of Memory and
Language 109, "How many words do we read per minute?")."""

SLOWEST_READING = FASTEST_READING / 2
"""Words a minute of someone who stops to think, or reads in a second language: half the mean, our own choice."""

_NOT_WORDS = {"](": ")", "<!--": "-->", "<": ">", "{": "}"}
"""What isn't read aloud, by the signs that begin it and end it: addresses, comments, tags, and lists of attributes."""
_DEFINITION = re.compile(r"^(?: {0,3}\*?\[[^\]]+\]:| {4,}|\t)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def check_page(read: ReadPage, problems: Problems) -> None:
    """Check a page for what its blocks alone could not tell."""
    _check_headings(read, problems)
    if read.keyed and not isinstance(read.page, Workshop):
        _check_agendas(read, problems)
    _check_key_points(read, problems)
    if isinstance(read.page, Lesson):
        _check_objectives(read, read.page, problems)
        if read.complete:
            _check_minutes(read, read.page, problems)


def check_template(read: ReadPage, templates: Collection[str], problems: Problems) -> bool:
    """Whether the template that a page names is one for an author's page."""
    wanted = read.page.template
    if not wanted or wanted in templates:
        return True
    known, hint = listed(sorted(templates)), did_you_mean(wanted, templates)
    problems.report("template-unknown", read.header.place("template"), f"`{wanted}`", known=known, suggestion=hint)
    return False


def count_words(page: Page) -> int:
    """Words of the prose outside blocks."""
    return sum(len(_WORD.findall(without_enclosed(str(text), _NOT_WORDS, " "))) for text in page.prose)


def reading_minutes(words: int) -> tuple[int, int]:
    """The minutes in which a fast and a slow reader read so many words."""
    return math.floor(words / FASTEST_READING), math.ceil(words / SLOWEST_READING)


def _check_headings(read: ReadPage, problems: Problems) -> None:
    level = 1
    for heading in read.tree.headings:
        place = read.source.place(heading.line)
        if heading.level == 1:
            problems.report("heading-first-level", place, shown(heading.text), fix=_fix(heading, read))
            continue
        if heading.level > level + 1:
            marks = f"`{'#' * (level + 1)}`"
            problems.report(
                "heading-skips", place, f"level {heading.level} after {level}", level=level + 1, marks=marks
            )
        level = heading.level


def _fix(heading: Heading, read: ReadPage) -> str:
    """What to do about a heading of the first level: it mostly is the title of the page, written once more."""
    if not read.keyed and "title" not in read.header.values:
        return "write it as `title: …` in the front matter, or with `##`"
    if heading.text.casefold() == read.page.title.casefold():
        return "delete the line: the title stands above the page already"
    if heading == read.tree.headings[0]:
        return "delete the line if it is the title, which stands above the page already; otherwise write it with `##`"
    return "write it with `##`"


def _check_agendas(read: ReadPage, problems: Problems) -> None:
    for item in read.page.flow:
        if isinstance(item, Agenda):
            place = "agendas in docs/workshops/"
            problems.report("block-misplaced", read.source.place(item.line), "an agenda in another page", place=place)


def _check_key_points(read: ReadPage, problems: Problems) -> None:
    flow = [item for item in read.page.flow if not isinstance(item, Prose) or _says_something(item.text)]
    for item in flow[:-1]:
        if isinstance(item, KeyPoints):
            place = "one list of key points, as the last thing of a lesson"
            problems.report("block-misplaced", read.source.place(item.line), "more text after it", place=place)


def _says_something(text: Text) -> bool:
    """Whether there is more than definitions of links, footnotes and abbreviations, whose usual place is the end."""
    return any(line.strip() and not _DEFINITION.match(line) for line in text.lines)


def _check_objectives(read: ReadPage, lesson: Lesson, problems: Problems) -> None:
    known = [objective.name for objective in lesson.objectives]
    for block in lesson.timed_blocks:
        for name in block.objectives:
            if name not in known:
                place = read.source.place_of(name, block.line + 1)
                hint = did_you_mean(name, known)
                problems.report("objective-unknown", place, f"`{name}`", known=listed(known), suggestion=hint)
    for question in lesson.questions:
        if not question.objectives and not question.reviews:
            meaning = QuestionKeys.model_fields["objective"].description
            problems.report("key-missing", read.source.place(question.line), "none", key="objective", meaning=meaning)
    served = {name for block in lesson.timed_blocks if not isinstance(block, Worksheet) for name in block.objectives}
    for name in known:
        if read.complete and name not in served:
            problems.report("objective-unserved", read.header.place("objectives", name), "none", name=name)


def _check_minutes(read: ReadPage, lesson: Lesson, problems: Problems) -> None:
    words = count_words(lesson)
    slow, fast = reading_minutes(words)
    blocks = lesson.block_minutes
    low, high = blocks + slow, blocks + fast
    if not low <= lesson.minutes <= high:
        values = {"low": low, "high": high, "blocks": blocks, "slow": slow, "fast": fast, "words": words}
        problems.report("minutes-sum", read.header.place("minutes"), str(lesson.minutes), **values)
