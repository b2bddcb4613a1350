"""Items of a list to a task: for each type of question what it asks of its list, and the mistakes of that type."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from coursewright.keys import QuestionKeys
from coursewright.problem import listed, shown
from coursewright.reader.items import Body, Item
from coursewright.source.blocks import RawBlock
from coursewright.source.lines import Line, as_text
from coursewright.source.reading import Reading
from coursewright.task import (
    Answer,
    Choice,
    Comparison,
    Criterion,
    Gap,
    Gaps,
    Matching,
    Ordering,
    Pair,
    Reflection,
    Spelled,
    Step,
    TypedNumber,
    TypedText,
    Value,
)
from coursewright.text import Text

ANY = "*"
"""The item that stands for any other answer."""

_NUMBER = re.compile(r"^(?P<value>[-−+]?[\d\s.,]+?)(?:\s*(?:±|\+/-)\s*(?P<tolerance>[\d.,]+))?$")
_GAP = re.compile(r"\[\[(?P<spellings>[^\[\]]+)\]\]")


def read_choice(block: RawBlock, body: Body, _keys: QuestionKeys, reading: Reading) -> Choice:
    """Answers to choose from: two at least, one right at least."""
    answers = tuple(Answer(item.text, item.match["mark"] != " ", item.feedback) for item in body.items)
    if len(answers) < 2:
        reading.report("question-few-answers", block.line, f"{len(answers) or 'none'}")
    _check_right(body.items, reading)
    _check_different([(item.line, item.text.joined) for item in body.items], reading)
    _check_feedback(body.items, reading)
    return Choice(answers)


def read_text(block: RawBlock, body: Body, keys: QuestionKeys, reading: Reading) -> TypedText:
    """Spellings of right and of expected wrong answers, and any other."""
    comparison = _comparison(keys)
    answers = []
    spelled: list[tuple[int, str]] = []
    for item in body.items:
        words = () if item.text.joined == ANY else _spellings(item.text.joined)
        if not words and item.text.joined not in (ANY, ""):
            reading.report("question-answer-empty", item.line, shown(item.text.joined))
        spelled += [(item.line, word if comparison.case else word.casefold()) for word in words]
        answers.append(Spelled(words, item.match["mark"] != " ", item.feedback))
    _check_right(body.items, reading, block)
    _check_any(block, body.items, reading)
    _check_different(spelled, reading, fold=False)
    _check_feedback(body.items, reading)
    return TypedText(tuple(answers), comparison)


def read_number(block: RawBlock, body: Body, keys: QuestionKeys, reading: Reading) -> TypedNumber:
    """Values with tolerances, right and expected wrong ones, and any other."""
    answers: list[Value] = []
    compared: list[tuple[int, str]] = []
    for item in body.items:
        words = item.text.joined
        number = None if words == ANY else _number(words)
        if number:
            compared.append((item.line, "{:f} ± {:f}".format(*(each.normalize() for each in number))))
        elif words != ANY:
            reading.report("question-number", item.line, shown(words))
        value, tolerance = number or (None, Decimal(0))
        answers.append(Value(value, tolerance, item.match["mark"] != " ", item.feedback))
    _check_right(body.items, reading, block)
    _check_any(block, body.items, reading)
    _check_different(compared, reading)
    _check_feedback(body.items, reading)
    return TypedNumber(tuple(answers), _spellings(keys.unit or ""))


def read_gaps(block: RawBlock, body: Body, keys: QuestionKeys, reading: Reading) -> Gaps:
    """A paragraph with gaps, and an item with feedback for each gap in order."""
    scene, paragraph, after = _gap_paragraph(body.stem)
    if after:
        expected = "the paragraph with the gaps as the last of the stem"
        reading.report("question-gaps", after, "text after it", expected=expected)
    pieces = tuple(_GAP.split(paragraph.joined)[::2])
    wanted = [_spellings(match["spellings"]) for match in _GAP.finditer(paragraph.joined)]
    if not wanted:
        reading.report("question-gaps", block.line, "none", expected="gaps such as `[[machine | engine]]` in the stem")
    if not all(wanted):
        reading.report("question-gaps", paragraph.line, "`[[ ]]`", expected="words between the brackets of a gap")
    first_words = [words[0] if words else "" for words in wanted]
    listed_words = [item.text.joined for item in body.items]
    if wanted and listed_words != first_words:
        line = body.items[0].line if body.items else block.line
        expected = f"an item for each gap in order: {listed(first_words)}"
        reading.report("question-gaps", line, listed(listed_words), expected=expected)
    _check_feedback(body.items, reading)
    gaps = tuple(Gap(words, item.feedback) for words, item in zip(wanted, body.items, strict=False))
    body.stem = scene
    return Gaps(pieces, gaps, _comparison(keys))


def read_matching(block: RawBlock, body: Body, _keys: QuestionKeys, reading: Reading) -> Matching:
    """Pairs, and things on the right that belong to nothing."""
    pairs: list[Pair] = []
    extras: list[str] = []
    for item in body.items:
        left, right = item.match["left"].strip(), item.match["right"].strip()
        if not right:
            reading.report("question-answer-empty", item.line, f"nothing after the arrow in {shown(item.text.joined)}")
        elif left:
            pairs.append(Pair(left, right, item.feedback))
        else:
            extras.append(right)
    if len(pairs) < 2:
        found = f"{len(pairs) or 'none'}"
        reading.report("question-items", block.line, found, expected="at least two pairs, each `- left -> right`")
    if len({pair.right for pair in pairs} | set(extras)) < 2:
        reading.report("question-items", block.line, "one", expected="at least two different things on the right")
    _check_different([(item.line, item.match["left"] or item.text.joined) for item in body.items], reading)
    _check_feedback((item for item in body.items if item.match["left"].strip()), reading)
    return Matching(tuple(pairs), tuple(dict.fromkeys(extras)))


def read_ordering(block: RawBlock, body: Body, _keys: QuestionKeys, reading: Reading) -> Ordering:
    """Steps in the right order."""
    if len(body.items) < 3:
        found = f"{len(body.items) or 'none'}"
        reading.report(
            "question-items", block.line, found, expected="at least three steps, `1. text`, in the right order"
        )
    _check_different([(item.line, item.text.joined) for item in body.items], reading)
    _check_feedback(body.items, reading)
    return Ordering(tuple(Step(item.text.joined, item.feedback) for item in body.items))


def read_reflection(block: RawBlock, body: Body, _keys: QuestionKeys, reading: Reading) -> Reflection:
    """A rubric, and a model answer quoted below it."""
    quoted, after = _quoted(body.after)
    body.after = after
    if not body.items:
        reading.report(
            "question-items", block.line, "none", expected="a rubric of at least one line, `- [ ] criterion`"
        )
    if not quoted:
        expected = "a model answer after the rubric, `> …` at the left margin"
        reading.report("question-items", block.line, "none", expected=expected)
    for item in body.items:
        if item.match["mark"] != " ":
            reading.report(
                "question-items", item.line, "`[x]`", expected="`[ ]`, as nothing in a rubric is right or wrong"
            )
    _check_different([(item.line, item.text.joined) for item in body.items], reading)
    return Reflection(
        tuple(Criterion(item.text.joined, item.feedback) for item in body.items), as_text(quoted, block.line)
    )


def _comparison(keys: QuestionKeys) -> Comparison:
    return Comparison(keys.case == "match", keys.spaces == "match")


def _spellings(text: str) -> tuple[str, ...]:
    return tuple(word for each in text.split("|") if (word := each.strip()))


def _number(words: str) -> tuple[Decimal, Decimal] | None:
    """A value and its tolerance, or None if the words are none."""
    match = _NUMBER.match(words)
    try:
        return (
            (Decimal(_plain_number(match["value"])), Decimal(_plain_number(match["tolerance"] or "0")))
            if match
            else None
        )
    except InvalidOperation:
        return None


def _plain_number(text: str) -> str:
    return re.sub(r"\s", "", text).replace("−", "-").replace(",", ".")


def _gap_paragraph(stem: Text) -> tuple[Text, Text, int]:
    """The stem before the last paragraph that holds gaps, that paragraph, and the line of text after it, or 0."""
    lines = list(stem.lines)
    last = max((number for number, line in enumerate(lines) if _GAP.search(line)), default=-1)
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


def _quoted(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The quotation at the beginning, without its marks, and the rest."""
    quoted: list[Line] = []
    rest = list(lines)
    while rest and rest[0].blank:
        rest.pop(0)
    while rest and rest[0].text.startswith(">"):
        line = rest.pop(0)
        quoted.append(line._replace(text=line.text[1:].removeprefix(" ")))
    return quoted, rest


def _check_right(items: list[Item], reading: Reading, block: RawBlock | None = None) -> None:
    if items and not any(item.match["mark"] != " " for item in items):
        reading.report("question-no-right-answer", items[0].line, "none")
    elif block and not items:
        reading.report("question-no-right-answer", block.line, "none")


def _check_any(block: RawBlock, items: list[Item], reading: Reading) -> None:
    """Whatever else is typed needs feedback, so an item for it stands last."""
    at = [place for place, item in enumerate(items) if item.text.joined == ANY]
    if not at:
        reading.report("question-any-missing", block.line, "none")
    elif at != [len(items) - 1] or items[-1].match["mark"] != " ":
        reading.report("question-any-missing", items[at[0]].line, "it stands elsewhere, or is marked as right")


def _check_different(texts: list[tuple[int, str]], reading: Reading, *, fold: bool = True) -> None:
    seen: dict[str, int] = {}
    for line, words in texts:
        key = " ".join((words.casefold() if fold else words).split())
        if not key:
            reading.report("question-answer-empty", line, "none")
        elif key in seen:
            reading.report("question-duplicate-answer", line, f"{shown(words)} again", line=seen[key])
        seen.setdefault(key, line)


def _check_feedback(items: Iterable[Item], reading: Reading) -> None:
    for item in items:
        if not item.feedback:
            reading.report("question-no-feedback", item.line, f"none under {shown(item.text.joined)}")
