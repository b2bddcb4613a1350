"""The course that ships holds enough of each kind for the tests that look through whatever stands in docs/."""

from __future__ import annotations

from coursewright.text import Text
from tests.engine.pages import ROOT
from tests.engine.site.building import read
from tests.engine.site.words import everything, feedback_of, only_for_trainers, questions, runs

COURSE = read(ROOT / "docs")


def test_there_are_notes_to_look_for() -> None:
    assert sum(map(len, only_for_trainers(COURSE).values())) > 20


def test_there_are_answers_that_a_search_could_find() -> None:
    written = everything(COURSE)
    texts: list[Text] = []
    for _, question in questions(COURSE):
        texts += [question.explanation, *feedback_of(question.task)]
    assert len([run for text in texts for run in runs(text) if written.count(run) == 1]) > 30


def test_each_question_has_words_to_be_found_by() -> None:
    asked = list(questions(COURSE))
    assert asked
    assert len([run for _, question in asked for run in runs(question.stem)]) >= len(asked)


def test_there_are_sheets_to_write_on() -> None:
    assert [lesson for lesson in COURSE.lessons if lesson.worksheets]
