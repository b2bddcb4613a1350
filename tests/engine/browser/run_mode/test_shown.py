"""What a run shows the room, and what only the trainer sees."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.run_mode.room import (
    SHEET,
    SORTED,
    begin,
    box_of,
    open_notes,
    press,
    status,
    title,
    to_questions,
    view,
    wait,
)
from tests.engine.browser.said import SAID
from tests.engine.site.building import build_edited, replace_in
from tests.engine.site.serving import Sites


def test_a_show_of_hands(room: Page) -> None:
    to_questions(room)
    press(room, "q")
    asked = room.locator(".cw-live-question")
    expect(asked.get_by_text(SAID.of("run-mode.question-of", number="1", all="2"))).to_be_visible()
    expect(status(room)).to_have_text("Question 1 of 2: What comes first?")
    expect(asked.get_by_text("What comes first?")).to_be_visible()
    expect(asked.get_by_text(SAID["run-mode.right"])).to_be_hidden()
    expect(asked.get_by_text("Nothing happens without it.")).to_be_hidden()
    press(room, "a", "a", "a", "b", "b", "Shift+B", "d", "h")
    expect(asked.get_by_label(SAID.of("run-mode.votes-for", letter="A"))).to_have_value("3")
    expect(asked.get_by_label(SAID.of("run-mode.votes-for", letter="B"))).to_have_value("1")
    asked.get_by_label(SAID.of("run-mode.votes-for", letter="C")).fill("12")
    press(room, "e")  # no answer has that letter, and a number no such digit
    expect(asked.get_by_label(SAID.of("run-mode.votes-for", letter="C"))).to_have_value("12")
    press(room, "c", "r")
    right, wrong, worst = asked.get_by_role("listitem").all()
    expect(right).to_contain_text("✓ Right answer")
    expect(right).to_contain_text(SAID.of("run-mode.votes", hands="3", all="17", percent="18"))
    expect(right.get_by_text("Nothing happens without it.")).to_be_visible()
    expect(wrong).to_contain_text(SAID.of("run-mode.votes", hands="1", all="17", percent="6"))
    expect(wrong.get_by_text(SAID["run-mode.right"])).to_have_count(0)
    expect(worst).to_contain_text(SAID.of("run-mode.votes", hands="13", all="17", percent="76"))
    widths = [each.evaluate("each => each.style.width") for each in asked.locator(".cw-live-bar-fill").all()]
    assert widths == ["18%", "6%", "76%"]
    expect(asked.get_by_text("They wait for the water.")).to_be_hidden()
    notes = open_notes(room)
    expect(notes.locator(".cw-live-question").get_by_text("They wait for the water.")).to_be_visible()
    notes.close()
    expect(asked.get_by_text("Water is the start of everything.")).to_be_visible()
    expect(asked.get_by_role("link", name="next")).to_have_attribute("target", "_blank")
    asked.get_by_role("button", name=SAID["run-mode.clear-votes"]).click()
    expect(asked.get_by_label(SAID.of("run-mode.votes-for", letter="A"))).to_have_value("0")
    asked.get_by_role("button", name=SAID["run-mode.close-question"]).click()
    expect(asked).to_have_count(0)
    expect(room.get_by_role("button", name=re.compile("^Question 2"))).to_be_visible()


def test_one_question_after_another_by_key(room: Page) -> None:
    to_questions(room)
    asked = room.locator(".cw-live-question")
    press(room, "q", "q")
    expect(asked.get_by_text("How many minutes does black tea draw?")).to_be_visible()
    press(room, "q")
    expect(asked).to_have_count(0)
    press(room, "q", "Escape")
    expect(asked).to_have_count(0)
    expect(view(room)).to_be_visible()
    room.reload()
    press(room, "q", "Escape", "q")
    expect(asked.get_by_text(SAID.of("run-mode.question-of", number="2", all="2"))).to_be_visible()


@pytest.fixture(scope="module")
def sorting(sites: Sites, into: Path) -> str:
    """The run sheet of the workshop with questions that have no answers to choose from."""

    def add_questions(docs: Path) -> None:
        changes = ("## The pot", f"{SORTED}## The pot"), ("minutes: 13", "minutes: 15")
        replace_in(docs / "lessons/tea/brewing.md", *changes)

    return (
        sites.put("sorting", build_edited("workshop", "trainer", into / "sorting", add_questions, pdf=False).site)
        + SHEET
    )


def test_what_there_is_to_sort_is_shown(new_context: NewContext, sorting: str) -> None:
    room = begin(new_context, sorting)
    to_questions(room)
    buttons = room.locator(".cw-live-choice button")
    expect(buttons.nth(4)).to_have_text(
        "Question 5: What is in the pot, and what is around it, when tea is drawn by somebody who is careful…"
    )
    asked, notes = room.locator(".cw-live-question"), open_notes(room)
    press(room, "q", "q", "q")
    expect(asked.locator(".cw-live-things > li")).to_have_text(["Sencha", "Gyokuro", "Assam"])
    assert sorted(asked.locator(".cw-live-letters > li").all_text_contents()) == ["Boiling water", "Cool water"]
    expect(asked.get_by_text("Green teas are")).to_be_hidden()
    press(room, "r")
    expect(asked.get_by_text("Gyokuro → Cool water")).to_be_visible()
    expect(asked.get_by_text("Green teas are scalded")).to_be_visible()
    expect(asked.get_by_text("Cooler still.")).to_have_count(0)
    expect(asked.locator(".cw-live-things")).to_be_hidden()
    expect(notes.locator(".cw-live-question").get_by_text("Cooler still.")).to_be_visible()

    press(room, "q")
    steps = asked.locator(".cw-live-letters > li").all_text_contents()
    right = ["Warm the pot", "Pour the water", "Wait"]
    assert steps != right
    assert sorted(steps) == sorted(right)
    press(room, "r")
    expect(asked.locator(".cw-live-key .cw-key-answer")).to_have_text(right)

    press(room, "q")
    expect(asked.get_by_text("The ____ (1) are in, and the ____ (2) is around.")).to_be_visible()
    expect(asked.locator(".cw-live-words > li")).to_have_text(["cosy", "leaves"])
    press(room, "r")
    expect(asked.locator(".cw-live-key")).to_contain_text("leaf")


def test_the_right_answer_comes_into_sight(new_context: NewContext, workshop: Place) -> None:
    room = begin(new_context, workshop.address + SHEET, size=(1024, 500))
    to_questions(room)
    press(room, "q", "a", "b", "c", "r")
    bar = box_of(room.locator(".cw-live-bar-buttons"))
    key = box_of(room.locator(".cw-live-key"))
    right = box_of(room.locator(".cw-live-options > [data-right]"))
    head = box_of(room.locator(".cw-live-top"))
    assert head["bottom"] <= right["top"] < bar["top"]
    assert key["bottom"] <= bar["top"] or right["top"] - head["bottom"] < 60
    assert room.evaluate("document.querySelector('dialog').scrollTop") == 0


def test_the_clock_stays_in_sight(new_context: NewContext, workshop: Place) -> None:
    room = begin(new_context, workshop.address + SHEET, size=(1000, 480))
    to_questions(room)
    head = box_of(room.locator(".cw-live-head"))
    press(room, "n", "?", "j", "q")
    for name in (".cw-live-main", ".cw-live-side"):
        room.locator(name).evaluate("each => each.scrollTo(0, 9999)")
        assert room.locator(name).evaluate("each => each.scrollTop") > 0
    assert room.evaluate("document.querySelector('dialog').scrollTop") == 0
    assert box_of(room.locator(".cw-live-clock"))["top"] >= 0
    assert head["top"] >= 0


def test_a_question_without_answers_to_choose_from(room: Page) -> None:
    to_questions(room)
    room.get_by_role("button", name=SAID.of("run-mode.question", number="2")).click()
    asked = room.locator(".cw-live-question")
    expect(asked.get_by_text("How many minutes does black tea draw?")).to_be_visible()
    expect(asked.get_by_text("Four will do.")).to_be_hidden()
    asked.get_by_role("button", name=SAID["run-mode.reveal"]).click()
    expect(asked.get_by_text("Four will do.")).to_be_visible()
    expect(asked.locator(".cw-key")).to_contain_text("4")
    room.reload()
    expect(asked.get_by_text("Four will do.")).to_be_visible()
    press(room, "ArrowRight")
    expect(asked).to_have_count(0)
    press(room, "ArrowLeft")
    expect(room.get_by_role("button", name=SAID.of("run-mode.question", number="2"))).to_be_visible()
    expect(asked).to_have_count(0)


def test_a_worksheet_shows_its_purpose_and_its_code(new_context: NewContext, workshop: Place) -> None:
    code = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 2'/%3E"
    room = begin(new_context, workshop.address + SHEET)
    press(room, "ArrowRight", "ArrowRight", "ArrowRight")
    dialog = view(room)
    expect(title(room)).to_have_text("Tea diary")
    expect(dialog.get_by_text("Write down what you drank.")).to_be_visible()
    expect(dialog.get_by_role("img")).to_have_count(0)

    html = (workshop.folder / SHEET).read_text(encoding="utf-8")
    html = html.replace('data-kind="worksheet"', f'data-code="{code}" data-kind="worksheet"')
    room.route("**/short.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    room.reload()
    expect(dialog.get_by_role("img", name=SAID["run-mode.code"])).to_have_attribute("src", code)


def test_a_worksheet_shows_how_to_get_there(new_context: NewContext, workshop: Place) -> None:
    room = begin(new_context, workshop.address + SHEET)
    press(room, "ArrowRight", "ArrowRight", "ArrowRight")
    expect(view(room).locator(".cw-live-facts")).to_have_text(SAID.of("run-mode.minutes", n=10))
    link = view(room).get_by_role("link", name=SAID["run-mode.open-sheet"])
    expect(link).to_have_attribute("href", f"{workshop.address}lessons/tea/brewing.html#tea-sheet")
    expect(link).to_have_attribute("target", "_blank")
    notes = open_notes(room)
    expect(notes.get_by_text("SITE_URL")).to_be_visible()
    expect(view(room).get_by_text("SITE_URL")).to_have_count(0)
    notes.close()


def test_of_a_break_the_room_learns_when_to_be_back(room: Page) -> None:
    press(room, *["ArrowRight"] * 4)
    expect(title(room)).to_have_text("Tea")
    back = view(room).get_by_text(SAID.of("run-mode.back-at", time="9:05"))
    expect(back).to_be_visible()
    wait(room, 7)
    expect(back).to_be_visible()
    press(room, "ArrowRight")
    expect(view(room).get_by_text(SAID.of("run-mode.back-at", time=""))).to_be_hidden()


def test_the_notes_in_the_room_give_nothing_away(room: Page) -> None:
    to_questions(room)
    notes = open_notes(room)
    press(room, "n")
    for page, times in ((room, 0), (notes, 1)):
        cues = page.locator(".cw-live-cues")
        expect(cues.get_by_text("What comes first?")).to_be_visible()
        expect(cues.locator("[data-right=true]")).to_have_count(3 * times)
        expect(cues.get_by_text("Nothing happens without it.")).to_have_count(times)


def test_the_list_of_parts_says_what_was_and_what_comes(room: Page) -> None:
    wait(room, 12)
    press(room, "ArrowRight", "ArrowRight", "+")
    press(room, "j")
    items = room.locator(".cw-live-go")
    said = ["Hello · took 12 minutes", "Talk: Brewing · skipped", "Questions: Brewing · now · 9 minutes"]
    said += ["Tea diary · 9:21 · 10 minutes", "Tea · 9:31 · 5 minutes", "Tasting · 9:36 · 8 minutes"]
    expect(items).to_have_text([*said, "A toast · 9:44 · 10 minutes"])
    expect(items.nth(2)).to_be_focused()
    items.nth(3).click()
    expect(title(room)).to_have_text("Tea diary")
    expect(items.first).to_be_hidden()


def test_the_second_window_is_for_notes(room: Page) -> None:
    press(room, "ArrowRight", "ArrowRight")
    notes = open_notes(room)
    expect(notes).to_have_title("Notes: Tea in an hour")
    notes.set_viewport_size({"width": 960, "height": 500})
    name, time = box_of(title(notes)), box_of(notes.locator(".cw-live-time"))
    assert time["top"] < name["bottom"]
    assert name["top"] < time["bottom"]
    assert time["bottom"] - time["top"] <= 3.5 * 20
    side = notes.locator(".cw-live-side")
    press(notes, "PageDown")
    expect(title(notes)).to_have_text(SAID.of("run.questions", title="Brewing"))
    assert side.evaluate("each => each.scrollTop") > 100
    press(notes, "PageUp")
    assert side.evaluate("each => each.scrollTop") == 0
    press(notes, "n")
    expect(title(room)).to_have_text("Tea diary")
    press(notes, "ArrowLeft")
    expect(title(room)).to_have_text(SAID.of("run.questions", title="Brewing"))
