"""`coursewright check`: every mistake of both editions, and no site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.engine.cli.conftest import Run
from tests.engine.site.building import ROOT, replace_in

LESSON = Path("docs/lessons/first-steps/your-first-lesson.md")
PLACE = re.compile(r"^(docs/\S+:[1-9]\d*:[1-9]\d*): ([a-z-]+) expected .+, found .+; .+$", re.MULTILINE)


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _damage(course: Path) -> None:
    with (course / "docs/index.md").open("a") as page:
        page.write("\n[Everyone](nowhere.md) and [learners](run-sheets/first-workshop.md)\n")
    replace_in(
        LESSON, ('**Ask** at the end: "Which', '**Ask** [at the end](never.md): "Which'), ("- [x] A q", "- [ ] A q")
    )


def test_a_course_without_mistakes(course: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _files(course)
    monkeypatch.chdir(course / "docs/lessons")  # from anywhere below
    done = run("check")
    assert done.exit_code == 0
    assert done.stdout.startswith("No mistakes.")
    assert not done.stderr
    assert _files(course) == before


def test_the_mistakes_of_both_editions_are_told_each_once(course: Path, run: Run) -> None:
    _damage(course)
    before = _files(course)
    done = run("check")
    assert done.exit_code == 1
    assert not done.stdout
    told = [(found[0].rsplit(":", 1)[0], found[1]) for found in PLACE.findall(done.stderr)]
    line = {number for number, text in enumerate(LESSON.read_text().splitlines(), 1) if "never.md" in text}
    right = {number for number, text in enumerate(LESSON.read_text().splitlines(), 1) if "- [ ] A q" in text}
    assert sorted(told) == sorted(
        [
            ("docs/index.md:5", "link-broken"),
            ("docs/index.md:5", "link-broken"),  # the run sheet, which learners haven't
            (f"{LESSON.as_posix()}:{right.pop()}", "question-no-right-answer"),
            (f"{LESSON.as_posix()}:{line.pop()}", "link-broken"),  # in a note, which learners haven't
        ]
    )
    assert done.stderr.count("\n") == 1 + len(told)
    assert done.stderr.startswith("4 mistakes")
    assert _files(course) == before


def test_a_warning_of_the_host_is_told(course: Path, run: Run) -> None:
    with (course / "mkdocs.yml").open("a") as config:
        config.write("\nno_such_setting: 1\n")
    done = run("check")
    assert "no_such_setting" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("line", "instead", "sentence"),
    [
        ("  - coursewright\n", "", "mkdocs.yml doesn't name Coursewright. Add `- coursewright` to its list `plugins`."),
        ("  - coursewright\n", "  - nothing-such\n", "nothing-such"),
        ("site_name:", "site_name: [", "mkdocs.yml"),
    ],
)
def test_a_configuration_that_cannot_be_used_is_told(
    line: str, instead: str, sentence: str, course: Path, run: Run
) -> None:
    replace_in(course / "mkdocs.yml", (line, instead))
    done = run("check")
    assert done.exit_code == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.pdf
def test_what_only_paper_shows(course: Path, run: Run) -> None:
    (ROOT / ".cache").mkdir(exist_ok=True)
    (course / ".cache").symlink_to(ROOT / ".cache")  # what has been printed once need not be again
    replace_in(LESSON, ("| | | { rows: 4 }", "| | | { rows: 40 }"))
    assert run("check").exit_code == 0
    done = run("check", "--paper")
    assert done.exit_code == 1
    assert {code for _, code in PLACE.findall(done.stderr)} == {"sheet-overrun"}
