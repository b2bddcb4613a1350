"""What happens in a part of a workshop, for trainers and for the screen in the room: the task, the cues, the questions.

The run sheet and the planner hold these; run mode shows what stands in them, and nothing of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coursewright.block import Activity, KeyPoints, Question, TrainerNote, Worksheet
from coursewright.drawing.base import ATTRIBUTE
from coursewright.drawing.cues import cue_of, split_cues
from coursewright.drawing.question import question_parts
from coursewright.markup.context import Scene
from coursewright.markup.element import Element, add, as_written
from coursewright.questions.base import type_of
from coursewright.text import Prose, Text
from coursewright.timetable import Slot
from coursewright.worksheets.key import SheetKey


def slot_parts(slot: Slot, prefix: str) -> Iterator[tuple[str, Text]]:
    """The pieces of Markdown of a slot, by label; each label begins with the prefix."""
    return _PARTS[slot.kind](slot, prefix)


def _no_parts(_slot: Slot, _prefix: str) -> Iterator[tuple[str, Text]]:
    return iter(())


def _sheet_parts(slot: Slot, prefix: str) -> Iterator[tuple[str, Text]]:
    parts = slot.sheet[1].parts if slot.sheet else ()
    return ((f"{prefix}-key-{number}", part.text) for number, part in enumerate(parts) if isinstance(part, SheetKey))


def _question_parts(slot: Slot, prefix: str) -> Iterator[tuple[str, Text]]:
    for question in slot.lesson.questions if slot.lesson else ():
        for label, text in question_parts(question):
            yield f"{prefix}-{question.name}-{label}", text


def _reading_parts(slot: Slot, prefix: str) -> Iterator[tuple[str, Text]]:
    for item in slot.lesson.flow if slot.lesson else ():
        if isinstance(item, KeyPoints):
            yield f"{prefix}-points", item.text
        elif isinstance(item, TrainerNote):
            yield from _cue_parts(item, f"{prefix}-note-{item.line}")


def _activity_parts(slot: Slot, prefix: str) -> Iterator[tuple[str, Text]]:
    parts = slot.block.parts if isinstance(slot.block, Activity) else ()
    for number, part in enumerate(parts):
        if isinstance(part, Prose):
            yield f"{prefix}-task-{number}", part.text
        else:
            yield from _cue_parts(part, f"{prefix}-note-{number}")
    yield from _sheet_parts(slot, prefix)


def _cue_parts(note: TrainerNote, prefix: str) -> Iterator[tuple[str, Text]]:
    return ((f"{prefix}-{number}", cue) for number, cue in enumerate(split_cues(note.text)))


_PARTS: dict[str, Callable[[Slot, str], Iterator[tuple[str, Text]]]] = {
    "activity": _activity_parts,
    "worksheet": _sheet_parts,
    "questions": _question_parts,
    "reading": _reading_parts,
    "break": _no_parts,
}


def draw_slot(parent: Element, slot: Slot, prefix: str, scene: Scene) -> None:
    """Draw what happens: first what the room sees, ``cw-slot-task``, then what only the trainer does."""
    holder = add(parent, "div", class_="cw-slot-content")
    if source := slot.lesson or slot.workshop:
        holder.set(ATTRIBUTE, source.path)
    task = add(holder, "div", class_="cw-slot-task")
    if isinstance(slot.block, Activity):
        _draw_activity(task, holder, slot.block, prefix, scene)
        if slot.sheet:
            _draw_key(holder, slot.sheet[1], prefix, scene)
    elif isinstance(slot.block, Worksheet):
        _draw_worksheet(task, holder, slot.block, prefix, scene)
    elif slot.lesson and slot.kind == "questions":
        for question in slot.lesson.questions:
            _draw_question(holder, question, slot.lesson.id, prefix, scene)
    elif slot.lesson and slot.kind == "reading":
        _draw_reading(task, holder, slot, prefix, scene)


def _draw_activity(task: Element, holder: Element, activity: Activity, prefix: str, scene: Scene) -> None:
    for number, part in enumerate(activity.parts):
        if isinstance(part, Prose):
            scene.parse(task, f"{prefix}-task-{number}")
        else:
            _draw_cues(holder, part, f"{prefix}-note-{number}", scene)


def _draw_cues(holder: Element, note: TrainerNote, prefix: str, scene: Scene) -> None:
    frame = add(holder, "div", class_="cw-cues")
    for number, cue in enumerate(split_cues(note.text)):
        scene.parse(add(frame, "div", class_="cw-cue", data_cue=cue_of(cue, scene.words)), f"{prefix}-{number}")


def _draw_worksheet(task: Element, holder: Element, sheet: Worksheet, prefix: str, scene: Scene) -> None:
    if sheet.purpose:
        add(task, "p", as_written(sheet.purpose))
    _draw_key(holder, sheet, prefix, scene)


def _draw_key(holder: Element, sheet: Worksheet, prefix: str, scene: Scene) -> None:
    keys = [number for number, part in enumerate(sheet.parts) if isinstance(part, SheetKey)]
    if keys:
        frame = add(holder, "div", class_="cw-cues")
    for number in keys:
        scene.parse(add(frame, "div", class_="cw-cue", data_cue="good"), f"{prefix}-key-{number}")


def _draw_reading(task: Element, holder: Element, slot: Slot, prefix: str, scene: Scene) -> None:
    assert slot.lesson
    if slot.lesson.description:
        add(task, "p", as_written(slot.lesson.description))
    aims = add(task, "ul", class_="cw-slot-aims")
    for objective in slot.lesson.objectives:
        add(aims, "li", as_written(objective.text))
    for item in slot.lesson.flow:
        if isinstance(item, KeyPoints):
            points = add(holder, "div", class_="cw-cues")
            cue = add(points, "div", class_="cw-cue", data_cue="say")
            add(add(cue, "p"), "strong", as_written(scene.words["lesson.key-points"]))
            scene.parse(cue, f"{prefix}-points")
        elif isinstance(item, TrainerNote):
            _draw_cues(holder, item, f"{prefix}-note-{item.line}", scene)


def _draw_question(holder: Element, question: Question, lesson: str, prefix: str, scene: Scene) -> None:
    """Draw a question as it can be shown to a room: what is asked, its answers, and its key."""

    def parse(element: Element, label: str) -> None:
        scene.parse(element, f"{prefix}-{question.name}-{label}")

    within = scene.within(parse)
    section = add(holder, "section", class_="cw-slot-question", data_question=f"{lesson}/{question.name}")
    section.set("data-kind", question.task.kind)
    task = type_of(question)
    asked = add(section, "div", class_="cw-asked")
    parse(asked, "stem")
    task.draw_context(asked)
    task.draw_options(section)
    key = add(section, "div", class_="cw-slot-key")
    task.draw_key(add(key, "div", class_="cw-key"), question, within)
    parse(add(key, "div", class_="cw-explanation"), "explanation")
