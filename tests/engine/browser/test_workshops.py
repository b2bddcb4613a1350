"""The pages of workshops and the trainer's keys: on a desk, on a phone and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.printing import printed
from tests.engine.browser.said import SAID
from tests.engine.site.building import build_edited, project_of, read, replace_in
from tests.engine.site.serving import Sites

SHEET = "run-sheets/short.html"
PAGE = "workshops/short.html"
KEYS = "keys.html"


GAPS = """/// question | warm-first
    type: gaps
    objective: brew

What is warmed first?

The [[pot]] comes before the cup.

- [[pot]]
    > A cold one cools the water.

The pot it is.
///

## The pot
"""


@pytest.fixture(scope="module")
def workshop(sites: Sites, into: Path) -> Place:
    """The small workshop with all its files, on a day, and with a question that has gaps."""

    def edit(docs: Path) -> None:
        replace_in(docs / "workshops/short.md", ("room: room", "room: room\ndate: 2027-04-14"))
        replace_in(docs / "lessons/tea/brewing.md", ("minutes: 13", "minutes: 14"), ("## The pot\n", GAPS))

    folder = build_edited("workshop", "trainer", into / "dated-trainer", edit).site
    return Place(sites.put("dated", folder), folder, read(project_of(folder) / "docs"))


@pytest.fixture
def phone(new_context: NewContext) -> Page:
    return new_context(viewport={"width": 320, "height": 640}).new_page()


def pages_of(page: Page) -> list[str]:
    """What is printed, page by page; without spaces, as some are lost on paper."""
    return [tight(sheet.get_textpage().get_text_bounded()) for sheet in printed(page)]


def tight(text: str) -> str:
    return "".join(text.split())


def make_long(page: Page, holder: str, words: str, times: int) -> None:
    """Put paragraphs into an element, each with its number."""
    page.evaluate(
        """([holder, words, times]) => {
            const element = [...document.querySelectorAll(holder)].at(-1);
            for (let n = 1; n <= times; n += 1) {
                const paragraph = document.createElement("p");
                paragraph.textContent = `${words} ${n}.`;
                element.append(paragraph);
            }
        }""",
        [holder, words, times],
    )


def push_down(page: Page, element: str, millimetres: int) -> None:
    """Leave room before an element, the last of its kind."""
    page.evaluate(
        """([element, room]) => {
            const space = document.createElement("div");
            space.style.height = `${room}mm`;
            [...document.querySelectorAll(element)].at(-1).before(space);
        }""",
        [element, millimetres],
    )


def page_with(pages: list[str], words: str) -> int:
    (found,) = (number for number, text in enumerate(pages) if tight(words) in text)
    return found


# The run sheet


def test_a_run_sheet_on_a_phone_has_nothing_out_of_sight(phone: Page, workshop: Place) -> None:
    phone.goto(workshop.address + SHEET)
    for words in ("Welcome to the pot.", "If late: shorten it to 4 minutes", "9:00–9:10"):
        box = phone.locator(".cw-run").get_by_text(words).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320, words


def test_a_run_sheet_is_a_table_of_its_parts(page: Page, workshop: Place) -> None:
    page.goto(workshop.address + SHEET)
    table = page.get_by_role("table", name="By the clock, Day 1")
    expect(table.get_by_role("rowgroup")).to_have_count(7)
    part = table.get_by_role("rowgroup").nth(5)
    expect(part.get_by_role("rowheader")).to_have_text("9:37–9:45 Tasting 8 minutes Activity the whole room")
    expect(part.get_by_role("cell")).to_contain_text(SAID["plan.late-cut"])
    expect(part.get_by_role("cell")).to_contain_text("Taste three cups.")


def test_no_part_is_called_twice_by_its_kind(page: Page, workshop: Place) -> None:
    page.goto(workshop.address + SHEET)
    for table in (".cw-glance", ".cw-run"):
        expect(page.locator(table).get_by_text(SAID.of("run.reading", title="Brewing"))).to_have_count(1)
        expect(page.locator(table).get_by_text(SAID["part.reading"], exact=True)).to_have_count(0)
        expect(page.locator(table).get_by_text(SAID["part.questions"])).to_have_count(0)
        expect(page.locator(table).get_by_text(SAID["part.worksheet"], exact=True)).to_have_count(1)
    page.goto(workshop.address + "plan.html")
    summaries = page.locator(".cw-shelf-part > summary").all_text_contents()
    assert summaries[:3] == [
        "Talk: Brewing · 1 minute",
        "Questions: Brewing · 3 minutes",
        "Tea diary · Worksheet · 10 minutes",
    ]


def test_the_kind_of_a_part_stands_below_it_on_a_phone(phone: Page, workshop: Place) -> None:
    phone.goto(workshop.address + SHEET)
    kind = phone.locator(".cw-glance .cw-part-kind").first
    above = kind.locator("..").bounding_box()
    box = kind.bounding_box()
    assert above
    assert box
    assert box["y"] > above["y"] + 20
    assert kind.evaluate("(element) => getComputedStyle(element, '::before').content") == "none"


def test_the_first_question_of_a_part_has_no_rule_above_it(page: Page, workshop: Place) -> None:
    page.goto(workshop.address + SHEET)
    width = "(each) => getComputedStyle(each).borderTopWidth"
    questions = page.locator(".cw-slot-question")
    assert [each.evaluate(width) for each in questions.all()] == ["0px", "1px", "1px"]


def test_a_run_comes_before_the_files(page: Page, workshop: Place) -> None:
    page.goto(workshop.address + SHEET)
    run = page.get_by_role("button", name=SAID["workshops.run"]).bounding_box()
    files = page.get_by_role("list", name=SAID["workshops.files"]).bounding_box()
    assert run
    assert files
    assert run["y"] < files["y"]
    expect(page.get_by_role("link", name=SAID["workshops.run-sheet-open"])).to_have_count(0)


def test_each_page_of_a_printed_run_sheet_says_which_part_it_is(page: Page, workshop: Place) -> None:
    page.goto(workshop.address + SHEET)
    make_long(page, ".cw-run .cw-cues", "Sip", 150)
    pages = [text for text in pages_of(page) if "Sip" in text]
    assert len(pages) > 2
    for text in pages:
        assert tight("9:45–9:55 A toast") in text


def test_a_printed_run_sheet_uses_the_width_of_the_paper(page: Page, workshop: Place) -> None:
    page.goto(workshop.address + SHEET)
    make_long(page, ".cw-run .cw-cues", f"Sip {'and sip ' * 400}", 1)
    assert len([text for text in pages_of(page) if "andsip" in text]) <= 2


def test_a_list_of_what_to_do_is_printed_with_its_heading(page: Page, workshop: Place) -> None:
    page.goto(workshop.address + SHEET)
    for room in range(20, 260, 20):
        page.reload()
        push_down(page, ".cw-run-sheet h2", room)
        pages = pages_of(page)
        assert page_with(pages, SAID["checklist.weeks-2"]) == page_with(pages, "Order what the packing list names."), (
            room
        )


# The page of a workshop


def test_the_files_of_a_workshop_stand_in_a_line_for_each_kind(page: Page, workshop: Place) -> None:
    page.goto(workshop.address + PAGE)
    files = page.get_by_role("list", name=SAID["workshops.files"])
    lines = [" ".join(line.split()) for line in files.get_by_role("listitem").all_text_contents()]
    kinds = ("Participants’ pack", "Run sheet to print", "Facilitator’s pack")
    assert lines == [*(f"{kind} A4 · US Letter" for kind in kinds), "Calendar file"]
    named = "Tea in an hour: Run sheet to print, US Letter"
    expect(files.get_by_role("link", name=named, exact=True)).to_be_visible()
    page.get_by_role("link", name=SAID["workshops.run-sheet-open"]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SAID.of("workshops.run-sheet", title="Tea in an hour"))


def test_a_printed_activity_is_not_torn_from_its_note(page: Page, workshop: Place) -> None:
    page.goto(workshop.address + PAGE)
    make_long(page, ".cw-activity .cw-trainer", "Sip", 22)
    push_down(page, ".cw-activity", 110)
    pages = pages_of(page)
    assert page_with(pages, "Raise your cup.") == page_with(pages, "Sip 1.")
    assert page_with(pages, "Sip 1.") < page_with(pages, "Sip 22.")


@pytest.mark.parametrize("path", [PAGE, SHEET])
def test_no_files_are_named_on_paper(page: Page, workshop: Place, path: str) -> None:
    page.goto(workshop.address + path)
    whole = "".join(pages_of(page))
    for words in ("Open the run sheet", "US Letter", "Calendar file"):
        assert tight(words) not in whole


# The keys


def test_a_printed_key_begins_where_there_is_room(page: Page, workshop: Place) -> None:
    page.goto(workshop.address + KEYS)
    make_long(page, ".cw-answers-of .cw-explanation", "Sip", 15)
    push_down(page, ".cw-answers-of", 40)
    pages = pages_of(page)
    assert page_with(pages, "What is warmed first?") < page_with(pages, "Sip 15.")


def test_what_has_gaps_is_not_set_as_the_question(page: Page, workshop: Place) -> None:
    page.goto(workshop.address + KEYS)
    gaps = page.locator(".cw-asked:has(> .cw-gap-text)").first
    weight = "(each) => getComputedStyle(each).fontWeight"
    assert gaps.locator("> .cw-gap-text").evaluate(weight) == "400"
    assert gaps.locator("> p:not(.cw-gap-text)").last.evaluate(weight) == "600"


# The page of worksheets


def test_the_page_of_worksheets_is_printed_without_its_files(page: Page, canary: Place) -> None:
    page.goto(canary.address + "worksheets.html")
    name = page.locator(".cw-print:not(.cw-print--pack) .cw-print-name > a").first.inner_text()
    whole = "".join(pages_of(page))
    assert tight(name) in whole
    for words in ("To print", "US Letter", "All worksheets in one file", "The whole course"):
        assert tight(words) not in whole


def test_the_files_of_a_sheet_stand_below_their_kind_on_a_phone(phone: Page, canary: Place) -> None:
    phone.goto(canary.address + "worksheets.html")
    files = phone.locator(".cw-print-files").first
    kind, link = files.locator(".cw-print-form").bounding_box(), files.get_by_role("link").first.bounding_box()
    assert kind
    assert link
    assert link["y"] >= kind["y"] + kind["height"]


def test_the_files_of_all_sheets_stand_in_columns_on_a_desk(page: Page, canary: Place) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(canary.address + "worksheets.html")
    links = [each.bounding_box() for each in page.locator(".cw-print:not(.cw-print--pack) a[aria-label]").all()]
    assert len({box["x"] for box in links if box}) == 2
