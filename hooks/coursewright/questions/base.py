"""What a type of question has to say of itself. mypy names what a new type lacks."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from coursewright.block import Question, Task
from coursewright.markup.element import Element
from coursewright.questions.context import RenderContext
from coursewright.questions.interaction import Interaction
from coursewright.questions.source import QuestionSource
from coursewright.text import Text


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """What a type's reader makes of a question's body."""

    stem: Text
    task: QuestionType
    explanation: Text


class QuestionType(Task):
    """A type of question. Each is a frozen record of what its author wrote, with these methods.

    Whatever is Markdown in it is a ``Text`` or a ``Phrase``, and is drawn by ``draw_body`` or ``draw_key``: a build
    ends if one isn't. ``Task`` adds three methods that the model needs: ``kind``, ``decides`` and ``worded``.
    """

    __slots__ = ()

    options: ClassVar[frozenset[str]] = frozenset()
    """The options of ``/// question`` that mean something to this type, besides those of all types."""
    script: ClassVar[str] = ""
    """The name of its script and its style, if it isn't that of the type: types that are answered alike share them."""

    @staticmethod
    @abstractmethod
    def read(source: QuestionSource) -> ReadQuestion:
        """Read the body of a question. Mistakes are reported, and what can be read is kept.

        Make the task by the name of its class: if that lacks a method, mypy says there which.
        """

    @abstractmethod
    def draw_body(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw what is answered on the page."""

    @abstractmethod
    def draw_key(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw what is right, and the feedback for all that is not."""

    @abstractmethod
    def interaction(self) -> Interaction:
        """What is asked and what counts as right, as neutral data for other formats."""

    # What most types leave as it is

    def draw_context(self, parent: Element) -> None:
        """Draw what is asked besides the stem, where it cannot be answered: among keys, or for a room."""

    def renamed(self, question: Question) -> Mapping[str, str]:
        """The names that answers have now, by those they had in version 0.1, for results that were stored then."""
        return {}

    def draw_options(self, parent: Element, context: RenderContext) -> None:
        """Draw what a room can choose from."""

    def in_short(self, stem: Text) -> str:
        """What is asked, as one paragraph of Markdown for lists: the last of the stem."""
        paragraphs = [paragraph for paragraph in str(stem).split("\n\n") if paragraph.strip()]
        return paragraphs[-1] if paragraphs else ""


def type_of(question: Question) -> QuestionType:
    """A question's task with all that its type says of it; the model knows only what authors write."""
    if not isinstance(question.task, QuestionType):
        raise TypeError(f"{type(question.task).__name__} is no type of question")
    return question.task
