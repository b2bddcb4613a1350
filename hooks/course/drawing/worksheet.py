"""A worksheet as a form: every field has a visible label, or in a table the name of its column and row."""

from __future__ import annotations

from course.drawing.element import Element, Scene, add, add_facts, add_heading, as_written, inline
from course.model import Worksheet
from course.reader.fields import plain
from course.sheet import BlankLine, Cell, Circles, Grid, SheetPart, Tick, WritingBox
from course.text import Prose

_FEWEST_ROWS = 2


def draw_worksheet(parent: Element, sheet: Worksheet, scene: Scene) -> None:
    """Draw a worksheet into the page."""
    add_heading(parent, scene.level, sheet.title, sheet.name)
    holder = add(parent, "work-sheet", class_="cw-sheet", data_lesson=scene.page.id, data_sheet=sheet.name)
    form = add(holder, "form", autocomplete="off")
    facts = add_facts(form)
    add(facts, "li", as_written(scene.words.of("lesson.minutes", n=sheet.minutes)), class_="cw-minutes")
    if sheet.purpose:
        add(form, "p", as_written(sheet.purpose), class_="cw-purpose")
    prefix = f"{sheet.name}--"
    for number, part in enumerate(sheet.parts):
        if isinstance(part, Prose):
            scene.parse(form, str(number))
        else:
            _DRAWINGS[type(part)](form, part, prefix)


def _box(parent: Element, box: WritingBox, prefix: str, label: str | None = None) -> None:
    add(
        parent,
        "textarea",
        id=prefix + box.name,
        name=box.name,
        rows=str(max(box.lines, _FEWEST_ROWS) if label is None else box.lines),
        aria_label=label,
    )


def _draw_box(form: Element, part: SheetPart, prefix: str) -> None:
    assert isinstance(part, WritingBox)
    field = add(form, "p", class_="cw-field")
    field.set("data-lines", str(part.lines))
    # The words before the box stand above it already: they name it without being said twice.
    _box(field, part, prefix, part.label)


def _draw_blanks(form: Element, part: SheetPart, prefix: str) -> None:
    assert isinstance(part, BlankLine)
    _blanks(add(form, "p", class_="cw-line"), part, prefix)


def _blanks(line: Element, part: BlankLine, prefix: str, said: str = "") -> None:
    """Draw blanks with their labels, except a label that has been said already: that one is only read aloud."""
    for blank in part.blanks:
        known = blank.label == said
        label = add(line, "label")
        if not known:
            add(label, "span", as_written(blank.label))
        name = blank.label if known else None
        add(label, "input", type="text", id=prefix + blank.name, name=blank.name, aria_label=name)
    if part.after:
        add(line, "span", inline(part.after))


def _tick(parent: Element, part: Tick, prefix: str) -> None:
    label = add(parent, "label")
    said = None if part.label else part.said
    add(label, "input", type="checkbox", id=prefix + part.name, name=part.name, value="yes", aria_label=said)
    add(label, "span", inline(part.label))


def _draw_tick(form: Element, part: SheetPart, prefix: str) -> None:
    assert isinstance(part, Tick)
    row = add(form, "p", class_="cw-tick")
    _tick(row, part, prefix)
    if part.line:
        row.set("class", "cw-tick cw-line")
        _blanks(row, part.line, prefix, said=plain(part.label))


def _circles(parent: Element, part: Circles, prefix: str) -> None:
    for option in part.options:
        label = add(parent, "label")
        add(label, "input", type="radio", name=part.name, value=option)
        add(label, "span", inline(option))


def _draw_circles(form: Element, part: SheetPart, prefix: str) -> None:
    assert isinstance(part, Circles)
    fieldset = add(form, "fieldset", class_="cw-circles")
    add(fieldset, "legend", as_written(part.label))
    _circles(fieldset, part, prefix)


def _draw_grid(form: Element, part: SheetPart, prefix: str) -> None:
    assert isinstance(part, Grid)
    region = add(form, "div", class_="cw-table", role="region", tabindex="0", aria_label=part.label or part.head[0])
    table = add(region, "table")
    row = add(add(table, "thead"), "tr")
    for column in part.head:
        add(row, "th", inline(column), scope="col")
    body = add(table, "tbody")
    for cells in part.rows:
        row = add(body, "tr")
        for cell in cells:
            _draw_cell(add(row, "td", inline(cell.text)), cell, prefix)


def _draw_cell(parent: Element, cell: Cell, prefix: str) -> None:
    match cell.entry:
        case WritingBox() as box:
            _box(parent, box, prefix, box.label)
        case Tick() as tick:
            _tick(parent, tick, prefix)
        case Circles() as circles:
            group = add(parent, "span", class_="cw-circles", role="radiogroup", aria_label=circles.label)
            _circles(group, circles, prefix)
        case None:
            pass


_DRAWINGS = {
    WritingBox: _draw_box,
    BlankLine: _draw_blanks,
    Tick: _draw_tick,
    Circles: _draw_circles,
    Grid: _draw_grid,
}
