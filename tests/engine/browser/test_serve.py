"""An author at work: pages that follow what she writes, and her mistakes told on the page."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.engine.browser.said import SAID
from tests.engine.site.building import SMALL_COURSES, environment, mkdocs, new_project, replace_in
from tests.engine.site.faults import fail_in, make_faulty
from tests.engine.site.serving import wait_for

FINCH = "docs/lessons/birds/finch.md"
CANARY = "docs/lessons/birds/canary.md"
WAIT = 20_000
"""Milliseconds within which a change must be on the page."""


@contextmanager
def served(project: Path, page: Page, first: str = "") -> Iterator[str]:
    """`mkdocs serve`, ended as Ctrl+C would, once the page that asks it for changes has left."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    where = ("--dev-addr", f"127.0.0.1:{port}", "--config-file", project / "mkdocs.yml")
    command = mkdocs("serve", "--livereload", *where)
    with (
        (project / "terminal").open("wb") as terminal,
        subprocess.Popen(command, cwd=project, env=environment(), stdout=terminal, stderr=terminal) as process,
    ):
        try:
            wait_for(lambda: process.poll() is not None or answers(address + first), "the first page")
            assert process.poll() is None, (project / "terminal").read_text(encoding="utf-8")
            yield address
            page.goto("about:blank")
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(10)


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def problems(address: str) -> list[dict[str, Any]]:
    with urllib.request.urlopen(f"{address}course-problems.json", timeout=10) as answer:
        found: list[dict[str, Any]] = json.load(answer)
    return found


def line_of(path: Path, text: str) -> int:
    return next(n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if text in line)


def places(page: Page) -> Locator:
    return page.locator("build-problems .cw-problem-place")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return new_project(tmp_path, SMALL_COURSES / "canary")


def test_mistakes_come_and_go_on_the_open_page(page: Page, project: Path) -> None:
    with served(project, page) as address:
        page.goto(address + "lessons/birds/finch.html")
        expect(page.get_by_text("Finches sing.")).to_be_visible()
        expect(page.locator("build-problems")).to_be_empty()
        assert problems(address) == []

        replace_in(project / FINCH, ("Finches sing.", "Finches hum."), ("- [x] Yes", "- [ ] Yes"))
        replace_in(project / CANARY, ("minutes: 87", "minuts: 87"))
        expect(places(page)).to_have_count(2, timeout=WAIT)
        key, answer = line_of(project / CANARY, "minuts"), line_of(project / FINCH, "[ ] Yes")
        expect(places(page)).to_have_text([f"{CANARY}:{key}:1", re.compile(rf"{FINCH}:{answer}:\d+")])
        expect(page.locator("build-problems")).to_contain_text(SAID.of("problems.several", n=2))
        expect(page.locator("build-problems")).to_contain_text("question-no-right-answer")
        expect(page.get_by_text("Finches sing.")).to_be_visible()  # the last good page
        assert [each["file"] for each in problems(address)] == [CANARY, FINCH]
        terminal = (project / "terminal").read_text(encoding="utf-8")
        assert f"{CANARY}:{key}:1: key-unknown " in terminal
        assert "Traceback" not in terminal

        replace_in(project / CANARY, ("minuts: 87", "minutes: 87"))
        expect(places(page)).to_have_count(1, timeout=WAIT)
        replace_in(project / FINCH, ("- [ ] Yes", "- [x] Yes"))
        expect(page.get_by_text("Finches hum.")).to_be_visible(timeout=WAIT)
        expect(page.locator("build-problems")).to_be_empty()
        assert problems(address) == []


def test_a_broken_course_file_leaves_the_last_good_page(page: Page, project: Path) -> None:
    with served(project, page) as address:
        page.goto(address)
        replace_in(project / "docs/course.yml", ("modules: [birds]", "modules: [birds"))
        expect(places(page).first).to_contain_text("docs/course.yml:", timeout=WAIT)
        expect(page.get_by_role("heading", level=1)).to_have_text("CANARYCOURSE")
        page.get_by_role("button", name=SAID["problems.dismiss"]).click()
        expect(page.locator("build-problems")).to_be_empty()
        replace_in(project / "docs/course.yml", ("modules: [birds", "modules: [birds]"), ("CANARYCOURSE", "CANARYNEW"))
        expect(page.get_by_role("heading", level=1)).to_have_text("CANARYNEW", timeout=WAIT)


def test_a_course_that_starts_without_its_main_file_is_served_with_the_list(page: Page, project: Path) -> None:
    main = project / "docs/course.yml"
    text = main.read_text(encoding="utf-8")
    main.unlink()
    with served(project, page, "lessons/birds/finch.html") as address:
        page.goto(address + "lessons/birds/finch.html")
        expect(places(page).first).to_contain_text("docs/course.yml:", timeout=WAIT)
        main.write_text(text, encoding="utf-8")
        expect(page.locator("build-problems")).to_be_empty(timeout=WAIT)
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text("CANARYCOURSE")


def test_a_first_page_that_comes_and_goes(page: Page, project: Path) -> None:
    first = project / "docs/index.md"
    text = first.read_text(encoding="utf-8")
    first.unlink()
    with served(project, page) as address:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text("CANARYCOURSE")
        expect(page.locator("build-problems")).to_be_empty()
        first.write_text(text, encoding="utf-8")
        expect(page.get_by_text("CANARYWELCOME")).to_be_visible(timeout=WAIT)
        first.unlink()
        expect(page.get_by_text("CANARYWELCOME")).to_have_count(0, timeout=WAIT)
        expect(page.get_by_role("heading", level=1)).to_have_text("CANARYCOURSE")


def test_a_course_that_starts_with_mistakes_is_served_with_the_list(page: Page, project: Path) -> None:
    replace_in(project / FINCH, ("- [x] Yes", "- [ ] Yes"), ("minutes: 1", "minutes: one"))
    with served(project, page) as address:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text("CANARYCOURSE")
        expect(page.locator("build-problems")).to_contain_text(SAID.of("problems.several", n=2))
        expect(places(page).first).to_contain_text(f"{FINCH}:")

        page.goto(address + "lessons/birds/finch.html")
        expect(places(page).first).to_contain_text(f"{FINCH}:{line_of(project / FINCH, 'minutes: one')}:")

        replace_in(project / FINCH, ("- [ ] Yes", "- [x] Yes"), ("minutes: one", "minutes: 1"))
        expect(page.get_by_text("Finches sing.")).to_be_visible(timeout=WAIT)
        expect(page.locator("build-problems")).to_be_empty()


@pytest.fixture
def faulty(project: Path) -> Path:
    make_faulty(project)
    return project


@pytest.mark.parametrize(
    ("where", "file"),
    [
        ("page", FINCH),
        ("config", ""),
        pytest.param("files", "", marks=pytest.mark.hard),
        pytest.param("template", "docs/index.md", marks=pytest.mark.hard),
        pytest.param("post", "", marks=pytest.mark.hard),
    ],
)
def test_a_fault_is_told_on_the_last_good_page(page: Page, faulty: Path, where: str, file: str) -> None:
    with served(faulty, page) as address:
        page.goto(address + "lessons/birds/finch.html")
        expect(page.locator("build-problems")).to_be_empty()
        fail_in(faulty, where)
        replace_in(faulty / FINCH, ("Finches sing.", "Finches chirp."))
        panel = page.locator("build-problems")
        expect(panel).to_contain_text(SAID["problems.stopped"], timeout=WAIT)
        expect(panel.get_by_role("listitem")).to_have_count(1)
        expect(places(page)).to_have_text([file] if file else [])
        expect(page.get_by_text("Finches sing.")).to_be_visible()  # the last good page
        assert "Traceback" not in (faulty / "terminal").read_text(encoding="utf-8")

        fail_in(faulty, "")
        replace_in(faulty / FINCH, ("Finches chirp.", "Finches trill."))
        expect(page.get_by_text("Finches trill.")).to_be_visible(timeout=WAIT)
        expect(panel).to_be_empty()


def test_a_broken_configuration_is_told_on_the_last_good_page(page: Page, faulty: Path) -> None:
    with served(faulty, page) as address:
        page.goto(address)
        panel, config = page.locator("build-problems"), faulty / "mkdocs.yml"
        good = config.read_text(encoding="utf-8")
        for bad, said in (("hooks: [\n", "parsing"), ("docs_dir: nowhere\n", "nowhere"), ("theme: {name: x}\n", "x")):
            config.write_text(good + bad, encoding="utf-8")
            expect(panel).to_contain_text(said, timeout=WAIT)
            expect(places(page).first).to_have_text("mkdocs.yml")
        config.write_text(good + "theme: {name: material, language: xx}\n", encoding="utf-8")
        expect(panel).to_contain_text("theme.language", timeout=WAIT)
        config.write_text(good, encoding="utf-8")
        expect(panel).to_be_empty(timeout=WAIT)
        assert "Traceback" not in (faulty / "terminal").read_text(encoding="utf-8")


def test_a_server_that_starts_with_a_fault_tells_it_on_a_page(page: Page, faulty: Path) -> None:
    fail_in(faulty, "context")
    replace_in(faulty / FINCH, ("- [x] Yes", "- [ ] Yes"))
    with served(faulty, page) as address:
        page.goto(address)
        told = page.get_by_role("listitem")
        expect(told.filter(has_text="question-no-right-answer")).to_have_count(1)
        expect(told.filter(has_text="ValueError: planted in context")).to_contain_text(f"{FINCH}: `faulty`")
        replace_in(faulty / FINCH, ("- [ ] Yes", "- [x] Yes"))
        expect(told.filter(has_text="question-no-right-answer")).to_have_count(0, timeout=WAIT)
        expect(told.filter(has_text="ValueError: planted in context")).to_have_count(1)
        fail_in(faulty, "")
        replace_in(faulty / FINCH, ("Finches sing.", "Finches trill."))
        expect(page.get_by_role("heading", level=1)).to_have_text("CANARYCOURSE", timeout=WAIT)
        page.goto(address + "lessons/birds/finch.html")
        expect(page.get_by_text("Finches trill.")).to_be_visible()
        expect(page.locator("build-problems")).to_be_empty()


SHEET = "worksheets/birds/canary/bird-sheet_a4.pdf"


def test_a_sheet_is_printed_when_it_is_asked_for(page: Page, project: Path) -> None:
    config = project / "mkdocs.yml"  # no link: the cache is then this project's own, and empty
    text = config.read_text(encoding="utf-8")
    config.unlink()
    config.write_text(text, encoding="utf-8")
    with served(project, page) as address:
        page.goto(address + "lessons/birds/canary.html")
        assert not (project / ".cache").exists(), "something was printed before anyone asked"
        assert str(page.get_by_role("link", name="PDF, A4", exact=True).get_attribute("href")).endswith(SHEET)
        assert "CANARYSHEET" in words_of(address + SHEET)
        assert len(list((project / ".cache/worksheets").iterdir())) == 1

        replace_in(project / CANARY, ("title: CANARYSHEET", "title: CANARYLEAF"))
        expect(page.get_by_role("heading", name="CANARYLEAF")).to_be_visible(timeout=WAIT)
        assert "CANARYLEAF" in words_of(address + SHEET)
        assert not answers(address + "worksheets/birds/canary/no-sheet_a4.pdf")


def words_of(address: str) -> str:
    """The words of a PDF as it is served."""
    with urllib.request.urlopen(address, timeout=30) as answer:
        assert answer.headers["Content-Type"] == "application/pdf"
        document = pdfium.PdfDocument(answer.read())
    return " ".join(page.get_textpage().get_text_bounded() for page in document)
