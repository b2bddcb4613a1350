"""Without scripts, or without storage, a lesson can still be read and used; and it says what it can't do."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Dialog, Page, expect

from coursewright.questions.choice import Choice
from tests.engine.browser.answering import answer_all
from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.said import SAID

LESSON = "lessons/birds/canary.md"
DENIED = """Object.defineProperty(window, "localStorage", {
    configurable: true,
    get() { throw new DOMException("denied", "SecurityError"); },
});"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""


@pytest.mark.parametrize("cause", ["denied", "full"])
def test_without_storage_all_works_and_says_that_it_is_not_kept(page: Page, canary: Place, cause: str) -> None:
    page.add_init_script({"denied": DENIED, "full": FULL}[cause])
    page.goto(canary.page(LESSON))
    one, several = page.locator("self-check").all()
    expect(one.get_by_text(SAID[f"keep.{cause}"])).to_be_visible()
    one.get_by_role("radio").first.check()
    one.get_by_role("button", name=SAID["question.check"]).click()
    expect(one).to_have_attribute("data-state", "right")
    several.get_by_role("checkbox").first.check()
    several.get_by_role("button", name=SAID["question.check"]).click()
    several.get_by_role("button", name=SAID["question.again"]).click()
    expect(several.get_by_role("button", name=SAID["question.check"])).to_be_visible()

    sheet = page.locator("work-sheet")
    expect(sheet.get_by_role("status")).to_contain_text(SAID[f"keep.{cause}"])
    sheet.get_by_label("Name").fill("Polly")
    sheet.get_by_role("button", name=SAID["sheet.clear"]).click()
    sheet.get_by_role("button", name=SAID["sheet.clear-yes"]).click()
    expect(sheet.get_by_label("Name")).to_have_value("")

    done = page.get_by_role("button", name=SAID["progress.mark-done"])
    done.click()
    expect(done).to_have_attribute("aria-pressed", "true")
    expect(page.locator("lesson-done")).to_contain_text(SAID["progress.not-kept"])
    for path in canary.pages:
        page.goto(canary.address + path)


def test_a_full_storage_is_told_at_the_field_with_a_way_out(page: Page, canary: Place) -> None:
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.goto(canary.page(LESSON))
    page.evaluate(f"() => {{ {FULL} }}")
    note = page.get_by_role("alert").filter(has_text=SAID["keep.full"])
    expect(note).to_have_count(0)
    page.locator("self-check").last.get_by_role("checkbox").first.check()
    expect(page.locator("self-check").last.get_by_role("alert")).to_contain_text(SAID["keep.full"])

    field = page.locator("work-sheet").get_by_label("Name")
    field.fill("Polly")
    expect(note).to_have_count(1)
    distance = "([note, field]) => note.getBoundingClientRect().top - field.getBoundingClientRect().bottom"
    assert 0 <= page.evaluate(distance, [note.element_handle(), field.element_handle()]) < 120
    page.reload()
    assert asked == ["beforeunload"]

    page.evaluate(f"() => {{ {FULL} }}")
    field.fill("Polly")
    with page.expect_download() as download:
        note.get_by_role("button", name=SAID["keep.save"]).click()
    assert "Polly" in download.value.path().read_text(encoding="utf-8")
    page.reload()
    assert asked == ["beforeunload"]


def test_without_storage_every_type_works_for_the_visit(page: Page, sampler: Place) -> None:
    page.add_init_script(DENIED)
    for lesson in sampler.course.modules[0].lessons:  # the questions; the worksheets come after them
        page.goto(sampler.page(lesson.path))
        expect(page.get_by_text(SAID["keep.denied"])).not_to_have_count(0)
        answer_all(page)
        page.locator("self-check").get_by_role("button", name=re.compile("again")).first.click()
        expect(page.get_by_role("button", name="Only what I missed")).to_be_visible()
    page.goto(sampler.address + "my-progress.html")
    expect(page.get_by_text(SAID["mine.not-kept"])).to_be_visible()
    page.evaluate(
        "([path]) => coursewright.store.set(path, { on: '2027-05-12' })", ["questions/choosing/progress/done"]
    )
    name = page.get_by_role("textbox", name=SAID["mine.name"])
    name.fill("Polly")
    expect(page.locator(".cw-record-name")).to_have_text("Polly")
    with page.expect_download():
        page.get_by_role("button", name=SAID["mine.export"]).click()
    page.get_by_role("button", name=SAID["mine.clear"]).click()
    page.get_by_role("button", name=SAID["mine.clear-yes"]).click()
    expect(name).to_have_count(0)


def test_without_scripts_every_type_is_read_and_opens(new_context: NewContext, sampler: Place) -> None:
    page = new_context(java_script_enabled=False).new_page()
    for lesson in sampler.course.lessons:
        page.goto(sampler.page(lesson.path))
        assert [each for each in page.locator("main button, [role=button]").all() if each.is_visible()] == []
        for check in page.locator("self-check").all():
            expect(check.locator("legend").first).to_be_visible()
            for part in check.locator(
                ".cw-answer, .cw-text input, .cw-gaps, .cw-pair, .cw-step, textarea, .cw-scene"
            ).all():
                expect(part).to_be_visible()
            key = check.locator(".cw-key")
            for part in check.locator(".cw-explanation, .cw-feedback, .cw-model-answer").all():
                expect(part).to_be_hidden()
            for summary in check.locator("summary").all():
                summary.click()
            for part in key.locator(".cw-explanation, .cw-feedback, .cw-key-answer:not(:empty), .cw-rubric").all():
                expect(part).to_be_visible()
    page.goto(sampler.address + "my-progress.html")
    expect(page.get_by_text(SAID["mine.no-script"])).to_be_visible()


def test_matching_and_ordering_are_never_shown_solved(new_context: NewContext, sampler: Place) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(sampler.page("lessons/questions/arranging.md"))
    for check in page.locator("[data-kind=matching]").all():
        check.locator("summary").click()
        solved = dict(row.inner_text().split("\n")[0].split(" → ") for row in check.locator(".cw-key li > p").all())
        rows = check.locator(".cw-pair label > span").all_inner_texts()
        for options in (check.locator("select").first.locator("option"), check.locator(".cw-choices-on-paper li")):
            shown = [text for text in options.all_text_contents() if text in solved.values()]
            assert sorted(shown) == sorted(solved.values())
            assert shown != [solved[row] for row in rows]
        for menu in check.get_by_role("combobox").all():
            expect(menu).to_have_value("")
    for check in page.locator("[data-kind=ordering]").all():
        steps = check.locator(".cw-step-text").all_inner_texts()
        solved_steps = check.locator(".cw-key li .cw-key-answer").all_text_contents()
        assert sorted(steps) == sorted(solved_steps)
        assert steps != solved_steps


def test_without_scripts_a_lesson_is_read_and_its_answers_open(new_context: NewContext, canary: Place) -> None:
    page = new_context(java_script_enabled=False).new_page()
    lesson = next(lesson for lesson in canary.course.lessons if lesson.questions and lesson.worksheets)
    page.goto(canary.page(lesson.path))
    expect(page.get_by_role("heading", level=1)).to_have_text(lesson.title)
    assert [button.text_content() for button in page.get_by_role("button").all() if button.is_visible()] == []

    checks = page.locator("self-check")
    expect(checks).to_have_count(len(lesson.questions))
    for check, question in zip(checks.all(), lesson.questions, strict=True):
        expect(check.locator("legend")).to_be_visible()
        if isinstance(question.task, Choice):
            expect(check.locator(".cw-answer")).to_have_count(len(question.task.answers))
        expect(check.locator(".cw-explanation")).to_be_hidden()
        check.locator(".cw-key > summary").click()
        expect(check.locator(".cw-explanation")).to_be_visible()
        for feedback in check.locator(".cw-feedback").all():
            expect(feedback).to_be_visible()
        check.locator(".cw-key > summary").click()
        expect(check.locator(".cw-explanation")).to_be_hidden()


def test_without_scripts_the_course_can_be_found_about(new_context: NewContext, canary: Place) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(canary.address + "index.html")
    page.get_by_role("link", name=SAID["home.start"]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(canary.course.lessons[0].title)
    page.locator(".cw-neighbours").get_by_role("link").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(canary.course.lessons[1].title)
    expect(page.locator("lesson-done, course-progress").get_by_role("button")).to_have_count(0)
