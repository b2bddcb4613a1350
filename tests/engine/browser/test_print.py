"""A lesson on paper: black on white, with what was written on it, and without a single answer."""

from __future__ import annotations

from hashlib import sha256

import pytest
from playwright.sync_api import Page, expect

from tests.engine.browser.answering import answer_all
from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.printing import MARGIN, WHITE, grounds, printed, right_edge, words_of
from tests.engine.browser.said import SAID

LESSON = "lessons/birds/canary.md"
LINES = "\n".join(f"My line number {number}." for number in range(1, 16))


@pytest.fixture
def dark(new_context: NewContext) -> Page:
    return new_context(color_scheme="dark").new_page()


def answer_and_write(page: Page) -> None:
    """Answer the questions, and write a page on the sheet."""
    one, several = page.locator("self-check").all()
    one.locator(".cw-answer").get_by_role("radio").last.check()
    one.get_by_role("button", name=SAID["question.check"]).click()
    one.get_by_role("button", name=SAID["question.show"]).click()
    several.get_by_role("checkbox").first.check()
    several.get_by_role("button", name=SAID["question.check"]).click()
    sheet = page.locator("work-sheet")
    sheet.get_by_role("textbox", name="CANARYLABEL").fill(LINES)
    sheet.get_by_label("Name").fill("Polly")
    sheet.get_by_role("textbox", name="Note").fill("in a cage")


def test_paper_is_white_whatever_the_screen(page: Page, dark: Page, learner: Place) -> None:
    for path in ("index.html", "course-map.html", learner.course.lessons[0].path.replace(".md", ".html")):
        for screen in (page, dark):
            screen.goto(learner.address + path)
        expect(dark.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        for number, sheet in enumerate(printed(dark), 1):
            assert grounds(sheet) == {WHITE}, f"{path}, page {number}"
        assert pictures(dark) == pictures(page), path


def test_paper_has_no_answers(dark: Page, canary: Place) -> None:
    dark.goto(canary.page(LESSON))
    before = words_of(printed(dark))
    answer_and_write(dark)
    after = words_of(printed(dark))
    for words in (before, after):
        assert words.count("CANARYRIGHT") == 1
        for hidden in ("CANARYFEEDBACK", "CANARYEXPLANATION", "Right answer", "Not right", "Your answer", "Check "):
            assert hidden not in words
        for shown in ("CANARYLESSON", "CANARYASKED", "Choose all that apply", "CANARYPOINT", "CANARYTASK"):
            assert shown in words


def test_paper_has_no_answers_where_scripts_are_off(new_context: NewContext, canary: Place) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(canary.page(LESSON))
    page.locator("summary").first.click()
    words = words_of(printed(page))
    assert "CANARYASKED" in words
    assert "CANARYFEEDBACK" not in words
    assert "CANARYEXPLANATION" not in words


def test_paper_looks_the_same_before_and_after_answering(page: Page, canary: Place) -> None:
    page.goto(canary.page(LESSON))
    before = pictures(page)
    one, several = page.locator("self-check").all()
    one.locator(".cw-answer").get_by_role("radio").last.check()
    one.get_by_role("button", name=SAID["question.check"]).click()
    several.get_by_role("checkbox").first.check()
    several.get_by_role("button", name=SAID["question.check"]).click()
    assert pictures(page) == before


@pytest.mark.parametrize("name", ["choosing", "typing", "arranging", "thinking"])
def test_paper_of_each_type_is_the_same_before_and_after(page: Page, sampler: Place, name: str) -> None:
    page.goto(sampler.page(f"lessons/questions/{name}.md"))
    expect(page.locator("self-check").first).to_have_attribute("data-ready", "")
    page.add_init_script(WITHOUT_SOURCES)
    page.reload()
    before = words_of(printed(page))
    for legend in page.locator("self-check question-answers").locator("..").locator("> legend").all_text_contents():
        assert tight(legend) in tight(before)
    secrets = page.locator(SECRET).evaluate_all("(parts) => parts.map((part) => part.textContent)")
    assert len(secrets) > 3
    for right in (False, True):
        page.goto(page.url)
        answer_all(page, right=right)
        for button in page.locator("[data-action=hint], [data-action=show]").all():
            if button.is_visible():
                button.click()
        assert words_of(printed(page)) == before
        page.evaluate("Object.keys(localStorage).forEach((key) => localStorage.removeItem(key))")
    assert [secret for secret in secrets if tight(secret) in tight(before)] == []
    for words in ("Try again", "Move up", "How sure", "Only what I missed", "Right answer", "Correct answer"):
        assert tight(words) not in tight(before)


WITHOUT_SOURCES = """addEventListener("load", () => {
    for (const source of document.querySelectorAll("details.example")) source.remove();
});"""
"""The sampler prints the source of its questions, too."""

SECRET = ".cw-question :is(.cw-feedback, .cw-explanation, .cw-hint p, .cw-consequence, .cw-model-answer)"
"""What belongs to the key."""


def tight(text: str) -> str:
    """A text without spaces, as lines are broken elsewhere on paper."""
    return "".join(text.split())


def test_the_record_of_completion_prints(dark: Page, sampler: Place) -> None:
    lesson = sampler.course.lessons[0]
    dark.goto(sampler.page(lesson.path))
    dark.get_by_role("button", name=SAID["progress.mark-done"]).click()
    dark.goto(sampler.address + "my-progress.html")
    dark.get_by_role("textbox", name=SAID["mine.name"]).fill("Polly Finch")
    document = printed(dark)
    words = words_of(document)
    assert words.count("Polly Finch") == 1
    for text in (
        "Record of completion",
        sampler.course.title,
        f"Lessons done: 1 of {len(sampler.course.lessons)}",
        "Date: ",
    ):
        assert text in words
    for text in ("Your name", "Save as a file", "Clear everything", "Print this page"):
        assert text not in words
    assert {colour for sheet in document for colour in grounds(sheet)} == {WHITE}


def pictures(page: Page) -> list[str]:
    """What each printed page looks like, in short."""
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    return [sha256(each.render().buffer).hexdigest() for each in printed(page)]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_paper_has_all_that_was_written(dark: Page, canary: Place, paper: str) -> None:
    dark.goto(canary.page(LESSON))
    answer_and_write(dark)
    document = printed(dark, paper)
    words = words_of(document)
    for line in LINES.split("\n"):
        assert line in words
    assert "Polly" in words
    assert "in a cage" in words
    assert "Clear this sheet" not in words
    for page in document:
        assert right_edge(page) < page.get_width() - MARGIN
