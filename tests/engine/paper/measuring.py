"""What stands on a page, in millimetres from its upper left corner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
import pikepdf

MM = 72 / 25.4
"""Points in a millimetre."""
HEAD, FOOT = 16, 15
"""Millimetres of the margins that hold the running head and the number of the page."""
ABOUT = 0.5
"""Millimetres by which something may differ from what it should be."""


class Area(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, other: Area) -> bool:
        """Whether another lies within this one, but for a hair."""
        return (
            self.left <= other.left + 0.1
            and self.top <= other.top + 0.1
            and other.right <= self.right + 0.1
            and other.bottom <= self.bottom + 0.1
        )


class Letter(NamedTuple):
    """A letter, with its size in points."""

    text: str
    size: float
    area: Area


@dataclass
class Sight:
    """What there is to see on a page."""

    width: float
    height: float
    letters: list[Letter] = field(default_factory=list)
    rules: list[Area] = field(default_factory=list)
    """Lines to write on: the lower borders of boxes that have no other."""
    boxes: list[Area] = field(default_factory=list)
    """Boxes to tick, and others with a border on all sides."""
    circles: list[Area] = field(default_factory=list)
    across: list[Area] = field(default_factory=list)
    """Lines of tables from left to right, cell by cell."""
    down: list[Area] = field(default_factory=list)
    """Lines of tables from top to bottom, cell by cell."""
    figures: list[Area] = field(default_factory=list)
    """Strokes of pictures."""
    everything: list[Area] = field(default_factory=list)

    @property
    def body(self) -> list[Letter]:
        """The letters between the running head and the foot."""
        return [each for each in self.letters if each.area.top >= HEAD and each.area.bottom <= self.height - FOOT]

    def tables(self) -> list[list[Area]]:
        """The rows of tables and canvases, each as wide as its first cell, from the middle of one line to the next."""
        left = min((line.left for line in self.down), default=0)
        rows = sorted((line for line in self.down if line.left < left + ABOUT), key=lambda line: line.top)
        found: list[list[Area]] = []
        for line in rows:
            # A line reaches as far as the outer edges of those that it meets.
            thick = line.width
            row = Area(line.left, line.top + thick / 2, line.right, line.bottom - thick / 2)
            if found and abs(found[-1][-1].bottom - row.top) < ABOUT:
                found[-1].append(row)
            else:
                found.append([row])
        return found


@cache
def sights(file: Path, most: int | None = None) -> list[Sight]:
    """The pages of a file, or the first of them."""
    with pdfplumber.open(file) as pdf:
        return [_sight(page) for page in pdf.pages[:most]]


def _sight(page: Any) -> Sight:
    seen = Sight(page.width / MM, page.height / MM)
    for char in page.chars:
        seen.letters.append(Letter(char["text"], char["size"], _area(char)))
    seen.rules, seen.boxes = _borders(page.rects)
    seen.circles = _borders(page.curves)[1]
    for line in page.lines:
        area, thick = _area(line), line["linewidth"] / MM
        if line.get("tag") != "Artifact":
            seen.figures.append(area)
        elif line["dash"] and line["dash"][0]:
            pass  # the border of an example
        elif area.width > area.height:
            seen.across.append(Area(area.left, area.top - thick / 2, area.right, area.bottom + thick / 2))
        else:
            seen.down.append(Area(area.left - thick / 2, area.top, area.right + thick / 2, area.bottom))
    shapes = [_area(each) for kind in ("rects", "curves", "lines", "images") for each in getattr(page, kind)]
    seen.everything = [*(letter.area for letter in seen.letters if letter.text.strip()), *shapes]
    return seen


def _area(shape: Any) -> Area:
    return Area(*(shape[side] / MM for side in ("x0", "top", "x1", "bottom")))


def _borders(shapes: Sequence[Any]) -> tuple[list[Area], list[Area]]:
    """Rules and boxes: each is drawn as what lies between two shapes, an inner and an outer one."""
    rules, boxes = [], []
    for inner, outer in pairwise(map(_area, shapes)):
        gaps = (inner.left - outer.left, inner.top - outer.top, outer.right - inner.right, outer.bottom - inner.bottom)
        if all(0.1 < gap < 0.8 for gap in gaps):
            boxes.append(outer)
        elif 0.1 < gaps[3] < 0.8 and max(map(abs, gaps[:3])) < 0.01:
            rules.append(Area(outer.left, inner.bottom, outer.right, outer.bottom))
    return rules, boxes


def blocks_of_lines(rules: Sequence[Area]) -> Iterator[list[Area]]:
    """Rules that stand under one another, as wide as each other and no more than a centimetre and a half apart."""
    block: list[Area] = []
    for rule in rules:
        if block and (abs(rule.left - block[-1].left) > 0.01 or not 0 < rule.top - block[-1].top < 15):
            yield block
            block = []
        block.append(rule)
    if block:
        yield block


def fields(file: Path) -> Iterator[tuple[int, pikepdf.Object, Area]]:
    """The places of fields: page from 0, annotation, area."""
    with pikepdf.open(file) as pdf:
        for number, page in enumerate(pdf.pages):
            height = float(page.mediabox[3])
            for each in page.obj.get("/Annots", []):
                if each.get("/Subtype") == pikepdf.Name.Widget:
                    left, bottom, right, top = (float(place) for place in each.Rect)
                    yield number, each, Area(left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)
