"""Titled boxes side by side: a table without a head, each cell of which ends with ``____``.

| Who we serve ____ | What they need ____ |
| What we promise ____ | { height: 40 }
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coursewright.markup.element import Element, add
from coursewright.problem import shown
from coursewright.sheet import Field, OnPage, OnPaper, SheetPart
from coursewright.source.lines import Line
from coursewright.source.plain import plain
from coursewright.text import Phrase
from coursewright.worksheets.needs import NO_DEMAND
from coursewright.worksheets.pen import draw_area
from coursewright.worksheets.reading import SheetReading, Taken
from coursewright.worksheets.rows import cells_of, read_options, rows_of
from coursewright.worksheets.signs import BlankSign, split_blanks

HEIGHT = 30
"""Millimetres of a row on paper, unless its author says otherwise."""
LOWEST = 20
"""Millimetres of a row at least: its title takes eight of them."""
TITLE_HEIGHT = 8
"""Millimetres that the title of a box takes on paper at least."""
LINE_HEIGHT = 8
"""About the millimetres of a writing line on the page."""
FEWEST_LINES = 2


@dataclass(frozen=True, slots=True)
class CanvasBox:
    """A titled box. The title is inline Markdown."""

    name: str
    label: str
    title: Phrase


@dataclass(frozen=True, slots=True)
class CanvasRow:
    """Boxes side by side, which share the width."""

    boxes: tuple[CanvasBox, ...]
    height: int
    """Millimetres that it takes on paper."""


@dataclass(frozen=True, slots=True)
class Canvas(SheetPart):
    """Titled boxes to fill, in rows."""

    rows: tuple[CanvasRow, ...]

    def fields(self) -> Iterator[Field]:
        return (Field(box.name, box.label) for row in self.rows for box in row.boxes)

    def draw_on_page(self, parent: Element, page: OnPage) -> None:
        canvas = add(parent, "div", class_="cw-canvas")
        for row in self.rows:
            line = add(canvas, "div", class_="cw-canvas-row", data_height=str(row.height))
            lines = str(max(FEWEST_LINES, round(row.height / LINE_HEIGHT)))
            for box in row.boxes:
                label = add(line, "label", class_="cw-canvas-box")
                page.texts.line(add(label, "span", class_="cw-canvas-title"), box.title)
                add(label, "textarea", id=page.prefix + box.name, name=box.name, rows=lines)

    def draw_on_paper(self, parent: Element, paper: OnPaper) -> None:
        canvas = add(parent, "div", class_="canvas")
        for row in self.rows:
            line = add(canvas, "div", class_="boxes")
            for box in row.boxes:
                frame = add(line, "div", class_="box", style=f"height: {row.height}mm")
                paper.texts.line(add(frame, "div", class_="title"), box.title)
                if paper.fillable:
                    draw_area(frame, box.name, box.label, row.height - TITLE_HEIGHT, paper)


def opens_canvas(row: Line) -> bool:
    """Whether a row that opens a table is one of titled boxes."""
    cells = cells_of(row.text.rpartition("|")[0])
    return all(_box_of(cell) for cell in cells)


def read_canvas(lines: Sequence[Line], sheet: SheetReading) -> Taken:
    """Read the rows of a canvas; what is no titled box is reported."""
    lines = rows_of(lines)
    rows = [row for line in lines if (row := _read_row(line, sheet)).boxes]
    return Taken(Canvas(tuple(rows)), len(lines))


def _read_row(line: Line, sheet: SheetReading) -> CanvasRow:
    text, options = read_options(line, sheet.reading)
    if options.rows > 1 or options.example or options.demand != NO_DEMAND:
        sheet.report("sheet-row-option", line, shown(line.text))
    boxes = []
    for cell in cells_of(text):
        if box := _box_of(cell):
            label = plain(box.words)
            boxes.append(CanvasBox(sheet.names.name(label, box.given, line.number), label, Phrase(box.words.strip())))
        else:
            sheet.report("sheet-table", line, shown(cell), expected="a titled box `Title ____` in each cell")
    return CanvasRow(tuple(boxes), max(options.height, LOWEST) if options.height else HEIGHT)


def _box_of(cell: str) -> BlankSign | None:
    """The blank of a cell that is a titled box."""
    signs, after = split_blanks(cell)
    is_box = len(signs) == 1 and signs[0].kind == "words" and not after.strip() and plain(signs[0].words)
    return signs[0] if is_box else None
