"""A trainer runs a workshop: the room's view, the second window, the clock, a show of hands, and what is left of it."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.test_accessibility import AXE, STILL, Scheme
from tests.engine.browser.test_without import DENIED, FULL
from tests.engine.site.building import SMALL_COURSES, build_edited, build_small, read, replace_in
from tests.engine.site.serving import Sites

SHEET = "run-sheets/short.html"
NINE = datetime(2027, 3, 2, 8, tzinfo=UTC)  # nine o'clock in Berlin
PARTS = ["Hello", "Talk: Brewing", "Questions: Brewing", "Tea diary", "Tea", "Tasting", "A toast"]
DESK, PHONE = (1440, 900), (320, 640)
NO_SESSION = DENIED.replace("localStorage", "sessionStorage")
LESS = """
delete window.BroadcastChannel;
delete Element.prototype.requestFullscreen;
delete Navigator.prototype.wakeLock;
"""


@pytest.fixture(scope="module")
def workshop(sites: Sites, into: Path) -> Place:
    folder = build_small("workshop", "trainer", into, pdf=False).site  # nothing here is printed
    return Place(sites.put("workshop", folder), folder, read(SMALL_COURSES / "workshop"))


@pytest.fixture(params=["http", "file"])
def either(request: pytest.FixtureRequest, workshop: Place) -> str:
    """The run sheet from a server, and from a disk."""
    return (workshop.address if request.param == "http" else f"{workshop.folder.as_uri()}/") + SHEET


def set_up(
    new_context: NewContext,
    address: str,
    *scripts: str,
    size: tuple[int, int] = DESK,
    at: datetime = NINE,
    **options: Any,
) -> Page:
    """Open a run sheet in a browser whose clock stands at nine, and a run of it that waits to be begun."""
    context = new_context(timezone_id="Europe/Berlin", viewport={"width": size[0], "height": size[1]}, **options)
    context.clock.install(time=NINE.replace(hour=6))
    for script in scripts:
        context.add_init_script(script)
    page = context.new_page()
    page.goto(address)
    context.clock.pause_at(at)
    page.get_by_role("button", name="Run this workshop").click()
    expect(page.get_by_role("dialog", name="Tea in an hour")).to_be_visible()
    return page


def begin(new_context: NewContext, address: str, *scripts: str, **options: Any) -> Page:
    """Open a run sheet in a browser whose clock stands at nine, and run it."""
    page = set_up(new_context, address, *scripts, **options)
    press(page, "Enter")
    expect(page.get_by_role("dialog", name="Hello")).to_be_visible()
    return page


@pytest.fixture
def room(new_context: NewContext, workshop: Place) -> Page:
    return begin(new_context, workshop.address + SHEET)


def faults_of(page: Page) -> list[str]:
    """What axe finds in run mode: the run sheet beneath is looked over with all other pages."""
    page.evaluate(STILL)
    response = AXE.run(page, context=[[".cw-live"], [".cw-live-offer"]]).response
    return [f"{each['id']}: {node['html'][:200]}" for each in response["violations"] for node in each["nodes"]]


def wait(page: Page, minutes: float) -> None:
    """Let time go by, in all windows."""
    page.context.clock.run_for(int(minutes * 60_000))


def open_notes(room: Page) -> Page:
    with room.expect_popup() as opened:
        room.keyboard.press("w")
    expect(status(room)).to_have_text("The notes are in the second window.")
    notes = opened.value
    expect(view(notes)).to_be_visible()
    return notes


def expect_part(page: Page, name: str, left: str) -> None:
    expect(title(page)).to_have_text(name)
    expect(page.locator(".cw-live-time")).to_have_text(left)


def view(page: Page) -> Locator:
    return page.locator("dialog.cw-live")


def title(page: Page) -> Locator:
    return view(page).get_by_role("heading", level=2)


def status(page: Page) -> Locator:
    return page.locator(".cw-live-status")


def behind(page: Page) -> Locator:
    return page.locator(".cw-live-behind")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def box_of(found: Locator) -> dict[str, float]:
    """Where something lies: the four edges."""
    edges: dict[str, float] = found.evaluate("each => each.getBoundingClientRect().toJSON()")
    return edges


def button(page: Page, name: str) -> Locator:
    return view(page).get_by_role("button", name=name, exact=True)


def test_a_run_waits_to_be_begun(new_context: NewContext, either: str) -> None:
    room = set_up(new_context, either)
    expect(title(room)).to_have_text("Tea in an hour")
    for said in ("Starts at 9:00", "First: Hello", "7 parts"):
        expect(view(room).get_by_text(said, exact=True)).to_be_visible()
    for name in ("Next part", "Previous part", "Pause", "+5 minutes", "Save timings"):
        expect(button(room, name)).to_be_hidden()
    wait(room, 5)
    press(room, "+")
    expect(status(room)).to_contain_text("The workshop has not begun.")
    room.reload()
    expect(title(room)).to_have_text("Tea in an hour")
    notes = open_notes(room)
    expect(title(notes)).to_have_text("Tea in an hour")
    expect(view(notes).get_by_text("Welcome to the pot.")).to_be_visible()
    expect(notes.get_by_role("button", name=re.compile("^Tea · 9:32"))).to_be_visible()
    button(notes, "Begin").click()
    for page in (room, notes):
        expect_part(page, "Hello", "10:00")
    expect(behind(notes)).to_have_text("5 minutes behind")
    expect(notes.locator(".cw-live-ends")).to_have_text("Ends at 10:00")


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
    room.get_by_role("button", name="Run this workshop").click()
    press(room, "x", "Escape")
    room.get_by_role("button", name="Run this workshop").click()
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
    expect(dialog.get_by_text("Part 1 of 7")).to_be_visible()
    expect(dialog.get_by_text("Tell your neighbour what you drink.")).to_be_visible()
    expect(dialog.get_by_text("Welcome to the pot.")).to_be_hidden()
    expect(dialog.get_by_text("Next: Talk: Brewing, at 9:10")).to_be_visible()
    wait(room, 1.5)
    expect_part(room, "Hello", "08:30")


def test_parts_follow_one_another_to_the_end(room: Page) -> None:
    wait(room, 4)
    press(room, "ArrowRight")
    expect_part(room, "Talk: Brewing", "08:00")
    expect(status(room)).to_have_text("Now: Talk: Brewing")
    press(room, "ArrowLeft")
    expect_part(room, "Hello", "06:00")
    for name in PARTS[1:]:
        press(room, "PageDown")
        expect(title(room)).to_have_text(name)
    expect(room.get_by_text("This is the last part. It ends at 9:14.")).to_be_visible()
    press(room, "PageDown")
    expect(title(room)).to_have_text("Thank you")
    press(room, "PageDown", "+", " ", "x", "s", "q", "r", "Enter")
    expect(title(room)).to_have_text("Thank you")
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
    expect(room.get_by_text("over time")).to_be_visible()
    wait(room, 3)
    assert room.evaluate("window.told.filter(Boolean)") == ["The time is up: Hello"]
    press(room, " ")
    expect(status(room)).to_be_empty()
    press(room, " ")
    wait(room, 1)
    expect(status(room)).to_be_empty()
    press(room, "ArrowRight")
    wait(room, 9)
    expect(status(room)).to_have_text("The time is up: Talk: Brewing")
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
    expect(status(room)).to_have_text("Five more minutes for this part.")
    expect(status(room)).not_to_have_class(re.compile("cw-hidden"))


def test_what_a_key_did_and_why_it_did_nothing(room: Page) -> None:
    press(room, "ArrowLeft")
    expect(status(room)).to_have_text("This is the first part.")
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
    expect(status(room)).to_have_text("This part may not be shortened.")
    for key in ("r", "a"):
        press(room, "+", key)
        expect(status(room)).to_have_text("No question is open. Press Q to show one.")


def test_five_more_minutes(room: Page) -> None:
    wait(room, 11)
    press(room, "+", "n")
    expect_part(room, "Hello", "04:00")
    expect(room.get_by_text("Next: Talk: Brewing, at 9:15")).to_be_visible()
    expect(behind(room)).to_have_text("5 minutes behind")
    room.get_by_role("button", name="+5 minutes").click()
    expect_part(room, "Hello", "09:00")
    expect(room.locator(".cw-live-ends")).to_have_text("Ends at 10:05")


def test_a_pause_stops_the_countdown_and_not_the_day(room: Page) -> None:
    wait(room, 2)
    press(room, " ", "n")
    expect(room.get_by_text("paused", exact=True)).to_be_visible()
    wait(room, 3)
    expect_part(room, "Hello", "08:00")
    expect(behind(room)).to_have_text("3 minutes behind")
    room.get_by_role("button", name="Go on").click()
    wait(room, 1)
    expect_part(room, "Hello", "07:00")


def test_ahead_and_behind_in_words(room: Page) -> None:
    press(room, "n")
    expect(behind(room)).to_have_text("On time")
    expect(room.locator(".cw-live-ends")).to_have_text("Ends at 9:55")
    wait(room, 9)
    expect(behind(room)).to_have_text("On time")
    press(room, "ArrowRight")
    expect(behind(room)).to_have_text("1 minute ahead")
    wait(room, 7)
    expect(behind(room)).to_have_text("1 minute ahead")
    press(room, "ArrowRight")
    expect(behind(room)).to_have_text("2 minutes ahead")
    wait(room, 9)
    expect(behind(room)).to_have_text("3 minutes behind")
    expect(behind(room)).to_have_attribute("data-late", "true")


def test_a_laptop_that_has_slept_is_right_again(room: Page) -> None:
    room.context.clock.fast_forward("00:25:00")
    expect_part(room, "Hello", "+15:00")
    press(room, "n")
    expect(behind(room)).to_have_text("15 minutes behind")


def test_a_part_that_may_be_cut_is_cut_and_put_back(room: Page) -> None:
    press(room, "n", "j")
    room.get_by_role("button", name="Cut “Tasting”: saves 8 minutes").click()
    expect(behind(room)).to_have_text("8 minutes ahead")
    expect(room.locator(".cw-live-list > [data-cut]")).to_contain_text("Tasting")
    room.get_by_role("button", name=re.compile("^Tea · 9:32")).click()
    expect(room.get_by_text("Next: A toast, at 9:05")).to_be_visible()
    press(room, "ArrowRight")
    expect_part(room, "A toast", "10:00")
    press(room, "ArrowLeft")
    expect_part(room, "Tea", "05:00")
    press(room, "j")
    room.get_by_role("button", name="Put back Tasting").click()
    press(room, "ArrowRight")
    expect_part(room, "Tasting", "08:00")
    expect(room.get_by_role("button", name="Cut “Tasting”")).to_be_hidden()


def test_a_part_is_shortened_and_gets_its_time_back(room: Page) -> None:
    wait(room, 1)
    press(room, "n")
    room.get_by_role("button", name="Shorten this part to 4 minutes").click()
    expect_part(room, "Hello", "03:00")
    expect(behind(room)).to_have_text("6 minutes ahead")
    room.get_by_role("button", name="Give this part its 10 minutes back").click()
    expect_part(room, "Hello", "09:00")
    press(room, "ArrowRight")
    expect(room.get_by_role("button", name=re.compile("Shorten"))).to_be_hidden()


def test_a_reload_in_the_middle_loses_nothing(room: Page) -> None:
    wait(room, 3)
    press(room, "ArrowRight", "+", "x")
    wait(room, 2)
    room.reload()
    expect_part(room, "Talk: Brewing", "11:00")
    press(room, "n")
    expect(behind(room)).to_have_text("10 minutes ahead")
    assert room.evaluate("coursewright.store.keys()") == []
    press(room, "Escape", "Escape")
    expect(view(room)).to_have_count(0)
    room.reload()
    wait(room, 1)
    expect(view(room)).to_have_count(0)
    room.get_by_role("button", name="Continue the run").click()
    expect_part(room, "Talk: Brewing", "10:00")


def test_a_run_begins_anew_only_when_that_is_meant(room: Page) -> None:
    press(room, "ArrowRight", "Escape")
    again = room.get_by_role("button", name="Start again")
    again.click()
    expect(room.get_by_role("button", name="Keep the run")).to_be_focused()
    press(room, "Escape")
    expect(again).to_be_focused()
    again.click()
    room.get_by_role("group", name=re.compile("Start again")).get_by_role("button", name="Start again").click()
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
    expect_part(room, "Talk: Brewing", "08:00")


def test_two_windows_agree(new_context: NewContext, either: str) -> None:
    room = begin(new_context, either)
    notes = open_notes(room)
    expect_part(notes, "Hello", "10:00")
    expect(view(notes).get_by_text("Welcome to the pot.")).to_be_visible()
    expect(view(notes).get_by_text("in breakout rooms")).to_be_hidden()
    expect(view(room).get_by_text("Welcome to the pot.")).to_be_hidden()

    notes.get_by_role("button", name="Next part").click()
    expect_part(room, "Talk: Brewing", "08:00")
    press(room, "+")
    wait(room, 1)
    expect_part(notes, "Talk: Brewing", "12:00")
    notes.get_by_role("button", name="Cut “Tasting”").click()
    notes.get_by_role("button", name="Pause").click()
    expect(room.get_by_role("button", name="Go on")).to_be_visible()
    notes.get_by_role("button", name=re.compile("^A toast")).click()
    expect_part(room, "A toast", "10:00")
    press(room, "PageUp")
    expect_part(notes, "Tea", "05:00")

    room.reload()
    expect_part(room, "Tea", "05:00")
    wait(room, 3)
    notes.get_by_role("button", name="Previous part").click()
    expect_part(room, "Tea diary", "10:00")
    press(room, "ArrowLeft")
    expect_part(notes, "Questions: Brewing", "04:00")

    notes.reload()
    expect_part(notes, "Questions: Brewing", "04:00")
    notes.get_by_role("button", name="Question 1").click()
    expect(room.locator(".cw-live-question").get_by_text("What comes first?")).to_be_visible()


def test_the_second_window_goes_on_when_the_first_is_closed(room: Page) -> None:
    notes = open_notes(room)
    press(room, "ArrowRight")
    expect_part(notes, "Talk: Brewing", "08:00")
    room.close()
    notes.reload()
    wait(notes, 1)
    expect_part(notes, "Talk: Brewing", "07:00")


def test_without_storage_the_second_window_holds_the_run(new_context: NewContext, either: str) -> None:
    room = begin(new_context, either, DENIED, NO_SESSION, LESS)
    notes = open_notes(room)
    press(room, "ArrowRight")
    expect_part(notes, "Talk: Brewing", "08:00")
    notes.get_by_role("button", name="Pause").click()
    expect(room.get_by_role("button", name="Go on")).to_be_visible()
    room.reload()
    wait(notes, 0.1)
    room.get_by_role("button", name="Continue the run").click()
    expect_part(room, "Talk: Brewing", "08:00")


@pytest.mark.parametrize("scripts", [(DENIED, NO_SESSION, LESS), (FULL,)], ids=["denied", "full"])
def test_without_storage_the_visit_is_whole(new_context: NewContext, either: str, scripts: tuple[str, ...]) -> None:
    room = begin(new_context, either, *scripts)
    wait(room, 1)
    press(room, "f", "ArrowRight", "n", "Escape", "Escape")
    room.get_by_role("button", name="Continue the run").click()
    expect_part(room, "Talk: Brewing", "08:00")


def test_a_window_that_is_not_opened_is_told(new_context: NewContext, workshop: Place) -> None:
    room = begin(new_context, workshop.address + SHEET, "window.open = () => null;")
    room.get_by_role("button", name="Second window").click()
    expect(status(room)).to_contain_text("did not open a second window")
    press(room, "n")
    expect(view(room).get_by_text("Welcome to the pot.")).to_be_visible()


def to_questions(room: Page) -> None:
    press(room, "ArrowRight", "ArrowRight")
    expect_part(room, "Questions: Brewing", "04:00")


def test_a_show_of_hands(room: Page) -> None:
    to_questions(room)
    press(room, "q")
    asked = room.locator(".cw-live-question")
    expect(asked.get_by_text("Question 1 of 2")).to_be_visible()
    expect(status(room)).to_have_text("Question 1 of 2: What comes first?")
    expect(asked.get_by_text("What comes first?")).to_be_visible()
    expect(asked.get_by_text("Right answer")).to_be_hidden()
    expect(asked.get_by_text("Nothing happens without it.")).to_be_hidden()
    press(room, "a", "a", "a", "b", "b", "Shift+B", "d", "h")
    expect(asked.get_by_label("Hands for A")).to_have_value("3")
    expect(asked.get_by_label("Hands for B")).to_have_value("1")
    asked.get_by_label("Hands for C").fill("12")
    press(room, "e")  # no answer has that letter, and a number no such digit
    expect(asked.get_by_label("Hands for C")).to_have_value("12")
    press(room, "c", "r")
    right, wrong, worst = asked.get_by_role("listitem").all()
    expect(right).to_contain_text("✓ Right answer")
    expect(right).to_contain_text("3 of 17 hands, 18 %")
    expect(right.get_by_text("Nothing happens without it.")).to_be_visible()
    expect(wrong).to_contain_text("1 of 17 hands, 6 %")
    expect(wrong.get_by_text("Right answer")).to_have_count(0)
    expect(worst).to_contain_text("13 of 17 hands, 76 %")
    widths = [each.evaluate("each => each.style.width") for each in asked.locator(".cw-live-bar-fill").all()]
    assert widths == ["18%", "6%", "76%"]
    expect(asked.get_by_text("They wait for the water.")).to_be_hidden()
    notes = open_notes(room)
    expect(notes.locator(".cw-live-question").get_by_text("They wait for the water.")).to_be_visible()
    notes.close()
    expect(asked.get_by_text("Water is the start of everything.")).to_be_visible()
    expect(asked.get_by_role("link", name="next")).to_have_attribute("target", "_blank")
    asked.get_by_role("button", name="Clear the count").click()
    expect(asked.get_by_label("Hands for A")).to_have_value("0")
    asked.get_by_role("button", name="Back to the part").click()
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
    expect(asked.get_by_text("Question 2 of 2")).to_be_visible()


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


SORTED = """
/// question | which-pot
    type: matching
    objective: brew

Where does each tea belong?

- Sencha -> Cool water
    > Green.
- Gyokuro -> Cool water
    > Cooler still.
- Assam -> Boiling water
    > Black.

Green teas are *scalded* by boiling water.
///

/// question | which-order
    type: ordering
    objective: brew

In which order?

1. Warm the pot
    > Before all else.
2. Pour the water
    > Onto the leaves.
3. Wait
    > The longest step.

Warm first.
///

/// question | which-words
    type: gaps
    objective: brew

What is in the pot, and what is around it, when tea is drawn by somebody who is careful and has time to spare?

The [[leaves | leaf]] are in, and the [[cosy]] is around.

- [[leaves]]
    > They are what draws.
- [[cosy]]
    > It keeps the warmth.

Both keep.
///

"""


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
    room.get_by_role("button", name="Question 2").click()
    asked = room.locator(".cw-live-question")
    expect(asked.get_by_text("How many minutes does black tea draw?")).to_be_visible()
    expect(asked.get_by_text("Four will do.")).to_be_hidden()
    asked.get_by_role("button", name="Reveal the answer").click()
    expect(asked.get_by_text("Four will do.")).to_be_visible()
    expect(asked.locator(".cw-key")).to_contain_text("4")
    room.reload()
    expect(asked.get_by_text("Four will do.")).to_be_visible()
    press(room, "ArrowRight")
    expect(asked).to_have_count(0)
    press(room, "ArrowLeft")
    expect(room.get_by_role("button", name="Question 2")).to_be_visible()
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
    expect(dialog.get_by_role("img", name="Code that leads to this worksheet")).to_have_attribute("src", code)


def test_a_worksheet_shows_how_to_get_there(new_context: NewContext, workshop: Place) -> None:
    room = begin(new_context, workshop.address + SHEET)
    press(room, "ArrowRight", "ArrowRight", "ArrowRight")
    expect(view(room).locator(".cw-live-facts")).to_have_text("10 minutes")
    link = view(room).get_by_role("link", name="Open the sheet")
    expect(link).to_have_attribute("href", f"{workshop.address}lessons/tea/brewing.html#tea-sheet")
    expect(link).to_have_attribute("target", "_blank")
    notes = open_notes(room)
    expect(notes.get_by_text("SITE_URL")).to_be_visible()
    expect(view(room).get_by_text("SITE_URL")).to_have_count(0)
    notes.close()


def test_of_a_break_the_room_learns_when_to_be_back(room: Page) -> None:
    press(room, *["ArrowRight"] * 4)
    expect(title(room)).to_have_text("Tea")
    back = view(room).get_by_text("Back at 9:05")
    expect(back).to_be_visible()
    wait(room, 7)
    expect(back).to_be_visible()
    press(room, "ArrowRight")
    expect(view(room).get_by_text("Back at")).to_be_hidden()


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


def test_after_the_end_there_is_only_what_is_left_to_do(room: Page) -> None:
    press(room, *["ArrowRight"] * 7, "n")
    ends = room.locator(".cw-live-ends")
    expect(ends).to_have_text("Ended at 9:00")
    wait(room, 4)
    press(room, "ArrowRight", "PageDown")
    wait(room, 0.1)
    expect(ends).to_have_text("Ended at 9:00")
    for name in ("Next part", "Pause", "+5 minutes"):
        expect(button(room, name)).to_be_hidden()
    expect(button(room, "Save timings")).to_have_class(re.compile("cw-button--main"))
    expect(view(room).get_by_text("The workshop is over.").locator("visible=true")).to_have_count(2)
    expect(status(room)).to_have_class(re.compile("cw-hidden"))
    expect(room.locator(".cw-live-notes").get_by_text("Afterwards")).to_be_visible()
    expect(room.locator(".cw-live-notes").get_by_text("There are no notes")).to_have_count(0)
    press(room, "Escape", "Escape")
    offered = room.locator(".cw-live-offer button:visible")
    expect(offered).to_have_text(["Save timings", "Start again", "See the end of the run"])
    offered.nth(2).click()
    expect(title(room)).to_have_text("Thank you")


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
    expect(title(notes)).to_have_text("Questions: Brewing")
    assert side.evaluate("each => each.scrollTop") > 100
    press(notes, "PageUp")
    assert side.evaluate("each => each.scrollTop") == 0
    press(notes, "n")
    expect(title(room)).to_have_text("Tea diary")
    press(notes, "ArrowLeft")
    expect(title(room)).to_have_text("Questions: Brewing")


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
    expect(room.get_by_role("button", name="Continue the run")).to_be_focused()


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
        view(room).get_by_role("button", name="Save timings").click()
    assert download.value.suggested_filename == "timings-short-2027-03-02.json"
    expect(status(room)).to_have_text("Saved as timings-short-2027-03-02.json.")
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


def test_all_by_keyboard(new_context: NewContext, workshop: Place) -> None:
    room = begin(new_context, workshop.address + SHEET)
    press(room, "Escape")
    run = room.get_by_role("button", name="Continue the run")
    expect(run).to_be_focused()
    press(room, "Enter", "?")
    expect(room.get_by_role("heading", name="Keys")).to_be_visible()
    press(room, "Escape")
    expect(room.get_by_role("heading", name="Keys")).to_be_hidden()
    press(room, "j")
    expect(room.get_by_role("button", name=re.compile("^Hello"))).to_be_focused()
    press(room, "Tab", "Tab", "Enter")
    expect_part(room, "Questions: Brewing", "04:00")
    press(room, "ArrowLeft", "ArrowLeft", "s", "+")
    expect_part(room, "Hello", "09:00")
    press(room, "n")
    expect(room.get_by_role("heading", name="Notes")).to_be_visible()
    press(room, "n")
    expect(room.get_by_role("heading", name="Notes")).to_be_hidden()
    room.get_by_role("button", name="Pause").focus()
    press(room, " ")
    expect(room.get_by_text("paused", exact=True)).to_be_visible()
    press(room, "Control+ArrowRight", "Escape")
    expect(run).to_be_focused()


def test_keys_mean_the_same_after_a_press_with_the_mouse(room: Page) -> None:
    room.get_by_role("button", name="Next part").click()
    press(room, " ")
    expect_part(room, "Talk: Brewing", "08:00")
    expect(room.get_by_text("paused", exact=True)).to_be_visible()


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


START = """(anew) => {
    const content = document.createElement("div");
    content.append(coursewright.tools.make("div", { class: "cw-slot-task" }, "Stretch."));
    const cue = coursewright.tools.make("div", { class: "cw-cue", "data-cue": "say" }, "Arms <b>up</b>!");
    content.append(coursewright.tools.make("div", { class: "cw-cues" }, cue));
    const part = { slot: "own/stretch", title: "Stretching", kind: "activity", start: 600, minutes: 3, shortest: 0 };
    const parts = [{ ...part, content }, { ...part, slot: "own/again", title: "Again", content: null }];
    coursewright.run.start(parts, { name: "A plan, and/or <more>" }, anew);
}"""


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
    expect(notes.get_by_text("There are no notes for this part.")).to_be_visible()


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
        view(room).get_by_role("button", name="Save timings").click()
    assert download.value.suggested_filename == "timings-A-plan-and-or-more--2027-03-02.json"
    waiting = "A plan, and/or <more>"
    room.evaluate(START, True)
    expect(title(room)).to_have_text(waiting)
    press(room, "ArrowRight", "ArrowRight", "ArrowRight")
    expect(title(room)).to_have_text("Thank you")
    room.evaluate(START)
    expect(title(room)).to_have_text(waiting)
    press(room, "ArrowRight", "ArrowRight")
    room.context.clock.fast_forward("13:00:00")
    room.evaluate(START)
    expect(title(room)).to_have_text(waiting)


def test_nothing_is_wider_than_a_phone_and_all_can_be_pressed(new_context: NewContext, workshop: Place) -> None:
    room = begin(new_context, workshop.address + SHEET, size=PHONE)
    to_questions(room)
    room.get_by_role("button", name="Question 1").click()
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


@pytest.mark.parametrize(("scheme", "size"), [("light", DESK), ("dark", PHONE), ("dark", DESK), ("light", PHONE)])
def test_axe_finds_nothing(new_context: NewContext, workshop: Place, scheme: Scheme, size: tuple[int, int]) -> None:
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
    room.get_by_role("button", name="Start again").click()
    assert faults_of(room) == []
    room.get_by_role("group", name=re.compile("Start again")).get_by_role("button", name="Start again").click()
    assert faults_of(room) == []
    press(room, "n", *["ArrowRight"] * 8)
    expect(title(room)).to_have_text("Thank you")
    assert faults_of(room) == []
