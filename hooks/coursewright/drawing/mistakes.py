"""The list of mistakes: for the terminal, as data for the pages that show it under ``serve``, and in place of pages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from coursewright.problem import Problem, Problems
from coursewright.words import Words


@dataclass(frozen=True, slots=True)
class Message:
    """What a host says, in its own words."""

    text: str
    file: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.text}" if self.file else self.text


def mistakes_as_text(problems: Problems, words: Words) -> str:
    """The mistakes as a terminal shows them, a line for each; then what kept the build from going on."""
    lines = [words.of("mistakes.count", n=len(problems)), *map(str, problems)] if len(problems) else []
    if len(problems) and problems.faults:
        lines.append(words["mistakes.first"])
    return "\n".join([*lines, *map(str, problems.faults)])


def mistakes_as_json(problems: Problems, messages: Iterable[Message] = ()) -> str:
    """The mistakes, the faults and what else was said, as a JSON list of objects."""
    mistakes = [
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
    ]
    faults = [{"file": fault.path, "message": fault.message, "remedy": fault.remedy} for fault in problems.faults]
    said = [{"file": message.file, "message": message.text} for message in messages]
    return json.dumps([*mistakes, *faults, *said], ensure_ascii=False)


def mistakes_as_page(problems: Problems, messages: Iterable[Message], words: Words) -> str:
    """A page of their own, for a course of which no page could be drawn yet."""
    said = [*map(str, problems), *map(str, problems.faults), *map(str, messages)]
    items = "".join(f"<li>{escape(each)}</li>" for each in said)
    title = escape(words["mistakes.none-yet"])
    return (
        f'<!doctype html><html lang="{escape(words.language)}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
        "<style>body{font:1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}"
        f"</style></head><body><main><h1>{title}</h1><ul>{items}</ul><p>{escape(words['mistakes.follows'])}</p></main>"
        "</body></html>\n"
    )


def mistakes_as_html(problems: Iterable[Problem], words: Words) -> str:
    """The mistakes of a page, to stand in its place."""
    items = "".join(f"<li><code>{escape(str(problem))}</code></li>" for problem in problems)
    return f"<p>{escape(words['mistakes.page'])}</p>\n<ul>{items}</ul>\n"
