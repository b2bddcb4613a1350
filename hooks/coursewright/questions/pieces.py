"""Pieces of HTML that several types draw in their keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coursewright.markup.element import Element, add, as_written
from coursewright.questions.context import RenderContext
from coursewright.text import Text


def feedback_parts(texts: Iterable[Text]) -> Iterator[tuple[str, Text]]:
    """Feedback for the items of a list, by the labels that ``draw_feedback`` goes by."""
    return ((_label(number), text) for number, text in enumerate(texts, 1) if text)


def draw_feedback(row: Element, number: int, text: Text, context: RenderContext) -> None:
    """Draw the feedback of an item, if it has any.

    Args:
        row: The item's row in the key.
        number: Its place in the list, from 1.
        text: Its feedback.
        context: Draws Markdown.
    """
    if text:
        context.parse(add(row, "div", class_="cw-feedback"), _label(number))


def draw_verdict(parent: Element, key: str, context: RenderContext) -> None:
    """Draw in bold whether an answer is right."""
    add(parent, "strong", as_written(context.words[key]), class_="cw-verdict").tail = " "


def _label(number: int) -> str:
    return f"feedback-{number}"
