"""The body of ``/// worksheet``: a source that looks like the sheet, part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coursewright.block import Worksheet
from coursewright.keys import WorksheetKeys
from coursewright.problem import did_you_mean, shown
from coursewright.sheet import SheetPart
from coursewright.source.blocks import RawBlock, RawProse
from coursewright.source.lines import Line
from coursewright.source.reading import Reading
from coursewright.worksheets.counting import check_solutions
from coursewright.worksheets.names import MOST_FIELDS, FieldNames
from coursewright.worksheets.reading import Ahead, SheetReading
from coursewright.worksheets.signs import Sign, check_signs, sign_of
from coursewright.worksheets.table import BLOCKS, reader_of


def read_worksheet(block: RawBlock, keys: WorksheetKeys, reading: Reading) -> Worksheet:
    """Read the body of a worksheet; mistakes are reported, and what can be read is kept."""
    sheet = _Sheet(reading)
    for item in block.items:
        if isinstance(item, RawProse):
            sheet.read_lines(list(reading.lines(item.text)))
        elif item.kind in BLOCKS:
            # What else may not stand there has been reported.
            sheet.parts.append(BLOCKS[item.kind](item, reading))
    if not any(field for part in sheet.parts for field in part.fields()):
        reading.report("sheet-no-field", block.line, "none")
    if sheet.names.count > MOST_FIELDS:
        reading.report("sheet-too-large", block.line, str(sheet.names.count), limit=MOST_FIELDS)
    check_solutions(sheet.parts, reading)
    return Worksheet(
        name=block.name,
        line=block.line,
        title=keys.title,
        minutes=keys.minutes,
        pages=keys.pages,
        purpose=keys.purpose or "",
        group=keys.group or "",
        materials=keys.materials,
        objectives=keys.objective,
        parts=tuple(sheet.parts),
        formerly=keys.formerly,
        formerly_fields=_former_fields(keys.formerly_fields, sheet, block, reading),
    )


def _former_fields(
    formerly: Mapping[str, str], sheet: _Sheet, block: RawBlock, reading: Reading
) -> tuple[tuple[str, str], ...]:
    """Each field that had another name, with that name; what is said of a column is said of each of its fields."""
    names = {field.name for part in sheet.parts for field in part.fields()}
    place = reading.source.place_of("formerly-fields", block.line + 1)
    found: list[tuple[str, str]] = []
    for name, old in formerly.items():
        of_column = [field for field in names if field.startswith(f"{name}-")]
        renamed = [name] if name in names else sorted(of_column)
        if not renamed:
            reading.problems.report("formerly-field", place, shown(name), suggestion=did_you_mean(name, names))
        for field in renamed:
            former = old + field.removeprefix(name)
            if former in names:
                reading.problems.report("formerly-present", place, f"{shown(former)}, a field of this sheet")
            found.append((field, former))
    return tuple(found)


class _Sheet:
    """The parts of a sheet as far as it has been read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.names = FieldNames(reading)
        self.parts: list[SheetPart] = []
        self._above = ""
        self._labelled: Sign | None = None
        """The kind of field that the words above label already."""
        self._to_sum: tuple[str, ...] = ()

    def read_lines(self, lines: Sequence[Line]) -> None:
        """Read lines between two blocks."""
        for line in lines:
            if not line.protected and sign_of(line) not in (Sign.ROW, Sign.FILLED):
                check_signs(line.text, line, self.reading)
        start = 0
        while start < len(lines):
            sign = sign_of(lines[start])
            if sign not in (Sign.WORDS, self._labelled) and self._labelled:
                self._above = ""  # fields of another kind stand between; only those of one kind share a label
            part, taken = reader_of(lines[start])(Ahead(lines, start), self._place())
            start += taken
            if part:
                self.parts.append(part)
                self._take_words(part, sign)
                self._to_sum = part.to_sum(self._to_sum)

    def _take_words(self, part: SheetPart, sign: Sign) -> None:
        """Take note of the words that label what follows, or of the kind of field that they label."""
        if part.last_words is not None:
            self._above, self._labelled = part.last_words, None
        elif any(part.fields()):
            self._labelled = sign

    def _place(self) -> SheetReading:
        return SheetReading(reading=self.reading, names=self.names, above=self._above, to_sum=self._to_sum)
