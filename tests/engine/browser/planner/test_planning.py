"""A trainer plans a workshop: by keyboard and by mouse, over several days, told what does not fit."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.engine.browser.planner.planning import (
    SING,
    act,
    add_part,
    expect_rows,
    fill_time,
    findings,
    packed,
    rows,
    status,
)
from tests.engine.browser.said import SAID

PERCH = ["Talk: The perch", "Questions: The perch", "Perches I know", SING, "Rest"]


# Planning


def test_by_keyboard_alone(plan: Page) -> None:
    keyboard = plan.keyboard
    plan.get_by_role("textbox", name=SAID["plan.title"]).focus()
    keyboard.type("A day with birds")
    plan.get_by_role("button", name=SAID.of("plan.add-lesson-name", title="The wing")).press("Enter")
    expect(status(plan)).to_contain_text("Added 3 parts, from 9:00 on. 2 h 59 min left")
    plan.get_by_role("button", name=SAID["plan.add-break"]).press("Enter")
    expect(status(plan)).to_contain_text(SAID.of("plan.added", time="9:31", title="Break"))
    plan.get_by_text(SAID["plan.own-new"]).press("Enter")
    plan.get_by_role("textbox", name=SAID["plan.own-name"]).focus()
    keyboard.type("Welcome")
    keyboard.press("Tab")
    keyboard.type("9")
    keyboard.press("Enter")
    expect(status(plan)).to_contain_text(SAID.of("plan.added", time="9:46", title="Welcome"))
    expect_rows(
        plan,
        ("9:00", SAID.of("run.reading", title="The wing")),
        ("9:01", SAID.of("run.questions", title="The wing")),
        ("9:02", "Flap"),
        ("9:31", SAID["plan.break"]),
        ("9:46", "Welcome"),
    )

    up = plan.get_by_role("button", name=SAID.of("plan.up", title="Welcome"))
    up.focus()
    for place, time in ((4, "9:31"), (3, "9:02"), (2, "9:01")):
        keyboard.press("Enter")
        expect(status(plan)).to_have_text(f"Welcome: {place} of 5, {time}")
        expect(up).to_be_focused()
    keyboard.press("Alt+ArrowUp")
    expect(status(plan)).to_have_text(SAID.of("plan.moved", title="Welcome", n=1, m="5", time="9:00"))
    expect(up).to_be_focused()
    expect(up).to_have_attribute("aria-disabled", "true")
    keyboard.press("Alt+ArrowUp")
    expect(status(plan)).to_have_text(SAID["plan.is-first"])

    plan.get_by_role("spinbutton", name=SAID.of("plan.minutes-of", title="Break")).focus()
    keyboard.press("Control+a")
    keyboard.type("20")
    keyboard.press("Alt+ArrowUp")
    expect(status(plan)).to_have_text(SAID.of("plan.moved", title="Break", n=4, m="5", time="9:11"))
    expect(plan.get_by_role("spinbutton", name=SAID.of("plan.minutes-of", title=SAID["plan.break"]))).to_be_focused()
    plan.get_by_role("button", name=SAID.of("plan.remove", title="Questions: The wing")).press("Enter")
    expect(status(plan)).to_have_text(SAID.of("plan.removed", title="Questions: The wing"))
    expect(plan.get_by_role("button", name=SAID.of("plan.remove", title=SAID["plan.break"]))).to_be_focused()
    expect_rows(
        plan,
        ("9:00", "Welcome"),
        ("9:09", SAID.of("run.reading", title="The wing")),
        ("9:10", SAID["plan.break"]),
        ("9:30", "Flap"),
    )
    assert packed(plan)["t"] == "A day with birds"


def test_by_mouse(plan: Page) -> None:
    act(plan, SAID.of("plan.add-lesson-name", title="The perch"))
    expect(rows(plan).locator("strong")).to_have_text(PERCH)
    drag(plan, 4, 1)
    expect(status(plan)).to_have_text(SAID.of("plan.moved", title="Rest", n=2, m="5", time="9:01"))
    expect_rows(
        plan,
        ("9:00", SAID.of("run.reading", title="The perch")),
        ("9:01", "Rest"),
        ("9:15", SAID.of("run.questions", title="The perch")),
        ("9:16", "Perches I know"),
        ("9:47", SING),
    )
    drag(plan, 0, 4, below=True)
    expect(status(plan)).to_have_text(SAID.of("plan.moved", title="Talk: The perch", n=5, m="5", time="10:01"))
    plan.keyboard.press("Escape")
    before = plan.url
    handle, target = handle_of(plan, 3), rows(plan).nth(0)
    handle.hover()
    plan.mouse.down()
    target.hover(force=True)
    expect(target).to_have_attribute("data-drop", re.compile("before|after"))
    plan.keyboard.press("Escape")
    plan.mouse.up()
    expect(plan.locator("[data-drop], [data-dragged]")).to_have_count(0)
    assert plan.url == before


def handle_of(page: Page, place: int) -> Locator:
    return rows(page).nth(place).locator(".cw-plan-handle")


def drag(page: Page, place: int, to: int, *, below: bool = False) -> None:
    """Drag a row above or below another."""
    handle_of(page, place).hover()
    page.mouse.down()
    target = rows(page).nth(to)
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box
    page.mouse.move(box["x"] + 30, box["y"] + box["height"] * (0.8 if below else 0.2), steps=4)
    page.mouse.up()


def test_what_does_not_fit_is_told_with_what_to_cut(plan: Page) -> None:
    expect(findings(plan)).to_have_text([SAID["plan.empty"]])
    act(plan, SAID.of("plan.add-lesson-name", title="The perch"))
    expect(findings(plan)).to_have_text([SAID["plan.fits"]])
    total = plan.locator(".cw-plan-total")
    expect(total).to_have_text("9:00–10:02, 1 h 2 min planned: 2 h 28 min left")
    fill_time(plan, SAID["plan.end"], "10:00")
    expect(total).to_have_text("9:00–10:02, 1 h 2 min planned: 2 min over")
    expect(findings(plan)).to_have_text(["It ends at 10:02, 2 minutes after 10:00. To fit: leave out “Rest” (14)."])
    fill_time(plan, SAID["plan.end"], "09:40")
    both = f"leave out “Rest” (14), shorten “{SING}” to 5"
    expect(findings(plan)).to_have_text([f"It ends at 10:02, 22 minutes after 9:40. To fit: {both}."])
    fill_time(plan, SAID["plan.end"], "09:30")
    expect(findings(plan)).to_contain_text([f"To fit: {both}; then 8 minutes more."])

    fill_time(plan, SAID["plan.end"], "12:00")
    act(plan, SAID.of("plan.add-lesson-name", title="The wing"))
    expect(findings(plan)).to_have_text(["93 minutes without a break from 9:00 on. People need one after 90."])
    act(plan, SAID["plan.add-break"])
    plan.get_by_role("button", name=SAID.of("plan.up", title="Break")).press("Enter")
    expect(findings(plan)).to_have_text([SAID["plan.fits"]])


def test_what_a_lesson_builds_on_comes_before_it_or_is_known(plan: Page) -> None:
    act(plan, SAID.of("plan.add-lesson-name", title="The wing"))
    told = "“The wing” builds on “The perch”, which does not come before it."
    expect(findings(plan)).to_contain_text([told])
    act(plan, SAID.of("plan.assume-name", title="The perch"))
    expect(findings(plan)).to_have_text([SAID["plan.fits"]])
    assert packed(plan)["a"] == ["birds/perch"]
    act(plan, SAID.of("plan.unassume-name", title="The perch"))
    expect(findings(plan)).to_contain_text([told])
    add_part(plan, "Rest")
    expect(findings(plan)).to_contain_text([told])
    for _ in range(3):
        plan.get_by_role("button", name=SAID.of("plan.up", title="Rest")).press("Enter")
    expect(findings(plan)).to_have_text([SAID["plan.fits"]])


def test_what_to_print_and_to_bring(plan: Page) -> None:
    act(plan, SAID.of("plan.add-lesson-name", title="The perch"))
    things = plan.locator(".cw-plan-things > li")
    expect(things).to_have_text([SAID.of("plan.copies", n=14, title="Perches I know (1 page)"), "a song", "a whistle"])
    plan.get_by_label(SAID["plan.people"]).fill("20")
    expect(things.first).to_have_text(SAID.of("plan.copies", n=22, title="Perches I know (1 page)"))
    expect(plan.locator(".cw-shelf-mark").filter(visible=True)).to_have_count(5)


def test_numbers_out_of_range_are_set_right_and_told(plan: Page) -> None:
    add_part(plan, "Rest")
    people, minutes = (
        plan.get_by_label(SAID["plan.people"]),
        plan.get_by_role("spinbutton", name=SAID.of("plan.minutes-of", title="Rest")),
    )
    for field, written, taken in ((people, "0", "1"), (people, "9999", "500"), (minutes, "481", "480")):
        field.fill(written)
        field.press("Tab")
        expect(field).to_have_value(taken)
        expect(status(plan)).to_contain_text(f"Set to {taken}: it must be between 1 and")
    minutes.fill("")
    minutes.press("Tab")
    expect(minutes).to_have_value("480")
    add_part(plan, "Perches I know")
    minutes.fill("999")
    minutes.press("Alt+ArrowDown")
    expect(status(plan)).to_have_text(SAID.of("plan.moved", title="Rest", n=2, m="2", time="9:31"))
    expect(minutes).to_be_focused()
    minutes.press("Tab")
    expect(status(plan)).to_contain_text("Set to 480")
    assert packed(plan)["n"] == 500


def test_an_end_before_the_start_is_one_after_midnight(plan: Page) -> None:
    fill_time(plan, SAID["plan.start"], "22:30")
    fill_time(plan, SAID["plan.end"], "01:00")
    act(plan, SAID.of("plan.add-lesson-name", title="The perch"))
    act(plan, SAID.of("plan.add-lesson-name", title="The wing"))
    expect(plan.locator(".cw-plan-total")).to_contain_text("22:30–0:03, 1 h 33 min planned: 57 min left")
    expect(rows(plan).last.locator(".cw-plan-time")).to_have_text("23:34")


def test_several_days(plan: Page) -> None:
    add_part(plan, "Rest")
    act(plan, SAID["plan.add-day"])
    expect(plan.get_by_role("combobox", name=SAID["plan.add-to"])).to_have_value("1")
    add_part(plan, "Perches I know")
    plan.get_by_role("button", name=SAID.of("plan.down", title="Rest")).press("Enter")
    expect(status(plan)).to_have_text(SAID.of("plan.moved", title="Day 2: Rest", n=1, m="2", time="9:00"))
    expect(plan.get_by_role("list", name="Day 2").locator("strong")).to_have_text(["Rest", "Perches I know"])
    expect(findings(plan)).to_have_text(["Day 1: nothing is planned yet."])
    minutes = plan.get_by_role("spinbutton", name=SAID.of("plan.minutes-of", title="Rest"))
    minutes.fill("999")
    plan.keyboard.press("Alt+ArrowUp")
    expect(status(plan)).to_have_text(SAID.of("plan.moved", title="Day 1: Rest", n=1, m="1", time="9:00"))
    expect(minutes).to_be_focused()
    expect(minutes).to_have_value("480")
    plan.keyboard.press("Alt+ArrowDown")
    expect(plan.get_by_role("list", name="Day 2").locator("strong")).to_have_text(["Rest", "Perches I know"])
    act(plan, SAID["plan.remove-day"])
    expect(plan.get_by_role("list", name=SAID["plan.heading"]).locator("strong")).to_have_text(
        ["Rest", "Perches I know"]
    )


def test_the_status_says_nothing_that_is_no_longer_true(plan: Page) -> None:
    add_part(plan, "Rest")
    expect(status(plan)).to_have_text("Added at 9:00: Rest. 3 h 16 min left")
    plan.get_by_role("spinbutton", name=SAID.of("plan.minutes-of", title="Rest")).fill("20")
    expect(status(plan)).to_have_text("")
    add_part(plan, "Rest")
    plan.get_by_label(SAID["plan.people"]).fill("13")
    expect(status(plan)).to_have_text("")
    add_part(plan, "Rest")
    fill_time(plan, SAID["plan.end"], "12:00")
    expect(status(plan)).to_have_text("")


def test_how_long_it_really_took(plan: Page) -> None:
    expect(plan.locator("summary", has_text="Gather twigs")).to_contain_text(
        SAID.of("plan.planned-took", planned="13", took="took 24 (median of 3 runs)")
    )
    add_part(plan, "Rest")
    expect(rows(plan).first).to_contain_text(
        SAID.of("plan.planned-took", planned="14", took="took 15 (median of 3 runs)")
    )
    plan.get_by_role("spinbutton", name=SAID.of("plan.minutes-of", title="Rest")).fill("16")
    expect(rows(plan).first).to_contain_text(
        SAID.of("plan.planned-took", planned="16", took="took 15 (median of 3 runs)")
    )
    expect(findings(plan)).to_have_text([SAID["plan.fits"]])
    add_part(plan, "Gather twigs")
    told = "“Gather twigs”: planned 13, took 24 (median of 3 runs)."
    expect(findings(plan)).to_contain_text([SAID["plan.fits"], told])
    act(plan, SAID.of("plan.take-name", n=24, title="Gather twigs"))
    expect(findings(plan)).to_have_text([SAID["plan.fits"]])
    expect(status(plan)).to_have_text(SAID.of("plan.taken", title="Gather twigs", n=24))
    expect(plan.get_by_role("spinbutton", name=SAID.of("plan.minutes-of", title="Gather twigs"))).to_have_value("24")
    expect(plan.get_by_role("spinbutton", name=SAID.of("plan.minutes-of", title="Gather twigs"))).to_be_focused()


def test_an_empty_plan_has_no_times(plan: Page) -> None:
    total = plan.locator(".cw-plan-total")
    expect(total).to_have_text(SAID["plan.empty"])
    expect(plan.locator(".cw-plan-length")).to_have_text("9:00–12:30, 3 h 30 min in all")
    act(plan, SAID["plan.add-day"])
    add_part(plan, "Rest")
    expect(total).to_have_text("Day 1: nothing is planned yet.Day 2: 9:00–9:14, 14 min planned: 3 h 16 min left")
