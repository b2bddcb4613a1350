"""Every page of both editions, on a phone and on a desk: nothing in the console, nothing cut off at the side."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.engine.browser.conftest import Place

WIDTHS = (320, 1440)
OVERFLOW = """() => {
    const edge = document.documentElement.clientWidth;
    const scrolls = (element) => element && element !== document.body
        && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const wide = document.documentElement.scrollWidth > edge
        ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
    for (const element of document.querySelectorAll(".md-main *, .cw-hero *, .md-footer *")) {
        const box = element.getBoundingClientRect();
        if (box.width && box.height && box.right > edge + 1 && !scrolls(element.parentElement))
            wide.push(`${element.tagName}.${element.className} to ${box.right}`);
    }
    return wide;
}"""
"""What reaches beyond the right edge of the window, unless its own box scrolls."""


def test_no_page_has_an_error_or_overflows(page: Page, learner: Place) -> None:
    assert len(learner.pages) > 5
    look_at(page, learner, learner.pages)


def test_no_page_for_trainers_alone_has_an_error_or_overflows(page: Page, learner: Place, trainer: Place) -> None:
    alone = [path for path in trainer.pages if path not in learner.pages]
    assert alone
    look_at(page, trainer, [*alone, *(lesson.path.replace(".md", ".html") for lesson in trainer.course.lessons[:1])])


@pytest.mark.hard
def test_no_page_of_the_trainers_edition_has_an_error_or_overflows(page: Page, trainer: Place) -> None:
    look_at(page, trainer, trainer.pages)


def look_at(page: Page, place: Place, paths: list[str]) -> None:
    for path in paths:
        page.goto(place.address + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(OVERFLOW) == [], f"{path} at {width}"
        expect(page.locator("h1")).to_have_count(1)


@pytest.mark.hard
def test_no_page_has_an_error_when_opened_as_a_file(page: Page, learner_file: Place) -> None:
    for path in learner_file.pages:
        page.goto(learner_file.address + path)
        expect(page.locator("h1")).to_be_visible()


def test_the_page_for_a_wrong_address_leads_home(page: Page, learner: Place, faults: list[str]) -> None:
    answer = page.goto(learner.address.replace("/course/", "/course/not/here.html"))
    assert answer
    assert answer.status == 404
    page.get_by_role("main").or_(page.locator(".md-content")).get_by_role("link").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(learner.course.title)
    assert [each for each in faults if "404" not in each] == []
    faults.clear()


def test_the_policy_is_in_force(page: Page, learner: Place, faults: list[str]) -> None:
    page.goto(learner.address)
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.pwned = 1";
        document.head.append(script);
    }""")
    assert page.evaluate("window.pwned") is None
    page.title()  # the message has arrived with the answer
    assert faults
    assert all("Content Security Policy" in fault for fault in faults)
    faults.clear()
