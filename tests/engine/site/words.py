"""What people would read in a site's files and in the model's Markdown, in a form in which they compare."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from lxml import html as html_tree

from coursewright.block import Activity, Question, TrainerNote
from coursewright.model import Course, Lesson, Page
from coursewright.questions.choice import Answer, Choice
from coursewright.text import Prose, Text
from tests.engine.site.building import files_of

_TAG = re.compile(r"<[^>]*>")
_MARKUP = re.compile(r"[^\w\s,.;]")
_SPACE = re.compile(r"\s+")
SHORTEST = 18
"""Characters of a run of words that is worth looking for; a shorter one may stand anywhere."""


def plain(text: str) -> str:
    """A text without tags and character references, with single spaces."""
    return _SPACE.sub(" ", html.unescape(_TAG.sub(" ", text))).casefold()


def runs(text: Text) -> set[str]:
    """The runs of plain words in a Markdown text, long enough to be its own."""
    pieces = (plain(piece).strip() for line in text.lines for piece in _MARKUP.split(line))
    return {piece for piece in pieces if len(piece) >= SHORTEST}


def contents(site: Path) -> Iterator[tuple[Path, str]]:
    """Each file of a site as text, as written and as read; what is packed is unpacked."""
    for path in files_of(site):
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        text = data.decode("utf-8", "replace")
        yield path, f"{text}\n{plain(text)}\n{plain(_unescaped(text))}"


def _unescaped(text: str) -> str:
    """A text with the escapes of JSON and of scripts undone."""
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text).replace("\\n", " ")


def trainers_notes(page: Page) -> Iterator[TrainerNote]:
    """The notes of a page, in activities too."""
    for item in page.flow:
        if isinstance(item, TrainerNote):
            yield item
        elif isinstance(item, Activity):
            yield from (part for part in item.parts if isinstance(part, TrainerNote))


def for_everyone(course: Course) -> str:
    """All sources of a course without the trainer's notes."""
    lines: list[str] = []
    for page in course.every_page():
        hidden = {
            number
            for note in trainers_notes(page)
            for number in range(note.text.line, note.text.line + len(note.text.lines))
        }
        lines += (line for number, line in enumerate(page.lines, 1) if number not in hidden)
    return plain(" ".join(lines).replace("*", ""))


def only_for_trainers(course: Course) -> dict[str, set[str]]:
    """The runs of words that only the trainer's notes hold, by page."""
    shared = for_everyone(course)
    return {
        page.path: {run for note in trainers_notes(page) for run in runs(note.text) if run not in shared}
        for page in course.every_page()
    }


def questions(course: Course) -> Iterator[tuple[Lesson, Question]]:
    """All questions of a course."""
    return ((lesson, question) for lesson in course.lessons for question in lesson.questions)


def answers_of(question: Question) -> tuple[Answer, ...]:
    """The answers of a question in which learners choose."""
    assert isinstance(question.task, Choice), question.name
    return question.task.answers


def feedback_of(part: object) -> Iterator[Text]:
    """All feedback in a task of any type, and all that else belongs to its key alone."""
    if isinstance(part, tuple):
        for each in part:
            yield from feedback_of(each)
    elif is_dataclass(part) and not isinstance(part, Text):
        for field in fields(part):
            value = getattr(part, field.name)
            if isinstance(value, Text) and field.name in ("feedback", "model_answer", "consequence"):
                yield value
            else:
                yield from feedback_of(value)


def prose(page: Page) -> Iterable[Text]:
    """The Markdown of a page outside blocks."""
    return (item.text for item in page.flow if isinstance(item, Prose))


def everything(course: Course) -> str:
    """All sources of a course as they are read. What stands in it twice may rightly be found where it stands again."""
    return plain(" ".join(line for page in course.every_page() for line in page.lines).replace("*", ""))


def select(page: html_tree.HtmlElement, path: str) -> list[Any]:
    """What an XPath expression finds on a page."""
    found = page.xpath(path)
    assert isinstance(found, list)
    return found


def search_index(site: Path) -> list[dict[str, str]]:
    """What the search knows: sections with location, title and text."""
    data = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    docs: list[dict[str, str]] = data["docs"]
    return docs


def searched_words(site: Path) -> str:
    """All words that the search knows."""
    return plain(" ".join(f"{doc['title']} {doc['text']}" for doc in search_index(site)))
