"""The titled boxes of a worksheet: a table without a head, each cell of which ends with ``____``."""

from __future__ import annotations

from coursewright.problem import shown
from coursewright.reader.fields import FieldNames, plain, split_blanks
from coursewright.reader.row import cells_of, read_options
from coursewright.sheet import Canvas, CanvasBox, CanvasRow
from coursewright.source.lines import Line
from coursewright.source.reading import Reading

HEIGHT = 30
"""Millimetres of a row on paper, unless its author says otherwise."""
LOWEST = 20
"""Millimetres of a row at least: its title takes eight of them."""


def is_canvas(line: Line) -> bool:
    """Whether a row that opens a table is one of titled boxes."""
    cells = cells_of(line.text.rpartition("|")[0])
    return all(_is_box(cell) for cell in cells)


def _is_box(cell: str) -> bool:
    signs, after = split_blanks(cell)
    return len(signs) == 1 and signs[0].kind == "words" and not after.strip() and bool(plain(signs[0].words))


def read_canvas(lines: list[Line], names: FieldNames, reading: Reading) -> Canvas:
    """Read the rows of a canvas; what is no titled box is reported."""
    rows = []
    for line in lines:
        text, options = read_options(line, reading)
        if options.rows > 1 or options.example:
            reading.report("sheet-row-option", line.number, shown(line.text))
        boxes = []
        for cell in cells_of(text):
            if not _is_box(cell):
                expected = "a titled box `Title ____` in each cell"
                reading.report("sheet-table", line.number, shown(cell), expected=expected)
                continue
            sign = split_blanks(cell)[0][0]
            label = plain(sign.words)
            boxes.append(CanvasBox(names.name(label, sign.given, line.number), label, sign.words.strip()))
        if boxes:
            rows.append(CanvasRow(tuple(boxes), max(options.height, LOWEST) if options.height else HEIGHT))
    return Canvas(tuple(rows))
