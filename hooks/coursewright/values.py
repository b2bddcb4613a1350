"""What the value of a key may be: texts, names, numbers of minutes, times, days and addresses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from coursewright.text import can_be_seen

NAME_PATTERN = r"^[a-z][a-z0-9-]*$"
QUESTION_PATTERN = r"^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$"
SHEET_PATTERN = r"^([a-z][a-z0-9-]*/[a-z][a-z0-9-]*/)?[a-z][a-z0-9-]*$"
ADDRESS_PATTERN = r"^https?://\S+$"
TEMPLATE_PATTERN = r"^[a-z][a-z0-9-]*\.html$"
LATE_PATTERN = r"^(keep|cut|shorten to [1-9]\d*)$"
CLOCK_PATTERN = r"^([01]?\d|2[0-3]):[0-5]\d$"
DATE_PATTERN = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
LESSON_PATTERN = r"^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$"
FORMER_PATTERN = r"^([^\s/]+/[^\s/]+/)?[^\s/]+$"
FORMER_FIELD_PATTERN = r"^[^\s:/]+$"

PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        NAME_PATTERN: "a name of lowercase letters, digits and hyphens that starts with a letter",
        QUESTION_PATTERN: "`module/lesson/question`",
        SHEET_PATTERN: "`module/lesson/sheet`, or the name of a worksheet of this lesson",
        ADDRESS_PATTERN: "an address that begins with https://",
        TEMPLATE_PATTERN: "the name of a template, such as `home.html`",
        LATE_PATTERN: "`keep`, `cut` or `shorten to N`",
        CLOCK_PATTERN: "a time of the day, such as `9:00` or `13:30`",
        DATE_PATTERN: "a date, such as `2027-03-02`",
        LESSON_PATTERN: "the id of a lesson, `module/lesson`",
        FORMER_PATTERN: "a name that it had in this lesson, or `module/lesson/name`",
        FORMER_FIELD_PATTERN: "the name that the field had",
    }
)
"""What each pattern expects, as messages say it."""

LONGEST_TITLE = 200
LONGEST_TEXT = 1000
MOST_MINUTES = 480
MOST_PEOPLE = 500
MOST_REVISIONS = 1_000
DAY_BEFORE = 24 * 60
EARLIEST_REMINDER = 28 * DAY_BEFORE
YEARS = range(1900, 2200)
"""In which a workshop may take place: a calendar file can hold these, and the days that follow."""


def as_list(value: object) -> object:
    """One text as a list of it."""
    return [value] if isinstance(value, str) else value


def _on_one_line(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


def _seen(value: str) -> str:
    if value and not can_be_seen(value):
        raise PydanticCustomError("unseen", "some text that can be seen")
    return value


def _day(value: str) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise PydanticCustomError("no_day", "a day that the calendar has") from error
    if day.year not in YEARS:
        raise PydanticCustomError("no_day", f"a day in the years {YEARS[0]} to {YEARS[-1]}")
    return value


def _address(value: str) -> str:
    try:
        host = urlsplit(value).netloc
    except ValueError:
        host = ""
    if not host.strip(":@"):
        raise PydanticCustomError(
            "no_address", "an address with the name of a site, such as `https://example.org/page`"
        )
    return value


OnOneLine = BeforeValidator(_on_one_line)
Seen = AfterValidator(_seen)
Title = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TITLE), OnOneLine, Seen]
Words = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT), OnOneLine, Seen]
Address = Annotated[str, StringConstraints(pattern=ADDRESS_PATTERN), AfterValidator(_address)]
Day = Annotated[str, StringConstraints(pattern=DATE_PATTERN), AfterValidator(_day)]
Name = Annotated[str, StringConstraints(pattern=NAME_PATTERN)]
Minutes = Annotated[int, Field(ge=1, le=MOST_MINUTES)]
Clock = Annotated[str, StringConstraints(pattern=CLOCK_PATTERN)]
Names = Annotated[tuple[Name, ...], BeforeValidator(as_list)]
FormerNames = Annotated[
    tuple[Annotated[str, StringConstraints(pattern=FORMER_PATTERN)], ...],
    BeforeValidator(as_list),
]
QuestionTypeName = Literal["choice", "text", "number", "gaps", "matching", "ordering", "reflection", "scenario"]
"""The types of question; ``questions/table.py`` has the type of each name."""
