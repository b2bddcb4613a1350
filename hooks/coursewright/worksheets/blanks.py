"""One-line fields after their labels: words, a sum, a signature.

Name: ____   Date: ____
My total = ____
Signed: x____
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coursewright.markup.element import Element, add, as_written
from coursewright.problem import shown
from coursewright.sheet import Field, OnPage, OnPaper, SheetPart
from coursewright.source.lines import Line
from coursewright.source.plain import plain
from coursewright.text import NOTHING, Phrase
from coursewright.words import Words
from coursewright.worksheets.pen import draw_line
from coursewright.worksheets.reading import SheetReading, Taken
from coursewright.worksheets.signs import BlankKind, BlankSign, split_blanks

SHORT_LABELS = 60
"""Letters of labels that leave room for blanks beside them on paper."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A one-line field after its label, as in ``Date: ______``."""

    name: str
    label: str
    kind: BlankKind = "words"
    sums: tuple[str, ...] = ()
    """The names of the scales and ratings that a sum adds up."""

    def title(self, words: Words) -> str:
        """How a PDF tells it."""
        match self.kind:
            case "words":
                return self.label
            case "sum" | "signature":
                return f"{self.label} ({words[f'sheet.{self.kind}']})"


@dataclass(frozen=True, slots=True)
class BlankLine(SheetPart):
    """One or more blanks side by side."""

    blanks: tuple[Blank, ...]
    after: Phrase = NOTHING
    """Words behind the last blank."""

    def fields(self) -> Iterator[Field]:
        return (Field(blank.name, blank.label) for blank in self.blanks)

    def to_sum(self, before: tuple[str, ...]) -> tuple[str, ...]:
        return () if any(blank.kind == "sum" for blank in self.blanks) else before

    def is_long(self, before: str = "") -> bool:
        """Whether labels, and words before them, leave the blanks no room on one line of paper."""
        return len(before) + sum(len(blank.label) for blank in self.blanks) + len(self.after) > SHORT_LABELS

    def draw_on_page(self, parent: Element, page: OnPage) -> None:
        self.draw_blanks(add(parent, "p", class_="cw-line"), "", page)

    def draw_blanks(self, line: Element, said: str, page: OnPage) -> None:
        """Draw blanks with their labels, except a label that has been said already: that one is only read aloud."""
        for blank in self.blanks:
            known = blank.label == said
            label = add(line, "label", class_=None if blank.kind == "words" else f"cw-{blank.kind}")
            if not known:
                add(label, "span", as_written(blank.label))
            name = blank.label if known else None
            sums = " ".join(blank.sums) or None
            identity = page.prefix + blank.name
            add(label, "input", type="text", id=identity, name=blank.name, aria_label=name, data_sum=sums)
        if self.after:
            page.texts.line(add(line, "span"), self.after)

    def draw_on_paper(self, parent: Element, paper: OnPaper) -> None:
        sums = all(blank.kind == "sum" for blank in self.blanks)
        kind = "blanks stacked" if self.is_long() else "blanks sums" if sums else "blanks"
        self.draw_blanks_on_paper(add(parent, "div", class_=kind), "", paper)

    def draw_blanks_on_paper(self, line: Element, said: str, paper: OnPaper) -> None:
        """Draw blanks behind their labels, except a label that has been said already."""
        for blank in self.blanks:
            if blank.label != said:
                add(line, "div", as_written(blank.label), class_="words")
            style = None if blank.kind == "sum" else f"width: {90 // len(self.blanks)}%"
            rule = add(line, "div", class_=f"rule {blank.kind}", style=style)
            draw_line(rule, blank.name, blank.title(paper.words), paper)
        if self.after:
            paper.texts.line(add(line, "div", class_="words after"), self.after)


def read_blanks(lines: Sequence[Line], sheet: SheetReading) -> Taken:
    """Read a line of blanks."""
    signs, after = split_blanks(lines[0].text)
    return Taken(blanks_of(signs, after, lines[0], sheet), 1)


def blanks_of(signs: Sequence[BlankSign], after: str, line: Line, sheet: SheetReading) -> BlankLine:
    """Blanks side by side, with the words behind them. The first sum adds up what waits for one."""
    blanks, to_sum = [], sheet.to_sum
    for sign in signs:
        label = sheet.label_or_report(plain(sign.words), line)
        sums: tuple[str, ...] = ()
        if sign.kind == "sum":
            if not to_sum:
                sheet.report("sheet-sum", line, shown(line.text))
            sums, to_sum = to_sum, ()
        blanks.append(Blank(sheet.names.name(label, sign.given, line.number), label, sign.kind, sums))
    return BlankLine(tuple(blanks), Phrase(after.strip()))
