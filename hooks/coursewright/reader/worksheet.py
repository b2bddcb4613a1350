"""The body of ``/// worksheet``: a source that looks like the sheet.

    ____                        a writing line; several under one another, a box of as many lines
    Name: ____   Date: ____     one-line fields after their labels; ``= ____`` is a sum, ``x____`` a signature
    [ ] words                   a box to tick
    words: ( ) one  ( ) two     circles, of which one is chosen
    words: low (1) (2) (3) high a scale, of which one number is chosen
    | … |                       a table; an empty cell is a cell to write in: see grid.py
    | Title ____ | Title ____ | titled boxes: see canvas.py
    /// example, /// key        a worked example beside the part before it; what good answers look like
    anything else               Markdown

Every field is named after the words before it, or by its author, ``{#name}``, so that what a learner saved survives
changes elsewhere on the sheet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coursewright.block import Worksheet
from coursewright.keys import NoKeys, WorksheetKeys
from coursewright.problem import shown
from coursewright.reader.canvas import is_canvas, read_canvas
from coursewright.reader.fields import (
    BLANK,
    CIRCLE,
    SCALE,
    TICK,
    BlankSign,
    FieldNames,
    check_signs,
    last_paragraph,
    plain,
    read_circles,
    read_scale,
    split_blanks,
    take_given,
)
from coursewright.reader.grid import MOST_FIELDS, read_grid
from coursewright.sheet import (
    Blank,
    BlankLine,
    Example,
    Grid,
    Rating,
    Scale,
    SheetKey,
    SheetPart,
    Tick,
    WritingBox,
    fields_of,
)
from coursewright.source.blocks import RawBlock, RawProse
from coursewright.source.header import check_keys, read_yaml
from coursewright.source.lines import Line, as_text, split_outside_code
from coursewright.source.reading import Reading
from coursewright.text import Prose

_BULLET = re.compile(r"^\s*[-*+]\s+$")
_LONE_CIRCLE = re.compile(r"^\s*(?:[-*+]\s+)?\( ?\)[^()]*$")


@dataclass
class _Sheet:
    """A sheet while its lines are read."""

    reading: Reading
    names: FieldNames
    parts: list[SheetPart] = field(default_factory=list)
    prose: list[Line] = field(default_factory=list)
    label: str = ""
    rated: list[str] = field(default_factory=list)
    """The names of scales and ratings that no sum has added up yet."""

    def flush(self) -> None:
        """Put the prose so far among the parts; its last paragraph labels what follows."""
        text = as_text(self.prose, 0)
        if text:
            self.parts.append(Prose(text))
            self.label = last_paragraph(self.parts[-1])
        self.prose = []

    def label_or_report(self, label: str, line: Line) -> str:
        """The label of a field; a field without one is a mistake, as nobody could tell what to write."""
        if not label:
            self.reading.report("sheet-no-label", line.number, f"none before {shown(line.text)}")
        return label

    def blanks(self, signs: list[BlankSign], line: Line, after: str) -> BlankLine:
        """Blanks side by side, with the words behind them."""
        blanks = []
        for sign in signs:
            label = self.label_or_report(plain(sign.words), line)
            sums = self._sum(line) if sign.kind == "sum" else ()
            blanks.append(Blank(self.names.name(label, sign.given, line.number), label, sign.kind, sums))
        return BlankLine(tuple(blanks), after.strip())

    def _sum(self, line: Line) -> tuple[str, ...]:
        if not self.rated:
            self.reading.report("sheet-sum", line.number, shown(line.text))
        rated, self.rated = tuple(self.rated), []
        return rated


def read_worksheet(block: RawBlock, keys: WorksheetKeys, reading: Reading) -> Worksheet:
    """Read the body of a worksheet; mistakes are reported, and what can be read is kept."""
    sheet = _Sheet(reading, FieldNames(reading))
    for item in block.items:
        if isinstance(item, RawProse):
            lines = list(reading.lines(item.text))
            for line in lines:
                if _kind(line) not in ("grid", "filled") and not line.protected:
                    check_signs(line.text, line, reading)
            while lines:
                _READERS[_kind(lines[0])](sheet, lines)
            sheet.flush()
        else:
            _read_block(sheet, item)
    if not any(field for part in sheet.parts for field in fields_of(part)):
        reading.report("sheet-no-field", block.line, "none")
    if sheet.names.count > MOST_FIELDS:
        reading.report("sheet-too-large", block.line, str(sheet.names.count), limit=MOST_FIELDS)
    return Worksheet(
        block.name,
        block.line,
        keys.title,
        keys.minutes,
        keys.pages,
        keys.purpose or "",
        keys.group or "",
        keys.materials,
        keys.objective,
        tuple(sheet.parts),
    )


_SIGNS = (
    ("writing", re.compile(r"^\s*_{4,}(?:\s*\{#[^{}]*\})?\s*$")),
    ("grid", re.compile(r"^\s*\|")),
    ("filled", re.compile(r"^\s*(?:[-*+]\s+)?(?:\[[xX]\]|\([xX]\))\s|\( ?\).*\s\([xX]\)\s|\s\([xX]\)\s.*\( ?\)")),
    ("tick", TICK),
    ("scale", SCALE),
    ("circles", CIRCLE),
    ("blanks", BLANK),
)
"""How the kinds of lines are told, in this order."""


def _kind(line: Line) -> str:
    bare = line.bare
    return next((kind for kind, pattern in _SIGNS if pattern.search(bare)), "prose")


def _read_block(sheet: _Sheet, block: RawBlock) -> None:
    """Read a block inside the sheet; what may not stand there has been reported."""
    kinds: dict[str, type[SheetKey | Example]] = {"key": SheetKey, "example": Example}
    if block.kind not in kinds:
        return
    if header := read_yaml(sheet.reading.source, block.options.lines, block.options.line, sheet.reading.problems, 4):
        check_keys(header, NoKeys, sheet.reading.problems)
    if not block.body():
        wanted = {"key": "what good answers look like", "example": "the example"}
        sheet.reading.report("block-empty", block.line, "nothing", what=wanted[block.kind])
    sheet.parts.append(kinds[block.kind](block.line, block.body()))


def _read_prose(sheet: _Sheet, lines: list[Line]) -> None:
    sheet.prose.append(lines.pop(0))


def _read_writing(sheet: _Sheet, lines: list[Line]) -> None:
    sheet.flush()
    written = []
    while lines and _kind(lines[0]) == "writing":
        written.append(lines.pop(0))
    label = sheet.label_or_report(sheet.label, written[0])
    named = next((line for line in written if take_given(line.text)[1]), written[0])
    name = sheet.names.name(label, take_given(named.text)[1], named.number)
    sheet.parts.append(WritingBox(name, label, len(written)))


def _read_tick(sheet: _Sheet, lines: list[Line]) -> None:
    line = lines.pop(0)
    match = TICK.match(line.bare)
    assert match
    sheet.flush()
    signs, after = split_blanks(line.text[match.start("text") :])
    words, label = _split_last_label(signs[0].words) if signs else (after, "")
    words, given = take_given(words)
    name = sheet.names.name(sheet.label_or_report(plain(words), line), given, line.number)
    blanks = sheet.blanks([signs[0]._replace(words=label), *signs[1:]], line, after) if signs else None
    sheet.parts.append(Tick(name, words.strip(), line=blanks))


def _split_last_label(words: str) -> tuple[str, str]:
    """The words of the box, and the label before the blank; two spaces or the end of a sentence divide them.

    ``I have shown this to my manager.  Date: `` is divided; ``Other: `` is both.
    """
    match = re.match(r"^(?P<box>.*(?:\s{2,}|[.!?]\s+))(?P<label>[^.!?]*)$", words)
    return (match["box"], match["label"]) if match else (words, words)


def _read_circles(sheet: _Sheet, lines: list[Line]) -> None:
    line = lines.pop(0)
    before, *options = split_outside_code(CIRCLE, line.text)
    before = _BULLET.sub("", before)
    # Circles under one another, each on a line of its own, are one choice.
    while not before.strip() and lines and _LONE_CIRCLE.match(lines[0].bare):
        options += split_outside_code(CIRCLE, lines.pop(0).text)[1:]
    sheet.flush()
    label = sheet.label_or_report(plain(before) or sheet.label, line)
    sheet.parts.append(read_circles(options, label, sheet.names, line, sheet.reading))


def _read_scale(sheet: _Sheet, lines: list[Line]) -> None:
    line = lines.pop(0)
    sheet.flush()
    scale = read_scale(line.text, sheet.label, sheet.names, line, sheet.reading)
    sheet.label_or_report(scale.label, line)
    if not (scale.low and scale.high):
        sheet.reading.report("sheet-scale", line.number, shown(line.text), expected="words at both ends of the numbers")
    sheet.rated.append(scale.name)
    sheet.parts.append(scale)


def _read_blanks(sheet: _Sheet, lines: list[Line]) -> None:
    line = lines.pop(0)
    sheet.flush()
    signs, after = split_blanks(line.text)
    sheet.parts.append(sheet.blanks(signs, line, after))


def _read_table(sheet: _Sheet, lines: list[Line]) -> None:
    sheet.flush()
    rows = []
    while lines and _kind(lines[0]) == "grid":
        rows.append(lines.pop(0))
    if is_canvas(rows[0]):
        sheet.parts.append(read_canvas(rows, sheet.names, sheet.reading))
    elif grid := read_grid(rows, sheet.label, sheet.names, sheet.reading):
        sheet.parts.append(grid)
        sheet.rated += _rated(grid)


def _rated(grid: Grid) -> list[str]:
    names = (cell.entry.name for row in grid.rows for cell in row.cells if isinstance(cell.entry, Rating | Scale))
    return list(dict.fromkeys(names))


def _read_filled(sheet: _Sheet, lines: list[Line]) -> None:
    line = lines.pop(0)
    sheet.reading.report("sheet-filled", line.number, shown(line.text))


_READERS = {
    "filled": _read_filled,
    "prose": _read_prose,
    "writing": _read_writing,
    "tick": _read_tick,
    "scale": _read_scale,
    "circles": _read_circles,
    "blanks": _read_blanks,
    "grid": _read_table,
}
