"""What a question asks and what counts as right, as neutral data: what an output to another format writes.

Each type of question declares one of these, so that a new type touches no format, and a new format no type::

    ChoiceInteraction   options to choose from
    TextInteraction     words to type
    NumberInteraction   a number to type
    BlanksInteraction   several words to type, in the gaps of a paragraph
    MatchInteraction    pairs to find
    OrderInteraction    items to put in order
    EssayInteraction    free words, which nobody marks
    StoryInteraction    scenes and choices, of which no choice is right or wrong by itself

Gaps are a paragraph that holds several texts, as formats that know gaps need the words between them; another may ask
for each blank by itself. A story is neither essay nor choice: nothing is written, and what a choice is worth shows only
at the end to which it leads. A format without branches can show it, but must not mark it.

A question is right when all of it is right: the page marks all or nothing. A format that gives marks for parts counts
right options, blanks, pairs or places. Stem, hint and explanation are the question's own.

A ``Text`` is Markdown of any length, with its line in the source; a ``str`` is Markdown on one line, except where it is
said to be plain, as what is typed is compared with it. ``feedback`` is shown to who gave that answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from coursewright.text import Text


@dataclass(frozen=True, slots=True)
class Option:
    """An option to choose."""

    text: str
    right: bool
    feedback: Text


@dataclass(frozen=True, slots=True)
class ChoiceInteraction:
    """Options to choose from, in the author's order, which is the one to show."""

    options: tuple[Option, ...]
    multiple: bool
    """Whether several are right: all of these must be chosen, and no other. Else exactly one is."""


@dataclass(frozen=True, slots=True)
class ExpectedText:
    """Words that were foreseen, right or mistaken."""

    spellings: tuple[str, ...]
    """Plain. Any of them will do; the first is the one to show."""
    right: bool
    feedback: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextInteraction:
    """Words to type. The first expected answer that fits counts. Curly apostrophes and straight ones are the same."""

    expected: tuple[ExpectedText, ...]
    other: Text
    """Feedback for any other words; they are wrong."""
    match_case: bool
    """Whether capitals matter."""
    match_spaces: bool
    """Whether each space matters; else runs of spaces are one, and those at the ends none."""


@dataclass(frozen=True, slots=True)
class ExpectedNumber:
    """A number that was foreseen, right or mistaken."""

    value: Decimal
    tolerance: Decimal
    """How far off is still it, on both sides, ends included; often 0."""
    right: bool
    feedback: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberInteraction:
    """A number to type, with a decimal point or comma. The first expected answer that fits counts."""

    expected: tuple[ExpectedNumber, ...]
    other: Text
    """Feedback for any other number; it is wrong."""
    units: tuple[str, ...]
    """Plain. The first is shown; each may be typed after the number, and none need be."""


@dataclass(frozen=True, slots=True)
class BlanksInteraction:
    """A paragraph with blanks, each a text to type."""

    pieces: tuple[str, ...]
    """The words before, between and after the blanks: one piece more than there are blanks."""
    blanks: tuple[TextInteraction, ...]


@dataclass(frozen=True, slots=True)
class MatchedPair:
    """Two things that belong together; ``feedback`` is for who matched them otherwise."""

    left: str
    right: str
    """Plain, as a menu shows it."""
    feedback: Text


@dataclass(frozen=True, slots=True)
class MatchInteraction:
    """For each left side find its right side. Shown shuffled; a right side may belong to several."""

    pairs: tuple[MatchedPair, ...]
    extras: tuple[str, ...]
    """Plain. Right sides that belong to nothing."""


@dataclass(frozen=True, slots=True)
class OrderedItem:
    """An item to put in its place; ``feedback`` is for who put it elsewhere."""

    text: str
    feedback: Text


@dataclass(frozen=True, slots=True)
class OrderInteraction:
    """Items to put in order; here they stand in the right one. Shown shuffled."""

    items: tuple[OrderedItem, ...]


@dataclass(frozen=True, slots=True)
class RubricLine:
    """A criterion by which writers rate their own answer; ``feedback`` is for who does not meet it."""

    text: str
    feedback: Text | None


@dataclass(frozen=True, slots=True)
class EssayInteraction:
    """Free words. Nothing is right or wrong, and nobody marks it."""

    model_answer: Text
    """Shown afterwards, to compare one's own with."""
    rubric: tuple[RubricLine, ...]


@dataclass(frozen=True, slots=True)
class StoryChoice:
    """What one can do in a scene."""

    text: str
    leads_to: str
    """The name of a scene."""
    consequence: Text
    """Shown once it is chosen."""


@dataclass(frozen=True, slots=True)
class StoryScene:
    """A scene, with choices or as an end."""

    name: str
    text: Text
    choices: tuple[StoryChoice, ...]
    end: Literal["good", "fair", "poor"] | None
    """How the story went, if it ends here; only a good end is right."""


@dataclass(frozen=True, slots=True)
class StoryInteraction:
    """A branching story, which begins with its first scene and may come to a scene again."""

    scenes: tuple[StoryScene, ...]


Interaction = (
    ChoiceInteraction
    | TextInteraction
    | NumberInteraction
    | BlanksInteraction
    | MatchInteraction
    | OrderInteraction
    | EssayInteraction
    | StoryInteraction
)
