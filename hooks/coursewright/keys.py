"""What an author may write as keys: in course.yml, in front matter, and as options of a block.

Each class is one set of keys; the description of each key is what messages and the author's guide say of it.
Values arrive as text, lists and mappings (the reader leaves numbers as they were written) and leave typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from coursewright.values import (
    DAY_BEFORE,
    EARLIEST_REMINDER,
    FORMER_FIELD_PATTERN,
    LATE_PATTERN,
    LESSON_PATTERN,
    MOST_PEOPLE,
    MOST_REVISIONS,
    QUESTION_PATTERN,
    SHEET_PATTERN,
    TEMPLATE_PATTERN,
    Address,
    Clock,
    Day,
    FormerNames,
    Minutes,
    Name,
    Names,
    QuestionTypeName,
    Title,
    Words,
    as_list,
)

HOME_TEMPLATE = "home.html"
"""Draws the cover of the course, the words of its first page, and the map."""
PLAIN_TEMPLATE = "main.html"
"""Draws any page."""
AUTHORS_TEMPLATES = (HOME_TEMPLATE, PLAIN_TEMPLATE)
"""The templates that an author's page may name, besides those of the author's own."""
_FORMERLY = "names that it had: `old-name`, or `module/lesson/old-name` if it was in another lesson"


class Keys(BaseModel):
    """A set of keys: unknown ones are refused, spaces at the ends are dropped."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class WeekKeys(Keys):
    """A week of a path in `docs/course.yml`"""

    title: Title | None = Field(None, description="what the week is called, beside its number")
    lessons: tuple[Words, ...] = Field(description="modules, and lessons: `module/lesson`", min_length=1)
    together: tuple[Words, ...] = Field(
        (), description="activities and worksheets for the time that the group spends together: `module/lesson/name`"
    )
    talk: Words | None = Field(None, description="what each learner talks about with their manager")


class PathKeys(Keys):
    """A path in `docs/course.yml`, below its name in `paths`"""

    title: Title = Field(description="the title of its page")
    description: Words | None = Field(None, description="one or two sentences: who it's for")
    hours: Annotated[int, Field(ge=1, le=1000)] | None = Field(
        None, description="the most hours that its lessons may take; a path that takes longer is a mistake"
    )
    lessons: tuple[Words, ...] = Field((), description="its modules and lessons in order, if it has no weeks")
    weeks: tuple[WeekKeys, ...] = Field((), description="its weeks in order; then `lessons` is left out")


class CourseKeys(Keys):
    """``docs/course.yml``"""

    title: Title = Field(description="the name of the course")
    subtitle: Words | None = Field(None, description="one line below the title")
    description: Words | None = Field(None, description="one or two sentences for search engines and the first page")
    id: Name | None = Field(
        None, description="the name under which browsers keep what learners do; without it, the title's letters"
    )
    formerly: Annotated[tuple[Words, ...], BeforeValidator(as_list)] = Field(
        (), description="ids that it had, and titles that it had while it had no `id`"
    )
    advice: bool = Field(True, description="`false` turns off the advice on questions whose form gives answers away")
    modules: tuple[Name, ...] = Field(
        description="the folders below lessons/, in the order of the course", min_length=1
    )
    paths: Mapping[Name, PathKeys] = Field(
        default_factory=dict, description="ways through the course, each `name:` with a title and lessons or weeks"
    )


class ReferenceKeys(Keys):
    """An entry of ``docs/bibliography.yml``"""

    author: Words = Field(description="who wrote it")
    title: Words = Field(description="its title")
    publication: Words | None = Field(None, alias="in", description="where it was published")
    note: Words | None = Field(None, description="what a reader should know of it")
    url: Address | None = Field(None, description="its address")


class GlossaryKeys(Keys):
    """``docs/glossary.yml``"""

    terms: Mapping[Words, Words] = Field(
        description="terms, each `term: what it means`; other forms of a term follow it: `skill gap | skill gaps`"
    )


class SearchKeys(Keys):
    """How the search treats a page"""

    exclude: bool = Field(False, description="true keeps the page out of the search")
    boost: float = Field(1.0, gt=0, allow_inf_nan=False, description="more than 1 lists the page earlier")


class PageKeys(Keys):
    """Front matter of any page"""

    title: Title = Field(description="the title of the page")
    description: Words | None = Field(None, description="one or two sentences for search engines")
    template: Annotated[str, StringConstraints(pattern=TEMPLATE_PATTERN)] | None = Field(
        None, description="a template of overrides/, such as home.html"
    )
    hide: tuple[Literal["navigation", "toc"], ...] = Field(
        (), description="parts of the page to leave out: `navigation`, `toc`"
    )
    search: SearchKeys = Field(SearchKeys(), description="how the search treats the page")


class HomeKeys(PageKeys):
    """Front matter of the first page, ``docs/index.md``, which may do without"""

    title: Title = Field("", description="what the list of contents calls the page; without it, the course's title")
    template: Annotated[str, StringConstraints(pattern=TEMPLATE_PATTERN)] | None = Field(
        HOME_TEMPLATE, description="`main.html` makes it a plain page, without the cover and the course map"
    )


class ModuleKeys(PageKeys):
    """Front matter of a module's first page, ``lessons/MODULE/index.md``"""

    purpose: Words = Field(description="one sentence: what the module is for")
    lessons: tuple[Name, ...] = Field(description="its lessons, by file name without .md, in order", min_length=1)


class LessonKeys(PageKeys):
    """Front matter of a lesson, ``lessons/MODULE/LESSON.md``"""

    minutes: Minutes = Field(description="a whole number of minutes for the lesson, 1 to 480")
    can_do: Words | None = Field(
        None,
        alias="can-do",
        description="what learners can say afterwards, for the self-assessment: `I can write a schedule that holds`",
    )
    objectives: Mapping[Name, Words] = Field(
        description="learning objectives, each `name: what learners can do afterwards`", min_length=1
    )
    prerequisites: tuple[Words, ...] = Field(
        (), description="lessons to know before: `module/lesson`, or `lesson` of this module"
    )
    materials: tuple[Words, ...] = Field((), description="what to have at hand")
    references: tuple[Words, ...] = Field((), description="keys of docs/bibliography.yml that the lesson draws on")
    tags: tuple[Words, ...] = Field((), description="words to find the lesson by")
    audience: Words | None = Field(None, description="whom the lesson is for")
    formerly: tuple[Words, ...] = Field((), description="ids that the lesson had before: `module/lesson`")


class WorkshopKeys(PageKeys):
    """Front matter of a workshop, ``workshops/WORKSHOP.md``"""

    start: Clock | None = Field(None, description="when a day starts, unless its agenda says otherwise")
    end: Clock | None = Field(None, description="when a day ends, unless its agenda says otherwise")
    date: Day | None = Field(None, description="the first day; with it there is a calendar file")
    head_count: Annotated[int, Field(ge=1, le=MOST_PEOPLE)] = Field(
        12, alias="head-count", description="how many people take part; copies are counted by it"
    )
    room: Literal["room", "remote"] = Field("room", description="where people meet: `room` or `remote`")
    location: Words | None = Field(
        None, description="the place, for the calendar file: a room and its address, or the link to a call"
    )
    reminder: Annotated[int, Field(ge=0, le=EARLIEST_REMINDER)] = Field(
        DAY_BEFORE,
        description="how many minutes before each day the calendar reminds people: 1440 is a day; 0 is no reminder",
    )
    revision: Annotated[int, Field(ge=0, le=MOST_REVISIONS)] = Field(
        0,
        description="how often date, times or place have changed since people got the calendar file: add 1 each "
        "time, and their calendars take the new file for an update",
    )
    assumes: tuple[Annotated[str, StringConstraints(pattern=LESSON_PATTERN)], ...] = Field(
        (), description="lessons that participants know before, `module/lesson`"
    )


class PaperKeys(Keys):
    """`extra: worksheets:` in mkdocs.yml"""

    pdf: bool = Field(True, description="false builds the site without PDFs of the worksheets")
    text: Annotated[int, Field(ge=12, le=24)] = Field(
        12, description="the size of their text in points: 12, or 16 for an edition in large print"
    )


class QuestionKeys(Keys):
    """Options of `/// question | name`"""

    objective: Names = Field(
        (),
        description="the objective, or a list of those, that it checks; required in a lesson unless it has `reviews`",
    )
    reviews: Annotated[str, StringConstraints(pattern=QUESTION_PATTERN)] | None = Field(
        None, description="an earlier question that it comes back to in other words: `module/lesson/question`"
    )
    minutes: Minutes = Field(1, description="minutes to answer it")
    type: QuestionTypeName = Field("choice", description="the type of question")
    hint: Words | None = Field(None, description="a hint, offered after a wrong answer")
    case: Literal["ignore", "match"] = Field("ignore", description="whether capitals matter in typed words")
    spaces: Literal["ignore", "match"] = Field("ignore", description="whether each space matters in typed words")
    unit: Words | None = Field(None, description="units of a number: `minutes | min`; the first is shown")
    formerly: FormerNames = Field((), description=_FORMERLY)


class SceneKeys(Keys):
    """Options of `/// scene | name`, inside a question of type scenario"""

    end: Literal["good", "fair", "poor"] | None = Field(None, description="makes the scene an end of the story")


class ReviewKeys(Keys):
    """Options of `/// review`"""

    question: Annotated[str, StringConstraints(pattern=QUESTION_PATTERN)] = Field(
        description="the question to ask again: `module/lesson/question`"
    )


class WorksheetKeys(Keys):
    """Options of `/// worksheet | name`"""

    title: Title = Field(description="the title of the sheet")
    minutes: Minutes = Field(description="minutes to fill it in")
    pages: Annotated[int, Field(ge=1, le=20)] = Field(1, description="pages that it takes on paper")
    purpose: Words | None = Field(None, description="one sentence: what the sheet is for")
    group: Words | None = Field(None, description="who works together: alone, pairs, threes, the whole room")
    materials: Annotated[tuple[Words, ...], BeforeValidator(as_list)] = Field((), description="what to have at hand")
    objective: Names = Field((), description="the objective, or a list of those, that it serves")
    formerly: FormerNames = Field((), description=_FORMERLY)
    formerly_fields: Mapping[Name, Annotated[str, StringConstraints(pattern=FORMER_FIELD_PATTERN)]] = Field(
        default_factory=dict, alias="formerly-fields", description="fields that had other names, each `name: old-name`"
    )


class ActivityKeys(Keys):
    """Options of `/// activity | name`"""

    title: Title | None = Field(None, description="the title; without it, the name in words")
    minutes: Minutes = Field(description="minutes that it takes")
    group: Words | None = Field(None, description="who works together: alone, pairs, threes, the whole room")
    alone: Words | None = Field(None, description="how someone without a group does it")
    materials: Annotated[tuple[Words, ...], BeforeValidator(as_list)] = Field((), description="what to have at hand")
    if_late: Annotated[str, StringConstraints(pattern=LATE_PATTERN)] = Field(
        "keep", alias="if-late", description="what to do when late: `keep`, `cut` or `shorten to N` minutes"
    )
    objective: Names = Field((), description="the objective, or a list of those, that it serves")
    worksheet: Annotated[str, StringConstraints(pattern=SHEET_PATTERN)] | None = Field(
        None, description="the worksheet that it works with: `module/lesson/sheet`, or a `sheet` of this lesson"
    )


class AgendaKeys(Keys):
    """Options of `/// agenda`"""

    title: Title | None = Field(None, description="what the day is called; without it, its number")
    start: Clock | None = Field(None, description="when the day starts")
    end: Clock | None = Field(None, description="when the day ends; an earlier time than `start` is one after midnight")


class NoKeys(Keys):
    """A block without options"""


BLOCK_KEYS: Mapping[str, type[Keys]] = MappingProxyType(
    {
        "question": QuestionKeys,
        "scene": SceneKeys,
        "review": ReviewKeys,
        "worksheet": WorksheetKeys,
        "example": NoKeys,
        "key": NoKeys,
        "activity": ActivityKeys,
        "agenda": AgendaKeys,
        "trainer": NoKeys,
        "key-points": NoKeys,
    }
)
"""Every kind of block, with its options."""

UNNAMED_BLOCKS = frozenset({"trainer", "key-points", "review", "example", "key", "agenda"})
"""Kinds that have no name, as nothing is ever saved for them."""

RESERVED_NAMES = re.compile(r"^(?:key-points|references|lessons|course-map|course-title|(?:question|review)-.*)$")
"""Names that a page uses as ids itself."""

NESTING: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "activity": frozenset({"trainer"}),
        "question": frozenset({"scene"}),
        "worksheet": frozenset({"example", "key"}),
    }
)
"""Which kinds may stand inside which."""
