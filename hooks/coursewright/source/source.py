"""One source file as lines of text, refused if it holds what no author means to write.

What is refused here would otherwise vanish, come out as something else, or take a build more time than any author's
text does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from coursewright.problem import EXCERPT_WIDTH, Place, Problems, shown

MOST_BYTES = 1_000_000
MOST_LINES = 5_000
LONGEST_LINE = 10_000

MARK_OPEN, MARK_CLOSE = "\ue000", "\ue001"
"""Between them stand the marks that the drawing leaves in a page's Markdown; no source may hold them."""

REFUSED_CHARACTERS = (
    ("file-control-character", re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")),
    ("file-reserved-character", re.compile(f"[{MARK_OPEN}{MARK_CLOSE}]")),
)
"""What no text may hold, by the code of the mistake."""


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of a file."""

    path: str
    lines: tuple[str, ...]

    def place(self, line: int = 1, column: int = 1) -> Place:
        """A place in this file that certainly exists, with the text of its line."""
        line = min(max(line, 1), max(len(self.lines), 1))
        text = self.lines[line - 1] if self.lines else ""
        return Place(self.path, line, min(max(column, 1), len(text) + 1), text[:EXCERPT_WIDTH])

    def place_of(self, text: str, first_line: int = 1) -> Place:
        """Where a text stands, from a line on; the start of that line if it cannot be found."""
        for number in range(first_line, len(self.lines) + 1):
            column = self.lines[number - 1].find(text)
            if text and column >= 0:
                return self.place(number, column + 1)
        return self.place(first_line)


def read_source(path: str, data: bytes, problems: Problems) -> Source | None:
    """Decode a file. Returns None, with the mistakes reported, if it must not be read further.

    Args:
        path: How messages name the file.
        data: Its bytes.
        problems: Takes the mistakes.
    """
    if len(data) > MOST_BYTES:
        problems.report("file-too-large", Place(path), f"{len(data)} bytes", limit=f"{MOST_BYTES} bytes")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _with_line_feeds(data[: error.start].decode("utf-8-sig", "replace"))
        place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        problems.report("file-not-utf8", place, f"the byte 0x{data[error.start]:02x}")
        return None
    source = Source(path, tuple(_with_line_feeds(text).split("\n")))
    refused = [_refuse_characters(source, problems), _refuse_length(source, problems)]
    return None if any(refused) else source


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refuse_characters(source: Source, problems: Problems) -> bool:
    refused = False
    for code, pattern in REFUSED_CHARACTERS:
        for number, line in enumerate(source.lines, 1):
            if match := pattern.search(line):
                problems.report(
                    code, source.place(number, match.start() + 1), f"the character U+{ord(match.group()):04X}"
                )
                refused = True
                break
    return refused


def _refuse_length(source: Source, problems: Problems) -> bool:
    if len(source.lines) > MOST_LINES:
        place = source.place(MOST_LINES + 1)
        problems.report("file-too-large", place, f"{len(source.lines)} lines", limit=f"{MOST_LINES} lines")
        return True
    for number, line in enumerate(source.lines, 1):
        if len(line) > LONGEST_LINE:
            found = f"{len(line)} characters: {shown(line, 20)}"
            problems.report("line-too-long", source.place(number, LONGEST_LINE + 1), found, limit=LONGEST_LINE)
            return True
    return False
