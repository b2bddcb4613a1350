"""The parts of a lesson, or the activities of a workshop, to pick from where trainers plan a workshop of their own.

Each comes with what run mode shows of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.drawing.run_sheet import kind_of, slot_data, title_of
from coursewright.drawing.slot import draw_slot
from coursewright.markup.context import RenderContext
from coursewright.markup.element import Element, add, as_written
from coursewright.model import Course, Lesson, Workshop
from coursewright.timetable import Slot, activity_slots, observed, slots_of


@dataclass(frozen=True, slots=True)
class ShelfJob:
    """The parts of a lesson, or the activities of a workshop, each folded: a render job of the planner's page."""

    source: Lesson | Workshop


def _slots_on(job: ShelfJob, course: Course) -> tuple[Slot, ...]:
    source = job.source
    return slots_of(source, course) if isinstance(source, Lesson) else activity_slots(source, course)


def draw_shelf(parent: Element, job: ShelfJob, context: RenderContext) -> None:
    """Draw each part, folded."""
    frame = add(parent, "section", class_="cw-shelf")
    source, title = job.source, job.source.title
    if isinstance(source, Lesson):
        frame.set("data-lesson", source.id)
        frame.set("data-title", title)
        frame.set("data-prerequisites", " ".join(source.prerequisites))
    else:
        frame.set("data-workshop", source.name)
        frame.set("data-title", title)
        title = context.words.of("plan.activities-of", title=title)
    add(frame, "h3", as_written(title))
    for slot in _slots_on(job, context.course):
        details = add(frame, "details", class_="cw-shelf-part", **slot_data(slot, context))
        if slot.materials:
            details.set("data-materials", "\n".join(slot.materials))
        if slot.group:
            details.set("data-group", slot.group)
        _name_sheet(details, slot, context)
        minutes = _draw_took(details, slot, context) or context.words.of("lesson.minutes", n=slot.minutes)
        said = (title_of(slot, context.words), kind_of(slot, context.words), minutes)
        add(details, "summary", as_written(" · ".join(filter(None, said))))
        draw_slot(details, slot, source, context)


def _name_sheet(details: Element, slot: Slot, context: RenderContext) -> None:
    """Say which sheet is filled in, its own or the one that an activity works with, by a name that is its alone."""
    if slot.sheet is None:
        return
    lesson, sheet = slot.sheet
    details.set("data-sheet", f"{lesson.id}/{sheet.name}")
    details.set("data-sheet-title", sheet.title)
    details.set("data-sheet-pages", context.words.of("sheets.pages", n=sheet.pages))


def _draw_took(details: Element, slot: Slot, context: RenderContext) -> str:
    """Say how long a part really took beside what is planned, if it was ever timed."""
    took = observed(slot, "", context.course)
    if took is None:
        return ""
    said = context.words.of("plan.took", n=took.runs, took=f"{took.median:g}")
    details.set("data-took", f"{took.median:g}")
    details.set("data-took-said", said)
    return context.words.of("plan.planned-took", planned=slot.minutes, took=said)
