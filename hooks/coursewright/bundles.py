"""The scripts and styles that pages load, and the sources from which each is joined, in their order.

A source does one thing and stands beside what belongs to it, in ``assets/course/`` of the theme; a page loads one
script and one style of ours, or two of each. Joining is plain concatenation, so that a site needs no tool but Python,
works from ``file://``, and comes out byte for byte the same. Each script is a function of its own that shares what
others use through ``window.coursewright``. Sources aren't published.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from coursewright.questions.table import every_type

FOLDER = "assets/course/"

TOLD = "what the build tells"
"""Stands in a bundle for the script that hands the others their words and settings."""

ALONE = ("mark.svg", "theme/palette.js", "theme/search.js", "theme/storage.js", "theme/tabs.js")
"""What pages load by itself: the scripts run before the page is painted."""

QUESTION_TYPES = tuple(dict.fromkeys(each.script or name for name, each in every_type()))
"""The names of their scripts and styles: types that share them say so."""

_COURSE_STYLES = (
    *(f"theme/{name}.css" for name in ("fonts", "look", "colours", "page", "blocks")),
    "pages/lesson.css",
    "pages/map.css",
    "pages/days.css",
    "core/controls.css",
    "questions/question.css",
    *(f"questions/{name}.css" for name in QUESTION_TYPES),
    "worksheets/sheet.css",
    "theme/print.css",
    "worksheets/print.css",
)

_COURSE_SCRIPTS = (
    "theme/chrome.js",
    TOLD,
    "core/tools.js",
    "core/carry.js",
    "core/store.js",
    "core/keeping.js",
    *(
        f"questions/{name}.js"
        for name in ("parts", "comparing", *QUESTION_TYPES, "kept", "marks", "steady", "frame", "self-check")
    ),
    *(f"worksheets/{name}.js" for name in ("fields", "counting", "printing", "work-sheet")),
    "progress/missed-questions.js",
    "progress/places.js",
    "progress/progress.js",
)

_RUN_MODE = tuple(
    f"run-mode/{name}.js"
    for name in ("clock", "session", "matter", "vote", "notes", "stage", "commands", "screen", "view", "run-workshop")
)

_PLANNER = tuple(
    f"planner/{name}.js"
    for name in (
        *("data", "clock", "shelves", "files", "keep", "order", "rows", "form"),
        *("days", "view", "paper", "out", "edits", "workshop-plan"),
    )
)

BUNDLES: Mapping[str, tuple[str, ...]] = {
    "course.css": _COURSE_STYLES,
    "course.js": _COURSE_SCRIPTS,
    "my-progress.css": ("progress/mine.css",),
    "my-progress.js": ("progress/practice.js", "progress/my-progress.js", "progress/my-data.js"),
    "assessment.css": ("progress/assessment.css",),
    "assessment.js": ("progress/assessment.js",),
    "days.js": ("pages/days.js",),
    "worksheets.css": ("worksheets/all-sheets.css",),
    "workshop.css": ("workshops/workshop.css",),
    "run-mode.css": ("workshops/workshop.css", "run-mode/run-mode.css"),
    "run-mode.js": _RUN_MODE,
    "planner.css": ("workshops/workshop.css", "planner/plan.css", "run-mode/run-mode.css"),
    "planner.js": (*_RUN_MODE, *_PLANNER),
    "build-problems.css": ("authoring/build-problems.css",),
    "build-problems.js": ("authoring/build-problems.js",),
}
"""What pages load, by name: the sources of each, from the first to the last. Every page loads the two of the course."""

_SOURCES = frozenset(piece for pieces in BUNDLES.values() for piece in pieces) - {TOLD}

TRAINERS = ("planner.css", "planner.js", "run-mode.css", "run-mode.js")
"""The bundles of pages that the trainer's edition alone has."""

AUTHORS = ("build-problems.css", "build-problems.js")
"""The bundles that only a server for authors needs."""


_COMMENTS = re.compile(r"^[ \t]*+(?:/\*(?:[^*]++|\*(?!/))*+\*/|//[^\n]*+)[ \t]*+\n", re.MULTILINE)
"""Comments that begin a line and end one: what authors of scripts read, and no reader of a course."""


def bundles_of(edition: str, serving: bool) -> Sequence[str]:
    """The bundles that a site has.

    Args:
        edition: Whose edition it is.
        serving: Whether it's for an author at work.
    """
    left_out = (*(() if edition == "trainer" else TRAINERS), *(() if serving else AUTHORS))
    return [name for name in BUNDLES if name not in left_out]


def is_source(path: str) -> bool:
    """Whether a file of the site is something to join, which no page loads by itself.

    Args:
        path: The path of the file below the site.
    """
    return path.startswith(FOLDER) and (path.endswith(".d.ts") or path.removeprefix(FOLDER) in _SOURCES)


def joined(pieces: Iterable[str], read: Callable[[str], str]) -> str:
    """The text of a bundle: its sources one after the other, each below its name, without the comments between lines.

    Args:
        pieces: The names of the sources.
        read: Reads a source by its name.
    """
    return "\n".join(f"/* {piece} */\n{_COMMENTS.sub('', read(piece)).strip()}\n" for piece in pieces)
