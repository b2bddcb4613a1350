"""What a question asks of the learner: the types of question, each a record.

    Choice                  choose one answer, or all that are right
    TypedText, TypedNumber  type it; a mistaken answer that was foreseen has feedback of its own
    Gaps                    fill the gaps of a text
    Matching                find what belongs to what
    Ordering                put steps in order
    Reflection              answer freely, and rate the answer by a rubric
    Scenario                decide in a short story in which each choice has a consequence

Feedback teaches: it says why an answer is right, or which misconception leads to it. ``asked`` is all that the learner
is asked and graded by, so that a stored result can be told from one of an earlier wording.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from coursewright.text import Text

Kind = Literal[
    "one", "several", "true-false", "text", "number", "gaps", "matching", "ordering", "reflection", "scenario"
]
"""The names by which scripts and styles know the types."""

End = Literal["good", "fair", "poor"]

TRUE_FALSE = {"true", "false"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to choose; a wrong one is a distractor."""

    text: Text
    right: bool
    feedback: Text


@dataclass(frozen=True, slots=True)
class Choice:
    """Choose one answer, or all that are right."""

    answers: tuple[Answer, ...]

    @property
    def several(self) -> bool:
        """Whether more than one answer is right; the learner is told so."""
        return sum(answer.right for answer in self.answers) > 1

    @property
    def kind(self) -> Kind:
        """One, several, or true or false."""
        words = {answer.text.joined.casefold() for answer in self.answers}
        return "several" if self.several else "true-false" if words == TRUE_FALSE else "one"

    def asked(self) -> Iterator[str]:
        """The answers and which are right."""
        return (f"{answer.right} {answer.text.joined}" for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Spelled:
    """A typed answer: any of these spellings; without spellings, anything else."""

    spellings: tuple[str, ...]
    right: bool
    feedback: Text


@dataclass(frozen=True, slots=True)
class Comparison:
    """How typed words are compared."""

    case: bool
    """Whether capitals matter."""
    spaces: bool
    """Whether each space matters; else runs of spaces are one, and those at the ends none."""

    def __str__(self) -> str:
        return f"{self.case} {self.spaces}"


@dataclass(frozen=True, slots=True)
class TypedText:
    """Type a word or a few."""

    answers: tuple[Spelled, ...]
    comparison: Comparison
    kind: Kind = "text"

    def asked(self) -> Iterator[str]:
        """The spellings and how they are compared."""
        yield str(self.comparison)
        for answer in self.answers:
            yield f"{answer.right} {' | '.join(answer.spellings)}"


@dataclass(frozen=True, slots=True)
class Value:
    """A typed number, give or take ``tolerance``; without a value, any other."""

    value: Decimal | None
    tolerance: Decimal
    right: bool
    feedback: Text


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """Type a number. The first of ``units`` is shown; all of them may be typed after the number."""

    answers: tuple[Value, ...]
    units: tuple[str, ...]
    kind: Kind = "number"

    def asked(self) -> Iterator[str]:
        """The values with their tolerances, and the units."""
        yield " | ".join(self.units)
        for answer in self.answers:
            yield f"{answer.right} {answer.value} {answer.tolerance}"


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap with the spellings that fill it, and feedback for any other."""

    spellings: tuple[str, ...]
    feedback: Text


@dataclass(frozen=True, slots=True)
class Gaps:
    """Fill the gaps of a paragraph: ``pieces`` are the words before, between and after the gaps."""

    pieces: tuple[str, ...]
    gaps: tuple[Gap, ...]
    comparison: Comparison
    kind: Kind = "gaps"

    def with_blanks(self) -> str:
        """The paragraph with a numbered blank in each gap."""
        blanks = [f"____ ({number})" for number, _ in enumerate(self.gaps, 1)]
        return "".join(piece + blank for piece, blank in zip(self.pieces, [*blanks, ""], strict=False))

    def asked(self) -> Iterator[str]:
        """The paragraph and what fills it."""
        yield str(self.comparison)
        yield from self.pieces
        for gap in self.gaps:
            yield " | ".join(gap.spellings)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that belong together, and feedback for a wrong match."""

    left: str
    right: str
    feedback: Text


@dataclass(frozen=True, slots=True)
class Matching:
    """Find for each thing on the left what belongs to it; ``extras`` belong to nothing."""

    pairs: tuple[Pair, ...]
    extras: tuple[str, ...]
    kind: Kind = "matching"

    @property
    def choices(self) -> tuple[str, ...]:
        """Each thing on the right once, in the author's order."""
        return tuple(dict.fromkeys((*(pair.right for pair in self.pairs), *self.extras)))

    def asked(self) -> Iterator[str]:
        """The pairs and the extras."""
        for pair in self.pairs:
            yield f"{pair.left} -> {pair.right}"
        yield from self.extras


@dataclass(frozen=True, slots=True)
class Step:
    """A step, and feedback for a wrong place."""

    text: str
    feedback: Text


@dataclass(frozen=True, slots=True)
class Ordering:
    """Put steps in order; here they stand in the right one."""

    steps: tuple[Step, ...]
    kind: Kind = "ordering"

    def asked(self) -> Iterator[str]:
        """The steps."""
        return (step.text for step in self.steps)


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of a rubric, with advice for who does not meet it."""

    text: str
    feedback: Text


@dataclass(frozen=True, slots=True)
class Reflection:
    """Answer freely; nothing is right or wrong. A model answer and a rubric help to rate one's own."""

    criteria: tuple[Criterion, ...]
    model_answer: Text
    kind: Kind = "reflection"

    def asked(self) -> Iterator[str]:
        """Nothing but the stem: what was written stays when the rubric gets better."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Turn:
    """A choice in a scene: what one does, what follows, and the scene to which it leads."""

    text: str
    to: str
    consequence: Text
    line: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene of a story, with turns to take, or an end."""

    name: str
    line: int
    text: Text
    turns: tuple[Turn, ...]
    end: End | None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A short branching story. It begins with the first scene."""

    scenes: tuple[Scene, ...]
    kind: Kind = "scenario"

    def scene(self, name: str) -> Scene | None:
        """The scene of that name."""
        return next((scene for scene in self.scenes if scene.name == name), None)

    def way_to(self, end: End) -> tuple[Turn, ...]:
        """The shortest way from the beginning to an end of that kind; empty if there is none."""
        ways: dict[str, tuple[Turn, ...]] = {self.scenes[0].name: ()} if self.scenes else {}
        waiting = list(ways)
        while waiting:
            scene = self.scene(waiting.pop(0))
            if scene is None:
                continue
            if scene.end == end:
                return ways[scene.name]
            for turn in scene.turns:
                if turn.to not in ways:
                    ways[turn.to] = (*ways[scene.name], turn)
                    waiting.append(turn.to)
        return ()

    def asked(self) -> Iterator[str]:
        """The scenes and where their turns lead."""
        for scene in self.scenes:
            yield f"{scene.name} {scene.end} {scene.text}"
            yield from (f"{turn.text} -> {turn.to}" for turn in scene.turns)


Task = Choice | TypedText | TypedNumber | Gaps | Matching | Ordering | Reflection | Scenario
