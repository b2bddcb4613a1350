"""A run by the clock: when it begins, what comes next, how late it is, and what is made shorter."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.run_mode.room import (
    NINE,
    SHEET,
    behind,
    button,
    expect_part,
    open_notes,
    press,
    set_up,
    status,
    title,
    view,
    wait,
)
from tests.engine.browser.said import SAID

PARTS = ["Hello", "Talk: Brewing", "Questions: Brewing", "Tea diary", "Tea", "Tasting", "A toast"]


def test_a_run_waits_to_be_begun(new_context: NewContext, either: str) -> None:
    room = set_up(new_context, either)
    expect(title(room)).to_have_text("Tea in an hour")
    for said in ("Starts at 9:00", "First: Hello", "7 parts"):
        expect(view(room).get_by_text(said, exact=True)).to_be_visible()
    for name in ("Next part", "Previous part", "Pause", "+5 minutes", "Save timings"):
        expect(button(room, name)).to_be_hidden()
    wait(room, 5)
    press(room, "+")
    expect(status(room)).to_contain_text(SAID["run-mode.not-begun"])
    room.reload()
    expect(title(room)).to_have_text("Tea in an hour")
    notes = open_notes(room)
    expect(title(notes)).to_have_text("Tea in an hour")
    expect(view(notes).get_by_text("Welcome to the pot.")).to_be_visible()
    expect(notes.get_by_role("button", name=re.compile("^Tea · 9:32"))).to_be_visible()
    button(notes, SAID["run-mode.begin"]).click()
    for page in (room, notes):
        expect_part(page, "Hello", "10:00")
    expect(behind(notes)).to_have_text(SAID.of("run-mode.behind", n=5))
    expect(notes.locator(".cw-live-ends")).to_have_text(SAID.of("run-mode.ends-at", time="10:00"))


@pytest.mark.parametrize(
    ("early", "waiting", "begun", "said"),
    [(10, "Ends at 9:55", "Ends at 9:45", "10 minutes ahead"), (90, "Ends at 8:25", "Ends at 8:25", "On time")],
    ids=["in good time", "a rehearsal"],
)
def test_a_run_is_told_by_the_printed_clock(
    new_context: NewContext, workshop: Place, early: int, waiting: str, begun: str, said: str
) -> None:
    room = set_up(new_context, workshop.address + SHEET, at=NINE - timedelta(minutes=early))
    notes = open_notes(room)
    expect(notes.locator(".cw-live-ends")).to_have_text(waiting)
    press(room, "Enter")
    expect(notes.locator(".cw-live-ends")).to_have_text(begun)
    expect(behind(notes)).to_have_text(said)


@pytest.mark.parametrize("key", ["Enter", "ArrowRight"])
def test_a_run_is_begun_by_key(new_context: NewContext, workshop: Place, key: str) -> None:
    room = set_up(new_context, workshop.address + SHEET)
    press(room, "Escape")
    room.get_by_role("button", name=SAID["run-mode.run"]).click()
    press(room, "x", "Escape")
    room.get_by_role("button", name=SAID["run-mode.run"]).click()
    wait(room, 3)
    notes = open_notes(room)
    expect(notes.get_by_role("button", name=re.compile("^Tasting · cut"))).to_be_visible()
    press(notes, key)
    expect_part(room, "Hello", "10:00")
    press(notes, "Enter")
    expect_part(room, "Hello", "10:00")


def test_a_part_counts_down_and_says_what_comes_next(room: Page) -> None:
    expect_part(room, "Hello", "10:00")
    dialog = view(room)
    expect(dialog.get_by_text(SAID.of("run-mode.part", number="1", all="7"))).to_be_visible()
    expect(dialog.get_by_text("Tell your neighbour what you drink.")).to_be_visible()
    expect(dialog.get_by_text("Welcome to the pot.")).to_be_hidden()
    expect(
        dialog.get_by_text(SAID.of("run-mode.next-is", title=SAID.of("run.reading", title="Brewing"), time="9:10"))
    ).to_be_visible()
    wait(room, 1.5)
    expect_part(room, "Hello", "08:30")


def test_parts_follow_one_another_to_the_end(room: Page) -> None:
    wait(room, 4)
    press(room, "ArrowRight")
    expect_part(room, SAID.of("run.reading", title="Brewing"), "08:00")
    expect(status(room)).to_have_text("Now: Talk: Brewing")
    press(room, "ArrowLeft")
    expect_part(room, "Hello", "06:00")
    for name in PARTS[1:]:
        press(room, "PageDown")
        expect(title(room)).to_have_text(name)
    expect(room.get_by_text(SAID.of("run-mode.last", time="9:14"))).to_be_visible()
    press(room, "PageDown")
    expect(title(room)).to_have_text(SAID["run-mode.thanks"])
    press(room, "PageDown", "+", " ", "x", "s", "q", "r", "Enter")
    expect(title(room)).to_have_text(SAID["run-mode.thanks"])
    press(room, "PageUp")
    expect_part(room, "A toast", "10:00")


def test_time_over_is_counted_and_told_once(room: Page) -> None:
    room.evaluate("""() => {
        window.told = [];
        new MutationObserver(() => window.told.push(document.querySelector(".cw-live-status").textContent))
            .observe(document.querySelector(".cw-live-status"), { childList: true });
    }""")
    wait(room, 10)
    expect_part(room, "Hello", "00:00")
    wait(room, 2.25)
    expect_part(room, "Hello", "+02:15")
    expect(room.get_by_text(SAID["run-mode.over"])).to_be_visible()
    wait(room, 3)
    assert room.evaluate("window.told.filter(Boolean)") == ["The time is up: Hello"]
    press(room, " ")
    expect(status(room)).to_be_empty()
    press(room, " ")
    wait(room, 1)
    expect(status(room)).to_be_empty()
    press(room, "ArrowRight")
    wait(room, 9)
    expect(status(room)).to_have_text(SAID.of("run-mode.time-is-up", title="Talk: Brewing"))
    press(room, "+")
    wait(room, 0.2)
    expect(status(room)).to_be_empty()


def test_news_does_not_stay(room: Page) -> None:
    notes = open_notes(room)
    wait(room, 0.2)
    expect(status(room)).to_be_empty()
    press(notes, "ArrowRight")
    expect(status(room)).to_have_text("Now: Talk: Brewing")
    expect(status(room)).to_have_class(re.compile("cw-hidden"))
    press(room, "+")
    expect(status(room)).to_have_text(SAID["run-mode.more-given"])
    expect(status(room)).not_to_have_class(re.compile("cw-hidden"))


def test_five_more_minutes(room: Page) -> None:
    wait(room, 11)
    press(room, "+", "n")
    expect_part(room, "Hello", "04:00")
    expect(
        room.get_by_text(SAID.of("run-mode.next-is", title=SAID.of("run.reading", title="Brewing"), time="9:15"))
    ).to_be_visible()
    expect(behind(room)).to_have_text(SAID.of("run-mode.behind", n=5))
    room.get_by_role("button", name=SAID["run-mode.more"]).click()
    expect_part(room, "Hello", "09:00")
    expect(room.locator(".cw-live-ends")).to_have_text(SAID.of("run-mode.ends-at", time="10:05"))


def test_a_pause_stops_the_countdown_and_not_the_day(room: Page) -> None:
    wait(room, 2)
    press(room, " ", "n")
    expect(room.get_by_text(SAID["run-mode.paused"], exact=True)).to_be_visible()
    wait(room, 3)
    expect_part(room, "Hello", "08:00")
    expect(behind(room)).to_have_text(SAID.of("run-mode.behind", n=3))
    room.get_by_role("button", name=SAID["run-mode.go-on"]).click()
    wait(room, 1)
    expect_part(room, "Hello", "07:00")


def test_ahead_and_behind_in_words(room: Page) -> None:
    press(room, "n")
    expect(behind(room)).to_have_text(SAID["run-mode.on-time"])
    expect(room.locator(".cw-live-ends")).to_have_text(SAID.of("run-mode.ends-at", time="9:55"))
    wait(room, 9)
    expect(behind(room)).to_have_text(SAID["run-mode.on-time"])
    press(room, "ArrowRight")
    expect(behind(room)).to_have_text(SAID.of("run-mode.ahead", n=1))
    wait(room, 7)
    expect(behind(room)).to_have_text(SAID.of("run-mode.ahead", n=1))
    press(room, "ArrowRight")
    expect(behind(room)).to_have_text(SAID.of("run-mode.ahead", n=2))
    wait(room, 9)
    expect(behind(room)).to_have_text(SAID.of("run-mode.behind", n=3))
    expect(behind(room)).to_have_attribute("data-late", "true")


def test_a_laptop_that_has_slept_is_right_again(room: Page) -> None:
    room.context.clock.fast_forward("00:25:00")
    expect_part(room, "Hello", "+15:00")
    press(room, "n")
    expect(behind(room)).to_have_text(SAID.of("run-mode.behind", n=15))


def test_a_part_that_may_be_cut_is_cut_and_put_back(room: Page) -> None:
    press(room, "n", "j")
    room.get_by_role("button", name=SAID.of("run-mode.cut-that", title="Tasting", saves="8 minutes")).click()
    expect(behind(room)).to_have_text(SAID.of("run-mode.ahead", n=8))
    expect(room.locator(".cw-live-list > [data-cut]")).to_contain_text("Tasting")
    room.get_by_role("button", name=re.compile("^Tea · 9:32")).click()
    expect(room.get_by_text(SAID.of("run-mode.next-is", title="A toast", time="9:05"))).to_be_visible()
    press(room, "ArrowRight")
    expect_part(room, "A toast", "10:00")
    press(room, "ArrowLeft")
    expect_part(room, "Tea", "05:00")
    press(room, "j")
    room.get_by_role("button", name=SAID.of("run-mode.put-back-title", title="Tasting")).click()
    press(room, "ArrowRight")
    expect_part(room, "Tasting", "08:00")
    expect(room.get_by_role("button", name="Cut “Tasting”")).to_be_hidden()


def test_a_part_is_shortened_and_gets_its_time_back(room: Page) -> None:
    wait(room, 1)
    press(room, "n")
    room.get_by_role("button", name=SAID.of("run-mode.shorten-to", minutes="4 minutes")).click()
    expect_part(room, "Hello", "03:00")
    expect(behind(room)).to_have_text(SAID.of("run-mode.ahead", n=6))
    room.get_by_role("button", name=SAID.of("run-mode.lengthen-to", minutes="10 minutes")).click()
    expect_part(room, "Hello", "09:00")
    press(room, "ArrowRight")
    expect(room.get_by_role("button", name=re.compile(SAID["run-mode.shorten"]))).to_be_hidden()
