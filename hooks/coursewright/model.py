"""What a course is, once it has been read.

    Course                       docs/course.yml
      Reference                  docs/bibliography.yml, by key
      Term                       docs/glossary.yml
      CoursePath                 docs/course.yml: a way through the course, see path.py
      Page                       docs/*.md: any page that is no lesson
      Workshop                   docs/workshops/*.md: a page with an agenda
        Day                      /// agenda: see workshop.py
        Activity                 of its own
      Module                     docs/lessons/MODULE/index.md
        Lesson                   docs/lessons/MODULE/LESSON.md
          Objective              front matter
          Part                   what the minutes of a lesson are made of; derived
          flow: the text from top to end, each of
            Prose                Markdown between the blocks
            Question             /// question | NAME
              Task               one of the types of question: see questions/
            Review               /// review: an earlier question, asked again
            Worksheet            /// worksheet | NAME
              SheetPart          one of the parts of a sheet: see sheet.py
            Activity             /// activity | NAME
              Prose, TrainerNote
            TrainerNote          /// trainer
            KeyPoints            /// key-points
            Agenda               /// agenda, in a workshop

The reader derives all of it from the source once, and nothing here is made by a build. Every output (page, quiz,
worksheet, map, list of mistakes) is a projection of these records, which never change after reading. Lines and columns
count from 1, as editors show them; Markdown is kept as the author wrote it, less the indentation of the block it stands
in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from coursewright.block import Activity, Agenda, Block, Question, Worksheet
from coursewright.path import CoursePath
from coursewright.reference import Reference, Term
from coursewright.text import Prose, Text
from coursewright.workshop import Day, Room


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the prose, with the place where it stands."""

    level: int
    text: str
    line: int


@dataclass(frozen=True, eq=False)
class Page:
    """A Markdown file: a lesson, the first page of a module, or any other page."""

    path: str
    """Below the docs folder, with ``/``: ``lessons/machine-first/payroll.md``."""
    title: str
    description: str
    template: str
    hide: tuple[str, ...]
    search: Mapping[str, bool | float]
    flow: tuple[Prose | Block, ...]
    lines: tuple[str, ...]
    """The whole source, to show a mistake found later in its place."""

    @property
    def id(self) -> str:
        """How the learner's saved answers name it: the path without its suffix."""
        return self.path.removesuffix(".md")

    @cached_property
    def prose(self) -> tuple[Text, ...]:
        """The Markdown outside blocks."""
        return tuple(item.text for item in self.flow if isinstance(item, Prose))


@dataclass(frozen=True, slots=True)
class Objective:
    """A learning objective: something a person can do after the lesson."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A share of a lesson's minutes."""

    kind: Literal["reading", "questions", "worksheet", "activity"]
    title: str
    minutes: int
    anchor: str = ""


@dataclass(frozen=True, eq=False)
class Lesson(Page):
    """The unit that is read, taught and checked."""

    module: str
    name: str
    minutes: int
    objectives: tuple[Objective, ...]
    prerequisites: tuple[str, ...]
    materials: tuple[str, ...]
    references: tuple[str, ...]
    tags: tuple[str, ...]
    audience: str
    formerly: tuple[str, ...]
    """Ids that the lesson had before it was renamed or moved."""
    can_do: str = ""
    """What a learner can say of herself afterwards; the self-assessment asks it."""

    @property
    def id(self) -> str:
        """How other lessons and the learner's saved answers name it: ``module/lesson``."""
        return f"{self.module}/{self.name}"

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions, in the order of the page."""
        return tuple(item for item in self.flow if isinstance(item, Question))

    @cached_property
    def worksheets(self) -> tuple[Worksheet, ...]:
        """The worksheets, in the order of the page."""
        return tuple(item for item in self.flow if isinstance(item, Worksheet))

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """The activities, in the order of the page."""
        return tuple(item for item in self.flow if isinstance(item, Activity))

    @cached_property
    def timed_blocks(self) -> tuple[Question | Worksheet | Activity, ...]:
        """The blocks that take time and serve objectives, in the order of the page."""
        return tuple(item for item in self.flow if isinstance(item, Question | Worksheet | Activity))

    def questions_on(self, objective: Objective) -> list[Question]:
        """The questions that check an objective."""
        return [question for question in self.questions if objective.name in question.objectives]

    def practice_of(self, objective: Objective) -> list[Worksheet | Activity]:
        """The worksheets and activities that practise an objective, in the order of the page."""
        practice = (block for block in self.timed_blocks if not isinstance(block, Question))
        return [block for block in practice if objective.name in block.objectives]

    @property
    def block_minutes(self) -> int:
        """Minutes that the blocks state; the rest of a lesson's minutes is for reading."""
        return sum(block.minutes for block in self.timed_blocks)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What the minutes are made of. They add up to ``minutes``."""
        parts = [Part("reading", "", max(0, self.minutes - self.block_minutes))]
        if self.questions:
            minutes = sum(question.minutes for question in self.questions)
            parts.append(Part("questions", "", minutes, f"question-{self.questions[0].name}"))
        for item in self.flow:
            if isinstance(item, Worksheet):
                parts.append(Part("worksheet", item.title, item.minutes, item.name))
            elif isinstance(item, Activity):
                parts.append(Part("activity", item.title, item.minutes, item.name))
        return tuple(parts)


@dataclass(frozen=True, eq=False)
class Module(Page):
    """A sequence of lessons with one purpose."""

    name: str
    purpose: str
    lesson_names: tuple[str, ...]
    lessons: tuple[Lesson, ...] = ()

    @property
    def minutes(self) -> int:
        """Minutes of all its lessons."""
        return sum(lesson.minutes for lesson in self.lessons)


@dataclass(frozen=True, eq=False)
class Workshop(Page):
    """Lessons, activities and breaks, by the clock."""

    name: str
    head_count: int
    room: Room
    date: str
    """The first day, ``2027-03-02``; nothing, as long as none is set."""
    assumes: tuple[str, ...]
    """Ids of lessons that participants know before."""
    location: str = ""
    reminder: int = 0
    """Minutes before each day at which calendars remind people; 0 for never."""
    revision: int = 0
    """How often it has changed since people got its calendar file."""

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Its days, in order."""
        return tuple(item.day for item in self.flow if isinstance(item, Agenda))

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """The activities of its own, in the order of the page."""
        return tuple(item for item in self.flow if isinstance(item, Activity))

    def activity(self, name: str) -> Activity | None:
        """An activity of its own."""
        return next((activity for activity in self.activities if activity.name == name), None)


@dataclass(frozen=True, eq=False)
class Course:
    """A whole course."""

    title: str
    id: str = ""
    """The author's name for it, under which browsers keep what learners do."""
    formerly: tuple[str, ...] = ()
    subtitle: str = ""
    description: str = ""
    modules: tuple[Module, ...] = ()
    paths: tuple[CoursePath, ...] = ()
    """Ways through it, in the order of course.yml."""
    pages: tuple[Page, ...] = ()
    bibliography: Mapping[str, Reference] = field(default_factory=dict)
    glossary: tuple[Term, ...] = ()
    """By the alphabet."""
    timings: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    """The minutes that parts of workshops really took, by their ids: see timings.py of the reader."""
    advice: bool = True
    """Whether its author is given advice on questions."""

    @cached_property
    def lessons(self) -> tuple[Lesson, ...]:
        """All lessons, in the order in which they are learnt."""
        return tuple(lesson for module in self.modules for lesson in module.lessons)

    @cached_property
    def workshops(self) -> tuple[Workshop, ...]:
        """Its workshops, the short ones first."""
        found = (page for page in self.pages if isinstance(page, Workshop))
        return tuple(sorted(found, key=lambda each: (sum(day.end - day.start for day in each.days), each.name)))

    @cached_property
    def _lessons_by_id(self) -> dict[str, Lesson]:
        return {lesson.id: lesson for lesson in self.lessons}

    @cached_property
    def _order(self) -> dict[str, int]:
        return {lesson.id: place for place, lesson in enumerate(self.lessons)}

    @cached_property
    def _modules_by_name(self) -> dict[str, Module]:
        return {module.name: module for module in self.modules}

    @cached_property
    def _pages_by_path(self) -> dict[str, Page]:
        return {page.path: page for page in self.every_page()}

    @property
    def minutes(self) -> int:
        """Minutes of all lessons."""
        return sum(module.minutes for module in self.modules)

    def every_page(self) -> Iterator[Page]:
        """Each page of the course once: plain pages, modules, lessons."""
        yield from self.pages
        for module in self.modules:
            yield module
            yield from module.lessons

    def lesson(self, lesson_id: str) -> Lesson | None:
        """The lesson of that id (``module/lesson``), if there is one."""
        return self._lessons_by_id.get(lesson_id)

    def taken(self, names: Iterable[str]) -> list[Lesson]:
        """The lessons that a path takes by these names: of a module, all; what there isn't, left out."""
        found: list[Lesson] = []
        for name in names:
            module, lesson = self._modules_by_name.get(name), self.lesson(name)
            found += module.lessons if module else [lesson] if lesson else []
        return found

    def practice(self, name: str) -> tuple[Lesson, Worksheet | Activity] | None:
        """An activity or a worksheet by ``module/lesson/name``, with its lesson."""
        lesson_id, _, block = name.rpartition("/")
        lesson = self.lesson(lesson_id)
        practice = (each for each in (lesson.timed_blocks if lesson else ()) if not isinstance(each, Question))
        found = next((each for each in practice if each.name == block), None)
        return (lesson, found) if lesson and found else None

    def question(self, lesson_id: str, name: str) -> Question | None:
        """A question by its lesson and name."""
        lesson = self.lesson(lesson_id)
        return next((question for question in lesson.questions if question.name == name), None) if lesson else None

    def worksheet(self, lesson_id: str, name: str) -> Worksheet | None:
        """A worksheet by its lesson and name."""
        lesson = self.lesson(lesson_id)
        return next((sheet for sheet in lesson.worksheets if sheet.name == name), None) if lesson else None

    def sheet_of(self, activity: Activity, lesson: Lesson | None) -> tuple[Lesson, Worksheet] | None:
        """The worksheet that an activity works with, and its lesson. ``lesson`` is where the activity stands."""
        lesson_id, _, name = activity.worksheet.rpartition("/")
        owner = self.lesson(lesson_id) if lesson_id else lesson
        sheet = self.worksheet(owner.id, name) if owner and name else None
        return (owner, sheet) if owner and sheet else None

    def workshop(self, name: str) -> Workshop | None:
        """The workshop of that name, if there is one."""
        return next((workshop for workshop in self.workshops if workshop.name == name), None)

    def citing(self, source: Reference) -> list[Lesson]:
        """The lessons that draw on a source."""
        return [lesson for lesson in self.lessons if source.key in lesson.references]

    def first_use(self, term: Term) -> Lesson | None:
        """The first lesson whose prose has a term of the glossary."""
        uses = term.pattern
        return next((lesson for lesson in self.lessons if any(uses.search(str(text)) for text in lesson.prose)), None)

    def page(self, path: str) -> Page | None:
        """The page at that path below the docs folder, if there is one."""
        return self._pages_by_path.get(path)

    def module_of(self, page: Page) -> Module | None:
        """The module that a page opens or belongs to; None for pages that no list of the course names."""
        if isinstance(page, Lesson):
            return self._modules_by_name.get(page.module) if page.id in self._order else None
        return self._modules_by_name.get(page.name) if isinstance(page, Module) else None

    def neighbours(self, lesson: Lesson) -> tuple[Lesson | None, Lesson | None]:
        """The lessons before and after one, across modules."""
        place = self._order[lesson.id]
        before = self.lessons[place - 1] if place else None
        after = self.lessons[place + 1] if place + 1 < len(self.lessons) else None
        return before, after
