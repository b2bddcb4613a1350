"""The parts of a lesson to pick from, where trainers plan a workshop: each with what run mode shows of it."""

from __future__ import annotations

from collections.abc import Iterator

from course.drawing.element import Element, Scene, add, as_written
from course.drawing.run_sheet import kind_of, slot_data, title_of
from course.drawing.slot import draw_slot, slot_parts
from course.model import Course, Shelf
from course.text import Text
from course.timetable import slots_of


def shelf_parts(shelf: Shelf, course: Course) -> Iterator[tuple[str, Text]]:
    """The pieces of Markdown of a shelf, by label."""
    if lesson := course.lesson(shelf.lesson):
        for number, slot in enumerate(slots_of(lesson)):
            yield from slot_parts(slot, f"s{number}")


def draw_shelf(parent: Element, shelf: Shelf, scene: Scene) -> None:
    """Draw the parts of a lesson, each folded."""
    lesson = scene.course.lesson(shelf.lesson)
    if lesson is None:
        return
    frame = add(parent, "section", class_="cw-shelf", data_lesson=lesson.id, data_title=lesson.title)
    frame.set("data-prerequisites", " ".join(lesson.prerequisites))
    add(frame, "h3", as_written(lesson.title))
    for number, slot in enumerate(slots_of(lesson)):
        details = add(frame, "details", class_="cw-shelf-part", **slot_data(slot, scene))
        if slot.materials:
            details.set("data-materials", "\n".join(slot.materials))
        if slot.group:
            details.set("data-group", slot.group)
        minutes = scene.words.of("lesson.minutes", n=slot.minutes)
        said = (title_of(slot, scene.words), kind_of(slot, scene.words), minutes)
        add(details, "summary", as_written(" · ".join(filter(None, said))))
        draw_slot(details, slot, f"s{number}", scene)
