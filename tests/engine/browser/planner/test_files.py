"""What a plan becomes outside the browser: a calendar file, a workshop file, a printed run sheet."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from coursewright.drawing.run_sheet import title_of
from coursewright.timetable import timetable
from coursewright.words import load_words
from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.planner.planning import (
    HOSTILE,
    SING,
    a_plan,
    act,
    add_part,
    address_of,
    download,
    open_plan,
    own,
    read_workshop,
    rows,
    status,
)
from tests.engine.browser.printing import MARGIN, WHITE, grounds, printed, right_edge, words_of
from tests.engine.browser.said import SAID
from tests.engine.browser.test_print import tight

# Files


def test_the_calendar_file(plan: Page, tmp_path: Path) -> None:
    add_part(plan, SING)
    own(plan, HOSTILE, 7)
    own(plan, "ü" * 200, 8)
    act(plan, SAID["plan.calendar"])
    expect(status(plan)).to_contain_text(SAID["plan.needs-date"])
    expect(plan.get_by_label(SAID["plan.date"])).to_be_focused()
    plan.get_by_label(SAID["plan.date"]).fill("2027-03-31")
    plan.get_by_role("textbox", name=SAID["plan.title"]).fill("Birds, day; night")
    plan.get_by_label(SAID["plan.location"]).fill("Room 3, floor 2")
    act(plan, SAID["plan.add-day"])
    add_part(plan, "Rest")
    data = download(plan, SAID["plan.calendar"], tmp_path, "birds-day-night.ics")
    assert data.endswith(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in data.split(b"\r\n"))
    assert rb"SUMMARY:Birds\, day\; night: Day 1" in data
    assert rb"\n9:15 " in data
    calendar = Calendar.from_ical(data)
    first, second = calendar.walk("VEVENT")
    assert first["SUMMARY"] == "Birds, day; night: Day 1"
    assert first["DESCRIPTION"] == f"9:00 {SING}\n9:15 {HOSTILE}\n9:22 {'ü' * 200}"
    times = [(event.decoded("DTSTART"), event.decoded("DTEND")) for event in (first, second)]
    assert times == [
        (datetime(2027, 3, 31, 9, 0), datetime(2027, 3, 31, 12, 30)),  # noqa: DTZ001  local, wherever it is opened
        (datetime(2027, 4, 1, 9, 0), datetime(2027, 4, 1, 12, 30)),  # noqa: DTZ001
    ]
    assert first["UID"] != second["UID"]
    for event in (first, second):
        (alarm,) = event.walk("VALARM")
        assert (event["LOCATION"], event["SEQUENCE"], alarm.decoded("TRIGGER")) == (
            "Room 3, floor 2",
            0,
            timedelta(days=-1),
        )
    assert first.decoded("DTSTAMP").tzinfo
    assert {"PRODID", "VERSION"} <= set(calendar)


def test_the_workshop_file_is_read_back_with_the_same_times(plan: Page, planning: Place, tmp_path: Path) -> None:
    plan.get_by_role("textbox", name=SAID["plan.title"]).fill(f"{HOSTILE}: # & yes")
    plan.get_by_label(SAID["plan.date"]).fill("2027-03-31")
    plan.get_by_label(SAID["plan.people"]).fill("7")
    plan.get_by_label(SAID["plan.where"]).select_option("remote")
    plan.get_by_label(SAID["plan.location"]).fill(HOSTILE)
    act(plan, SAID.of("plan.add-lesson-name", title="The wing"))
    act(plan, SAID.of("plan.assume-name", title="The perch"))
    plan.get_by_role("spinbutton", name=SAID.of("plan.minutes-of", title="Flap")).fill("23")
    act(plan, SAID["plan.add-break"])
    for title, minutes in (("Break", 5), ("Break", 6), (HOSTILE, 7), ("¿¡", 8), ("Question time", 9)):
        own(plan, title, minutes)
    add_part(plan, "Rest")
    shown = list(
        zip(
            rows(plan).locator(".cw-plan-time").all_text_contents(),
            rows(plan).locator("strong").all_text_contents(),
            strict=True,
        )
    )
    with plan.expect_download() as info:
        act(plan, SAID["plan.file"])
    info.value.save_as(tmp_path / "x.md")
    workshop = read_workshop((tmp_path / "x.md").read_bytes())
    assert (workshop.title, workshop.date, workshop.head_count) == (f"{HOSTILE}: # & yes", "2027-03-31", 7)
    assert (workshop.room, workshop.assumes) == ("remote", ("birds/perch",))
    assert (workshop.location, workshop.reminder, workshop.revision) == (HOSTILE, 1440, 0)
    (day,) = timetable(workshop, planning.course).days
    words = load_words("en")
    assert [(f"{slot.start // 60}:{slot.start % 60:02}", title_of(slot, words)) for slot in day.slots] == shown
    assert (day.start, day.end) == (540, 750)


def test_the_workshop_file_of_two_days(page: Page, planning: Place, tmp_path: Path) -> None:
    two = a_plan(
        "Two days",
        y=[[540, 600, ["birds/perch/rest", ["break", 10, "<!-- Tea: [x]"]]], [1320, 1500, [["birds/wing/flap", 30]]]],
    )
    open_plan(page, planning, address_of(two))
    workshop = read_workshop(download(page, SAID["plan.file"], tmp_path, "two-days.md"))
    first, second = timetable(workshop, planning.course).days
    assert [(slot.start, slot.minutes, slot.title) for slot in first.slots] == [
        (540, 14, "Rest"),
        (554, 10, "<! -- Tea: [x]"),
    ]
    assert [(second.start, second.end, slot.minutes) for slot in second.slots] == [(1320, 1500, 30)]


def test_nothing_comes_of_an_empty_plan_and_that_is_said(plan: Page) -> None:
    for name in ("Print as a run sheet", "Calendar file", "Workshop file"):
        act(plan, name)
        expect(status(plan)).to_have_text(SAID["plan.empty"])
        plan.get_by_role("button", name=SAID.of("plan.add-lesson-name", title="The wing")).focus()


# Paper


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_run_sheet_on_paper(new_context: NewContext, planning: Place, paper: str) -> None:
    page = open_plan(new_context(color_scheme="dark").new_page(), planning)
    page.get_by_role("textbox", name=SAID["plan.title"]).fill("A day with birds")
    act(page, SAID.of("plan.add-lesson-name", title="The perch"))
    act(page, SAID["plan.add-break"])
    own(page, f"Long{'x' * 180}", 30)
    document = printed(page, paper)
    words = tight(words_of(document))
    wanted = (
        "A day with birds",
        "12 people",
        "At a glance",
        "14 copies: Perches I know",
        "By the clock",
        "9:33–9:48",
        "End",
    )
    for text in (
        *wanted,
        "PLANTASK",
        "PLANCUE",
        "A perch ✓",
        "If late: shorten it to 5 minutes",
        "a whistle",
        "pairs",
    ):
        assert tight(text) in words, text
    # Nothing but the sheet: no shelves, no fields, nothing for other rooms.
    # (The name of the page stands in the head of each sheet.)
    for text in ("Add the whole lesson", "Does it fit", "PLANREMOTE", "planned"):
        assert tight(text) not in words, text
    assert words.count("PLANCUE") == 1
    # As on the run sheets that are built: a line across the sheet says each part, and what is in it stands below.
    assert tight(f"9:33–9:48 {SING}") in words
    assert tight(SAID.of("plan.with", things="a song, a whistle")) in words
    assert {ground for sheet in document for ground in grounds(sheet)} == {WHITE}
    for sheet in document:
        assert right_edge(sheet) < sheet.get_width() - MARGIN
    assert f"of{len(document)}" in words
    page.get_by_label(SAID["plan.where"]).select_option("remote")
    assert "PLANREMOTE" in words_of(printed(page, paper))


def test_what_is_empty_is_not_printed(plan: Page) -> None:
    plan.get_by_role("textbox", name=SAID["plan.title"]).fill("Later")
    words = tight(words_of(printed(plan, "A4")))
    assert "Later" in words
    assert tight(SAID["plan.empty"]) in words
    for text in ("At a glance", "By the clock", "Have at hand"):
        assert tight(text) not in words
    act(plan, SAID["plan.add-day"])
    add_part(plan, "Rest")
    words = tight(words_of(printed(plan, "A4")))
    assert words.count(tight(SAID["lesson.materials"])) == 1
    assert tight("By the clock: Day 1") not in words
    assert tight("By the clock: Day 2") in words
