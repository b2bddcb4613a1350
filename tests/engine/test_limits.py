"""Inputs that no file of tests/engine/cases should hold: too large, too deep, not to be read, or slow to draw."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from coursewright.problem import Problems
from coursewright.reader.page import ReadPage
from coursewright.source.files import open_folder
from coursewright.source.source import LONGEST_LINE, MOST_BYTES, MOST_LINES
from tests.engine import golden, pages

FRONT = "---\ntitle: Case\nminutes: 1\nobjectives:\n  know: Know it\n---\n\n"
FIRST = FRONT.count("\n") + 1
"""The line on which a body begins."""
LESSON = FRONT + "/// activity | serve\n    minutes: 1\n    objective: know\n\nDo it.\n///\n"

GROWTH = 8.0
"""How much longer a text may take than its first quarter: four times is in proportion, sixteen times is the square."""
AT_ONCE = 2.0
"""Seconds of the processor that nobody minds for a text as long as one may be; what takes longer has to show how it
grows. Python-Markdown's own share grows faster than in proportion, and stays below."""
TRIES = 3
"""How often to measure, as a busy machine gives no steady measure; the least of each counts."""


def _course(docs: Path) -> Path:
    """A whole course without mistakes, to be damaged."""
    lessons = docs / "lessons/m"
    lessons.mkdir(parents=True)
    (docs / "course.yml").write_text("title: Course\nmodules: [m]\n")
    (docs / "index.md").write_text("---\ntitle: Home\n---\n")
    (lessons / "index.md").write_text("---\ntitle: Module\npurpose: To learn\nlessons: [lesson]\n---\n")
    (lessons / "lesson.md").write_text(LESSON)
    return docs


def _body(text: str) -> Problems:
    return pages.read(FRONT + text)[1]


def _symlink_outside(folder: Path) -> Problems:
    docs = _course(folder / "docs")
    (folder / "secret.md").write_text(LESSON)
    (docs / "linked.md").symlink_to(folder / "secret.md")
    return pages.build(docs).problems


def _gone_while_reading(folder: Path) -> Problems:
    problems = Problems()
    docs = _course(folder / "docs")
    opened = open_folder(docs, "docs", problems)
    (docs / "index.md").unlink()
    opened.read("index.md", problems)
    return problems


def _folder_with_the_name_of_a_lesson(folder: Path) -> Problems:
    docs = _course(folder / "docs")
    (docs / "lessons/m/lesson.md").unlink()
    (docs / "lessons/m/lesson.md").mkdir()
    return pages.build(docs).problems


MADE: dict[str, tuple[str, Callable[[Path], Problems]]] = {
    "file-not-utf8": (
        f"lessons/cases/case.md:{FIRST + 1}:4",
        lambda _: pages.read(FRONT.encode() + b"first\nGr\xc3\xb6\xdfe\n")[1],
    ),
    "file-too-large": ("lessons/cases/case.md:1:1", lambda _: _body("word " * (MOST_BYTES // 5))),
    "line-too-long": (
        f"lessons/cases/case.md:{FIRST + 2}:{LONGEST_LINE + 1}",
        lambda _: _body("short\n\n" + "word " * (LONGEST_LINE // 5) + "!"),
    ),
    "file-symlink": ("linked.md:1:1", _symlink_outside),
    "file-unreadable": ("index.md:1:1", _gone_while_reading),
    "file-special": ("lessons/m/lesson.md:1:1", _folder_with_the_name_of_a_lesson),
}
"""Mistakes that only an input made here can show: where each is told, and the input."""


@pytest.mark.parametrize("code", MADE)
def test_made_input_is_told(code: str, tmp_path: Path) -> None:
    place, make = MADE[code]
    (problem,) = make(tmp_path)
    assert problem.code == code
    assert str(problem).startswith(f"docs/{place}: ")


def test_the_course_that_is_damaged_here_has_no_mistake(tmp_path: Path) -> None:
    assert not list(pages.build(_course(tmp_path / "docs")).problems)


# Bytes and files


@pytest.mark.parametrize("byte", [b"\xff", b"\xc3", b"\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80"])
def test_bytes_that_are_no_utf8(byte: bytes) -> None:
    read, problems = pages.read(LESSON.encode() + byte)
    assert read is None
    assert pages.codes(problems) == ["file-not-utf8"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252"])
def test_other_encodings(encoding: str) -> None:
    read, problems = pages.read(LESSON.replace("Do", "Für").encode(encoding))
    assert read is None
    assert {"file-not-utf8", "file-control-character"} & set(pages.codes(problems))


@pytest.mark.parametrize("character", [*map(chr, (0, 7, 8, 11, 12, 27, 31, 127, 0x80, 0x85, 0x9F, 0x2028, 0x2029))])
@pytest.mark.parametrize("place", ["title", "body"])
def test_control_characters(character: str, place: str) -> None:
    line = 2 if place == "title" else FIRST
    lines = LESSON.split("\n")
    lines[line - 1] += f" before{character}after"
    read, problems = pages.read("\n".join(lines))
    assert read is None
    (problem,) = problems
    assert problem.code == "file-control-character"
    assert (problem.place.line, problem.place.column) == (line, len(lines[line - 1]) - len("after"))


def test_a_file_of_two_megabytes_is_refused_at_once() -> None:
    paragraphs = (b"word " * 1_600 + b"\n\n") * 250
    assert len(paragraphs) > 2_000_000
    _, problems = pages.read(paragraphs)
    assert pages.codes(problems) == ["file-too-large"]
    assert _tells_fast(paragraphs, "file-too-large") is None


def test_a_file_of_too_many_lines() -> None:
    read, problems = pages.read(LESSON + "\n" * MOST_LINES)
    assert read is None
    assert pages.codes(problems) == ["file-too-large"]


def test_the_longest_line_is_read() -> None:
    assert pages.codes(_body("word " * (LONGEST_LINE // 5))) != ["line-too-long"]


@pytest.mark.parametrize("target", ["loop.md", "nowhere.md", "lessons", "../outside.md", "../outside"])
def test_links_that_are_refused(target: str, tmp_path: Path) -> None:
    docs = _course(tmp_path / "docs")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside.md").write_text(LESSON)
    (docs / "loop.md").symlink_to(target)
    problems = list(pages.build(docs).problems)
    assert [(problem.code, problem.place.path) for problem in problems] == [("file-symlink", "docs/loop.md")]


def test_a_folder_of_lessons_that_is_a_link(tmp_path: Path) -> None:
    docs = _course(tmp_path / "docs")
    (docs / "lessons/again").symlink_to("m")
    assert pages.codes(pages.build(docs).problems) == ["file-symlink"]


def test_a_link_to_a_file_of_the_course_is_read(tmp_path: Path) -> None:
    docs = _course(tmp_path / "docs")
    (docs / "again.md").symlink_to("index.md")
    assert not list(pages.build(docs).problems)


def test_two_pages_whose_names_differ_in_case_alone(tmp_path: Path) -> None:
    docs = _course(tmp_path / "docs")
    for name in ("page.md", "Page.md"):
        (docs / name).write_text("---\ntitle: Page\n---\n")
    if len(list(docs.glob("*.md"))) < 3:
        pytest.skip("a file system that does not tell them apart")
    assert pages.codes(pages.build(docs).problems) == ["file-same-address"]


def test_a_course_of_no_files_at_all(tmp_path: Path) -> None:
    told = list(pages.build(tmp_path).problems)
    assert [(problem.code, problem.expected) for problem in told] == [
        ("file-missing", "the file `course.yml`"),
    ]


# Nesting and time


Text = TypeVar("Text", str, bytes)
Result = TypeVar("Result")


def _grows_in_proportion(work: Callable[[Text], Result], text: Text) -> Result:
    """What some work on a text comes to, after seeing that it doesn't grow as the square of the text does.

    Seconds would say as much of the machine, and of what else it does, as of the work.
    """
    whole = quarter = float("inf")
    for _ in range(TRIES):
        seconds, result = _timed(work, text)
        whole = min(whole, seconds)
        if whole > AT_ONCE:
            quarter = min(quarter, _timed(work, _first_quarter(text))[0])
        if whole <= max(AT_ONCE, GROWTH * quarter):
            return result
    raise AssertionError(f"{whole:.2f} s, where the first quarter of the text takes {quarter:.2f} s")


def _first_quarter(text: Text) -> Text:
    """Whole lines of it, if it has several: a line that is cut short may be refused at once."""
    quarter = text[: len(text) // 4]
    lines = quarter.splitlines(keepends=True)
    return quarter[: -len(lines[-1])] if len(lines) > 1 else quarter


def _timed(work: Callable[[Text], Result], text: Text) -> tuple[float, Result]:
    start = time.process_time()
    result = work(text)
    return time.process_time() - start, result


@pytest.mark.parametrize(("power", "holds"), [(1, True), (2, False)])
def test_a_growth_is_told_from_another(monkeypatch: pytest.MonkeyPatch, power: int, holds: bool) -> None:
    clock = [0.0]
    monkeypatch.setattr(time, "process_time", lambda: clock[0])

    def work(text: str) -> None:
        clock[0] += (len(text) / 100) ** power

    if holds:
        _grows_in_proportion(work, "a" * 400)
    else:
        with pytest.raises(AssertionError, match=r"16\.00 s, where the first quarter of the text takes 1\.00 s"):
            _grows_in_proportion(work, "a" * 400)


def _tells_fast(data: Text, code: str) -> ReadPage | None:
    read, problems = _grows_in_proportion(pages.read, data)
    assert code in pages.codes(problems)
    return read


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 50_000, "line-too-long"),
        (">" * 50_000, "line-too-long"),
        ("[" * 9_000, "nesting-too-deep"),
        (">" * 9_000, "nesting-too-deep"),
        ("> " * 4_000, "nesting-too-deep"),
        ("![" * 4_000, "nesting-too-deep"),
        ("[\n" * 4_000, "nesting-too-deep"),
        (("## a" + " " * 9_000 + "b\n") * 90, "nesting-too-deep"),
        (("[" * 1_000 + "\n") * 900, "nesting-too-deep"),
        ("1. " * 3_000, "nesting-too-deep"),
        ("- " * 1_000 + "a", "nesting-too-deep"),
        ("*a " * 1_000 + "a*" * 1_000, "nesting-too-deep"),
        ("\n".join("    " * level + "- a" for level in range(400)), "nesting-too-deep"),
        ("\n\n".join("    " * level + "!!! note" for level in range(400)), "nesting-too-deep"),
        ("\n\n".join("\t" * level + "- a" for level in range(400)), "nesting-too-deep"),
        (("word " * 1_000 + "\n") * 10, "nesting-too-deep"),
    ],
    ids=lambda value: repr(value[:12]),
)
def test_nesting_is_refused_fast(text: str, code: str) -> None:
    assert _tells_fast(FRONT + text, code) is None


def test_front_matter_of_brackets() -> None:
    _, problems = _grows_in_proportion(lambda title: pages.read(f"---\ntitle: {title}\n---\n"), "[" * 9_000)
    assert "yaml-too-deep" in pages.codes(problems)


def test_front_matter_of_many_unknown_keys() -> None:
    keys = "".join(f"key{n}: 1\n" for n in range(4_000))
    _, problems = _grows_in_proportion(lambda keys: pages.read(f"---\n{keys}\n---\n"), keys)
    assert "key-unknown" in pages.codes(problems)


REPEATED = [
    *"*`<(!_&~^=|:+-#\"'\\${}.@/",
    *("**", "***a", "`a", "``a", "_a ", "__a", "*_", "&#x", "<a ", "<b>", "</", "<!-", "<?", "<http://", "<a@b.c>"),
    *("[]", "[a]", "[^1]", "[a](b)", "![a](b)", "](", "~a", "^a", "++a", "==a", ":a:", "a|", "| a |", "- a", "1. a"),
]


@pytest.mark.parametrize("text", REPEATED)
def test_a_long_line_is_drawn_in_time_or_refused(text: str) -> None:
    _draws_in_time(text * (LONGEST_LINE // len(text)))


@pytest.mark.parametrize(
    "text",
    [
        *("<a\n", "`a\n", "[^1]\n", "[a](\n", "[a](<b\n", "![a](b\n", '<a b="\n', "<http://\n", "# a\n", "- a\n"),
        *("a\n\n", "> a\n\n", "* a\n\n", "!!! a\n", '=== "a"\n', "<!-- -->\n", "~~~\n", "*[a]: b\n", "[^a]: b\n"),
        *("[a]: b\n", "a\n:   b\n", "a\n:   b\n\n", "| a |\n", "<div>\n", "<div markdown>\n", "__a\n", "_a \n"),
    ],
)
def test_a_long_file_is_drawn_in_time_or_refused(text: str) -> None:
    _draws_in_time(text * min((MOST_LINES - FIRST) // text.count("\n") - 1, 19_000 // len(text)))


MANY = {
    "footnotes": "".join(f"Word[^{n}] word.\n\n[^{n}]: Note {n}.\n\n" for n in range(1_200)),
    "references to footnotes": "Word[^a] word.\n\n" * 99 + "[^a]: Note.\n\n" + "Word[^b] word.\n\n" * 99,
    "links": "".join(f"[a](https://example.org/{n})\n\n" for n in range(2_000)),
    "tags": "<a>x</a> <b>y</b> <br>\n\n" * 2_000,
    "tags left open": "<a \n\n" * 199,
    "quotes": "> a\n\n" * 2_000,
    "lists": "- a\n\n" * 2_000,
    "code": "```python\na\n```\n\n" * 1_000,
    "brackets in code": "```\n" + ("](" * 4_500 + "\n") * 90 + "```\n",
    "braces in code": "```\n" + ("{" * 9_000 + "\n") * 90 + "```\n",
    "comments in code": "```\n" + ("<!--" * 2_400 + "\n") * 90 + "```\n",
    "spaces in headings": ("## a" + " " * 300 + "b\n\n") * 1_000,
    "spaces behind slashes": ("/// a" + " " * 9_000 + "b\n\n") * 95,
    "rows": "| a | b |\n|---|---|\n" + "| a | b |\n" * 3_000,
    "attributes": "".join(f"a {{: #b{n} .c }}\n\n" for n in range(2_000)),
    "abbreviations": "".join(f"*[AB{n}]: Note\n\nAB{n} is.\n\n" for n in range(1_000)),
}


@pytest.mark.parametrize("many", MANY)
def test_many_of_a_kind_are_drawn_in_time_or_refused(many: str) -> None:
    _draws_in_time(MANY[many])


@pytest.mark.parametrize("text", ["Word[^a] word.\n\n", "<a \n\n"])
def test_too_many_of_a_kind_are_refused(text: str) -> None:
    assert _tells_fast(FRONT + text * 2_000, "too-many") is None


def _draws_in_time(text: str) -> None:
    def draw(text: str) -> None:
        read, problems = pages.read(FRONT.replace("minutes: 1", "minutes: 0") + text)
        if read:
            pages.draw(read.page)
        else:
            assert problems

    _grows_in_proportion(draw, text)


# Worksheets


def _sheet(body: str) -> str:
    return f"{LESSON}\n/// worksheet | sheet\n    title: Sheet\n    minutes: 1\n\n{body}\n///\n"


def _sheet_problems(body: str) -> list[str]:
    """What is told of a sheet, once it has been read, drawn and set for paper in time."""

    def draw(body: str) -> Problems:
        read, problems = pages.read(_sheet(body).replace("minutes: 1", "minutes: 2", 1))
        if read:
            pages.draw(read.page, "trainer")
            golden.on_paper(read.page, "fillable")
        return problems

    return pages.codes(_grows_in_proportion(draw, body))


def _table(columns: int, rows: str) -> str:
    head = "|".join(f" c{number} " for number in range(columns))
    return f"|{head}|\n|{'---|' * columns}\n{rows}"


def test_a_sheet_of_many_rows() -> None:
    table = "| a | b |\n|---|---|\n" + "| | | { rows: 100 }\n" * 900
    problems = _grows_in_proportion(lambda body: _body(_sheet(body)), table)
    assert pages.codes(problems).count("sheet-too-large") == 1


def test_the_largest_table() -> None:
    assert not _sheet_problems(_table(20, "|" + " |" * 20 + " { rows: 100 }"))
    assert "sheet-too-large" in _sheet_problems(_table(21, "|" + " |" * 21 + " { rows: 100 }"))


def test_the_largest_table_of_ratings() -> None:
    assert not _sheet_problems(_table(20, "| | |" + " ( ) |" * 18 + " { rows: 100 }"))


@pytest.mark.parametrize(
    "body",
    [
        "a ____ " * 40 + "\n\n",
        "[ ] a\n\n" * 40,
        "[ ] a. b ____\n\n" * 20,
        "a: ( ) b ( ) c\n\n" * 40,
        "a? b (1) (2) c\n\n" * 40,
        "| a ____ | b ____ |\n" * 20,
    ],
    ids=lambda body: body.split("\n")[0][:20],
)
def test_the_largest_sheet_and_a_larger_one(body: str) -> None:
    assert "sheet-too-large" not in _sheet_problems(body * 50)
    assert _sheet_problems(f"{body * 50}\nOne more: ____\n").count("sheet-too-large") == 1


@pytest.mark.parametrize(("most", "told"), [(11, 0), (20, 0), (21, 1), (999, 1)])
def test_a_long_scale(most: int, told: int) -> None:
    numbers = " ".join(f"({number})" for number in range(1, most + 1))
    assert _sheet_problems(f"How sure am I? not at all {numbers} wholly") == ["sheet-scale"] * told


def test_a_long_sum() -> None:
    assert not _sheet_problems("a? b (1) (2) c\n\n" * 1_500 + "Sum: = ____")


@pytest.mark.parametrize(
    "body",
    [
        "a\n\n____\n\n/// example\nb\n///\n\n/// key\nc\n///\n\n",
        "/// key\nc\n///\n\n",
        "/// example\nb\n///\n\n",
        "a:\n\n____\n\n",
        "a: ____\n\n- b\n\n> c\n\n",
        "| a |\n|---|\n| |\n\n| a ____ |\n\n",
    ],
)
def test_many_parts(body: str) -> None:
    count = (MOST_LINES - 40) // body.count("\n")
    codes = _sheet_problems("Name: ____\n\n" + body * count)
    assert set(codes) <= {"sheet-too-large", "minutes-sum"}


@pytest.mark.parametrize("nested", ["key", "example", "worksheet", "trainer"])
def test_blocks_in_blocks(nested: str) -> None:
    name = " | a" if nested == "worksheet" else ""
    blocks = f"/// {nested}{name}\n" * 1_000 + "///\n" * 1_000
    problems = _grows_in_proportion(lambda body: _body(_sheet(body)), blocks)
    assert "block-crossed" in pages.codes(problems)


@pytest.mark.parametrize("before", ["Name: ", "[ ] ", "Sure? ( ) a ( ) ", "Sure? low (1) (2) ", _table(1, "| ")])
@pytest.mark.parametrize(
    "text",
    [
        *"*`<(!_#|",
        "_a ",
        "( ) ",
        "(x) ",
        "(1) ",
        "[ ] ",
        "____ ",
        "= ____ ",
        "x____ ",
        "{#a} ",
        "{ rows: 2 }",
        "`( )` ",
        "a: ",
    ],
)
def test_a_long_line_of_a_sheet_is_drawn_in_time_or_refused(text: str, before: str) -> None:
    _sheet_problems(f"{before}{text * (9_900 // len(text))} ____ {{#name}}")
