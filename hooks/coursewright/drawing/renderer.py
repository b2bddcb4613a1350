"""How the things between the Markdown of a page are drawn: a table that the Markdown extension is handed.

What stands there is a block that an author wrote, or a render job: a record of the output that makes it, such as a run
sheet. The extension knows neither; it looks up the renderer by the type of what it meets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from coursewright.markup.context import Edition, Scene
from coursewright.markup.element import Element
from coursewright.model import Course
from coursewright.text import Text

T = TypeVar("T")


def _no_parts(_item: object, _course: Course, _edition: Edition) -> Iterator[tuple[str, Text]]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Renderer(Generic[T]):
    """How one type of block or job is drawn."""

    draw: Callable[[Element, T, Scene], None]
    """Draws it into an element."""
    parts: Callable[[T, Course, Edition], Iterator[tuple[str, Text]]] = _no_parts
    """Its pieces of Markdown, by the labels by which ``draw`` asks for them."""
    only_trainers: bool = False
    """Whether the learner's edition has none of it, not even its place."""


Renderers = Mapping[type[Any], Renderer[Any]]
"""Renderers by the type of what they draw."""
