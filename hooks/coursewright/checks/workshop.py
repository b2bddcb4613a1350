"""Checks of workshops: what agendas name, whether a day fits its hours and has its breaks, what must come first."""

from __future__ import annotations

from coursewright.model import Course, Workshop
from coursewright.problem import Place, Problems, did_you_mean, listed
from coursewright.reader.agenda import UNSET
from coursewright.reader.course import WORKSHOPS_FOLDER, ReadCourse
from coursewright.reader.page import ReadPage
from coursewright.timetable import LONGEST_STRETCH, DayPlan, Timetable, clock, part_names, timetable
from coursewright.workshop import Item, LessonItem, OwnActivity, WorkshopItem


def check_workshops(read_course: ReadCourse, problems: Problems) -> None:
    """Check every workshop of a course. Nothing is said of lessons that could not be read."""
    course, unread = read_course.course, read_course.unread()
    for workshop in course.workshops:
        read = read_course.pages[workshop.path]
        _check_times(workshop, read, problems)
        found = [_check_item(item, workshop, course, unread, read, problems) for item in _items(workshop)]
        _check_own(workshop, course, read, problems)
        _check_assumed(workshop, course, unread, read, problems)
        if not all(found) or not read.complete or any(UNSET in (day.start, day.end) for day in workshop.days):
            continue
        plan = timetable(workshop, course)
        for day in plan.days:
            _check_length(day, read, problems)
            _check_breaks(day, read, problems)
        _check_prerequisites(workshop, plan, course, read, problems)


def _items(workshop: Workshop) -> list[Item]:
    return [item for day in workshop.days for item in day.items]


def _check_times(workshop: Workshop, read: ReadPage, problems: Problems) -> None:
    if not workshop.days:
        problems.report("workshop-empty", read.source.place(1), "none")
    for day in workshop.days:
        for key, value in (("start", day.start), ("end", day.end)):
            if value == UNSET:
                problems.report("workshop-time", read.source.place(day.line), f"no `{key}`", key=key)


def _check_item(
    item: Item, workshop: Workshop, course: Course, unread: set[str], read: ReadPage, problems: Problems
) -> bool:
    """Whether what a line of the agenda names is there."""
    place = read.source.place(item.line)
    match item:
        case OwnActivity():
            own = [activity.name for activity in workshop.activities]
            known = listed(own) if own else "a lesson as `module/lesson`, or a break as `break 15`"
            return _check_names([item.name], own, known, place, problems)
        case WorkshopItem():
            if other := course.workshop(item.workshop):
                names = [activity.name for activity in other.activities]
                wanted = [activity.name for activity in item.activities]
                return _check_names(wanted, names, listed(names), place, problems)
            if f"{WORKSHOPS_FOLDER}/{item.workshop}" not in unread:
                names = [each.name for each in course.workshops]
                known = f"a workshop of the course ({listed(names)}), or a lesson as `module/lesson`"
                _check_names([item.workshop], names, known, place, problems)
            return False
        case LessonItem():
            if lesson := course.lesson(item.lesson):
                names = list(part_names(lesson))
                return _check_names([part.name for part in item.parts], names, listed(names), place, problems)
            if item.lesson not in unread:
                _check_names([item.lesson], [each.id for each in course.lessons], "a lesson's id", place, problems)
            return False
    return True


def _check_names(wanted: list[str], names: list[str], known: str, place: Place, problems: Problems) -> bool:
    unknown = [name for name in wanted if name not in names]
    for name in unknown:
        problems.report("agenda-unknown", place, f"`{name}`", known=known, suggestion=did_you_mean(name, names))
    return not unknown


def _check_own(workshop: Workshop, course: Course, read: ReadPage, problems: Problems) -> None:
    """An activity that stands in no agenda, and in none of another workshop either."""
    named = {item.name for item in _items(workshop) if isinstance(item, OwnActivity)}
    for item in (item for each in course.workshops for item in _items(each)):
        if isinstance(item, WorkshopItem) and item.workshop == workshop.name:
            named.update(activity.name for activity in item.activities)
    for activity in workshop.activities:
        if activity.name not in named:
            problems.report("agenda-unused", read.source.place(activity.line), f"`{activity.name}` in no agenda")


def _check_length(day: DayPlan, read: ReadPage, problems: Problems) -> None:
    if day.spare >= 0:
        return
    found = f"{clock(day.start + day.minutes)}, {-day.spare} minutes over"
    problems.report("workshop-long", read.source.place(day.line), found, end=clock(day.end), cuts=_cuts(day))


def _cuts(day: DayPlan) -> str:
    """What to cut, from the end of the day on, until it fits."""
    wanted, said = -day.spare, []
    for slot, minutes in day.cuts:
        if wanted <= 0:
            break
        said.append(f"shorten `{slot.title}` to {minutes}" if minutes else f"leave out `{slot.title}` ({slot.minutes})")
        wanted -= slot.minutes - minutes
    return f"{', '.join(said)}; or " if said else ""


def _check_breaks(day: DayPlan, read: ReadPage, problems: Problems) -> None:
    for first, minutes in day.stretches():
        if minutes > LONGEST_STRETCH:
            found = f"{minutes} minutes without one, from {clock(first.start)} on"
            problems.report("workshop-break", read.source.place(first.line), found, limit=LONGEST_STRETCH)


def _check_assumed(workshop: Workshop, course: Course, unread: set[str], read: ReadPage, problems: Problems) -> None:
    for number, wanted in enumerate(workshop.assumes):
        if course.lesson(wanted) is None and wanted not in unread:
            ids = [each.id for each in course.lessons]
            place = read.header.place("assumes", number)
            problems.report("prerequisite-unknown", place, f"`{wanted}`", suggestion=did_you_mean(wanted, ids))


def _check_prerequisites(
    workshop: Workshop, plan: Timetable, course: Course, read: ReadPage, problems: Problems
) -> None:
    known = set(workshop.assumes)
    taken = [(slot, lesson) for slot in plan.slots for lesson in slot.lessons]
    for slot, lesson in taken:
        if lesson.id in known:
            continue
        # What is no lesson at all is told where it is written.
        missing = [wanted for wanted in lesson.prerequisites if wanted not in known and course.lesson(wanted)]
        known.add(lesson.id)
        if missing:
            place = read.source.place(slot.line)
            problems.report("workshop-prerequisite", place, f"{listed(missing)} not before it", missing=listed(missing))
            known.update(missing)
