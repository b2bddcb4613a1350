"""Lessons made up by chance: some 900 words each, with questions, a worksheet and an activity.

The number of a lesson is the seed of its words, so that it is the same in every course and on every machine.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

LESSONS_A_MODULE = 20
READING_MINUTES = 3
SHEET_MINUTES = 10
ACTIVITY_MINUTES = 15

COMMON = """
    the of and to a in is it you that was for on are with as they be at one have this from or had by not but what all
    were when we there can an your which their said if do will each about how up out them then she many some so these
    would other into has more her two like him see time could no make than first been its who now people my made over
    did down only way find use may water long little very after words called just where most know get through back
    much before go good new write our used me man too any day same right look think also around another came come work
    three word must because does part even place well such here take why things help put years different away again
    off went old number great tell men say small every found still between name should home big give air line set own
    under read last never us left end along while might next sound below saw something thought both few those always
    looked show large often together asked house don't world going want
""".split()
SUBJECTS = """
    schedule payroll review ticket queue guest shift budget report standard handover coaching feedback trust vision risk
    promise complaint survey training calendar checklist manager colleague customer supervisor escalation forecast
    staffing holiday refund delivery service quality meeting notice record target purpose habit
""".split()
SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi wo za bre cla dro fli gra".split()


@dataclass(frozen=True)
class Question:
    """Answers are (words, right, feedback)."""

    name: str
    scenario: str
    stem: str
    answers: list[tuple[str, bool, str]]
    explanation: str


@dataclass(frozen=True)
class Lesson:
    """All that both ways of writing a lesson are drawn from."""

    number: int
    title: str
    description: str
    objectives: list[str]
    sections: list[tuple[str, list[str]]]
    questions: list[Question]
    sheet: tuple[str, str, str, list[str]]
    """Title, purpose, instruction, three heads of columns."""
    activity: tuple[str, list[str], str]
    """Title, steps, note for the trainer."""
    key_points: list[str]

    @property
    def stem(self) -> str:
        """The name of its file."""
        return f"lesson-{self.number:04}"

    @property
    def module(self) -> str:
        """The name of its folder."""
        return f"module-{self.number // LESSONS_A_MODULE:03}"

    @property
    def minutes(self) -> int:
        """What its parts add up to."""
        return READING_MINUTES + len(self.questions) + SHEET_MINUTES + ACTIVITY_MINUTES

    @property
    def previous(self) -> str:
        """The name of the lesson before it in its module, or nothing."""
        return f"lesson-{self.number - 1:04}" if self.number % LESSONS_A_MODULE else ""


class Words:
    """Text by chance: mostly common words, some of the trade, and now and then one that is found nowhere else."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def some(self, count: int) -> str:
        """That many words."""
        kinds = self.chance.choices((COMMON, SUBJECTS, None), (78, 20, 2), k=count)
        return " ".join(self.chance.choice(kind) if kind else self._rare() for kind in kinds)

    def _rare(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=4))

    def title(self) -> str:
        """A few words, the first with a capital."""
        return f"{self.chance.choice(SUBJECTS)} {self.some(2)} {self._rare()}".capitalize()

    def sentence(self) -> str:
        """Some eleven words and a full stop."""
        return f"{self.some(self.chance.randint(7, 15)).capitalize()}."

    def paragraph(self, sentences: int = 4) -> str:
        """Some sentences; one of them with a word in bold."""
        text = [self.sentence() for _ in range(sentences)]
        return " ".join(text).replace(" trust ", " **trust** ", 1)


def make_lesson(number: int) -> Lesson:
    """Lesson of that number: some 900 words with all that is in its blocks."""
    words = Words(number)
    sections = [(words.title(), [words.paragraph() for _ in range(2)]) for _ in range(4)]
    return Lesson(
        number=number,
        title=words.title(),
        description=words.sentence(),
        objectives=[f"Explain {words.some(6)}" for _ in range(3)],
        sections=sections,
        questions=[_make_question(words, index) for index in range(3)],
        sheet=(words.title(), words.sentence(), words.sentence(), [words.some(2).capitalize() for _ in range(3)]),
        activity=(words.title(), [words.sentence() for _ in range(3)], words.paragraph(3)),
        key_points=[words.sentence() for _ in range(3)],
    )


def _make_question(words: Words, index: int) -> Question:
    right = {0, 2} if index == 1 else {index}
    answers = [(f"{words.some(5).capitalize()} {answer}", answer in right, words.sentence()) for answer in range(4)]
    stem = f"{words.some(8).capitalize()}?"
    return Question(f"check-{index + 1}", words.sentence(), stem, answers, words.sentence())
