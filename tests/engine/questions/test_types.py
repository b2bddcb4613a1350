"""What each type of question has to keep to, on the examples of the sampler."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from coursewright.block import Question
from coursewright.keys import QuestionKeys
from coursewright.markup.context import Scene
from coursewright.markup.element import Element
from coursewright.model import Lesson
from coursewright.problem import Problems
from coursewright.questions.base import QuestionType, type_of
from coursewright.questions.source import QuestionSource
from coursewright.questions.table import every_type
from coursewright.source.blocks import RawBlock
from coursewright.source.reading import Reading
from coursewright.source.source import Source
from coursewright.text import Text
from coursewright.words import load_words
from tests.engine.questions import sampler

OF_ALL_TYPES = {"formerly", "objective", "minutes", "type", "hint"}
"""Options of a question that mean something to every type."""

EXAMPLES = pytest.mark.parametrize(("lesson", "question"), list(sampler.questions()), ids=sampler.names())


def test_the_sampler_shows_each_type() -> None:
    assert {type(question.task) for _, question in sampler.questions()} == {kind for _, kind in every_type()}


def test_each_option_means_something_to_a_type() -> None:
    declared = {key for _, kind in every_type() for key in kind.options}
    assert declared == QuestionKeys.model_fields.keys() - OF_ALL_TYPES


@pytest.mark.parametrize(
    ("name", "kind"), list(every_type()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_an_option_reaches_only_a_type_that_declares_it(name: str, kind: type[QuestionType]) -> None:
    keys = QuestionKeys(case="match", spaces="match", unit="h")
    reading = Reading(Source("case.md", ("",)), frozenset(), Problems())
    source = QuestionSource(RawBlock("question", "asked", 1, Text((), 1)), keys, kind.options, reading)
    for key in QuestionKeys.model_fields.keys() - OF_ALL_TYPES:
        if key in kind.options:
            assert source.option(key) == getattr(keys, key)
        else:
            with pytest.raises(LookupError, match=key):
                source.option(key)


@EXAMPLES
def test_words_say_how_it_is_answered(lesson: Lesson, question: Question) -> None:
    assert f"question.how-{question.task.kind}" in load_words("en")


@EXAMPLES
def test_all_of_its_markdown_is_drawn(lesson: Lesson, question: Question) -> None:
    drawn: list[str] = []

    def parse(_element: Element, label: str) -> None:
        drawn.append(label)

    context = Scene(lesson, sampler.course(), load_words("en"), "trainer", 2, parse)
    task = type_of(question)
    for draw in (task.draw_body, task.draw_key):
        draw(ElementTree.Element("div"), question, context)
    assert sorted(drawn) == sorted(label for label, _ in task.parts())
