"""What the types share in which something is typed: spellings, how they are compared, and the field for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coursewright.block import Question
from coursewright.markup.element import Element, add, as_written
from coursewright.questions.context import RenderContext
from coursewright.questions.pieces import draw_verdict
from coursewright.questions.source import QuestionSource

COMPARISON_OPTIONS = frozenset({"case", "spaces"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """How typed words are compared."""

    case: bool
    """Whether capitals matter."""
    spaces: bool
    """Whether each space matters; else runs of spaces are one, and those at the ends none."""

    def __str__(self) -> str:
        return f"{self.case} {self.spaces}"


def read_comparison(source: QuestionSource) -> Comparison:
    """The comparison that the options of a question ask for."""
    return Comparison(source.option("case") == "match", source.option("spaces") == "match")


def split_spellings(text: str) -> tuple[str, ...]:
    """The spellings in ``one | another``."""
    return tuple(word for each in text.split("|") if (word := each.strip()))


def draw_input(parent: Element, name: str, **attributes: str) -> Element:
    """Draw a field to type into, of which the browser corrects nothing."""
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


def draw_answer_field(parent: Element, question: Question, context: RenderContext, **attributes: str) -> Element:
    """Draw the one field of a question. Returns its label, to which a unit may be added."""
    label = add(add(parent, "p", class_="cw-text"), "label")
    add(label, "span", as_written(context.words["question.yours"]), class_="cw-said")
    draw_input(label, question.name, **attributes)
    return label


def draw_typed_list(parent: Element, comparison: Comparison, tag: str) -> Element:
    """Draw the list of a key, which tells the script how words are compared."""
    return add(parent, tag, data_case=_rule(comparison.case), data_spaces=_rule(comparison.spaces))


def draw_typed_row(rows: Element, right: bool, is_any: bool, context: RenderContext) -> tuple[Element, Element]:
    """Draw a row of a key. Returns the row, and the line in it that begins with the verdict."""
    row = add(rows, "li", data_right="true" if right else "false", data_any="true" if is_any else None)
    line = add(row, "p")
    draw_verdict(line, "question.right" if right else "question.any" if is_any else "question.wrong", context)
    return row, line


def draw_spellings(line: Element, spellings: Sequence[str]) -> None:
    """Draw spellings in the line of a key."""
    words = add(line, "span", class_="cw-key-answer")
    for spelling in spellings:
        add(words, "span", as_written(spelling), class_="cw-spelling").tail = " "


def _rule(matters: bool) -> str:
    return "match" if matters else "ignore"
