"""A learner fills in a worksheet, and finds it as she left it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.engine.browser.conftest import Place
from tests.engine.browser.said import SAID

SHEET = "lessons/birds/canary.md"


@pytest.fixture
def sheet(page: Page, canary: Place) -> Locator:
    page.goto(canary.page(SHEET))
    sheet = page.locator("work-sheet")
    expect(sheet.get_by_role("button", name=SAID["sheet.clear"])).to_be_visible()
    return sheet


def fill(page: Page, sheet: Locator) -> None:
    """Fill one field of each kind, by the keyboard alone."""
    sheet.get_by_role("textbox", name="CANARYLABEL").focus()
    page.keyboard.type("A yellow bird.")
    page.keyboard.press("Enter")
    page.keyboard.type("It sings.")
    page.keyboard.press("Tab")
    page.keyboard.type("Polly")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    sheet.get_by_role("radio", name="often").focus()
    page.keyboard.press("ArrowRight")
    sheet.get_by_role("textbox", name="Note").focus()
    page.keyboard.type("in a cage")


def expect_filled(sheet: Locator) -> None:
    expect(sheet.get_by_role("textbox", name="CANARYLABEL")).to_have_value("A yellow bird.\nIt sings.")
    expect(sheet.get_by_label("Name")).to_have_value("Polly")
    expect(sheet.get_by_label("CANARYTICK")).to_be_checked()
    expect(sheet.get_by_role("radio", name="no", exact=True)).to_be_checked()
    expect(sheet.get_by_role("radio", name="never")).to_be_checked()
    expect(sheet.get_by_role("textbox", name="Note")).to_have_value("in a cage")


def expect_empty(sheet: Locator) -> None:
    expect(sheet.locator(":checked")).to_have_count(0)
    for box in sheet.get_by_role("textbox").all():
        expect(box).to_have_value("")


def test_a_sheet_is_kept_over_a_reload(page: Page, sheet: Locator) -> None:
    expect(sheet.get_by_role("status")).to_contain_text(SAID["sheet.kept"])
    fill(page, sheet)
    expect_filled(sheet)
    page.reload()
    expect_filled(sheet)


def test_what_is_taken_back_stays_away(page: Page, sheet: Locator) -> None:
    fill(page, sheet)
    sheet.get_by_label("Name").fill("")
    sheet.get_by_label("CANARYTICK").uncheck()
    page.reload()
    expect(sheet.get_by_label("Name")).to_have_value("")
    expect(sheet.get_by_label("CANARYTICK")).not_to_be_checked()
    expect(sheet.get_by_role("textbox", name="Note")).to_have_value("in a cage")


def test_clear_asks_first(page: Page, sheet: Locator) -> None:
    fill(page, sheet)
    clear = sheet.get_by_role("button", name=SAID["sheet.clear"])
    clear.press("Enter")
    expect(sheet.get_by_role("group", name=SAID["sheet.clear-question"])).to_be_visible()
    expect(sheet.get_by_role("button", name=SAID["sheet.clear-no"])).to_be_focused()
    page.keyboard.press("Enter")
    expect(clear).to_be_focused()
    expect_filled(sheet)

    clear.press("Enter")
    page.keyboard.press("Escape")
    expect(clear).to_be_focused()
    expect_filled(sheet)

    clear.press("Enter")
    sheet.get_by_role("button", name=SAID["sheet.clear-yes"]).press("Enter")
    expect(sheet.get_by_role("status")).to_have_text(SAID["sheet.cleared"])
    expect_empty(sheet)
    page.reload()
    expect_empty(sheet)


def test_enter_in_a_line_sends_nothing(page: Page, sheet: Locator) -> None:
    address = page.url
    sheet.get_by_label("Name").fill("Polly")
    sheet.get_by_label("Name").press("Enter")
    expect(sheet.get_by_label("Name")).to_have_value("Polly")
    assert page.url == address


def test_two_tabs_do_not_undo_each_other(page: Page, sheet: Locator) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    sheet.get_by_label("Name").fill("Polly")
    other.get_by_role("textbox", name="Note").fill("in a cage")
    page.reload()
    expect(sheet.get_by_label("Name")).to_have_value("Polly")
    expect(sheet.get_by_role("textbox", name="Note")).to_have_value("in a cage")


def test_tables_are_heard_by_their_sheet_and_rows_by_their_words(page: Page, canary: Place) -> None:
    page.goto(canary.page("lessons/birds/aviary.md"))
    title = 'My aviary: "is it" big? A & B <or> C | #2'
    tables = page.get_by_role("table", name=title, exact=True)
    expect(tables).to_have_count(2)
    expect(tables.first.get_by_role("rowheader").nth(1)).to_have_text("The water is fresh")
    expect(tables.last.get_by_role("rowheader").last).to_have_text("Robin")
