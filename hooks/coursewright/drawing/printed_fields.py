"""What is filled in on a printed worksheet: lines, boxes and circles for a pen, or fields of a PDF for a screen.

A field of a PDF is told by its title: what is asked, and of a choice, which answer it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from coursewright.drawing.column_widths import column_widths
from coursewright.markup.element import Element, add, as_written, inline
from coursewright.reader.fields import plain
from coursewright.sheet import (
    Blank,
    BlankLine,
    Canvas,
    Cell,
    Circles,
    Entry,
    Grid,
    Rating,
    Row,
    Scale,
    Tick,
    WritingBox,
)
from coursewright.words import Words

CELL_HEIGHT = 12
"""Millimetres of an empty cell: room for a line of handwriting, and for a second one."""
LINE_HEIGHT = 9
"""Millimetres between writing lines, as wide-ruled paper has them (8.7)."""
CANVAS_TITLE = 8
"""Millimetres that the title of a box on a canvas takes at least."""
OF = " – "
"""Stands between what is asked and an answer to choose, in the title of a field."""
SHORT_LABELS = 60
"""Letters of labels that leave room for blanks beside them."""


@dataclass(frozen=True, slots=True)
class Pen:
    """How fields are drawn."""

    prefix: str
    """What their names begin with."""
    fillable: bool
    words: Words


def draw_entry(parent: Element, part: Entry, pen: Pen, said: str = "") -> None:
    """Draw a part that is filled in; a label that is said above it already is not said twice."""
    _DRAWINGS[type(part)](parent, part, pen)
    if isinstance(part, Circles | Scale) and part.label == said:
        parent[-1].remove(parent[-1][0])


def _area(parent: Element, name: str, said: str, height: float, pen: Pen) -> None:
    """A field of several lines, of a height in millimetres."""
    style = f"height: {height:g}mm"
    # A space, so that the element is not drawn as closed by itself.
    add(parent, "textarea", " ", name=pen.prefix + name, title=said, style=style)


def _line(parent: Element, name: str, said: str, pen: Pen) -> None:
    if pen.fillable:
        add(parent, "input", type="text", name=pen.prefix + name, title=said)


def _mark(parent: Element, kind: str, name: str, said: str, pen: Pen, value: str = "yes") -> None:
    """A box to tick (``checkbox``) or a circle to choose (``radio``)."""
    if pen.fillable:
        add(parent, "input", type=kind, name=pen.prefix + name, title=said, value=value)
    else:
        add(parent, "span", class_=kind)


def _draw_box(parent: Element, part: WritingBox, pen: Pen) -> None:
    if pen.fillable:
        _area(parent, part.name, part.label, part.lines * LINE_HEIGHT, pen)
        return
    lines = add(parent, "div", class_="lines")
    for _ in range(part.lines):
        add(lines, "div", class_="line")


def _draw_blanks(parent: Element, part: BlankLine, pen: Pen) -> None:
    sums = all(blank.kind == "sum" for blank in part.blanks)
    kind = "blanks stacked" if _is_long(part) else "blanks sums" if sums else "blanks"
    _blanks(add(parent, "div", class_=kind), part, pen)


def _is_long(part: BlankLine, before: str = "") -> bool:
    """Whether labels leave their blanks no room on one line."""
    return len(before) + sum(len(blank.label) for blank in part.blanks) + len(part.after) > SHORT_LABELS


def _blanks(line: Element, part: BlankLine, pen: Pen, said: str = "") -> None:
    """Draw blanks behind their labels, except a label that has been said already."""
    for blank in part.blanks:
        if blank.label != said:
            add(line, "div", as_written(blank.label), class_="words")
        style = None if blank.kind == "sum" else f"width: {90 // len(part.blanks)}%"
        rule = add(line, "div", class_=f"rule {blank.kind}", style=style)
        _line(rule, blank.name, _said_of(blank, pen), pen)
    if part.after:
        add(line, "div", inline(part.after), class_="words after")


def _said_of(blank: Blank, pen: Pen) -> str:
    kind = {"words": "", "sum": pen.words["sheet.sum"], "signature": pen.words["sheet.signature"]}[blank.kind]
    return f"{blank.label} ({kind})" if kind else blank.label


def _answer(asked: str, answer: str) -> str:
    """How a circle or box is told: by what is asked, and which answer it is."""
    return f"{asked}{OF}{answer}"


def _draw_tick(parent: Element, part: Tick, pen: Pen) -> None:
    said = plain(part.label)
    beside = part.line is not None and not _is_long(part.line, said)
    line = add(parent, "div", class_="tick blanks" if beside else "tick")
    _mark(add(line, "div", class_="mark"), "checkbox", part.name, said or part.said, pen)
    words = add(line, "div", inline(part.label), class_="words")
    if part.line:
        holder = line if beside else add(words, "div", class_="blanks stacked")
        _blanks(holder, part.line, pen, said=said)


def _options(parent: Element, part: Circles, pen: Pen) -> None:
    for option in part.options:
        holder = add(parent, "span", class_="option")
        _mark(holder, "radio", part.name, _answer(part.label, plain(option)), pen, value=plain(option))
        add(holder, "span", inline(option))


def _draw_circles(parent: Element, part: Circles, pen: Pen) -> None:
    line = add(parent, "div", class_="circles")
    add(line, "span", as_written(part.label), class_="legend")
    _options(line, part, pen)


def _numbers(parent: Element, part: Scale, pen: Pen) -> None:
    if part.low:
        add(parent, "span", as_written(part.low), class_="low")
    for number in part.numbers:
        holder = add(parent, "span", class_="number")
        _mark(holder, "radio", part.name, _answer(part.label, str(number)), pen, value=str(number))
        add(holder, "span", str(number), class_="figure")
    if part.high:
        add(parent, "span", as_written(part.high), class_="high")


def _draw_scale(parent: Element, part: Scale, pen: Pen) -> None:
    frame = add(parent, "div", class_="scale")
    add(frame, "div", as_written(part.label), class_="legend")
    _numbers(add(frame, "div", class_="numbers"), part, pen)


def _draw_grid(parent: Element, part: Grid, pen: Pen) -> None:
    table = add(parent, "table", class_="matrix" if part.is_matrix else "grid")
    columns = add(table, "colgroup")
    for share in column_widths(part):
        add(columns, "col", style=f"width: {share}%")
    row = add(add(table, "thead"), "tr")
    for column in part.head:
        # In an element of its own, where no attribute list is looked for.
        add(add(row, "th", scope="col"), "span", inline(column))
    body = add(table, "tbody")
    for each in part.rows:
        _draw_row(add(body, "tr", class_="example" if each.example else None), each, pen)


def _draw_row(row: Element, part: Row, pen: Pen) -> None:
    height = f"height: {part.height}mm" if part.height else None
    for place, cell in enumerate(part.cells):
        kind = {WritingBox: "write", Rating: "rate"}.get(type(cell.entry))
        holder = add(row, "td", class_=kind, style=height)
        if part.example and not place:
            add(holder, "span", as_written(pen.words["sheet.example"]), class_="title").tail = " "
        if cell.text:
            add(holder, "span", inline(cell.text))
        _draw_cell(holder, cell, part.height or CELL_HEIGHT, pen)


def _draw_cell(parent: Element, cell: Cell, height: int, pen: Pen) -> None:
    match cell.entry:
        case WritingBox() as box:
            if pen.fillable:
                _area(parent, box.name, box.label, height, pen)
        case Tick() as tick:
            said = _answer(tick.said, plain(tick.label)) if tick.label else tick.said
            holder = add(parent, "span", class_="option")
            _mark(holder, "checkbox", tick.name, said, pen)
            add(holder, "span", inline(tick.label))
        case Circles() as circles:
            _options(parent, circles, pen)
        case Scale() as scale:
            _numbers(add(parent, "div", class_="numbers"), scale, pen)
        case Rating() as rating:
            _mark(parent, "radio", rating.name, _answer(rating.label, rating.option), pen, value=rating.option)
        case None:
            pass


def _draw_canvas(parent: Element, part: Canvas, pen: Pen) -> None:
    canvas = add(parent, "div", class_="canvas")
    for row in part.rows:
        line = add(canvas, "div", class_="boxes")
        for box in row.boxes:
            frame = add(line, "div", class_="box", style=f"height: {row.height}mm")
            add(frame, "div", inline(box.title), class_="title")
            if pen.fillable:
                _area(frame, box.name, box.label, row.height - CANVAS_TITLE, pen)


_DRAWINGS: dict[type[Any], Callable[[Element, Any, Pen], None]] = {
    WritingBox: _draw_box,
    BlankLine: _draw_blanks,
    Tick: _draw_tick,
    Circles: _draw_circles,
    Scale: _draw_scale,
    Grid: _draw_grid,
    Canvas: _draw_canvas,
}
