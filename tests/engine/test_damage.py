# ruff: noqa: E501 (a table: a line for each damage)
"""The good lessons of the guide, damaged as authors damage them: told at the right line, or nothing has changed."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from tests.engine import pages

LESSONS = pages.ROOT / "guide/sampler/lessons/questions"
HARMLESS = "renders the same"
_SHOWN = re.compile(r"^\?\?\? example.*?^ {4}```\n(?=\n|\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Damage:
    """What is done to a lesson, and what comes of it."""

    name: str
    lesson: str
    old: str
    """A text that stands once in the lesson."""
    new: str
    code: str
    """The code of the mistake, or ``HARMLESS``."""
    at: str = ""
    """The line that is told: the first of the damaged lesson that holds this."""


DAMAGES = [
    # The shape that all types share
    Damage("no explanation", "choosing", "Leadership skills need technical skills to build on, so those come first.", "", "question-no-explanation", "first-to-learn"),
    Damage("no stem", "choosing", "Which of these are technical skills?\n", "", "question-no-stem", "technical-skills"),
    Damage("block left open", "typing", "You need both, in this order.\n///", "Both.", "block-unclosed", "fill-the-picture"),
    Damage("option not indented", "typing", "    unit: hours", "unit: hours", "option-not-indented", "unit: hours"),
    Damage("type misspelled", "arranging", "type: matching", "type: maching", "key-type", "type: maching"),
    Damage("type left out of an ordering", "arranging", "    type: ordering\n", "", "question-few-answers", "steps-to-a-skill"),
    Damage("option of another type", "arranging", "type: ordering", "type: ordering\n    unit: h", "option-useless", "unit: h"),
    Damage("objective misspelled", "choosing", "| oil-alone\n    objective: choose", "| oil-alone\n    objective: chose", "objective-unknown", "objective: chose"),
    Damage("name used twice", "choosing", "question | technical-skills", "question | first-to-learn", "block-name-duplicate", ""),
    Damage("capital in the name", "thinking", "question | wrong-pay", "question | Wrong-pay", "block-name", "Wrong-pay"),
    Damage("hint as a list", "choosing", "hint: Which one do the others depend on?", "hint: [a, b]", "key-type", "hint: ["),
    # Choice
    Damage("feedback lost", "choosing", "    > Trust grows where things work, and payroll is one of those things.\n", "", "question-no-feedback", "- [ ] Building trust"),
    Damage("feedback not indented", "choosing", "    > No speech inspires a team", "> No speech inspires a team", "question-no-feedback", "- [ ] Giving speeches"),
    Damage("right answer unmarked", "choosing", "- [x] Running payroll", "- [ ] Running payroll", "question-no-right-answer", "- [ ] Giving speeches"),
    Damage("no space in the box", "choosing", "- [ ] Building trust", "- [] Building trust", "question-answer-mark", "- [] Building"),
    Damage("answer indented", "choosing", "- [ ] Building trust", " - [ ] Building trust", "question-answer-mark", " - [ ] Building"),
    Damage("same answer twice", "choosing", "- [ ] Building trust", "- [ ] running payroll", "question-duplicate-answer", "- [ ] running payroll"),
    Damage("answer without words", "choosing", "- [ ] Inspiring people", "- [ ]", "question-answer-empty", "- [ ]\n"),
    Damage("answer below the explanation", "choosing", "is part of the work itself.\n", "is part of the work itself.\n\n- [ ] Late\n", "question-answer-late", "- [ ] Late"),
    # Typed
    Damage("no item for any other", "typing", "- [ ] *\n    > What do you put into a machine to make it run better?\n", "", "question-any-missing", "| the-oil"),
    Damage("any other is right", "typing", "- [ ] *\n    > Count", "- [x] *\n    > Count", "question-any-missing", "- [x] *"),
    Damage("spelling twice", "typing", "- [ ] machine | the machine", "- [ ] Oil", "question-duplicate-answer", "- [ ] Oil"),
    Damage("words for a number", "typing", "- [x] 50", "- [x] fifty", "question-number", "- [x] fifty"),
    Damage("unit in the answer", "typing", "- [x] 50", "- [x] 50 hours", "question-number", "- [x] 50 hours"),
    Damage("tolerance without a number", "typing", "- [x] 50", "- [x] 50 ±", "question-number", "- [x] 50 ±"),
    # Gaps
    Damage("gap without brackets", "typing", "its [[oil]].", "its oil.", "question-gaps", "- [[machine]]"),
    Damage("gap half closed", "typing", "its [[oil]].", "its [[oil].", "question-gaps", "- [[machine]]"),
    Damage("items in another order", "typing", "- [[machine]]\n", "- [[engine]]\n", "question-gaps", "- [[engine]]"),
    Damage("item of a gap lost", "typing", "- [[oil]]\n    > It's what keeps things running smoothly.\n", "", "question-gaps", "- [[machine]]"),
    Damage("item with one bracket", "typing", "- [[oil]]", "- [oil]", "question-gaps", "- [[machine]]"),
    Damage("words behind the gap's name", "typing", "- [[oil]]", "- [[oil]] yes", "question-gaps", "- [[machine]]"),
    # Matching and ordering
    Damage("arrow without a right side", "arranging", "Building trust -> Running payroll", "Building trust ->", "question-answer-empty", "- Building trust ->"),
    Damage("left side twice", "arranging", "- Giving feedback ->", "- building trust ->", "question-duplicate-answer", "- building trust"),
    Damage("pair without feedback", "arranging", "    > Feedback needs a standard to measure against.\n", "", "question-no-feedback", "- Giving feedback"),
    Damage("step twice", "arranging", "4. Do it alone", "4. Do it while she watches", "question-duplicate-answer", "4. Do it while"),
    Damage("steps as bullets", "arranging", "4. Do it alone\n    >", "- Do it alone\n    >", "question-answer-mark", "- Do it alone"),
    Damage("no space behind the number", "arranging", "2. Offer", "2.Offer", "question-answer-mark", "2.Offer"),
    Damage("pair without an arrow", "arranging", "- Giving feedback -> Evaluating", "- Giving feedback: Evaluating", "question-answer-mark", "- Giving feedback"),
    Damage("pair without a space", "arranging", "- Giving feedback ->", "-Giving feedback ->", "question-answer-mark", "-Giving feedback"),
    # Reflection
    Damage("model answer not quoted", "thinking", "> A colleague's overtime was missing.", "A colleague's overtime was missing.", "question-items", "| my-last-payday"),
    Damage("rubric ticked", "thinking", "- [ ] I said what it did to trust", "- [x] I said what it did to trust", "question-items", "- [x] I said"),
    # Scenario
    Damage("scene misspelled", "thinking", "look at it together.\" -> look\n    > Robin sits", "look at it together.\" -> lok\n    > Robin sits", "scene-unknown", "-> lok"),
    Damage("capital in a scene's name", "thinking", "will come -> fixed", "will come -> Fixed", "scene-unreachable", "scene | fixed"),
    Damage("choice without an arrow", "thinking", "calm down.\" -> lost", "calm down.\"", "question-answer-mark", "- \"I'll get to it"),
    Damage("first choice without an arrow", "thinking", "- Let it blow over -> lost", "- Let it blow over", "question-answer-mark", "- Let it blow"),
    Damage("no way to a scene", "thinking", "will come -> fixed", "will come -> lost", "scene-unreachable", "scene | fixed"),
    Damage("end with choices", "thinking", "/// scene | look\n", "/// scene | look\n    end: fair\n\n", "scene-end", "- Enter them"),
    Damage("end without the option", "thinking", "    end: poor\n", "", "scene-end", "scene | lost"),
    Damage("end of an unknown kind", "thinking", "end: poor", "end: bad", "key-type", "end: bad"),
    Damage("no good end", "thinking", "end: good", "end: fair", "scene-end", "scene | start"),
    Damage("no consequence", "thinking", "    > It takes a while, but Robin sits down with you.\n", "", "scene-no-consequence", "- Apologize to Robin"),
    Damage("text below the choices", "thinking", "what the last supervisor said, too.\n", "what the last supervisor said, too.\n\nLate.\n", "scene-text-late", "Late."),
    Damage("scene not closed", "thinking", "///\n\n/// scene | lost", "/// scene | lost", "block-crossed", "scene | lost"),
    Damage("scene twice", "thinking", "scene | shrug", "scene | start", "block-name-duplicate", ""),
    Damage("review without its question", "thinking", "    question: questions/choosing/first-to-learn\n", "", "key-missing", "/// review\n"),
    Damage("review of no question's shape", "thinking", "question: questions/choosing/first-to-learn", "question: first to learn", "key-type", "question: first"),
    # Nothing has changed
    Damage("star for a bullet", "choosing", "- [ ] Building trust", "* [ ] Building trust", HARMLESS),
    Damage("capital X", "choosing", "- [x] Running payroll", "- [X] Running payroll", HARMLESS),
    Damage("blank lines between answers", "choosing", "- [ ] Building trust", "\n- [ ] Building trust", HARMLESS),
    Damage("a space at the end", "choosing", "- [ ] Building trust", "- [ ] Building trust ", HARMLESS),
    Damage("a typographic arrow", "arranging", "Building trust -> Running", "Building trust → Running", HARMLESS),
    Damage("an arrow without spaces", "arranging", "Building trust -> Running", "Building trust->Running", HARMLESS),
    Damage("all steps numbered 1", "arranging", "2. Offer", "1. Offer", HARMLESS),
    Damage("a bracket for the point", "arranging", "3. Do", "3) Do", HARMLESS),
    Damage("no spaces around the bar", "typing", "- [x] oil | the oil", "- [x] oil|the oil", HARMLESS),
    Damage("a default written out", "typing", "    unit: hours", "    minutes: 1\n    unit: hours", HARMLESS),
    Damage("a type in quotes", "typing", "type: number", 'type: "number"', HARMLESS),
    Damage("a typographic arrow in a scene", "thinking", "Try HR.\" -> shrug", "Try HR.\" → shrug", HARMLESS),
]  # fmt: skip


def _source(lesson: str) -> str:
    """A lesson without the folded copies of its examples, which a host's snippets fill in."""
    text = (LESSONS / f"{lesson}.md").read_text(encoding="utf-8")
    return _SHOWN.sub("", text)


def _path(lesson: str) -> str:
    return f"lessons/questions/{lesson}.md"


@pytest.mark.parametrize("lesson", sorted({damage.lesson for damage in DAMAGES}))
def test_the_lesson_is_good(lesson: str) -> None:
    read, problems = pages.read(_source(lesson), _path(lesson))
    assert read
    assert not list(problems)


def test_names_stand_once() -> None:
    assert len({damage.name for damage in DAMAGES}) == len(DAMAGES)
    assert {damage.lesson for damage in DAMAGES} | {"index"} == {path.stem for path in LESSONS.glob("*.md")}


def damaged(damage: Damage) -> tuple[str, int]:
    """A lesson with a damage, and the line at which it is told."""
    good = _source(damage.lesson)
    assert good.count(damage.old) == 1, "the lesson has changed: write this damage anew"
    bad = good.replace(damage.old, damage.new)
    at = damage.at or damage.new
    return bad, bad[: bad.rindex(at) if not damage.at else bad.index(at)].count("\n") + 1


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_damage(damage: Damage) -> None:
    bad, line = damaged(damage)
    read, problems = pages.read(bad, _path(damage.lesson))
    told = [(problem.code, problem.place.line) for problem in problems]
    if damage.code == HARMLESS:
        before, _ = pages.read(_source(damage.lesson), _path(damage.lesson))
        assert not told
        assert read
        assert before
        assert pages.draw(read.page) == pages.draw(before.page)
        return
    assert (damage.code, line) in told
    if read:
        pages.draw(read.page, "trainer")
