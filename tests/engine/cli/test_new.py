"""`coursewright new`: a course that builds at once, and nothing overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from coursewright.model import Course
from coursewright.problem import Problems
from coursewright.reader.course import read_course
from tests.engine.cli.conftest import Run

NOTE = "If the room is silent"
LESSON = "docs/lessons/first-steps/your-first-lesson.md"


def _read(folder: Path) -> Course:
    problems = Problems()
    course = read_course(folder / "docs", "docs", problems)
    assert not list(problems)
    return course.course


def _texts(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_the_new_course_builds_in_both_editions_without_a_mistake_or_warning(course: Path, run: Run) -> None:
    with (course / "mkdocs.yml").open("a") as config:
        config.write("\nstrict: true\n")
    done = run("build", "--no-pdf")
    assert done.exit_code == 0, done.output
    assert not done.stderr
    lesson = "lessons/first-steps/your-first-lesson.html"
    for site in ("site", "site-trainer"):
        pages = [course / site / page for page in ("index.html", lesson, "workshops/first-workshop.html")]
        assert not [page for page in pages if not page.is_file()]
    assert NOTE not in (course / "site" / lesson).read_text(encoding="utf-8")
    assert NOTE in (course / "site-trainer" / lesson).read_text(encoding="utf-8")


def test_it_has_a_lesson_with_a_question_a_worksheet_and_an_activity_and_a_workshop(starter: Path) -> None:
    made = _read(starter)
    (lesson,) = made.lessons
    assert [len(each) for each in (lesson.questions, lesson.worksheets, lesson.activities)] == [1, 1, 1]
    assert len(made.modules) == len(made.workshops) == 1


def test_it_says_what_to_do_next(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = run("new", "my course").output
    assert "    cd 'my course'\n    coursewright serve\n" in told
    assert LESSON in told
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert "cd " not in run("new", ".").output


@pytest.mark.parametrize(
    ("folder", "title"),
    [
        ("my-course", "My course"),
        ("my_course", "My course"),
        ("Der große Kurs", "Der große Kurs"),
        ("HR basics", "HR basics"),
        ("курс-для-всех", "Курс для всех"),
        ("课程", "课程"),
        ("2027", "2027"),
        ("no", "No"),
        ("Why: a course #1", "Why: a course #1"),
        ("- [x] 'quotes' \"too\"", "- [x] 'quotes' \"too\""),
        ("{{ braces }} $money", "{{ braces }} $money"),
    ],
)
def test_the_title_comes_from_the_folder(folder: str, title: str, tmp_path: Path, run: Run) -> None:
    assert run("new", "--", tmp_path / folder).exit_code == 0
    made = _read(tmp_path / folder)
    assert made.title == title
    assert made.page("index.md").title == title  # type: ignore[union-attr]
    assert f"# {title}\n" in (tmp_path / folder / "README.md").read_text(encoding="utf-8")
    config = yaml.safe_load((tmp_path / folder / "mkdocs.yml").read_text(encoding="utf-8"))
    assert config["site_name"] == title


def test_title_and_language_can_be_given(tmp_path: Path, run: Run) -> None:
    assert run("new", tmp_path / "a", "--title", "Ärger & Freude", "--language", "de").exit_code == 0
    assert _read(tmp_path / "a").title == "Ärger & Freude"
    assert "  language: de\n" in (tmp_path / "a/mkdocs.yml").read_text()


def test_a_folder_that_only_git_knows_counts_as_empty(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a/.git").mkdir(parents=True)
    assert run("new", tmp_path / "a").exit_code == 0


def test_nothing_is_overwritten(course: Path, run: Run) -> None:
    before = _texts(course)
    again = run("new", ".")
    assert again.exit_code == 1
    assert again.stderr == "Error: . has files in it. Name a folder that's new or empty.\n"
    assert "is a file. Name a folder" in run("new", "README.md").stderr
    assert _texts(course) == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--language", "xx"], "The language 'xx' isn't known. These are: af, ar, az"),
        (["--title", " "], "A title needs at least one character."),
        (["--title", "x" * 201], "A title has at most 200 characters; this one has 201."),
        (["--title", "bell\a"], "The title holds a character that can't be printed."),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(arguments: list[str], sentence: str, tmp_path: Path, run: Run) -> None:
    refused = run("new", tmp_path / "a", *arguments)
    assert refused.exit_code == 1
    assert refused.stderr.startswith(f"Error: {sentence}")
    assert not (tmp_path / "a").exists()


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path, run: Run) -> None:
    (tmp_path / "file").touch()
    refused = run("new", tmp_path / "file/course")
    assert refused.exit_code == 1
    assert refused.stderr.startswith("Error: ")
    assert refused.stderr.count("\n") == 1
