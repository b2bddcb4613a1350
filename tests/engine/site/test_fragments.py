"""Each page is converted once, and whatever shows a text of it takes the text from there, footnotes and all."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from lxml.html import HtmlElement
from markdown.blockparser import BlockParser
from mkdocs.commands.build import build
from mkdocs.config import load_config

from coursewright.drawing.blocks import BLOCKS
from coursewright.fragments.collect import texts_of
from coursewright.fragments.page import NotDrawn
from coursewright.model import Page
from coursewright.paper.pdf_printer import PdfPrinter, PrintedFile
from coursewright.questions.choice import Choice
from coursewright.text import Text
from tests.engine import golden, pages
from tests.engine.site.building import SMALL_COURSES, new_project
from tests.engine.site.in_process import message_of

FOOTNOTES = SMALL_COURSES / "footnotes"


class Built:
    """A trainer's edition with its printed documents as HTML, and how often each line was read as Markdown."""

    def __init__(self, project: Path) -> None:
        self.site = project / "site"
        self.documents: Mapping[str, str] = {}
        self.read = Counter[str]()

    def page(self, path: str) -> HtmlElement:
        """A page of the site."""
        return html.parse(str(self.site / path)).getroot()

    def document(self, path: str) -> HtmlElement:
        """A document."""
        return html.fromstring(self.documents[path])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = new_project(tmp_path_factory.mktemp("footnotes"), FOOTNOTES)
    with pytest.MonkeyPatch.context() as patch:
        return _build(project, patch)


def _build(project: Path, patch: pytest.MonkeyPatch, **settings: Any) -> Built:
    came, parse = Built(project), BlockParser.parseDocument

    def parse_and_count(self: BlockParser, lines: list[str]) -> Any:
        came.read.update(lines)
        return parse(self, lines)

    def keep_documents(_self: PdfPrinter, documents: Mapping[str, str], _title: str) -> dict[str, PrintedFile]:
        came.documents = documents
        return {}

    patch.setenv("PDF", "true")
    patch.setattr(BlockParser, "parseDocument", parse_and_count)
    patch.setattr(PdfPrinter, "print_all", keep_documents)
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    build(load_config(str(project / "trainer.yml"), site_dir=str(came.site), **settings))
    return came


def lesson_of(case: golden.PageCase) -> Page:
    """The lesson of a case."""
    read, _ = case.read()
    assert read
    return read.page


def notes_of(root: HtmlElement, holder: str) -> Iterator[tuple[str, str]]:
    """The number of each reference to a footnote in an element, and the footnote to which it leads."""
    (element,) = root.xpath(holder)
    for reference in element.xpath(".//a[@class='footnote-ref']"):
        (note,) = [each for each in root.iter() if each.get("id") == reference.get("href").removeprefix("#")]
        yield reference.text, " ".join(note.text_content().replace("\N{LEFTWARDS ARROW WITH HOOK}", "").split())


def test_each_page_is_converted_once(built: Built) -> None:
    written = Counter(
        line
        for path in FOOTNOTES.rglob("*.md")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.endswith(".[^note]") or line.startswith(("About", "A workshop"))
    )
    assert len(written) > 6
    assert {line: built.read[line] for line in written} == written
    assert built.documents


def test_a_page_that_the_host_has_changed_is_converted_as_changed(tmp_path: Path) -> None:
    project = new_project(tmp_path, FOOTNOTES)
    (project / "changing.py").write_text(
        "def on_page_markdown(markdown, **_): return markdown.replace('More of it', 'Less of it')\n", encoding="utf-8"
    )
    hooks = ["hooks/course_site.py", str(project / "changing.py")]
    with pytest.MonkeyPatch.context() as patch:
        came = _build(project, patch, hooks=hooks)
    # The pot's page is converted ahead, as the kettle asks its question again.
    assert "Less of it" in came.page("lessons/tea/pot.html").text_content()


NOTED = {"pot": ("1", "Noted of the pot."), "kettle": ("1", "Noted of the kettle.")}
"""The footnote of all blocks of a lesson, where it's counted anew."""


@pytest.mark.parametrize("name", NOTED)
def test_on_its_page_a_footnote_counts_with_the_page(name: str, built: Built) -> None:
    page = built.page(f"lessons/tea/{name}.html")
    for holder in (f"//*[@id='question-ask-{name}']", "//work-sheet", "//section[@class='cw-activity']"):
        found = set(notes_of(page, holder))
        assert found == {("2", f"Noted of the {name}.")}, holder
        assert set(page.xpath(f"{holder}//abbr/@title")) == {f"{name} teachers' association"}


@pytest.mark.parametrize("name", NOTED)
@pytest.mark.parametrize("form", ["worksheets", "facilitator"])
def test_on_paper_a_footnote_stands_below_its_sheet(form: str, name: str, built: Built) -> None:
    ending = "_facilitator" if form == "facilitator" else ""
    sheet = built.document(f"{form}/tea/{name}/sheet-{name}{ending}_a4.pdf")
    found = list(notes_of(sheet, "//body"))
    assert found == [NOTED[name]] * (3 if ending else 2)
    assert len(sheet.xpath("//div[@class='footnote']//li")) == 1, "the footnote of the prose is none of the sheet"
    assert not sheet.xpath("//a[@class='footnote-backref']")
    assert sheet.xpath("//abbr/@title") == [f"{name} teachers' association"] * len(found)
    assert sheet.xpath("//kbd/text()") == ["raw"]


def test_equal_footnotes_of_two_lessons_stay_apart_in_a_pack(built: Built) -> None:
    pack = built.document("worksheets/tea_worksheets_a4.pdf")
    assert list(notes_of(pack, "//body")) == [NOTED["pot"]] * 2 + [NOTED["kettle"]] * 2


@pytest.mark.parametrize("kind", ["pages", "documents"])
def test_ids_are_unique(kind: str, built: Built) -> None:
    paths = [path.relative_to(built.site).as_posix() for path in built.site.rglob("*.html")]
    roots = map(built.page, paths) if kind == "pages" else map(built.document, built.documents)
    for root in roots:
        repeated = Counter(each.get("id") for each in root.iter() if each.get("id"))
        assert max(repeated.values(), default=1) == 1, repeated


def test_on_the_run_sheet_a_footnote_stands_in_its_part(built: Built) -> None:
    sheet = built.page("run-sheets/brew.html")
    assert list(notes_of(sheet, "//*[@class='cw-preparation']")) == [("1", "Not too hot.")]
    for name, noted in NOTED.items():
        for slot in (f"{name}/do-{name}", f"{name}/sheet-{name}", f"{name}/questions"):
            holder = f"//*[@data-slot='tea/{slot}']"
            assert set(notes_of(sheet, holder)) == {noted}, slot
            assert set(sheet.xpath(f"{holder}//abbr/@title")) == {f"{name} teachers' association"}
            for back in sheet.xpath(f"{holder}//a[@class='footnote-backref']/@href"):
                assert sheet.xpath(f"{holder}//sup[@id='{back.removeprefix('#')}']")


def test_links_of_an_excerpt_lead_where_they_led(built: Built) -> None:
    sheet = built.page("run-sheets/brew.html")
    links = sheet.xpath("//*[@data-slot='tea/pot/do-pot']//*[@class='cw-cues']//a[not(@class)]/@href")
    assert set(links) == {"../lessons/tea/kettle.html", "../lessons/tea/pot.html#the-end-of-the-pot"}


def test_a_question_asked_again_has_its_own_footnotes(built: Built) -> None:
    again = "//*[@data-review]"
    page = built.page("lessons/tea/kettle.html")
    assert set(notes_of(page, again)) == {NOTED["pot"]}
    assert set(page.xpath(f"{again}//abbr/@title")) == {"pot teachers' association"}
    assert "pot.html#the-end-of-the-pot" in page.xpath(f"{again}//a/@href")


def test_answers_have_their_footnotes(built: Built) -> None:
    keys = built.page("keys.html")
    for number, noted in enumerate(NOTED.values(), 1):
        assert set(notes_of(keys, f"(//*[@class='cw-answers-of'])[{number}]")) == {noted}


# Whoever draws a block asks for the texts that its author wrote


def test_a_text_that_nobody_draws_ends_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = new_project(tmp_path, FOOTNOTES)
    monkeypatch.setattr(Choice, "draw_key", lambda *_arguments: None)
    said = message_of(project, caplog)
    assert "docs/lessons/tea/pot.md: Coursewright could not go on here: NotDrawn: a text of Question" in said
    assert "`Yes, see [words].` (line 24)" in said
    assert not (project / "site").exists()


def test_a_phrase_that_nobody_draws_ends_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = new_project(tmp_path, SMALL_COURSES / "canary")
    monkeypatch.setattr("coursewright.worksheets.grid._draw_words", lambda *_arguments: None)
    assert "NotDrawn: a text of Worksheet was not drawn: `Robin`" in message_of(project, caplog)


EVERY_KIND = next(case for case in golden.page_cases() if str(case) == "blocks/every-kind")
WITH_TEXTS = {type(item) for item in lesson_of(EVERY_KIND).flow if any(texts_of(item, for_trainers=True))}


@pytest.mark.parametrize("block", sorted(WITH_TEXTS, key=str))
def test_each_block_must_be_drawn(block: type, monkeypatch: pytest.MonkeyPatch) -> None:
    lesson = lesson_of(EVERY_KIND)
    monkeypatch.setattr("tests.engine.pages.SITE", {**BLOCKS, block: lambda *_arguments: None})
    with pytest.raises(NotDrawn, match=f"a text of {block.__name__} was not drawn"):
        pages.draw(lesson, "trainer")


def test_an_unknown_text_ends_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = new_project(tmp_path, FOOTNOTES)
    draw_key = Choice.draw_key

    def draw_another(self: Choice, parent: Any, question: Any, context: Any) -> None:
        draw_key(self, parent, question, context)
        context.markdown(parent, Text(("Nobody wrote this.",), 3))

    monkeypatch.setattr(Choice, "draw_key", draw_another)
    said = message_of(project, caplog)
    assert "UnknownText: lessons/tea/pot.md has no such text to draw: `Nobody wrote this.` (line 3)" in said


def test_the_learners_edition_leaves_out_what_is_for_trainers(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    project = new_project(tmp_path, FOOTNOTES)
    assert message_of(project, caplog) == ""
    words = (project / "site/lessons/tea/pot.html").read_text(encoding="utf-8")
    assert "Written for the" in words
    assert "Good answers" not in words
    assert "Said to the" not in words
