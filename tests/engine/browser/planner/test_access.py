"""The planner on a phone, and as axe sees it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.looks import Scheme, Size, every_look
from tests.engine.browser.planner.planning import (
    a_plan,
    act,
    add_part,
    address_of,
    open_plan,
    own,
    status,
)
from tests.engine.browser.said import SAID
from tests.engine.browser.test_accessibility import faults_of


def test_what_one_came_for_is_in_sight(new_context: NewContext, planning: Place) -> None:
    page = new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.add_init_script("window.print = () => (window.asked = true)")
    open_plan(page, planning)
    bar = page.locator(".cw-plan-bar")
    expect(bar.get_by_role("button").filter(visible=True)).to_have_count(0)
    act(page, SAID.of("plan.add-lesson-name", title="The perch"))
    bar.get_by_role("button", name=SAID["plan.bar-print"]).click()
    assert page.evaluate("asked")
    bar.get_by_role("button", name=SAID["plan.bar-run"]).click()
    expect(page.locator(".cw-live")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".cw-live")).to_have_count(0)
    act(page, SAID["plan.add-day"])
    add_part(page, "Rest")
    bar.get_by_role("button", name=SAID["plan.bar-run"]).click()
    first = page.locator(".cw-plan-run button:visible").first
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()


def test_on_a_phone_the_bar_takes_little(new_context: NewContext, planning: Place) -> None:
    page = new_context(viewport={"width": 320, "height": 640}).new_page()
    open_plan(page, planning)
    bar, see = page.locator(".cw-plan-bar"), page.get_by_role("button", name=SAID["plan.see"])
    expect(page.locator("#plan-title")).to_be_in_viewport()
    expect(see).to_be_hidden()
    page.get_by_role("heading", name="The wing").scroll_into_view_if_needed()
    expect(see).to_be_visible()
    act(page, SAID.of("plan.add-lesson-name", title="The wing"))
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
    field = page.get_by_role("spinbutton", name=SAID.of("plan.minutes-of", title="Flap"))
    field.fill("480")
    assert inside
    assert field.evaluate("each => each.scrollWidth <= each.clientWidth")


# For everyone


@every_look
def test_axe_finds_nothing(new_context: NewContext, planning: Place, scheme: Scheme, size: Size) -> None:
    page = new_context(color_scheme=scheme, viewport={"width": size[0], "height": size[1]}).new_page()
    open_plan(page, planning)
    assert faults_of(page) == []
    act(page, SAID.of("plan.add-lesson-name", title="The wing"))
    act(page, SAID["plan.add-break"])
    act(page, SAID["plan.add-day"])
    own(page, "w" * 200, 480)
    page.get_by_role("button", name=SAID["plan.afresh"]).click()
    page.goto("about:blank")
    open_plan(page, planning, address_of(a_plan("t" * 200, "birds/wing/flap", ["own", 400, "Walk"], a=["birds/perch"])))
    own(page, "Walk", 1)
    page.get_by_role("button", name=SAID["plan.afresh"]).click()
    assert faults_of(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.locator("workshop-plan :is(button, input, select), .cw-shelf-row button").filter(visible=True)
    boxes = [box for box in (each.bounding_box() for each in small.all()) if box]
    assert [box for box in boxes if min(box["width"], box["height"]) < 24] == []
