"""The course that ships keeps its promises: what a lesson holds, and how it reads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyphen import Pyphen

from coursewright.block import Activity, KeyPoints, Question, Review, TrainerNote
from coursewright.model import Course, Lesson, Page
from coursewright.problem import Problems
from coursewright.reader.course import read_course

ROOT = Path(__file__).parents[2]
WORDS = range(400, 1301)
"""Words of a lesson's prose, outside its blocks. Lessons with a long sheet or activity have the fewest."""
LONGEST = 60
"""Minutes of a lesson, all of its sheets and activities included."""
COMES_BACK = range(2, 6), range(5, 11)
"""So many lessons later a question comes back to what a lesson asked: two and five, and up to twice as many where
lessons of practice lie between."""
LAB = "lab"
"""The tag of a lesson that is mostly a sheet to work through: it has less to read, and fewer questions."""
LAB_WORDS = range(350, 1301)
FEWEST_QUESTIONS, FEWEST_IN_A_LAB = 4, 3
HARDEST = 9.0
"""The highest Flesch-Kincaid grade (Kincaid et al. 1975) at which a lesson may read."""


def _course() -> Course:
    problems = Problems()
    return read_course(ROOT / "docs", "docs", problems).course


COURSE = _course()
each_lesson = pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.id)


def plain(markdown: str) -> str:
    """The words of a text as they are read: no code, pictures, tables, marks or addresses."""
    text = re.sub(r"<!--.*?-->|^(```|~~~).*?^\1", "", markdown, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^\s*(\|.*|!!!.*|\?\?\?.*)$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^\s*(#+|[-*+]|\d+\.|>)\s+", "", text, flags=re.MULTILINE)
    return re.sub(r"[*_`]", "", text)


def words_of(text: str) -> list[str]:
    return re.findall(r"[A-Za-z0-9][A-Za-z0-9'’-]*", text)


HYPHENS = Pyphen(lang="en_US")


def syllables(word: str) -> int:
    """The pieces into which a word may be divided: close to its syllables."""
    return len(HYPHENS.positions(word)) + 1


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text."""
    sentences = [each for each in re.split(r"[.!?:]+[\s\"”)]+|\n\s*\n", text) if words_of(each)]
    words = words_of(text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def prose_of(lesson: Lesson) -> str:
    return "\n\n".join(plain(str(text)) for text in lesson.prose)


@each_lesson
def test_a_lesson_is_as_long_as_a_sitting(lesson: Lesson) -> None:
    assert len(words_of(prose_of(lesson))) in (LAB_WORDS if LAB in lesson.tags else WORDS)
    assert lesson.minutes <= LONGEST


@each_lesson
def test_a_lesson_is_plain_to_read(lesson: Lesson) -> None:
    assert grade(prose_of(lesson)) <= HARDEST


@each_lesson
def test_a_lesson_holds_all_that_a_lesson_needs(lesson: Lesson) -> None:
    assert 1 <= len(lesson.objectives) <= 4
    assert len(lesson.questions) >= (FEWEST_IN_A_LAB if LAB in lesson.tags else FEWEST_QUESTIONS)
    assert lesson.worksheets
    assert lesson.references
    assert any(isinstance(item, KeyPoints) for item in lesson.flow)
    assert any(line == "## What to do on Monday" for line in lesson.lines)


def test_a_lab_works_with_a_sheet() -> None:
    labs = [lesson for lesson in COURSE.lessons if LAB in lesson.tags]
    assert labs
    assert [lab.id for lab in labs if not lab.worksheets or lab.minutes > LONGEST] == []


@each_lesson
def test_each_objective_has_a_question_and_something_to_do(lesson: Lesson) -> None:
    asked = {name for question in lesson.questions for name in question.objectives}
    done = {name for block in lesson.timed_blocks if not isinstance(block, Question) for name in block.objectives}
    names = {objective.name for objective in lesson.objectives}
    assert (names - asked, names - done) == (set(), set())


@each_lesson
def test_each_activity_can_be_run_by_somebody_else(lesson: Lesson) -> None:
    for activity in lesson.activities:
        notes = "\n".join(str(part.text) for part in activity.parts if isinstance(part, TrainerNote))
        missing = [
            cue
            for cue in ("Say", "Ask", "Good answers", "silent", "Remote", "late")
            if cue.lower() not in notes.lower()
        ]
        assert not missing, f"{activity.name} has nothing on {missing}"
        assert activity.group
        assert activity.alone
        assert activity.if_late


def _paragraphs(page: Page) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", "\n".join(page.lines)):
        text = " ".join(words_of(plain(paragraph))).lower()
        if len(text.split()) > 12:
            yield text


def test_no_paragraph_stands_twice() -> None:
    found = Counter(text for page in COURSE.every_page() for text in _paragraphs(page))
    assert [text for text, times in found.items() if times > 1] == []


def test_each_lesson_is_in_the_self_assessment() -> None:
    assert [lesson.id for lesson in COURSE.lessons if not lesson.can_do] == []


def _come_back() -> dict[str, list[int]]:
    """For each lesson, how many lessons later a question comes back to one of its own."""
    order = [lesson.id for lesson in COURSE.lessons]
    found: dict[str, list[int]] = {lesson: [] for lesson in order}
    for place, lesson in enumerate(COURSE.lessons):
        for question in lesson.questions:
            if question.reviews:
                asked_in = question.reviews.rpartition("/")[0]
                found[asked_in].append(place - order.index(asked_in))
    return found


def test_each_lesson_comes_back_twice() -> None:
    """As far as the course goes: after the last lessons there is nothing. A lab is practice of the lesson before it."""
    off = []
    for place, lesson in enumerate(COURSE.lessons):
        left, gaps = len(COURSE.lessons) - 1 - place, sorted(_come_back()[lesson.id])
        wanted = [each for each in COMES_BACK if each[0] <= left]
        if LAB not in lesson.tags and not (
            len(gaps) == len(wanted) and all(gap in each for gap, each in zip(gaps, wanted, strict=True))
        ):
            off.append((lesson.id, gaps))
    assert off == []


def test_nothing_is_asked_twice_in_the_same_words() -> None:
    """A question that comes back does so in a new situation."""
    assert not [lesson.id for lesson in COURSE.lessons for item in lesson.flow if isinstance(item, Review)]
    questions = [question for lesson in COURSE.lessons for question in lesson.questions]
    stems = Counter(" ".join(words_of(plain(str(question.stem)))).lower() for question in questions)
    assert [stem for stem, times in stems.items() if times > 1] == []


def test_activities_are_named_once_for_all() -> None:
    """Two activities of the same name would be told apart by nothing on a run sheet."""
    titles = Counter(
        block.title for lesson in COURSE.lessons for block in lesson.timed_blocks if isinstance(block, Activity)
    )
    assert [title for title, times in titles.items() if times > 1] == []
