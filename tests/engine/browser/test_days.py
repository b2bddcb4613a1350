"""Days after a course, which a learner takes along as a calendar file."""

from __future__ import annotations

from datetime import date, timedelta

from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.engine.browser.conftest import Place
from tests.engine.browser.said import SAID

DAYS = """<div class="cw-days">
<p><strong>Day 7.</strong> Did I take the first step? What, if anything, did it show me; and to whom?
It is a long question, so that its line in the file has to be folded, with ümläute in it.</p>
<p>A paragraph without a number is no day.</p>
<p><strong>Day 30.</strong> What runs now?</p>
</div>"""


def test_days_come_along_as_a_calendar_file(page: Page, sampler: Place) -> None:
    page.goto(sampler.page("lessons/questions/choosing.md"))
    page.add_script_tag(url=sampler.address + "assets/course/days.js")  # which only pages with days load
    # As a page that comes in the place of another, and one that has been there before.
    page.evaluate("(days) => document.querySelector('article').insertAdjacentHTML('beforeend', days)", DAYS)
    page.evaluate("() => { document$.next(document); document$.next(document); }")
    save = page.get_by_role("button", name=SAID["days.save"])
    expect(save).to_have_count(1)
    page.get_by_label(SAID["days.first"]).fill("2027-02-26")
    with page.expect_download() as download:
        save.press("Enter")
    text = download.value.path().read_bytes()
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))

    events = Calendar.from_ical(text).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [date(2027, 3, 4), date(2027, 3, 27)]
    assert [str(event["summary"]) for event in events] == ["Day 7", "Day 30"]
    assert "What, if anything, did it show me; and to whom?" in str(events[0]["description"])
    assert "ümläute" in str(events[0]["description"])
    (alarm,) = events[1].walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=9)
