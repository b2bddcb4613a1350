"""The clock of a workshop: golden timetables, with breaks, midnight, several days, overruns and what to cut."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from coursewright.build import CourseBuild
from coursewright.calendar import draw_calendar
from coursewright.timetable import DayPlan, Timetable, clock, observed, slot_id, timetable
from coursewright.words import load_words

LESSON = """---
title: Pay and trust
minutes: 41
objectives:
  know: Know
  tell: Tell
---

/// question | q
    objective: [know, tell]

Ask?

- [x] Yes
    > Right.
- [ ] No
    > Wrong.

Why.
///

/// worksheet | sheet
    title: The sheet
    minutes: 20
    pages: 2
    objective: tell

Write: ____
///

/// activity | talk
    title: Talk it over
    minutes: 20
    materials: [cards, pens]
    if-late: shorten to 12
    objective: know

Talk.
///
"""

OWN = """
/// activity | hello
    title: Hello
    minutes: 10
    materials: pens
    if-late: cut

Say hello.
///
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for path, text in {
        "course.yml": "title: Course\nmodules: [m]\n",
        "index.md": "---\ntitle: Course\n---\n\nText.\n",
        "lessons/m/index.md": "---\ntitle: Module\npurpose: Purpose\nlessons: [pay]\n---\n",
        "lessons/m/pay.md": LESSON,
    }.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "workshops").mkdir()
    return tmp_path


def plan(docs: Path, front: str, body: str) -> tuple[CourseBuild, Timetable]:
    text = f"---\ntitle: Workshop\n{front}\n---\n\n{body}\n{OWN}"
    (docs / "workshops" / "one.md").write_text(text, encoding="utf-8")
    build = CourseBuild(docs, "docs", "trainer", "en")
    return build, timetable(build.course.workshops[0], build.course)


def said(day: DayPlan) -> list[str]:
    return [f"{clock(slot.start)} {slot.kind} {slot.title} {slot.minutes}" for slot in day.slots]


def codes(build: CourseBuild) -> list[str]:
    return [problem.code for problem in build.problems]


def test_a_day_by_the_clock(docs: Path) -> None:
    body = "/// agenda\n- hello\n- m/pay: reading 5, questions\n- break 15: Coffee\n- m/pay: sheet, talk 25\n///"
    build, table = plan(docs, "start: 9:00\nend: 10:20", body)
    assert codes(build) == []
    (day,) = table.days
    assert said(day) == [
        "9:00 activity Hello 10",
        "9:10 reading Pay and trust 5",
        "9:15 questions Pay and trust 1",
        "9:16 break Coffee 15",
        "9:31 worksheet The sheet 20",
        "9:51 activity Talk it over 25",
    ]
    assert (day.minutes, day.spare) == (76, 4)
    assert [(cut.slot.title, cut.minutes, cut.saved) for cut in day.cuts] == [
        ("Talk it over", 12, 13),
        ("Hello", 0, 10),
    ]
    assert table.materials == ("pens", "cards")
    assert [sheet.name for _, sheet in table.worksheets] == ["sheet"]
    assert table.covered(table.lessons[0]) == ("know", "tell")


def test_a_lesson_is_taken_up_whole_and_its_minutes_add_up(docs: Path) -> None:
    _, table = plan(docs, "start: 9:00\nend: 10:00", "/// agenda\n- m/pay\n- hello\n///")
    kinds = [(slot.kind, slot.minutes) for slot in table.slots]
    assert kinds == [("reading", 0), ("questions", 1), ("worksheet", 20), ("activity", 20), ("activity", 10)]


def test_objectives_that_no_chosen_part_serves_are_not_covered(docs: Path) -> None:
    _, table = plan(docs, "start: 9:00\nend: 10:00", "/// agenda\n- hello\n- m/pay: talk\n///")
    assert table.covered(table.lessons[0]) == ("know",)


def test_a_day_may_end_after_midnight(docs: Path) -> None:
    build, table = plan(docs, "start: 23:30\nend: 0:15", "/// agenda\n- hello\n- break 20\n- m/pay: reading 5\n///")
    assert codes(build) == []
    assert said(table.days[0])[-1] == "0:00 reading Pay and trust 5"
    assert table.days[0].spare == 10


def test_days_have_times_of_their_own(docs: Path) -> None:
    first_day = "/// agenda\n    title: First\n\n- hello\n///"
    body = f"{first_day}\n\n/// agenda\n    start: 13:00\n    end: 14:00\n\n- m/pay: talk\n///"
    build, table = plan(docs, "start: 9:00\nend: 9:10\ndate: 2027-03-02", body)
    assert codes(build) == []
    assert [(day.number, day.title, clock(day.start), day.spare) for day in table.days] == [
        (1, "First", "9:00", 0),
        (2, "", "13:00", 40),
    ]
    revised = datetime(2027, 1, 1, tzinfo=UTC)
    calendar = Calendar.from_ical(draw_calendar(build.course.workshops[0], build.course, load_words("en"), revised))
    first, second = calendar.walk("VEVENT")
    assert (first.decoded("dtstart"), first.decoded("dtend")) == (
        datetime(2027, 3, 2, 9, 0),  # noqa: DTZ001 (local time wherever it is opened)
        datetime(2027, 3, 2, 9, 10),  # noqa: DTZ001
    )
    assert second.decoded("dtstart") == datetime(2027, 3, 3, 13, 0)  # noqa: DTZ001
    assert str(first["summary"]) == "Workshop: First"
    assert str(second["description"]) == "13:00 Talk it over"
    assert first["uid"] != second["uid"]


def test_a_day_that_is_too_full_says_what_to_cut(docs: Path) -> None:
    build, table = plan(docs, "start: 9:00\nend: 9:30", "/// agenda\n- hello\n- m/pay: sheet, talk\n///")
    assert table.days[0].spare == -20
    (problem,) = build.problems
    assert problem.code == "workshop-long"
    assert problem.found == "9:50, 20 minutes over"
    assert "shorten `Talk it over` to 12, leave out `Hello` (10); or write a later `end`" in problem.remedy


@pytest.mark.parametrize(("minutes", "told"), [(70, []), (71, ["workshop-break"])])
def test_ninety_minutes_are_the_longest_without_a_break(docs: Path, minutes: int, told: list[str]) -> None:
    body = f"/// agenda\n- m/pay: talk {minutes}, sheet\n- break 5\n- hello\n///"
    build, _ = plan(docs, "start: 9:00\nend: 11:00", body)
    assert codes(build) == told


RUN = '{"version": 1, "course": "course", "workshop": "one", "date": "2027-03-0%d", "parts": %s}'


def timed(docs: Path, *runs: str) -> None:
    (docs / "timings").mkdir()
    for number, parts in enumerate(runs, 1):
        (docs / "timings" / f"run-{number}.json").write_text(RUN % (number, parts), encoding="utf-8")


def test_what_parts_really_took_stands_beside_the_plan(docs: Path) -> None:
    timed(
        docs,
        '[{"slot": "own/hello", "planned": 10, "took": 9.5}, {"slot": "m/pay/talk", "planned": 20, "took": 33}]',
        '[{"slot": "m/pay/talk", "planned": 20, "took": 29}, {"slot": "break", "planned": 5, "took": 50}]',
    )
    build, table = plan(docs, "start: 9:00\nend: 10:00", "/// agenda\n- hello\n- m/pay: talk\n- break 5\n///")
    hello, talk, pause = table.slots
    assert codes(build) == []
    assert observed(hello, "one", build.course) == (9.5, 9.5, 9.5, 1)
    assert observed(hello, "two", build.course) is None
    assert observed(talk, "two", build.course) == (31, 29, 33, 2)
    assert observed(pause, "one", build.course) is None
    assert list(build.notes()) == ["Workshop: Talk it over is planned with 20 minutes and took 31 (29–33)."]


def test_activities_of_another_workshop_are_as_its_file_has_them(docs: Path) -> None:
    text = "---\ntitle: Two\nstart: 9:00\nend: 10:00\n---\n\n/// agenda\n- one: hello, hello 5\n- break 5\n///\n"
    (docs / "workshops" / "two.md").write_text(text, encoding="utf-8")
    timed(docs, '[{"slot": "own/hello", "planned": 10, "took": 9}]')
    build, _ = plan(docs, "start: 9:00\nend: 10:00", "/// agenda\n- m/pay: talk\n- one: hello\n///")
    assert codes(build) == []
    one, two = build.course.workshops
    (day,) = timetable(two, build.course).days
    assert said(day) == ["9:00 activity Hello 10", "9:10 activity Hello 5", "9:15 break  5"]
    assert [slot_id(slot) for slot in day.slots] == ["workshops/one/hello", "workshops/one/hello", "break"]
    assert (day.slots[0].if_late, day.slots[0].materials) == ("cut", ("pens",))
    assert day.slots[1].block is one.activity("hello")
    assert observed(day.slots[0], "two", build.course) == (9, 9, 9, 1)
    # A file may name itself, too; that is an activity of its own.
    assert slot_id(timetable(one, build.course).slots[1]) == "own/hello"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 2}', RUN % (1, '[{"slot": "x", "took": -1}]'), "\0"])
def test_a_damaged_file_of_timings_is_told(docs: Path, text: str) -> None:
    (docs / "timings").mkdir()
    (docs / "timings/run.json").write_text(text, encoding="utf-8")
    build, _ = plan(docs, "start: 9:00\nend: 10:00", "/// agenda\n- hello\n///")
    (problem,) = build.problems
    assert (problem.code, problem.place.path) == ("timings-file", "docs/timings/run.json")
