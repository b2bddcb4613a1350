"""The parts of a lesson, or the activities of a workshop, to pick from where trainers plan a workshop of their own.

Each comes with what run mode shows of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.block import Shelf
from coursewright.drawing.run_sheet import kind_of, slot_data, title_of
from coursewright.drawing.slot import draw_slot, slot_parts
from coursewright.markup.context import Scene
from coursewright.markup.element import Element, add, as_written
from coursewright.model import Course
from coursewright.text import Text
from coursewright.timetable import Slot, activity_slots, observed, slots_of


def shelf_parts(shelf: Shelf, course: Course) -> Iterator[tuple[str, Text]]:
    """The pieces of Markdown of a shelf, by label."""
    for number, slot in enumerate(_slots_on(shelf, course)):
        yield from slot_parts(slot, f"s{number}")


def _slots_on(shelf: Shelf, course: Course) -> tuple[Slot, ...]:
    if lesson := course.lesson(shelf.lesson):
        return slots_of(lesson, course)
    workshop = course.workshop(shelf.workshop)
    return activity_slots(workshop, course) if workshop else ()


def draw_shelf(parent: Element, shelf: Shelf, scene: Scene) -> None:
    """Draw what is on a shelf, each part folded."""
    frame = add(parent, "section", class_="cw-shelf")
    if lesson := scene.course.lesson(shelf.lesson):
        frame.set("data-lesson", lesson.id)
        frame.set("data-title", lesson.title)
        frame.set("data-prerequisites", " ".join(lesson.prerequisites))
        add(frame, "h3", as_written(lesson.title))
    elif workshop := scene.course.workshop(shelf.workshop):
        frame.set("data-workshop", workshop.name)
        frame.set("data-title", workshop.title)
        add(frame, "h3", as_written(scene.words.of("plan.activities-of", title=workshop.title)))
    for number, slot in enumerate(_slots_on(shelf, scene.course)):
        details = add(frame, "details", class_="cw-shelf-part", **slot_data(slot, scene))
        if slot.materials:
            details.set("data-materials", "\n".join(slot.materials))
        if slot.group:
            details.set("data-group", slot.group)
        _name_sheet(details, slot, scene)
        minutes = _draw_took(details, slot, scene) or scene.words.of("lesson.minutes", n=slot.minutes)
        said = (title_of(slot, scene.words), kind_of(slot, scene.words), minutes)
        add(details, "summary", as_written(" · ".join(filter(None, said))))
        draw_slot(details, slot, f"s{number}", scene)


def _name_sheet(details: Element, slot: Slot, scene: Scene) -> None:
    """Say which sheet is filled in, its own or the one that an activity works with, by a name that is its alone."""
    if slot.sheet is None:
        return
    lesson, sheet = slot.sheet
    details.set("data-sheet", f"{lesson.id}/{sheet.name}")
    details.set("data-sheet-title", sheet.title)
    details.set("data-sheet-pages", scene.words.of("sheets.pages", n=sheet.pages))


def _draw_took(details: Element, slot: Slot, scene: Scene) -> str:
    """Say how long a part really took beside what is planned, if it was ever timed."""
    took = observed(slot, "", scene.course)
    if took is None:
        return ""
    said = scene.words.of("plan.took", n=took.runs, took=f"{took.median:g}")
    details.set("data-took", f"{took.median:g}")
    details.set("data-took-said", said)
    return scene.words.of("plan.planned-took", planned=slot.minutes, took=said)
