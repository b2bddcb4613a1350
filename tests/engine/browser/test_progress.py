"""A learner marks lessons as done, and the course shows how far she has come."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.engine.browser.conftest import Place
from tests.engine.browser.said import SAID


def test_a_lesson_that_is_done_is_marked_everywhere(page: Page, sampler: Place) -> None:
    first, second = sampler.course.lessons[:2]
    count = len(sampler.course.lessons)
    module = sampler.course.module_of(first)
    assert module

    page.goto(sampler.address + "index.html")
    expect(page.get_by_role("link", name=SAID["home.start"])).to_be_visible()
    expect(page.locator("course-progress")).to_contain_text(f"0 of {count} lessons done")

    page.goto(sampler.page(first.path))
    done = page.get_by_role("button", name=SAID["progress.mark-done"])
    expect(done).to_have_attribute("aria-pressed", "false")
    done.press("Enter")
    expect(done).to_have_attribute("aria-pressed", "true")

    for path in ("index.html", "course-map.html"):
        page.goto(sampler.address + path)
        expect(page.locator("course-progress")).to_contain_text(f"1 of {count} lessons done")
        expect(page.locator("course-progress progress")).to_have_js_property("value", 1)
        expect(page.locator(f"svg [data-lesson-status='{first.id}']")).to_have_class("cw-trail-lesson is-done")
        marks = page.locator(".cw-modules .cw-done")
        expect(marks).to_have_count(1)
        listed = page.locator(".cw-modules").get_by_role("listitem").filter(has=page.locator(".cw-done"))
        expect(listed.last).to_contain_text(first.title)

    page.goto(sampler.address + "index.html")
    page.get_by_role("link", name=f"Continue: {second.title}").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(second.title)

    page.goto(sampler.page(module.path))
    expect(page.locator(".cw-module-lessons .cw-done")).to_have_count(1)

    page.goto(sampler.page(first.path))
    done.press("Space")
    page.goto(sampler.address + "course-map.html")
    expect(page.locator("course-progress")).to_contain_text(f"0 of {count} lessons done")
    expect(page.locator(".cw-modules .cw-done")).to_have_count(0)


def test_another_tab_is_told(page: Page, sampler: Place) -> None:
    page.goto(sampler.address + "course-map.html")
    other = page.context.new_page()
    other.goto(sampler.page(sampler.course.lessons[0].path))
    other.get_by_role("button", name=SAID["progress.mark-done"]).click()
    expect(page.locator("course-progress")).to_contain_text("1 of ")
