"""A plan is shared and kept: by its address, over other plans, in a browser without storage."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.planner.planning import (
    HOSTILE,
    SING,
    a_plan,
    act,
    add_part,
    address_of,
    expect_rows,
    open_plan,
    own,
    packed,
    rows,
    status,
)
from tests.engine.browser.said import SAID
from tests.engine.browser.test_without import DENIED, FULL


def test_start_afresh_asks_first(plan: Page) -> None:
    add_part(plan, "Rest")
    act(plan, SAID["plan.afresh"])
    expect(plan.get_by_role("button", name=SAID["plan.afresh-no"])).to_be_focused()
    plan.keyboard.press("Escape")
    expect(plan.get_by_role("button", name=SAID["plan.afresh"])).to_be_focused()
    expect(rows(plan)).to_have_count(1)
    act(plan, SAID["plan.afresh"])
    act(plan, SAID["plan.afresh-yes"])
    expect(status(plan)).to_have_text(SAID["plan.afresh-done"])
    expect(rows(plan)).to_have_count(0)
    plan.reload()
    expect(plan.locator("workshop-plan")).to_have_attribute("data-ready", "")
    expect(rows(plan)).to_have_count(0)


# Keeping and sharing


def test_a_plan_is_shared_by_its_address(plan: Page, planning: Place, new_context: NewContext) -> None:
    plan.get_by_role("textbox", name=SAID["plan.title"]).fill(HOSTILE)
    add_part(plan, SING)
    own(plan, HOSTILE, 7)
    plan.get_by_label(SAID["plan.where"]).select_option("remote")
    wanted = [("9:00", SING), ("9:15", HOSTILE)]
    plan.reload()
    expect_rows(plan, *wanted)
    plan.goto(planning.address + "plan.html")  # without the plan in it, from what the browser kept
    expect_rows(plan, *wanted)

    other = new_context().new_page()
    other.goto(plan.url)
    expect_rows(other, *wanted)
    expect(other.get_by_role("textbox", name=SAID["plan.title"])).to_have_value(HOSTILE)
    expect(other.get_by_label(SAID["plan.where"])).to_have_value("remote")
    expect(other.locator(".cw-plan img, .cw-plan script")).to_have_count(0)
    expect(other.get_by_role("button", name=SAID.of("plan.back", title=""))).to_have_count(0)


def test_what_was_planned_before_a_shared_plan_is_not_lost(page: Page, planning: Place) -> None:
    open_plan(page, planning)
    page.get_by_role("textbox", name=SAID["plan.title"]).fill("My own")
    add_part(page, "Rest")
    page.goto("about:blank")
    open_plan(page, planning, address_of(a_plan("Theirs", "birds/wing/flap")))
    expect_rows(page, ("9:00", "Flap"))
    expect(page.get_by_text(SAID["plan.before"])).to_be_visible()
    page.reload()
    expect_rows(page, ("9:00", "Flap"))
    act(page, SAID.of("plan.back", title="My own"))
    expect(status(page)).to_have_text(SAID.of("plan.opened", title="My own"))
    expect_rows(page, ("9:00", "Rest"))
    expect(page.get_by_role("button", name=SAID.of("plan.back", title="Theirs"))).to_be_visible()
    act(page, SAID["plan.forget"])
    expect(page.get_by_role("button", name=SAID.of("plan.back", title=""))).to_have_count(0)
    page.reload()
    expect_rows(page, ("9:00", "Rest"))
    expect(page.get_by_role("button", name=SAID.of("plan.back", title=""))).to_have_count(0)


def test_an_address_that_is_pasted_into_the_open_page(page: Page, planning: Place) -> None:
    open_plan(page, planning)
    page.get_by_role("textbox", name=SAID["plan.title"]).fill("My own")
    add_part(page, "Rest")
    page.goto(planning.address + address_of(a_plan("Theirs", "birds/wing/flap")))
    expect_rows(page, ("9:00", "Flap"))
    expect(page.get_by_role("button", name=SAID.of("plan.back", title="My own"))).to_be_visible()


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
    expect(status(page)).to_have_text(SAID["plan.damaged"])
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
    expect(status(page)).to_contain_text(SAID["plan.amended"])
    expect_rows(page, ("0:00", SAID["plan.break"]), ("0:01", "x" * 200), ("8:01", "Flap"))
    kept = packed(page)
    assert (kept["t"], kept["n"], "d" in kept, "a" in kept) == ("y" * 200, 12, False, False)
    assert kept["y"] == [[0, 1440, [["break", 1], ["own", 480, "x" * 200], "birds/wing/flap"]], [540, 750, []]]
    open_plan(page, planning, address_of({**a_plan(), "v": 2}))
    expect(status(page)).to_contain_text(SAID["plan.other-version"])


@pytest.mark.parametrize("script", [DENIED, FULL], ids=["denied", "full"])
def test_without_storage_the_address_keeps_the_plan(page: Page, planning: Place, script: str) -> None:
    page.add_init_script(script)
    open_plan(page, planning)
    add_part(page, "Rest")
    expect(page.get_by_text(SAID["plan.not-kept"])).to_be_visible()
    page.reload()
    expect_rows(page, ("9:00", "Rest"))


def test_the_address_is_copied_or_shown_to_be_copied(page: Page, planning: Place, new_context: NewContext) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    able = open_plan(context.new_page(), planning)
    add_part(able, "Rest")
    act(able, SAID["plan.copy"])
    expect(status(able)).to_contain_text(SAID["plan.copied"])
    assert able.evaluate("navigator.clipboard.readText()") == able.url

    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    open_plan(page, planning)
    add_part(page, "Rest")
    act(page, SAID["plan.copy"])
    field = page.get_by_role("textbox", name=SAID["plan.address"])
    expect(field).to_be_focused()
    expect(field).to_have_value(page.url)
    assert page.evaluate("getSelection().toString()") == page.url


def test_from_a_folder(page: Page, planning_file: Place) -> None:
    open_plan(page, planning_file)
    add_part(page, "Rest")
    page.reload()
    expect_rows(page, ("9:00", "Rest"))


def test_plans_of_before_the_shelf_of_a_workshop_still_open(page: Page, planning: Place) -> None:
    open_plan(page, planning, address_of(a_plan("Old", ["own", 13, "Gather twigs"], ["birds/wing/flap", 29])))
    expect_rows(page, ("9:00", "Gather twigs"), ("9:13", "Flap"))
    expect(rows(page).first.locator(".cw-plan-kind")).to_have_text(SAID["plan.own"])
    expect(status(page)).to_have_text("")


def test_what_was_planned_before_is_no_matter_of_an_address(page: Page, planning: Place) -> None:
    open_plan(page, planning)
    add_part(page, "Rest")
    page.get_by_text(SAID["plan.starts"]).click()
    act(page, SAID.of("plan.start-from", title="A nest in an hour"))
    act(page, SAID["plan.afresh"])
    act(page, SAID["plan.afresh-yes"])
    expect(page.get_by_role("button", name=SAID.of("plan.back", title=SAID["plan.heading"]))).to_be_visible()
    expect(page.locator("workshop-plan")).not_to_contain_text(SAID.of("plan.from-address", title=""))
    page.goto(planning.address + address_of(a_plan("Theirs", "birds/wing/flap")))
    expect(status(page)).to_have_text("")
    page.goto(planning.address + address_of(a_plan("Others", "birds/wing/flap")))
    expect(status(page)).to_have_text(SAID.of("plan.from-address", title="Others"))
