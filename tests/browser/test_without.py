"""Without scripts, or without storage, a lesson can still be read and used; and it says what it can't do."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext, Place

LESSON = "lessons/birds/canary.md"
DENIED = """Object.defineProperty(window, "localStorage", {
    configurable: true,
    get() { throw new DOMException("denied", "SecurityError"); },
});"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""


@pytest.mark.parametrize("script", [DENIED, FULL], ids=["denied", "full"])
def test_without_storage_all_works_and_says_that_it_is_not_kept(page: Page, canary: Place, script: str) -> None:
    page.add_init_script(script)
    page.goto(canary.page(LESSON))
    one, several = page.locator("self-check").all()
    expect(one.get_by_text("does not let the course keep your answers")).to_be_visible()
    one.get_by_role("radio").first.check()
    one.get_by_role("button", name="Check").click()
    expect(one).to_have_attribute("data-state", "right")
    several.get_by_role("checkbox").first.check()
    several.get_by_role("button", name="Check").click()
    several.get_by_role("button", name="Try again").click()
    expect(several.get_by_role("button", name="Check")).to_be_visible()

    sheet = page.locator("work-sheet")
    expect(sheet.get_by_role("status")).to_contain_text("does not keep what you write")
    sheet.get_by_label("Name").fill("Polly")
    sheet.get_by_role("button", name="Clear this sheet").click()
    sheet.get_by_role("button", name="Delete it").click()
    expect(sheet.get_by_label("Name")).to_have_value("")

    done = page.get_by_role("button", name="I have done this lesson")
    done.click()
    expect(done).to_have_attribute("aria-pressed", "true")
    expect(page.locator("lesson-done")).to_contain_text("does not keep your progress")
    for path in canary.pages:
        page.goto(canary.address + path)


def test_without_scripts_a_lesson_is_read_and_its_answers_open(new_context: NewContext, learner: Place) -> None:
    page = new_context(java_script_enabled=False).new_page()
    lesson = next(lesson for lesson in learner.course.lessons if lesson.questions and lesson.worksheets)
    page.goto(learner.page(lesson.path))
    expect(page.get_by_role("heading", level=1)).to_have_text(lesson.title)
    assert [button.text_content() for button in page.get_by_role("button").all() if button.is_visible()] == []

    checks = page.locator("self-check")
    expect(checks).to_have_count(len(lesson.questions))
    for check, question in zip(checks.all(), lesson.questions, strict=True):
        expect(check.locator("legend")).to_be_visible()
        expect(check.locator(".cw-answer")).to_have_count(len(question.task.answers))
        expect(check.locator(".cw-explanation")).to_be_hidden()
        check.locator("summary").click()
        expect(check.locator(".cw-explanation")).to_be_visible()
        for feedback in check.locator(".cw-feedback").all():
            expect(feedback).to_be_visible()
        check.locator("summary").click()
        expect(check.locator(".cw-explanation")).to_be_hidden()


def test_without_scripts_the_course_can_be_found_about(new_context: NewContext, learner: Place) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(learner.address + "index.html")
    page.get_by_role("link", name="Start the course").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(learner.course.lessons[0].title)
    page.locator(".cw-neighbours").get_by_role("link").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(learner.course.lessons[1].title)
    expect(page.locator("lesson-done, course-progress").get_by_role("button")).to_have_count(0)
