"""What is filled in on a worksheet, as fields of a form: each has a visible label, or in a table the name of its column
and row.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coursewright.markup.element import Element, add, as_written, inline
from coursewright.reader.fields import plain
from coursewright.sheet import (
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

_FEWEST_ROWS = 2


def draw_entry(parent: Element, part: Entry, prefix: str, words: Words, said: str = "") -> None:
    """Draw a part that is filled in.

    Args:
        parent: Takes the part.
        part: The part.
        prefix: What the ids of its fields begin with.
        words: The texts of the interface.
        said: The label that stands above it already: it is read aloud only.
    """
    _DRAWINGS[type(part)](parent, part, prefix, words)
    if isinstance(part, Circles | Scale) and part.label == said:
        parent[-1][0].set("class", "cw-hidden")


def _box(parent: Element, box: WritingBox, prefix: str) -> None:
    add(parent, "textarea", id=prefix + box.name, name=box.name, rows=str(box.lines), aria_label=box.label)


def _draw_box(form: Element, part: WritingBox, prefix: str, _words: Words) -> None:
    field = add(form, "p", class_="cw-field")
    field.set("data-lines", str(part.lines))
    # The words before the box stand above it already: they name it without being said twice.
    _box(field, part, prefix)


def _draw_blanks(form: Element, part: BlankLine, prefix: str, _words: Words) -> None:
    _blanks(add(form, "p", class_="cw-line"), part, prefix)


def _blanks(line: Element, part: BlankLine, prefix: str, said: str = "") -> None:
    """Draw blanks with their labels, except a label that has been said already: that one is only read aloud."""
    for blank in part.blanks:
        known = blank.label == said
        label = add(line, "label", class_=None if blank.kind == "words" else f"cw-{blank.kind}")
        if not known:
            add(label, "span", as_written(blank.label))
        name = blank.label if known else None
        sums = " ".join(blank.sums) or None
        add(label, "input", type="text", id=prefix + blank.name, name=blank.name, aria_label=name, data_sum=sums)
    if part.after:
        add(line, "span", inline(part.after))


def _tick(parent: Element, part: Tick, prefix: str) -> None:
    label = add(parent, "label")
    said = None if part.label else part.said
    add(label, "input", type="checkbox", id=prefix + part.name, name=part.name, value="yes", aria_label=said)
    add(label, "span", inline(part.label))


def _draw_tick(form: Element, part: Tick, prefix: str, _words: Words) -> None:
    row = add(form, "p", class_="cw-tick")
    _tick(row, part, prefix)
    if part.line:
        row.set("class", "cw-tick cw-line")
        _blanks(row, part.line, prefix, said=plain(part.label))


def _circles(parent: Element, part: Circles) -> None:
    for option in part.options:
        label = add(parent, "label")
        add(label, "input", type="radio", name=part.name, value=option)
        add(label, "span", inline(option))


def _draw_circles(form: Element, part: Circles, _prefix: str, _words: Words) -> None:
    fieldset = add(form, "fieldset", class_="cw-circles")
    add(fieldset, "legend", as_written(part.label))
    _circles(fieldset, part)


def _numbers(parent: Element, part: Scale) -> None:
    """Draw the numbers between the words at their ends."""
    if part.low:
        add(parent, "span", as_written(part.low), class_="cw-end-of-scale")
    for place, number in enumerate(part.numbers):
        label = add(parent, "label")
        end = {0: part.low, len(part.numbers) - 1: part.high}.get(place, "")
        said = f"{number}, {end}" if end else None
        value = str(number)
        add(label, "input", type="radio", name=part.name, value=value, data_points=value, aria_label=said)
        add(label, "span", value)
    if part.high:
        add(parent, "span", as_written(part.high), class_="cw-end-of-scale")


def _draw_scale(form: Element, part: Scale, _prefix: str, _words: Words) -> None:
    fieldset = add(form, "fieldset", class_="cw-scale")
    add(fieldset, "legend", as_written(part.label))
    _numbers(add(fieldset, "span", class_="cw-numbers"), part)


def _draw_grid(form: Element, part: Grid, prefix: str, words: Words) -> None:
    region = add(form, "div", class_="cw-table", role="region", tabindex="0", aria_label=part.label or part.head[0])
    table = add(region, "table", class_="cw-matrix" if part.is_matrix else None)
    if part.widths:
        columns = add(table, "colgroup")
        for share in part.widths:
            # No style attribute, which the content security policy would refuse.
            add(columns, "col", width=f"{share}%")
    row = add(add(table, "thead"), "tr")
    for column in part.head:
        # In an element of its own, where no attribute list is looked for.
        add(add(row, "th", scope="col"), "span", inline(column))
    body = add(table, "tbody")
    for each in part.rows:
        height = str(each.height) if each.height else None
        row = add(body, "tr", class_="cw-example-row" if each.example else None, data_height=height)
        _draw_row(row, each, prefix, words)


def _draw_row(row: Element, part: Row, prefix: str, words: Words) -> None:
    for place, cell in enumerate(part.cells):
        holder = add(row, "td")
        if part.example and not place:
            add(holder, "span", as_written(words["sheet.example"]), class_="cw-example-title").tail = " "
        if cell.text:
            add(holder, "span", inline(cell.text))
        _draw_cell(holder, cell, prefix)


def _draw_cell(parent: Element, cell: Cell, prefix: str) -> None:
    match cell.entry:
        case WritingBox() as box:
            _box(parent, box, prefix)
        case Tick() as tick:
            _tick(parent, tick, prefix)
        case Circles() as circles:
            _circles(_group(parent, circles, "cw-circles"), circles)
        case Scale() as scale:
            _numbers(_group(parent, scale, "cw-numbers"), scale)
        case Rating() as rating:
            said = f"{rating.label}: {rating.option}"
            label = add(parent, "label")
            points = str(rating.points)
            name, value = rating.name, rating.option
            add(label, "input", type="radio", name=name, value=value, data_points=points, aria_label=said)
        case None:
            pass


def _group(parent: Element, part: Circles | Scale, name: str) -> Element:
    return add(parent, "span", class_=name, role="radiogroup", aria_label=part.label)


def _draw_canvas(form: Element, part: Canvas, prefix: str, _words: Words) -> None:
    canvas = add(form, "div", class_="cw-canvas")
    for row in part.rows:
        line = add(canvas, "div", class_="cw-canvas-row", data_height=str(row.height))
        for box in row.boxes:
            label = add(line, "label", class_="cw-canvas-box")
            add(label, "span", inline(box.title), class_="cw-canvas-title")
            # About eight millimetres for a line.
            rows = str(max(_FEWEST_ROWS, round(row.height / 8)))
            add(label, "textarea", id=prefix + box.name, name=box.name, rows=rows)


_DRAWINGS: dict[type[Any], Callable[[Element, Any, str, Words], None]] = {
    WritingBox: _draw_box,
    BlankLine: _draw_blanks,
    Tick: _draw_tick,
    Circles: _draw_circles,
    Scale: _draw_scale,
    Grid: _draw_grid,
    Canvas: _draw_canvas,
}
