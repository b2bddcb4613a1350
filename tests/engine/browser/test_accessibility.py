"""Every page looked over by axe, in light and in dark, on a desk and on a phone, before and after answering."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from coursewright.build import CourseBuild
from tests.engine.browser.answering import answer_all
from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.looks import PHONE, Scheme, Size, every_look
from tests.engine.browser.said import SAID
from tests.engine.site.building import ROOT

BUILD = CourseBuild(ROOT / "docs", "docs", "learner", "en")
PAGES = sorted({page.path for page in BUILD.course.every_page()} | {page.path for page in BUILD.made_pages})
"""The pages of the learner's edition, of whichever course is in docs/."""
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


def open_page(new_context: NewContext, address: str, scheme: Scheme, size: Size) -> Page:
    page = new_context(color_scheme=scheme, viewport={"width": size[0], "height": size[1]}).new_page()
    page.goto(address)
    name = {"light": "default", "dark": "slate"}[scheme]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)
    return page


def _kind(path: str) -> str:
    """Pages of one kind have the same template and styles."""
    folder = path.split("/", maxsplit=1)[0]
    return f"{folder}/index" if path.endswith("/index.md") else folder


def _pages() -> list[Any]:
    """Every page; but for one page of each kind they are left to `make test-hard`."""
    first = {_kind(path): path for path in reversed(PAGES)}
    return [pytest.param(path, marks=() if first[_kind(path)] == path else pytest.mark.hard) for path in PAGES]


@every_look
@pytest.mark.parametrize("path", _pages())
def test_a_page(new_context: NewContext, learner: Place, path: str, scheme: Scheme, size: Size) -> None:
    page = open_page(new_context, learner.page(path), scheme, size)
    if page.locator("self-check[data-kind=one]").count():
        answer_wrongly(page)  # the other questions of the page stay as they are before an answer
    assert faults_of(page) == []


def answer_wrongly(page: Page) -> None:
    check = page.locator("self-check[data-kind=one]").first
    wrong = check.locator("[data-right=false]").first.get_attribute("data-answer")
    check.locator(f"input[value='{wrong}']").check()
    check.get_by_role("button", name=SAID["question.check"]).click()
    expect(check).to_have_attribute("data-state", "wrong")


@every_look
def test_a_lesson_with_every_state(new_context: NewContext, planning: Place, scheme: Scheme, size: Size) -> None:
    page = open_page(new_context, planning.page("lessons/birds/perch.md"), scheme, size)
    answer_wrongly(page)
    assert faults_of(page) == []
    page.get_by_role("button", name=SAID["question.show"]).click()
    assert faults_of(page) == []
    page.get_by_role("button", name=SAID["question.again"]).click()
    right = page.locator("self-check [data-right=true]").get_attribute("data-answer")
    page.locator(f"self-check input[value='{right}']").check()
    page.get_by_role("button", name=SAID["question.check"]).click()
    page.get_by_role("button", name=SAID["sheet.clear"]).first.click()
    page.get_by_role("button", name=SAID["progress.mark-done"]).click()
    assert faults_of(page) == []


STUCK = """() => [...document.querySelectorAll("*")].filter((it) => {
    const { top, bottom, left, right } = it.getBoundingClientRect();
    const over = top < innerHeight && bottom > 0 && left < innerWidth && right > 0 && bottom - top > 1;
    return over && it.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        && /sticky|fixed/.test(getComputedStyle(it).position) && !it.closest(".md-skip, .md-search, .md-overlay");
}).map((it) => it.outerHTML.slice(0, 80))"""
"""What lies over the text wherever it is scrolled to."""


def test_at_four_times_the_size_nothing_lies_over_the_text(page: Page, canary: Place, planning: Place) -> None:
    page.set_viewport_size({"width": 320, "height": 256})  # 1280 by 1024, four times as large
    for address in (
        canary.page("lessons/birds/aviary.md"),
        canary.address + "where-to-begin.html",
        planning.address + "plan.html",
    ):
        page.goto(address)
        page.mouse.wheel(0, 600)
        page.wait_for_function("scrollY > 300")
        page.mouse.wheel(0, -100)
        assert page.evaluate(STUCK) == [], address


def test_bars_can_be_seen_in_forced_colours(new_context: NewContext, canary: Place) -> None:
    page = new_context(forced_colors="active").new_page()
    page.goto(canary.address + "course-map.html")
    page.evaluate("(path) => coursewright.store.set(path, { on: '2027-05-12' })", "birds/canary/progress/done")
    box = page.locator("course-progress progress").bounding_box()
    assert box
    piece = {"y": box["y"] + 3, "width": 8, "height": box["height"] - 6}
    filled = page.screenshot(clip={**piece, "x": box["x"] + 10})  # type: ignore[arg-type]
    assert filled != page.screenshot(clip={**piece, "x": box["x"] + box["width"] - 20})  # type: ignore[arg-type]


@every_look
def test_every_part_of_a_worksheet(new_context: NewContext, canary: Place, scheme: Scheme, size: Size) -> None:
    page = open_page(new_context, canary.page("lessons/birds/aviary.md"), scheme, size)
    sheet = page.locator("work-sheet").first
    expect(sheet.get_by_role("button", name=SAID["sheet.print-blank"])).to_be_visible()
    assert faults_of(page) == []
    for group in sheet.locator(".cw-numbers, .cw-matrix tr, .cw-circles").filter(has=page.get_by_role("radio")).all():
        group.get_by_role("radio").last.check()
    sheet.get_by_role("textbox", name="Food").fill("Seed")
    sheet.get_by_role("button", name=SAID["sheet.print"]).click()
    sheet.get_by_role("button", name=SAID["sheet.clear"]).click()
    assert faults_of(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_search_and_the_open_contents(new_context: NewContext, sampler: Place, scheme: Scheme) -> None:
    page = open_page(new_context, sampler.page("course-map.md"), scheme, PHONE)
    page.get_by_role("button", name="Search").click()
    box = page.get_by_role("textbox", name="Search")
    box.fill("learner")
    box.press("End")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert faults_of(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name=SAID["nav.label"]).click()
    expect(page.locator(".cw-nav").get_by_role("link", name=SAID["map.title"])).to_be_in_viewport()
    assert faults_of(page) == []


@every_look
def test_the_page_for_a_wrong_address(new_context: NewContext, learner: Place, scheme: Scheme, size: Size) -> None:
    page = open_page(new_context, learner.address.replace("/course/", "/404.html"), scheme, size)
    assert faults_of(page) == []


def test_axe_sees_faults(page: Page, tmp_path: Path) -> None:
    (tmp_path / "faulty.html").write_text("<input><p style='color: #aaa; background: #fff'>Pale</p>", encoding="utf-8")
    page.goto((tmp_path / "faulty.html").as_uri())
    found = " ".join(faults_of(page))
    assert "color-contrast" in found
    assert "label" in found


@every_look
@pytest.mark.parametrize("name", ["choosing", "typing", "arranging", "thinking"])
def test_every_type_of_question(new_context: NewContext, sampler: Place, name: str, scheme: Scheme, size: Size) -> None:
    page = open_page(new_context, sampler.page(f"lessons/questions/{name}.md"), scheme, size)
    assert faults_of(page) == []
    answer_all(page)
    for hint in page.locator("[data-action=hint]").filter(visible=True).all():
        hint.click()
    page.locator("[data-action=show]").filter(visible=True).last.click()
    assert faults_of(page) == []
    if name == "typing":
        page.evaluate("coursewright.store.keys().forEach((path) => coursewright.store.remove(path))")
        page.reload()
        answer_all(page, right=True)
        assert faults_of(page) == []


@every_look
def test_my_progress_and_the_keys(
    new_context: NewContext, sampler: Place, canary_trainer: Place, scheme: Scheme, size: Size
) -> None:
    page = open_page(new_context, sampler.page("lessons/questions/thinking.md"), scheme, size)
    page.locator("[data-review]").get_by_role("radio", name=SAID["question.sure-certain"], exact=True).check()
    answer_all(page)
    page.get_by_role("button", name=SAID["progress.mark-done"]).click()
    page.goto(sampler.address + "my-progress.html")
    expect(page.get_by_role("region", name=SAID["mine.certain"])).to_be_visible()
    assert faults_of(page) == []
    page.get_by_role("button", name=SAID["mine.clear"]).click()
    assert faults_of(page) == []
    for name in ("keys", "coverage"):
        page.goto(canary_trainer.address + f"{name}.html")
        assert faults_of(page) == []
