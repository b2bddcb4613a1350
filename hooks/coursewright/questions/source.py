"""The body of a question as its type reads it, and what the readers of several types check alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coursewright.keys import QuestionKeys
from coursewright.problem import shown
from coursewright.source.blocks import RawBlock, RawProse
from coursewright.source.items import Body, Form, I_co, Item, read_items
from coursewright.source.lines import Line, as_text
from coursewright.source.reading import Reading
from coursewright.text import Text, can_be_seen

_PARAGRAPH = re.compile(r"^ {0,3}(?![-*+>|#][ \t|#]|\d+[.)][ \t]|\||!\[|<)\S")
"""A line that begins a paragraph, and not a list, a quotation, a table, a picture or HTML."""


def is_paragraph(line: str) -> bool:
    """Whether a line begins a paragraph of words, and no list, quote, table or picture."""
    return bool(_PARAGRAPH.match(line))


@dataclass(frozen=True, slots=True)
class QuestionSource:
    """What the reader of a type is given."""

    block: RawBlock
    keys: QuestionKeys
    options: frozenset[str]
    """The options that the type has declared as its own."""
    reading: Reading

    @property
    def line(self) -> int:
        """The line of the question, for mistakes of the whole."""
        return self.block.line

    def option(self, key: str) -> str | None:
        """The value of one of the type's own options; one that it has not declared never reaches it."""
        if key not in self.options:
            raise LookupError(f"the option `{key}` is none of this type's: {', '.join(sorted(self.options))}")
        value: str | None = getattr(self.keys, key)
        return value

    def report(self, code: str, line: int, found: str, /, **values: object) -> None:
        """Report a mistake."""
        self.reading.problems.report(code, self.reading.place(line), found, **values)

    def listed(self, form: Form[I_co]) -> Body[I_co]:
        """The body of a question with a list: the stem, the items, and the rest."""
        for block in self._blocks():
            place = "scenes in a question with `type: scenario`"
            self.report("block-misplaced", block.line, "a scene in another type of question", place=place)
        body = read_items(list(self.reading.lines(self.block.body())), form, self.line, self.reading)
        self._check_stem(body.stem)
        return body

    def with_blocks(self) -> tuple[Text, list[RawBlock], tuple[Line, ...]]:
        """The body of a question with blocks inside: the stem before them, the blocks, and what stands after."""
        stem: list[Line] = []
        after: list[Line] = []
        seen = False
        for item in self.block.items:
            if isinstance(item, RawProse):
                (after if seen else stem).extend(self.reading.lines(item.text))
            else:
                seen = True
        text = as_text(stem, self.line)
        self._check_stem(text)
        return text, self._blocks(), tuple(after)

    def explanation(self, items: Sequence[object], after: Iterable[Line]) -> Text:
        """What stands after the list, as the explanation that each question needs.

        Without a list nobody can tell what stands after it, and that the list is missing has been told.
        """
        text = as_text(after, self.line)
        if items and not text:
            self.report("question-no-explanation", self.line, "none")
        return text

    def _blocks(self) -> list[RawBlock]:
        return [item for item in self.block.items if isinstance(item, RawBlock)]

    def _check_stem(self, stem: Text) -> None:
        lines = (line.text for line in self.reading.lines(stem) if not line.protected)
        if not any(_PARAGRAPH.match(line) and can_be_seen(line) for line in lines):
            self.report("question-no-stem", self.line, "none")

    def check_feedback(self, items: Iterable[Item]) -> None:
        """Each item has feedback."""
        for item in items:
            if not item.feedback:
                self.report("question-no-feedback", item.line, f"none under {shown(item.text.joined)}")

    def check_different(self, texts: Iterable[tuple[int, str]], *, fold: bool = True) -> None:
        """No text is empty or stands twice.

        Args:
            texts: The texts, each with its line.
            fold: Whether texts are the same that differ only in capitals.
        """
        seen: dict[str, int] = {}
        for line, words in texts:
            key = " ".join((words.casefold() if fold else words).split())
            if not can_be_seen(key):
                self.report("question-answer-empty", line, "none")
            elif key in seen:
                self.report("question-duplicate-answer", line, f"{shown(words)} again", line=seen[key])
            seen.setdefault(key, line)
