"""A learner checks herself, with the keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from coursewright.block import Question
from coursewright.model import Lesson
from tests.engine.browser.conftest import Place
from tests.engine.browser.said import SAID
from tests.engine.site.building import SMALL_COURSES, build, new_project, replace_in
from tests.engine.site.serving import Sites
from tests.engine.site.words import answers_of

Ask = Callable[[str], tuple[Locator, Lesson, Question]]


@pytest.fixture
def ask(page: Page, canary: Place) -> Ask:
    """Opens the lesson with the first question of a kind that has a wrong answer."""

    def open_one(kind: str) -> tuple[Locator, Lesson, Question]:
        lesson, question = next(
            (lesson, question)
            for lesson in canary.course.lessons
            for question in lesson.questions
            if question.task.kind == kind and not all(answer.right for answer in answers_of(question))
        )
        page.goto(canary.page(lesson.path))
        check = page.locator(f"#question-{question.name}")
        expect(check.get_by_role("button", name=SAID["question.check"])).to_be_visible()
        return check, lesson, question

    return open_one


def numbers(question: Question, right: bool) -> list[int]:
    """The places of the right or of the wrong answers."""
    return [number for number, answer in enumerate(answers_of(question)) if answer.right is right]


def tab_into(page: Page, check: Locator) -> None:
    """Move the focus from what stands before a question into it, with Tab."""
    page.evaluate(
        """(check) => {
            const before = document.createElement("button");
            before.id = "before";
            check.before(before);
            before.focus();
        }""",
        check.element_handle(),
    )
    page.keyboard.press("Tab")
    page.evaluate("document.getElementById('before').remove()")


def choose(page: Page, check: Locator, number: int) -> None:
    """Move to an answer of one-right questions with the arrow keys."""
    for _ in range(len(check.get_by_role("radio").all())):
        page.keyboard.press("ArrowDown")
        if check.get_by_role("radio").nth(number).is_checked():
            return
    pytest.fail("the arrow keys never reach the answer")


def press(page: Page, name: str) -> None:
    """Move on with Tab to a button, and press it."""
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip() == name:
            page.keyboard.press("Enter")
            return
    pytest.fail(f"Tab never reaches the button {name!r}")


def plain_words(text: str) -> str:
    """The longest piece of a Markdown text without markup or quotes, by which to know it on the page."""
    return max(re.split(r"[^\w ,.;]+", text), key=len).strip()


def test_a_question_with_one_right_answer(page: Page, ask: Ask) -> None:
    check, _, question = ask("one")
    status = check.get_by_role("status")
    results = check.locator(".cw-result")
    wrong, right = numbers(question, right=False)[0], numbers(question, right=True)[0]
    expect(check.locator("question-key")).to_be_hidden()

    tab_into(page, check)
    expect(check.get_by_role("radio").first).to_be_focused()
    press(page, SAID["question.check"])
    expect(status).to_have_text(SAID["question.choose-one"])
    expect(results).to_have_count(0)

    check.get_by_role("radio").first.focus()
    choose(page, check, wrong)
    expect(results).to_have_count(0)
    expect(check).not_to_have_attribute("data-state", "wrong")
    assert [key for key in saved(page) if "/question/" in key] == []

    press(page, SAID["question.check"])
    expect(results).to_have_count(1)
    answer = check.locator(".cw-answer").nth(wrong)
    expect(answer).to_contain_text(SAID["question.yours-wrong"])
    expect(answer).to_contain_text(plain_words(str(answers_of(question)[wrong].feedback)))
    expect(status).to_contain_text(SAID["question.status-wrong"])
    expect(check.locator(".cw-explanation")).to_be_hidden()
    expect(check.get_by_role("button", name=SAID["question.check"])).to_be_focused()
    expect(check.get_by_role("radio").nth(wrong)).to_have_accessible_description(
        re.compile(plain_words(str(answers_of(question)[wrong].feedback)))
    )

    press(page, SAID["question.again"])
    expect(results).to_have_count(0)
    expect(status).to_be_empty()
    assert page.evaluate("document.activeElement.type") == "radio"

    choose(page, check, right)
    press(page, SAID["question.check"])
    answer = check.locator(".cw-answer").nth(right)
    expect(answer).to_contain_text(SAID["question.yours-right"])
    expect(answer).to_contain_text(plain_words(str(answers_of(question)[right].feedback)))
    expect(status).to_contain_text("Right.")
    expect(check.locator(".cw-explanation")).to_be_visible()
    expect(check.locator(".cw-explanation")).to_contain_text(plain_words(str(question.explanation)))
    for other, each in enumerate(answers_of(question)):
        if other != right:
            feedback = check.locator(".cw-feedback").filter(has_text=plain_words(str(each.feedback)))
            expect(feedback).to_have_count(1)
            expect(feedback).to_be_hidden()


def test_a_question_with_several_right_answers(page: Page, ask: Ask) -> None:
    check, _, question = ask("several")
    boxes = check.get_by_role("checkbox")
    status = check.get_by_role("status")
    right, wrong = numbers(question, right=True), numbers(question, right=False)

    tab_into(page, check)
    press(page, SAID["question.check"])
    expect(status).to_have_text(SAID["question.choose-several"])

    boxes.nth(right[0]).focus()
    page.keyboard.press("Space")
    expect(check.locator(".cw-result")).to_have_count(0)
    press(page, SAID["question.check"])
    expect(status).to_contain_text(f"1 of {len(right)} right answers")
    expect(check).to_have_attribute("data-state", "wrong")

    press(page, SAID["question.again"])
    expect(boxes.nth(right[0])).to_be_checked()
    for number in (*right[1:], wrong[0]):
        boxes.nth(number).focus()
        page.keyboard.press("Space")
    press(page, SAID["question.check"])
    expect(status).to_contain_text(f"{len(right)} of {len(right)} right answers chosen, and 1 not right")

    press(page, SAID["question.again"])
    boxes.nth(wrong[0]).focus()
    page.keyboard.press("Space")
    press(page, SAID["question.check"])
    expect(status).to_contain_text(f"Right: {len(right)} of {len(right)}")
    expect(check.locator(".cw-explanation")).to_be_visible()


def test_the_answer_is_shown_on_demand(page: Page, ask: Ask) -> None:
    check, _, question = ask("one")
    check.get_by_role("radio").nth(numbers(question, right=False)[0]).check()
    check.get_by_role("button", name=SAID["question.check"]).click()
    check.get_by_role("button", name=SAID["question.show"]).click()
    right = answers_of(question)[numbers(question, right=True)[0]]
    expect(check.locator(".cw-reveal-title").first).to_have_text(SAID["question.right"])
    expect(check.locator(".cw-reveal-answers")).to_contain_text(plain_words(right.text))
    expect(check.locator(".cw-reveal")).to_be_focused()
    page.reload()
    expect(check).to_have_attribute("data-state", "shown")


def test_an_answer_is_kept_over_a_reload(page: Page, ask: Ask) -> None:
    check, lesson, question = ask("one")
    wrong, right = numbers(question, right=False)[0], numbers(question, right=True)[0]
    check.get_by_role("radio").nth(wrong).check()
    check.get_by_role("button", name=SAID["question.check"]).click()
    page.reload()
    expect(check).to_have_attribute("data-state", "wrong")
    expect(check.get_by_role("radio").nth(wrong)).to_be_checked()
    expect(check.locator(".cw-answer").nth(wrong)).to_contain_text(SAID["question.yours-wrong"])

    check.get_by_role("button", name=SAID["question.again"]).click()
    check.get_by_role("radio").nth(right).check()
    check.get_by_role("button", name=SAID["question.check"]).click()
    page.reload()
    expect(check).to_have_attribute("data-state", "right")
    kept = page.evaluate("(path) => coursewright.store.get(path)", f"{lesson.id}/question/{question.name}")
    assert (kept["first"], kept["latest"], kept["tries"]) == ("wrong", "right", 2)

    others = page.locator(f"self-check:not(#question-{question.name})")
    assert [other.get_attribute("data-state") for other in others.all()] == [None] * others.count()


def test_a_question_with_another_right_answer_is_open_again(page: Page, sites: Sites, tmp_path: Path) -> None:
    project = new_project(tmp_path, SMALL_COURSES / "canary")
    lesson = "lessons/birds/canary"
    address = sites.put("edited", build(project, tmp_path / "site").site) + f"{lesson}.html"
    page.goto(address)
    for name in ("one-right", "several-right"):
        check = page.locator(f"#question-{name}")
        check.locator("input").first.check()
        check.get_by_role("button", name=SAID["question.check"]).click()
        expect(check).to_have_attribute("data-state", "right" if name == "one-right" else "wrong")
    page.get_by_label("Name").fill("Polly")

    swapped = ("[x] CANARYRIGHT", "[ ] CANARYRIGHT"), ("[ ] CANARYWRONG", "[x] CANARYWRONG")
    replace_in(project / f"docs/{lesson}.md", *swapped)
    assert build(project, tmp_path / "site").code == 0
    page.goto(address)
    expect(page.locator("#question-several-right")).to_have_attribute("data-state", "wrong")
    expect(page.locator("#question-one-right [data-action=check]")).to_be_visible()
    expect(page.locator("#question-one-right :checked")).to_have_count(0)
    earlier = SAID.of("question.earlier", result=SAID["mine.right"])
    expect(page.locator("#question-one-right").get_by_role("status")).to_have_text(earlier)
    expect(page.get_by_label("Name")).to_have_value("Polly")
    page.goto(sites.put("edited", tmp_path / "site") + "my-progress.html")
    expect(page.get_by_role("row").filter(has_text=SAID["mine.earlier"])).to_have_count(1)
    page.goto(address)

    check = page.locator("#question-one-right")
    check.locator("input[value='2']").check()
    check.get_by_role("button", name=SAID["question.check"]).click()
    page.get_by_role("button", name=SAID["progress.mark-done"]).click()
    change_all_but_questions(project / "docs")
    assert build(project, tmp_path / "site").code == 0
    for path in ("lessons/birds/yellow.html", "my-progress.html"):  # the new address, and a page that was there before
        page.goto(sites.put("edited", tmp_path / "site") + path)
    expect(page.get_by_role("table")).to_contain_text("Which CANARYASKED is it?")
    expect(page.get_by_text(SAID.of("progress.count", done="1", all="3"))).to_be_visible()
    page.goto(address.replace("canary.html", "yellow.html"))
    expect(page.locator("self-check")).to_have_count(3)
    expect(page.locator("#question-several-right")).to_have_attribute("data-state", "wrong")
    expect(page.locator("#question-one-right")).to_have_attribute("data-state", "right")
    expect(page.locator("#question-new [data-action=check]")).to_be_visible()
    expect(page.get_by_label("Name")).to_have_value("Polly")
    done = page.get_by_role("button", name=SAID["progress.mark-done"])
    expect(done).to_have_attribute("aria-pressed", "true")
    assert [key for key in saved(page) if "/canary/" in key] == []


def change_all_but_questions(docs: Path) -> None:
    """Reword a feedback, put a new question between the two, which change places, and rename their lesson."""
    old, new = docs / "lessons/birds/canary.md", docs / "lessons/birds/yellow.md"
    replace_in(
        old, ("CANARYFEEDBACKBLUE", "A better feedback"), ("minutes: 87", "minutes: 88\nformerly: [birds/canary]")
    )
    start, one, rest = re.split(r"(?=^/// question)", old.read_text(encoding="utf-8"), flags=re.MULTILINE)
    several, end, after = rest.partition("///\n\n/// worksheet")
    added = one.replace("one-right", "new").replace("CANARYRIGHT", "A new bird")
    new.write_text(f"{start}{several}///\n\n{added}{one}{end.removeprefix('///')}{after}", encoding="utf-8")
    old.unlink()
    replace_in(docs / "lessons/birds/index.md", ("canary", "yellow"))
    replace_in(docs / "lessons/birds/finch.md", ("prerequisites: [canary]", "prerequisites: [yellow]"))


def saved(page: Page) -> list[str]:
    """Where something is kept in the browser."""
    keys: list[str] = page.evaluate("coursewright.store.keys()")
    return keys
