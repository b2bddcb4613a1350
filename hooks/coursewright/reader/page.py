"""A Markdown file to a Page, a Module or a Lesson."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from coursewright.block import Agenda, Block
from coursewright.keys import (
    BLOCK_KEYS,
    ActivityKeys,
    AgendaKeys,
    HomeKeys,
    Keys,
    LessonKeys,
    ModuleKeys,
    NoKeys,
    PageKeys,
    QuestionKeys,
    ReviewKeys,
    WorksheetKeys,
    WorkshopKeys,
)
from coursewright.model import Lesson, Module, Objective, Page, Workshop
from coursewright.problem import Problems, shown
from coursewright.reader.activity import read_activity, read_key_points, read_note
from coursewright.reader.agenda import UNSET, clock, read_agenda
from coursewright.reader.question import read_question, read_review
from coursewright.source.blocks import RawBlock, RawProse, Tree, read_blocks
from coursewright.source.depth import refuse_depth
from coursewright.source.header import Header, check_keys, read_yaml
from coursewright.source.options import read_options
from coursewright.source.reading import Reading
from coursewright.source.source import Source, read_source
from coursewright.text import Prose
from coursewright.worksheets.reader import read_worksheet
from coursewright.workshop import Day

HOME = "index.md"
FRONT_MATTER = "---"
_KEY_LINE = re.compile(r"^[a-z][a-z-]*:(?:\s|$)")
_TITLE = re.compile(r"#[ \t]+(?P<text>[^ \t#].*)")


@dataclass(frozen=True)
class ReadPage:
    """A page as read, with what the checks of the whole course need to name a place."""

    page: Page
    source: Source
    header: Header
    tree: Tree
    complete: bool
    """Whether every block could be read, so that sums over blocks mean something."""
    keyed: bool
    """Whether its front matter could be read. If not, the page is a plain one, and no part of a module."""


def read_page(path: str, shown_path: str, data: bytes, problems: Problems) -> ReadPage | None:
    """Read a Markdown file.

    Args:
        path: Below the docs folder; it decides what the page is.
        shown_path: How messages name the file.
        data: The bytes of the file.
        problems: Takes the mistakes.

    Returns:
        The page, or None if the file is of no use. A page whose front matter is wrong is read as a plain page, so that
        the mistakes in its text are told as well.
    """
    source = read_source(shown_path, data, problems)
    if source is None:
        return None
    front = _split(source, problems, optional=path == HOME)
    body_line = front.body_line
    header = read_yaml(source, front.lines, front.line, problems) if front.lines is not None else None
    keys = check_keys(header, _keys_of(path), problems) if header else None
    if isinstance(keys, HomeKeys) and not keys.title:
        keys, body_line = _with_title(keys, source, body_line)
    tree = read_blocks(source, body_line, problems)
    if refuse_depth(source, body_line, tree.protected, problems):
        return None
    flow, complete = _read_flow(tree, Reading(source, tree.protected, problems))
    page = _page(path, keys or PageKeys(title=path), flow, source)
    return ReadPage(page, source, header or Header(source, source.place(1)), tree, complete, keys is not None)


def _keys_of(path: str) -> type[PageKeys]:
    if path == HOME:
        return HomeKeys
    steps = path.split("/")
    if len(steps) == 2 and steps[0] == "workshops" and steps[1] != "index.md":
        return WorkshopKeys
    if len(steps) == 3 and steps[0] == "lessons":
        return ModuleKeys if steps[2] == "index.md" else LessonKeys
    return PageKeys


def _with_title(keys: HomeKeys, source: Source, body_line: int) -> tuple[HomeKeys, int]:
    """The first page may say its title as a heading above its text; the cover takes the place of that line."""
    for number in range(body_line, len(source.lines) + 1):
        line = source.lines[number - 1]
        if match := _TITLE.match(line):
            return keys.model_copy(update={"title": match["text"].rstrip(" \t#")}), number + 1
        if line.strip():
            break
    return keys, body_line


class _Front(NamedTuple):
    """Front matter, as far as it can be told from the text below it."""

    lines: tuple[str, ...] | None
    """Its lines; None if nobody could tell which they are."""
    line: int
    """The number of the first of them."""
    body_line: int
    """The first line below it."""


def _split(source: Source, problems: Problems, optional: bool) -> _Front:
    """The lines of the front matter, and the number of the first line below it.

    Where a line `---` is missing, it's told; what stands below is read all the same, so that all mistakes are told.
    """
    opened = source.lines[0].rstrip() == FRONT_MATTER
    if not opened and optional:
        return _Front((), 2, 1)
    first = 2 if opened else 1
    lines = list(enumerate(source.lines[first - 1 :], first))
    end = next((number for number, line in lines if line.rstrip() in (FRONT_MATTER, "...")), 0)
    body = next((number for number, line in lines if not line.strip() or line.startswith("///")), len(source.lines))
    if opened and end:
        return _Front(source.lines[1 : end - 1], 2, end + 1)
    if opened:
        problems.report("yaml-unclosed", source.place(1), "none")
        return _Front(None, 2, body)
    problems.report("yaml-missing", source.place(1), shown(source.lines[0]))
    if _KEY_LINE.match(source.lines[0]) and 0 < end < body:
        return _Front(source.lines[: end - 1], 1, end + 1)
    return _Front(None, 1, 1)


def _page(path: str, keys: PageKeys, flow: tuple[Prose | Block, ...], source: Source) -> Page:
    common: dict[str, Any] = {
        "path": path,
        "title": keys.title,
        "description": keys.description or "",
        "template": keys.template or "",
        "hide": keys.hide,
        "search": keys.search.model_dump(exclude_defaults=True),
        "flow": flow,
        "lines": source.lines,
    }
    if isinstance(keys, LessonKeys):
        _, module, name = path.removesuffix(".md").split("/")
        return Lesson(
            **common,
            module=module,
            name=name,
            minutes=keys.minutes,
            objectives=tuple(Objective(name, text) for name, text in keys.objectives.items()),
            prerequisites=tuple(each if "/" in each else f"{module}/{each}" for each in keys.prerequisites),
            materials=keys.materials,
            references=keys.references,
            tags=keys.tags,
            audience=keys.audience or "",
            can_do=keys.can_do or "",
            formerly=keys.formerly,
        )
    if isinstance(keys, WorkshopKeys):
        return Workshop(
            **{**common, "flow": _with_times(flow, keys)},
            name=path.split("/")[1].removesuffix(".md"),
            head_count=keys.head_count,
            room=keys.room,
            date=keys.date or "",
            assumes=keys.assumes,
            location=keys.location or "",
            reminder=keys.reminder,
            revision=keys.revision,
        )
    if isinstance(keys, ModuleKeys):
        return Module(**common, name=path.split("/")[1], purpose=keys.purpose, lesson_names=keys.lessons)
    return Page(**common)


def _with_times(flow: tuple[Prose | Block, ...], keys: WorkshopKeys) -> tuple[Prose | Block, ...]:
    """A workshop's flow, its days with the times that their agendas leave to the front matter."""
    return tuple(replace(item, day=_timed(item.day, keys)) if isinstance(item, Agenda) else item for item in flow)


def _timed(day: Day, keys: WorkshopKeys) -> Day:
    start = clock(keys.start) if day.start == UNSET and keys.start else day.start
    end = clock(keys.end) if day.end == UNSET and keys.end else day.end
    if UNSET not in (start, end) and end <= start:
        end += 24 * 60
    return replace(day, start=start, end=end)


_BLOCK_READERS: dict[str, Callable[[RawBlock, Any, Reading], Block]] = {
    "question": read_question,
    "review": read_review,
    "worksheet": read_worksheet,
    "activity": read_activity,
    "agenda": read_agenda,
    "trainer": read_note,
    "key-points": read_key_points,
}

_STAND_INS: dict[str, Keys] = {
    "question": QuestionKeys(),
    "review": ReviewKeys(question="a/b/c"),
    "worksheet": WorksheetKeys(title="?", minutes=1),
    "activity": ActivityKeys(minutes=1),
    "agenda": AgendaKeys(),
    "trainer": NoKeys(),
    "key-points": NoKeys(),
}
"""Options for a block whose own are wrong, so that the mistakes in its body are told at once."""


_INSIDE = {
    "scene": ("a scene on its own", "scenes inside a question"),
    "example": ("an example on its own", "examples inside a worksheet"),
    "key": ("a key on its own", "keys inside a worksheet"),
}
"""Blocks that only stand inside others: what is found, and what is expected."""


def _read_flow(tree: Tree, reading: Reading) -> tuple[tuple[Prose | Block, ...], bool]:
    """The blocks and the prose between them, and whether every block could be read."""
    flow: list[Prose | Block] = []
    complete = True
    for item in tree.items:
        if isinstance(item, RawProse):
            flow.append(Prose(item.text))
            continue
        if item.kind in _INSIDE:
            found, place = _INSIDE[item.kind]
            reading.report("block-misplaced", item.line, found, place=place)
            continue
        keys = read_options(item, BLOCK_KEYS[item.kind], reading) if item.kind else None
        if item.kind:
            block = _BLOCK_READERS[item.kind](item, keys or _STAND_INS[item.kind], reading)
        if keys:
            flow.append(block)
        complete = complete and keys is not None
    return tuple(flow), complete
