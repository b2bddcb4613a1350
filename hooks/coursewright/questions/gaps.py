"""``type: gaps``: fill the gaps of a paragraph, the last of the stem.

A [[machine]] needs its [[oil | the oil]].

- [[machine]]
    > Feedback for who filled it otherwise.
- [[oil]]
    > Feedback for who filled it otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coursewright.block import Question
from coursewright.markup.element import Element, add, as_written
from coursewright.problem import listed, shown
from coursewright.questions.base import QuestionType, ReadQuestion
from coursewright.questions.context import RenderContext
from coursewright.questions.interaction import BlanksInteraction, ExpectedText, TextInteraction
from coursewright.questions.pieces import draw_feedback
from coursewright.questions.source import QuestionSource, is_paragraph
from coursewright.questions.typed import (
    COMPARISON_OPTIONS,
    Comparison,
    draw_input,
    draw_spellings,
    draw_typed_list,
    read_comparison,
    split_spellings,
)
from coursewright.source.items import Form, Item
from coursewright.source.lines import without_code
from coursewright.text import Phrase, Text

_FORM = Form(
    words="`- [[words]]`, and nothing behind it",
    opening=re.compile(r"^[-*+] \[\[(?P<text>[^\[\]]*)\]\][ \t]*$"),
    near=re.compile(r"^\s{0,3}[-*+]\s*\["),
    item=lambda item, _groups: item,
)
_GAP = re.compile(r"\[\[(?P<spellings>[^\[\]]+)\]\]")


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap with the spellings that fill it, and feedback for any other."""

    spellings: tuple[str, ...]
    feedback: Text


@dataclass(frozen=True, slots=True)
class Gaps(QuestionType):
    """Fill the gaps of a paragraph: ``pieces`` are the words before, between and after the gaps."""

    options = COMPARISON_OPTIONS

    pieces: tuple[Phrase, ...]
    gaps: tuple[Gap, ...]
    comparison: Comparison

    @property
    def kind(self) -> str:
        """As scripts, styles and words name it."""
        return "gaps"

    def decides(self) -> Iterator[str]:
        """What fills the gaps."""
        yield str(self.comparison)
        yield from (" | ".join(gap.spellings) for gap in self.gaps)

    def worded(self) -> Iterator[str]:
        """The paragraph and what fills it."""
        yield str(self.comparison)
        yield from self.pieces
        for gap in self.gaps:
            yield " | ".join(gap.spellings)

    def in_short(self, stem: Text) -> str:
        """The paragraph with the gaps; the stem only leads to it."""
        return self.with_blanks()

    def with_blanks(self) -> str:
        """The paragraph with a numbered blank in each gap."""
        blanks = [f"____ ({number})" for number, _ in enumerate(self.gaps, 1)]
        return "".join(piece + blank for piece, blank in zip(self.pieces, [*blanks, ""], strict=False))

    @staticmethod
    def read(source: QuestionSource) -> ReadQuestion:
        """A paragraph with gaps, and an item with feedback for each gap in order."""
        body = source.listed(_FORM)
        stem, paragraph, late = _split_stem(body.stem, source.reading.protected)
        if late:
            expected = "the paragraph with the gaps as the last of the stem"
            source.report("question-gaps", late, "text after it", expected=expected)
        pieces = tuple(map(Phrase, _GAP.split(paragraph.joined)[::2]))
        wanted = [split_spellings(words) for words in _GAP.findall(paragraph.joined)]
        _check_place(body.stem, paragraph, source)
        _check_gaps(wanted, body.stem, paragraph, body.items, source)
        source.check_feedback(body.items)
        gaps = tuple(Gap(words, item.feedback) for words, item in zip(wanted, body.items, strict=False))
        return ReadQuestion(
            stem, Gaps(pieces, gaps, read_comparison(source)), source.explanation(body.items, body.after)
        )

    def draw_body(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw the paragraph with a field in each gap."""
        paragraph = add(parent, "p", class_="cw-gaps")
        context.line(paragraph, self.pieces[0])
        for number, piece in enumerate(self.pieces[1:], 1):
            label = context.words.of("question.gap", number=number)
            draw_input(paragraph, f"{question.name}-{number}", aria_label=label)
            context.line(paragraph, piece)

    def draw_key(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw what fills each gap, and the feedback."""
        rows = draw_typed_list(parent, self.comparison, "ol")
        for number, gap in enumerate(self.gaps, 1):
            row = add(rows, "li", data_gap=str(number))
            draw_spellings(add(row, "p"), gap.spellings)
            draw_feedback(row, gap.feedback, context)

    def draw_context(self, parent: Element) -> None:
        """Draw the paragraph with its blanks."""
        add(parent, "p", as_written(self.with_blanks()), class_="cw-gap-text")

    def interaction(self) -> BlanksInteraction:
        """The paragraph, and each gap as a text to type. Who fills a gap rightly needs no feedback."""
        return BlanksInteraction(self.pieces, tuple(self._blank(gap) for gap in self.gaps))

    def _blank(self, gap: Gap) -> TextInteraction:
        return TextInteraction(
            expected=(ExpectedText(gap.spellings, True, None),),
            other=gap.feedback,
            match_case=self.comparison.case,
            match_spaces=self.comparison.spaces,
        )


def _split_stem(stem: Text, protected: frozenset[int]) -> tuple[Text, Text, int]:
    """The stem before the last paragraph that holds gaps, that paragraph, and the line of text after it, or 0."""
    lines = list(stem.lines)
    open_lines = (number for number in range(len(lines)) if stem.line + number not in protected)
    last = max((number for number in open_lines if _GAP.search(lines[number])), default=-1)
    if last < 0:
        return stem, Text((), stem.line), 0
    first = last
    while first and lines[first - 1].strip():
        first -= 1
    end = last + 1
    while end < len(lines) and lines[end].strip():
        end += 1
    after = next((stem.line + number for number in range(end, len(lines)) if lines[number].strip()), 0)
    return Text(tuple(lines[:first]), stem.line), Text(tuple(lines[first:end]), stem.line + first), after


def _check_place(stem: Text, paragraph: Text, source: QuestionSource) -> None:
    """Gaps stand among words: neither in code, nor in a list, a quote or a table."""
    written = paragraph.joined or str(stem)
    in_code = _GAP.findall(written) and _GAP.findall(without_code(paragraph.joined)) != _GAP.findall(written)
    if in_code or (paragraph and not is_paragraph(paragraph.lines[0])):
        found = "a gap in code" if in_code else shown(paragraph.lines[0])
        source.report("question-gap-place", paragraph.line, found)


def _check_gaps(
    wanted: Sequence[tuple[str, ...]], stem: Text, paragraph: Text, items: Sequence[Item], source: QuestionSource
) -> None:
    """There are gaps with words in them, and an item names each by its first spelling."""
    if not wanted and not _GAP.search(str(stem)):
        expected = "gaps such as `[[machine | engine]]` in the stem"
        source.report("question-gaps", source.line, "none", expected=expected)
    if not all(wanted):
        source.report("question-gaps", paragraph.line, "`[[ ]]`", expected="words between the brackets of a gap")
    first_words = [words[0] if words else "" for words in wanted]
    named = [item.text.joined for item in items]
    if wanted and named != first_words:
        line = items[0].line if items else source.line
        expected = f"an item for each gap in order: {listed(first_words)}"
        source.report("question-gaps", line, listed(named), expected=expected)
