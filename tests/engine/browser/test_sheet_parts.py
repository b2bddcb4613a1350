"""A learner fills in scales, rated statements, titled boxes and signatures; what she rates is added up."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.said import SAID
from tests.engine.browser.test_every_page import OVERFLOW

LESSON = "lessons/birds/aviary.md"
SCALE, WIDE_SCALE = "How well do the birds sing?", "How far could you fly?"
PERCHES = "The perches are clean, and each bird has one of its own"
WATER = "The water is fresh"
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 320, "height": 640}
SMALLEST = 24
"""Pixels of what a finger has to hit."""


def open_sheet(page: Page, place: Place) -> Locator:
    page.goto(place.page(LESSON))
    sheet = page.locator("work-sheet[data-sheet=every-part]")
    expect(sheet.get_by_role("button", name=SAID["sheet.clear"])).to_be_visible()
    return sheet


@pytest.fixture
def sheet(page: Page, canary: Place) -> Locator:
    return open_sheet(page, canary)


def write(sheet: Locator, name: str, text: str) -> None:
    """Write into a field by the keyboard alone."""
    sheet.get_by_role("textbox", name=name, exact=True).first.focus()
    sheet.page.keyboard.type(text)


def fill(sheet: Locator) -> None:
    """Fill each part by the keyboard alone: from field to field where they are neighbours."""
    keys = sheet.page.keyboard
    write(sheet, "Append", "a tail")  # what a form calls one of its methods
    for key in ("Tab", "Space", "ArrowRight", "ArrowRight", "Tab", "Space", "ArrowLeft"):
        keys.press(key)  # 3 of the first scale; round the corner to 10 of the second
    keys.press("Tab")
    expect(sheet.get_by_role("region", name="Rate your aviary")).to_be_focused()
    for key in ("Tab", "Space", "Tab", "Space", "ArrowRight"):
        keys.press(key)
    for name, text in WRITTEN.items():
        write(sheet, name, text)
    robin = sheet.get_by_role("radiogroup", name="How well it sings, Robin")
    robin.get_by_role("radio").first.focus()
    for key in ("Space", "ArrowRight", "Tab", "Space", "Tab", "Space"):
        keys.press(key)


WRITTEN = {
    "Keeper": "Polly",
    "It needs, Robin": "A swing,\nand a bath",
    "Bird, 4": "An owl",
    "Food": "Seed\nand fruit",
    "Songs": "Two",
    "What would make this aviary better?": "Room",
    "Other": "my cat",
    "Name": "Polly Finch",
}


def expect_filled(sheet: Locator) -> None:
    expect(sheet.get_by_role("group", name=SCALE).get_by_role("radio", name="3")).to_be_checked()
    far = sheet.get_by_role("group", name=WIDE_SCALE).get_by_role("radio", name="10, across the sea and back again")
    expect(far).to_be_checked()
    expect(sheet.get_by_role("radio", name=f"{PERCHES}: 1 never")).to_be_checked()
    expect(sheet.get_by_role("radio", name=f"{WATER}: 2 sometimes")).to_be_checked()
    expect(sum_of(sheet)).to_have_value("16")
    robin = sheet.get_by_role("radiogroup", name="How well it sings, Robin")
    expect(robin.get_by_role("radio", name="2")).to_be_checked()
    expect(sheet.get_by_role("radiogroup", name="sleeps, Robin").get_by_role("radio", name="nest")).to_be_checked()
    expect(sheet.get_by_role("checkbox", name="Seen today, Robin")).to_be_checked()
    for name, text in WRITTEN.items():
        expect(sheet.get_by_role("textbox", name=name, exact=True).first).to_have_value(text)


def sum_of(sheet: Locator) -> Locator:
    return sheet.get_by_role("textbox", name="Your sum")


def rate(sheet: Locator, statement: str, option: str) -> None:
    sheet.get_by_role("radio", name=f"{statement}: {option}").check()


def told(page: Page) -> dict[str, str]:
    """What the page My progress tells of the sheet, by label."""
    terms = page.get_by_role("region", name=SAID["mine.written"]).locator("dt")
    expect(terms.first).to_be_visible()
    return {
        label.rpartition("#2: ")[2]: text
        for label, text in zip(terms.all_inner_texts(), terms.locator("+ dd").all_inner_texts(), strict=True)
    }


def clear(sheet: Locator) -> None:
    sheet.get_by_role("button", name=SAID["sheet.clear"]).click()
    sheet.get_by_role("button", name=SAID["sheet.clear-yes"]).click()
    expect(sheet.get_by_role("status")).to_have_text(SAID["sheet.cleared"])


def test_each_part_is_filled_by_the_keyboard_and_kept(page: Page, sheet: Locator) -> None:
    fill(sheet)
    expect_filled(sheet)
    page.reload()
    expect_filled(sheet)


def test_a_sum_follows_what_is_chosen(page: Page, sheet: Locator) -> None:
    expect(sum_of(sheet)).to_have_value("")
    expect(sum_of(sheet)).not_to_be_editable()
    sheet.get_by_role("group", name=SCALE).get_by_role("radio", name="5, all day long").check()
    expect(sum_of(sheet)).to_have_value("5")
    rate(sheet, WATER, "4 always")
    expect(sum_of(sheet)).to_have_value("9")
    rate(sheet, WATER, "1 never")
    expect(sum_of(sheet)).to_have_value("6")
    # Another part of the sheet has points, too, and is no part of this sum.
    sheet.get_by_role("radiogroup", name="How well it sings, Robin").get_by_role("radio", name="4").check()
    expect(sum_of(sheet)).to_have_value("6")
    page.reload()
    expect(sum_of(sheet)).to_have_value("6")

    clear(sheet)
    expect(sum_of(sheet)).to_have_value("")
    expect(sheet.locator(":checked")).to_have_count(0)
    page.reload()
    expect(sum_of(sheet)).to_have_value("")


def test_two_tabs_share_a_sum(page: Page, sheet: Locator, canary: Place) -> None:
    other = open_sheet(page.context.new_page(), canary)
    rate(sheet, WATER, "4 always")
    rate(other, PERCHES, "3 often")
    page.reload()
    expect(sum_of(sheet)).to_have_value("7")
    page.goto(canary.address + "my-progress.html")
    assert told(page)["Your sum"] == "7"


def test_without_scripts_a_sum_is_a_field_like_any_other(new_context: NewContext, canary: Place) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(canary.page(LESSON))
    total = page.get_by_role("textbox", name="Your sum")
    total.fill("12")
    expect(total).to_have_value("12")


def test_my_progress_shows_saves_clears_and_brings_back_each_part(
    page: Page, sheet: Locator, canary: Place, tmp_path: Path
) -> None:
    fill(sheet)
    page.goto(canary.address + "my-progress.html")
    before = told(page)
    chosen = {SCALE: "3", WIDE_SCALE: "10", PERCHES: "1 never", WATER: "2 sometimes", "Your sum": "16"}
    assert before.items() >= (WRITTEN | chosen).items()
    with page.expect_download() as download:
        page.get_by_role("button", name=SAID["mine.export"]).click()
    file = tmp_path / "saved.json"
    download.value.save_as(file)
    page.get_by_role("button", name=SAID["mine.clear"]).click()
    page.get_by_role("button", name=SAID["mine.clear-yes"]).click()
    expect(page.get_by_text(SAID["mine.written-none"])).to_be_visible()
    open_sheet(page, canary)
    expect(sum_of(sheet)).to_have_value("")
    page.goto(canary.address + "my-progress.html")
    page.get_by_label(SAID["mine.import"]).set_input_files(file)
    expect(page.get_by_role("status")).to_contain_text("Taken from the file: 1 entries")
    assert told(page) == before
    open_sheet(page, canary)
    expect_filled(sheet)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_overflows_and_every_circle_can_be_hit(page: Page, canary: Place, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    sheet = open_sheet(page, canary)
    assert page.evaluate(OVERFLOW) == []
    circles = sheet.locator("label:has(> [type=radio])").all()
    assert len(circles) > 40
    for circle in circles:
        box = circle.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= SMALLEST, circle.inner_html()
    for end in sheet.locator(".cw-end-of-scale").all():
        assert end.evaluate("(end) => end.scrollWidth <= end.clientWidth")


def test_a_desk_has_columns_where_a_phone_has_none(page: Page, sheet: Locator) -> None:
    boxes, pair = sheet.locator(".cw-canvas-row").first.locator(".cw-canvas-box"), sheet.locator(".cw-beside > *")
    for size, are_columns in ((DESK, True), (PHONE, False)):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        for parts, count in ((boxes, 3), (pair, 2)):
            tops = {part.evaluate("(part) => Math.round(part.getBoundingClientRect().top)") for part in parts.all()}
            assert len(tops) == (1 if are_columns else count)
        ends = sheet.get_by_role("group", name=SCALE).locator(".cw-end-of-scale").all()
        below = [end.bounding_box()["y"] + 10 for end in ends]  # type: ignore[index]
        circle = sheet.get_by_role("group", name=SCALE).get_by_role("radio", name="3").bounding_box()
        assert circle
        assert all((y > circle["y"]) == are_columns for y in below)


def test_a_box_is_written_in_wherever_it_is_hit(page: Page, sheet: Locator) -> None:
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    box = sheet.locator(".cw-canvas-box").nth(1)
    size = box.bounding_box()
    assert size
    for x, y in ((5, 5), (size["width"] - 5, 5), (5, size["height"] - 5), (size["width"] - 5, size["height"] - 5)):
        page.locator("h1").click()
        box.click(position={"x": x, "y": y})
        expect(sheet.get_by_role("textbox", name="Food")).to_be_focused()


def test_a_rated_statement_stays_in_view_on_a_phone(page: Page, canary: Place) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    sheet = open_sheet(page, canary)
    sheet.get_by_role("radio", name=f"{WATER}: 1 never").focus()
    statement = sheet.get_by_role("rowheader", name=WATER, exact=True)
    for key in ("Space", *3 * ["ArrowRight"], *3 * ["ArrowLeft"]):
        page.keyboard.press(key)
        circle, words = page.locator(":focus").bounding_box(), statement.bounding_box()
        assert circle
        assert words
        assert 0 <= words["x"] < words["x"] + words["width"] <= circle["x"] < PHONE["width"] - SMALLEST


def test_a_table_counts_what_is_short_and_over(page: Page, sampler: Place) -> None:
    """In words, beside the row or column and below the table, and told to those who can't see it."""
    page.goto(sampler.page("lessons/worksheets/tables.md"))
    rota = page.locator("work-sheet[data-sheet=rota]")
    tally = rota.get_by_role("status").filter(has_text=" of 6")

    def said(key: str, amount: str) -> str:
        return SAID.of(f"sheet.{key}", amount=amount)

    def expect_beside(name: str, state: str) -> None:
        asked = rota.locator("th, td:first-child", has_text=name)
        expect(asked.locator(".cw-count")).to_have_text(state)

    expect_beside("Mon", said("short", "1 E, 1 L"))
    expect_beside("Bo", SAID["sheet.in-balance"])
    expect(tally).to_have_text(SAID.of("sheet.open", n=3, of=6))
    for name, mark in {"Mon, Ada": "e", "Mon, Bo": "L", "Tue, Bo": "L", "Tue, Ada": "off", "Wed, Cleo": "L"}.items():
        write(rota, name, mark)
    expect_beside("Mon", SAID["sheet.in-balance"])
    expect_beside("Tue", said("short", "1 E"))
    expect_beside("Bo", said("over", "1 L"))
    expect(tally).to_contain_text(SAID.of("sheet.open", n=2, of=6))
    page.reload()
    expect_beside("Bo", said("over", "1 L"))
    for name, mark in {"Tue, Bo": "", "Tue, Cleo": "L", "Tue, Ada": "E"}.items():
        rota.get_by_role("textbox", name=name, exact=True).fill(mark)
    kept = rota.get_by_role("status").filter(has_text=SAID["sheet.all-kept"])
    what = SAID.of("sheet.counted", what="Tue", state=SAID["sheet.in-balance"])
    expect(kept).to_contain_text(what)
