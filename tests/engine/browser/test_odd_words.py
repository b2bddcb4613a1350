"""Words that HTML and scripts take for their own are shown as written and run nothing, whoever wrote them."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.engine.browser.conftest import Place
from tests.engine.browser.said import SAID
from tests.engine.browser.test_search import search
from tests.engine.site.serving import Sites
from tests.engine.site.words import answers_of

MARKUP = "<img src=x onerror=window.pwned=1>\"'></textarea></script><script>window.pwned=1</script>"
FIELDS = """() => [...document.querySelectorAll("work-sheet :is(textarea, input)")]
    .map((field) => [field.value, field.checked])"""
FILL = """(words) => {
    for (const field of document.querySelectorAll("work-sheet :is(textarea, input)")) {
        if (/radio|checkbox/.test(field.type)) field.click();
        else field.value = words;
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    return (FIELDS)();
}""".replace("FIELDS", FIELDS)


@pytest.fixture
def unharmed(page: Page) -> Page:
    """A page on which no script of the words has run, as is seen at every load."""
    page.add_init_script("Object.defineProperty(window, 'pwned', { set() { console.error('the words ran'); } })")
    return page


def test_an_authors_words_are_shown_as_written(unharmed: Page, odd_words: Place) -> None:
    page, course = unharmed, odd_words.course
    lesson = course.lessons[0]
    for path in odd_words.pages:
        page.goto(odd_words.address + path)
        expect(page.locator(".cw-brand-title")).to_have_text(course.title)
    page.goto(odd_words.page(lesson.path))
    expect(page).to_have_title(f"{lesson.title} – {course.title}")
    expect(page.get_by_role("heading", level=1)).to_have_text(lesson.title)
    expect(page.locator(".cw-objectives li")).to_have_text([lesson.objectives[0].text])
    expect(page.locator(".cw-nav [aria-current] .cw-nav-title")).to_have_text(lesson.title)

    check = page.locator("self-check")
    answers = [answer.text for answer in answers_of(lesson.questions[0])]
    expect(check.locator(".cw-answer label")).to_have_text(answers)
    check.get_by_role("radio").nth(1).check()
    check.get_by_role("button", name=SAID["question.check"]).click()
    check.get_by_role("button", name=SAID["question.show"]).click()
    expect(check.locator(".cw-reveal-answers .cw-key-answer")).to_have_text(answers[0])


def test_an_authors_words_are_shown_as_written_in_lists(unharmed: Page, odd_words: Place) -> None:
    page, lesson = unharmed, odd_words.course.lessons[0]
    page.goto(odd_words.page(lesson.path))
    page.get_by_role("button", name=SAID["progress.mark-done"]).click()
    page.goto(odd_words.address + "course-map.html")
    expect(page.locator(".cw-modules .cw-contents a")).to_contain_text(lesson.title)
    expect(page.locator("svg .cw-trail-lesson")).to_contain_text(lesson.title)
    page.goto(odd_words.address + "index.html")
    found = search(page, "words are words")
    expect(found.get_by_role("heading", level=1)).to_have_text([lesson.title, odd_words.course.modules[0].title])


@pytest.mark.parametrize("where", ["canary", "sampler", pytest.param("learner", marks=pytest.mark.hard)])
def test_a_learners_words_are_kept_as_written_in_every_field(
    unharmed: Page, open_sites: Sites, where: str, request: pytest.FixtureRequest
) -> None:
    place: Place = request.getfixturevalue(where)
    page, address = unharmed, open_sites.put(where, place.folder)
    lessons = [lesson for lesson in place.course.lessons if lesson.worksheets]
    assert lessons or where == "learner", "the course in docs/ need not have worksheets"
    for lesson in lessons:
        page.goto(address + lesson.path.replace(".md", ".html"))
        filled = page.evaluate(FILL, MARKUP)
        assert filled
        page.reload()
        assert page.evaluate(FIELDS) == filled, lesson.path


def test_a_learners_words_run_nothing_in_any_question(unharmed: Page, sampler: Place, open_sites: Sites) -> None:
    page, address = unharmed, open_sites.put("sampler", sampler.folder)
    lessons = [address + lesson.path.replace(".md", ".html") for lesson in sampler.course.lessons]
    for lesson in lessons:
        page.goto(lesson)
        fields = page.locator("self-check").get_by_role("textbox")
        count = fields.count()
        for field in fields.all():
            field.fill(MARKUP)
        page.evaluate("document.querySelectorAll('self-check [data-action=check]').forEach((button) => button.click())")
        page.reload()
        assert [field.input_value() for field in fields.all()] == [MARKUP] * count
    page.get_by_role("button", name=SAID["progress.mark-done"]).click()  # the record begins with it
    page.goto(address + "my-progress.html")
    page.get_by_role("textbox", name=SAID["mine.name"]).fill(MARKUP)
    written = page.locator(".cw-mine-texts dd")
    expect(written).to_have_text([MARKUP])
    with page.expect_download() as saved:
        page.get_by_role("button", name=SAID["mine.export"]).click()
    file = saved.value.path()
    page.get_by_role("button", name=SAID["mine.clear"]).click()
    page.get_by_role("button", name=SAID["mine.clear-yes"]).click()
    expect(written).to_have_count(0)
    page.get_by_label(SAID["mine.import"]).set_input_files(file)
    expect(written).to_have_text([MARKUP])
    expect(page.locator(".cw-record-name")).to_have_text(MARKUP)
    page.reload()
    expect(page.get_by_role("textbox", name=SAID["mine.name"])).to_have_value(MARKUP)


def test_a_made_up_file_runs_nothing(unharmed: Page, sampler: Place, open_sites: Sites) -> None:
    page, address = unharmed, open_sites.put("sampler", sampler.folder)
    page.goto(address + "my-progress.html")
    question = {"hash": "", "choice": [MARKUP], "first": MARKUP, "latest": "wrong", "tries": MARKUP, "sure": MARKUP}
    asked = [(lesson.id, each.name) for lesson in sampler.course.lessons for each in lesson.questions]
    hashes = page.evaluate(
        "Object.fromEntries(coursewright.index.lessons.flatMap(({ id, questions }) => "
        "questions.map(({ name, hash }) => [`${id}/question/${name}`, hash])))"
    )
    entries = {path: {**question, "hash": hashes[path]} for path in (f"{id_}/question/{name}" for id_, name in asked)}
    entries[f"__proto__/{MARKUP}"] = entries[f"{asked[0][0]}/worksheet/{MARKUP}"] = {MARKUP: MARKUP}
    for course in (page.evaluate("coursewright.name"), MARKUP):
        saved = json.dumps({"version": 1, "course": course, "entries": {**entries, "my-progress/name": MARKUP}})
        file = {"name": "saved.json", "mimeType": "application/json", "buffer": saved.encode()}
        page.get_by_label(SAID["mine.import"]).set_input_files(file)  # type: ignore[arg-type]
        expect(page.locator(".cw-mine--data").get_by_role("status")).to_contain_text(
            course if "<" in course else "Taken"
        )
    expect(page.locator(".cw-mine--again li")).to_have_count(len(asked))
    for path in [lesson.path.replace(".md", ".html") for lesson in sampler.course.lessons]:
        page.goto(address + path)
        expect(page.locator("self-check[data-ready]").first).to_be_visible()


def test_a_readers_words_in_the_search_run_nothing(unharmed: Page, odd_words: Place) -> None:
    page = unharmed
    page.goto(odd_words.address + "index.html")
    search(page, MARKUP)
    expect(page.locator(".md-search-result__meta")).not_to_have_text("Type to start searching")
    page.goto(odd_words.page(odd_words.course.lessons[0].path) + f"?h={quote(MARKUP)}#{quote(MARKUP)}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_what_else_stands_in_the_storage_is_harmless(unharmed: Page, odd_words: Place) -> None:
    page, lesson = unharmed, odd_words.course.lessons[0]
    page.goto(odd_words.page(lesson.path))
    page.locator("work-sheet").get_by_role("textbox").first.fill("x")
    page.locator("self-check").get_by_role("radio").first.check()
    page.locator("self-check").get_by_role("button", name=SAID["question.check"]).click()
    page.get_by_role("button", name=SAID["progress.mark-done"]).click()
    for value in ('{"choice":', '"text"', "[]", "null", "7", '{"choice":[{}],"hash":7}', '{"x":{"y":1}}', MARKUP):
        page.evaluate(
            """(value) => Object.keys(localStorage).filter((key) => key.startsWith("coursewright/"))
                .forEach((key) => localStorage.setItem(key, value))""",
            value,
        )
        page.reload()
        expect(page.locator("self-check").get_by_role("button", name=SAID["question.check"])).to_be_visible()
        expect(page.locator("work-sheet").get_by_role("button", name=SAID["sheet.clear"])).to_be_visible()
