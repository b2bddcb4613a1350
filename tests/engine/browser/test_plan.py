"""A trainer plans a workshop, by keyboard and by mouse; shares, keeps and prints it, and takes it along as files."""

from __future__ import annotations

import base64
import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from coursewright.drawing.run_sheet import title_of
from coursewright.model import Workshop
from coursewright.problem import Problems
from coursewright.reader.page import read_page
from coursewright.timetable import timetable
from coursewright.words import load_words
from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.printing import MARGIN, WHITE, grounds, printed, right_edge, words_of
from tests.engine.browser.test_accessibility import DESK, PHONE, Scheme, faults_of
from tests.engine.browser.test_print import tight
from tests.engine.browser.test_without import DENIED, FULL
from tests.engine.site.building import SMALL_COURSES, build_small, read

SING = 'Sing, "loud"; then <louder>'
PERCH = ["Talk: The perch", "Questions: The perch", "Perches I know", SING, "Rest"]
HOSTILE = "</script><img src=x onerror=\"alert('x')\">,;\\ ``` <!-- *[x] 'ü🐦"


@pytest.fixture(scope="session")
def planning_file(into: Path) -> Place:
    folder = build_small("plan", "trainer", into).site
    return Place(f"{folder.as_uri()}/", folder, read(SMALL_COURSES / "plan"))


@pytest.fixture
def plan(page: Page, planning: Place) -> Page:
    return open_plan(page, planning)


def open_plan(page: Page, place: Place, address: str = "plan.html") -> Page:
    page.goto(place.address + address)
    expect(page.locator("workshop-plan")).to_have_attribute("data-ready", "")
    return page


def act(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def add_part(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(f"^Add: {re.escape(name)}")).click()


def own(page: Page, title: str, minutes: int) -> None:
    form = page.get_by_role("form", name="Add an activity of your own")
    if not form.is_visible():
        page.get_by_text("Add an activity of your own").click()
    form.get_by_role("textbox", name="What you do").fill(title)
    form.get_by_role("spinbutton", name="Minutes").fill(str(minutes))
    form.get_by_role("button", name="Add it").click()


def rows(page: Page) -> Locator:
    return page.locator(".cw-plan-row")


def expect_rows(page: Page, *wanted: tuple[str, str]) -> None:
    """The rows by time and title."""
    expect(rows(page).locator(".cw-plan-time")).to_have_text([time for time, _ in wanted])
    expect(rows(page).locator("strong")).to_have_text([title for _, title in wanted])


def status(page: Page) -> Locator:
    return page.locator(".cw-plan-bar").get_by_role("status")


def findings(page: Page) -> Locator:
    return page.get_by_role("region", name="Does it fit?").get_by_role("listitem")


def packed(page: Page) -> dict[str, Any]:
    """The plan in the address."""
    code = page.url.partition("#plan=")[2]
    plan: dict[str, Any] = json.loads(base64.urlsafe_b64decode(code + "=" * (-len(code) % 4)))
    return plan


def address_of(value: object) -> str:
    code = base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")
    return f"plan.html#plan={code}"


def a_plan(title: str = "Birds", *items: object, **more: object) -> dict[str, object]:
    return {"v": 1, "t": title, "n": 12, "u": "abc", "y": [[540, 750, list(items)]], **more}


def fill_time(page: Page, name: str, time: str) -> None:
    page.get_by_label(name, exact=True).fill(time)


# Planning


def test_by_keyboard_alone(plan: Page) -> None:
    keyboard = plan.keyboard
    plan.get_by_role("textbox", name="Title").focus()
    keyboard.type("A day with birds")
    plan.get_by_role("button", name="Add the whole lesson: The wing").press("Enter")
    expect(status(plan)).to_contain_text("Added 3 parts, from 9:00 on. 2 h 59 min left")
    plan.get_by_role("button", name="Add a break").press("Enter")
    expect(status(plan)).to_contain_text("Added at 9:31: Break.")
    plan.get_by_text("Add an activity of your own").press("Enter")
    plan.get_by_role("textbox", name="What you do").focus()
    keyboard.type("Welcome")
    keyboard.press("Tab")
    keyboard.type("9")
    keyboard.press("Enter")
    expect(status(plan)).to_contain_text("Added at 9:46: Welcome.")
    expect_rows(
        plan,
        ("9:00", "Talk: The wing"),
        ("9:01", "Questions: The wing"),
        ("9:02", "Flap"),
        ("9:31", "Break"),
        ("9:46", "Welcome"),
    )

    up = plan.get_by_role("button", name="Move up: Welcome")
    up.focus()
    for place, time in ((4, "9:31"), (3, "9:02"), (2, "9:01")):
        keyboard.press("Enter")
        expect(status(plan)).to_have_text(f"Welcome: {place} of 5, {time}")
        expect(up).to_be_focused()
    keyboard.press("Alt+ArrowUp")
    expect(status(plan)).to_have_text("Welcome: 1 of 5, 9:00")
    expect(up).to_be_focused()
    expect(up).to_have_attribute("aria-disabled", "true")
    keyboard.press("Alt+ArrowUp")
    expect(status(plan)).to_have_text("It is the first already.")

    plan.get_by_role("spinbutton", name="Minutes: Break").focus()
    keyboard.press("Control+a")
    keyboard.type("20")
    keyboard.press("Alt+ArrowUp")
    expect(status(plan)).to_have_text("Break: 4 of 5, 9:11")
    expect(plan.get_by_role("spinbutton", name="Minutes: Break")).to_be_focused()
    plan.get_by_role("button", name="Remove: Questions: The wing").press("Enter")
    expect(status(plan)).to_have_text("Removed: Questions: The wing")
    expect(plan.get_by_role("button", name="Remove: Break")).to_be_focused()
    expect_rows(plan, ("9:00", "Welcome"), ("9:09", "Talk: The wing"), ("9:10", "Break"), ("9:30", "Flap"))
    assert packed(plan)["t"] == "A day with birds"


def test_by_mouse(plan: Page) -> None:
    act(plan, "Add the whole lesson: The perch")
    expect(rows(plan).locator("strong")).to_have_text(PERCH)
    drag(plan, 4, 1)
    expect(status(plan)).to_have_text("Rest: 2 of 5, 9:01")
    expect_rows(
        plan,
        ("9:00", "Talk: The perch"),
        ("9:01", "Rest"),
        ("9:15", "Questions: The perch"),
        ("9:16", "Perches I know"),
        ("9:47", SING),
    )
    drag(plan, 0, 4, below=True)
    expect(status(plan)).to_have_text("Talk: The perch: 5 of 5, 10:01")
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
    expect(findings(plan)).to_have_text(["Nothing is planned yet."])
    act(plan, "Add the whole lesson: The perch")
    expect(findings(plan)).to_have_text(["It fits."])
    total = plan.locator(".cw-plan-total")
    expect(total).to_have_text("9:00–10:02, 1 h 2 min planned: 2 h 28 min left")
    fill_time(plan, "End", "10:00")
    expect(total).to_have_text("9:00–10:02, 1 h 2 min planned: 2 min over")
    expect(findings(plan)).to_have_text(["It ends at 10:02, 2 minutes after 10:00. To fit: leave out “Rest” (14)."])
    fill_time(plan, "End", "09:40")
    both = f"leave out “Rest” (14), shorten “{SING}” to 5"
    expect(findings(plan)).to_have_text([f"It ends at 10:02, 22 minutes after 9:40. To fit: {both}."])
    fill_time(plan, "End", "09:30")
    expect(findings(plan)).to_contain_text([f"To fit: {both}; then 8 minutes more."])

    fill_time(plan, "End", "12:00")
    act(plan, "Add the whole lesson: The wing")
    expect(findings(plan)).to_have_text(["93 minutes without a break from 9:00 on. People need one after 90."])
    act(plan, "Add a break")
    plan.get_by_role("button", name="Move up: Break").press("Enter")
    expect(findings(plan)).to_have_text(["It fits."])


def test_what_a_lesson_builds_on_comes_before_it_or_is_known(plan: Page) -> None:
    act(plan, "Add the whole lesson: The wing")
    told = "“The wing” builds on “The perch”, which does not come before it."
    expect(findings(plan)).to_contain_text([told])
    act(plan, "They know it already: The perch")
    expect(findings(plan)).to_have_text(["It fits."])
    assert packed(plan)["a"] == ["birds/perch"]
    act(plan, "Take it back: The perch")
    expect(findings(plan)).to_contain_text([told])
    add_part(plan, "Rest")
    expect(findings(plan)).to_contain_text([told])
    for _ in range(3):
        plan.get_by_role("button", name="Move up: Rest").press("Enter")
    expect(findings(plan)).to_have_text(["It fits."])


def test_what_to_print_and_to_bring(plan: Page) -> None:
    act(plan, "Add the whole lesson: The perch")
    things = plan.locator(".cw-plan-things > li")
    expect(things).to_have_text(["14 copies: Perches I know (1 page)", "a song", "a whistle"])
    plan.get_by_label("People").fill("20")
    expect(things.first).to_have_text("22 copies: Perches I know (1 page)")
    expect(plan.locator(".cw-shelf-mark").filter(visible=True)).to_have_count(5)


def test_numbers_out_of_range_are_set_right_and_told(plan: Page) -> None:
    add_part(plan, "Rest")
    people, minutes = plan.get_by_label("People"), plan.get_by_role("spinbutton", name="Minutes: Rest")
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
    expect(status(plan)).to_have_text("Rest: 2 of 2, 9:31")
    expect(minutes).to_be_focused()
    minutes.press("Tab")
    expect(status(plan)).to_contain_text("Set to 480")
    assert packed(plan)["n"] == 500


def test_an_end_before_the_start_is_one_after_midnight(plan: Page) -> None:
    fill_time(plan, "Start", "22:30")
    fill_time(plan, "End", "01:00")
    act(plan, "Add the whole lesson: The perch")
    act(plan, "Add the whole lesson: The wing")
    expect(plan.locator(".cw-plan-total")).to_contain_text("22:30–0:03, 1 h 33 min planned: 57 min left")
    expect(rows(plan).last.locator(".cw-plan-time")).to_have_text("23:34")


def test_several_days(plan: Page) -> None:
    add_part(plan, "Rest")
    act(plan, "Add a day")
    expect(plan.get_by_role("combobox", name="Add to")).to_have_value("1")
    add_part(plan, "Perches I know")
    plan.get_by_role("button", name="Move down: Rest").press("Enter")
    expect(status(plan)).to_have_text("Day 2: Rest: 1 of 2, 9:00")
    expect(plan.get_by_role("list", name="Day 2").locator("strong")).to_have_text(["Rest", "Perches I know"])
    expect(findings(plan)).to_have_text(["Day 1: nothing is planned yet."])
    minutes = plan.get_by_role("spinbutton", name="Minutes: Rest")
    minutes.fill("999")
    plan.keyboard.press("Alt+ArrowUp")
    expect(status(plan)).to_have_text("Day 1: Rest: 1 of 1, 9:00")
    expect(minutes).to_be_focused()
    expect(minutes).to_have_value("480")
    plan.keyboard.press("Alt+ArrowDown")
    expect(plan.get_by_role("list", name="Day 2").locator("strong")).to_have_text(["Rest", "Perches I know"])
    act(plan, "Remove this day")
    expect(plan.get_by_role("list", name="My workshop").locator("strong")).to_have_text(["Rest", "Perches I know"])


def test_start_afresh_asks_first(plan: Page) -> None:
    add_part(plan, "Rest")
    act(plan, "Start afresh")
    expect(plan.get_by_role("button", name="Keep it")).to_be_focused()
    plan.keyboard.press("Escape")
    expect(plan.get_by_role("button", name="Start afresh")).to_be_focused()
    expect(rows(plan)).to_have_count(1)
    act(plan, "Start afresh")
    act(plan, "Delete it")
    expect(status(plan)).to_have_text("The plan is empty.")
    expect(rows(plan)).to_have_count(0)
    plan.reload()
    expect(plan.locator("workshop-plan")).to_have_attribute("data-ready", "")
    expect(rows(plan)).to_have_count(0)


# Keeping and sharing


def test_a_plan_is_shared_by_its_address(plan: Page, planning: Place, new_context: NewContext) -> None:
    plan.get_by_role("textbox", name="Title").fill(HOSTILE)
    add_part(plan, SING)
    own(plan, HOSTILE, 7)
    plan.get_by_label("Where").select_option("remote")
    wanted = [("9:00", SING), ("9:15", HOSTILE)]
    plan.reload()
    expect_rows(plan, *wanted)
    plan.goto(planning.address + "plan.html")  # without the plan in it, from what the browser kept
    expect_rows(plan, *wanted)

    other = new_context().new_page()
    other.goto(plan.url)
    expect_rows(other, *wanted)
    expect(other.get_by_role("textbox", name="Title")).to_have_value(HOSTILE)
    expect(other.get_by_label("Where")).to_have_value("remote")
    expect(other.locator(".cw-plan img, .cw-plan script")).to_have_count(0)
    expect(other.get_by_role("button", name=re.compile("^Go back to"))).to_have_count(0)


def test_what_was_planned_before_a_shared_plan_is_not_lost(page: Page, planning: Place) -> None:
    open_plan(page, planning)
    page.get_by_role("textbox", name="Title").fill("My own")
    add_part(page, "Rest")
    page.goto("about:blank")
    open_plan(page, planning, address_of(a_plan("Theirs", "birds/wing/flap")))
    expect_rows(page, ("9:00", "Flap"))
    expect(page.get_by_text("What you planned before is kept.")).to_be_visible()
    page.reload()
    expect_rows(page, ("9:00", "Flap"))
    act(page, "Go back to: My own")
    expect(status(page)).to_have_text("Opened: My own")
    expect_rows(page, ("9:00", "Rest"))
    expect(page.get_by_role("button", name="Go back to: Theirs")).to_be_visible()
    act(page, "I no longer need it")
    expect(page.get_by_role("button", name=re.compile("^Go back to"))).to_have_count(0)
    page.reload()
    expect_rows(page, ("9:00", "Rest"))
    expect(page.get_by_role("button", name=re.compile("^Go back to"))).to_have_count(0)


def test_an_address_that_is_pasted_into_the_open_page(page: Page, planning: Place) -> None:
    open_plan(page, planning)
    page.get_by_role("textbox", name="Title").fill("My own")
    add_part(page, "Rest")
    page.goto(planning.address + address_of(a_plan("Theirs", "birds/wing/flap")))
    expect_rows(page, ("9:00", "Flap"))
    expect(page.get_by_role("button", name="Go back to: My own")).to_be_visible()


DAMAGED = [
    "plan.html#plan=",
    "plan.html#plan=!!!",
    "plan.html#plan=eyJ2IjoxLCJ0",
    address_of(None),
    address_of([1]),
    address_of({"v": 1}),
    address_of({"v": "1", "y": []}),
]


@pytest.mark.parametrize("address", DAMAGED)
def test_a_damaged_address_is_told_and_ignored(page: Page, planning: Place, address: str) -> None:
    open_plan(page, planning)
    add_part(page, "Rest")
    page.goto("about:blank")
    open_plan(page, planning, address)
    expect(status(page)).to_have_text("The plan in this address is damaged, so it has not been opened.")
    expect_rows(page, ("9:00", "Rest"))


def test_odd_values_in_an_address_are_set_right(page: Page, planning: Place) -> None:
    items = [
        ["break", -4, {"a": 1}],
        ["own", 1e9, "x" * 10_000],
        "birds/gone/reading",
        {"__proto__": 1},
        ["birds/wing/flap", "no"],
    ]
    odd = {
        "v": 1,
        "t": "y" * 10_000,
        "d": "2027-02-31",
        "n": "many",
        "a": ["birds/gone", 3],
        "u": "</script>",
        "y": [[-1, 9e9, items], 7],
    }
    open_plan(page, planning, address_of(odd))
    expect(status(page)).to_contain_text("no longer has them (2): birds/gone/reading")
    expect(status(page)).to_contain_text("have been set right")
    expect_rows(page, ("0:00", "Break"), ("0:01", "x" * 200), ("8:01", "Flap"))
    kept = packed(page)
    assert (kept["t"], kept["n"], "d" in kept, "a" in kept) == ("y" * 200, 12, False, False)
    assert kept["y"] == [[0, 1440, [["break", 1], ["own", 480, "x" * 200], "birds/wing/flap"]], [540, 750, []]]
    open_plan(page, planning, address_of({**a_plan(), "v": 2}))
    expect(status(page)).to_contain_text("made by a newer version")


@pytest.mark.parametrize("script", [DENIED, FULL], ids=["denied", "full"])
def test_without_storage_the_address_keeps_the_plan(page: Page, planning: Place, script: str) -> None:
    page.add_init_script(script)
    open_plan(page, planning)
    add_part(page, "Rest")
    expect(page.get_by_text("This browser does not keep the plan.")).to_be_visible()
    page.reload()
    expect_rows(page, ("9:00", "Rest"))


def test_the_address_is_copied_or_shown_to_be_copied(page: Page, planning: Place, new_context: NewContext) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    able = open_plan(context.new_page(), planning)
    add_part(able, "Rest")
    act(able, "Copy the address")
    expect(status(able)).to_contain_text("The address is copied.")
    assert able.evaluate("navigator.clipboard.readText()") == able.url

    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    open_plan(page, planning)
    add_part(page, "Rest")
    act(page, "Copy the address")
    field = page.get_by_role("textbox", name="The address of this plan")
    expect(field).to_be_focused()
    expect(field).to_have_value(page.url)
    assert page.evaluate("getSelection().toString()") == page.url


def test_from_a_folder(page: Page, planning_file: Place) -> None:
    open_plan(page, planning_file)
    add_part(page, "Rest")
    page.reload()
    expect_rows(page, ("9:00", "Rest"))


NEST = [("10:00", "Gather twigs"), ("10:13", "Flap"), ("10:42", "Worms"), ("10:47", "Weave")]


def test_a_workshop_of_the_course_is_a_start(plan: Page) -> None:
    start = plan.get_by_role("button", name="Start from: A nest in an hour")
    expect(start).to_be_visible()
    add_part(plan, "Rest")
    expect(start).to_be_hidden()
    plan.get_by_text("Start from a workshop of the course").click()
    start.click()
    expect_rows(plan, *NEST)
    expect(start).to_be_hidden()
    expect(plan.get_by_label("People")).to_have_value("9")
    act(plan, "Go back to: My workshop")
    expect_rows(plan, ("9:00", "Rest"))
    plan.get_by_role("button", name="Remove: Rest").click()
    expect(start).to_be_visible()


def test_what_began_from_a_workshop_is_whole(plan: Page, planning: Place, tmp_path: Path) -> None:
    act(plan, "Start from: A nest in an hour")
    expect(rows(plan).first.locator(".cw-plan-kind")).to_have_text("Activity")
    expect(plan.locator(".cw-plan-things > li")).to_have_text(
        ["11 copies: Perches I know (1 page)", "twigs", "a basket"]
    )
    fill_time(plan, "End", "10:50")
    expect(findings(plan).first).to_have_text(
        "It ends at 10:58, 8 minutes after 10:50. To fit: leave out “Weave” (11)."
    )
    plan.reload()
    expect_rows(plan, *NEST)

    data = download(plan, "Workshop file", tmp_path, "a-nest-in-an-hour.md")
    assert b"activity" not in data
    workshop = read_workshop(data)
    (nest,) = planning.course.workshops
    (day,) = timetable(workshop, planning.course).days
    wanted = [(slot.start, slot.minutes, slot.title, slot.block) for slot in timetable(nest, planning.course).slots]
    assert [(slot.start, slot.minutes, slot.title, slot.block) for slot in day.slots] == wanted

    act(plan, "Run this workshop")
    act(plan, "Begin")
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
    act(page, "Start from: A nest in an hour")
    copies = page.locator(".cw-plan-things > li", has_text="copies")
    expect(copies).to_have_text(["11 copies: Perches I know (1 page)"])
    add_part(page, "Perches I know")  # the same sheet
    expect(copies).to_have_count(1)
    page.get_by_role("button", name="Remove: Perches I know").click()

    words = tight(words_of(printed(page, "A4")))
    assert tight("11 copies: Perches I know (1 page)") in words
    assert words.count(tight("from A nest in an hour · Perches I know")) == 2

    act(page, "Run this workshop")
    act(page, "Begin")
    live = page.locator(".cw-live")
    expect(live.get_by_role("img", name="Code that leads to this worksheet")).to_have_attribute("src", code)
    link = live.get_by_role("link", name="Open the sheet")
    expect(link).to_have_attribute("href", f"{planning.address}lessons/birds/perch.html#perches")
    expect(live.get_by_text("https://birds.example/#perches")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(live.get_by_role("heading", level=2)).to_have_text("Flap")
    expect(link).to_have_count(0)


def test_the_keyboard_stays_in_a_plan_that_is_opened(plan: Page) -> None:
    title = plan.locator("h2#plan-title")
    plan.get_by_role("textbox", name="Title").fill("My own")
    add_part(plan, "Rest")
    plan.get_by_text("Start from a workshop of the course").press("Enter")
    plan.get_by_role("button", name="Start from: A nest in an hour").press("Enter")
    expect_rows(plan, *NEST)
    expect(title).to_be_focused()
    plan.get_by_role("button", name="Go back to: My own").press("Enter")
    expect_rows(plan, ("9:00", "Rest"))
    expect(title).to_be_focused()


def test_activities_of_a_workshop_are_on_a_shelf(plan: Page, tmp_path: Path) -> None:
    shelf = plan.locator(".cw-shelf", has=plan.get_by_role("heading", name="Activities of: A nest in an hour"))
    shelf.locator("summary", has_text="Gather twigs").click()
    link = shelf.get_by_role("link", name="the perch")
    expect(link).to_have_attribute("href", "lessons/birds/perch.html")
    add_part(plan, "Gather twigs")
    add_part(plan, "Rest")
    add_part(plan, "Weave")
    plan.get_by_role("spinbutton", name="Minutes: Weave").fill("5")
    data = download(plan, "Workshop file", tmp_path, "my-workshop.md").decode()
    assert "- nest: gather\n- birds/perch: rest\n- nest: weave 5\n" in data


def test_plans_of_before_the_shelf_of_a_workshop_still_open(page: Page, planning: Place) -> None:
    open_plan(page, planning, address_of(a_plan("Old", ["own", 13, "Gather twigs"], ["birds/wing/flap", 29])))
    expect_rows(page, ("9:00", "Gather twigs"), ("9:13", "Flap"))
    expect(rows(page).first.locator(".cw-plan-kind")).to_have_text("Activity of your own")
    expect(status(page)).to_have_text("")


def test_a_workshop_is_nothing_that_people_know_before(page: Page, planning: Place) -> None:
    open_plan(page, planning, address_of(a_plan("Odd", a=["workshops/nest", "birds/perch"])))
    assert packed(page)["a"] == ["birds/perch"]


def test_the_status_says_nothing_that_is_no_longer_true(plan: Page) -> None:
    add_part(plan, "Rest")
    expect(status(plan)).to_have_text("Added at 9:00: Rest. 3 h 16 min left")
    plan.get_by_role("spinbutton", name="Minutes: Rest").fill("20")
    expect(status(plan)).to_have_text("")
    add_part(plan, "Rest")
    plan.get_by_label("People").fill("13")
    expect(status(plan)).to_have_text("")
    add_part(plan, "Rest")
    fill_time(plan, "End", "12:00")
    expect(status(plan)).to_have_text("")


def test_what_was_planned_before_is_no_matter_of_an_address(page: Page, planning: Place) -> None:
    open_plan(page, planning)
    add_part(page, "Rest")
    page.get_by_text("Start from a workshop of the course").click()
    act(page, "Start from: A nest in an hour")
    act(page, "Start afresh")
    act(page, "Delete it")
    expect(page.get_by_role("button", name="Go back to: My workshop")).to_be_visible()
    expect(page.locator("workshop-plan")).not_to_contain_text("in the address")
    page.goto(planning.address + address_of(a_plan("Theirs", "birds/wing/flap")))
    expect(status(page)).to_have_text("")
    page.goto(planning.address + address_of(a_plan("Others", "birds/wing/flap")))
    expect(status(page)).to_have_text("The plan in the address was opened: Others")


def test_what_one_came_for_is_in_sight(new_context: NewContext, planning: Place) -> None:
    page = new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.add_init_script("window.print = () => (window.asked = true)")
    open_plan(page, planning)
    bar = page.locator(".cw-plan-bar")
    expect(bar.get_by_role("button").filter(visible=True)).to_have_count(0)
    act(page, "Add the whole lesson: The perch")
    bar.get_by_role("button", name="Print").click()
    assert page.evaluate("asked")
    bar.get_by_role("button", name="Run").click()
    expect(page.locator(".cw-live")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".cw-live")).to_have_count(0)
    act(page, "Add a day")
    add_part(page, "Rest")
    bar.get_by_role("button", name="Run").click()
    first = page.locator(".cw-plan-run button:visible").first
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()


def test_on_a_phone_the_bar_takes_little(new_context: NewContext, planning: Place) -> None:
    page = new_context(viewport={"width": 320, "height": 640}).new_page()
    open_plan(page, planning)
    bar, see = page.locator(".cw-plan-bar"), page.get_by_role("button", name="See the plan")
    expect(page.locator("#plan-title")).to_be_in_viewport()
    expect(see).to_be_hidden()
    page.get_by_role("heading", name="The wing").scroll_into_view_if_needed()
    expect(see).to_be_visible()
    act(page, "Add the whole lesson: The wing")
    expect(status(page)).to_contain_text("Added 3 parts")
    expect(see).to_be_visible()
    lines = bar.evaluate("bar => bar.offsetHeight / parseFloat(getComputedStyle(bar).lineHeight)")
    assert lines < 4
    total, button = page.locator(".cw-plan-total").bounding_box(), see.bounding_box()
    assert total
    assert button
    assert total["y"] < button["y"] + button["height"]
    assert button["y"] < total["y"] + total["height"]
    see.click()
    expect(see).to_be_hidden()
    inside = page.locator(".cw-plan-minutes").first.evaluate("each => each.scrollWidth <= each.clientWidth")
    field = page.get_by_role("spinbutton", name="Minutes: Flap")
    field.fill("480")
    assert inside
    assert field.evaluate("each => each.scrollWidth <= each.clientWidth")


def test_how_long_it_really_took(plan: Page) -> None:
    expect(plan.locator("summary", has_text="Gather twigs")).to_contain_text("planned 13, took 24 (median of 3 runs)")
    add_part(plan, "Rest")
    expect(rows(plan).first).to_contain_text("planned 14, took 15 (median of 3 runs)")
    plan.get_by_role("spinbutton", name="Minutes: Rest").fill("16")
    expect(rows(plan).first).to_contain_text("planned 16, took 15 (median of 3 runs)")
    expect(findings(plan)).to_have_text(["It fits."])
    add_part(plan, "Gather twigs")
    told = "“Gather twigs”: planned 13, took 24 (median of 3 runs)."
    expect(findings(plan)).to_contain_text(["It fits.", told])
    act(plan, "Take 24 minutes: Gather twigs")
    expect(findings(plan)).to_have_text(["It fits."])
    expect(status(plan)).to_have_text("Gather twigs: 24 minutes")
    expect(plan.get_by_role("spinbutton", name="Minutes: Gather twigs")).to_have_value("24")
    expect(plan.get_by_role("spinbutton", name="Minutes: Gather twigs")).to_be_focused()


def test_an_empty_plan_has_no_times(plan: Page) -> None:
    total = plan.locator(".cw-plan-total")
    expect(total).to_have_text("Nothing is planned yet.")
    expect(plan.locator(".cw-plan-length")).to_have_text("9:00–12:30, 3 h 30 min in all")
    act(plan, "Add a day")
    add_part(plan, "Rest")
    expect(total).to_have_text("Day 1: nothing is planned yet.Day 2: 9:00–9:14, 14 min planned: 3 h 16 min left")


def test_a_plan_is_run(plan: Page) -> None:
    plan.evaluate(
        "() => { const { run } = coursewright; const { offer } = run; "
        "run.offer = (...given) => offer(...(window.given = given)); }"
    )
    plan.get_by_role("textbox", name="Title").fill("A day")
    add_part(plan, SING)
    act(plan, "Add a break")
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
    act(plan, "Run this workshop")
    expect(plan.get_by_role("dialog").get_by_role("heading", level=2)).to_have_text("A day")
    plan.keyboard.press("Enter")
    plan.keyboard.press("ArrowRight")
    plan.reload()
    expect(plan.get_by_role("dialog").get_by_role("heading", level=2)).to_have_text("Break")
    plan.keyboard.press("Escape")
    act(plan, "Continue the run")
    expect(plan.get_by_role("dialog").get_by_role("heading", level=2)).to_have_text("Break")


def test_each_day_of_a_plan_is_run_by_itself(plan: Page) -> None:
    offers = plan.locator(".cw-plan-run button:visible")
    expect(offers).to_have_count(0)
    add_part(plan, SING)
    act(plan, "Add a day")
    expect(offers).to_have_text(["Run this workshop: Day 1"])
    own(plan, "Tea", 7)
    expect(offers).to_have_text(["Run this workshop: Day 1", "Run this workshop: Day 2"])
    offers.nth(1).click()
    expect(plan.get_by_role("dialog").get_by_role("heading", level=2)).to_have_text(re.compile("Day 2$"))
    act(plan, "Begin")
    expect(plan.get_by_role("dialog").get_by_role("heading", level=2)).to_have_text("Tea")


def test_a_run_knows_what_was_planned_anew(plan: Page) -> None:
    own(plan, "Tea", 7)
    act(plan, "Run this workshop")
    act(plan, "Begin")
    expect(plan.get_by_role("dialog").get_by_role("timer")).to_contain_text(re.compile("0[67]:"))
    plan.keyboard.press("Escape")
    plan.get_by_role("spinbutton", name="Minutes: Tea").fill("50")
    act(plan, "Continue the run")
    expect(plan.get_by_role("dialog").get_by_role("timer")).to_contain_text(re.compile("(49|50):"))


# Files


def test_the_calendar_file(plan: Page, tmp_path: Path) -> None:
    add_part(plan, SING)
    own(plan, HOSTILE, 7)
    own(plan, "ü" * 200, 8)
    act(plan, "Calendar file")
    expect(status(plan)).to_contain_text("needs a date")
    expect(plan.get_by_label("Date (optional)")).to_be_focused()
    plan.get_by_label("Date (optional)").fill("2027-03-31")
    plan.get_by_role("textbox", name="Title").fill("Birds, day; night")
    act(plan, "Add a day")
    add_part(plan, "Rest")
    data = download(plan, "Calendar file", tmp_path, "birds-day-night.ics")
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
    assert first.decoded("DTSTAMP").tzinfo
    assert {"PRODID", "VERSION"} <= set(calendar)


def download(page: Page, name: str, folder: Path, file: str) -> bytes:
    with page.expect_download() as info:
        act(page, name)
    assert info.value.suggested_filename == file
    info.value.save_as(folder / file)
    return (folder / file).read_bytes()


def read_workshop(data: bytes) -> Workshop:
    problems = Problems()
    found = read_page("workshops/x.md", "x.md", data, problems)
    assert [str(problem) for problem in problems] == []
    assert found
    assert found.complete
    assert isinstance(found.page, Workshop)
    return found.page


def test_the_workshop_file_is_read_back_with_the_same_times(plan: Page, planning: Place, tmp_path: Path) -> None:
    plan.get_by_role("textbox", name="Title").fill(f"{HOSTILE}: # & yes")
    plan.get_by_label("Date (optional)").fill("2027-03-31")
    plan.get_by_label("People").fill("7")
    plan.get_by_label("Where").select_option("remote")
    act(plan, "Add the whole lesson: The wing")
    act(plan, "They know it already: The perch")
    plan.get_by_role("spinbutton", name="Minutes: Flap").fill("23")
    act(plan, "Add a break")
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
        act(plan, "Workshop file")
    info.value.save_as(tmp_path / "x.md")
    workshop = read_workshop((tmp_path / "x.md").read_bytes())
    assert (workshop.title, workshop.date, workshop.head_count) == (f"{HOSTILE}: # & yes", "2027-03-31", 7)
    assert (workshop.room, workshop.assumes) == ("remote", ("birds/perch",))
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
    workshop = read_workshop(download(page, "Workshop file", tmp_path, "two-days.md"))
    first, second = timetable(workshop, planning.course).days
    assert [(slot.start, slot.minutes, slot.title) for slot in first.slots] == [
        (540, 14, "Rest"),
        (554, 10, "<! -- Tea: [x]"),
    ]
    assert [(second.start, second.end, slot.minutes) for slot in second.slots] == [(1320, 1500, 30)]


def test_nothing_comes_of_an_empty_plan_and_that_is_said(plan: Page) -> None:
    for name in ("Print as a run sheet", "Calendar file", "Workshop file"):
        act(plan, name)
        expect(status(plan)).to_have_text("Nothing is planned yet.")
        plan.get_by_role("button", name="Add the whole lesson: The wing").focus()


# Paper


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_run_sheet_on_paper(new_context: NewContext, planning: Place, paper: str) -> None:
    page = open_plan(new_context(color_scheme="dark").new_page(), planning)
    page.get_by_role("textbox", name="Title").fill("A day with birds")
    act(page, "Add the whole lesson: The perch")
    act(page, "Add a break")
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
    assert tight("Have at hand: a song, a whistle") in words
    assert {ground for sheet in document for ground in grounds(sheet)} == {WHITE}
    for sheet in document:
        assert right_edge(sheet) < sheet.get_width() - MARGIN
    assert f"of{len(document)}" in words
    page.get_by_label("Where").select_option("remote")
    assert "PLANREMOTE" in words_of(printed(page, paper))


def test_what_is_empty_is_not_printed(plan: Page) -> None:
    plan.get_by_role("textbox", name="Title").fill("Later")
    words = tight(words_of(printed(plan, "A4")))
    assert "Later" in words
    assert tight("Nothing is planned yet.") in words
    for text in ("At a glance", "By the clock", "Have at hand"):
        assert tight(text) not in words
    act(plan, "Add a day")
    add_part(plan, "Rest")
    words = tight(words_of(printed(plan, "A4")))
    assert words.count(tight("Have at hand")) == 1
    assert tight("By the clock: Day 1") not in words
    assert tight("By the clock: Day 2") in words


# For everyone


@pytest.mark.parametrize(("scheme", "size"), [("light", DESK), ("dark", PHONE), ("light", PHONE), ("dark", DESK)])
def test_axe_finds_nothing(new_context: NewContext, planning: Place, scheme: Scheme, size: tuple[int, int]) -> None:
    page = new_context(color_scheme=scheme, viewport={"width": size[0], "height": size[1]}).new_page()
    open_plan(page, planning)
    assert faults_of(page) == []
    act(page, "Add the whole lesson: The wing")
    act(page, "Add a break")
    act(page, "Add a day")
    own(page, "w" * 200, 480)
    page.get_by_role("button", name="Start afresh").click()
    page.goto("about:blank")
    open_plan(page, planning, address_of(a_plan("t" * 200, "birds/wing/flap", ["own", 400, "Walk"], a=["birds/perch"])))
    own(page, "Walk", 1)
    page.get_by_role("button", name="Start afresh").click()
    assert faults_of(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.locator("workshop-plan :is(button, input, select), .cw-shelf-row button").filter(visible=True)
    boxes = [box for box in (each.bounding_box() for each in small.all()) if box]
    assert [box for box in boxes if min(box["width"], box["height"]) < 24] == []
