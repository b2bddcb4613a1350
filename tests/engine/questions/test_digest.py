"""The digest of each type of question, by which stored results are kept, and the order in which things are shown."""

from __future__ import annotations

import re
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.block import Question
from coursewright.model import Page
from coursewright.questions.matching import Matching
from coursewright.questions.ordering import Ordering
from coursewright.questions.shuffle import shuffled
from coursewright.questions.table import every_type
from tests.engine import pages

FRONT = "---\ntitle: Case\nminutes: 1\nobjectives:\n  know: Know it\n---\n\n"
ANY = "- [ ] *\n    > Feedback."
SCENE = "/// scene | good\n    end: good\n\nGood.\n///"

TYPES: dict[str, tuple[str, str, dict[str, str], dict[str, str]]] = {
    "choice": (
        "Stem.",
        "- [x] One\n    > Feedback.\n- [ ] Two\n    > Feedback.",
        {"- [ ]": "- [x]"},
        {"One": "Three", "Two": "Do not"},
    ),
    "text": (
        "Stem.",
        f"- [x] one | two\n    > Feedback.\n- [ ] none\n    > Feedback.\n{ANY}",
        {"| two": "| three", "[x] one": "[x] four"},
        {"[ ] none": "[ ] nothing"},
    ),
    "number": (
        "Stem.",
        f"- [x] 40 ± 2\n    > Feedback.\n- [ ] 4\n    > Feedback.\n{ANY}",
        {"40": "41", "± 2": "± 3"},
        {"] 4\n": "] 5\n"},
    ),
    "gaps": (
        "Stem.\n\nA [[gap | hole]] here.",
        "- [[gap]]\n    > Feedback.",
        {"hole": "lack", "| hole": ""},
        {"here": "there", "A [[": "Mind the [["},
    ),
    "matching": (
        "Stem.",
        "- a -> b\n    > Feedback.\n- c -> d\n    > Feedback.\n- -> e",
        {"-> d": "-> b", "\n- -> e": ""},
        {"a ->": "f ->", "-> e": "-> f", "-> d": "-> g"},
    ),
    "ordering": (
        "Stem.",
        "1. a\n    > Feedback.\n2. b\n    > Feedback.\n3. c\n    > Feedback.",
        {"3. c": "3. d\n    > Feedback.\n4. c"},
        {"1. a": "1. d"},
    ),
    "reflection": ("Stem.", "- [ ] Criterion\n    > Feedback.\n\n> Model.", {}, {"Criterion": "Another"}),
    "scenario": (
        "Stem.",
        f"/// scene | start\nStart.\n\n- Go -> good\n    > Feedback.\n///\n\n{SCENE}",
        {"end: good": "end: fair"},
        {"Start.": "Begin.", "Go ->": "Run ->", "Good.": "Well done."},
    ),
}
"""For each type a stem, the list, changes of what is right or wrong, and of words alone."""


def test_each_type_has_an_example() -> None:
    assert list(TYPES) == [name for name, _ in every_type()]


CHANGES = [(kind, old, new) for kind, (_, _, changes, _) in TYPES.items() for old, new in changes.items()]
BETTER = [(kind, old, new) for kind, (_, _, _, words) in TYPES.items() for old, new in words.items()]


def _text(kind: str) -> str:
    stem, items, _, _ = TYPES[kind]
    return (
        f"{FRONT}/// question | asked\n    objective: know\n    type: {kind}\n    hint: Hint.\n\n"
        f"{stem}\n\n{items}\n\nExplanation.\n///\n"
    )


def _question(text: str, *, faultless: bool = True) -> Question:
    read, problems = pages.read(text)
    assert read
    assert not (faultless and list(problems)), pages.codes(problems)
    return next(item for item in read.page.flow if isinstance(item, Question))


def _page(text: str) -> Page:
    read, _ = pages.read(text)
    assert read
    return read.page


def _digest(text: str) -> str:
    return _question(text, faultless=False).digest


@pytest.mark.parametrize("kind", TYPES)
def test_better_words_leave_it_as_it_is(kind: str) -> None:
    text = _text(kind)
    digest = _question(text).digest
    assert re.fullmatch("[0-9a-f]{8}", digest)
    for word in ("Feedback.", "Explanation.", "Hint.", "| asked"):
        assert _question(text.replace(word, word[:-1] + "-else" if "|" in word else "Better *words*.")).digest == digest
    assert _question(text.replace("    hint: Hint.\n", "")).digest == digest
    assert _question(text.replace("objective: know", "minutes: 1\n    objective: know")).digest == digest
    assert _question(text + "\n", faultless=True).digest == digest
    assert _question(text.replace("\n", "\r\n")).digest == digest


def test_a_better_rubric_keeps_what_was_written() -> None:
    text = _text("reflection")
    better = text.replace("Criterion", "Another").replace("Model.", "Better.")
    assert _question(better).digest == _question(text).digest


@pytest.mark.parametrize("kind", TYPES)
def test_a_better_stem_leaves_it_as_it_is(kind: str) -> None:
    assert _digest(_text(kind).replace("Stem.", "Another.")) == _digest(_text(kind))


@pytest.mark.parametrize(("kind", "old", "new"), BETTER)
def test_better_words_of_what_is_asked_leave_it_as_it_is(kind: str, old: str, new: str) -> None:
    text = _text(kind)
    assert text.count(old) == 1
    assert _digest(text.replace(old, new)) == _digest(text)


@pytest.mark.parametrize(("kind", "old", "new"), CHANGES)
def test_it_changes_with_what_is_right_or_wrong(kind: str, old: str, new: str) -> None:
    text = _text(kind)
    assert text.count(old) == 1
    assert _digest(text.replace(old, new)) != _digest(text)


@pytest.mark.parametrize("option", ["case: match", "spaces: match"])
@pytest.mark.parametrize("kind", ["text", "gaps"])
def test_it_changes_with_how_words_are_compared(kind: str, option: str) -> None:
    text = _text(kind)
    stricter = text.replace("    hint", f"    {option}\n    hint")
    assert _question(stricter).digest != _question(text).digest
    assert _question(stricter.replace("match", "ignore")).digest == _question(text).digest


@pytest.mark.parametrize("kind", TYPES)
def test_types_differ_by_more_than_their_words(kind: str) -> None:
    assert [other for other in TYPES if _digest(_text(other)) == _digest(_text(kind))] == [kind]


# What is shown shuffled

things = st.lists(st.text("abcdefgh", min_size=1, max_size=3), min_size=2, max_size=8, unique=True)


@given(things, st.text("0123456789abcdef", min_size=8, max_size=8))
def test_a_shuffle_is_never_the_order_given(items: list[str], digest: str) -> None:
    mixed = shuffled(items, digest)
    assert sorted(mixed) == sorted(items)
    assert mixed != items
    assert shuffled(items, digest) == mixed


@pytest.mark.parametrize("items", [[], ["a"]])
def test_what_cannot_be_shuffled(items: list[str]) -> None:
    assert shuffled(items, "0") == items


@pytest.mark.parametrize("steps", list(permutations("abc")))
def test_steps_are_shown_in_another_order(steps: tuple[str, ...]) -> None:
    text = _text("ordering")
    for number, step in enumerate(steps, 1):
        text = re.sub(rf"^{number}\. .*$", f"{number}. {step}", text, flags=re.MULTILINE)
    question = _question(text)
    assert isinstance(question.task, Ordering)
    body, _, key = pages.draw(_page(text)).partition("<question-key")
    shown = re.findall(r'data-step="([^"]+)"', body)
    right = re.findall(r'data-step="([^"]+)"', key)
    assert len(set(right)) == 3
    assert sorted(shown) == sorted(right)
    assert shown != right
    assert right != sorted(right) or shown != sorted(shown), "the names give the order away"
    assert re.findall(r'cw-step-text">(.)<', body) != list(steps)


@pytest.mark.parametrize("rights", list(permutations("pqr")))
def test_choices_are_never_shown_in_the_order_of_the_rows(rights: tuple[str, ...]) -> None:
    pairs = [f"- {left} -> {right}\n    > Feedback." for left, right in zip("abc", rights, strict=True)]
    text = re.sub(r"- a -> b.*-> e", "\n".join(pairs), _text("matching"), flags=re.DOTALL)
    question = _question(text)
    assert isinstance(question.task, Matching)
    body, _, key = pages.draw(_page(text)).partition("<question-key")
    named = dict(re.findall(r'<option value="(\w+)">(\w)</option>', body))
    assert list(named.values()) != list(rights)
    assert [named[letter] for letter in re.findall(r'data-choice="(\w+)"', key)] == list(rights)


def test_an_edit_of_another_question_shuffles_nothing() -> None:
    text = _text("ordering")
    other = "/// question | other\n    objective: know\n\nWhat?\n\n- [x] a\n    > b\n- [ ] c\n    > d\n\ne\n///\n"
    assert pages.draw(_page(text)) in pages.draw(_page(text.replace("minutes: 1", "minutes: 2") + other))
