"""A plan begins from a workshop of the course, and is run."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from coursewright.timetable import timetable
from tests.engine.browser.conftest import Place
from tests.engine.browser.planner.planning import (
    SING,
    a_plan,
    act,
    add_part,
    address_of,
    download,
    expect_rows,
    fill_time,
    findings,
    open_plan,
    own,
    packed,
    read_workshop,
    rows,
)
from tests.engine.browser.printing import printed, words_of
from tests.engine.browser.said import SAID
from tests.engine.browser.test_print import tight

NEST = [("10:00", "Gather twigs"), ("10:13", "Flap"), ("10:42", "Worms"), ("10:47", "Weave")]


def test_a_workshop_of_the_course_is_a_start(plan: Page) -> None:
    start = plan.get_by_role("button", name=SAID.of("plan.start-from", title="A nest in an hour"))
    expect(start).to_be_visible()
    add_part(plan, "Rest")
    expect(start).to_be_hidden()
    plan.get_by_text(SAID["plan.starts"]).click()
    start.click()
    expect_rows(plan, *NEST)
    expect(start).to_be_hidden()
    expect(plan.get_by_label(SAID["plan.people"])).to_have_value("9")
    act(plan, SAID.of("plan.back", title=SAID["plan.heading"]))
    expect_rows(plan, ("9:00", "Rest"))
    plan.get_by_role("button", name=SAID.of("plan.remove", title="Rest")).click()
    expect(start).to_be_visible()


def test_what_began_from_a_workshop_is_whole(plan: Page, planning: Place, tmp_path: Path) -> None:
    act(plan, SAID.of("plan.start-from", title="A nest in an hour"))
    expect(rows(plan).first.locator(".cw-plan-kind")).to_have_text(SAID["part.activity"])
    expect(plan.locator(".cw-plan-things > li")).to_have_text(
        [SAID.of("plan.copies", n=11, title="Perches I know (1 page)"), "twigs", "a basket"]
    )
    fill_time(plan, SAID["plan.end"], "10:50")
    expect(findings(plan).first).to_have_text(
        "It ends at 10:58, 8 minutes after 10:50. To fit: leave out “Weave” (11)."
    )
    plan.reload()
    expect_rows(plan, *NEST)

    data = download(plan, SAID["plan.file"], tmp_path, "a-nest-in-an-hour.md")
    assert b"activity" not in data
    workshop = read_workshop(data)
    (nest,) = planning.course.workshops
    for each in (nest, workshop):
        assert (each.location, each.reminder, each.revision) == ("The old oak, hollow 3; by the brook", 90, 2)
    (day,) = timetable(workshop, planning.course).days
    wanted = [(slot.start, slot.minutes, slot.title, slot.block) for slot in timetable(nest, planning.course).slots]
    assert [(slot.start, slot.minutes, slot.title, slot.block) for slot in day.slots] == wanted

    act(plan, SAID["run-mode.run"])
    act(plan, SAID["run-mode.begin"])
    for text in ("PLANGATHER", "threes"):
        expect(plan.locator(".cw-live")).to_contain_text(text)
    plan.keyboard.press("Escape")
    words = tight(words_of(printed(plan, "A4")))
    assert (words.count("PLANGATHER"), words.count("PLANTWIGS"), words.count("PLANWEAVE")) == (1, 1, 1)
    assert tight("from A nest in an hour") in words


def test_sheets_that_activities_work_with_are_kept(page: Page, planning: Place) -> None:
    """The sheet of an activity is printed once, named on paper, and led to when the plan is run."""
    code = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 2'/%3E"
    html = (planning.folder / "plan.html").read_text(encoding="utf-8")
    html, times = re.subn(
        '(?=data-slot="workshops/nest/gather")',
        f'data-code="{code}" data-address="https://birds.example/#perches" ',
        html,
    )
    assert times == 1
    page.route("**/plan.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    open_plan(page, planning)
    act(page, SAID.of("plan.start-from", title="A nest in an hour"))
    copies = page.locator(".cw-plan-things > li", has_text="copies")
    expect(copies).to_have_text([SAID.of("plan.copies", n=11, title="Perches I know (1 page)")])
    add_part(page, "Perches I know")  # the same sheet
    expect(copies).to_have_count(1)
    page.get_by_role("button", name=SAID.of("plan.remove", title="Perches I know")).click()

    words = tight(words_of(printed(page, "A4")))
    assert tight(SAID.of("plan.copies", n=11, title="Perches I know (1 page)")) in words
    assert words.count(tight("from A nest in an hour · Perches I know")) == 2

    act(page, SAID["run-mode.run"])
    act(page, SAID["run-mode.begin"])
    live = page.locator(".cw-live")
    expect(live.get_by_role("img", name=SAID["run-mode.code"])).to_have_attribute("src", code)
    link = live.get_by_role("link", name=SAID["run-mode.open-sheet"])
    expect(link).to_have_attribute("href", f"{planning.address}lessons/birds/perch.html#perches")
    expect(live.get_by_text("https://birds.example/#perches")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(live.get_by_role("heading", level=2)).to_have_text("Flap")
    expect(link).to_have_count(0)


def test_the_keyboard_stays_in_a_plan_that_is_opened(plan: Page) -> None:
    title = plan.locator("h2#plan-title")
    plan.get_by_role("textbox", name=SAID["plan.title"]).fill("My own")
    add_part(plan, "Rest")
    plan.get_by_text(SAID["plan.starts"]).press("Enter")
    plan.get_by_role("button", name=SAID.of("plan.start-from", title="A nest in an hour")).press("Enter")
    expect_rows(plan, *NEST)
    expect(title).to_be_focused()
    plan.get_by_role("button", name=SAID.of("plan.back", title="My own")).press("Enter")
    expect_rows(plan, ("9:00", "Rest"))
    expect(title).to_be_focused()


def test_activities_of_a_workshop_are_on_a_shelf(plan: Page, tmp_path: Path) -> None:
    shelf = plan.locator(
        ".cw-shelf", has=plan.get_by_role("heading", name=SAID.of("plan.activities-of", title="A nest in an hour"))
    )
    shelf.locator("summary", has_text="Gather twigs").click()
    link = shelf.get_by_role("link", name="the perch")
    expect(link).to_have_attribute("href", "lessons/birds/perch.html")
    add_part(plan, "Gather twigs")
    add_part(plan, "Rest")
    add_part(plan, "Weave")
    plan.get_by_role("spinbutton", name=SAID.of("plan.minutes-of", title="Weave")).fill("5")
    data = download(plan, SAID["plan.file"], tmp_path, "my-workshop.md").decode()
    assert "- nest: gather\n- birds/perch: rest\n- nest: weave 5\n" in data


def test_a_workshop_is_nothing_that_people_know_before(page: Page, planning: Place) -> None:
    open_plan(page, planning, address_of(a_plan("Odd", a=["workshops/nest", "birds/perch"])))
    assert packed(page)["a"] == ["birds/perch"]


def test_a_plan_is_run(plan: Page) -> None:
    plan.evaluate(
        "() => { const { run } = coursewright; const { offer } = run; "
        "run.offer = (...given) => offer(...(window.given = given)); }"
    )
    plan.get_by_role("textbox", name=SAID["plan.title"]).fill("A day")
    add_part(plan, SING)
    act(plan, SAID["plan.add-break"])
    own(plan, "Tea, again", 7)
    parts, options = plan.evaluate("given.map((each) => JSON.parse(JSON.stringify(each)))")
    told = [(part["slot"], part["kind"], part["start"], part["minutes"], part["shortest"]) for part in parts]
    assert told == [
        ("birds/perch/sing", "activity", 540, 15, 5),
        ("break", "break", 555, 15, 15),
        ("own/tea-again", "activity", 570, 7, 7),
    ]
    assert options == {"name": "A day", "room": "room"}
    assert plan.evaluate("given[0].map((part) => part.content?.className ?? null)") == ["cw-slot-content", None, None]
    act(plan, SAID["run-mode.run"])
    expect(plan.get_by_role("dialog").get_by_role("heading", level=2)).to_have_text("A day")
    plan.keyboard.press("Enter")
    plan.keyboard.press("ArrowRight")
    plan.reload()
    expect(plan.get_by_role("dialog").get_by_role("heading", level=2)).to_have_text(SAID["plan.break"])
    plan.keyboard.press("Escape")
    act(plan, SAID["run-mode.continue"])
    expect(plan.get_by_role("dialog").get_by_role("heading", level=2)).to_have_text(SAID["plan.break"])


def test_each_day_of_a_plan_is_run_by_itself(plan: Page) -> None:
    offers = plan.locator(".cw-plan-run button:visible")
    expect(offers).to_have_count(0)
    add_part(plan, SING)
    act(plan, SAID["plan.add-day"])
    expect(offers).to_have_text(["Run this workshop: Day 1"])
    own(plan, "Tea", 7)
    expect(offers).to_have_text(["Run this workshop: Day 1", "Run this workshop: Day 2"])
    offers.nth(1).click()
    expect(plan.get_by_role("dialog").get_by_role("heading", level=2)).to_have_text(re.compile("Day 2$"))
    act(plan, SAID["run-mode.begin"])
    expect(plan.get_by_role("dialog").get_by_role("heading", level=2)).to_have_text("Tea")


def test_a_run_knows_what_was_planned_anew(plan: Page) -> None:
    own(plan, "Tea", 7)
    act(plan, SAID["run-mode.run"])
    act(plan, SAID["run-mode.begin"])
    expect(plan.get_by_role("dialog").get_by_role("timer")).to_contain_text(re.compile("0[67]:"))
    plan.keyboard.press("Escape")
    plan.get_by_role("spinbutton", name=SAID.of("plan.minutes-of", title="Tea")).fill("50")
    act(plan, SAID["run-mode.continue"])
    expect(plan.get_by_role("dialog").get_by_role("timer")).to_contain_text(re.compile("(49|50):"))
