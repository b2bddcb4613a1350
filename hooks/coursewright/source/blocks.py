"""Lines to a tree of prose and blocks, with every slip of the ``///`` lines reported.

The one place that knows how blocks are written::

    /// kind | name
        option: value

    body, in which other blocks may stand
    ///

A code fence or an HTML comment protects what stands in it. Blocks stand at the left margin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coursewright.keys import BLOCK_KEYS, NESTING, RESERVED_NAMES, UNNAMED_BLOCKS
from coursewright.model import Heading
from coursewright.problem import Problems, did_you_mean, listed, shown
from coursewright.source.lines import without_code
from coursewright.source.source import Source
from coursewright.text import Text
from coursewright.values import NAME_PATTERN

_SLASHES = re.compile(r"^(?P<indent>[ \t]*+)(?P<slashes>/{3,})[ \t]*+(?P<rest>.*)$")
_IN_QUOTE = re.compile(r"^[ \t]*+(?P<before>(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*+)++)/{3}[ \t]++(?P<kind>[^|\s]++)")
_OPENING = re.compile(r"^(?P<kind>[^|\s]+)[ \t]*(?:\|[ \t]*(?P<name>.*))?$")
_FENCE = re.compile(r"^[\s>]*(?P<fence>`{3,}|~{3,})(?P<rest>.*)$")
_HEADING = re.compile(r"^(?P<marks>#{1,6})(?P<text>.*)$")
_NAME = re.compile(NAME_PATTERN)
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\]]+\]:")
_UNDERLINE = re.compile(r"^(?:=+|-+)[ \t]*$")


@dataclass
class RawProse:
    """Lines between blocks."""

    text: Text


@dataclass
class RawBlock:
    """A block as written: its body not yet understood."""

    kind: str
    name: str
    line: int
    options: Text
    items: list[RawProse | RawBlock] = field(default_factory=list)

    @property
    def title(self) -> str:
        """How messages name it."""
        return f"`/// {self.kind} | {self.name}`" if self.name else f"`/// {self.kind}`"

    def body(self) -> Text:
        """Its own lines, without those of blocks inside it."""
        texts = [item.text for item in self.items if isinstance(item, RawProse)]
        lines = tuple(line for text in texts for line in text.lines)
        return Text(lines, texts[0].line if texts else self.line)


@dataclass
class Tree:
    """What a file holds below its front matter."""

    items: list[RawProse | RawBlock]
    headings: list[Heading]
    protected: frozenset[int]
    """The numbers of the lines in code fences and comments, to which no other rule applies."""
    first_line: int
    """The first line below the front matter."""
    fences: dict[int, str]
    """What stands behind the backticks that open a code fence, by the number of its line."""


def read_blocks(source: Source, first_line: int, problems: Problems) -> Tree:
    """Scan a file from a line to its end."""
    scanner = _Scanner(source, problems)
    for number in range(first_line, len(source.lines) + 1):
        scanner.take(number, source.lines[number - 1])
    scanner.finish()
    return Tree(scanner.items, scanner.headings, frozenset(scanner.protected), first_line, scanner.fences)


class _Scanner:
    def __init__(self, source: Source, problems: Problems) -> None:
        self.source, self.problems = source, problems
        self.items: list[RawProse | RawBlock] = []
        self.headings: list[Heading] = []
        self.protected: set[int] = set()
        self.fences: dict[int, str] = {}
        self._stack: list[RawBlock] = []
        self._names: dict[tuple[int, str], int] = {}
        self._prose: list[str] = []
        self._prose_line = 0
        self._fence: tuple[str, int] | None = None
        self._comment: tuple[int, int] | None = None
        self._in_options = False
        self._closed_for_author = 0

    def take(self, number: int, line: str) -> None:
        """Take the next line."""
        if self._takes_protected(number, line):
            self._in_options = False
            self._keep(number, line)
        elif self._in_options and self._takes_option(number, line):
            return
        elif match := _SLASHES.match(line):
            self._slashes(number, match)
        else:
            self._heading(number, line)
            self._in_quote(number, line)
            if self._stack and _FOOTNOTE.match(line):
                self.problems.report("footnote-in-block", self.source.place(number), shown(line))
            self._keep(number, line)

    def finish(self) -> None:
        """Report what is still open at the end of the file."""
        self._flush()
        if self._fence:
            fence, line = self._fence
            self.problems.report("fence-unclosed", self.source.place(line), f"`{fence}` without an end", fence=fence)
        if self._comment:
            self.problems.report("comment-unclosed", self.source.place(*self._comment), "`<!--` without an end")
        if not self._fence and not self._comment:
            for block in self._stack:
                self.problems.report("block-unclosed", self.source.place(block.line), f"{block.title} without an end")
        self._stack.clear()

    # Code and comments

    def _takes_protected(self, number: int, line: str) -> bool:
        match = _FENCE.match(line)
        if self._fence:
            self.protected.add(number)
            if match and match["fence"] == self._fence[0] and not match["rest"].strip():
                self._fence = None
            return True
        if self._comment:
            self.protected.add(number)
            if "-->" in line:
                self._comment = None
            return True
        if match and not (match["fence"][0] == "`" and "`" in match["rest"]):
            self._fence = (match["fence"], number)
            self.fences[number] = match["rest"].strip()
            self.protected.add(number)
            return True
        bare = without_code(line)
        start = bare.rfind("<!--")
        if start >= 0 and "-->" not in bare[start:]:
            self._comment = (number, start + 1)
        return False

    # Blocks

    def _takes_option(self, number: int, line: str) -> bool:
        block = self._stack[-1]
        if line.startswith(("    ", "\t")) and line.strip():
            text = line[1:] if line.startswith("\t") else line[4:]
            self._keep_option(block, number, text)
            return True
        key = line.partition(":")[0].strip()
        known = {field.alias or name for name, field in BLOCK_KEYS[block.kind].model_fields.items()}
        if key in known and ":" in line:
            # Read all the same, so that no missing key is told on top of it.
            self.problems.report("option-not-indented", self.source.place(number), shown(line))
            self._keep_option(block, number, line.strip())
            return True
        self._in_options = False
        return False

    def _keep_option(self, block: RawBlock, number: int, text: str) -> None:
        first = block.options.line if block.options.lines else number
        block.options = Text((*block.options.lines, text), first)

    def _slashes(self, number: int, match: re.Match[str]) -> None:
        rest = match["rest"].rstrip(" \t")
        place = self.source.place(number, len(match["indent"]) + 1)
        if match["indent"]:
            self.problems.report("block-indented", place, shown(match.group()))
            self._closed_for_author += bool(rest)
        elif not rest and len(match["slashes"]) == 3:
            self._close(number)
        elif not (opening := _OPENING.match(rest)) or len(match["slashes"]) != 3:
            self.problems.report("block-opening", place, shown(match.group()))
            self._closed_for_author += 1  # nobody need be told that what would end it has no beginning
        else:
            self._open(number, opening["kind"], (opening["name"] or "").strip())

    def _in_quote(self, number: int, line: str) -> None:
        """A block in a quote or a list, which would be published as it stands, key and all."""
        match = _IN_QUOTE.match(line)
        if match and match["kind"] in BLOCK_KEYS:
            self.problems.report("block-indented", self.source.place(number, match.end("before") + 1), shown(line))

    def _open(self, number: int, kind: str, name: str) -> None:
        place = self.source.place(number)
        self._flush()
        if kind not in BLOCK_KEYS:
            self.problems.report(
                "block-unknown", place, f"`{kind}`", known=listed(BLOCK_KEYS), suggestion=did_you_mean(kind, BLOCK_KEYS)
            )
        else:
            self._leave_crossed(number, kind)
            self._check_name(number, kind, name)
        block = RawBlock(kind if kind in BLOCK_KEYS else "", name, number, Text((), number))
        (self._stack[-1].items if self._stack else self.items).append(block)
        self._stack.append(block)
        self._in_options = kind in BLOCK_KEYS

    def _check_name(self, number: int, kind: str, name: str) -> None:
        place = self.source.place(number, self.source.lines[number - 1].find("|") + 1)
        if kind in UNNAMED_BLOCKS:
            if name:
                self.problems.report("block-name-unwanted", place, shown(name), kind=kind)
        elif not name:
            self.problems.report("block-name-missing", place, "none", kind=kind)
        elif not _NAME.match(name) or RESERVED_NAMES.match(name):
            self.problems.report("block-name", place, shown(name), suggestion=f"`{_free_name(name)}`")
        else:
            # A name is unique among its neighbours: on the page, or in the block around it.
            key = (self._stack[-1].line if self._stack else 0, name)
            if key in self._names:
                self.problems.report("block-name-duplicate", place, shown(name), line=self._names[key])
            self._names.setdefault(key, number)

    def _leave_crossed(self, number: int, kind: str) -> None:
        """Close, for the author, blocks in which the new one cannot stand: their ``///`` is missing."""
        while self._stack and self._stack[-1].kind and kind not in NESTING.get(self._stack[-1].kind, frozenset()):
            outer = self._stack.pop()
            self._closed_for_author += 1
            place = self.source.place(number)
            self.problems.report(
                "block-crossed", place, f"it inside {outer.title}", kind=kind, outer=outer.title, line=outer.line
            )

    def _close(self, number: int) -> None:
        self._flush()
        self._in_options = False
        if self._stack:
            self._stack.pop()
        elif self._closed_for_author:
            self._closed_for_author -= 1
        else:
            self.problems.report("block-close-stray", self.source.place(number), "`///` without a block")

    # Prose

    def _keep(self, number: int, line: str) -> None:
        if not self._prose:
            self._prose_line = number
        self._prose.append(line)

    def _flush(self) -> None:
        if self._prose:
            prose = RawProse(Text(tuple(self._prose), self._prose_line))
            (self._stack[-1].items if self._stack else self.items).append(prose)
            self._prose = []

    def _heading(self, number: int, line: str) -> None:
        if match := _HEADING.match(line):
            level, text, at = len(match["marks"]), _words_of(match["text"]), number
        elif _UNDERLINE.match(line) and self._heads_paragraph():
            level, text, at = (1 if line[0] == "=" else 2), self._prose[-1].strip(), number - 1
        else:
            return
        if self._stack:
            if self._stack[-1].kind:
                self.problems.report("heading-in-block", self.source.place(at), shown(self.source.lines[at - 1]))
        else:
            self.headings.append(Heading(level, text, at))

    def _heads_paragraph(self) -> bool:
        """Whether the last line alone stands after a blank one, so that an underline makes it a heading."""
        return bool(self._prose and self._prose[-1].strip()) and (len(self._prose) == 1 or not self._prose[-2].strip())


def _words_of(heading: str) -> str:
    """The words of a heading, without the marks and the list of attributes that may stand behind them."""
    words = heading.strip(" \t")
    if words.endswith("}"):
        before = words.find("{", words.rfind("}", 0, -1) + 1)
        words = words[:before].rstrip(" \t") if before >= 0 else words
    return words.rstrip("#").rstrip(" \t")


def _free_name(name: str) -> str:
    return f"my-{as_name(name)}" if RESERVED_NAMES.match(as_name(name)) else as_name(name)


def as_name(text: str) -> str:
    """A text as a name: small letters, digits, hyphens, a letter first."""
    name = _NOT_IN_NAMES.sub("-", text.lower()).strip("-")
    return name if name[:1].isalpha() else f"a-{name}".rstrip("-")
