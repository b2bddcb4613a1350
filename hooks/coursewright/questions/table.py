"""Every type of question, by the name that authors write. No other file names them all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never, get_args

from coursewright.questions.base import QuestionType
from coursewright.questions.choice import Choice
from coursewright.questions.gaps import Gaps
from coursewright.questions.matching import Matching
from coursewright.questions.number import TypedNumber
from coursewright.questions.ordering import Ordering
from coursewright.questions.reflection import Reflection
from coursewright.questions.scenario import Scenario
from coursewright.questions.typed_text import TypedText
from coursewright.values import QuestionTypeName


def question_type(name: QuestionTypeName) -> type[QuestionType]:
    """The type of that name. mypy names one that ``keys`` lists and this does not."""
    found: type[QuestionType]
    match name:
        case "choice":
            found = Choice
        case "text":
            found = TypedText
        case "number":
            found = TypedNumber
        case "gaps":
            found = Gaps
        case "matching":
            found = Matching
        case "ordering":
            found = Ordering
        case "reflection":
            found = Reflection
        case "scenario":
            found = Scenario
        case _:
            assert_never(name)
    return found


def every_type() -> Iterator[tuple[QuestionTypeName, type[QuestionType]]]:
    """All types with their names, in the order of the author's reference."""
    names: tuple[QuestionTypeName, ...] = get_args(QuestionTypeName)
    return ((name, question_type(name)) for name in names)
