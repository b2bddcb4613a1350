"""What holds for any source: it is read without a crash, and every mistake is told at a place that exists."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from coursewright.block import Question, Worksheet
from coursewright.drawing.extension import CourseExtension
from coursewright.drawing.made_pages import SITE
from coursewright.fragments.placeholders import left_over
from coursewright.markup.context import Edition
from coursewright.model import Course, Lesson, Page
from coursewright.problem import Place, Problems
from coursewright.reader.page import ReadPage
from coursewright.sheet import SheetForm, SheetPart
from coursewright.source.blocks import as_name
from coursewright.source.reading import Reading
from coursewright.source.source import MARK_CLOSE, MARK_OPEN, Source
from coursewright.text import Prose
from coursewright.values import NAME_PATTERN
from coursewright.words import load_words
from coursewright.worksheets.blanks import BlankLine
from coursewright.worksheets.canvas import Canvas
from coursewright.worksheets.grid import Grid
from coursewright.worksheets.key import SheetKey
from coursewright.worksheets.names import FieldNames
from coursewright.worksheets.rating import Rating
from coursewright.worksheets.tick import Tick
from tests.engine import golden, pages
from tests.engine.test_cases import found_pages

FRONT = "---\ntitle: Case\nminutes: 1\nobjectives:\n  know: Know it\n---\n\n"

LINES = [
    *(
        "",
        "",
        "",
        "Words.",
        "Words with *emphasis*, [a link](b), `code`.",
        "    indented",
        "\ttab",
        "> quoted",
        "  two",
    ),
    *("/// question | a", "/// question | b", "/// worksheet | c", "/// activity | d", "/// trainer", "/// key-points"),
    *(
        "///",
        "///",
        "///",
        "////",
        "  ///",
        "/// poem",
        "/// question",
        "/// question | A B",
        "/// trainer | x",
        "///a",
    ),
    *("    objective: know", "    title: T", "    minutes: 1", "    minutes: x", "objective: know", "    [broken"),
    *(
        "    purpose: |",
        "    - a",
        "    a: *b",
        "    a: &b c",
        "    a: !b c",
        "    if-late: cut",
        "title: T",
        "---",
        "...",
    ),
    *(
        "- [x] Yes",
        "- [ ] No",
        "- [ ] Perhaps",
        "- [] x",
        "- [y] z",
        "* [ ] a",
        "    > Feedback.",
        "    > `x`",
        "    >",
    ),
    *(
        "- [x] a | b",
        "- [ ] *",
        "- [x] *",
        "- [x] |",
        "- [x] 4 ± 1",
        "- [ ] 1,5",
        "- [x] −1 +/- .",
        "- [ ] x",
        "- [x] 1.",
    ),
    *("A [[gap]] and [[b | c]].", "[[ | ]]", "- [[gap]]", "- [[b]]", "- [[ ]]", "[[a", "- a -> b", "- c → d", "- -> e"),
    *("- f ->", "- ->", "1. a", "2. b", "3) c", "1.", "> Model.", "- Go -> a", "- Go -> b", "- Go -> nowhere"),
    *("/// scene | a", "/// scene | b", "/// scene", "/// review", "    question: cases/case/a", "    end: good"),
    *("    end: poor", "    type: text", "    type: number", "    type: gaps", "    type: matching", "    hint: *x*"),
    *("    type: ordering", "    type: reflection", "    type: scenario", "    case: match", "    unit: h | ]]"),
    *("____", "________", "Name: ____", "Name: ____   Date: ____ end", "[ ] tick", "[ ] tick. Date: ____", "[x] done"),
    *("How? low (1) (2) (3) high", "(1) (2) (3)", "low (3) (2) (1) high {#scale}", "a (1) (2) b (3) (4) c"),
    *("Total: = ____", "= ____", "Signed: x____", "x____", "____ {#name}", "Name: ____ {#name}", "Name: ____ {#}"),
    *("A: ____ A: ____", "B: ____ {#a--2}", "C: ____ {#a}", "[ ] tick {#tick}", "Sure? ( ) yes ( ) no {#a b}"),
    *("[ ] tick. {#tick}  Date: ____ {#Date}", "{#name}"),
    *("| ( ) | ( ) |", "| a {#a} | 2 {#a} |", "| | | { rows: 3, height: 20, example }", "| (x) | [x] | { example }"),
    *("| A ____ | B ____ {#box} |", "| C ____ | { height: 40 }", "| D ____ | { rows: 2 }", "/// key", "/// example"),
    *("Sure? ( ) yes ( ) no", "( )", "( ) one", "`x`[ ] a", "`x`____", "`x`| a |", "`( )` a ( ) b ( ) c", "``[ ] a"),
    *(
        "| a | b |",
        "|---|---|",
        "| | |",
        "| ( ) y ( ) n | [ ] |",
        "| x \\| y | |  { rows: 3 }",
        "| | | { rows: 0 }",
        "|",
    ),
    *("```", "~~~", "```python", "````", "    ```", "    > ```", "<!--", "-->", "<!-- x -->", "`code", "``"),
    *("<div>", "</div>", "<div markdown>", "    > <div>", "    > </div>", "<script>", "</script>", "<p", "<!", "<pre>"),
    *("# One", "## Two", "#### Four", "Two", "===", "- item", "1. item", "!!! note", "??? more", '=== "tab"', ": term"),
    *(
        "[^1]: note",
        "[^1]",
        "[r]: x.md",
        "[a][r]",
        "*[HTML]: Hypertext",
        "{: #id }",
        "{{ x }}",
        "&amp; <b>",
        "[[[",
        "***",
    ),
]

FORMS: tuple[SheetForm, ...] = ("blank", "fillable", "facilitator")
_FIELD = re.compile(r'<(?:input|textarea)\b[^>]*? name="(?!__tabbed_)([^"]*)"')
"""The name of a field in HTML; tabs of Markdown have buttons of their own."""

ODD = st.text("`*_[]()<>|#~!&{}:\\\"'$-+=/ \t a1é\u00a0\u0301大", max_size=12)
"""Texts of characters that mean something to some part of the reader or of Markdown."""

fronts = st.sampled_from([FRONT, FRONT, FRONT, FRONT, "", "---\n", "---\n---\n", "---\n- a\n---\n", "\ufeff" + FRONT])
bodies = st.lists(st.sampled_from(LINES) | ODD, min_size=2, max_size=14).map("\n".join)
openings = st.sampled_from(["question | a", "question | q", "worksheet | w", "activity | v", "trainer", "key-points"])
blocks = st.builds(
    "/// {}\n    minutes: 1\n    title: T\n\n{}\n{}".format, openings, bodies, st.sampled_from(["///", "///", ""])
)
questions = st.builds(
    "/// question | x\n    objective: know\n\n{}\n\n- [x] {}\n    > {}\n- [ ] No\n    > {}\n\n{}\n///".format,
    *[bodies, ODD, ODD, st.sampled_from(LINES), bodies],
)
types = st.sampled_from(["choice", "text", "number", "gaps", "matching", "ordering", "reflection", "scenario"])
items = st.lists(
    st.sampled_from([
        *("- [x] a | b", "- [ ] *", "- [x] 4 ± 1", "- [ ] 1,5", "- [[gap]]", "- [[b]]", "- a -> b", "- c -> b"),
        "- -> e",
        *("1. a", "2. b", "3. c", "- [ ] a", "    > Feedback.", "    > `a -> b | c`", "", "> Model.", "## Heading"),
        "/// scene | a\nText.\n\n- Go -> b\n    > So.\n///",
        "/// scene | b\n    end: good\n\nText.\n///",
        "/// scene | c\n\n- Go -> c\n- Go -> x\n",
    ])
    | ODD,
    max_size=10,
).map("\n".join)  # fmt: skip
typed = st.builds(
    "/// question | {}\n    objective: know\n    type: {}\n\n"
    "Stem.\n\nA [[gap]] and a [[b | c]].\n\n{}\n\nSo.\n///".format,
    *[st.sampled_from("abt"), types, items],
)
reviews = st.sampled_from("abtq").map("/// review\n    question: cases/case/{}\n///".format)
cells = st.sampled_from([
    *("", "", "____", "a", "**b** `c`", "2", "( )", "( )", "( ) y ( ) n", "(x)", "[ ]", "[ ] d", "[x] d", "(1) (2)"),
    *("low (1) (2) high", "own: low (2) (1) high {#own}", "____ {#cell}", "A ____", "`a|b` \\|", "{#}", "<b> & \""),
    *("= ____", "x____", "a {#column}", "( ) y ( ) n {#circles}", "[ ] d {#box}"),
])  # fmt: skip
row_options = st.sampled_from(["", "", "", " { rows: 3 }", "{height:20mm}", " { rows: 2, example }", " { rows: 0 }"])
rows = st.builds("| {} | {} |{}".format, cells, cells, row_options)
tables = st.builds("| {} | {} |\n|---|-----|\n{}".format, cells, cells, st.lists(rows, max_size=4).map("\n".join))
titled = st.lists(st.sampled_from(["A ____", "A ____ {#a}", "*B* `c` ____", "= ____", ""]), min_size=1, max_size=3)
canvases = st.lists(st.builds("| {} |{}".format, titled.map(" | ".join), row_options), max_size=3).map("\n".join)
secrets = st.lists(
    st.sampled_from([
        *("A secret.", "- secret", "", "> secret", "| secret | b |", "|---|---|", "```\nsecret\n```", "[secret](a.md)"),
        *("    secret", "<div>secret</div>", "<div>secret", "[ ] secret: ____ {#secret}", "[secret]: a.md"),
    ]),
    min_size=1,
    max_size=4,
).map("\n".join)  # fmt: skip
keys = secrets.map("/// key\n{}\n///".format)
examples = bodies.map("/// example\n{}\n///".format)
fields = st.lists(st.sampled_from(LINES) | ODD | tables | canvases | keys | examples, max_size=10)
sheets = st.builds(
    "/// worksheet | {}\n    title: T\n    minutes: 1\n\n{}\n///".format,
    st.sampled_from("st"),
    st.builds(str.join, st.sampled_from(["\n", "\n\n"]), fields),
)
sources = st.lists(bodies | blocks | questions | typed | reviews | sheets, min_size=1, max_size=5).map("\n\n".join)


@cache
def _markdown(edition: Edition) -> tuple[Markdown, CourseExtension]:
    """One for all examples, as making it takes longer than using it."""
    extension = CourseExtension(Course("Course"), load_words("en"), edition, SITE)
    return pages.markdown_with(extension), extension


def _draw(page: Page, edition: Edition) -> str:
    markdown, extension = _markdown(edition)
    extension.page, extension.course = page, pages.course_of(page)
    markdown.reset()
    return markdown.convert(extension.marked_markdown(page))


def _draw_on_paper(page: Page, form: SheetForm) -> str:
    _draw(page, "trainer")
    return golden.printed(page, form, _markdown("trainer")[1].fragments)


def _check_reading(data: bytes) -> ReadPage | None:
    read, problems = pages.read(data)
    told = list(problems)
    assert read or told, "nothing to draw, and nobody is told why"
    assert told == sorted(told)
    for problem in told:
        _check_place(problem.place, data)
    again, same = pages.read(data)
    assert list(same) == told
    assert (again and again.page.flow) == (read and read.page.flow)
    return read


def _check_place(place: Place, data: bytes) -> None:
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    assert 1 <= place.line <= len(lines)
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1
    assert lines[place.line - 1].startswith(place.excerpt)


def _check_drawing(read: ReadPage) -> None:
    editions: tuple[Edition, ...] = ("learner", "trainer")
    for edition in editions:
        html = _draw(read.page, edition)
        if MARK_OPEN in html or MARK_CLOSE in html:
            # This is what CourseBuild.finish tells; one that it does not find would be printed without a word.
            assert any(not isinstance(read.page.flow[number], Prose) for number in left_over(html))
    if isinstance(read.page, Lesson):
        for sheet in read.page.worksheets:
            _check_sheet(sheet, read.page)


def _check_sheet(sheet: Worksheet, lesson: Lesson) -> None:
    """Compare the fields of a sheet with those of its page and of its paper."""
    alone = replace(lesson, flow=(sheet,))
    page, trainers = _draw(alone, "learner"), _draw(alone, "trainer")
    blank, fillable, facilitator = (_draw_on_paper(alone, form) for form in FORMS)
    # What is swallowed is told where the page is drawn; on paper nobody would look for it.
    assert not any(map(left_over, (blank, fillable, facilitator)))
    if not left_over(trainers):
        names = {each.name for part in sheet.parts for each in part.fields()}
        prefixed = {f"{sheet.name}_{name}" for name in names}
        assert set(_FIELD.findall(page)) == set(_FIELD.findall(trainers)) == names
        assert set(_FIELD.findall(fillable)) == prefixed
        assert not _FIELD.findall(blank + facilitator)


# Reading


@given(st.binary(max_size=400))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"---\r---\r\n/// question | a\r\xff")
def test_any_bytes(data: bytes) -> None:
    _check_reading(data)


@given(fronts, st.text(max_size=300) | ODD)
def test_any_text(front: str, text: str) -> None:
    _check_reading((front + text).encode())


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_front_matter(text: str) -> None:
    _check_reading(f"---\n{text}\n---\n".encode())


@given(st.lists(st.sampled_from([*LINES, *FRONT.split("\n"), "? a", ": b", "a: [b", "]", "{a: b}", "- - a", "\0"])))
def test_any_front_matter_of_the_grammar(lines: list[str]) -> None:
    _check_reading("\n".join(["---", *lines, "---", ""]).encode())


@given(fronts, sources)
@example(FRONT, "/// question | a\n\n- [x] b\n    > ```\n- [ ] c\n    > d\n\n```\ne\n///")
def test_any_text_of_the_grammar(front: str, text: str) -> None:
    read = _check_reading((front + text).encode())
    if read:
        _check_drawing(read)


@pytest.mark.parametrize("case", found_pages(), ids=str)
def test_any_case(case: golden.PageCase) -> None:
    read = _check_reading(case.source.read_bytes())
    if read:
        _check_drawing(read)


def _every_name(part: SheetPart) -> Iterator[str]:
    """The name of each field of a part, twice if two have it; a row's ratings are one field."""
    match part:
        case BlankLine():
            yield from (blank.name for blank in part.blanks)
        case Tick():
            yield from (part.name, *(_every_name(part.line) if part.line else ()))
        case Grid():
            for row in part.rows:
                entries = [cell.entry for cell in row.cells if cell.entry]
                yield from {entry.name for entry in entries if isinstance(entry, Rating)}
                others = (entry for entry in entries if not isinstance(entry, Rating))
                yield from (field.name for entry in others for field in entry.fields())
        case Canvas():
            yield from (box.name for row in part.rows for box in row.boxes)
        case _:
            yield from (field.name for field in part.fields())


@given(sheets)
@example("/// worksheet | w\n    title: T\n    minutes: 1\n\nA: ____ A: ____ B: ____ {#a--3} A: ____\n///")
@example("/// worksheet | w\n    title: T\n    minutes: 1\n\n| a {#a} | a |\n|---|---|\n| | |\n///")
def test_fields_of_a_sheet_have_names_of_their_own(text: str) -> None:
    read, problems = pages.read(FRONT + text)
    assert read
    assert isinstance(read.page, Lesson)
    for sheet in read.page.worksheets:
        names = [name for part in sheet.parts for name in _every_name(part)]
        assert {each.name for part in sheet.parts for each in part.fields()} == set(names)
        assert len(set(names)) == len(names) or "sheet-field-name" in pages.codes(problems)
    _check_drawing(read)


def test_a_name_that_a_number_would_make_is_told() -> None:
    _, problems = pages.read(
        f"{FRONT}/// worksheet | w\n    title: T\n    minutes: 1\n\nA: ____ A: ____ B: ____ {{#a--2}}\n///"
    )
    assert "sheet-field-name" in pages.codes(problems)


@given(sheets, keys, sheets)
@example("", "/// key\nA secret.\n///", "")
def test_keys_are_for_trainers(before: str, key: str, after: str) -> None:
    read = _check_reading(f"{FRONT}{before}\n\n/// worksheet | k\n\nName: ____\n\n{key}\n///\n\n{after}".encode())
    assert read
    # A part that is no key may have come to hold the word, as where a code fence is left open.
    parts = [part for item in read.page.flow for part in (item.parts if isinstance(item, Worksheet) else (item,))]
    if "secret" not in repr([part for part in parts if not isinstance(part, SheetKey)]):
        assert "secret" not in _draw(read.page, "learner")
        assert "secret" not in "".join(_draw_on_paper(read.page, form) for form in ("blank", "fillable"))


# A good lesson, damaged


@cache
def _good_lessons() -> list[tuple[list[str], list[str]]]:
    """The front matter and the body of each case without mistakes."""
    cases = [case for case in golden.page_cases() if golden.PROBLEMS not in case.companions]
    texts = [case.source.read_text(encoding="utf-8").split("\n") for case in cases]
    return [(lines[: (end := lines.index("---", 1) + 1)], lines[end:]) for lines in texts]


def _delete(lines: list[str], at: int, _: int) -> None:
    del lines[at]


def _duplicate(lines: list[str], at: int, to: int) -> None:
    lines.insert(to, lines[at])


def _swap(lines: list[str], at: int, to: int) -> None:
    lines[at], lines[to] = lines[to], lines[at]


def _indent(lines: list[str], at: int, to: int) -> None:
    lines[at] = " " * (to % 6) + lines[at]


def _cut(lines: list[str], at: int, to: int) -> None:
    lines[at] = lines[at][: to % (len(lines[at]) + 1)]


damages = st.lists(
    st.tuples(
        st.sampled_from([_delete, _duplicate, _swap, _indent, _cut]),
        st.integers(min_value=0, max_value=10_000),
        st.integers(min_value=0, max_value=10_000),
    ),
    min_size=1,
    max_size=6,
)


@given(st.integers(min_value=0, max_value=10_000), damages)
def test_a_damaged_lesson(number: int, damaged: list[tuple[Callable[[list[str], int, int], None], int, int]]) -> None:
    front, lines = _good_lessons()[number % len(_good_lessons())]
    lines = list(lines)
    for damage, at, to in damaged:
        if lines:
            damage(lines, at % len(lines), to % len(lines))
    read = _check_reading("\n".join([*front, *lines]).encode())
    if read:
        _check_drawing(read)


# Names and values


@given(st.lists(st.text(max_size=60)))
@example(["a", "a", "a 2", "a--2", "a  2", ""])
@example(["x" * 60, "x" * 61, "x" * 48 + "-"])
@example(["大きさ", "大小", "👍", "a"])
def test_field_names_are_unique_names(labels: list[str]) -> None:
    names = FieldNames(Reading(Source("x", ("",)), frozenset(), Problems()))
    given_names = [names.name(label) for label in labels]
    assert len(set(given_names)) == len(labels)
    assert all(re.fullmatch(r"[^\W_]+(?:-[^\W_]+)*(?:--\d+)?", name) for name in given_names)


@given(st.text())
@example("")
@example("2nd place")
@example("---")
def test_any_text_has_a_name(text: str) -> None:
    name = as_name(text)
    assert re.match(NAME_PATTERN, name)
    assert as_name(name) == name


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=100))
@example('5" nails & <b> --> ]] </script> {{ x }} *')
@example("no")
@example("12:30")
@example("\\0 {x} %s")
def test_a_quoted_title_arrives_as_written(title: str) -> None:
    read, problems = pages.read(f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n", "page.md")
    wanted = " ".join(title.split())
    if MARK_OPEN in title or MARK_CLOSE in title:
        assert pages.codes(problems)
    elif wanted:
        assert read
        assert read.page.title == wanted
        assert not list(problems)
    else:
        assert pages.codes(problems)


# The digest of a question

words = st.text("abcd é", min_size=1, max_size=8).map(lambda text: " ".join(text.split()) or "x")
answers = st.lists(st.tuples(st.booleans(), words), min_size=2, max_size=4)


def _question(stem: str, choices: list[tuple[bool, str]], other: str, gap: str = " ") -> Question:
    rows = [f"- [{'x' if right else ' '}] {text}\n    > {other}" for right, text in choices]
    text = "\n".join(
        [f"{FRONT}/// question | {as_name(other)}\n", stem.replace(" ", gap), "", *rows, "", other, "///\n"]
    )
    read, _ = pages.read(text)
    assert read
    return next(item for item in read.page.flow if isinstance(item, Question))


@given(words, answers, words, words)
def test_the_digest_stays_with_what_is_asked(stem: str, choices: list[tuple[bool, str]], one: str, other: str) -> None:
    first, second = _question(stem, choices, one), _question(stem, choices, other, gap="\n")
    assert first.digest == second.digest
    assert re.fullmatch("[0-9a-f]{8}", first.digest)


@given(words, answers, words, answers)
@example("a", [(True, "b"), (False, "c")], "a", [(False, "b"), (True, "c")])
@example("a", [(True, "b"), (False, "c")], "a", [(False, "c"), (True, "b")])
@example("a", [(True, "b"), (False, "c")], "a b", [(True, "b"), (False, "c")])
def test_the_digest_changes_with_what_is_right(
    stem: str, choices: list[tuple[bool, str]], other_stem: str, other_choices: list[tuple[bool, str]]
) -> None:
    same = [right for right, _ in choices] == [right for right, _ in other_choices]
    assert (_question(stem, choices, "x").digest == _question(other_stem, other_choices, "x").digest) == same


def test_problems_are_kept_once_and_sorted() -> None:
    problems = Problems()
    for line, path in [(3, "b"), (2, "b"), (10, "b"), (2, "b"), (1, "c"), (9, "a")]:
        problems.report("yaml-missing", Place(path, line), "text")
    assert [(each.place.path, each.place.line) for each in problems] == [
        ("a", 9),
        ("b", 2),
        ("b", 3),
        ("b", 10),
        ("c", 1),
    ]
