"""`coursewright add`: a page to start from, in the list that it belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.cli.conftest import Run

LESSONS = Path("docs/lessons")
COURSE = Path("docs/course.yml")


def test_what_is_added_makes_no_mistake(course: Path, run: Run) -> None:
    for arguments in (
        ["lesson", "Ask first"],
        ["module", "Über uns"],
        ["lesson", "uber-uns/second-thoughts"],
        ["workshop", "A whole morning"],
    ):
        added = run("add", *arguments)
        assert added.exit_code == 0, added.output
    assert (LESSONS / "first-steps/ask-first.md").is_file()
    assert (LESSONS / "uber-uns/first-lesson.md").is_file()
    assert "title: Second thoughts\n" in (LESSONS / "uber-uns/second-thoughts.md").read_text(encoding="utf-8")
    assert (course / "docs/workshops/a-whole-morning.md").is_file()
    assert COURSE.read_text().endswith("modules:\n  - first-steps\n  - uber-uns\n")
    checked = run("check")
    assert checked.exit_code == 0, checked.output


def test_what_was_made_is_told(course: Path, run: Run) -> None:
    assert (
        "docs/lessons/first-steps/ask-first.md, listed in docs/lessons/first-steps/index.md"
        in run("add", "lesson", "Ask", "first").output
    )
    told = run("add", "module", "next", "--lesson", "A beginning").output
    assert "docs/lessons/next/index.md, listed in docs/course.yml" in told
    assert "docs/lessons/next/a-beginning.md" in told


def test_a_title_of_any_letters_beside_the_name(course: Path, run: Run) -> None:
    assert run("add", "lesson", "ask", "--title", "Сначала: спроси").exit_code == 0
    assert 'title: "Сначала: спроси"\n' in (LESSONS / "first-steps/ask.md").read_text(encoding="utf-8")


def test_a_lesson_goes_into_the_module_whose_folder_one_is_in(
    course: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "module", "second")
    refused = run("add", "lesson", "Third")
    assert refused.exit_code == 1
    assert "MODULE/NAME" in refused.stderr
    assert "`first-steps`, `second`" in refused.stderr
    monkeypatch.chdir(course / LESSONS / "second")
    assert run("add", "lesson", "Third").exit_code == 0
    assert (course / LESSONS / "second/third.md").is_file()


def test_a_name_that_is_in_the_list_already_is_not_added_again(course: Path, run: Run) -> None:
    index = LESSONS / "first-steps/index.md"
    listed = index.read_text().replace("  - your-first-lesson\n", "  - planned\n  - your-first-lesson\n")
    index.write_text(listed)
    assert run("add", "lesson", "planned").exit_code == 0
    assert index.read_text() == listed


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["lesson", "Your first lesson"], "docs/lessons/first-steps/your-first-lesson.md exists already."),
        (["lesson", "nowhere/x"], "The course has no module `nowhere`. Its modules: `first-steps`."),
        (["lesson", "index"], "`index` is the first page of docs/lessons/first-steps."),
        (
            ["lesson", "первый"],
            "File names have small Latin letters, digits and hyphens, and 'первый' has none of them.",
        ),
        (["lesson", "x" * 61], "A file's name has at most 60 characters;"),
        (["lesson", "first-steps/"], "File names have small Latin letters"),
        (["module", "First steps"], "docs/lessons/first-steps exists already."),
        (["module", "second", "--lesson", "Index"], "`index` is the first page of docs/lessons/second."),
        (["workshop", "first-workshop"], "docs/workshops/first-workshop.md exists already."),
        (["workshop", "index"], "`index` is the first page of docs/workshops."),
    ],
)
def test_what_cannot_be_added_is_told_in_a_sentence(
    arguments: list[str], sentence: str, course: Path, run: Run
) -> None:
    before = {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}
    refused = run("add", *arguments)
    assert refused.exit_code == 1
    assert refused.stderr.startswith(f"Error: {sentence}")
    assert refused.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in course.rglob("*") if path.is_file()} == before


def test_a_list_that_cannot_be_read_is_left_alone(course: Path, run: Run) -> None:
    COURSE.write_text("title: [T\nmodules: [first-steps]\n")
    refused = run("add", "module", "second")
    assert refused.exit_code == 1
    assert "The list `modules` of docs/course.yml can't be read. `coursewright check` says" in refused.stderr
    COURSE.unlink()
    assert "docs/course.yml is missing" in run("add", "module", "second").stderr
    assert not (LESSONS / "second").exists()


def test_without_a_course_the_way_to_one_is_told(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (["add", "lesson", "x"], ["serve"], ["build"], ["check"]):
        refused = run(*command)
        assert refused.exit_code == 1
        assert refused.stderr.startswith("Error: There's no mkdocs.yml here or in a folder above.")
    assert run("check", "-f", "other.yml").stderr == "Error: There's no file other.yml.\n"
