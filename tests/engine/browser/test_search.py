"""A reader searches, on a web server and in a folder of files, and opens what she has found."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.engine.browser.conftest import Place


def search(page: Page, words: str) -> Locator:
    """Type into the search, opening it where it is closed; gives the pages found."""
    box = page.get_by_role("textbox", name="Search")
    if not box.is_visible():
        page.get_by_role("button", name="Search").press("Enter")
    box.fill(words)
    box.press("End")  # the search listens to keys
    return page.locator(".md-search-result__item")


@pytest.mark.parametrize("where", ["sampler", "sampler_file"])
def test_lessons_and_headings_are_found(page: Page, where: str, request: pytest.FixtureRequest) -> None:
    place: Place = request.getfixturevalue(where)
    lesson = place.course.lessons[1]
    heading = next(line[3:] for line in lesson.lines if line.startswith("## "))
    page.goto(place.address + "index.html")
    for words in (lesson.title, heading):
        found = search(page, words).filter(has=page.locator("h1", has_text=re.compile(f"^{re.escape(lesson.title)}$")))
        link = found.get_by_role("link", include_hidden=True).filter(has_text=words).first
        expect(link).to_be_attached()
        if not link.is_visible():  # folded away as one of several on that page
            found.locator("summary").click()
        link.click()
        expect(page).to_have_url(re.compile(re.escape(lesson.path.removesuffix(".md")) + r"\.html"))
        expect(page.get_by_role("heading", level=1)).to_have_text(lesson.title)
    expect(page.get_by_role("heading", name=heading)).to_be_in_viewport()


@pytest.mark.parametrize("where", ["canary", "canary_file"])
def test_questions_are_found(page: Page, where: str, request: pytest.FixtureRequest) -> None:
    place: Place = request.getfixturevalue(where)
    page.goto(place.address + "course-map.html")
    found = search(page, "CANARYASKED")
    expect(found).to_have_count(1)
    found.get_by_role("link").filter(has_text="CANARYASKED").click()
    expect(page.get_by_role("group", name="Which CANARYASKED is it?")).to_be_in_viewport()


def test_a_phone_can_search(page: Page, canary: Place) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(canary.address + "index.html")
    search(page, "CANARYASKED").get_by_role("link").filter(has_text="CANARYASKED").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("CANARYLESSON")


def test_answers_and_notes_are_not_found(page: Page, canary: Place) -> None:
    page.goto(canary.address + "index.html")
    expect(search(page, "CANARYASKED")).to_have_count(1)
    for word in ("CANARYFEEDBACKRIGHT", "CANARYEXPLANATION", "CANARYTRAINERALONE", "CANARYWRONG"):
        search(page, word)
        expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")


def test_the_index_is_sent_for_when_someone_searches(page: Page, sampler: Place) -> None:
    sent_for: list[str] = []
    page.on("request", lambda request: sent_for.append(request.url))

    def asked() -> bool:
        return any(url.endswith("search_index.json") for url in sent_for)

    page.goto(sampler.address + "index.html", wait_until="networkidle")
    assert not asked()
    expect(search(page, sampler.course.lessons[0].title)).not_to_have_count(0)
    assert asked()
    sent_for.clear()
    page.goto(sampler.address + "index.html?h=lesson", wait_until="networkidle")
    assert asked()
