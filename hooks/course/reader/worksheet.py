"""The body of ``/// worksheet``: a source that looks like the sheet.

    ____                        a writing line; several under one another, a box of as many lines
    Name: ____   Date: ____     one-line fields after their labels
    [ ] words                   a box to tick
    words: ( ) one  ( ) two     circles, of which one is chosen
    | … |                       a table; an empty cell is a cell to write in, ``{ rows: 8 }`` repeats a row
    anything else               Markdown

Every field is named after the words before it, so that what a learner saved survives changes elsewhere on the sheet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from course.keys import WorksheetKeys
from course.model import Worksheet
from course.problem import shown
from course.reader.blocks import RawBlock
from course.reader.fields import CIRCLE, TICK, FieldNames, plain, read_circles
from course.reader.grid import read_grid
from course.reader.lines import Line, as_text, split_outside_code
from course.reader.reading import Reading
from course.sheet import Blank, BlankLine, SheetPart, Tick, WritingBox
from course.text import Prose

_BLANKS = re.compile(r"_{4,}")
_BULLET = re.compile(r"^\s*[-*+]\s+$")
_LONE_CIRCLE = re.compile(r"^\s*(?:[-*+]\s+)?\( ?\)[^()]*$")


@dataclass
class _Sheet:
    """A sheet while its lines are read."""

    reading: Reading
    names: FieldNames = field(default_factory=FieldNames)
    parts: list[SheetPart] = field(default_factory=list)
    prose: list[Line] = field(default_factory=list)
    label: str = ""

    def flush(self) -> None:
        """Put the prose so far among the parts; its last paragraph labels what follows."""
        text = as_text(self.prose, 0)
        if text:
            self.parts.append(Prose(text))
            self.label = plain(str(text).rsplit("\n\n", 1)[-1])
        self.prose = []

    def label_or_report(self, label: str, line: Line) -> str:
        """The label of a field; a field without one is a mistake, as nobody could tell what to write."""
        if not label:
            self.reading.report("sheet-no-label", line.number, f"none before {shown(line.text)}")
        return label


def read_worksheet(block: RawBlock, keys: WorksheetKeys, reading: Reading) -> Worksheet:
    """Read the body of a worksheet; mistakes are reported, and what can be read is kept."""
    sheet = _Sheet(reading)
    lines = list(reading.lines(block.body()))
    while lines:
        _READERS[_kind(lines[0])](sheet, lines)
    sheet.flush()
    if all(isinstance(part, Prose) for part in sheet.parts):
        reading.report("sheet-no-field", block.line, "none")
    return Worksheet(
        block.name,
        block.line,
        keys.title,
        keys.minutes,
        keys.pages,
        keys.purpose or "",
        keys.objective,
        tuple(sheet.parts),
    )


_SIGNS = (
    ("writing", re.compile(r"^\s*_{4,}\s*$")),
    ("grid", re.compile(r"^\s*\|")),
    ("filled", re.compile(r"^\s*(?:[-*+]\s+)?(?:\[[xX]\]|\([xX]\))\s|\( ?\).*\s\([xX]\)\s|\s\([xX]\)\s.*\( ?\)")),
    ("tick", TICK),
    ("circles", CIRCLE),
    ("blanks", _BLANKS),
)
"""How the kinds of lines are told, in this order."""


def _kind(line: Line) -> str:
    bare = line.bare
    return next((kind for kind, pattern in _SIGNS if pattern.search(bare)), "prose")


def _read_prose(sheet: _Sheet, lines: list[Line]) -> None:
    sheet.prose.append(lines.pop(0))


def _read_writing(sheet: _Sheet, lines: list[Line]) -> None:
    sheet.flush()
    first, count = lines[0], 0
    while lines and _kind(lines[0]) == "writing":
        lines.pop(0)
        count += 1
    label = sheet.label_or_report(sheet.label, first)
    sheet.parts.append(WritingBox(sheet.names.name(label), label, count))


def _read_tick(sheet: _Sheet, lines: list[Line]) -> None:
    line = lines.pop(0)
    match = TICK.match(line.bare)
    assert match
    sheet.flush()
    words, *after = split_outside_code(_BLANKS, line.text[match.start("text") :])
    words, label = _split_last_label(words) if after else (words, "")
    name = sheet.names.name(sheet.label_or_report(plain(words), line))
    blanks = None
    if after:
        *labels, rest = label, *after
        blanks = _blank_line(sheet, [plain(each) for each in labels], line, rest.strip())
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


def _read_blanks(sheet: _Sheet, lines: list[Line]) -> None:
    line = lines.pop(0)
    sheet.flush()
    *labels, after = split_outside_code(_BLANKS, line.text)
    sheet.parts.append(_blank_line(sheet, [plain(label) for label in labels], line, after.strip()))


def _blank_line(sheet: _Sheet, labels: list[str], line: Line, after: str = "") -> BlankLine:
    blanks = []
    for label in labels:
        said = sheet.label_or_report(label, line)
        blanks.append(Blank(sheet.names.name(said), said))
    return BlankLine(tuple(blanks), after)


def _read_grid(sheet: _Sheet, lines: list[Line]) -> None:
    sheet.flush()
    rows = []
    while lines and _kind(lines[0]) == "grid":
        rows.append(lines.pop(0))
    grid = read_grid(rows, sheet.label, sheet.names, sheet.reading)
    if grid:
        sheet.parts.append(grid)


def _read_filled(sheet: _Sheet, lines: list[Line]) -> None:
    line = lines.pop(0)
    sheet.reading.report("sheet-filled", line.number, shown(line.text))


_READERS = {
    "filled": _read_filled,
    "prose": _read_prose,
    "writing": _read_writing,
    "tick": _read_tick,
    "circles": _read_circles,
    "blanks": _read_blanks,
    "grid": _read_grid,
}
