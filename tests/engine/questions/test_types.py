"""What each type of question has to keep to, on the examples of the sampler."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from coursewright.block import Question
from coursewright.fragments.collect import texts_of
from coursewright.keys import QuestionKeys
from coursewright.markup.element import Element
from coursewright.model import Lesson
from coursewright.problem import Problems
from coursewright.questions.base import QuestionType, type_of
from coursewright.questions.source import QuestionSource
from coursewright.questions.table import every_type
from coursewright.source.blocks import RawBlock
from coursewright.source.reading import Reading
from coursewright.source.source import Source
from coursewright.text import Phrase, Text
from coursewright.words import load_words
from tests.engine.questions import sampler

OF_ALL_TYPES = {"formerly", "reviews", "objective", "minutes", "type", "hint"}
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


class _Asked:
    """Remembers what is asked for, and draws nothing."""

    def __init__(self) -> None:
        self.texts: list[Text | Phrase] = []
        self.words = load_words("en")

    def markdown(self, _parent: Element, text: Text) -> None:
        self.texts.append(text)

    def line(self, _parent: Element, phrase: Phrase) -> None:
        self.texts.append(phrase)


@EXAMPLES
def test_all_of_its_markdown_is_drawn(lesson: Lesson, question: Question) -> None:
    context, task = _Asked(), type_of(question)
    for draw in (task.draw_body, task.draw_key):
        draw(ElementTree.Element("div"), question, context)
    around = {question.stem, question.hint, question.explanation}
    written = [text for text in texts_of(question, for_trainers=True) if text not in around]
    assert {text for text in context.texts if text} == set(written)
    # Phrases may be drawn again in the key; a text stands in one place.
    asked = [text for text in context.texts if isinstance(text, Text) and text]
    assert sorted(asked, key=str) == sorted((text for text in written if isinstance(text, Text)), key=str)
