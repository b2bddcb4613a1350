"""The body of ``/// agenda``: a day of a workshop, a line for each thing that happens.

- break 15: Coffee                                      a break, with its minutes
- machine-first/payroll-and-trust                       a lesson, whole
- machine-first/payroll-and-trust: reading, questions, payroll-walk-through 25
                                                        parts of it; a number gives a part minutes of its own
- welcome                                               an activity of this file
- service-vision: settle, say-it-back 10                activities of another workshop
"""

from __future__ import annotations

import re

from coursewright.block import Agenda
from coursewright.keys import AgendaKeys
from coursewright.problem import shown
from coursewright.source.blocks import RawBlock
from coursewright.source.lines import Line
from coursewright.source.reading import Reading
from coursewright.workshop import Day, Item, LessonItem, OwnActivity, PartItem, Pause, WorkshopItem

UNSET = -1
"""Stands for a time that the agenda leaves to the front matter."""

_NAME = r"[a-z][a-z0-9-]*"
_ITEM = re.compile(r"^[-*+]\s++(?P<text>.*)$")
_BREAK = re.compile(r"^break\s+(?P<minutes>\d{1,3})(?:\s*:\s*(?P<title>.*))?$")
_LESSON = re.compile(rf"^(?P<lesson>{_NAME}/{_NAME})(?:\s*:\s*(?P<parts>.+))?$")
_OTHER = re.compile(rf"^(?!break\b)(?P<workshop>{_NAME})\s*:\s*(?P<activities>.+)$")
_OWN = re.compile(rf"^(?P<name>{_NAME})(?:\s+(?P<minutes>\d{{1,3}}))?$")


def clock(text: str) -> int:
    """A time of the day such as ``9:30`` in minutes after midnight."""
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def read_agenda(block: RawBlock, keys: AgendaKeys, reading: Reading) -> Agenda:
    """Read a day; lines that are not understood are reported."""
    items: list[Item] = []
    for line in reading.lines(block.body()):
        if line.blank:
            continue
        if item := _read_item(line):
            items.append(item)
        else:
            reading.report("agenda-line", line.number, shown(line.text))
    if not block.body():
        reading.report("block-empty", block.line, "nothing", what="what happens on the day, as a Markdown list")
    start = clock(keys.start) if keys.start else UNSET
    end = clock(keys.end) if keys.end else UNSET
    return Agenda(block.line, Day(block.line, keys.title or "", start, end, tuple(items)))


def _read_item(line: Line) -> Item | None:
    item = _ITEM.match(line.bare)
    text = item["text"].rstrip() if item else ""
    if pause := _BREAK.match(text):
        return Pause(line.number, int(pause["minutes"]), (pause["title"] or "").strip())
    if lesson := _LESSON.match(text):
        parts = _read_parts(lesson["parts"])
        return None if parts is None else LessonItem(line.number, lesson["lesson"], parts)
    if other := _OTHER.match(text):
        activities = _read_parts(other["activities"])
        return WorkshopItem(line.number, other["workshop"], activities) if activities else None
    if own := _OWN.match(text):
        return OwnActivity(line.number, own["name"], int(own["minutes"] or 0))
    return None


def _read_parts(written_parts: str | None) -> tuple[PartItem, ...] | None:
    chosen = []
    for written in written_parts.split(",") if written_parts else ():
        part = _OWN.match(written.strip())
        if part is None:
            return None
        chosen.append(PartItem(part["name"], int(part["minutes"] or 0)))
    return tuple(chosen)
