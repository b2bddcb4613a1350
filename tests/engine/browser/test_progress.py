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
    expect(page.get_by_role("link", name=SAID.of("progress.begin", title=first.title))).to_be_visible()
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


def test_the_course_leads_on_from_where_one_was(page: Page, sampler: Place) -> None:
    module = sampler.course.modules[0]
    lesson, after = module.lessons[:2]
    page.goto(sampler.page(lesson.path))
    section = page.locator("article h2[id]").nth(1)
    section.scroll_into_view_if_needed()
    section.evaluate("(it) => it.scrollIntoView()")
    title = str(section.evaluate("(it) => it.firstChild.textContent"))
    page.goto(sampler.page(after.path))
    page.goto(sampler.page(lesson.path))  # who looks in again at its top has not gone back
    told = SAID.of("progress.continue-at", title=lesson.title, section=title)
    for path in ("index.html", "course-map.html", module.path.replace(".md", ".html")):
        page.goto(sampler.address + path)
        expect(page.get_by_role("main").or_(page.locator(".cw-hero")).get_by_role("link", name=told)).to_be_visible()
    page.get_by_role("link", name=told).click()
    expect(section).to_be_in_viewport()
    page.get_by_role("button", name=SAID["progress.mark-done"]).click()
    page.goto(sampler.address + "index.html")
    expect(page.get_by_role("link", name=SAID.of("progress.continue", title=after.title))).to_be_visible()


def test_what_is_finished_says_so_and_leads_on(page: Page, canary: Place) -> None:
    (module,) = canary.course.modules
    page.goto(canary.page(module.path))
    for lesson in module.lessons:
        page.evaluate("(path) => coursewright.store.set(path, { on: '2027-05-12' })", f"{lesson.id}/progress/done")
    finished = SAID.of("progress.module-finished", title=SAID["map.title"])
    page.locator(".cw-module-lessons").get_by_role("link", name=finished).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SAID["map.title"])
    page.goto(canary.address + "index.html")
    links = page.locator(".cw-hero").get_by_role("link")
    expect(links.nth(1)).to_have_text(SAID["assess.last-title"])
    links.first.click()
    expect(page.get_by_role("heading", name=SAID["mine.record"])).to_be_in_viewport()


def test_another_tab_is_told(page: Page, sampler: Place) -> None:
    page.goto(sampler.address + "course-map.html")
    other = page.context.new_page()
    other.goto(sampler.page(sampler.course.lessons[0].path))
    other.get_by_role("button", name=SAID["progress.mark-done"]).click()
    expect(page.locator("course-progress")).to_contain_text("1 of ")
