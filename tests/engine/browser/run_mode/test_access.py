"""A run by keyboard, on a phone, and as axe sees it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.looks import PHONE, Scheme, Size, every_look
from tests.engine.browser.run_mode.room import (
    SHEET,
    START,
    begin,
    box_of,
    expect_part,
    open_notes,
    press,
    status,
    title,
    to_questions,
    view,
    wait,
)
from tests.engine.browser.said import SAID
from tests.engine.browser.test_accessibility import AXE, STILL


def faults_of(page: Page) -> list[str]:
    """What axe finds in run mode: the run sheet beneath is looked over with all other pages."""
    page.evaluate(STILL)
    response = AXE.run(page, context=[[".cw-live"], [".cw-live-offer"]]).response
    return [f"{each['id']}: {node['html'][:200]}" for each in response["violations"] for node in each["nodes"]]


def test_what_a_key_did_and_why_it_did_nothing(room: Page) -> None:
    press(room, "ArrowLeft")
    expect(status(room)).to_have_text(SAID["run-mode.is-first"])
    for key, said in [
        ("s", "Shortened to 4 minutes."),
        ("s", "Back to 10 minutes."),
        ("x", "“Tasting” is cut."),
        ("x", "None of the parts to come may be cut."),
        ("q", "This part has no question to show."),
    ]:
        press(room, key)
        expect(status(room)).to_have_text(said)
    to_questions(room)
    press(room, "s")
    expect(status(room)).to_have_text(SAID["run-mode.no-shorten"])
    for key in ("r", "a"):
        press(room, "+", key)
        expect(status(room)).to_have_text(SAID["run-mode.press-q"])


def test_escape_closes_one_thing_at_a_time(room: Page) -> None:
    to_questions(room)
    press(room, "q", "n", "j", "?")
    notes = open_notes(room)
    press(notes, "Escape")
    opened = [room.locator(f".cw-live-{name}") for name in ("question", "parts", "keys", "notes")]
    for count, piece in enumerate(opened):
        expect(piece).to_be_hidden()
        for other in opened[count + 1 :]:
            expect(other).to_be_visible()
        press(room, "Escape")
    expect(view(room)).to_have_count(0)
    press(notes, "?", "Escape")
    expect(view(notes)).to_be_visible()
    with notes.expect_event("close"):
        notes.keyboard.down("Escape")


def test_the_keys_that_are_listed_are_those_that_work(room: Page) -> None:
    press(room, "?")
    keys = room.locator(".cw-live-keys dt").all_text_contents()
    assert {"Q", "A–H", "R", "N", "J", "W"} <= set(keys)
    notes = open_notes(room)
    press(notes, "?")
    listed = set(notes.locator(".cw-live-keys dt").all_text_contents())
    assert {"→ N", "PageDown PageUp", "Q"} <= listed
    assert not {"N", "J", "W"} & listed
    notes.close()
    press(room, "Escape", "Escape")
    room.evaluate(START)
    press(room, "?")
    assert not {"Q", "A–H", "R"} & set(room.locator(".cw-live-keys dt").all_text_contents())


def test_after_a_reload_the_focus_comes_back_to_the_offer(room: Page) -> None:
    room.reload()
    expect_part(room, "Hello", "10:00")
    press(room, "Escape")
    expect(room.get_by_role("button", name=SAID["run-mode.continue"])).to_be_focused()


def test_all_by_keyboard(new_context: NewContext, workshop: Place) -> None:
    room = begin(new_context, workshop.address + SHEET)
    press(room, "Escape")
    run = room.get_by_role("button", name=SAID["run-mode.continue"])
    expect(run).to_be_focused()
    press(room, "Enter", "?")
    expect(room.get_by_role("heading", name=SAID["run-mode.keys"])).to_be_visible()
    press(room, "Escape")
    expect(room.get_by_role("heading", name=SAID["run-mode.keys"])).to_be_hidden()
    press(room, "j")
    expect(room.get_by_role("button", name=re.compile("^Hello"))).to_be_focused()
    press(room, "Tab", "Tab", "Enter")
    expect_part(room, SAID.of("run.questions", title="Brewing"), "04:00")
    press(room, "ArrowLeft", "ArrowLeft", "s", "+")
    expect_part(room, "Hello", "09:00")
    press(room, "n")
    expect(room.get_by_role("heading", name=SAID["run-mode.notes"])).to_be_visible()
    press(room, "n")
    expect(room.get_by_role("heading", name=SAID["run-mode.notes"])).to_be_hidden()
    room.get_by_role("button", name=SAID["run-mode.pause"]).focus()
    press(room, " ")
    expect(room.get_by_text(SAID["run-mode.paused"], exact=True)).to_be_visible()
    press(room, "Control+ArrowRight", "Escape")
    expect(run).to_be_focused()


def test_keys_mean_the_same_after_a_press_with_the_mouse(room: Page) -> None:
    room.get_by_role("button", name=SAID["run-mode.next"]).click()
    press(room, " ")
    expect_part(room, SAID.of("run.reading", title="Brewing"), "08:00")
    expect(room.get_by_text(SAID["run-mode.paused"], exact=True)).to_be_visible()


def test_the_theme_hears_of_no_key(room: Page) -> None:
    room.evaluate("""() => {
        window.heard = [];
        window.addEventListener("keydown", ({ key }) => window.heard.push(key));
    }""")
    press(room, "s", "/", "p", ".", "n")
    assert room.evaluate("heard") == []
    expect(room.locator(".cw-live-stage")).to_be_focused()
    press(room, "Escape", "Escape", "Escape", "Tab")
    assert room.evaluate("heard") == ["Escape", "Tab"]


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_focus_stays_inside(room: Page, key: str) -> None:
    press(room, "n", "j")
    buttons = room.locator("dialog button:visible").count()
    seen = set()
    for _ in range(buttons + 3):
        press(room, key)
        seen.add(room.evaluate("document.activeElement.closest('dialog') && document.activeElement.textContent"))
    assert None not in seen
    assert {"Leave", "Next part", "+5 minutes"} <= seen


def test_the_screen_stays_awake(new_context: NewContext, workshop: Place) -> None:
    script = """
    window.locks = [];
    Object.defineProperty(Navigator.prototype, "wakeLock", { value: { request: async (what) => {
        locks.push(what);
        return { release: async () => void locks.push("released") };
    } } });"""
    room = begin(new_context, workshop.address + SHEET, script)
    assert room.evaluate("locks") == ["screen"]
    room.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert room.evaluate("locks") == ["screen", "screen"]
    press(room, "Escape")
    expect(view(room)).to_have_count(0)
    assert room.evaluate("locks") == ["screen", "screen", "released"]
    room.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert room.evaluate("locks") == ["screen", "screen", "released"]


def test_escape_is_the_views_own_in_full_screen(new_context: NewContext, workshop: Place) -> None:
    script = """
    const tell = (what) => void (document.documentElement.dataset.keyboard = what);
    const keyboard = { lock: async (keys) => tell(keys.join()), unlock: () => tell("released") };
    Object.defineProperty(Navigator.prototype, "keyboard", { value: keyboard });"""
    room = begin(new_context, workshop.address + SHEET, script)
    html = room.locator("html")
    expect(html).to_have_attribute("data-keyboard", "Escape")
    press(room, "?", "Escape")
    expect(html).to_have_attribute("data-keyboard", "Escape")
    press(room, "Escape")
    expect(html).to_have_attribute("data-keyboard", "released")


def test_nothing_is_wider_than_a_phone_and_all_can_be_pressed(new_context: NewContext, workshop: Place) -> None:
    room = begin(new_context, workshop.address + SHEET, size=PHONE)
    to_questions(room)
    room.get_by_role("button", name=SAID.of("run-mode.question", number="1")).click()
    press(room, "a", "r", "n", "j", "?")
    for page in (room, open_notes(room)):
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        assert page.evaluate("document.querySelector('dialog').scrollWidth") <= PHONE[0]
        for control in page.locator("dialog :is(button, input):visible").all():
            box = control.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 24, control.text_content()


def test_nothing_in_focus_is_covered_on_a_phone(new_context: NewContext, workshop: Place) -> None:
    room = begin(new_context, workshop.address + SHEET, size=PHONE)
    to_questions(room)
    press(room, "q", "n", "j", "?")
    text = box_of(room.locator(".cw-live-answer").first)
    assert text["right"] - text["left"] > 150
    count = room.locator("dialog :is(button, input):visible").count()
    for _ in range(count):
        press(room, "Tab")
        focused = box_of(room.locator(":focus"))
        head, bar = box_of(room.locator(".cw-live-top")), box_of(room.locator(".cw-live-bar-buttons"))
        assert head["top"] == 0
        assert bar["bottom"] == PHONE[1]
        assert bar["bottom"] - bar["top"] <= PHONE[1] / 5
        if not room.evaluate("Boolean(document.activeElement.closest('.cw-live-bar-buttons'))"):
            assert head["bottom"] <= focused["top"]
            assert focused["bottom"] <= bar["top"]


@every_look
def test_axe_finds_nothing(new_context: NewContext, workshop: Place, scheme: Scheme, size: Size) -> None:
    room = begin(new_context, workshop.address + SHEET, size=size, color_scheme=scheme)
    wait(room, 12)
    room.context.clock.resume()  # axe waits for timers
    assert faults_of(room) == []
    press(room, "n", "x", "j", "?")
    assert faults_of(room) == []
    press(room, "Escape", "Escape", "Escape", "ArrowRight", "ArrowRight")
    assert faults_of(room) == []
    press(room, "q", "a", "b", "r")
    notes = open_notes(room)
    for page in (room, notes):
        expect(page.get_by_text("✓ Right answer")).to_be_visible()
        assert faults_of(page) == []
    notes.close()
    press(room, "Escape", "Escape")
    room.get_by_role("button", name=SAID["run-mode.again"]).click()
    assert faults_of(room) == []
    room.get_by_role("group", name=re.compile(SAID["run-mode.again"])).get_by_role(
        "button", name=SAID["run-mode.again"]
    ).click()
    assert faults_of(room) == []
    press(room, "n", *["ArrowRight"] * 8)
    expect(title(room)).to_have_text(SAID["run-mode.thanks"])
    assert faults_of(room) == []
