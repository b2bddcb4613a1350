"""Pieces of HTML that several types draw in their keys."""

from __future__ import annotations

from coursewright.markup.element import Element, add, as_written
from coursewright.questions.context import RenderContext
from coursewright.text import Text


def draw_feedback(row: Element, text: Text, context: RenderContext) -> None:
    """Draw the feedback of an item into its row of the key, if it has any."""
    if text:
        context.markdown(add(row, "div", class_="cw-feedback"), text)


def draw_verdict(parent: Element, key: str, context: RenderContext) -> None:
    """Draw in bold whether an answer is right."""
    add(parent, "strong", as_written(context.words[key]), class_="cw-verdict").tail = " "
