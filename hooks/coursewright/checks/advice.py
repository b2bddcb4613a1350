"""Advice on questions: a form that gives right answers away, where there are enough questions to tell it from chance.

Only three things are looked at: the place of the right answer, whether it's the longest, and how often True and False
are right. How an author words answers is nobody's business but theirs. Besides, feedback shouldn't name what was to be
filled into a gap or matched, as learners are to have another go.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from coursewright.model import Course
from coursewright.questions.choice import Answer, Choice
from coursewright.questions.gaps import Gaps
from coursewright.questions.matching import Matching
from coursewright.text import Text
from coursewright.words import Words

ENOUGH = 20
"""So many questions of a type, or more, are looked at."""
MOST_IN_ONE_PLACE = MOST_LONGEST = 0.5
"""The share of right answers that may be in one place, and that may be the longest."""
MOST_OF_ONE_KIND = 0.7
"""The share of questions in which True, or False, may be right."""
SHORTEST_NAMED = 3
"""Letters of an answer that is looked for in feedback; shorter words are in many a sentence."""

_WORD = re.compile(r"[^\W_]+")


def advise(course: Course, words: Words) -> Iterator[str]:
    """One sentence for each form that gives answers away."""
    tasks = [question.task for lesson in course.lessons for question in lesson.questions]
    # While an author is writing, a question may have no right answer yet: that is a mistake, and nothing to count.
    choices = [task for task in tasks if isinstance(task, Choice) and any(answer.right for answer in task.answers)]
    single, two = (tuple(each for each in choices if each.kind == kind) for kind in ("one", "true-false"))
    if len(single) >= ENOUGH:
        yield from _on_single(single, words)
    if len(two) >= ENOUGH:
        answer, times = Counter(_right(task).text.capitalize() for task in two).most_common(1)[0]
        if times > MOST_OF_ONE_KIND * len(two):
            yield words.of("advice.true-false", answer=answer, n=times, m=len(two))
    telling = [
        f"{lesson.path}: {question.name}"
        for lesson in course.lessons
        for question in lesson.questions
        if any(_names(feedback, answer) for feedback, answers in _expected(question.task) for answer in answers)
    ]
    if telling:
        yield words.of("advice.feedback", questions=", ".join(telling))


def _expected(task: object) -> Iterator[tuple[Text, Sequence[str]]]:
    """The feedback for who missed a gap or a match, and what was wanted there."""
    match task:
        case Gaps():
            yield from ((gap.feedback, gap.spellings) for gap in task.gaps)
        case Matching():
            yield from ((pair.feedback, (pair.right,)) for pair in task.pairs)


def _names(feedback: Text, answer: str) -> bool:
    told, wanted = (f" {' '.join(_WORD.findall(text.casefold()))} " for text in (str(feedback), answer))
    return len(wanted.strip()) >= SHORTEST_NAMED and wanted in told


def _on_single(tasks: Sequence[Choice], words: Words) -> Iterator[str]:
    place, times = Counter(task.answers.index(_right(task)) + 1 for task in tasks).most_common(1)[0]
    if times > MOST_IN_ONE_PLACE * len(tasks):
        yield words.of("advice.place", place=place, n=times, m=len(tasks))
    longest = sum(_is_longest(task) for task in tasks)
    if longest > MOST_LONGEST * len(tasks):
        yield words.of("advice.longest", n=longest, m=len(tasks))


def _right(task: Choice) -> Answer:
    return next(answer for answer in task.answers if answer.right)


def _is_longest(task: Choice) -> bool:
    right = _right(task)
    return all(len(right.text) > len(answer.text) for answer in task.answers if answer is not right)
