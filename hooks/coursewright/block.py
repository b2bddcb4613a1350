"""The blocks of a page, each a record: what authors write between ``///``.

Where each stands in a course, ``model.py`` says.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from coursewright.sheet import SheetPart
from coursewright.text import NOTHING, Phrase, Prose, Text
from coursewright.workshop import Day


class Task(ABC):
    """What a question asks of the learner. The types of question in ``questions/`` are what it can be."""

    __slots__ = ()

    @property
    @abstractmethod
    def kind(self) -> str:
        """The name by which scripts, styles and words know how it is answered."""

    @abstractmethod
    def decides(self) -> Iterator[str]:
        """What decides whether an answer is right, and how answers are numbered.

        A stored result belongs to a question as long as this stays the same. It leaves out every word that an author
        may improve without asking something else.
        """

    @abstractmethod
    def worded(self) -> Iterator[str]:
        """All words besides the stem, by which version 0.1 told whether a stored result belonged to a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A self-check: a stem, a task and an explanation."""

    name: str
    line: int
    objectives: tuple[str, ...]
    minutes: int
    stem: Text
    task: Task
    hint: Phrase | None
    explanation: Text
    digest: str
    """Changes with what decides whether an answer is right; better words leave it, and stored results, as they are."""
    worded_digest: str
    """The digest of version 0.1, which changed with every word: results that were stored then are found by it."""
    reviews: str = ""
    """An earlier question, ``module/lesson/question``, that it comes back to: a sibling, with a result of its own."""
    formerly: tuple[str, ...] = ()
    """Names that it had, as its author wrote them: see ``former_ids``."""


@dataclass(frozen=True, slots=True)
class Review:
    """An earlier question, asked again in the same words. Its result counts for the original."""

    line: int
    lesson: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """A sheet to fill in, on the page or by hand."""

    name: str
    line: int
    title: str
    minutes: int
    pages: int
    """Pages that it takes on paper, A4 or US Letter."""
    purpose: str
    group: str
    materials: tuple[str, ...]
    objectives: tuple[str, ...]
    parts: tuple[SheetPart, ...]
    formerly: tuple[str, ...] = ()
    """Names that it had, as its author wrote them: see ``former_ids``."""
    formerly_fields: tuple[tuple[str, str], ...] = ()
    """Earlier names of its fields, each after the name it has now."""


@dataclass(frozen=True, slots=True)
class TrainerNote:
    """What only the trainer reads: the trainer's edition has it, the learner's does not."""

    for_trainers: ClassVar[bool] = True

    line: int
    text: Text


@dataclass(frozen=True, slots=True)
class Activity:
    """Something done in a room, alone or together."""

    name: str
    line: int
    title: str
    minutes: int
    group: str
    materials: tuple[str, ...]
    if_late: str
    objectives: tuple[str, ...]
    parts: tuple[Prose | TrainerNote, ...]
    worksheet: str = ""
    """The sheet that it works with: ``module/lesson/sheet``, or ``sheet`` for one of its own lesson."""
    alone: Phrase = NOTHING
    """How someone without a group does it."""


@dataclass(frozen=True, slots=True)
class KeyPoints:
    """What to remember; the last block of a lesson."""

    line: int
    text: Text


@dataclass(frozen=True, slots=True)
class Agenda:
    """A day of a workshop, where it stands on its page."""

    line: int
    day: Day


def former_ids(block: Question | Worksheet, lesson: str) -> list[str]:
    """Where a block of a lesson was kept before, as ``module/lesson/name``: there, unless it names another."""
    return [name if "/" in name else f"{lesson}/{name}" for name in block.formerly]


Block = Question | Review | Worksheet | Activity | TrainerNote | KeyPoints | Agenda
