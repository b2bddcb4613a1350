"""What a row or a column of a table needs, and the limit of what it may hold.

| Who | Mon { needs: 2 E, 1 L } | Tue { needs: 1 E, 1 L } |
|-----|---|---|
| Ada | | | { limit: 2 }

What is written into a cell, ticked or chosen in it counts as one. A letter or word behind a number is a mark: then
cells with this mark alone count. Where a table has marks, nothing else that is written in it counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coursewright.markup.element import Element, add, as_written
from coursewright.problem import shown
from coursewright.source.lines import Line, without_code
from coursewright.source.reading import Reading
from coursewright.words import Words
from coursewright.worksheets.signs import take_name

MOST = 999
KEYS = ("needs", "limit")
NOTHING_WRITTEN = re.compile(r"^(?:[-–—]*|\( ?\)|\[ ?\])$")
"""What stands for an empty cell: nothing, or a dash."""

_AMOUNT = re.compile(r"^(?P<number>\d{1,3})(?:\s+(?P<mark>[^\W\d_]\w{0,11}))?$")
_OPTIONS_AT_END = re.compile(r"(?<!\s)\s*+\{(?P<options>\s*(?:[a-z]+\s*:|needs\b|limit\b)[^{}#]*)\}\s*+$")
BETWEEN_OPTIONS = re.compile(r",(?!\s*\d)")
"""The comma between two options; one before a number stands between two amounts."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of cells: of those with a mark, or of all that are filled in."""

    number: int
    mark: str = ""

    def __str__(self) -> str:
        return f"{self.number} {self.mark}".rstrip()


@dataclass(frozen=True, slots=True)
class Demand:
    """What a row or column needs at least, and may hold at most."""

    needs: tuple[Amount, ...] = ()
    limits: tuple[Amount, ...] = ()

    @property
    def marks(self) -> frozenset[str]:
        """The marks that count for it."""
        return frozenset(each.mark.casefold() for each in (*self.needs, *self.limits) if each.mark)

    @property
    def cells(self) -> int:
        """How many cells it takes to fill the needs."""
        plain = max((each.number for each in self.needs if not each.mark), default=0)
        return max(plain, sum(each.number for each in self.needs if each.mark))

    def contradicts_itself(self) -> bool:
        """Whether it needs more than its own limit."""
        most = {each.mark.casefold(): each.number for each in self.limits}
        over = any(each.number > most.get(each.mark.casefold(), MOST) for each in self.needs)
        return over or self.cells > most.get("", MOST)

    def missed(self, counted: Counter[str]) -> tuple[list[Amount], list[Amount]]:
        """What is short, and what is over, of cells that were counted by their marks; ``""`` counts all of them."""
        short = [Amount(each.number - counted[each.mark.casefold()], each.mark) for each in self.needs]
        over = [Amount(counted[each.mark.casefold()] - each.number, each.mark) for each in self.limits]
        return [each for each in short if each.number > 0], [each for each in over if each.number > 0]


NO_DEMAND = Demand()


def count(cells: Iterable[str], marks: frozenset[str]) -> Counter[str]:
    """What is in some cells: how many hold each mark, and how many count at all."""
    counted: Counter[str] = Counter()
    for cell in (each.strip().casefold() for each in cells):
        if cell in marks:
            counted.update((cell, ""))
        elif not marks and not NOTHING_WRITTEN.match(cell):
            counted[""] += 1
    return counted


def in_words(amounts: Sequence[Amount]) -> str:
    """Amounts as they are written."""
    return ", ".join(map(str, amounts))


def draw_demand(parent: Element, demand: Demand, words: Words, class_: str) -> None:
    """Draw what a row or column needs, and its limit, below its words."""
    for key, amounts in (("needs", demand.needs), ("limit", demand.limits)):
        if amounts:
            # A number and its mark stay together in a narrow column.
            amount = ", ".join(str(each).replace(" ", "\N{NO-BREAK SPACE}") for each in amounts)
            add(parent, "span", as_written(words.of(f"sheet.{key}", amount=amount)), class_=class_)


def take_demand(cell: str, line: Line, reading: Reading) -> tuple[str, str | None, Demand]:
    """The words of a head, its author's name for the column, and what the column needs; mistakes are reported."""
    words, given = take_name(cell)
    match = _OPTIONS_AT_END.search(without_code(words))
    if not match:
        return words, given, NO_DEMAND
    words = words[: match.start()]
    if given is None:
        words, given = take_name(words)
    demand, seen = NO_DEMAND, set[str]()
    for written in BETWEEN_OPTIONS.split(match["options"]):
        key, _, value = (part.strip() for part in written.partition(":"))
        if key not in KEYS or key in seen:
            reading.report("sheet-head-option", line.number, shown(written.strip()))
        else:
            demand = with_amounts(demand, key, value, line.number, 0, reading)
        seen.add(key)
    return words, given, demand


def with_amounts(demand: Demand, key: str, value: str, line: int, column: int, reading: Reading) -> Demand:
    """A demand, and what is written behind ``needs:`` or ``limit:``; mistakes are reported."""
    amounts = [_AMOUNT.match(each.strip()) for each in value.split(",")]
    read = tuple(Amount(int(match["number"]), match["mark"] or "") for match in amounts if match)
    marks = {each.mark.casefold() for each in read}
    if len(read) < len(amounts) or len(marks) < len(read) or (key == "needs" and not all(each.number for each in read)):
        reading.report("sheet-needs", line, shown(f"{key}: {value}"), column or 1)
        return demand
    return Demand(read, demand.limits) if key == "needs" else Demand(demand.needs, read)
