"""Activities, trainer's notes and key points as sections of the page."""

from __future__ import annotations

import re

from coursewright.block import Activity, KeyPoints, TrainerNote
from coursewright.markup.context import RenderContext
from coursewright.markup.element import NO_SEARCH, Element, add, add_facts, add_heading, as_written
from coursewright.text import Prose

_SHORTEN = re.compile(r"^shorten to (\d+)$")


def draw_activity(parent: Element, activity: Activity, context: RenderContext) -> None:
    """Draw an activity; its notes only in the trainer's edition."""
    section = add(parent, "section", class_="cw-activity", aria_labelledby=activity.name)
    add_heading(section, context.level, activity.title, activity.name)
    _draw_facts(section, activity, context)
    # What trainers are told stands below all that learners read, the way to do it alone included.
    last = max((place for place, part in enumerate(activity.parts) if isinstance(part, Prose)), default=0)
    for place, part in enumerate(activity.parts):
        if isinstance(part, Prose):
            context.markdown(section, part.text)
        elif context.edition == "trainer":
            draw_note(section, part, context)
        if place == last:
            _draw_alone(section, activity, context)


def draw_note(parent: Element, note: TrainerNote, context: RenderContext) -> None:
    """Draw a trainer's note. The learner's edition has no place for it, so never gets here."""
    frame = add(parent, "trainer-note", class_="cw-trainer", **NO_SEARCH)
    add(frame, "p", as_written(context.words["trainer.title"]), class_="cw-trainer-title")
    context.markdown(frame, note.text)


def draw_key_points(parent: Element, points: KeyPoints, context: RenderContext) -> None:
    """Draw what to remember."""
    section = add(parent, "section", class_="cw-key-points", aria_labelledby="key-points")
    add_heading(section, 2, context.words["lesson.key-points"], "key-points")
    context.markdown(section, points.text)


def _draw_alone(section: Element, activity: Activity, context: RenderContext) -> None:
    if activity.alone:
        line = add(section, "p", class_="cw-alone")
        add(line, "strong", as_written(context.words["activity.alone"])).tail = " "
        context.line(add(line, "span"), activity.alone)


def _draw_facts(section: Element, activity: Activity, context: RenderContext) -> None:
    words = context.words
    facts = add_facts(section)
    add(facts, "li", as_written(words.of("lesson.minutes", n=activity.minutes)), class_="cw-minutes")
    if activity.group:
        add(facts, "li", as_written(words.of("activity.group", group=activity.group)), class_="cw-group")
    if activity.materials:
        materials = words.of("activity.materials", materials=", ".join(activity.materials))
        add(facts, "li", as_written(materials), class_="cw-materials")
    if context.edition == "trainer":
        shorten = _SHORTEN.match(activity.if_late)
        late = (
            words.of("activity.late-shorten", n=shorten[1]) if shorten else words[f"activity.late-{activity.if_late}"]
        )
        add(facts, "li", as_written(late), class_="cw-late")
