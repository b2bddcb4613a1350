"""A learner looks at what she has done, takes it along to another browser, and clears it."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.engine.browser.answering import answer_all
from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.said import SAID

LESSONS = [f"lessons/questions/{name}.md" for name in ("choosing", "typing", "arranging", "thinking")]
STEM = "A new supervisor has one free morning. What should she learn first?"


@pytest.fixture
def mine(page: Page, sampler: Place) -> Page:
    """The page of one who answered: nearly all wrongly, and certain of one; one lesson is done."""
    for lesson in LESSONS:
        page.goto(sampler.page(lesson))
        if lesson == LESSONS[0]:
            page.locator("#question-first-to-learn").get_by_role(
                "radio", name=SAID["question.sure-certain"], exact=True
            ).check()
            page.get_by_role("button", name=SAID["progress.mark-done"]).click()
        answer_all(page, right=lesson == LESSONS[1])
    page.goto(sampler.address + "my-progress.html")
    return page


def part(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


def contents(page: Page) -> list[str]:
    """All that the page tells."""
    sections = page.locator(".cw-mine:not(.cw-mine--data)")
    expect(sections.first).to_be_visible()
    return sections.all_inner_texts()


def status(page: Page) -> Locator:
    return page.locator(".cw-mine--data").get_by_role("status")


def open_file(page: Page, text: str) -> None:
    file = {"name": "saved.json", "mimeType": "application/json", "buffer": text.encode()}
    page.get_by_label(SAID["mine.import"]).set_input_files(file)  # type: ignore[arg-type]


def save(page: Page) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=SAID["mine.export"]).press("Enter")
    return download.value.path()


def test_an_empty_page_says_so(page: Page, sampler: Place) -> None:
    page.goto(sampler.address + "my-progress.html")
    expect(page.get_by_text(f"0 of {len(sampler.course.lessons)} lessons done")).to_be_visible()
    expect(part(page, SAID["mine.again"])).to_contain_text("None.")
    expect(part(page, SAID["mine.results"])).to_contain_text(SAID["mine.results-none"])
    expect(part(page, SAID["mine.written"])).to_contain_text(SAID["mine.written-none"])
    expect(part(page, SAID["mine.certain"])).to_have_count(0)


def test_it_tells_what_is_done_and_how_it_went(mine: Page, sampler: Place) -> None:
    count = len(sampler.course.lessons)
    expect(mine.get_by_role("progressbar", name=f"1 of {count} lessons done")).to_have_count(1)
    lessons = mine.locator(".cw-mine-lessons > li")
    expect(lessons).to_have_count(count)
    done = [("done", "0 of 3"), ("not done yet", "3 of 3"), ("not done yet", "0 of 2"), ("not done yet", "1 of 2")]
    for item, lesson, (state, good) in zip(lessons.all(), sampler.course.lessons, done, strict=False):
        expect(item).to_contain_text(f"{lesson.title} {state}")
        objectives = item.locator(".cw-mine-objectives li")
        expect(objectives).to_contain_text([f"{lesson.objectives[0].text} {good} questions answered well"])

    rows = part(mine, SAID["mine.results"]).get_by_role("row")
    expect(rows).to_have_count(1 + 11)
    expect(rows.filter(has_text=STEM).get_by_role("cell")).to_have_text(
        ["Choosing", STEM, SAID["mine.wrong"], SAID["mine.wrong"], "1"]  # its review got the same answer
    )
    expect(rows.filter(has_text="If technical skills are the machine").get_by_role("cell").last).to_have_text("1")
    expect(part(mine, SAID["mine.certain"]).get_by_role("link")).to_have_text([STEM])
    expect(part(mine, SAID["mine.written"]).get_by_role("definition")).to_have_text(["It was Tuesday."])

    again = part(mine, SAID["mine.again"]).get_by_role("link")
    expect(again).to_have_count(7 + 1)
    expect(again.first).to_have_text(SAID.of("mine.practise.other", n=7))
    for link in again.all()[1:]:
        target = str(link.get_attribute("href")).split("#")[1]
        assert target.startswith("question-")
    again.filter(has_text=STEM).press("Enter")
    expect(mine.get_by_role("group", name=STEM)).to_be_in_viewport()
    question = mine.locator("#question-first-to-learn")
    expect(question.locator(".cw-result, question-answers input:checked")).to_have_count(0)
    question.get_by_role("radio", name="Running payroll").check()
    question.get_by_role("button", name=SAID["question.check"]).click()
    mine.go_back()
    expect(again).to_have_count(6 + 1)
    expect(part(mine, SAID["mine.certain"]).get_by_role("link")).to_have_text([STEM])


def test_all_that_was_missed_is_taken_again_blank(mine: Page, sampler: Place) -> None:
    part(mine, SAID["mine.again"]).get_by_role("link", name=SAID.of("mine.practise.other", n=7)).press("Enter")
    shown = mine.locator("self-check").filter(visible=True)
    told = []
    for n, title in enumerate(("Choosing", "Arranging", "Thinking"), 1):
        expect(mine.get_by_role("heading", level=1)).to_have_text(title)
        expect(mine.get_by_text(SAID.of("missed.practice", n=n, m=3))).to_be_visible()
        told += shown.evaluate_all("(checks) => checks.map(({ dataset }) => dataset.question)")
        expect(shown.locator(".cw-result, question-answers input:checked")).to_have_count(0)
        expect(shown.and_(mine.locator("[data-state]"))).to_have_count(0)
        going_on = SAID.of("missed.next", title="") if n < 3 else SAID["missed.back"]
        mine.locator("missed-questions").get_by_role("link", name=going_on).press("Enter")
    assert len(set(told)) == len(told) == 7
    expect(mine.get_by_role("heading", level=1)).to_have_text(SAID["mine.title"])
    mine.go_back()
    mine.get_by_role("button", name=SAID["missed.all"]).press("Enter")
    expect(mine.locator(".cw-lesson-head .cw-facts")).to_be_visible()


def test_the_page_follows_another_tab(mine: Page, sampler: Place) -> None:
    name = mine.get_by_role("textbox", name=SAID["mine.name"])
    name.press_sequentially("Pol")
    other = mine.context.new_page()
    other.goto(sampler.page(LESSONS[1]))
    other.get_by_role("button", name=SAID["progress.mark-done"]).click()
    expect(mine.get_by_text(SAID.of("mine.record-lessons", n=2, m=len(sampler.course.lessons)))).to_be_visible()
    expect(name).to_be_focused()
    expect(name).to_have_value("Pol")


def test_days_are_those_of_the_learner(new_context: NewContext, sampler: Place) -> None:
    context = new_context(timezone_id="Pacific/Auckland", locale="en-GB")
    context.clock.install(time=datetime(2027, 5, 12, 13, tzinfo=UTC))  # an hour into the thirteenth
    page = context.new_page()
    page.goto(sampler.address + "my-progress.html")
    expect(part(page, SAID["mine.record"])).to_contain_text(SAID["mine.record-none"])
    page.goto(sampler.page(LESSONS[0]))
    page.get_by_role("button", name=SAID["progress.mark-done"]).click()
    context.clock.set_system_time(datetime(2027, 6, 1, 13, tzinfo=UTC))
    page.goto(sampler.address + "my-progress.html")
    expect(part(page, SAID["mine.record"])).to_contain_text(SAID.of("mine.record-date", date="May 13, 2027"))
    saved = json.loads(save(page).read_text(encoding="utf-8"))
    assert re.fullmatch(r"2027-06-02T01:\d\d:\d\d\.\d{3}\+12:00", saved["date"])
    assert saved["entries"]["questions/choosing/progress/done"] == {"on": "2027-05-13"}


def test_what_was_done_is_saved_cleared_and_brought_back(mine: Page, sampler: Place) -> None:
    name = mine.get_by_role("textbox", name=SAID["mine.name"])
    name.fill("Polly")
    before = contents(mine)
    file = save(mine)
    expect(status(mine)).to_contain_text(SAID["mine.exported"].partition("{file}")[2].partition("{n}")[0])
    assert json.loads(file.read_text(encoding="utf-8"))["course"] == "the-sampler"
    others = ("another site", "coursewright-run/another-course/morning")
    planned = ("coursewright-plan/the-sampler", "coursewright-run/the-sampler/morning")
    mine.evaluate("(keys) => keys.forEach((key) => localStorage.setItem(key, 'there'))", [*others, *planned])

    clear, keep = (mine.get_by_role("button", name=text) for text in ("Clear everything", "Keep it"))
    for way_back in ("Enter", "Escape"):
        clear.press("Enter")
        expect(mine.get_by_role("group", name=SAID["mine.clear-question"])).to_be_visible()
        expect(keep).to_be_focused()
        mine.keyboard.press(way_back)
        expect(clear).to_be_focused()
        assert contents(mine) == before
    clear.press("Enter")
    mine.get_by_role("button", name=SAID["mine.clear-yes"]).press("Enter")
    expect(status(mine)).to_have_text(SAID["mine.cleared"])
    expect(clear).to_be_focused()
    expect(mine.get_by_text(f"0 of {len(sampler.course.lessons)} lessons done")).to_be_visible()
    assert mine.evaluate("coursewright.store.keys()") == []
    assert sorted(mine.evaluate("Object.keys(localStorage).filter((key) => localStorage[key] === 'there')")) == sorted(
        others
    )

    for taken in (
        "17 entries. What was here already has been kept: 0",
        "0 entries. What was here already has been kept: 17",
    ):
        mine.get_by_label(SAID["mine.import"]).set_input_files(file)
        expect(status(mine)).to_contain_text(f"Taken from the file: {taken} entries")
        assert contents(mine) == before
    mine.reload()
    assert contents(mine) == before


def test_a_file_that_is_not_fit_is_refused_in_words(mine: Page) -> None:
    before = contents(mine)
    saved = save(mine).read_text(encoding="utf-8")
    other = saved.replace('"the-sampler"', '"birds"')
    newer = saved.replace('"version": 1', '"version": 99')
    assert saved not in (other, newer)
    damaged = [saved[:-20], "", "[]", "null", '{"course": "the-sampler", "version": 1, "entries": []}', "\0\1"]
    for text in damaged:
        open_file(mine, text)
        expect(status(mine)).to_contain_text(SAID["mine.import-damaged"])
        mine.evaluate("document.querySelector('.cw-mine--data [role=status]').replaceChildren()")
    open_file(mine, other)
    expect(status(mine)).to_contain_text("belongs to another course (birds)")
    open_file(mine, newer)
    expect(status(mine)).to_contain_text(SAID["mine.import-version"])
    assert contents(mine) == before


def test_a_file_saved_under_former_names_is_taken(page: Page, sampler: Place) -> None:
    """The course and a question have got other names since."""
    page.goto(sampler.address + "my-progress.html")
    page.evaluate("coursewright.formerNames.push('before')")
    lesson, name, digest = page.evaluate(
        "(() => { const { id, questions: [asked] } = coursewright.index.lessons[0];"
        " asked.formerly = ['past/lesson/asked'];"
        " return [id, asked.name, asked.hash]; })()"
    )
    kept = {"hash": digest, "choice": [], "first": "right", "latest": "right", "tries": 1}
    saved = {"version": 1, "course": "before", "entries": {"past/lesson/question/asked": kept}}
    open_file(page, json.dumps(saved))
    expect(status(page)).to_contain_text(SAID.of("mine.imported", n=1, same=0, refused=0)[:20])
    assert page.evaluate("coursewright.store.keys()") == [f"{lesson}/question/{name}"]
