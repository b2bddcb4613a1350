"""A worksheet on paper: alone, filled in or blank, or with the page that it stands on."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

import pytest
from pdfplumber.page import Page as Sheet
from playwright.sync_api import Locator, Page, expect

from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.printing import MM, WHITE, grounds, printed, sheets, words_on
from tests.engine.browser.said import SAID

LESSON = "lessons/birds/aviary.md"
TITLE = r'Aviaries: "who" sings? A & B <or> C | #1 \ 2'
SHEET = 'My aviary: "is it" big? A & B <or> C | #2'
WATCH_PRINT = "window.print = () => { window.printedAs = document.documentElement.className; }"
"""A window for printing would wait for a person."""
PRINTING = re.compile(r"(^|\s)cw-printing-sheet(\s|$)")
HEAD, FOOT, SIDE = 18 * MM, 17 * MM, 15 * MM
"""What the margins leave free at least."""
FEW, MANY = "every-part", "long-list"


@pytest.fixture
def page(new_context: NewContext) -> Page:
    """A page on a dark screen."""
    return watched(new_context)


def watched(new_context: NewContext, scheme: Literal["light", "dark"] = "dark") -> Page:
    context = new_context(color_scheme=scheme)
    context.add_init_script(WATCH_PRINT)
    return context.new_page()


def open_sheet(page: Page, place: Place, name: str = FEW) -> Locator:
    page.goto(place.page(LESSON))
    sheet = page.locator(f"work-sheet[data-sheet={name}]")
    expect(sheet.get_by_role("button", name=SAID["sheet.print-blank"])).to_be_visible()
    return sheet


WRITTEN = {
    "Keeper": "Polly Finch-Nightingale of the Old Aviary, keeper of sixty birds, of two parrots and of a cat",
    "It needs, Robin": "A swing",
    "Food": "Seed and fruit",
    "What would make this aviary better?": "\n".join(f"My line {number}." for number in range(1, 5)),
    "Name": "P. Finch",
}


def fill(sheet: Locator) -> None:
    for name, text in WRITTEN.items():
        sheet.get_by_role("textbox", name=name, exact=True).fill(text)
    sheet.get_by_role("group", name="How far could you fly?").get_by_role("radio", name="7").check()
    sheet.get_by_role("checkbox", name="I have shown this to my birds.").check()


def expect_filled(sheet: Locator) -> None:
    for name, text in WRITTEN.items():
        expect(sheet.get_by_role("textbox", name=name, exact=True)).to_have_value(text)
    expect(sheet.get_by_role("textbox", name="Your sum")).to_have_value("7")
    expect(sheet.get_by_role("checkbox", name="I have shown this to my birds.")).to_be_checked()


def print_alone(sheet: Locator, name: str = "Print this sheet") -> None:
    sheet.get_by_role("button", name=name).click()
    assert PRINTING.search(sheet.page.evaluate("window.printedAs"))


def all_words(pages: list[Sheet]) -> str:
    return " ".join(map(words_on, pages))


def expect_within_margins(pages: list[Sheet]) -> None:
    """Nothing but heads and page numbers stands in the margins, where it would be cut off."""
    for number, sheet in enumerate(pages, 1):
        body = [each for each in sheet.chars if each["bottom"] > HEAD and each["top"] < sheet.height - FOOT]
        assert body, number
        for each in body:
            assert HEAD < each["top"] < each["bottom"] < sheet.height - FOOT, (number, each["text"])
        for each in [*body, *sheet.rects, *sheet.lines]:
            assert each["x0"] > SIDE, number
            assert each["x1"] < sheet.width - SIDE, number


def expect_heads(pages: list[Sheet], head: str) -> None:
    for number, sheet in enumerate(pages, 1):
        words = words_on(sheet)
        assert words.startswith(head)
        assert words.endswith(f"Page {number} of {len(pages)}")
        assert words.count("CANARYCOURSE") == 1, number


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_sheet_prints_alone_with_what_was_written(page: Page, canary: Place, paper: str) -> None:
    sheet = open_sheet(page, canary)
    fill(sheet)
    print_alone(sheet)
    pages = sheets(page, paper)
    expect_heads(pages, f"CANARYCOURSE · {TITLE}")
    assert words_on(pages[0]).startswith(f"CANARYCOURSE · {TITLE} {SHEET} {page.url} 25 minutes")
    expect_within_margins(pages)
    words = all_words(pages)
    for text in (
        "See what the birds have",
        "Your sum = 7 of 27",
        "Bird It needs",
        "Birds Food Perches",
        "Costs Songs",
    ):
        assert text in words
    for text in WRITTEN.values():  # columns stand side by side, so only single words are in order
        assert set(re.findall(r"\w+", text)) <= set(re.findall(r"\w+", words)), text
    for text in ("Birds want room", "Sixty birds", "Compare the sheets", "Clear this sheet", "Print it blank", "PDF"):
        assert text not in words

    assert not PRINTING.search(page.evaluate("document.documentElement.className"))
    expect(page.locator(".cw-print-copy, .cw-written")).to_have_count(0)
    expect_filled(sheet)
    page.reload()
    expect_filled(sheet)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_sheet_prints_blank(page: Page, canary: Place, paper: str) -> None:
    sheet = open_sheet(page, canary)
    fill(sheet)
    print_alone(sheet, SAID["sheet.print-blank"])
    pages = sheets(page, paper)
    words = all_words(pages)
    assert len(pages) == 2
    for text in (SHEET, "Keeper", "Your sum = of 27", "Birds Food Perches", "My aviary"):
        assert text in words
    for text in ("Nightingale", "A swing,", "Seed", "My line", "P. Finch"):
        assert text not in words
    ticked = page.locator(".cw-print-copy :checked")
    print_alone(sheet, SAID["sheet.print-blank"])
    expect(ticked).to_have_count(0)
    expect_filled(sheet)


def test_a_long_sheet_has_no_more_pages_than_it_declares(page: Page, canary: Place) -> None:
    for paper in ("A4", "Letter"):
        sheet = open_sheet(page, canary, MANY)
        print_alone(sheet)
        pages = sheets(page, paper)
        assert len(pages) <= 5, paper
        assert "Bird Where caught" in words_on(pages[-1])
        expect_within_margins(pages)


def test_on_screen_nothing_shows_of_a_sheet_in_print(page: Page, canary: Place) -> None:
    sheet = open_sheet(page, canary)
    fill(sheet)
    button = sheet.get_by_role("button", name=SAID["sheet.print"])
    button.focus()
    body = page.locator("body")
    height = "document.documentElement.scrollHeight"
    before, high = body.aria_snapshot(), page.evaluate(height)
    button.press("Enter")
    expect(page.locator(".cw-print-copy")).to_have_count(1)
    expect(page.locator(".cw-print-copy")).to_be_hidden()
    expect(page.locator("work-sheet")).to_have_count(2)
    assert page.evaluate("document.querySelectorAll('.cw-print-copy [id]').length") == 0
    assert body.aria_snapshot() == before
    assert page.evaluate(height) == high


def test_a_browser_that_does_not_tell_the_end_of_printing(page: Page, canary: Place) -> None:
    sheet = open_sheet(page, canary)
    fill(sheet)
    print_alone(sheet)
    print_alone(sheet)
    expect(page.locator(".cw-print-copy")).to_have_count(1)
    page.locator(".cw-lesson-head h1").click()
    expect(page.locator(".cw-print-copy")).to_have_count(0)
    expect_filled(sheet)
    print_alone(sheet)
    page.keyboard.press("Shift")
    words = all_words(sheets(page))
    assert "Birds want room" in words
    assert "Seed and fruit" in words


def test_no_key_is_printed_in_the_trainers_edition(page: Page, canary_trainer: Place) -> None:
    sheet = open_sheet(page, canary_trainer)
    expect(sheet.get_by_text("AVIARYKEY")).to_be_visible()
    for button in ("Print this sheet", "Print it blank"):
        print_alone(sheet, button)
        words = all_words(sheets(page))
        assert "My aviary" in words
        assert "AVIARYKEY" not in words
        assert "Key, for the trainer" not in words
    page.goto(canary_trainer.page(LESSON))
    words = all_words(sheets(page))
    assert "Birds want room" in words
    assert "AVIARYKEY" not in words


@pytest.mark.parametrize(
    ("scheme", "paper"),
    [
        ("light", "A4"),
        ("dark", "Letter"),
        pytest.param("light", "Letter", marks=pytest.mark.hard),
        pytest.param("dark", "A4", marks=pytest.mark.hard),
    ],
)
def test_a_lesson_with_long_sheets_prints_whole(
    new_context: NewContext, canary: Place, scheme: Literal["light", "dark"], paper: str
) -> None:
    page = watched(new_context, scheme)
    fill(open_sheet(page, canary))
    assert {colour for each in printed(page, paper) for colour in grounds(each)} == {WHITE}
    pages = sheets(page, paper)
    expect_heads(pages, f"CANARYCOURSE · {TITLE}")
    expect_within_margins(pages)
    words = all_words(pages)
    for text in (
        *WRITTEN["What would make this aviary better?"].split("\n"),
        "until you come back on Monday",
        "Compare",
    ):
        assert text in words
    assert "A guide to aviaries (https://example.org/aviaries?a=1&b=2)" in words
    assert "the lesson on finches tells" in words
    assert "finch.html" not in words

    rows = [rows_of_birds(each) for each in pages]
    assert sum(rows) == 60
    assert len([count for count in rows if count]) > 3


def rows_of_birds(sheet: Sheet) -> int:
    """The rows of the long table on a page: each whole, high enough to write in, and below a head."""
    found = sheet.extract_words()
    tops = [each["top"] for each in found if each["text"] == "me,"]
    if not tops:
        return 0
    others = [each["top"] for each in found if each["text"] == "you,"]
    assert [0 < below - top < 10 * MM for top, below in zip(tops, others, strict=True)] == [True] * len(tops)
    assert all(below - top > 12 * MM - 1 for top, below in pairwise(tops))
    heads = [each for each in found if each["text"] == "LASTCOLUMN"]
    assert [0 < tops[0] - each["top"] < 15 * MM for each in heads] == [True]
    return len(tops)


def test_lines_boxes_and_circles_have_the_size_of_a_hand(page: Page, canary: Place) -> None:
    sheet = open_sheet(page, canary)
    page.set_viewport_size({"width": 673, "height": 900})  # 178 mm
    page.emulate_media(media="print")
    heights = {
        "td:has(> textarea)": 12,
        "tr[data-height='20']": 20,
        ".cw-canvas-row:first-child": 30,
        ".cw-canvas-row[data-height='40']": 40,
        ".cw-field textarea": 3 * 9,
        ".cw-line input[type=text]": 9,
        ".cw-signature input": 12,
        "[type=checkbox], [type=radio]": 4,
    }
    for selector, height in heights.items():
        found = sheet.locator(selector)
        expect(found).not_to_have_count(0)
        lowest = min(found.evaluate_all("(all) => all.map((each) => each.getBoundingClientRect().height)"))
        assert lowest / 96 * 25.4 > height - 0.1, selector
    sizes = sheet.locator("p, label").evaluate_all("(all) => all.map((each) => getComputedStyle(each).fontSize)")
    assert "16px" in sizes  # 12 pt


def test_what_is_longer_than_a_page_is_printed_line_by_line(page: Page, canary: Place) -> None:
    sheet = open_sheet(page, canary)
    fields = {"Bird, 2": "cell", "Food": "box", "What would make this aviary better?": "line"}
    for name, word in fields.items():
        text = "\n".join(f"{word}{number}" for number in range(1, 81))
        sheet.get_by_role("textbox", name=name, exact=True).fill(text)
    print_alone(sheet)
    pages = sheets(page)
    expect_within_margins(pages)
    words = all_words(pages)
    for word in fields.values():
        assert re.findall(rf"\b{word}(\d+)\b", words) == [str(number) for number in range(1, 81)]
    for each in pages:
        boxes = [found for found in each.extract_words() if re.fullmatch(r"(cell|box|line)\d+", found["text"])]
        lines = sorted((found["x0"], found["top"], found["bottom"]) for found in boxes)
        for above, below in pairwise(lines):
            assert above[0] != below[0] or above[2] <= below[1] + 1  # none lies over another


def test_without_scripts_the_course_stands_on_the_first_page(new_context: NewContext, canary: Place) -> None:
    page = new_context(java_script_enabled=False, color_scheme="dark").new_page()
    page.goto(canary.page(LESSON))
    pages = sheets(page)
    assert words_on(pages[0]).startswith(f"CANARYCOURSE {TITLE}")
    assert all_words(pages).count("CANARYCOURSE") == 1
    for number, each in enumerate(pages, 1):
        assert words_on(each).endswith(f"{number} / {len(pages)}")
        assert "LASTCOLUMN" in words_on(each) or "Where caught" not in words_on(each)
