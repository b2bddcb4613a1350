"""The cases of tests/engine/cases: sources come to the mistakes, pages and models that are written down beside them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coursewright.problem import MISTAKES
from coursewright.source.source import MARK_CLOSE, MARK_OPEN
from tests.engine import golden, pages
from tests.engine.golden import PageCase
from tests.engine.test_limits import MADE

TOLD_BY_PRINTING = {"sheet-font", "sheet-overrun", "sheet-print"}
"""Only a printed sheet shows them, and these cases print nothing; tests/engine/paper has what raises each of them."""

TOLD_WITH_PLUGINS = {"block-plugin"}
"""These cases know no host; tests/engine/site/test_plugins.py has what raises it."""

_CODE = re.compile(r"^.+?:\d+:\d+: ([a-z0-9-]+) expected ", re.MULTILINE)


def found_pages() -> list[PageCase]:
    try:
        return golden.page_cases()
    except golden.Misfit:
        return []  # test_every_file_belongs_to_a_case tells it


def _found_courses() -> list[Path]:
    try:
        return golden.course_cases()
    except golden.Misfit:
        return []


def _compare(came: str, path: Path, update: bool) -> None:
    if update:
        path.write_text(came, encoding="utf-8", newline="")
    assert came == path.read_bytes().decode(), f"differs from {path.relative_to(pages.ROOT)}"


def test_every_file_belongs_to_a_case() -> None:
    assert golden.page_cases()
    assert golden.course_cases()


@pytest.mark.parametrize("case", found_pages(), ids=str)
def test_page(case: PageCase, golden_update: bool) -> None:
    read, problems = case.read()
    if golden.PROBLEMS in case.companions:
        assert problems, f"no mistakes: delete {case.companion(golden.PROBLEMS).name}"
        _compare(golden.problems_as_text(problems), case.companion(golden.PROBLEMS), golden_update)
    else:
        assert golden.problems_as_text(problems) == ""
    for ending, output in golden.OUTPUTS.items():
        if ending in case.companions:
            assert read, "a page of which nothing can be drawn"
            _compare(output(read.page), case.companion(ending), golden_update)


@pytest.mark.parametrize("case", found_pages(), ids=str)
def test_page_is_drawn_whole(case: PageCase) -> None:
    read, problems = case.read()
    if read is None:
        assert problems
        return
    for html in (pages.draw(read.page, "learner"), pages.draw(read.page, "trainer")):
        assert MARK_OPEN not in html
        assert MARK_CLOSE not in html


@pytest.mark.parametrize("case", _found_courses(), ids=lambda case: case.name)
def test_course(case: Path, golden_update: bool) -> None:
    build, drawn = pages.build_and_draw(case / "docs", "trainer")
    trainer = golden.problems_as_text(build.problems)
    _compare(trainer, case / golden.EXPECTED, golden_update)
    # The trainer's edition draws all that there is, so it is the one that knows every mistake.
    build, learners = pages.build_and_draw(case / "docs", "learner")
    assert set(golden.problems_as_text(build.problems).splitlines()) <= set(trainer.splitlines())
    for folder, came in ((case / "trainer", drawn), (case / "learner", learners)):
        for path in sorted(folder.rglob("*.html")):
            page = path.relative_to(folder).with_suffix(".md").as_posix()
            _compare(golden.by_element(came[page]), path, golden_update)


def _examples_of_the_guide() -> list[str]:
    """The blocks that the author's guide shows, and the bodies of worksheets among them."""
    guide = (pages.ROOT / "guide/writing.md").read_text(encoding="utf-8")
    shown: list[str] = re.findall(r"^```markdown\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    return [text for text in shown if not text.startswith(("---", "/// kind"))]


@pytest.mark.parametrize("text", _examples_of_the_guide(), ids=lambda text: text.split("\n")[0])
def test_an_example_of_the_guide_can_be_read(text: str) -> None:
    front = "---\ntitle: Case\nminutes: 1\nobjectives:\n  know: Know it\n---\n\n"
    sheet = "/// worksheet | sheet\n    title: Sheet\n    minutes: 1\n\n"
    _, problems = pages.read(front + (text if text.startswith("///") else f"{sheet}{text}///\n"))
    # A lesson of its own would have the objectives, the minutes and the other lessons that they name.
    of_the_lesson = {"objective-unknown", "objective-unserved", "minutes-sum", "review-unknown"}
    assert not [str(problem) for problem in problems if problem.code not in of_the_lesson]


def test_each_code_has_a_case() -> None:
    written = [case.companion(golden.PROBLEMS) for case in golden.page_cases() if golden.PROBLEMS in case.companions]
    written += [case / golden.EXPECTED for case in golden.course_cases()]
    raised = {code for path in written for code in _CODE.findall(path.read_text(encoding="utf-8"))}
    assert raised | MADE.keys() | TOLD_BY_PRINTING | TOLD_WITH_PLUGINS == MISTAKES.keys()
    assert not raised & TOLD_BY_PRINTING, "a file tells it, so it is not told by printing alone"
    assert not raised & MADE.keys(), "a file tells it, so it need not be made up in test_limits.py"
