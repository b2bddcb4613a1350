"""Checks across the lessons of a course: prerequisites, references, and the worksheets of activities."""

from __future__ import annotations

from coursewright.block import Question, Review
from coursewright.checks.formerly import check_formerly
from coursewright.checks.paths import check_paths
from coursewright.model import Course, Lesson, Workshop
from coursewright.problem import Problems, did_you_mean
from coursewright.reader.course import ReadCourse
from coursewright.source.header import Header


def check_course(read_course: ReadCourse, problems: Problems) -> None:
    """Check what lessons say of one another and of the bibliography.

    Nothing is said of what is there but could not be read: its own mistakes are told already.
    """
    course, unread = read_course.course, read_course.unread()
    order = {lesson.id: place for place, lesson in enumerate(course.lessons)}
    circles = _in_circles(course)
    for lesson in course.lessons:
        header = read_course.pages[lesson.path].header
        for number, wanted in enumerate(lesson.prerequisites):
            place = header.place("prerequisites", number)
            if wanted in unread:
                continue
            if wanted not in order:
                problems.report("prerequisite-unknown", place, f"`{wanted}`", suggestion=did_you_mean(wanted, order))
            elif lesson.id in circles and wanted in circles:
                problems.report("prerequisite-circle", place, f"`{wanted}`, which leads back to `{lesson.id}`")
            elif order[wanted] > order[lesson.id]:
                problems.report("prerequisite-later", place, f"`{wanted}`, which comes later")
        _check_reviews(read_course, lesson, order, unread, problems)
        _check_references(lesson, header, read_course.citable, problems)
    check_formerly(read_course, problems)
    check_paths(read_course, problems)
    pages: tuple[Lesson | Workshop, ...] = (*course.lessons, *course.workshops)
    for page in pages:
        _check_sheets(read_course, page, unread, problems)


def _check_sheets(read_course: ReadCourse, page: Lesson | Workshop, unread: set[str], problems: Problems) -> None:
    """The worksheets that activities say they work with."""
    course, lesson = read_course.course, page if isinstance(page, Lesson) else None
    for activity in page.activities:
        wanted = activity.worksheet
        if wanted and wanted.rpartition("/")[0] not in unread and not course.sheet_of(activity, lesson):
            own = [sheet.name for sheet in lesson.worksheets] if lesson else []
            known = [*own, *(f"{each.id}/{sheet.name}" for each in course.lessons for sheet in each.worksheets)]
            place = read_course.pages[page.path].source.place(activity.line)
            problems.report("sheet-unknown", place, f"`{wanted}`", suggestion=did_you_mean(wanted, known))


def _check_references(lesson: Lesson, header: Header, citable: frozenset[str] | None, problems: Problems) -> None:
    for number, key in enumerate(lesson.references):
        if citable is not None and key not in citable:
            hint = did_you_mean(key, citable)
            problems.report("reference-unknown", header.place("references", number), f"`{key}`", suggestion=hint)


def _check_reviews(
    read_course: ReadCourse, lesson: Lesson, order: dict[str, int], unread: set[str], problems: Problems
) -> None:
    course, source = read_course.course, read_course.pages[lesson.path].source
    for item in lesson.flow:
        if not isinstance(item, Question | Review) or not (target := _reviewed(item)):
            continue
        asked_in, _, name = target.rpartition("/")
        if asked_in in unread:
            continue
        place, question = source.place_of(target, item.line + 1), course.question(asked_in, name)
        if question is None:
            known = [f"{each.id}/{question.name}" for each in course.lessons for question in each.questions]
            problems.report("review-unknown", place, f"`{target}`", suggestion=did_you_mean(target, known))
        elif (order[asked_in], question.line) >= (order[lesson.id], item.line):
            later = "which comes later" if question is not item else "the question itself"
            problems.report("review-later", place, f"`{target}`, {later}")


def _reviewed(item: Question | Review) -> str:
    """The question that is asked again, or that another one comes back to in other words."""
    return item.reviews if isinstance(item, Question) else f"{item.lesson}/{item.question}"


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
