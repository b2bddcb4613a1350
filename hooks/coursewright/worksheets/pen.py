"""What is filled in on paper: lines, boxes and circles for a pen, or fields of a PDF for a screen.

A field of a PDF is told by its title: what is asked, and of a choice, which answer it is.
"""

from __future__ import annotations

from coursewright.markup.element import Element, add
from coursewright.sheet import OnPaper

OF = " – "
"""Stands between what is asked and an answer to choose, in the title of a field."""


def answer(asked: str, answered: str) -> str:
    """How a circle or box is told: by what is asked, and which answer it is."""
    return f"{asked}{OF}{answered}"


def draw_area(parent: Element, name: str, title: str, height: float, paper: OnPaper) -> None:
    """Draw a field of several lines, of a height in millimetres."""
    style = f"height: {height:g}mm"
    # A space, so that the element is not drawn as closed by itself.
    add(parent, "textarea", " ", name=paper.prefix + name, title=title, style=style)


def draw_line(parent: Element, name: str, title: str, paper: OnPaper) -> None:
    """Draw a field of one line; for a pen, the rule around it is enough."""
    if paper.fillable:
        add(parent, "input", type="text", name=paper.prefix + name, title=title)


def draw_box(parent: Element, name: str, title: str, paper: OnPaper) -> None:
    """Draw a box to tick."""
    _draw_mark(parent, "checkbox", paper, name, title, "yes")


def draw_circle(parent: Element, name: str, title: str, value: str, paper: OnPaper) -> None:
    """Draw a circle to choose."""
    _draw_mark(parent, "radio", paper, name, title, value)


def _draw_mark(parent: Element, kind: str, paper: OnPaper, name: str, title: str, value: str) -> None:
    if paper.fillable:
        add(parent, "input", type=kind, name=paper.prefix + name, title=title, value=value)
    else:
        add(parent, "span", class_=kind)
