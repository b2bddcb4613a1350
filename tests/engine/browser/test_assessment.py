"""A learner says what she can do before the course, is told where to begin, and looks back afterwards."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.said import SAID

SAYINGS = [f'I can tell a {bird} by its "song" <b> & more' for bird in ("canary", "finch", "aviary")]


def mark(page: Page, saying: str, level: str) -> None:
    page.get_by_role("group", name=saying).get_by_role("radio", name=level).check()


def result(page: Page) -> Locator:
    return page.get_by_role("region", name=SAID["assess.result"])


@pytest.fixture(params=["canary", "canary_file"])
def begin(page: Page, request: pytest.FixtureRequest) -> Page:
    place: Place = request.getfixturevalue(request.param)
    page.goto(place.address + "where-to-begin.html")
    return page


def test_the_first_lesson_that_is_open_is_where_to_begin(begin: Page) -> None:
    expect(result(begin)).to_be_hidden()
    begin.get_by_role("radio", name=SAID["assess.level-not-yet"]).first.focus()
    begin.keyboard.press("ArrowRight")
    begin.keyboard.press("ArrowRight")
    expect(begin.get_by_role("radio", name=SAID["assess.level-alone"]).first).to_be_checked()
    expect(result(begin)).to_contain_text(SAID.of("assess.unmarked", n=2))
    mark(begin, SAYINGS[2], SAID["assess.level-not-yet"])
    expect(result(begin)).to_contain_text(SAID.of("assess.begin", title="Aviaries"))
    mark(begin, SAYINGS[1], SAID["assess.level-with-help"])
    expect(result(begin)).to_contain_text(SAID.of("assess.begin-count", n=2, m="3"))
    result(begin).get_by_role("link", name="Finches").click()
    expect(begin.get_by_role("heading", level=1)).to_have_text("Finches")


def test_the_first_page_leads_to_where_to_begin(begin: Page) -> None:
    mark(begin, SAYINGS[0], SAID["assess.level-alone"])
    begin.get_by_role("link", name=SAID["footer.home"]).click()
    note = begin.get_by_text(SAID.of("home.advised", title=SAID["assess.first-title"]))
    expect(begin.get_by_role("link", name=SAID.of("progress.begin", title="Finches"))).to_be_visible()
    expect(note).to_be_hidden()
    begin.locator(".cw-hero").get_by_role("link").nth(1).click()
    mark(begin, SAYINGS[1], SAID["assess.level-with-help"])
    begin.get_by_role("link", name=SAID["footer.home"]).click()
    expect(note).to_be_visible()
    begin.get_by_role("link", name=SAID.of("progress.begin", title="Finches")).click()
    expect(begin.get_by_role("heading", level=1)).to_have_text("Finches")


def test_who_can_do_it_all_is_told_so(begin: Page) -> None:
    for saying in SAYINGS:
        mark(begin, saying, SAID["assess.level-proven"])
    expect(result(begin)).to_contain_text(SAID["assess.all"])


def test_marks_are_kept_and_seen_again_afterwards(begin: Page) -> None:
    mark(begin, SAYINGS[0], SAID["assess.level-with-help"])
    mark(begin, SAYINGS[1], SAID["assess.level-proven"])
    begin.reload()
    expect(
        begin.get_by_role("group", name=SAYINGS[0]).get_by_role("radio", name=SAID["assess.level-with-help"])
    ).to_be_checked()

    begin.get_by_role("link", name=SAID["assess.to-last"]).click()
    expect(begin.get_by_role("heading", level=1)).to_have_text(SAID["assess.last-title"])
    expect(begin.get_by_role("radio", checked=True)).to_have_count(0)
    expect(begin.locator(".cw-saying-then:visible")).to_have_count(0)
    mark(begin, SAYINGS[0], SAID["assess.level-alone"])
    expect(begin.get_by_text(SAID.of("assess.then", level=SAID["assess.level-with-help"]))).to_be_visible()
    mark(begin, SAYINGS[1], SAID["assess.level-not-yet"])
    mark(begin, SAYINGS[2], SAID["assess.level-alone"])
    expect(begin.get_by_text(SAID["assess.no-then"])).to_be_visible()
    expect(result(begin)).to_contain_text(SAID.of("assess.up", n=1))
    expect(result(begin).get_by_role("listitem")).to_have_text(["Finches"])


def test_what_is_marked_before_the_script_has_come_counts(page: Page, canary: Place) -> None:
    waiting: list[Route] = []
    page.route("**/assessment.js", lambda route: waiting.append(route))  # noqa: PLW0108 (Playwright looks for the names of its parameters)
    page.goto(canary.address + "where-to-begin.html", wait_until="commit")
    mark(page, SAYINGS[1], SAID["assess.level-with-help"])
    with page.expect_response("**/assessment.js"):
        waiting[0].continue_()
    expect(result(page)).to_contain_text(SAID.of("assess.begin", title="Finches"))
    page.unroute_all()
    page.reload()
    expect(
        page.get_by_role("group", name=SAYINGS[1]).get_by_role("radio", name=SAID["assess.level-with-help"])
    ).to_be_checked()


def test_what_is_kept_and_is_no_mark_is_no_mark(begin: Page) -> None:
    for value in ('"<b>"', "7", "1.5", "null", "{"):
        path = "birds/finch/assessment/first"
        begin.evaluate(
            "([path, value]) => localStorage.setItem(`coursewright/${coursewright.name}/${path}`, value)", [path, value]
        )
        begin.reload()
        expect(begin.get_by_role("radio", checked=True)).to_have_count(0)
        expect(result(begin)).to_be_hidden()


def test_without_scripts_the_page_can_be_marked_by_hand(new_context: NewContext, canary: Place) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(canary.address + "where-to-begin.html")
    mark(page, SAYINGS[0], SAID["assess.level-not-yet"])
    expect(page.get_by_text(SAID["assess.rule"])).to_be_visible()


def test_the_recommendation_keeps_to_the_way_that_was_chosen(begin: Page) -> None:
    """A learner who has chosen a path is asked about its lessons alone, and told to begin within it."""
    mark(begin, SAYINGS[0], SAID["assess.level-not-yet"])
    begin.get_by_role("combobox", name=SAID["assess.path"]).select_option("PATHCANARY")
    expect(begin.get_by_role("group")).to_have_count(2)
    mark(begin, SAYINGS[2], SAID["assess.level-not-yet"])
    expect(result(begin)).to_contain_text(SAID.of("assess.begin", title="Aviaries"))
    begin.reload()
    expect(begin.get_by_role("group")).to_have_count(2)
    begin.get_by_role("combobox", name=SAID["assess.path"]).select_option(SAID["assess.path-all"])
    expect(result(begin)).to_contain_text(SAID.of("assess.begin", title="CANARYLESSON"))
    begin.get_by_role("combobox", name=SAID["assess.path"]).select_option("PATHCANARY")
    result(begin).get_by_role("link", name="PATHCANARY").click()
    expect(begin.get_by_role("heading", level=1)).to_have_text("PATHCANARY")
    expect(begin.get_by_role("main").get_by_role("listitem").get_by_role("link")).to_contain_text(
        ["Finches", "Aviaries"]
    )


COVERED = """() => {
    const focused = document.activeElement;
    const { left, right, top, bottom } = (focused.closest("label") ?? focused).getBoundingClientRect();
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const closing = over?.matches(".md-search__overlay") && !document.getElementById("__search").checked;
    const seen = over && (focused.contains(over) || over.contains(focused) || over.closest("label")?.contains(focused));
    const fine = seen || closing || !focused.closest(".md-content");
    return fine ? "" : `${focused.outerHTML} below ${over?.outerHTML ?? "the edge"}`;
}"""
"""The element that has the focus, if another lies over the middle of it, unless that is the search fading away."""


@pytest.mark.parametrize("size", [(1440, 900), (720, 450), (360, 640), (320, 256)], ids=str)
def test_nothing_covers_what_has_the_focus(page: Page, canary: Place, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(canary.address + "where-to-begin.html")
    mark(page, SAYINGS[0], SAID["assess.level-with-help"])
    for key in ("Tab", "Shift+Tab"):
        for _ in range(20):
            page.keyboard.press(key)
            assert page.evaluate(COVERED) == ""


def test_one_line_below_what_was_marked_says_what_it_comes_to(begin: Page) -> None:
    line = begin.locator(".cw-assess-line")
    expect(line).to_have_count(0)
    mark(begin, SAYINGS[1], SAID["assess.level-not-yet"])
    told = f"{SAID.of('assess.marked', n=1, m='3')} · {SAID.of('assess.begin', title='Finches')}"
    expect(begin.get_by_role("group", name=SAYINGS[1]).locator(line)).to_have_text(told)
    mark(begin, SAYINGS[0], SAID["assess.level-alone"])
    expect(line).to_have_count(1)
    expect(begin.get_by_role("group", name=SAYINGS[0]).locator(line)).to_contain_text(
        SAID.of("assess.marked", n=2, m="3")
    )


def test_a_mark_is_announced_in_a_few_words(begin: Page) -> None:
    expect(begin.get_by_role("status")).to_be_empty()
    for n, saying in enumerate(SAYINGS, 1):
        mark(begin, saying, SAID["assess.level-with-help"])
        expect(begin.locator("self-assessment").get_by_role("status")).to_have_text(
            SAID.of("assess.marked", n=n, m="3")
        )
