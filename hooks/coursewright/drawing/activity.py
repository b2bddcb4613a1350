"""Activities, trainer's notes and key points as sections of the page."""

from __future__ import annotations

import re

from coursewright.block import Activity, KeyPoints, TrainerNote
from coursewright.markup.context import Scene
from coursewright.markup.element import NO_SEARCH, Element, add, add_facts, add_heading, as_written
from coursewright.text import Prose

_SHORTEN = re.compile(r"^shorten to (\d+)$")


def draw_activity(parent: Element, activity: Activity, scene: Scene) -> None:
    """Draw an activity; its notes only in the trainer's edition."""
    section = add(parent, "section", class_="cw-activity", aria_labelledby=activity.name)
    add_heading(section, scene.level, activity.title, activity.name)
    _draw_facts(section, activity, scene)
    for number, part in enumerate(activity.parts):
        if isinstance(part, Prose):
            scene.parse(section, str(number))
        elif scene.edition == "trainer":
            _draw_note(section, str(number), scene)


def draw_note(parent: Element, _note: TrainerNote, scene: Scene) -> None:
    """Draw a note that stands alone in a lesson. The learner's edition has no mark for it, so never gets here."""
    _draw_note(parent, "0", scene)


def draw_key_points(parent: Element, _points: KeyPoints, scene: Scene) -> None:
    """Draw what to remember."""
    section = add(parent, "section", class_="cw-key-points", aria_labelledby="key-points")
    add_heading(section, 2, scene.words["lesson.key-points"], "key-points")
    scene.parse(section, "0")


def _draw_facts(section: Element, activity: Activity, scene: Scene) -> None:
    words = scene.words
    facts = add_facts(section)
    add(facts, "li", as_written(words.of("lesson.minutes", n=activity.minutes)), class_="cw-minutes")
    if activity.group:
        add(facts, "li", as_written(words.of("activity.group", group=activity.group)), class_="cw-group")
    if activity.materials:
        materials = words.of("activity.materials", materials=", ".join(activity.materials))
        add(facts, "li", as_written(materials), class_="cw-materials")
    if scene.edition == "trainer":
        shorten = _SHORTEN.match(activity.if_late)
        late = (
            words.of("activity.late-shorten", n=shorten[1]) if shorten else words[f"activity.late-{activity.if_late}"]
        )
        add(facts, "li", as_written(late), class_="cw-late")


def _draw_note(section: Element, label: str, scene: Scene) -> None:
    note = add(section, "trainer-note", class_="cw-trainer", **NO_SEARCH)
    add(note, "p", as_written(scene.words["trainer.title"]), class_="cw-trainer-title")
    scene.parse(note, label)
