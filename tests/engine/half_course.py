"""A small course, whole but for one file that somebody hasn't finished and that the others refer to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

WRITTEN = """\
/// activity | walk
    title: A walk
    minutes: 2
    group: pairs
    if-late: shorten to 1
    worksheet: m/good/good-sheet

Walk once round the house.

/// trainer
**Say:** "Go."
///
///

/// review
    question: m/good/good-question
///

/// trainer
**Do:** wait.
///

/// agenda
    title: Today
    start: 9:00
    end: 10:00

- break 5: Tea
- m/good: reading 1, good-sheet
- own
///

/// key-points
- One.
- Two.
///
"""
"""Blocks of the kinds that the sampler does not show."""

FRONTS = {
    "lesson": """\
---
title: Half
minutes: 1
can-do: I can do it
objectives:
  know: Know it
prerequisites: [m/good]
materials: [a pen]
references: [book]
tags: [half]
audience: everyone
formerly: [m/old]
---
""",
    "module": """\
---
title: Module
purpose: To learn
lessons: [good, half]
---
""",
    "workshop": """\
---
title: Workshop
start: 9:00
end: 12:00
date: 2027-03-02
head-count: 4
room: room
location: Room 2, first floor
reminder: 60
revision: 2
assumes: [m/good]
---
""",
    "page": """\
---
title: Home
description: The first page
template: home.html
hide: [navigation]
search:
  boost: 2
---
""",
    "course": """\
title: Course
subtitle: Of two lessons
description: It is small.
modules: [m]
""",
    "glossary": """\
terms:
  oil|oils: What makes it run
  cog: A wheel
""",
    "bibliography": """\
book:
  author: A. Author
  title: Title
  in: A place
  note: Read it
  url: https://example.org/
""",
}
"""Keys of each file that has some, every key written."""

PLACES = {
    "lesson": "lessons/m/half.md",
    "module": "lessons/m/index.md",
    "workshop": "workshops/workshop.md",
    "page": "index.md",
    "course": "course.yml",
    "glossary": "glossary.yml",
    "bibliography": "bibliography.yml",
}

GOOD = """\
---
title: Good
minutes: 4
can-do: I can do it well
objectives:
  know: Know the oil
---

/// question | good-question
    objective: know

Is this good?

- [x] Yes
    > It is.
- [ ] No
    > It is.

So it is.
///

/// worksheet | good-sheet
    title: Good sheet
    minutes: 2
    objective: know

Name: ____
///
"""

WORKSHOP_BODY = """
/// agenda
- m/good
- own
- m/half
///

/// activity | own
    minutes: 5

Do it.
///
"""


@dataclass(frozen=True)
class Half:
    """A file that somebody hasn't finished."""

    how: str
    path: str
    text: str
    name: str = "half"
    """The name of its block, so that others can refer to it."""
    kind: str = ""


def write_course(docs: Path, half: Half) -> None:
    """Write a course in which everything is whole but one file, which others refer to."""
    reviewing = f"\n/// review\n    question: m/half/{half.name}\n///\n" if half.kind == "question" else ""
    sheet = f"\n/// activity | use\n    minutes: 1\n    worksheet: m/half/{half.name}\n\nUse it.\n///\n"
    using = sheet if half.kind == "worksheet" else ""
    named = f"- m/half: {half.name} 10, reading\n" if half.kind in ("worksheet", "activity") else ""
    files = {PLACES[key]: text for key, text in FRONTS.items()}
    files["lessons/m/good.md"] = GOOD.replace("minutes: 4", f"minutes: {5 if using else 4}")
    files["lessons/m/later.md"] = f"{GOOD}{reviewing}{using}".replace("title: Good\n", "title: Later\n")
    files["lessons/m/index.md"] = files["lessons/m/index.md"].replace("half]", "half, later]")
    files["workshops/workshop.md"] += WORKSHOP_BODY.replace("- m/half\n", f"- m/half\n{named}")
    files["workshops/other.md"] = FRONTS["workshop"] + "\n/// agenda\n- workshop: own\n- m/half\n- m/good\n///\n"
    files[half.path] = half.text
    for path, text in files.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")
