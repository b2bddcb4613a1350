"""What an author is told: sheets that run over their pages, pictures that cannot be shown, and what is refused."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pikepdf
import pytest

from coursewright.paper.printer import print_document
from coursewright.problem import Problem
from tests.engine.pages import codes
from tests.engine.paper.printing import LARGE_PRINT, SHEET_LINE, Job, Printed, job, new_course
from tests.engine.paper.tree import insides, structure

TWO_PAGES = "    pages: {pages}\n\nThe rows:\n\n| One | Two |\n|---|---|\n| | |{{ rows: {rows}, height: 24 }}"
SECRET = "SECRETCANARY"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)


def test_nothing_is_wrong_with_the_small_course(workshop: Printed) -> None:
    assert workshop.job.problems == []
    assert [
        printed_file.complaints for printed_file in workshop.printed_files.values() if printed_file.complaints
    ] == []


# Sheets that run over


def told_of(tmp_path: Path, text: str, size: int = 12) -> list[Problem]:
    """What is told of a course with one sheet, once it is printed in all forms for the learner."""
    printing = job(new_course(tmp_path / "docs", one=text), tmp_path / "cache", "learner", text=size)
    assert printing.problems == []
    for each in printing.build.print_jobs:
        if each.scope in ("sheet", "lesson"):
            printing.one(each.path)
    return printing.problems


def test_a_sheet_that_runs_over_is_told_once_for_each_paper(tmp_path: Path) -> None:
    told = told_of(tmp_path, TWO_PAGES.format(pages=1, rows=12))
    assert [problem.code for problem in told] == ["sheet-overrun"] * 2
    assert {(problem.place.path, problem.place.line) for problem in told} == {("docs/lessons/m/one.md", SHEET_LINE)}
    assert [problem.found for problem in told] == [
        "2 pages of `sheet` on A4",
        "2 pages of `sheet` on US Letter",
    ]
    assert all("at most 1 page on paper" in problem.expected and "`pages: 2`" in problem.remedy for problem in told)


def test_a_sheet_that_runs_over_on_one_paper_is_told_for_that_one(tmp_path: Path) -> None:
    (problem,) = told_of(tmp_path, "\n| A box as high as a page ____ | { height: 224 }")
    assert (problem.code, problem.found) == ("sheet-overrun", "2 pages of `sheet` on US Letter")


def test_a_sheet_that_takes_its_pages_or_fewer_is_not_told(tmp_path: Path) -> None:
    assert told_of(tmp_path, TWO_PAGES.format(pages=3, rows=12)) == []


def test_in_large_print_a_sheet_may_run_over(tmp_path: Path) -> None:
    assert told_of(tmp_path, TWO_PAGES.format(pages=1, rows=12), LARGE_PRINT) == []


def test_a_facilitators_copy_may_run_over(tmp_path: Path) -> None:
    key = "/// key\n" + "A long key. " * 400 + "\n///"
    printing = job(new_course(tmp_path / "docs", one=f"\nWords:\n____\n\n{key}"), tmp_path / "cache", "trainer")
    printed_file = printing.one("facilitator/m/one/sheet_facilitator_a4.pdf")
    assert printed_file.pages > 1
    assert printing.problems == []


def test_a_sheet_that_runs_over_is_told_again_when_it_is_in_the_cache(tmp_path: Path) -> None:
    docs = new_course(tmp_path / "docs", one=TWO_PAGES.format(pages=1, rows=12))
    for printed in (1, 0):
        printing = job(docs, tmp_path / "cache", "learner")
        printing.one("worksheets/m/one/sheet_a4.pdf")
        assert printing.edition.printed == printed
        assert codes(printing.build.problems) == ["sheet-overrun"]


# Pictures


def with_picture(tmp_path: Path, name: str, data: bytes | None, target: str = "") -> Job:
    """A course with a sheet that shows a picture; it is prepared, and nothing is printed yet."""
    text = f"\n![What it shows]({target or '../../' + name})\n\nWords:\n____"
    docs = new_course(tmp_path / "docs", one=text)
    if data is not None:
        (docs / name).write_bytes(data)
    return job(docs, tmp_path / "cache", "learner")


SHEET = "worksheets/m/one/sheet_a4.pdf"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("gone.png", None),
        ("empty.png", b""),
        ("cut.png", PIXEL[:40]),
        ("words.png", b"no picture at all"),
        ("cut.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0'),
        ("words.svg", b"no picture at all"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_told(tmp_path: Path, name: str, data: bytes | None) -> None:
    printing = with_picture(tmp_path, name, data)
    for attempt in ("printed", "printed again"):
        told = job(tmp_path / "docs", tmp_path / "cache", "learner") if attempt == "printed again" else printing
        told.one(SHEET)
        (problem,) = told.problems
        assert (problem.code, problem.place.path) == ("sheet-print", "docs/lessons/m/one.md"), attempt
        assert problem.place.line == SHEET_LINE
        assert name in problem.found


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("one.png", PIXEL),
        ("one with spaces & (more).png", PIXEL),
        ("żółć.png", PIXEL),
        ("one.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>'),
    ],
)
def test_a_picture_that_is_there_is_shown(tmp_path: Path, name: str, data: bytes) -> None:
    printing = with_picture(tmp_path, name, data, f"<../../{name}>")
    printed_file = printing.one(SHEET)
    assert printing.problems == []
    with pikepdf.open(printed_file.file) as pdf:
        assert [node.said for node in structure(pdf).walk() if node.kind == "Figure"][1:] == ["What it shows"]
        images = [each for page in pdf.pages for each in page.get_images().values()]
        assert len(images) == name.endswith(".png")


# What is refused


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file beside the course that is no part of it."""
    path = tmp_path / "secret.svg"
    drawing = f'<text x="0" y="10">{SECRET}</text>'
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">{drawing}</svg>', encoding="utf-8")
    return path


@contextmanager
def web() -> Iterator[tuple[str, list[str]]]:
    """A web server: its address, and what it has been asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}", asked
        finally:
            server.shutdown()
            thread.join()


def test_the_secret_would_be_seen_if_it_were_shown(tmp_path: Path, secret: Path) -> None:
    printing = with_picture(tmp_path, "inside.svg", secret.read_bytes())
    assert SECRET in insides(printing.one(SHEET).file)


@pytest.mark.parametrize(
    "target",
    [
        "file://{secret}",
        "docs:../secret.svg",
        "docs:{secret}",
        "../../../secret.svg",
        "DOCS:../secret.svg",
        "docs:%2e%2e/secret.svg",
    ],
)
def test_a_sheet_shows_no_picture_from_outside_of_the_course(tmp_path: Path, secret: Path, target: str) -> None:
    printing = with_picture(tmp_path, "", None, target.format(secret=secret))
    inside = insides(printing.one(SHEET).file)
    assert SECRET not in inside
    assert codes(printing.build.problems) == ["sheet-print"]


def test_a_link_in_the_course_that_leads_out_of_it_is_not_followed(tmp_path: Path, secret: Path) -> None:
    printing = with_picture(tmp_path, "linked.svg", None)
    (tmp_path / "docs/linked.svg").symlink_to(secret)
    assert SECRET not in insides(printing.one(SHEET).file)
    assert codes(printing.build.problems) == ["sheet-print"]


def test_a_sheet_asks_no_other_host_for_a_picture(tmp_path: Path) -> None:
    with web() as (address, asked):
        printing = with_picture(tmp_path, "", None, f"{address}/picture.png")
        printing.one(SHEET)
    assert asked == []
    assert codes(printing.build.problems) == ["sheet-print"]


@pytest.mark.parametrize(
    "html",
    [
        '<img alt="" src="{address}">',
        '<link rel="stylesheet" href="{address}">',
        '<link rel="attachment" href="{address}">',
        '<p><a rel="attachment" href="{address}">words</a></p>',
        '<object data="{address}">words</object>',
        '<embed src="{address}">',
        '<p style="background: url({address})">words</p>',
        '<p style="list-style-image: url({address}); display: list-item">words</p>',
        "<style>@import url({address});</style>",
        "<style>@font-face {{ font-family: x; src: url({address}) }} p {{ font-family: x }}</style><p>words</p>",
        '<svg width="9" height="9"><image href="{address}" width="9" height="9"/></svg>',
        '<svg width="9" height="9"><use href="{address}#x"/></svg>',
    ],
)
def test_a_document_can_fetch_nothing_from_outside(tmp_path: Path, secret: Path, html: str) -> None:
    (tmp_path / "docs").mkdir()
    with web() as (host, asked):
        for address in (secret.as_uri(), "docs:../secret.svg", "file:///etc/passwd", f"{host}/x"):
            body = f"<!doctype html><html lang=en><title>x</title>{html.format(address=address)}<p>words"
            printed = print_document(body, tmp_path / "docs")
            assert printed.complaints or "<use" in html, address
            (tmp_path / "x.pdf").write_bytes(printed.pdf)
            assert_holds_nothing_of(tmp_path / "x.pdf")
    assert asked == []


def assert_holds_nothing_of(file: Path) -> None:
    insides.cache_clear()
    words_of_it = insides(file)
    assert SECRET not in words_of_it
    assert "root:" not in words_of_it
    with pikepdf.open(file) as pdf:
        assert len(pdf.attachments) == 0


def test_a_picture_cannot_name_another_file(tmp_path: Path, secret: Path) -> None:
    start = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">'
    for inner in (
        f'<image href="{secret.as_uri()}" width="90" height="20"/>',
        f'<use href="{secret.as_uri()}#x"/>',
        f"<style>@import url({secret.as_uri()});</style>",
    ):
        folder = tmp_path / str(abs(hash(inner)))
        printing = with_picture(folder, "outer.svg", f"{start}{inner}</svg>".encode())
        assert SECRET not in insides(printing.one(SHEET).file)


def test_a_picture_cannot_name_an_entity_in_another_file(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text(SECRET, encoding="utf-8")
    entity = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{(tmp_path / "words.txt").as_uri()}">]>'
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="10">&x;</text></svg>'
    printing = with_picture(tmp_path, "entity.svg", (entity + drawing).encode())
    assert SECRET not in insides(printing.one(SHEET).file)


def test_a_letter_that_no_font_has_is_told_once_for_all_sheets(tmp_path: Path) -> None:
    printing = job(new_course(tmp_path / "docs", one="\nWords with \U000f1234:\n____"), tmp_path / "cache", "learner")
    printing.all()
    (problem,) = printing.build.problems
    assert (problem.code, problem.place.path) == ("sheet-font", "docs/lessons/m/one.md")
    assert "`\U000f1234`" in problem.found


def test_code_in_two_sheets_of_a_pack_is_no_mistake(tmp_path: Path) -> None:
    code = "\n```python\nprint(1)\n```\n\nWords:\n____"
    docs = new_course(tmp_path / "docs", one=code, two=code)
    for printed in (1, 0):
        printing = job(docs, tmp_path / "cache", "learner")
        printed_file = printing.one("worksheets/m_worksheets_a4.pdf")
        assert (printed_file.complaints, printing.edition.printed) == ((), printed)
