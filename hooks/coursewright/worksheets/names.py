"""The names of a sheet's fields, under which is kept what a learner has written."""

from __future__ import annotations

import re

from coursewright.problem import shown
from coursewright.source.reading import Reading
from coursewright.text import hyphenated
from coursewright.values import NAME_PATTERN

LONGEST_NAME = 48
MOST_FIELDS = 2_000
"""Fields of a sheet; a hundred pages would hold fewer."""

_NAME = re.compile(NAME_PATTERN)


class FieldNames:
    """Gives each field of a sheet a name: the author's, or its label's, with a number where the label stands twice."""

    def __init__(self, reading: Reading) -> None:
        self.count = 0
        self._reading = reading
        self._used: dict[str, int] = {}

    def name(self, label: str, given: str | None = None, line: int = 0) -> str:
        """A name that no other field of the sheet has.

        Args:
            label: What the field asks for.
            given: The author's name for it, if there is one.
            line: Where the field stands, for a mistake in that name.
        """
        self.count += 1
        if given is not None:
            return self._given(given, line)
        base = hyphenated(label)[:LONGEST_NAME].rstrip("-") or "field"
        name, number = base, self._used.get(base, 0)
        while name in self._used:
            number += 1
            name = f"{base}--{number}"
        self._used[base] = self._used[name] = max(number, 1)
        return name

    def _given(self, name: str, line: int) -> str:
        if not is_name(name) or name in self._used:
            report_name(name, line, self._reading)
        self._used[name] = self._used.get(name, 0) + 1
        return name


def is_name(name: str) -> bool:
    """Whether an author may name a field, or a column of fields, so."""
    return bool(_NAME.match(name)) and len(name) <= LONGEST_NAME


def report_name(name: str, line: int, reading: Reading) -> None:
    """Report a name that a field, or a column of fields, can't have."""
    reading.report("sheet-field-name", line, shown(name), limit=LONGEST_NAME)
