"""What the fields of a worksheet share: their names, their labels, and the signs that stand for them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal, NamedTuple

from coursewright.keys import NAME_PATTERN
from coursewright.problem import shown
from coursewright.reader.lines import CODE_SPAN, Line, split_outside_code, without_code
from coursewright.reader.reading import Reading
from coursewright.sheet import Circles, Scale, SheetPart
from coursewright.text import Prose

CIRCLE = re.compile(r"\( ?\)\s*")
TICK = re.compile(r"^\s*(?:[-*+]\s+)?\[ ?\](?![(\[:])\s*(?P<text>.*)$")
BLANK = re.compile(r"(?P<sign>=\s*|(?<!\w)[xX])?_{4,}(?:\s*\{#(?P<name>[^{}]*)\})?")
SCALE = re.compile(r"\(\d{1,3}\)(?:\s*\(\d{1,3}\))+")
FILLED = re.compile(r"(?:^|\s)\([xX]\)(?=\s|$)|^\s*(?:[-*+]\s+)?\[[xX]\](?=\s|$)")

LONGEST_NAME = 48
_NOT_IN_NAMES = re.compile(r"[\W_]+")
_MARKUP = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"!?\[([^\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"(\*{1,3}|(?<!\w)_{1,3})(\S(?:.{0,300}?\S)?)\1"), r"\2"),  # to any end, it takes the square of a line
    (re.compile(r"^\s*[-+*>]\s+", re.MULTILINE), ""),
)
"""Markdown that is not read aloud, and what stays of it."""


_NAME = re.compile(r"\{#[^{}]*\}")
_GIVEN = re.compile(r"\s*\{#(?P<name>[^{}]*)\}\s*$")


class FieldNames:
    """Gives each field of a sheet a name: the author's, or its label's, with a number where the label stands twice."""

    def __init__(self, reading: Reading) -> None:
        self.count = 0
        self._reading = reading
        self._used: dict[str, int] = {}

    def name(self, label: str, given: str = "", line: int = 0) -> str:
        """A name that no other field of the sheet has.

        Args:
            label: What the field asks for.
            given: The author's name for it, if there is one.
            line: Where the field stands, for a mistake in that name.
        """
        if given:
            return self._given(given, line)
        self.count += 1
        base = _NOT_IN_NAMES.sub("-", label.casefold()).strip("-")[:LONGEST_NAME].rstrip("-") or "field"
        name, number = base, self._used.get(base, 0)
        while name in self._used:
            number += 1
            name = f"{base}--{number}"
        self._used[base] = self._used[name] = max(number, 1)
        return name

    def _given(self, name: str, line: int) -> str:
        self.count += 1
        if not is_name(name) or name in self._used:
            self._reading.report("sheet-field-name", line, shown(name), limit=LONGEST_NAME)
        self._used[name] = self._used.get(name, 0) + 1
        return name


def is_name(name: str) -> bool:
    """Whether an author may name a field, or a column of fields, so."""
    return bool(re.match(NAME_PATTERN, name)) and len(name) <= LONGEST_NAME


def take_given(text: str) -> tuple[str, str]:
    """A text without the name at its end, ``{#name}``, and the name."""
    match = _GIVEN.search(text)
    return (text[: match.start()], match["name"] or "#") if match else (text, "")


def plain(markdown: str) -> str:
    """The words of a piece of Markdown on one line, without a colon at the end: a field's label."""
    # Code is read aloud as it stands; all else loses its marks.
    pieces = CODE_SPAN.split(markdown)
    codes = [match.group().strip("`") for match in CODE_SPAN.finditer(markdown)]
    words = [_without_marks(piece) for piece in pieces[:: CODE_SPAN.groups + 1]]
    joined = "".join(word + code for word, code in zip(words, [*codes, ""], strict=True))
    return " ".join(joined.split()).rstrip(":").strip()


def last_paragraph(part: SheetPart) -> str:
    """The words of a text's last paragraph, which label what follows; of a field, nothing."""
    return plain(str(part.text).rsplit("\n\n", 1)[-1]) if isinstance(part, Prose) else ""


def _without_marks(markdown: str) -> str:
    for pattern, kept in _MARKUP:
        markdown = pattern.sub(kept, markdown)
    return markdown


def read_circles(
    options: list[str], label: str, names: FieldNames, line: Line, reading: Reading, named: str = ""
) -> Circles:
    """Circles from the words behind each ``( )``, checked. Behind the last one, ``{#name}`` may stand.

    ``named`` is what they are named after, if not their label.
    """
    last, given = take_given(options[-1])
    options = [*options[:-1], last]
    words = tuple(option.strip().rstrip("·|,;/").strip() for option in options)
    if len(words) < 2:
        reading.report("sheet-one-circle", line.number, "one")
    if len({word.casefold() for word in words}) < len(words):
        reading.report("sheet-duplicate-circle", line.number, shown(line.text))
    if not all(words):
        reading.report("sheet-no-label", line.number, "a circle without words")
    return Circles(names.name(named or label, given, line.number), label, words)


MOST_NUMBERS = 20
"""Numbers of a scale: more would not stand side by side on paper."""

_MIXABLE = ({"tick", "blank"},)


def check_signs(text: str, line: Line, reading: Reading) -> None:
    """Report a line or cell that holds fields of several kinds, or an author's name for a field in a wrong place."""
    bare = without_code(text)
    patterns = (("tick", TICK), ("scale", SCALE), ("circle", CIRCLE), ("blank", BLANK))
    kinds = {kind for kind, pattern in patterns if pattern.search(bare)}
    if len(kinds) > 1 and kinds not in _MIXABLE:
        reading.report("sheet-mixed", line.number, shown(text))
    rest = take_given(BLANK.sub("", bare))[0] if kinds else BLANK.sub("", bare)
    if "tick" in kinds:
        rest = _NAME.sub("", rest, count=1)
    if stray := _NAME.search(rest):
        reading.report("sheet-name-place", line.number, shown(stray.group()))


class BlankSign(NamedTuple):
    """A blank as written: the words before it, what kind it is, and its author's name for it."""

    words: str
    kind: Literal["words", "sum", "signature"]
    given: str


def split_blanks(text: str) -> tuple[list[BlankSign], str]:
    """The blanks of a line, and the words behind the last one."""
    signs, start = [], 0
    for match in BLANK.finditer(without_code(text)):
        sign = (match["sign"] or "")[:1]
        kind: Literal["words", "sum", "signature"] = "sum" if sign == "=" else "signature" if sign else "words"
        given = match["name"] if match["name"] is None else match["name"] or "#"
        signs.append(BlankSign(text[start : match.start()], kind, given or ""))
        start = match.end()
    return signs, text[start:]


def split_label(words: str, ends: str) -> tuple[str, str]:
    """Words parted behind the last of the signs in ``ends`` that is followed by a space or by nothing."""
    match = re.match(rf"^(?P<label>.*[{re.escape(ends)}])(?:\s+(?P<rest>.*))?$", words.strip())
    return (match["label"], match["rest"] or "") if match else ("", words.strip())


def read_scale(text: str, label: str, names: FieldNames, line: Line, reading: Reading, named: str = "") -> Scale:
    """A scale from ``label: low (1) (2) (3) high {#name}``, checked.

    Args:
        text: The words and numbers.
        label: What labels a scale that has no label of its own.
        names: Gives the field its name.
        line: Where it stands.
        reading: Takes the mistakes.
        named: What such a scale is named after, if not its label.
    """
    text, given = take_given(text)
    before, after, *more = split_outside_code(SCALE, text)
    if more:
        reading.report("sheet-scale", line.number, shown(text), expected="one scale in a line")
    match = SCALE.search(without_code(text))
    numbers = tuple(int(number) for number in re.findall(r"\d+", match.group())) if match else ()
    if len(numbers) > MOST_NUMBERS:
        reading.report(
            "sheet-scale", line.number, f"{len(numbers)} numbers", expected=f"at most {MOST_NUMBERS} numbers"
        )
    if any(second <= first for first, second in pairwise(numbers)):
        reading.report("sheet-scale", line.number, shown(text), expected="numbers that rise from left to right")
    own, low = split_label(re.sub(r"^\s*[-*+]\s+", "", before), ":?.!")
    label, named = plain(own) or label, plain(own) or named or label
    return Scale(names.name(named, given, line.number), label, plain(low), plain(after), numbers)
