"""An author edits a course that people have begun: what they answered and wrote is still theirs."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.engine.browser.said import SAID
from tests.engine.site.building import SMALL_COURSES, build, new_project, replace_in, whole
from tests.engine.site.serving import Sites

LESSON = "docs/lessons/birds/canary.md"
OTHER = "docs/lessons/birds/finch.md"
ONE = "#question-one-right"


def built(project: Path, sites: Sites) -> str:
    """Build a project without PDFs; gives the address of its site."""
    done = whole(build(project, project / "site", pdf=False))
    return sites.put(f"reworded-{project.parent.name}-{project.name}", done.site)


def begun(page: Page, project: Path, sites: Sites) -> str:
    """Answer one question rightly and write into a sheet; gives the address of the site."""
    address = built(project, sites)
    page.goto(f"{address}lessons/birds/canary.html")
    page.locator(ONE).locator("input").first.check()
    page.locator(ONE).get_by_role("button", name=SAID["question.check"]).click()
    expect(page.locator(ONE)).to_have_attribute("data-state", "right")
    page.get_by_label("Name").fill("Polly")
    page.locator("work-sheet textarea[name^=note]").fill("Sings at noon.")
    return address


def test_better_words_keep_a_result(page: Page, sites: Sites, tmp_path: Path) -> None:
    project = new_project(tmp_path / "one", SMALL_COURSES / "canary")
    begun(page, project, sites)
    words = ("CANARYSTEM leads", "Do not hurry. This leads"), ("Which CANARYASKED is it?", "Which is it?")
    answers = ("CANARYRIGHT", "It isn't blue"), ("CANARYWRONG", "It doesn't sing")
    replace_in(project / LESSON, *words, *answers)
    page.goto(f"{built(project, sites)}lessons/birds/canary.html")
    expect(page.locator(ONE)).to_have_attribute("data-state", "right")
    expect(page.locator(ONE).locator("input").first).to_be_checked()


def test_what_is_renamed_or_moved_takes_along_what_was_kept(page: Page, sites: Sites, tmp_path: Path) -> None:
    project = new_project(tmp_path / "one", SMALL_COURSES / "canary")
    begun(page, project, sites)
    text = (project / LESSON).read_text(encoding="utf-8")
    sheet = text[text.index("/// worksheet") : text.index("/// trainer")]
    (project / LESSON).write_text(text.replace(sheet, ""), encoding="utf-8")
    minutes = ("minutes: 87", "minutes: 49")
    renamed = "/// question | which-bird\n    formerly: one-right\n"
    replace_in(project / LESSON, minutes, ("/// question | one-right\n", renamed))
    formerly = "    formerly: birds/canary/bird-sheet\n    formerly-fields:\n      called: name\n      heard: note\n"
    moved = sheet.replace("| bird-sheet\n", f"| notes\n{formerly}").replace("| Note |", "| Heard {#heard} |")
    moved = moved.replace("Name: ____", "What it is called: ____ {#called}")
    finch = (project / OTHER).read_text(encoding="utf-8")
    (project / OTHER).write_text(f"{finch}\n{moved}".replace("minutes: 1\n", "minutes: 39\n"), encoding="utf-8")

    address = built(project, sites)
    page.goto(f"{address}my-progress.html")
    expect(page.get_by_role("region", name=SAID["mine.written"])).to_contain_text("Polly")
    page.goto(f"{address}lessons/birds/canary.html")
    expect(page.locator("#question-which-bird")).to_have_attribute("data-state", "right")
    page.goto(f"{address}lessons/birds/finch.html")
    expect(page.get_by_label("What it is called")).to_have_value("Polly")
    expect(page.locator("work-sheet textarea[name^=heard]")).to_have_value("Sings at noon.")

    # A sheet that takes in another one: where both were filled in, nothing is lost, and what is newer stays.
    other = "coursewright/canarycourse/birds/canary/worksheet/bird-sheet"
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [other, '{"called": "Robin", "seen": "May"}'])
    page.reload()
    expect(page.get_by_label("What it is called")).to_have_value("Polly")
    assert page.evaluate("coursewright.store.record('birds/finch/worksheet/notes').seen") == "May"


def test_a_course_takes_another_title_and_keeps_what_was_kept_under_the_first(
    page: Page, sites: Sites, tmp_path: Path
) -> None:
    project = new_project(tmp_path / "one", SMALL_COURSES / "canary")
    begun(page, project, sites)
    replace_in(project / "docs/course.yml", ("title: CANARYCOURSE", "title: Птицы\nid: birds\nformerly: CANARYCOURSE"))
    page.goto(f"{built(project, sites)}lessons/birds/canary.html")
    expect(page.locator(ONE)).to_have_attribute("data-state", "right")
    expect(page.get_by_label("Name")).to_have_value("Polly")
    page.evaluate("coursewright.store.keys().forEach((path) => coursewright.store.remove(path))")
    page.reload()
    expect(page.get_by_label("Name")).to_have_value("")


def test_courses_in_other_alphabets_share_nothing(page: Page, sites: Sites, tmp_path: Path) -> None:
    for name, title in (("one", "Курс"), ("other", "服务")):
        project = new_project(tmp_path / name, SMALL_COURSES / "canary")
        replace_in(project / "docs/course.yml", ("CANARYCOURSE", title))
        if name == "one":
            begun(page, project, sites)
        else:
            page.goto(f"{built(project, sites)}lessons/birds/canary.html")
    expect(page.locator(ONE).get_by_role("button", name=SAID["question.check"])).to_be_visible()
    expect(page.get_by_label("Name")).to_have_value("")


def test_what_0_1_kept_of_a_course_without_english_letters_is_found(page: Page, sites: Sites, tmp_path: Path) -> None:
    project = new_project(tmp_path / "one", SMALL_COURSES / "canary")
    replace_in(project / "docs/course.yml", ("CANARYCOURSE", "Курс"))
    address = f"{built(project, sites)}lessons/birds/canary.html"
    page.goto(f"{sites.put('elsewhere', project / 'site')}index.html")
    page.evaluate("""() => {
        localStorage.clear();
        localStorage.setItem("coursewright/a/birds/canary/worksheet/bird-sheet", JSON.stringify({ name: "Polly" }));
    }""")
    page.goto(address)
    expect(page.get_by_label("Name")).to_have_value("Polly")


NONSENSE = [
    *("", "x", "[", "null", "1", "[]", '{"hash":1}', '{"hash":"x","choice":"y"}', '{"constructor":"a"}'),
    *('{"__proto__":{"a":1},"hasOwnProperty":"b"}', f'"{"y" * 100_000}"', '{"hash":"x","choice":[{}],"latest":"best"}'),
]
PLACES = ("question/one-right", "question/several-right", "worksheet/bird-sheet", "progress/done", "assessment/first")


def test_a_store_full_of_nonsense_is_no_error(page: Page, sites: Sites, tmp_path: Path) -> None:
    address = begun(page, new_project(tmp_path / "one", SMALL_COURSES / "canary"), sites)
    for value in NONSENSE:
        held = {f"coursewright/canarycourse/birds/canary/{place}": value for place in PLACES}
        page.evaluate(
            "(held) => Object.entries(held).forEach(([key, value]) => localStorage.setItem(key, value))", held
        )
        for path in ("lessons/birds/canary.html", "my-progress.html", "where-to-begin.html"):
            page.goto(address + path)
            expect(page.get_by_role("heading", level=1)).to_be_visible()
