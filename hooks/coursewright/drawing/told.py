"""What the scripts of a site are told: the course's names in browsers, words, and numbers that the library has, too."""

from __future__ import annotations

import json
from typing import Any

from coursewright.drawing.run_sheet import SPARE_COPIES
from coursewright.drawing.store_names import store_names
from coursewright.markup.context import Edition
from coursewright.model import Course
from coursewright.timetable import LONGEST_STRETCH, OFF
from coursewright.values import (
    DAY_BEFORE,
    EARLIEST_REMINDER,
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_MINUTES,
    MOST_PEOPLE,
    MOST_REVISIONS,
)
from coursewright.words import Words

SCRIPT_ROOMS = ("page", "question", "sheet", "keep", "progress", "missed", "mine", "assess", "days", "problems")
"""The rooms of words that scripts use."""
TRAINER_ROOMS = ("run-mode", "plan", "part")
"""The rooms that only scripts of the trainer's edition use."""

TRAINER_SETTINGS: dict[str, Any] = {
    "longestStretch": LONGEST_STRETCH,
    "off": OFF,
    "spareCopies": SPARE_COPIES,
    "dayBefore": DAY_BEFORE,
    "limits": {
        "people": [1, MOST_PEOPLE],
        "minutes": [1, MOST_MINUTES],
        "reminder": [0, EARLIEST_REMINDER],
        "revision": [0, MOST_REVISIONS],
        "title": LONGEST_TITLE,
        "location": LONGEST_TEXT,
    },
}
"""Numbers that scripts of the trainer's edition share with this library (``Settings`` in coursewright.d.ts)."""


def told_script(course: Course, words: Words, edition: Edition) -> str:
    """The script that tells the others the name under which answers are kept, their words and their settings."""
    trains, names = edition == "trainer", store_names(course)
    told = {
        "name": names[0],
        "formerNames": names[1:],
        "language": words.language,
        "words": words.starting(*SCRIPT_ROOMS, *(TRAINER_ROOMS if trains else ())),
        "settings": TRAINER_SETTINGS if trains else {},
    }
    return f"window.coursewright = {json.dumps(told, ensure_ascii=False)};\n"
