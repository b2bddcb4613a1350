"""The signs that stand for what is filled in: the one place that knows how a line or cell of a sheet is written.

Signs in ``code`` count for nothing. What is read here comes out as words, numbers and names.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Literal, NamedTuple

from coursewright.problem import shown
from coursewright.source.lines import Line, split_outside_code, without_code
from coursewright.source.reading import Reading

BlankKind = Literal["words", "sum", "signature"]

_LEAD = r"^\s*(?:[-*+]\s+)?"
"""What may stand before the sign of a line: its indentation, and the mark of a list."""
_BULLET = re.compile(r"^\s*[-*+]\s+")
_WRITING = re.compile(r"^\s*_{4,}(?:\s*\{#[^{}]*\})?\s*$")
_ROW = re.compile(r"^\s*\|")
_TICK = re.compile(_LEAD + r"\[ ?\](?![(\[:])\s*")
_SCALE = re.compile(r"\(\d{1,3}\)(?:\s*\(\d{1,3}\))+")
_CIRCLE = re.compile(r"\( ?\)\s*")
_CIRCLE_ALONE = re.compile(_LEAD + r"\( ?\)[^()]*$")
_CIRCLE_BARE = re.compile(r"^\( ?\)$")
_BLANK = re.compile(r"(?P<sign>=\s*|(?<!\w)[xX])?_{4,}(?:\s*\{#(?P<name>[^{}]*)\})?")
_FILLED_LEAD = re.compile(_LEAD + r"(?:\[[xX]\]|\([xX]\))\s")
_FILLED_CIRCLE = re.compile(r"\s\([xX]\)\s")
_FILLED_CELL = re.compile(r"(?:^|\s)\([xX]\)(?=\s|$)|" + _LEAD + r"\[[xX]\](?=\s|$)")
_NAME = re.compile(r"\{#[^{}]*\}")
_NAME_AT_END = re.compile(r"(?<!\s)\s*+\{#(?P<name>[^{}]*)\}\s*+$")
_NUMBER = re.compile(r"\d+")
_LEADING_NUMBER = re.compile(r"\d{1,3}(?!\d)")
_ENDS = re.compile(r"[.!?]")
_DIVIDES = re.compile(r"[.!?]\s+|\s{2,}")
_SHOWN_AS = (
    (re.compile(r"\( ?\)"), "○"),
    (re.compile(r"(?<!\w)\([xX]\)"), "●"),
    (re.compile(r"^\[ ?\](?=\s|$)"), "☐"),
    (re.compile(r"^\[[xX]\](?=\s|$)"), "☑"),
)
"""How the signs of an example are shown."""


class Sign(Enum):
    """What a line or cell holds, by its signs. Where it holds several, the first of them here is meant."""

    WRITING = auto()
    ROW = auto()
    FILLED = auto()
    TICK = auto()
    SCALE = auto()
    CIRCLES = auto()
    BLANKS = auto()
    WORDS = auto()


_OF_LINES = (
    (Sign.WRITING, _WRITING),
    (Sign.ROW, _ROW),
    (Sign.FILLED, _FILLED_LEAD),
    (Sign.TICK, _TICK),
    (Sign.SCALE, _SCALE),
    (Sign.CIRCLES, _CIRCLE),
    (Sign.BLANKS, _BLANK),
)
_OPEN = frozenset({Sign.TICK, Sign.SCALE, Sign.CIRCLES, Sign.BLANKS})
"""What a line holds that may still hold a circle that is filled."""
_OF_CELLS = (
    (Sign.FILLED, _FILLED_CELL),
    (Sign.TICK, _TICK),
    (Sign.SCALE, _SCALE),
    (Sign.CIRCLES, _CIRCLE),
)
_MIXABLE = ({Sign.TICK, Sign.BLANKS},)


def sign_of(line: Line) -> Sign:
    """What a line holds."""
    bare = line.bare
    sign = next((sign for sign, pattern in _OF_LINES if pattern.search(bare)), Sign.WORDS)
    if sign in _OPEN and _FILLED_CIRCLE.search(bare) and _CIRCLE.search(bare):
        return Sign.FILLED  # one of several circles
    return sign


def sign_of_cell(cell: str) -> Sign:
    """What a cell holds; an empty one is to be written in."""
    words = take_name(cell)[0]
    if not words or set(words) == {"_"}:
        return Sign.WRITING
    bare = without_code(cell)
    return next((sign for sign, pattern in _OF_CELLS if pattern.search(bare)), Sign.WORDS)


def holds_blank(text: str) -> bool:
    """Whether a one-line field stands in a text."""
    return bool(_BLANK.search(without_code(text)))


def is_circle_alone(line: Line) -> bool:
    """Whether a line is one circle with its words, and no more: one answer of a choice that goes over several lines."""
    return bool(_CIRCLE_ALONE.match(line.bare))


def is_words(cell: str) -> bool:
    """Whether a cell holds words, and nothing to choose or to tick."""
    bare = without_code(cell)
    chosen = any(pattern.search(bare) for pattern in (_CIRCLE, _SCALE, _TICK))
    return bool(take_name(cell)[0].strip("_")) and not chosen


def is_bare_circle(cell: str) -> bool:
    """Whether a cell is a circle without words: one answer of a choice that its row makes."""
    return bool(_CIRCLE_BARE.match(cell))


def check_signs(text: str, line: Line, reading: Reading) -> None:
    """Report a line or cell that holds fields of several kinds, or an author's name for a field in a wrong place."""
    bare = without_code(text)
    patterns = ((Sign.TICK, _TICK), (Sign.SCALE, _SCALE), (Sign.CIRCLES, _CIRCLE), (Sign.BLANKS, _BLANK))
    signs = {sign for sign, pattern in patterns if pattern.search(bare)}
    if len(signs) > 1 and signs not in _MIXABLE:
        reading.report("sheet-mixed", line.number, shown(text))
    rest = take_name(_BLANK.sub("", bare))[0] if signs else _BLANK.sub("", bare)
    if Sign.TICK in signs:
        rest = _NAME.sub("", rest, count=1)
    if stray := _NAME.search(rest):
        reading.report("sheet-name-place", line.number, shown(stray.group()))


def take_name(text: str) -> tuple[str, str | None]:
    """A text without its author's name for the field at its end, ``{#name}``, and that name if there is one."""
    match = _NAME_AT_END.search(text)
    return (text[: match.start()], match["name"] or "#") if match else (text, None)


class BlankSign(NamedTuple):
    """A blank as written: the words before it, what kind it is, and its author's name for it."""

    words: str
    kind: BlankKind
    given: str | None


def split_blanks(text: str) -> tuple[list[BlankSign], str]:
    """The blanks of a line, and the words behind the last one."""
    signs, start = [], 0
    for match in _BLANK.finditer(without_code(text)):
        given = None if match["name"] is None else match["name"] or "#"
        signs.append(BlankSign(text[start : match.start()], _kind_of_blank(match["sign"] or ""), given))
        start = match.end()
    return signs, text[start:]


def _kind_of_blank(sign: str) -> BlankKind:
    if sign.startswith("="):
        return "sum"
    return "signature" if sign else "words"


def behind_tick(text: str) -> str:
    """What stands behind the box that opens a text."""
    match = _TICK.match(without_code(text))
    return text[match.end() :] if match else text


def split_circles(text: str) -> tuple[str, list[str]]:
    """The words before the first circle, and those behind each."""
    before, *options = split_outside_code(_CIRCLE, text)
    return before, options


def is_bullet(text: str) -> bool:
    """Whether a text is the mark of a list, and no more."""
    return bool(_BULLET.fullmatch(text))


class ScaleSign(NamedTuple):
    """A scale as written: the words before its numbers, these, and the words behind them."""

    before: str
    numbers: tuple[int, ...]
    after: str
    several: bool
    """Whether another scale follows."""


def split_scale(text: str) -> ScaleSign:
    """The scale in a text that holds one."""
    before, after, *more = split_outside_code(_SCALE, text)
    match = _SCALE.search(without_code(text))
    numbers = tuple(map(int, _NUMBER.findall(match.group()))) if match else ()
    return ScaleSign(_BULLET.sub("", before), numbers, after, bool(more))


def split_label(words: str, ends: str) -> tuple[str, str]:
    """Words parted behind the last of the signs in ``ends`` that is followed by a space or by nothing."""
    words = words.strip()
    for end in range(len(words), 0, -1):
        if words[end - 1] in ends and (end == len(words) or words[end].isspace()):
            return words[:end], words[end:].lstrip()
    return "", words


def split_last_label(words: str) -> tuple[str, str]:
    """The words of a box, and the label before the blank behind them; two spaces or the end of a sentence divide them.

    ``I have shown this to my manager.  Date: `` is divided; ``Other: `` is both.
    """
    at = max((match.end() for match in _DIVIDES.finditer(words)), default=-1)
    return (words[:at], words[at:]) if at >= 0 and not _ENDS.search(words, at) else (words, words)


def leading_number(words: str) -> int | None:
    """The number with which words begin, of up to three digits."""
    match = _LEADING_NUMBER.match(words)
    return int(match[0]) if match else None


def as_shown(cell: str) -> str:
    """A cell of an example, with its signs as what they stand for."""
    for pattern, mark in _SHOWN_AS:
        cell = mark.join(split_outside_code(pattern, cell))
    return cell
