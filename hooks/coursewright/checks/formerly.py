"""What `formerly` says: names that lessons, questions, worksheets and fields had, and nothing has now.

What learners saved moves from a former name to the present one. A name that something still has would lose its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.block import Question, Worksheet, former_ids
from coursewright.problem import Place, Problems
from coursewright.reader.course import ReadCourse


@dataclass(frozen=True, slots=True)
class _Former:
    """A former name, whose it was, and where it says so."""

    kind: str
    id: str
    owner: str
    place: Place


def check_formerly(read_course: ReadCourse, problems: Problems) -> None:
    """Report former names that are still in use, and those that two things claim."""
    course = read_course.course
    present = {("lesson", lesson.id) for lesson in course.lessons}
    present |= {("question", f"{lesson.id}/{each.name}") for lesson in course.lessons for each in lesson.questions}
    present |= {("worksheet", f"{lesson.id}/{each.name}") for lesson in course.lessons for each in lesson.worksheets}
    claimed: dict[tuple[str, str], str] = {}
    for former in _formers(read_course):
        key = (former.kind, former.id)
        if key in present:
            problems.report("formerly-present", former.place, f"`{former.id}`, a {former.kind} of the course")
        elif claimed.setdefault(key, former.owner) != former.owner:
            problems.report("formerly-twice", former.place, f"`{former.id}` again", other=claimed[key])


def _formers(read_course: ReadCourse) -> Iterator[_Former]:
    for lesson in read_course.course.lessons:
        read = read_course.pages[lesson.path]
        for number, name in enumerate(lesson.formerly):
            yield _Former("lesson", name, f"the lesson `{lesson.id}`", read.header.place("formerly", number))
        for block in lesson.flow:
            if isinstance(block, Question | Worksheet):
                kind = "question" if isinstance(block, Question) else "worksheet"
                owner = f"the {kind} `{lesson.id}/{block.name}`"
                for identity in former_ids(block, lesson.id):
                    yield _Former(kind, identity, owner, read.source.place_of("formerly", block.line + 1))
