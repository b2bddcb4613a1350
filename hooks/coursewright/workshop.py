"""What a workshop is made of.

    Day             /// agenda: when it starts and ends, and what happens in between
      LessonItem    a lesson, or parts of it
        PartItem    a part by its name, and minutes of its own
      OwnActivity   an activity that the workshop brings itself
      WorkshopItem  activities of another workshop
      Pause         a break

Times are minutes after midnight, as a trainer's clock has them; the timetable is computed from these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PARTS = ("reading", "questions")
"""The parts of a lesson that are no block: its prose, told or read, and all its questions."""

Room = Literal["room", "remote"]
"""Where people meet: in one room, or each at a screen."""


@dataclass(frozen=True, slots=True)
class PartItem:
    """A part of a lesson: ``reading``, ``questions``, or the name of a worksheet or an activity."""

    name: str
    minutes: int = 0
    """0 leaves them to the lesson."""


@dataclass(frozen=True, slots=True)
class LessonItem:
    """A lesson, whole if it names no parts."""

    line: int
    lesson: str
    parts: tuple[PartItem, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnActivity:
    """An activity of the workshop's own file."""

    line: int
    name: str
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class WorkshopItem:
    """Activities of another workshop, as its file has them."""

    line: int
    workshop: str
    activities: tuple[PartItem, ...]


@dataclass(frozen=True, slots=True)
class Pause:
    """A break."""

    line: int
    minutes: int
    title: str = ""


Item = LessonItem | OwnActivity | WorkshopItem | Pause


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a workshop."""

    line: int
    title: str
    start: int
    end: int
    items: tuple[Item, ...]
