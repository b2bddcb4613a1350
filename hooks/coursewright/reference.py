"""What lessons refer to: the sources they draw on, and the terms that the glossary explains."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the bibliography."""

    key: str
    author: str
    title: str
    publication: str = ""
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    forms: tuple[str, ...]
    """The term, and what else it is called in a text: a plural, for instance."""
    meaning: str

    @property
    def name(self) -> str:
        """The term as the glossary lists it."""
        return self.forms[0]

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds it in a text, as a word of its own; the longest form first."""
        forms = sorted(self.forms, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)
