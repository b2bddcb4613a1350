"""What only a script could draw: on a page that doesn't load it, and on paper, it would stand there as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from coursewright.problem import Problems, shown
from coursewright.reader.page import ReadPage
from coursewright.source.blocks import RawBlock, RawProse
from coursewright.source.lines import without_code

_DIAGRAM = re.compile(r"^[{. ]*mermaid\b")
_FORMULA = re.compile(r"^ {0,3}(?:\$\$|\\begin\{)")
_INLINE = re.compile(
    r"\$(?![\s$])(?P<dollars>[^$]++)(?<!\s)\$(?!\d)|\\[(\[](?P<brackets>(?:[^\\]|\\(?![()\[\]]))*+)\\[)\]]"
)
_OF_TEX = re.compile(r"\\[a-zA-Z]{2}|[\^_][{\w\\]")
"""What no price and no name in dollars has: a command, or something above or below the line."""


class _Kind(NamedTuple):
    what: str
    drawn: str
    """What stands in the HTML of a page whose configuration draws it."""
    source: str
    """How to show it as typed."""


_DIAGRAMS = _Kind("Mermaid diagrams", 'class="mermaid"', "call the code `text`")
_FORMULAS = _Kind("formulas", "arithmatex", "put it between backquotes")


def check_scripts(read: ReadPage, html: str, problems: Problems) -> None:
    """Report what needs a script, on a drawn page that has none for it or in a worksheet."""
    on_paper = frozenset(_lines_of_sheets(read.tree.items, in_sheet=False))
    for number, kind in _found(read):
        if number in on_paper or kind.drawn not in html:
            place = read.source.place(number)
            problems.report("needs-script", place, shown(place.excerpt), what=kind.what, source=kind.source)


def _found(read: ReadPage) -> Iterator[tuple[int, _Kind]]:
    for number, info in read.tree.fences.items():
        if _DIAGRAM.match(info):
            yield number, _DIAGRAMS
    open_formula = False
    for number, line in enumerate(read.source.lines, 1):
        if number < read.tree.first_line or number in read.tree.protected:
            continue
        if not open_formula and _has_formula(line):
            yield number, _FORMULAS
        if _FORMULA.match(line) and line.count("$$") == 1:
            open_formula = not open_formula


def _has_formula(line: str) -> bool:
    if _FORMULA.match(line):
        return True
    if "$" not in line and "\\" not in line:
        return False
    found = _INLINE.finditer(without_code(line))
    return any(_OF_TEX.search(each["dollars"] or each["brackets"] or "") for each in found)


def _lines_of_sheets(items: list[RawProse | RawBlock], in_sheet: bool) -> Iterator[int]:
    for item in items:
        if isinstance(item, RawBlock):
            yield from _lines_of_sheets(item.items, in_sheet or item.kind == "worksheet")
        elif in_sheet:
            yield from range(item.text.line, item.text.line + len(item.text.lines))
