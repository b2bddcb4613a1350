"""The clock of a workshop: what its days come to, computed from the lessons and activities that they name.

    Timetable
      DayPlan     a day by the clock
        Slot      something that happens, from when to when
      Observed    what a slot really took, when it was run
      Cut         what a late trainer leaves out or shortens, and what that brings

Nothing in a workshop says when a thing happens; to move one is to move its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median
from typing import Literal, NamedTuple

from coursewright.block import Activity, Question, Worksheet
from coursewright.model import Course, Lesson, Workshop
from coursewright.workshop import Day, Item, LessonItem, OwnActivity, PartItem, Pause, WorkshopItem

Kind = Literal["reading", "questions", "worksheet", "activity", "break"]

LONGEST_STRETCH = 90
"""Minutes without a break. A rule of thumb among trainers, and no finding; ours to set."""

OFF = 1 / 3
"""The share by which a plan may differ from what was observed before trainers and authors are told."""

_SHORTEN = re.compile(r"^shorten to (\d+)$")


@dataclass(frozen=True, slots=True)
class Slot:
    """Something that happens in a workshop."""

    kind: Kind
    title: str
    start: int
    """Minutes after midnight."""
    minutes: int
    line: int
    """Where the workshop's file names it."""
    lesson: Lesson | None = None
    block: Worksheet | Activity | None = None
    sheet: tuple[Lesson, Worksheet] | None = None
    """The worksheet that is filled in, and its lesson."""
    workshop: Workshop | None = None
    """The other workshop from whose file an activity is."""

    @property
    def end(self) -> int:
        """Minutes after midnight."""
        return self.start + self.minutes

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """The lessons that it takes up: its own, and that of its worksheet."""
        taken = (self.lesson, self.sheet[0] if self.sheet else None)
        return tuple(dict.fromkeys(lesson for lesson in taken if lesson))

    @property
    def group(self) -> str:
        """Who works together."""
        return self.block.group if self.block else ""

    @property
    def materials(self) -> tuple[str, ...]:
        """What to have at hand."""
        return self.block.materials if self.block else ()

    @property
    def if_late(self) -> str:
        """What to do with it when late: ``keep``, ``cut``, ``shorten to N``."""
        return self.block.if_late if isinstance(self.block, Activity) else "keep"

    @property
    def shortest(self) -> int:
        """Minutes that it takes at least, when late."""
        shorten = _SHORTEN.match(self.if_late)
        if shorten:
            return min(int(shorten[1]), self.minutes)
        return 0 if self.if_late == "cut" else self.minutes


class Cut(NamedTuple):
    """What a late trainer leaves out (``minutes`` 0) or shortens."""

    slot: Slot
    minutes: int

    @property
    def saved(self) -> int:
        """Minutes that it brings."""
        return self.slot.minutes - self.minutes


class Observed(NamedTuple):
    """What a part really took, over all runs of which there is a file. Minutes."""

    median: float
    least: float
    most: float
    runs: int

    def is_off(self, planned: int) -> bool:
        """Whether the plan is off by more than a third of what was observed."""
        return abs(self.median - planned) > OFF * self.median

    def __str__(self) -> str:
        return f"{self.median:g} ({self.least:g}–{self.most:g})"


def observed(slot: Slot, workshop: str, course: Course) -> Observed | None:
    """What a slot really took, if it was ever timed."""
    took = course.timings.get(timing_id(workshop, slot_id(slot)))
    return Observed(round(median(took), 1), min(took), max(took), len(took)) if took and slot.kind != "break" else None


def slot_id(slot: Slot) -> str:
    """How timings and plans name a part: ``module/lesson/part``, ``own/activity``, ``break``.

    An activity of another workshop is ``workshops/name/activity``.
    """
    if slot.kind == "break":
        return "break"
    part = slot.block.name if slot.block else slot.kind
    source = slot.lesson or slot.workshop
    return f"{source.id}/{part}" if source else f"own/{part}"


def timing_id(workshop: str, slot: str) -> str:
    """How a part is told among all timings: an activity of a workshop's own as other workshops name it."""
    return f"workshops/{workshop}/{slot.removeprefix('own/')}" if slot.startswith("own/") else slot


@dataclass(frozen=True, slots=True)
class DayPlan:
    """A day by the clock."""

    number: int
    title: str
    start: int
    end: int
    line: int
    slots: tuple[Slot, ...]

    @property
    def minutes(self) -> int:
        """Minutes of all that is planned."""
        return sum(slot.minutes for slot in self.slots)

    @property
    def spare(self) -> int:
        """Minutes between the last slot and the end of the day; below 0, the day is too full."""
        return self.end - self.start - self.minutes

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """What can be cut, the last first: what is left out late disturbs what came before least."""
        return tuple(Cut(slot, slot.shortest) for slot in reversed(self.slots) if slot.shortest < slot.minutes)

    def stretches(self) -> Iterator[tuple[Slot, int]]:
        """What is done between breaks: its first slot, and its minutes."""
        first, minutes = None, 0
        for slot in self.slots:
            if slot.kind == "break":
                if first:
                    yield first, minutes
                first, minutes = None, 0
            else:
                first, minutes = first or slot, minutes + slot.minutes
        if first:
            yield first, minutes


@dataclass(frozen=True, slots=True)
class Timetable:
    """A workshop by the clock."""

    days: tuple[DayPlan, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All that happens, day after day."""
        return tuple(slot for day in self.days for slot in day.slots)

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """The lessons that are taken up, each once."""
        return tuple(dict.fromkeys(lesson for slot in self.slots for lesson in slot.lessons))

    @property
    def worksheets(self) -> tuple[tuple[Lesson, Worksheet], ...]:
        """The sheets that are filled in, each once."""
        return tuple(dict.fromkeys(slot.sheet for slot in self.slots if slot.sheet))

    @property
    def materials(self) -> tuple[str, ...]:
        """What the trainer brings, each once: what activities need. A sheet says what who fills it in has at hand."""
        activities = (slot.block for slot in self.slots if isinstance(slot.block, Activity))
        return tuple(dict.fromkeys(material for activity in activities for material in activity.materials))

    def covered(self, lesson: Lesson) -> tuple[str, ...]:
        """The names of a lesson's objectives that something in the workshop serves."""
        served: set[str] = set()
        for slot in self.slots:
            if slot.lesson is lesson:
                served |= _serves(slot, lesson)
            if slot.sheet and slot.sheet[0] is lesson:
                served |= set(slot.sheet[1].objectives)
        return tuple(objective.name for objective in lesson.objectives if objective.name in served)


def clock(minutes: int) -> str:
    """Minutes after midnight as a time of the day."""
    return f"{minutes // 60 % 24}:{minutes % 60:02}"


def timetable(workshop: Workshop, course: Course) -> Timetable:
    """Compute the clock of a workshop. What cannot be found in the course is left out; the checks tell of it."""
    days = (_day(number, day, workshop, course) for number, day in enumerate(workshop.days, 1))
    return Timetable(tuple(days))


def _day(number: int, day: Day, workshop: Workshop, course: Course) -> DayPlan:
    now, slots = day.start, []
    for item in day.items:
        for slot in _slots(item, workshop, course):
            slots.append(replace(slot, start=now))
            now += slot.minutes
    return DayPlan(number, day.title, day.start, day.end, day.line, tuple(slots))


def _slots(item: Item, workshop: Workshop, course: Course) -> Iterator[Slot]:
    match item:
        case Pause():
            yield Slot("break", item.title, 0, item.minutes, item.line)
        case OwnActivity():
            if own := workshop.activity(item.name):
                yield _activity(own, item.minutes, item.line, course)
        case WorkshopItem():
            if other := course.workshop(item.workshop):
                source = None if other is workshop else other
                for part in item.activities:
                    if activity := other.activity(part.name):
                        yield _activity(activity, part.minutes, item.line, course, source)
        case LessonItem():
            if lesson := course.lesson(item.lesson):
                parts = item.parts or tuple(PartItem(name) for name in part_names(lesson))
                yield from (slot for part in parts for slot in _part(part, lesson, course, item.line))


def slots_of(lesson: Lesson, course: Course) -> tuple[Slot, ...]:
    """The parts of a lesson, as a workshop may take them up."""
    return tuple(slot for name in part_names(lesson) for slot in _part(PartItem(name), lesson, course, 0))


def activity_slots(workshop: Workshop, course: Course) -> tuple[Slot, ...]:
    """The activities of a workshop, as other workshops may take them up."""
    return tuple(_activity(each, 0, 0, course, workshop) for each in workshop.activities)


def _activity(activity: Activity, minutes: int, line: int, course: Course, source: Workshop | None = None) -> Slot:
    sheet = course.sheet_of(activity, None)
    return Slot("activity", activity.title, 0, minutes or activity.minutes, line, None, activity, sheet, source)


def part_names(lesson: Lesson) -> tuple[str, ...]:
    """What the parts of a lesson are called, in the order in which they are taken up in a room."""
    blocks = (block.name for block in lesson.flow if isinstance(block, Worksheet | Activity))
    return ("reading", *(("questions",) if lesson.questions else ()), *blocks)


def _part(part: PartItem, lesson: Lesson, course: Course, line: int) -> Iterator[Slot]:
    if part.name == "reading":
        yield Slot("reading", lesson.title, 0, part.minutes or lesson.parts[0].minutes, line, lesson)
    elif part.name == "questions":
        minutes = part.minutes or sum(question.minutes for question in lesson.questions)
        yield Slot("questions", lesson.title, 0, minutes, line, lesson)
    for block in lesson.timed_blocks:
        if block.name == part.name and not isinstance(block, Question):
            kind: Kind = "worksheet" if isinstance(block, Worksheet) else "activity"
            sheet = (lesson, block) if isinstance(block, Worksheet) else course.sheet_of(block, lesson)
            yield Slot(kind, block.title, 0, part.minutes or block.minutes, line, lesson, block, sheet)


def _serves(slot: Slot, lesson: Lesson) -> set[str]:
    if slot.block:
        return set(slot.block.objectives)
    if slot.kind == "questions":
        blocks: tuple[Question, ...] = lesson.questions
        return {name for block in blocks for name in block.objectives}
    return set()
