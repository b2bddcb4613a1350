"""The map of the course as SVG: modules as stretches of a road, lessons as stops on it.

The picture is narrow and tall, so that its words stay readable on a phone. Colours come from the page's style sheet
through classes, so that it follows light and dark; without styles it is still a line with stops and names.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from itertools import pairwise
from textwrap import wrap

from markupsafe import Markup

from coursewright.model import Course, Lesson, Module
from coursewright.words import Words

WIDTH = 360
_MARGIN = 24
_STOP_X = (52, 76)
"""Stops swing to the left and to the right, as a trail does."""
_MODULE_HEIGHT = 74
_LESSON_HEIGHT = 50
_LETTERS = 30
"""Letters that fit on a line beside a stop, at the size of the style sheet."""


def draw_course_map(course: Course, words: Words, address: Callable[[str], str]) -> Markup:
    """Draw the map.

    Args:
        course: The course.
        words: The texts of the interface.
        address: The address of a page by its path, relative to the root of the site.

    Returns:
        An ``<svg>`` element with title and description; safe markup.
    """
    stops: list[tuple[int, int]] = []
    drawn: list[str] = []
    y = _MARGIN
    for number, module in enumerate(course.modules, 1):
        y = _draw_module(drawn, stops, module, number, y, words, address)
    height = y + _MARGIN
    title = escape(words.of("map.picture", title=course.title))
    description = escape("; ".join(_summary(module, words) for module in course.modules))
    # Every text in it is escaped where it is drawn.
    return Markup(  # noqa: S704
        f'<svg class="cw-trail" viewBox="0 0 {WIDTH} {height}" role="group" aria-labelledby="cw-trail-title">'
        f'<title id="cw-trail-title">{title}</title><desc>{description}</desc>'
        f'<path class="cw-trail-road" d="{_road(stops)}" fill="none" stroke="currentColor"/>{"".join(drawn)}</svg>'
    )


def _draw_module(
    drawn: list[str],
    stops: list[tuple[int, int]],
    module: Module,
    number: int,
    y: int,
    words: Words,
    address: Callable[[str], str],
) -> int:
    """Draw a module and its lessons from ``y`` down; returns where the next one begins."""
    x = WIDTH // 6
    stops.append((x, y + 24))
    lines = _wrapped(module.title, _LETTERS - 6)
    drawn.append(
        f'<a class="cw-trail-module" href="{escape(address(module.path))}">'
        f'<circle cx="{x}" cy="{y + 24}" r="19"/>'
        f'<text class="cw-trail-number" x="{x}" y="{y + 31}" text-anchor="middle">{number}</text>'
        f"{_text_lines(lines, x + 32, y + 30)}</a>"
    )
    y += _MODULE_HEIGHT + 20 * (len(lines) - 1)
    for place, lesson in enumerate(module.lessons):
        x = _STOP_X[place % 2]
        stops.append((x, y))
        drawn.append(_draw_lesson(lesson, x, y, words, address))
        y += _LESSON_HEIGHT
    return y


def _draw_lesson(lesson: Lesson, x: int, y: int, words: Words, address: Callable[[str], str]) -> str:
    lines = _wrapped(lesson.title, _LETTERS)
    if len(lines) > 2:
        lines = [lines[0], f"{lines[1]}…"]
    minutes = escape(words.of("lesson.minutes", n=lesson.minutes))
    first = y + 1 - 9 * (len(lines) - 1)
    return (
        f'<a class="cw-trail-lesson" href="{escape(address(lesson.path))}" data-lesson-status="{escape(lesson.id)}">'
        f'<title>{escape(lesson.title)}, {minutes}</title><circle cx="{x}" cy="{y}" r="9"/>'
        f'<path class="cw-trail-tick" d="M{x - 4} {y}l3 3 6-6" fill="none"/>'
        f"{_text_lines(lines, x + 22, first + 4)}</a>"
    )


def _text_lines(lines: list[str], x: int, y: int) -> str:
    spans = "".join(
        f'<tspan x="{x}" dy="{18 if place else 0}">{escape(line)}</tspan>' for place, line in enumerate(lines)
    )
    return f'<text x="{x}" y="{y}">{spans}</text>'


def _summary(module: Module, words: Words) -> str:
    lessons = words.of("count.of-lessons", n=len(module.lessons))
    return words.of(
        "map.module", title=module.title, lessons=lessons, minutes=words.of("lesson.minutes", n=module.minutes)
    )


def _road(stops: list[tuple[int, int]]) -> str:
    """A smooth line through all stops."""
    if not stops:
        return ""
    path = f"M{stops[0][0]} {stops[0][1]}"
    for (x, y), (next_x, next_y) in pairwise(stops):
        middle = (y + next_y) // 2
        path += f"C{x} {middle} {next_x} {middle} {next_x} {next_y}"
    return path


def _wrapped(text: str, letters: int) -> list[str]:
    return wrap(text, letters, break_long_words=False, break_on_hyphens=False) or [""]
