"""What happens in a part of a workshop, for trainers and for the screen in the room: the task, the cues, the questions.

The run sheet and the planner hold these; run mode shows what stands in them, and nothing of its own.
"""

from __future__ import annotations

from coursewright.block import Activity, KeyPoints, Question, TrainerNote, Worksheet
from coursewright.drawing.cues import cue_of, split_cues
from coursewright.markup.context import RenderContext
from coursewright.markup.element import Element, add, as_written
from coursewright.model import Lesson, Workshop
from coursewright.questions.base import type_of
from coursewright.text import Prose
from coursewright.timetable import Slot
from coursewright.worksheets.key import SheetKey


def draw_slot(parent: Element, slot: Slot, home: Lesson | Workshop, context: RenderContext) -> None:
    """Draw what happens: first what the room sees, ``cw-slot-task``, then what only the trainer does.

    Args:
        parent: Where to draw.
        slot: The part of the workshop.
        home: Where an activity is written that belongs to no other lesson or workshop.
        context: What everything is drawn with.
    """
    holder = add(parent, "div", class_="cw-slot-content")
    written = context.excerpt(holder, (slot.lesson or slot.workshop or home).path)
    task = add(holder, "div", class_="cw-slot-task")
    if isinstance(slot.block, Activity):
        _draw_activity(task, holder, slot.block, written)
        if slot.sheet:
            _draw_key(holder, slot.sheet, context)
    elif isinstance(slot.block, Worksheet):
        if slot.block.purpose:
            add(task, "p", as_written(slot.block.purpose))
        if slot.sheet:
            _draw_key(holder, slot.sheet, context)
    elif slot.lesson and slot.kind == "questions":
        for question in slot.lesson.questions:
            _draw_question(holder, question, slot.lesson.id, written)
    elif slot.lesson and slot.kind == "reading":
        _draw_reading(task, holder, slot.lesson, written)


def _draw_activity(task: Element, holder: Element, activity: Activity, written: RenderContext) -> None:
    for part in activity.parts:
        if isinstance(part, Prose):
            written.markdown(task, part.text)
        else:
            _draw_cues(holder, part, written)


def _draw_cues(holder: Element, note: TrainerNote, written: RenderContext) -> None:
    frame, whole = add(holder, "div", class_="cw-cues"), Element("div")
    written.markdown(whole, note.text)
    for cue in split_cues(whole):
        add(frame, "div", class_="cw-cue", data_cue=cue_of(cue, written.words)).extend(cue)


def _draw_key(holder: Element, placed: tuple[Lesson, Worksheet], context: RenderContext) -> None:
    """Draw the keys of a sheet, which may be another lesson's than the rest of the slot."""
    lesson, sheet = placed
    keys = [part for part in sheet.parts if isinstance(part, SheetKey)]
    if keys:
        frame = add(holder, "div", class_="cw-cues")
    for key in keys:
        cue = add(frame, "div", class_="cw-cue", data_cue="good")
        context.excerpt(cue, lesson.path).markdown(cue, key.text)


def _draw_reading(task: Element, holder: Element, lesson: Lesson, written: RenderContext) -> None:
    if lesson.description:
        add(task, "p", as_written(lesson.description))
    aims = add(task, "ul", class_="cw-slot-aims")
    for objective in lesson.objectives:
        add(aims, "li", as_written(objective.text))
    for item in lesson.flow:
        if isinstance(item, KeyPoints):
            points = add(holder, "div", class_="cw-cues")
            cue = add(points, "div", class_="cw-cue", data_cue="say")
            add(add(cue, "p"), "strong", as_written(written.words["lesson.key-points"]))
            written.markdown(cue, item.text)
        elif isinstance(item, TrainerNote):
            _draw_cues(holder, item, written)


def _draw_question(holder: Element, question: Question, lesson: str, written: RenderContext) -> None:
    """Draw a question as it can be shown to a room: what is asked, its answers, and its key."""
    section = add(holder, "section", class_="cw-slot-question", data_question=f"{lesson}/{question.name}")
    section.set("data-kind", question.task.kind)
    task = type_of(question)
    asked = add(section, "div", class_="cw-asked")
    written.markdown(asked, question.stem)
    task.draw_context(asked)
    task.draw_options(section, written)
    key = add(section, "div", class_="cw-slot-key")
    task.draw_key(add(key, "div", class_="cw-key"), question, written)
    written.markdown(add(key, "div", class_="cw-explanation"), question.explanation)
