"""What a browser keeps of a visit: uses the courses of 0.1 as a learner and a trainer do, and tells what is then seen.

``python -m tests.engine.browser.keeping VERSION`` does it once for a version that is about to be released, and writes
``tests/compat/VERSION-store.json``: what the browser then holds, and what it showed. Such a file is never written
again; test_old_stores.py sees to it that every later version reads it.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from tests.engine.browser.answering import answer_all
from tests.engine.browser.said import SAID
from tests.engine.browser.test_types import CASES, open_question
from tests.engine.site.building import Edition
from tests.engine.site.old_courses import COMPAT, OldCourse, build_old
from tests.engine.site.serving import Sites, serving

VERSION = "0.1"
"""Of the courses that are used."""
NOW = datetime(2027, 5, 12, 11, tzinfo=UTC)
"""When all of it is done: at the start of the workshop."""
ZONE = "Europe/Berlin"
MACHINE = [
    f"course/lessons/machine-first/{name}.html"
    for name in ("the-machine-and-the-oil", "payroll-and-trust", "schedules-and-reviews", "learning-in-context")
]
QUESTIONS = [f"sampler/lessons/questions/{name}.html" for name in ("choosing", "typing", "arranging", "thinking")]
SHEETS = [f"sampler/lessons/worksheets/{name}.html" for name in ("fields", "tables")]
RUN_SHEET = "course-trainer/run-sheets/technical-skills-first.html"
PLAN = "course-trainer/plan.html"

FILL = """() => document.querySelectorAll("work-sheet :is(textarea, input)").forEach((field, at) => {
    if (/radio|checkbox/.test(field.type)) {
        if (at % 2) field.click();
    } else if (!field.readOnly) {
        field.value = `Zażółć ${field.name}\\n“${at}” & <b>`;
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }
})"""
PUT = "(held) => Object.entries(held).forEach(([key, value]) => localStorage.setItem(key, value))"
SHOWN = """() => ({
    questions: Object.fromEntries([...document.querySelectorAll("self-check")].map((check) => {
        // Pairs and steps have other names since 0.1: what is shown is told by the names of then.
        const then = new Map((check.dataset.renamed ?? "").split(" ").map((pair) => pair.split(":").reverse()));
        return [check.id, {
            state: check.dataset.state ?? "",
            filled: [...check.querySelectorAll(
                "question-answers :is(input, select, textarea), .cw-steps--moving .cw-step"
            )]
                .map((it) => it.dataset.step ?? (/radio|checkbox/.test(it.type) ? it.checked : it.value))
                .map((value) => then.get(value) ?? value),
        }];
    })),
    sheets: Object.fromEntries([...document.querySelectorAll("work-sheet")].map((sheet) => [sheet.dataset.sheet,
        Object.fromEntries([...sheet.querySelectorAll("textarea, input")]
            .filter((it) => (/radio|checkbox/.test(it.type) ? it.checked : it.value))
            .map((it) => [it.name, it.value]))])),
})"""


def put_all(sites: Sites, into: Path) -> dict[str, str]:
    """Serve what there is to use; gives the addresses by the first part of the paths above."""
    wanted: dict[str, tuple[OldCourse, Edition]] = {
        "course": ("course", "learner"),
        "course-trainer": ("course", "trainer"),
        "sampler": ("sampler", "learner"),
    }
    built = {name: build_old(VERSION, course, edition, into) for name, (course, edition) in wanted.items()}
    return {name: sites.put(f"old-{name}", each.site) for name, each in built.items()}


class Visit:
    """A browser that visits these sites."""

    def __init__(self, context: BrowserContext, addresses: Mapping[str, str]) -> None:
        """Begin a visit at a fixed time."""
        context.clock.install(time=NOW)
        self.page: Page = context.new_page()
        self._addresses = addresses

    def address(self, path: str) -> str:
        """Where a page is."""
        site, _, rest = path.partition("/")
        return self._addresses[site] + rest

    def open(self, path: str) -> Page:
        """Go to a page."""
        self.page.goto(self.address(path))
        return self.page

    def hold(self, held: Mapping[str, str]) -> None:
        """Put into the browser's storage what another held."""
        self.open("course/index.html").evaluate(PUT, held)

    # Using

    def use_all(self) -> None:
        """Answer, write, mark, plan and run."""
        self._answer()
        self._write()
        self._mark()
        self._plan()
        self._run()

    def _answer(self) -> None:
        """Each type rightly after wrongly in the sampler; in the course one lesson rightly, and three wrongly."""
        for case in CASES.values():
            hands = open_question(self.page, self.address(f"sampler/{case.page}"), case.name)
            case.wrong(hands)
            hands.check_it()
            hands.push(SAID["question.again"])
            case.right(hands)
            hands.check_it()
        page = self.open(QUESTIONS[-1])
        page.locator("[data-review]").get_by_role("radio", name=SAID["question.sure-certain"], exact=True).check()
        answer_all(page)
        for number, path in enumerate(MACHINE):
            answer_all(self.open(path), right=number == 1)

    def _write(self) -> None:
        for path in (*MACHINE, *SHEETS):
            self.open(path).evaluate(FILL)

    def _mark(self) -> None:
        for path in (MACHINE[0], MACHINE[2], QUESTIONS[0]):
            self.open(path).get_by_role("button", name=SAID["progress.mark-done"]).click()
        for path in ("where-to-begin", "look-back"):
            page = self.open(f"course/{path}.html")
            for number, group in enumerate(page.get_by_role("group").filter(has=page.get_by_role("radio")).all()):
                group.get_by_role("radio").nth(number % 3 + (path == "look-back")).check()
        for site in ("course", "sampler"):
            self.open(f"{site}/my-progress.html").get_by_role("textbox", name=SAID["mine.name"]).fill(
                f"Zofia of {site}"
            )

    def _plan(self) -> None:
        page = self.open(PLAN)
        expect(page.locator("workshop-plan")).to_have_attribute("data-ready", "")
        page.get_by_role("textbox", name=SAID["plan.title"]).fill("Zofia's afternoon")
        page.get_by_role("button", name=SAID.of("plan.add-lesson-name", title="Payroll"), exact=False).first.click()
        page.get_by_role("button", name=SAID["plan.add-break"], exact=True).click()

    def _run(self) -> None:
        page = self.open(RUN_SHEET)
        page.get_by_role("button", name=SAID["run-mode.run"]).click()
        for key in ("Enter", "ArrowRight", "ArrowRight"):
            page.keyboard.press(key)

    # Seeing

    def shown(self) -> dict[str, Any]:
        """What a visitor sees of all that is kept."""
        lessons = {path: self._lesson(path) for path in (*MACHINE, *QUESTIONS, *SHEETS)}
        return {
            "lessons": lessons,
            "marks": {path: self._marks(path) for path in ("course/where-to-begin.html", "course/look-back.html")},
            "progress": {site: self._progress(site) for site in ("course", "sampler")},
            "plan": self._planned(),
            "run": self._running(),
        }

    def _lesson(self, path: str) -> dict[str, Any]:
        page = self.open(path)
        for check in page.locator("self-check").all():
            expect(check).to_have_attribute("data-ready", "")
        done = page.get_by_role("button", name=SAID["progress.mark-done"])
        found: dict[str, Any] = page.evaluate(SHOWN)
        return {**found, "done": done.get_attribute("aria-pressed")}

    def _marks(self, path: str) -> list[str]:
        return [str(each.get_attribute("value")) for each in self.open(path).get_by_role("radio", checked=True).all()]

    def _progress(self, site: str) -> dict[str, Any]:
        page = self.open(f"{site}/my-progress.html")
        name = page.get_by_role("textbox", name=SAID["mine.name"])
        expect(name).not_to_be_empty()
        return {
            "name": name.input_value(),
            "results": page.get_by_role("region", name=SAID["mine.results"], exact=True).get_by_role("row").count(),
            "texts": page.get_by_role("region", name=SAID["mine.written"]).get_by_role("definition").all_inner_texts(),
        }

    def _planned(self) -> dict[str, Any]:
        page = self.open(PLAN)
        expect(page.locator("workshop-plan")).to_have_attribute("data-ready", "")
        title = page.get_by_role("textbox", name=SAID["plan.title"]).input_value()
        return {"title": title, "rows": page.locator(".cw-plan-row strong").all_inner_texts()}

    def _running(self) -> str:
        page = self.open(RUN_SHEET)
        page.get_by_role("button", name=SAID["run-mode.continue"]).click()
        room = page.get_by_role("dialog").filter(has=page.get_by_role("timer"))
        return room.get_by_role("heading", level=2).inner_text()


def main() -> None:
    """Use the courses, and write down what the browser holds and shows."""
    (version,) = sys.argv[1:]
    file = COMPAT / f"{version}-store.json"
    if file.exists():
        sys.exit(f"{file} is there, and must stay as it is.")
    with tempfile.TemporaryDirectory() as folder, serving() as sites, sync_playwright() as playwright:
        addresses = put_all(sites, Path(folder))
        browser = playwright.chromium.launch(executable_path=os.environ["COURSEWRIGHT_BROWSER"], args=["--no-sandbox"])
        visit = Visit(browser.new_context(timezone_id=ZONE), addresses)
        visit.use_all()
        held = visit.page.evaluate("() => ({ ...localStorage })")
        later = Visit(browser.new_context(timezone_id=ZONE), addresses)
        later.hold(held)
        shown = later.shown()
        browser.close()
    file.write_text(json.dumps({"storage": held, "shown": shown}, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
