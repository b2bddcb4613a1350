"""Checks across the lessons of a course: prerequisites and references."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from course.model import Course, Lesson, Review
from course.problem import Problems, did_you_mean
from course.reader.page import ReadPage


def check_course(course: Course, lessons: Sequence[ReadPage], unread: Collection[str], problems: Problems) -> None:
    """Check what lessons say of one another and of the bibliography.

    Args:
        course: The whole course.
        lessons: Its lessons as read, for the places of their keys.
        unread: Ids of lessons that are there but could not be read: nothing more is said of these.
        problems: Takes the mistakes.
    """
    order = {lesson.id: place for place, lesson in enumerate(course.lessons)}
    circles = _in_circles(course)
    for read in lessons:
        lesson = read.page
        assert isinstance(lesson, Lesson)
        for number, wanted in enumerate(lesson.prerequisites):
            place = read.header.place("prerequisites", number)
            if wanted in unread:
                continue
            if wanted not in order:
                problems.report("prerequisite-unknown", place, f"`{wanted}`", suggestion=did_you_mean(wanted, order))
            elif lesson.id in circles and wanted in circles:
                problems.report("prerequisite-circle", place, f"`{wanted}`, which leads back to `{lesson.id}`")
            elif lesson.id in order and order[wanted] > order[lesson.id]:
                problems.report("prerequisite-later", place, f"`{wanted}`, which comes later")
        _check_reviews(course, read, order, unread, problems)
        for number, key in enumerate(lesson.references):
            if key not in course.bibliography:
                place = read.header.place("references", number)
                problems.report(
                    "reference-unknown", place, f"`{key}`", suggestion=did_you_mean(key, course.bibliography)
                )


def _check_reviews(
    course: Course, read: ReadPage, order: dict[str, int], unread: Collection[str], problems: Problems
) -> None:
    for review in read.page.flow:
        if not isinstance(review, Review) or review.lesson in unread:
            continue
        target, place = f"{review.lesson}/{review.question}", read.source.place(review.line + 1)
        if course.question(review.lesson, review.question) is None:
            known = [f"{lesson.id}/{question.name}" for lesson in course.lessons for question in lesson.questions]
            problems.report("review-unknown", place, f"`{target}`", suggestion=did_you_mean(target, known))
        elif order[review.lesson] > order.get(read.page.id, len(order)):
            problems.report("review-later", place, f"`{target}`, which comes later")


def _in_circles(course: Course) -> set[str]:
    """The lessons that are, by their prerequisites, their own prerequisites."""
    wanted = {lesson.id: set(lesson.prerequisites) for lesson in course.lessons}
    # Take away lessons that need nothing, and then lessons that nothing needs, until only circles are left.
    for graph in (wanted, _turned(wanted)):
        free = [lesson for lesson, needs in graph.items() if not needs & wanted.keys()]
        while free:
            for lesson in free:
                wanted.pop(lesson, None)
            free = [lesson for lesson, needs in graph.items() if lesson in wanted and not needs & wanted.keys()]
    return set(wanted)


def _turned(graph: dict[str, set[str]]) -> dict[str, set[str]]:
    turned: dict[str, set[str]] = {lesson: set() for lesson in graph}
    for lesson, needs in graph.items():
        for need in needs & graph.keys():
            turned[need].add(lesson)
    return turned
