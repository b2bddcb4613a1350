"""Front matter for a host that prints it as it stands: escaped here, and nothing in it that could be misread."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from coursewright.drawing.made_pages import MadePage
from coursewright.model import Lesson, Page


def front_matter(path: str, page: Page | MadePage | None) -> str:
    """The front matter of a page; of one that could not be read, its path as the title."""
    return f"---\n{json.dumps(_meta(page) if page else {'title': escape(path)})}\n---\n"


def _meta(page: Page | MadePage) -> dict[str, Any]:
    meta: dict[str, Any] = {"title": escape(page.title), "hide": [escape(part) for part in page.hide]}
    if isinstance(page, Page) and page.description:
        meta["description"] = escape(page.description)
    if page.template:
        meta["template"] = page.template
    if page.search:
        meta["search"] = dict(page.search)
    if isinstance(page, Lesson) and page.tags:
        meta["tags"] = [escape(tag) for tag in page.tags]
    return meta
