"""Checks of the paths in course.yml: what they name is there, once, and takes no more hours than they say."""

from __future__ import annotations

from coursewright.model import Course
from coursewright.path import CoursePath, Stage
from coursewright.problem import Problems, did_you_mean
from coursewright.reader.course import ReadCourse
from coursewright.source.header import Header


def check_paths(read_course: ReadCourse, problems: Problems) -> None:
    """Check each path of a course. Of what is there and could not be read nothing is said."""
    header = read_course.header
    for path in read_course.course.paths if header else ():
        assert header
        _check_path(read_course.course, path, header, read_course.unread(), problems)


def _check_path(course: Course, path: CoursePath, header: Header, unread: set[str], problems: Problems) -> None:
    at: tuple[str | int, ...] = ("paths", path.name)
    seen: set[str] = set()
    known = [*(module.name for module in course.modules), *(lesson.id for lesson in course.lessons)]
    if not path.stages:
        problems.report("path-empty", header.place(*at), f"neither or both in `{path.name}`")
    for number, stage in enumerate(path.stages):
        inside = (*at, "weeks", number) if path.in_weeks else at
        for place, name in enumerate(stage.lessons):
            lessons = [lesson.id for lesson in course.taken([name])]
            if not lessons and name not in unread and not any(each.startswith(f"{name}/") for each in unread):
                problems.report(
                    "path-unknown",
                    header.place(*inside, "lessons", place),
                    f"`{name}`",
                    expected="a module of the course, or a lesson: `module/lesson`",
                    suggestion=did_you_mean(name, known),
                )
            if twice := seen.intersection(lessons):
                found = f"`{min(twice)}` again"
                problems.report("listed-twice", header.place(*inside, "lessons", place), found, name=name)
            seen.update(lessons)
        _check_together(course, stage, header, inside, unread, problems)
    minutes = sum(lesson.minutes for stage in path.stages for lesson in course.taken(stage.lessons))
    if path.hours and minutes > 60 * path.hours:
        found = f"{minutes} in `{path.name}`"
        problems.report("path-long", header.place(*at, "hours"), found, hours=path.hours, minutes=60 * path.hours)


def _check_together(
    course: Course, stage: Stage, header: Header, inside: tuple[str | int, ...], unread: set[str], problems: Problems
) -> None:
    for place, name in enumerate(stage.together):
        if name.rpartition("/")[0] not in unread and not course.practice(name):
            known = [f"{lesson.id}/{block.name}" for lesson in course.lessons for block in lesson.timed_blocks]
            problems.report(
                "path-unknown",
                header.place(*inside, "together", place),
                f"`{name}`",
                expected="an activity or a worksheet: `module/lesson/name`",
                suggestion=did_you_mean(name, known),
            )
