"""The search knows lessons, headings and questions, and neither answers nor what stands on every page.

What is said of an edition holds for whatever course is in docs/; the small courses see to it that there is something to
look for.
"""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from lxml import html

from tests.engine.site.building import ROOT, SAMPLER, Build, pages_of, read
from tests.engine.site.words import (
    SHORTEST,
    everything,
    feedback_of,
    plain,
    questions,
    runs,
    search_index,
    searched_words,
    select,
)

COURSE = read(ROOT / "docs")
SECRET = "//question-key//div | //question-key//fieldset | //question-hint | //*[@class='cw-consequence']"
SOURCE = re.compile(r"<pre>.*?</pre>", re.DOTALL)


def searched_without_sources(sampler: Build) -> str:
    """What the search knows of the sampler, which shows the source of each question, too."""
    return plain(" ".join(SOURCE.sub(" ", f"{doc['title']} {doc['text']}") for doc in search_index(sampler.site)))


def index_canaries(build: Build) -> set[str]:
    text = (build.site / "search/search_index.json").read_text(encoding="utf-8")
    return set(re.findall(r"CANARY[A-Z]+", text))


@pytest.mark.parametrize("edition_name", ["canary_learner", "canary_trainer"])
def test_each_kind_of_text_is_found_or_is_not(edition_name: str, request: pytest.FixtureRequest) -> None:
    found = index_canaries(request.getfixturevalue(edition_name))
    assert [word for word in found if word.startswith(("CANARYTRAINER", "CANARYFEEDBACK", "CANARYEXPLANATION"))] == []
    assert {"CANARYRIGHT", "CANARYWRONG"} & found == set()
    to_find = "HOME WELCOME MODULE LESSON HEADING PROSE STEM ASKED PLURAL SHEET LABEL ACTIVITY TASK POINT FOOTNOTE"
    assert {f"CANARY{word}" for word in to_find.split()} <= found


def test_no_feedback_or_explanation_is_found(edition: Build) -> None:
    words, written = searched_words(edition.site), everything(COURSE)
    hidden = [
        (question.name, run)
        for _, question in questions(COURSE)
        for text in (question.explanation, *feedback_of(question.task))
        for run in runs(text)
        if written.count(run) == 1
    ]
    assert [each for each in hidden if each[1] in words] == []


def test_stems_titles_and_headings_are_found(edition: Build) -> None:
    words = searched_words(edition.site)
    stems = [(question.name, run) for _, question in questions(COURSE) for run in runs(question.stem)]
    assert [each for each in stems if each[1] not in words] == []
    titles = {unescape(section["title"]) for section in search_index(edition.site)}
    assert {lesson.title for lesson in COURSE.lessons} <= titles
    assert {sheet.title for lesson in COURSE.lessons for sheet in lesson.worksheets} <= titles


def test_words_of_the_interface_are_not_found(edition: Build, canary_trainer: Build) -> None:
    words = searched_words(edition.site)
    for text in ("Choose one answer", "Choose all that apply", "Answer and explanation"):
        assert text.casefold() not in words
    # The label of a note, and no sentence of the course with these words.
    assert words.count("for the trainer") == everything(COURSE).count("for the trainer")
    assert not re.search(r"\b(38|47|23|87) minutes|if late|in pairs", searched_words(canary_trainer.site))


def test_the_index_for_file_addresses_is_the_same(edition: Build) -> None:
    script = (edition.site / "search/search_index.js").read_text(encoding="utf-8")
    index = json.loads((edition.site / "search/search_index.json").read_text(encoding="utf-8"))
    start, _, rest = script.partition("{")
    assert re.fullmatch(r"var __index ?= ?", start)
    assert json.loads("{" + rest.rstrip(";\n")) == index


def test_of_no_type_of_question_the_answers_are_found(sampler: Build) -> None:
    words = searched_without_sources(sampler)
    hidden: set[str] = set()
    for path in pages_of(sampler.site):
        page = html.document_fromstring(path.read_bytes())
        for part in select(page, SECRET):
            hidden |= {run.strip() for run in re.split(r"[^\w\s,.;]", plain(part.text_content()))}
        for stem in select(page, "//self-check//fieldset[question-answers]/legend"):
            assert plain(stem.text_content()).strip() in words
    hidden = {run for run in hidden if len(run) >= SHORTEST}
    assert len(hidden) > 40
    assert {run for run in hidden if run in words} == set()


def test_words_of_the_scripts_and_templates_are_not_found(sampler: Build) -> None:
    script = (sampler.site / "assets/course/course.js").read_text(encoding="utf-8")
    texts = json.loads(re.search(r"window\.coursewright = (\{.*\});", script)[1])["words"]  # type: ignore[index]
    words = searched_without_sources(sampler)
    pieces = {plain(piece).strip() for text in texts.values() for piece in re.split(r"\{\w+\}", text)}
    asked = plain(" ".join(question.stem.joined for _, question in questions(read(SAMPLER))))
    assert {piece for piece in pieces if len(piece) >= SHORTEST and piece in words and piece not in asked} == set()
