"""What is told to an author about a mistake: one record, one table.

``MISTAKES`` holds every code with what was expected and how to fix it; the author's reference (``guide/mistakes.md``)
is written from it. A place that finds a mistake adds only the place and what was found there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from coursewright.fault import Fault, Watch

EXCERPT_WIDTH = 200
"""Characters of a source line shown with its mistake; more would hide the mistake."""


class Mistake(NamedTuple):
    """A kind of mistake: texts with ``{names}`` for what differs from case to case."""

    expected: str
    remedy: str


MISTAKES: dict[str, Mistake] = {
    # Files
    "file-not-utf8": Mistake("text in UTF-8", "save the file anew in your editor, with the encoding UTF-8"),
    "file-control-character": Mistake(
        "printable text", "delete the character; a copied text may have brought it along"
    ),
    "file-reserved-character": Mistake(
        "no character of the private use area", "delete the character; Coursewright marks blocks with it"
    ),
    "file-too-large": Mistake("at most {limit}", "split the file into several lessons"),
    "file-symlink": Mistake("files, and links to files inside the docs folder", "put a copy in the place of the link"),
    "file-unreadable": Mistake(
        "a file that can be read", "give yourself the right to read it; on Linux and macOS `chmod u+r` does"
    ),
    "file-special": Mistake("a plain file", "{fix}"),
    "file-missing": Mistake("the file {file}", "{fix}"),
    "file-same-address": Mistake(
        "an address of its own for each page", "rename one of the two files: both become {address}"
    ),
    "file-made": Mistake("no file where the build makes a page of its own ({kind})", "rename the file"),
    "file-name": Mistake(
        "a name of lowercase letters, digits and hyphens that starts with a letter",
        "rename it, for example to {suggestion}",
    ),
    "line-too-long": Mistake("at most {limit} characters in a line", "break the line"),
    "nesting-too-deep": Mistake("at most {limit} {what}", "write it flatter, or in a code fence"),
    "too-many": Mistake("at most {limit} {what} in a file", "split the file, or leave some of them out"),
    # Front matter and options
    "yaml-missing": Mistake(
        "front matter between two lines `---` at the top",
        "begin the file with a line `---`, a line for each key such as `title: My page`, and a line `---`",
    ),
    "yaml-unclosed": Mistake("a line `---` that ends the front matter", "write `---` under the last key"),
    "yaml-broken": Mistake(
        "YAML that can be read",
        "quote texts that hold `: `, `#`, `[`, `{{` or quotes; indent with spaces, not with tabs",
    ),
    "yaml-not-mapping": Mistake("keys and values, such as `title: The machine`", "write `key: value` lines"),
    "yaml-alias": Mistake(
        "plain values", "write the value out instead of an anchor `&` or alias `*`; quote a text that begins so"
    ),
    "yaml-tag": Mistake("plain values", "delete the tag; quote a text that begins with `!`"),
    "yaml-too-deep": Mistake("at most {limit} levels", "write the values flatter"),
    "yaml-several-documents": Mistake("one set of keys", "delete the second `---` block"),
    "key-duplicate": Mistake("the key `{key}` once", "keep one of the two; the other is on line {line}"),
    "key-unknown": Mistake("one of {known}", "correct or delete the key.{suggestion}"),
    "key-missing": Mistake("the key `{key}` ({meaning})", "add `{key}: …`"),
    "key-type": Mistake("{expected}", "correct the value of `{key}`{meaning}"),
    "template-unknown": Mistake(
        "one of {known}, or a template of your own in the folder that `theme: custom_dir:` names",
        "correct the name, or delete the key.{suggestion}",
    ),
    "minutes-sum": Mistake(
        "minutes between {low} and {high}: blocks {blocks}, and {slow} to {fast} for reading {words} words",
        "write such a number for `minutes`, or correct the minutes of the blocks",
    ),
    "prerequisite-unknown": Mistake("the id of a lesson, `module/lesson`", "correct the prerequisite.{suggestion}"),
    "prerequisite-circle": Mistake(
        "prerequisites that lead back to a first lesson", "take one of them out of the circle"
    ),
    "prerequisite-later": Mistake(
        "a lesson that comes earlier in the course", "move one of the lessons, or drop the prerequisite"
    ),
    "formerly-present": Mistake(
        "a name that nothing in the course has any more", "delete it; what learners saved stays with the name it has"
    ),
    "formerly-twice": Mistake("a former name of one thing only", "delete it here or in {other}"),
    "formerly-field": Mistake(
        "the name of a field of this sheet, as in `formerly-fields: {{ name: old-name }}`",
        "correct the name before the colon.{suggestion}",
    ),
    "reference-unknown": Mistake("a key of docs/bibliography.yml", "correct the key, or add the entry.{suggestion}"),
    "sheet-unknown": Mistake(
        "a worksheet of the course: `module/lesson/sheet`, or a `sheet` of this lesson", "correct the name.{suggestion}"
    ),
    "path-unknown": Mistake("{expected}", "correct the name.{suggestion}"),
    "path-empty": Mistake("`lessons` or `weeks` in each path, and not both", "name its lessons, or its weeks"),
    "path-long": Mistake(
        "lessons of {minutes} minutes at most, as `hours: {hours}` says", "take a lesson out, or correct `hours`"
    ),
    "term-twice": Mistake("each term of the glossary once", "take it out of one of the two; the other is `{other}`"),
    "objective-unknown": Mistake("one of this lesson's objectives: {known}", "correct the name.{suggestion}"),
    "objective-unserved": Mistake(
        "a question or an activity for each objective", "add `objective: {name}` to one, or drop the objective"
    ),
    "lesson-unlisted": Mistake(
        "every lesson of the folder in `lessons` of {index}", "add `{name}` to the list, or delete the file"
    ),
    "lesson-misplaced": Mistake(
        "the files of lessons right in the folder of their module", "move the file up to {folder}"
    ),
    "module-unlisted": Mistake(
        "every folder of lessons in `modules` of course.yml", "add `{name}` to the list, or delete the folder"
    ),
    "listed-twice": Mistake("each name once", "delete the second `{name}`"),
    # Blocks
    "block-opening": Mistake(
        "`/// kind | name`, such as `/// question | my-question`",
        "write the line so; to show the characters, put them in a code fence",
    ),
    "block-unknown": Mistake("a block of one of the kinds {known}", "correct the kind.{suggestion}"),
    "block-unclosed": Mistake("a line `///` that closes the block", "write `///` under its last line"),
    "block-crossed": Mistake(
        "`/// {kind}` outside of the {outer} of line {line}",
        "write `///` above this line if that block ends here, or move this block below the end of that one",
    ),
    "block-close-stray": Mistake(
        "a line above it that opens a block, such as `/// question | my-question`",
        "write the line that is missing, or delete this `///`",
    ),
    "block-indented": Mistake(
        "blocks at the left margin",
        "take out what is before `///`: spaces, `>` or the sign of a list; leave a blank line above it",
    ),
    "block-name-missing": Mistake(
        "a name, as in `/// {kind} | my-name`", "add one of your own, and keep it: what learners save hangs on it"
    ),
    "block-name-unwanted": Mistake("`/// {kind}` without a name", "delete the name"),
    "block-name": Mistake(
        "a name of lowercase letters, digits and hyphens that starts with a letter, and that no page uses itself",
        "write it so, for example {suggestion}",
    ),
    "block-name-duplicate": Mistake(
        "a name of its own for each block of the page", "rename one of the two; the other is on line {line}"
    ),
    "block-misplaced": Mistake("{place}", "move it there"),
    "block-empty": Mistake("{what}", "write it, or delete the block"),
    "block-inside-html": Mistake(
        "HTML and code that end where they began: outside of the block, or in the same part of it",
        "close the HTML element or the code fence above it, and leave a blank line",
    ),
    "block-plugin": Mistake(
        "blocks as they stand in the file: other plugins may change what stands between them",
        "write in the file what the block is to say, or keep {plugins} from this page",
    ),
    "option-not-indented": Mistake("options indented by four spaces", "indent the line by four spaces"),
    "fence-unclosed": Mistake("a line `{fence}` that closes the code", "write it under the last line of code"),
    "comment-unclosed": Mistake("`-->` that closes the comment", "write `-->` where the comment ends"),
    # Questions
    "question-no-stem": Mistake("a paragraph that asks, before the answers", "write it above the first answer"),
    "question-few-answers": Mistake(
        "at least two answers, each `- [ ] text` or `- [x] text`",
        "write them below the question, `[x]` before the right ones",
    ),
    "question-no-right-answer": Mistake("at least one right answer, `- [x]`", "mark the right answer with an x"),
    "question-duplicate-answer": Mistake("different answers", "reword one of the two; the other is on line {line}"),
    "question-answer-empty": Mistake("the words of the answer behind `- [ ]`", "write the answer"),
    "question-no-feedback": Mistake(
        "feedback under each answer", "add an indented line `    > why this is right, or what leads to it`"
    ),
    "question-no-explanation": Mistake(
        "an explanation after the last answer", "write it below the answers, at the left margin"
    ),
    "question-answer-mark": Mistake("an item {form}, at the left margin", "write it so"),
    "question-answer-late": Mistake(
        "all answers above the explanation", "move the answer up, or indent the text above it under its answer"
    ),
    "question-answer-text": Mistake(
        "one paragraph for each answer", "move further text into the stem or the feedback (`    > …`)"
    ),
    "question-any-missing": Mistake(
        "a last item `- [ ] *` with feedback for any other answer", "write it below the other answers"
    ),
    "question-number": Mistake(
        "a number, such as `40`, `2.5` or `40 ± 2`", "write it so; units go into the option `unit`"
    ),
    "question-gaps": Mistake("{expected}", "name each gap by its first spelling, as in `- [[machine]]`"),
    "question-gap-place": Mistake(
        "gaps among the words of a paragraph",
        "write the sentence with the gaps as a paragraph of its own, outside of code, lists, quotes and tables",
    ),
    "question-items": Mistake("{expected}", "write it so"),
    "option-useless": Mistake("`{key}` only with {types}", "delete the option, or correct `type`"),
    "scene-unknown": Mistake("the name of a scene of this question", "correct the name.{suggestion}"),
    "scene-unreachable": Mistake("a choice that leads to each scene but the first", "add one, or delete the scene"),
    "scene-endless": Mistake("a way from each scene to an end", "add a choice that leads on, or the option `end`"),
    "scene-end": Mistake("{expected}", "write it so"),
    "scene-no-consequence": Mistake("a consequence under each choice", "add an indented line `    > what follows`"),
    "scene-text-late": Mistake(
        "the text of a scene above its choices", "move the text up, or indent it under a choice"
    ),
    "review-text": Mistake("no text in a review, as the question has its own", "delete the text"),
    "review-unknown": Mistake("a question of the course, `module/lesson/question`", "correct it.{suggestion}"),
    "review-later": Mistake("a question that was asked earlier in the course", "review it in a later lesson"),
    # Worksheets
    "sheet-no-field": Mistake(
        "something to fill in", "add writing lines `____`, boxes `[ ]`, circles `( )` or empty cells"
    ),
    "sheet-no-label": Mistake("words that say what to write", "write them before the field"),
    "sheet-one-circle": Mistake("at least two circles to choose from", "add another `( ) words`, or use a box `[ ]`"),
    "sheet-duplicate-circle": Mistake("different words behind each circle", "reword one of them"),
    "sheet-table": Mistake("{expected}", "give each row as many cells as the head, and a line `|---|` under the head"),
    "sheet-filled": Mistake(
        "empty boxes `[ ]` and circles `( )`",
        "take out the x; a row of a table that shows how may end in `{{ example }}`",
    ),
    "sheet-too-large": Mistake("at most {limit} fields on a sheet", "split the sheet, or repeat fewer rows"),
    "sheet-row-option": Mistake(
        "`{{ rows: N }}`, `{{ height: N }}`, `{{ needs: N }}`, `{{ limit: N }}` or `{{ example }}`, the last three "
        "only in a table with a head, and no need or limit in an example",
        "write it behind the last `|` of the row, or delete it",
    ),
    "sheet-head-option": Mistake(
        "`{{ needs: N }}`, `{{ limit: N }}` or both in the head of a column", "correct the option, or delete it"
    ),
    "sheet-needs": Mistake(
        "`needs: 2` or `limit: 5`, and with marks `needs: 2 E, 1 L`, each mark once, in letters and digits",
        "correct the numbers and marks; a need is at least 1",
    ),
    "sheet-needs-cells": Mistake(
        "needs that their cells can meet", "ask for less, raise the limit, or add cells to fill in"
    ),
    "sheet-solution": Mistake("{expected}", "correct the solution, or the table above it"),
    "sheet-row-number": Mistake(
        "`{{ {key}: N }}` with a whole number from {low} to {high}", "correct the number; heights are millimetres"
    ),
    "sheet-scale": Mistake("{expected}", "write it as `How sure am I? not at all (1) (2) (3) (4) (5) wholly`"),
    "sheet-sum": Mistake(
        "a scale or a table of ratings above a sum `= ____`", "move the line below them, or take out the `=`"
    ),
    "sheet-name-place": Mistake(
        "`{{#name}}` right behind what it names",
        "move it behind the underscores, the words of a box, the last circle or number, or the words of a cell",
    ),
    "sheet-mixed": Mistake(
        "one kind of field in a line or cell; only blanks may follow a box `[ ]`",
        "write a line, or a column, for each kind",
    ),
    "sheet-overrun": Mistake(
        "at most {declared} on paper, as the option `pages` says", "shorten the sheet, or write `pages: {pages}`"
    ),
    "sheet-print": Mistake("a sheet that can be printed as it is written", "fix what the message names"),
    "sheet-font": Mistake(
        "a font on this machine with all characters of the sheets",
        "install one, such as Debian's fonts-noto-core, or fonts-noto-cjk for Chinese, Japanese and Korean; or build "
        "without PDFs, with `PDF=false`",
    ),
    "sheet-field-name": Mistake(
        "a name of lowercase letters, digits and hyphens, up to {limit} of them, that no other field of the sheet has",
        "correct the name in `{{#name}}`",
    ),
    # Workshops
    "workshop-empty": Mistake("at least one day, `/// agenda`", "write what happens, a line for each thing"),
    "workshop-time": Mistake(
        "the times at which the day starts and ends",
        "add `{key}: 9:00` to the agenda, or to the front matter for all days",
    ),
    "workshop-long": Mistake("a day that is over by {end}, as its `end` says", "{cuts}write a later `end`"),
    "workshop-break": Mistake(
        "a break after {limit} minutes at the latest", "add a line such as `- break 15: Coffee`, or move one"
    ),
    "workshop-prerequisite": Mistake(
        "what a lesson builds on before it, or in `assumes`", "add {missing} to the agenda, or to `assumes`"
    ),
    "agenda-line": Mistake(
        "`- break 15: Coffee`, `- module/lesson`, `- module/lesson: part, part 20`, `- name` of an activity below, or "
        "`- workshop: name, name 20` of activities of another workshop",
        "write it so",
    ),
    "agenda-unknown": Mistake("{known}", "correct the name.{suggestion}"),
    "agenda-unused": Mistake("each activity of the file in an agenda", "add `- name` to one, or delete the activity"),
    "timings-file": Mistake(
        "a file that run mode has saved (`Save timings`)", "save it anew, or take it out of docs/timings/"
    ),
    # Text
    "heading-skips": Mistake("a heading of level {level} or above", "write it with {marks}"),
    "heading-first-level": Mistake("headings from `##` on, as the title is the first level", "{fix}"),
    "heading-in-block": Mistake("no heading inside a block", "use **bold** words, or move the heading above the block"),
    "footnote-in-block": Mistake(
        "footnotes outside of blocks, as the end of the page shows them to everyone",
        "move the footnote below the block",
    ),
    "needs-script": Mistake(
        "pictures in place of {what}, as no script can draw them on paper, nor on a page that loads none",
        "save it as an SVG picture and show that: `![words](picture.svg)`; to show what you typed, {source}",
    ),
    "link-broken": Mistake(
        "a page or file of the docs folder",
        "write the path from this page to it, such as `../module/lesson.md`, or delete the link.{suggestion}",
    ),
    "link-unpublished": Mistake(
        "a page or file that is published",
        "link to another one, or leave the link out: course.yml, bibliography.yml, glossary.yml, timings/ and what "
        "`exclude_docs` of mkdocs.yml names stay out of the site",
    ),
    "link-empty": Mistake("an address", "write it between the parentheses: `[words](page.md)`, or delete the link"),
    "link-address": Mistake(
        "a page or file of the docs folder, or an address that begins with {known}", "correct the address.{suggestion}"
    ),
    "remote-content": Mistake(
        "pictures, frames and other content from the docs folder, as a course asks no other host",
        "save the file in the docs folder and name it there, or write a link to it",
    ),
    "link-anchor": Mistake("a heading or block of {page}", "correct the part behind `#`, or leave it out.{suggestion}"),
    "link-undefined": Mistake(
        "a line `[{label}]: target` on this page",
        "add it, or correct the label; where the brackets are only brackets, write `\\[` and `\\]`",
    ),
    "image-missing": Mistake(
        "a picture in the docs folder",
        "write the path from this page to it, or save the picture there.{suggestion}",
    ),
    "image-alt": Mistake(
        "words that say what the picture shows", "write them between the brackets: `![words](picture)`"
    ),
}
"""Every code, in the order of the author's reference."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a source file. ``line`` and ``column`` count from 1."""

    path: str
    line: int = 1
    column: int = 1
    excerpt: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake at one place."""

    place: Place
    code: str
    expected: str
    found: str
    remedy: str

    def __str__(self) -> str:
        where = f"{self.place.path}:{self.place.line}:{self.place.column}"
        return f"{where}: {self.code} expected {self.expected}, found {self.found}; {self.remedy}"


class Problems:
    """Collects the mistakes of a build, each once, and the faults of programs that came to light in it."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()
        self.faults: list[Fault] = []

    def watching(self, path: str) -> Watch:
        """A context that keeps an exception that nobody expected as a fault, so that it hides no mistake.

        Args:
            path: The file that is read or drawn meanwhile, as messages name it.
        """
        return Watch(path, self.keep_fault)

    def keep_fault(self, fault: Fault) -> None:
        """Keep a fault; what several files bring to light in the same way is told of the first."""
        if fault.message not in {each.message for each in self.faults}:
            self.faults.append(fault)

    def report(self, code: str, place: Place, found: str, /, **values: object) -> None:
        """Keep a mistake.

        Args:
            code: A key of ``MISTAKES``.
            place: Where it stands.
            found: What stands there, in words or in backquotes.
            values: What the texts of the code name in braces.
        """
        mistake = MISTAKES[code]
        self._found.add(
            Problem(place, code, mistake.expected.format(**values), found, mistake.remedy.format(**values).strip())
        )

    def __iter__(self) -> Iterator[Problem]:
        """All mistakes, sorted by file, line and column."""
        return iter(sorted(self._found))

    def __len__(self) -> int:
        return len(self._found)

    def __bool__(self) -> bool:
        return bool(self._found or self.faults)

    def paths(self) -> set[str]:
        """The files that have mistakes."""
        return {problem.place.path for problem in self._found}


def shown(text: str, width: int = 60) -> str:
    """A piece of the source as a message shows it: in backquotes, on one line, not too long."""
    flat = " ".join(text.split())
    return f"`{flat if len(flat) <= width else flat[: width - 1] + '…'}`" if flat else "nothing"


def listed(names: Iterable[str]) -> str:
    """Names as a message lists them."""
    return ", ".join(f"`{name}`" for name in names) or "none"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, if there is one."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.7)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`` Did you mean `minutes`?``, with a space before it, or nothing."""
    close = nearest(word, known)
    return f" Did you mean `{close}`?" if close else ""
