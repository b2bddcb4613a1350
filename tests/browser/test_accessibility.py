"""Every page looked over by axe, in light and in dark, on a desk and on a phone, before and after answering."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext, Place
from tests.site.building import ROOT

Scheme = Literal["light", "dark"]
DESK, PHONE = (1280, 800), (320, 640)
DOCS = ROOT / "docs"
PAGES = [path.relative_to(DOCS).as_posix() for path in sorted(DOCS.rglob("*.md"))] + ["course-map.md"]
LESSON = next(path for path in PAGES if path.startswith("lessons/") and not path.endswith("index.md"))
AXE = Axe()
STILL = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("*, ::before, ::after { transition: none !important; animation: none !important; }");
    document.adoptedStyleSheets = [sheet];
}"""
"""Colours that fade would be judged half-way."""


def faults_of(page: Page) -> list[str]:
    """What axe finds, one line each."""
    page.evaluate(STILL)
    found: list[dict[str, Any]] = AXE.run(page).response["violations"]
    return [f"{each['id']}: {node['html'][:200]} {node['failureSummary']}" for each in found for node in each["nodes"]]


def open_page(new_context: NewContext, address: str, scheme: Scheme, size: tuple[int, int]) -> Page:
    page = new_context(color_scheme=scheme, viewport={"width": size[0], "height": size[1]}).new_page()
    page.goto(address)
    name = {"light": "default", "dark": "slate"}[scheme]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)
    return page


@pytest.mark.parametrize(("scheme", "size"), [("light", DESK), ("dark", PHONE)], ids=["desk-light", "phone-dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page(new_context: NewContext, learner: Place, path: str, scheme: Scheme, size: tuple[int, int]) -> None:
    page = open_page(new_context, learner.page(path), scheme, size)
    assert faults_of(page) == []
    checks = page.locator("self-check")
    if checks.count():
        answer_wrongly(page)
        assert faults_of(page) == []


def answer_wrongly(page: Page) -> None:
    check = page.locator("self-check[data-kind=one]").first
    wrong = check.locator("[data-right=false]").first.get_attribute("data-answer")
    check.locator(f"input[value='{wrong}']").check()
    check.get_by_role("button", name="Check").click()
    expect(check).to_have_attribute("data-state", "wrong")


@pytest.mark.parametrize(("scheme", "size"), [("light", PHONE), ("dark", DESK)], ids=["phone-light", "desk-dark"])
def test_a_lesson_with_every_state(
    new_context: NewContext, trainer: Place, scheme: Scheme, size: tuple[int, int]
) -> None:
    page = open_page(new_context, trainer.page(LESSON), scheme, size)
    one, other = page.locator("self-check[data-kind=one]").all()[:2]
    answer_wrongly(page)
    one.get_by_role("button", name="Show the answer").click()
    right = other.locator("[data-right=true]").first.get_attribute("data-answer")
    other.locator(f"input[value='{right}']").check()
    other.get_by_role("button", name="Check").click()
    page.get_by_role("button", name="Clear this sheet").first.click()
    page.get_by_role("button", name="I have done this lesson").click()
    assert faults_of(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_search_and_the_open_contents(new_context: NewContext, learner: Place, scheme: Scheme) -> None:
    page = open_page(new_context, learner.page("about.md"), scheme, PHONE)
    page.get_by_role("button", name="Search").click()
    box = page.get_by_role("textbox", name="Search")
    box.fill("machine")
    box.press("End")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert faults_of(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Course contents").click()
    expect(page.locator(".cw-nav").get_by_role("link").last).to_be_in_viewport()
    assert faults_of(page) == []


def test_the_page_for_a_wrong_address(new_context: NewContext, learner: Place) -> None:
    cases: list[tuple[Scheme, tuple[int, int]]] = [("light", DESK), ("dark", PHONE)]
    for scheme, size in cases:
        page = open_page(new_context, learner.address.replace("/course/", "/404.html"), scheme, size)
        assert faults_of(page) == []


def test_axe_sees_faults(page: Page, tmp_path: Path) -> None:
    (tmp_path / "faulty.html").write_text("<input><p style='color: #aaa; background: #fff'>Pale</p>", encoding="utf-8")
    page.goto((tmp_path / "faulty.html").as_uri())
    found = " ".join(faults_of(page))
    assert "color-contrast" in found
    assert "label" in found
