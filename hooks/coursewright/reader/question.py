"""The body of ``/// question``: a stem, a list, an explanation.

    The stem, in Markdown.

    - [x] A right answer
        > Feedback for it.
    - [ ] A distractor
        > Feedback for it.

    The explanation, in Markdown.

How the list is written, and what is made of it, hangs on the type of the question: ``TYPES`` says so for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

from coursewright.block import Question, Review
from coursewright.keys import QuestionKeys, ReviewKeys
from coursewright.problem import listed
from coursewright.reader.items import Body, Form, read_items
from coursewright.reader.scenario import read_scenario
from coursewright.reader.tasks import (
    read_choice,
    read_gaps,
    read_matching,
    read_number,
    read_ordering,
    read_reflection,
    read_text,
)
from coursewright.source.blocks import RawBlock, RawProse
from coursewright.source.lines import Line, as_text
from coursewright.source.reading import Reading
from coursewright.task import Task
from coursewright.text import Text

_MARKED = Form(
    "`- [ ] words` or `- [x] words`",
    re.compile(r"^[-*+] \[(?P<mark>[ xX])\](?:[ \t]+(?P<text>.*))?$"),
    re.compile(r"^\s{0,3}[-*+]\s*\[(?P<mark>[^\]]?)\](?![(\[])"),
)
_GAP = Form(
    "`- [[words]]`, and nothing behind it",
    re.compile(r"^[-*+] \[\[(?P<text>[^\[\]]*)\]\][ \t]*$"),
    re.compile(r"^\s{0,3}[-*+]\s*\["),
)
_PAIR = Form(
    "`- left -> right`",
    re.compile(r"^[-*+] (?P<text>(?P<left>.*?)[ \t]*(?:->|→)[ \t]*(?P<right>.*))$"),
    re.compile(r"^\s{0,3}[-*+](?:\s|.*(?:->|→))"),
    lists_after=True,
)
_STEP = Form(
    "`1. words`",
    re.compile(r"^\d+[.)][ \t]+(?P<text>.*)$"),
    re.compile(r"^\s{0,3}(?:\d+[.)]|[-*+]\s)"),
    lists_after=True,
)
_NO_ITEMS = Form("no list", re.compile(r"(?!)"), re.compile(r"(?!)"))
_PARAGRAPH = re.compile(r"^ {0,3}(?![-*+>|#][ \t|#]|\d+[.)][ \t]|\||!\[|<)\S")
"""A line that begins a paragraph, and not a list, a quotation, a table, a picture or HTML."""


@dataclass(frozen=True, slots=True)
class _Type:
    """How the list of a type is written, and what makes a task of it."""

    form: Form
    read: Callable[[RawBlock, Body, QuestionKeys, Reading], Task]


TYPES: dict[str, _Type] = {
    "choice": _Type(_MARKED, read_choice),
    "text": _Type(_MARKED, read_text),
    "number": _Type(_MARKED, read_number),
    "gaps": _Type(_GAP, read_gaps),
    "matching": _Type(_PAIR, read_matching),
    "ordering": _Type(_STEP, read_ordering),
    "reflection": _Type(_MARKED, read_reflection),
    "scenario": _Type(_NO_ITEMS, read_scenario),
}


def read_question(block: RawBlock, keys: QuestionKeys, reading: Reading) -> Question:
    """Read the body of a question; mistakes are reported, and what can be read is kept."""
    kind = TYPES[keys.type]
    _check_options(block, keys, reading)
    body = _scenes_apart(block, reading) if keys.type == "scenario" else _body(block, kind, reading)
    if not any(_PARAGRAPH.match(line.text) for line in reading.lines(body.stem) if not line.protected):
        reading.report("question-no-stem", block.line, "none")
    task = kind.read(block, body, keys, reading)
    explanation = as_text(body.after, block.line)
    if not explanation:
        reading.report("question-no-explanation", block.line, "none")
    return Question(
        block.name,
        block.line,
        keys.objective,
        keys.minutes,
        body.stem,
        task,
        keys.hint or "",
        explanation,
        _digest(body.stem, task),
    )


def read_review(block: RawBlock, keys: ReviewKeys, reading: Reading) -> Review:
    """Read a question that is asked again; it has no body, as it has no words of its own."""
    if block.body():
        reading.report("block-empty", block.line + 1, "text", what="no text in a review, as the question has its own")
    lesson, _, question = keys.question.rpartition("/")
    return Review(block.line, lesson, question)


def _body(block: RawBlock, kind: _Type, reading: Reading) -> Body:
    for item in block.items:
        if isinstance(item, RawBlock):
            place = "scenes in a question with `type: scenario`"
            reading.report("block-misplaced", item.line, "a scene in another type of question", place=place)
    return read_items(list(reading.lines(block.body())), kind.form, block.line, reading)


def _scenes_apart(block: RawBlock, reading: Reading) -> Body:
    """The stem before the scenes, and what stands after them."""
    stem: list[Line] = []
    after: list[Line] = []
    seen = False
    for item in block.items:
        if isinstance(item, RawProse):
            (after if seen else stem).extend(reading.lines(item.text))
        else:
            seen = True
    return Body(as_text(stem, block.line), [], after)


_OPTION_TYPES = {"case": ("text", "gaps"), "spaces": ("text", "gaps"), "unit": ("number",)}
"""Options that mean something to some types only."""


def _check_options(block: RawBlock, keys: QuestionKeys, reading: Reading) -> None:
    for key, types in _OPTION_TYPES.items():
        if key in keys.model_fields_set and keys.type not in types:
            place = reading.source.place_of(key, block.line + 1)
            reading.problems.report("option-useless", place, f"type `{keys.type}`", key=key, types=listed(types))


def _digest(stem: Text, task: Task) -> str:
    asked = [" ".join(str(stem).split()), *task.asked()]
    return blake2b("\n".join(asked).encode(), digest_size=4).hexdigest()
