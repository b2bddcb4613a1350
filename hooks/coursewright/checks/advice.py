"""Advice on questions: a form that gives right answers away, where there are enough questions to tell it from chance.

Only three things are looked at: the place of the right answer, whether it's the longest, and how often True and False
are right. How an author words answers is nobody's business but theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from coursewright.model import Course
from coursewright.questions.choice import Answer, Choice
from coursewright.words import Words

ENOUGH = 20
"""So many questions of a type, or more, are looked at."""
MOST_IN_ONE_PLACE = MOST_LONGEST = 0.5
"""The share of right answers that may be in one place, and that may be the longest."""
MOST_OF_ONE_KIND = 0.7
"""The share of questions in which True, or False, may be right."""


def advise(course: Course, words: Words) -> Iterator[str]:
    """One sentence for each form that gives answers away."""
    choices = [
        question.task for lesson in course.lessons for question in lesson.questions if isinstance(question.task, Choice)
    ]
    single, two = (tuple(each for each in choices if each.kind == kind) for kind in ("one", "true-false"))
    if len(single) >= ENOUGH:
        yield from _on_single(single, words)
    if len(two) >= ENOUGH:
        answer, times = Counter(_right(task).text.capitalize() for task in two).most_common(1)[0]
        if times > MOST_OF_ONE_KIND * len(two):
            yield words.of("advice.true-false", answer=answer, n=times, m=len(two))


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
