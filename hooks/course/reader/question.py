"""The body of ``/// question``: a stem, answers with feedback, an explanation.

The stem, in Markdown.

- [x] A right answer
    > Feedback for it.
- [ ] A distractor
    > Feedback for it.

The explanation, in Markdown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import blake2b

from course.keys import QuestionKeys
from course.model import Answer, Choice, Question, Text
from course.problem import shown
from course.reader.blocks import RawBlock
from course.reader.lines import Line, as_text
from course.reader.reading import Reading

_ANSWER = re.compile(r"^[-*+] \[(?P<mark>[ xX])\](?:[ \t]+(?P<text>.*))?$")
_NEAR_ANSWER = re.compile(r"^\s{0,3}[-*+]\s*\[(?P<mark>[^\]]?)\](?![(\[])")
_PARAGRAPH = re.compile(r"^ {0,3}(?![-*+>|#][ \t|#]|\d+[.)][ \t]|\||!\[|<)\S")
"""A line that begins a paragraph, and not a list, a quotation, a table, a picture or HTML."""
_FEEDBACK = re.compile(r"^[ \t]+>[ \t]?(?P<text>.*)$")


@dataclass
class _Draft:
    """An answer while its lines are read."""

    line: int
    right: bool
    text: list[Line] = field(default_factory=list)
    feedback: list[Line] = field(default_factory=list)


def read_question(block: RawBlock, keys: QuestionKeys, reading: Reading) -> Question:
    """Read the body of a question; mistakes are reported, and what can be read is kept."""
    body = _Body(reading)
    for line in reading.lines(block.body()):
        body.take(line)
    stem = as_text(body.stem, block.line)
    explanation = as_text(body.explanation, block.line)
    answers = tuple(
        Answer(as_text(draft.text, draft.line), draft.right, as_text(draft.feedback, draft.line))
        for draft in body.answers
    )
    _check(block, stem, answers, explanation, reading)
    return Question(
        block.name, block.line, keys.objective, keys.minutes, stem, Choice(answers), explanation, _digest(stem, answers)
    )


class _Body:
    """Sorts the lines of a question into stem, answers, feedback and explanation."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.stem: list[Line] = []
        self.answers: list[_Draft] = []
        self.explanation: list[Line] = []

    def take(self, line: Line) -> None:
        answer = None if line.protected else _ANSWER.match(line.text)
        if answer:
            self._answer(line, answer)
        elif not line.protected and (near := _NEAR_ANSWER.match(line.text)):
            self.reading.report("question-answer-mark", line.number, shown(near.group()))
        elif not self.answers:
            self.stem.append(line)
        elif self.explanation or not (line.blank or line.text[0] in " \t"):
            self.explanation.append(line)
        else:
            self._below_answer(line)

    def _answer(self, line: Line, match: re.Match[str]) -> None:
        if self.explanation:
            self.reading.report("question-answer-late", line.number, shown(line.text))
            return
        draft = _Draft(line.number, match["mark"] != " ")
        draft.text.append(line._replace(text=match["text"] or ""))
        self.answers.append(draft)

    def _below_answer(self, line: Line) -> None:
        draft = self.answers[-1]
        if feedback := _FEEDBACK.match(line.text):
            draft.feedback.append(line._replace(text=feedback["text"]))
        elif line.blank:
            (draft.feedback or draft.text).append(line)
        elif draft.feedback or any(part.blank for part in draft.text[1:]):
            self.reading.report("question-answer-text", line.number, shown(line.text))
        else:
            draft.text.append(line._replace(text=line.text.strip()))


def _check(block: RawBlock, stem: Text, answers: tuple[Answer, ...], explanation: Text, reading: Reading) -> None:
    if not any(_PARAGRAPH.match(line.text) for line in reading.lines(stem) if not line.protected):
        reading.report("question-no-stem", block.line, "none")
    if len(answers) < 2:
        reading.report("question-few-answers", block.line, f"{len(answers) or 'none'}")
    if answers and not any(answer.right for answer in answers):
        reading.report("question-no-right-answer", answers[0].text.line, "none")
    if not explanation:
        reading.report("question-no-explanation", block.line, "none")
    seen: dict[str, int] = {}
    for answer in answers:
        _check_answer(answer, seen, reading)


def _check_answer(answer: Answer, seen: dict[str, int], reading: Reading) -> None:
    line, words = answer.text.line, answer.text.joined
    key = " ".join(words.casefold().split())
    if not words:
        reading.report("question-answer-empty", line, "none")
    elif key in seen:
        reading.report("question-duplicate-answer", line, f"{shown(words)} again", line=seen[key])
    seen.setdefault(key, line)
    if not answer.feedback:
        reading.report("question-no-feedback", line, f"none under {shown(words)}")


def _digest(stem: Text, answers: tuple[Answer, ...]) -> str:
    asked = [" ".join(str(stem).split()), *(f"{answer.right} {answer.text.joined}" for answer in answers)]
    return blake2b("\n".join(asked).encode(), digest_size=4).hexdigest()
