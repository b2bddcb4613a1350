"""A workshop that is run in a browser: its windows, its keys and its clock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.engine.browser.conftest import NewContext
from tests.engine.browser.looks import DESK, Size
from tests.engine.browser.said import SAID

SHEET = "run-sheets/short.html"


NINE = datetime(2027, 3, 2, 8, tzinfo=UTC)  # nine o'clock in Berlin


def set_up(
    new_context: NewContext,
    address: str,
    *scripts: str,
    size: Size = DESK,
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
    page.get_by_role("button", name=SAID["run-mode.run"]).click()
    expect(page.get_by_role("dialog", name="Tea in an hour")).to_be_visible()
    return page


def begin(new_context: NewContext, address: str, *scripts: str, **options: Any) -> Page:
    """Open a run sheet in a browser whose clock stands at nine, and run it."""
    page = set_up(new_context, address, *scripts, **options)
    press(page, "Enter")
    expect(page.get_by_role("dialog", name="Hello")).to_be_visible()
    return page


def wait(page: Page, minutes: float) -> None:
    """Let time go by, in all windows."""
    page.context.clock.run_for(int(minutes * 60_000))


def open_notes(room: Page) -> Page:
    with room.expect_popup() as opened:
        room.keyboard.press("w")
    expect(status(room)).to_have_text(SAID["run-mode.window-open"])
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


def to_questions(room: Page) -> None:
    press(room, "ArrowRight", "ArrowRight")
    expect_part(room, SAID.of("run.questions", title="Brewing"), "04:00")


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


START = """(anew) => {
    const content = document.createElement("div");
    content.append(coursewright.tools.make("div", { class: "cw-slot-task" }, "Stretch."));
    const cue = coursewright.tools.make("div", { class: "cw-cue", "data-cue": "say" }, "Arms <b>up</b>!");
    content.append(coursewright.tools.make("div", { class: "cw-cues" }, cue));
    const part = { slot: "own/stretch", title: "Stretching", kind: "activity", start: 600, minutes: 3, shortest: 0 };
    const parts = [{ ...part, content }, { ...part, slot: "own/again", title: "Again", content: null }];
    coursewright.run.start(parts, { name: "A plan, and/or <more>" }, anew);
}"""
