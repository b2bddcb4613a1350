"""How the things between the Markdown of a page are drawn: a table that the Markdown extension is handed.

What stands there is a block that an author wrote, or a render job: a record of the output that makes it, such as a run
sheet. The extension knows neither; it looks up what draws it by the type of what it meets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from coursewright.markup.context import RenderContext
from coursewright.markup.element import Element

Renderers = Mapping[type[Any], Callable[[Element, Any, RenderContext], None]]
"""What draws a block or a job into an element, by its type."""

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def draw_item(parent: Element, item: object, renderers: Renderers, context: RenderContext) -> None:
    """Draw a block or a job."""
    renderers[type(item)](parent, item, context)


def level_after(elements: Iterable[Element]) -> int:
    """The level of a heading that titles a block behind these elements."""
    return 3 if any(element.tag in _HEADINGS for element in elements) else 2
