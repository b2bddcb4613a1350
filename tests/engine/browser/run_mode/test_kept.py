"""What is kept of a run: over a reload, in a second window, without storage, and when it has ended."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.run_mode.room import (
    SHEET,
    START,
    begin,
    behind,
    button,
    expect_part,
    open_notes,
    press,
    status,
    title,
    view,
    wait,
)
from tests.engine.browser.said import SAID
from tests.engine.browser.test_without import DENIED, FULL

NO_SESSION = DENIED.replace("localStorage", "sessionStorage")


LESS = """
delete window.BroadcastChannel;
delete Element.prototype.requestFullscreen;
delete Navigator.prototype.wakeLock;
"""


def test_a_reload_in_the_middle_loses_nothing(room: Page) -> None:
    wait(room, 3)
    press(room, "ArrowRight", "+", "x")
    wait(room, 2)
    room.reload()
    expect_part(room, SAID.of("run.reading", title="Brewing"), "11:00")
    press(room, "n")
    expect(behind(room)).to_have_text(SAID.of("run-mode.ahead", n=10))
    assert room.evaluate("coursewright.store.keys()") == []
    press(room, "Escape", "Escape")
    expect(view(room)).to_have_count(0)
    room.reload()
    wait(room, 1)
    expect(view(room)).to_have_count(0)
    room.get_by_role("button", name=SAID["run-mode.continue"]).click()
    expect_part(room, SAID.of("run.reading", title="Brewing"), "10:00")


def test_a_run_begins_anew_only_when_that_is_meant(room: Page) -> None:
    press(room, "ArrowRight", "Escape")
    again = room.get_by_role("button", name=SAID["run-mode.again"])
    again.click()
    expect(room.get_by_role("button", name=SAID["run-mode.again-no"])).to_be_focused()
    press(room, "Escape")
    expect(again).to_be_focused()
    again.click()
    room.get_by_role("group", name=re.compile(SAID["run-mode.again"])).get_by_role(
        "button", name=SAID["run-mode.again"]
    ).click()
    expect(title(room)).to_have_text("Tea in an hour")
    press(room, "Enter")
    expect_part(room, "Hello", "10:00")


@pytest.mark.parametrize(
    "kept", ["{", '{"rev": 1}', '{"rev": 9e15, "slots": ["own/hello"], "index": 7}', "null", '"x"']
)
def test_a_damaged_state_is_no_run(new_context: NewContext, workshop: Place, kept: str) -> None:
    script = f"localStorage.setItem('coursewright-run/tea/short', {json.dumps(kept)});"
    room = begin(new_context, workshop.address + SHEET, f"if (location.host && !localStorage.length) {script}")
    press(room, "ArrowRight")
    room.reload()
    expect_part(room, SAID.of("run.reading", title="Brewing"), "08:00")


def test_two_windows_agree(new_context: NewContext, either: str) -> None:
    room = begin(new_context, either)
    notes = open_notes(room)
    expect_part(notes, "Hello", "10:00")
    expect(view(notes).get_by_text("Welcome to the pot.")).to_be_visible()
    expect(view(notes).get_by_text("in breakout rooms")).to_be_hidden()
    expect(view(room).get_by_text("Welcome to the pot.")).to_be_hidden()

    notes.get_by_role("button", name=SAID["run-mode.next"]).click()
    expect_part(room, SAID.of("run.reading", title="Brewing"), "08:00")
    press(room, "+")
    wait(room, 1)
    expect_part(notes, SAID.of("run.reading", title="Brewing"), "12:00")
    notes.get_by_role("button", name="Cut “Tasting”").click()
    notes.get_by_role("button", name=SAID["run-mode.pause"]).click()
    expect(room.get_by_role("button", name=SAID["run-mode.go-on"])).to_be_visible()
    notes.get_by_role("button", name=re.compile("^A toast")).click()
    expect_part(room, "A toast", "10:00")
    press(room, "PageUp")
    expect_part(notes, "Tea", "05:00")

    room.reload()
    expect_part(room, "Tea", "05:00")
    wait(room, 3)
    notes.get_by_role("button", name=SAID["run-mode.previous"]).click()
    expect_part(room, "Tea diary", "10:00")
    press(room, "ArrowLeft")
    expect_part(notes, SAID.of("run.questions", title="Brewing"), "04:00")

    notes.reload()
    expect_part(notes, SAID.of("run.questions", title="Brewing"), "04:00")
    notes.get_by_role("button", name=SAID.of("run-mode.question", number="1")).click()
    expect(room.locator(".cw-live-question").get_by_text("What comes first?")).to_be_visible()


def test_the_second_window_goes_on_when_the_first_is_closed(room: Page) -> None:
    notes = open_notes(room)
    press(room, "ArrowRight")
    expect_part(notes, SAID.of("run.reading", title="Brewing"), "08:00")
    room.close()
    notes.reload()
    wait(notes, 1)
    expect_part(notes, SAID.of("run.reading", title="Brewing"), "07:00")


def test_without_storage_the_second_window_holds_the_run(new_context: NewContext, either: str) -> None:
    room = begin(new_context, either, DENIED, NO_SESSION, LESS)
    notes = open_notes(room)
    press(room, "ArrowRight")
    expect_part(notes, SAID.of("run.reading", title="Brewing"), "08:00")
    notes.get_by_role("button", name=SAID["run-mode.pause"]).click()
    expect(room.get_by_role("button", name=SAID["run-mode.go-on"])).to_be_visible()
    room.reload()
    wait(notes, 0.1)
    room.get_by_role("button", name=SAID["run-mode.continue"]).click()
    expect_part(room, SAID.of("run.reading", title="Brewing"), "08:00")


@pytest.mark.parametrize("scripts", [(DENIED, NO_SESSION, LESS), (FULL,)], ids=["denied", "full"])
def test_without_storage_the_visit_is_whole(new_context: NewContext, either: str, scripts: tuple[str, ...]) -> None:
    room = begin(new_context, either, *scripts)
    wait(room, 1)
    press(room, "f", "ArrowRight", "n", "Escape", "Escape")
    room.get_by_role("button", name=SAID["run-mode.continue"]).click()
    expect_part(room, SAID.of("run.reading", title="Brewing"), "08:00")


def test_a_window_that_is_not_opened_is_told(new_context: NewContext, workshop: Place) -> None:
    room = begin(new_context, workshop.address + SHEET, "window.open = () => null;")
    room.get_by_role("button", name=SAID["run-mode.window"]).click()
    expect(status(room)).to_contain_text(SAID["run-mode.window-blocked"])
    press(room, "n")
    expect(view(room).get_by_text("Welcome to the pot.")).to_be_visible()


def test_after_the_end_there_is_only_what_is_left_to_do(room: Page) -> None:
    press(room, *["ArrowRight"] * 7, "n")
    ends = room.locator(".cw-live-ends")
    expect(ends).to_have_text(SAID.of("run-mode.ended-at", time="9:00"))
    wait(room, 4)
    press(room, "ArrowRight", "PageDown")
    wait(room, 0.1)
    expect(ends).to_have_text(SAID.of("run-mode.ended-at", time="9:00"))
    for name in ("Next part", "Pause", "+5 minutes"):
        expect(button(room, name)).to_be_hidden()
    expect(button(room, SAID["run-mode.save"])).to_have_class(re.compile("cw-button--main"))
    expect(view(room).get_by_text(SAID["run-mode.ended"]).locator("visible=true")).to_have_count(2)
    expect(status(room)).to_have_class(re.compile("cw-hidden"))
    expect(room.locator(".cw-live-notes").get_by_text(SAID["checklist.after"])).to_be_visible()
    expect(room.locator(".cw-live-notes").get_by_text(SAID["run-mode.no-notes"])).to_have_count(0)
    press(room, "Escape", "Escape")
    offered = room.locator(".cw-live-offer button:visible")
    expect(offered).to_have_text([SAID["run-mode.save"], SAID["run-mode.again"], SAID["run-mode.see-end"]])
    offered.nth(2).click()
    expect(title(room)).to_have_text(SAID["run-mode.thanks"])


def test_timings_are_saved(room: Page) -> None:
    wait(room, 12.5)
    press(room, "ArrowRight", "x")
    wait(room, 4)
    press(room, " ")
    wait(room, 30)
    press(room, " ", "ArrowRight", "ArrowRight")
    wait(room, 9.75)
    press(room, "ArrowRight", "ArrowRight")
    wait(room, 0.25)
    room.keyboard.press("ArrowRight")
    with room.expect_download() as download:
        view(room).get_by_role("button", name=SAID["run-mode.save"]).click()
    assert download.value.suggested_filename == "timings-short-2027-03-02.json"
    expect(status(room)).to_have_text(SAID.of("run-mode.saved", file="timings-short-2027-03-02.json"))
    assert json.loads(download.value.path().read_text(encoding="utf-8")) == {
        "version": 1,
        "course": "tea",
        "workshop": "short",
        "date": "2027-03-02",
        "parts": [
            {"slot": "own/hello", "planned": 10, "took": 12.5},
            {"slot": "tea/brewing/reading", "planned": 8, "took": 4},
            {"slot": "tea/brewing/tea-sheet", "planned": 10, "took": 9.8},
            {"slot": "own/toast", "planned": 10, "took": 0.3},
        ],
    }


def test_a_plan_of_the_trainers_own(new_context: NewContext, either: str) -> None:
    room = begin(new_context, either)
    press(room, "Escape")
    room.evaluate(START)
    expect(title(room)).to_have_text("A plan, and/or <more>")
    press(room, "Enter")
    expect_part(room, "Stretching", "03:00")
    notes = open_notes(room)
    expect(notes.get_by_text("Arms <b>up</b>!")).to_be_visible()
    press(notes, "ArrowRight")
    expect_part(room, "Again", "03:00")
    expect(notes.get_by_text(SAID["run-mode.no-notes"])).to_be_visible()


def test_a_plan_that_was_left_goes_on(room: Page) -> None:
    room.evaluate(START)
    press(room, "Enter")
    wait(room, 1)
    press(room, "ArrowRight")
    wait(room, 1)
    press(room, "Escape")
    room.reload()
    room.evaluate(START)
    expect_part(room, "Again", "02:00")
    with room.expect_download() as download:
        view(room).get_by_role("button", name=SAID["run-mode.save"]).click()
    assert download.value.suggested_filename == "timings-A-plan-and-or-more--2027-03-02.json"
    waiting = "A plan, and/or <more>"
    room.evaluate(START, True)
    expect(title(room)).to_have_text(waiting)
    press(room, "ArrowRight", "ArrowRight", "ArrowRight")
    expect(title(room)).to_have_text(SAID["run-mode.thanks"])
    room.evaluate(START)
    expect(title(room)).to_have_text(waiting)
    press(room, "ArrowRight", "ArrowRight")
    room.context.clock.fast_forward("13:00:00")
    room.evaluate(START)
    expect(title(room)).to_have_text(waiting)
