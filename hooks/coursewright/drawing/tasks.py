"""How each type of question is answered on the page, and what its key says. ``TASKS`` has an entry for each.

What is shown shuffled is shuffled by the question's own digest: the same at every build, never solved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from string import ascii_lowercase
from typing import Any

from coursewright.block import Question
from coursewright.drawing.element import Scene
from coursewright.drawing.scenario import draw_scenario, draw_scenario_key, scenario_parts
from coursewright.markup.element import Element, add, as_written, inline
from coursewright.task import (
    Choice,
    Gaps,
    Matching,
    Ordering,
    Reflection,
    Scenario,
    Spelled,
    TypedNumber,
    TypedText,
    Value,
)
from coursewright.text import Text


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A type's pieces of Markdown, its way to answer, its key, and what is asked besides the stem."""

    parts: Callable[[Any], Iterator[tuple[str, Text]]]
    body: Callable[[Element, Question, Any, Scene], None]
    key: Callable[[Element, Question, Any, Scene], None]
    context: Callable[[Element, Any], None] = lambda _parent, _task: None


def draw_task_key(parent: Element, question: Question, scene: Scene) -> None:
    """Draw what is right, and the feedback for all that is not."""
    TASKS[type(question.task)].key(parent, question, question.task, scene)


def shuffled(items: Sequence[str], digest: str) -> list[str]:
    """Different texts in an order that hangs on the digest alone, and is never the one given (of two or more)."""
    mixed = sorted(items, key=lambda item: blake2b(f"{digest} {item}".encode(), digest_size=8).digest())
    return [*mixed[1:], mixed[0]] if mixed == list(items) and mixed else mixed


def _typed(parent: Element, name: str, **attributes: str) -> Element:
    return add(
        parent,
        "input",
        type="text",
        name=name,
        autocomplete="off",
        autocapitalize="off",
        spellcheck="false",
        **attributes,
    )


def _verdict(parent: Element, key: str, scene: Scene) -> None:
    verdict = add(parent, "strong", as_written(scene.words[key]), class_="cw-verdict")
    verdict.tail = " "


def _feedback(row: Element, label: str, text: Text, scene: Scene) -> None:
    if text:
        scene.parse(add(row, "div", class_="cw-feedback"), label)


def _feedback_parts(texts: Sequence[Text]) -> Iterator[tuple[str, Text]]:
    return ((f"feedback-{number}", text) for number, text in enumerate(texts, 1) if text)


# Choice


def _choice_body(parent: Element, question: Question, task: Choice, _scene: Scene) -> None:
    rows = add(parent, "ul", class_="cw-answers")
    control = "checkbox" if task.several else "radio"
    for number, answer in enumerate(task.answers, 1):
        label = add(add(rows, "li", class_="cw-answer"), "label")
        add(label, "input", type=control, name=question.name, value=str(number))
        add(label, "span", inline(answer.text.joined))


def _choice_key(parent: Element, _question: Question, task: Choice, scene: Scene) -> None:
    rows = add(parent, "ul")
    for number, answer in enumerate(task.answers, 1):
        row = add(rows, "li", data_answer=str(number), data_right="true" if answer.right else "false")
        line = add(row, "p")
        _verdict(line, "question.right" if answer.right else "question.wrong", scene)
        add(line, "span", inline(answer.text.joined), class_="cw-key-answer")
        _feedback(row, f"feedback-{number}", answer.feedback, scene)


# Typed words and numbers


def _text_body(parent: Element, question: Question, task: TypedText | TypedNumber, scene: Scene) -> None:
    label = add(add(parent, "p", class_="cw-text"), "label")
    add(label, "span", as_written(scene.words["question.yours"]), class_="cw-said")
    if isinstance(task, TypedNumber):
        _typed(label, question.name, inputmode="decimal")
        if task.units:
            add(label, "span", as_written(task.units[0]), class_="cw-unit")
    else:
        _typed(label, question.name)


def _text_key(parent: Element, _question: Question, task: TypedText, scene: Scene) -> None:
    rows = add(parent, "ul", data_case=_rule(task.comparison.case), data_spaces=_rule(task.comparison.spaces))
    for number, answer in enumerate(task.answers, 1):
        row, line = _typed_row(rows, answer, not answer.spellings, scene)
        if answer.spellings:
            _spellings(line, answer.spellings)
        _feedback(row, f"feedback-{number}", answer.feedback, scene)


def _number_key(parent: Element, _question: Question, task: TypedNumber, scene: Scene) -> None:
    rows = add(parent, "ul", data_units="|".join(task.units))
    for number, answer in enumerate(task.answers, 1):
        row, line = _typed_row(rows, answer, answer.value is None, scene)
        if answer.value is not None:
            row.set("data-value", f"{answer.value:f}")
            row.set("data-tolerance", f"{answer.tolerance:f}")
            shown = f"{answer.value:f} ± {answer.tolerance:f}" if answer.tolerance else f"{answer.value:f}"
            add(line, "span", as_written(" ".join((shown, *task.units[:1]))), class_="cw-key-answer")
        _feedback(row, f"feedback-{number}", answer.feedback, scene)


def _typed_row(rows: Element, answer: Spelled | Value, anything: bool, scene: Scene) -> tuple[Element, Element]:
    row = add(rows, "li", data_right="true" if answer.right else "false", data_any="true" if anything else None)
    line = add(row, "p")
    _verdict(line, "question.right" if answer.right else "question.any" if anything else "question.wrong", scene)
    return row, line


def _spellings(line: Element, spellings: Sequence[str]) -> None:
    words = add(line, "span", class_="cw-key-answer")
    for spelling in spellings:
        add(words, "span", as_written(spelling), class_="cw-spelling").tail = " "


def _rule(matters: bool) -> str:
    return "match" if matters else "ignore"


# Gaps


def _gaps_body(parent: Element, question: Question, task: Gaps, scene: Scene) -> None:
    paragraph = add(parent, "p", inline(task.pieces[0]), class_="cw-gaps")
    for number, piece in enumerate(task.pieces[1:], 1):
        field = _typed(paragraph, f"{question.name}-{number}", aria_label=scene.words.of("question.gap", number=number))
        field.tail = inline(piece)


def _gaps_context(parent: Element, task: Gaps) -> None:
    add(parent, "p", as_written(task.with_blanks()), class_="cw-gap-text")


def _gaps_key(parent: Element, _question: Question, task: Gaps, scene: Scene) -> None:
    rows = add(parent, "ol", data_case=_rule(task.comparison.case), data_spaces=_rule(task.comparison.spaces))
    for number, gap in enumerate(task.gaps, 1):
        row = add(rows, "li", data_gap=str(number))
        _spellings(add(row, "p"), gap.spellings)
        _feedback(row, f"feedback-{number}", gap.feedback, scene)


# Matching


def _letters(task: Matching, digest: str) -> dict[str, str]:
    """A letter for each thing on the right, in the order in which they are shown."""
    names = (first + second for first in ("", *ascii_lowercase) for second in ascii_lowercase)
    return dict(zip(shuffled(task.choices, digest), names, strict=False))


def _matching_body(parent: Element, question: Question, task: Matching, scene: Scene) -> None:
    letters = _letters(task, question.digest)
    rows = add(parent, "ul", class_="cw-pairs")
    for number, pair in enumerate(task.pairs, 1):
        label = add(add(rows, "li", class_="cw-pair"), "label")
        add(label, "span", inline(pair.left))
        select = add(label, "select", name=f"{question.name}-{number}")
        add(select, "option", as_written(scene.words["question.choose"]), value="")
        for choice, letter in letters.items():
            add(select, "option", as_written(choice), value=letter)
    # On paper a list to choose from stands in for the closed menus.
    choices = add(parent, "ul", class_="cw-choices-on-paper")
    for choice in letters:
        add(choices, "li", as_written(choice))


def _matching_key(parent: Element, question: Question, task: Matching, scene: Scene) -> None:
    letters = _letters(task, question.digest)
    rows = add(parent, "ul")
    for number, pair in enumerate(task.pairs, 1):
        row = add(rows, "li", data_pair=str(number), data_choice=letters[pair.right])
        line = add(row, "p")
        add(line, "span", inline(pair.left)).tail = " → "
        add(line, "span", as_written(pair.right), class_="cw-key-answer")
        _feedback(row, f"feedback-{number}", pair.feedback, scene)


# Ordering


def _ordering_body(parent: Element, question: Question, task: Ordering, _scene: Scene) -> None:
    letters = {step.text: letter for step, letter in zip(task.steps, _step_names(task, question), strict=True)}
    rows = add(parent, "ol", class_="cw-steps")
    for text in shuffled([step.text for step in task.steps], question.digest):
        add(add(rows, "li", class_="cw-step", data_step=letters[text]), "span", inline(text), class_="cw-step-text")


def _ordering_key(parent: Element, question: Question, task: Ordering, scene: Scene) -> None:
    rows = add(parent, "ol")
    for number, (step, letter) in enumerate(zip(task.steps, _step_names(task, question), strict=True), 1):
        row = add(rows, "li", data_step=letter)
        add(row, "p", inline(step.text), class_="cw-key-answer")
        _feedback(row, f"feedback-{number}", step.feedback, scene)


def _step_names(task: Ordering, question: Question) -> list[str]:
    """Names of the steps that give nothing away to who looks at the page's source."""
    return [blake2b(f"{question.digest} {step.text}".encode(), digest_size=3).hexdigest() for step in task.steps]


# Reflection


def _reflection_parts(task: Reflection) -> Iterator[tuple[str, Text]]:
    yield "model-answer", task.model_answer
    yield from _feedback_parts([criterion.feedback for criterion in task.criteria])


def _reflection_body(parent: Element, question: Question, _task: Reflection, scene: Scene) -> None:
    label = add(add(parent, "p", class_="cw-field"), "label")
    add(label, "span", as_written(scene.words["question.yours"]))
    add(label, "textarea", name=question.name, rows="4")


def _reflection_key(parent: Element, question: Question, task: Reflection, scene: Scene) -> None:
    model = add(parent, "div", class_="cw-model-answer")
    add(model, "p", as_written(scene.words["question.model-answer"]), class_="cw-verdict")
    scene.parse(model, "model-answer")
    rubric = add(parent, "fieldset", class_="cw-rubric")
    add(rubric, "legend", as_written(scene.words["question.rubric"]))
    rows = add(rubric, "ul")
    for number, criterion in enumerate(task.criteria, 1):
        row = add(rows, "li")
        label = add(row, "label")
        add(label, "input", type="checkbox", name=f"{question.name}-rubric", value=str(number))
        add(label, "span", inline(criterion.text))
        _feedback(row, f"feedback-{number}", criterion.feedback, scene)


def _feedback_of(field: str) -> Callable[[Any], Iterator[tuple[str, Text]]]:
    return lambda task: _feedback_parts([item.feedback for item in getattr(task, field)])


TASKS: dict[type[Any], _Drawing] = {
    Choice: _Drawing(_feedback_of("answers"), _choice_body, _choice_key),
    TypedText: _Drawing(_feedback_of("answers"), _text_body, _text_key),
    TypedNumber: _Drawing(_feedback_of("answers"), _text_body, _number_key),
    Gaps: _Drawing(_feedback_of("gaps"), _gaps_body, _gaps_key, _gaps_context),
    Matching: _Drawing(_feedback_of("pairs"), _matching_body, _matching_key),
    Ordering: _Drawing(_feedback_of("steps"), _ordering_body, _ordering_key),
    Reflection: _Drawing(_reflection_parts, _reflection_body, _reflection_key),
    Scenario: _Drawing(scenario_parts, draw_scenario, draw_scenario_key),
}
