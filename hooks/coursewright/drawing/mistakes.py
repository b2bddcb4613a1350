"""The list of mistakes: as data for the page that shows it under ``serve``, and as HTML in place of a faulty page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape

from coursewright.problem import Problem
from coursewright.words import Words


def mistakes_as_json(problems: Iterable[Problem]) -> str:
    """The mistakes as a JSON list of objects."""
    return json.dumps(
        [
            {
                "file": problem.place.path,
                "line": problem.place.line,
                "column": problem.place.column,
                "excerpt": problem.place.excerpt,
                "code": problem.code,
                "expected": problem.expected,
                "found": problem.found,
                "remedy": problem.remedy,
            }
            for problem in problems
        ],
        ensure_ascii=False,
    )


def mistakes_as_html(problems: Iterable[Problem], words: Words) -> str:
    """The mistakes of a page, to stand in its place."""
    items = "".join(f"<li><code>{escape(str(problem))}</code></li>" for problem in problems)
    return f"<p>{escape(words['mistakes.page'])}</p>\n<ul>{items}</ul>\n"
