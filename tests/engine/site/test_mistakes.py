"""A course full of mistakes: all of them told together, with their places, and nothing of the last site lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.engine.site.building import SMALL_COURSES, Build, build, digests, new_project, read
from tests.engine.site.words import answers_of

DOCS = SMALL_COURSES / "canary"
COURSE = read(DOCS)
LESSON, OTHER = [lesson for lesson in COURSE.lessons if lesson.questions][:2]
MISTAKE = re.compile(r"^docs/\S+:[1-9]\d*:[1-9]\d*: [a-z][a-z0-9-]+ expected .+, found .+; .+$")


def damage(docs: Path) -> dict[str, str]:
    """Break several files in several ways; gives the places, with the mistake that each is to be told of."""
    lesson, other = docs / LESSON.path, docs / OTHER.path
    answers = answers_of(LESSON.questions[0])
    lines = lesson.read_text(encoding="utf-8").splitlines()
    places = [next(n for n, line in enumerate(lines, 1) if line.endswith(f"] {answer.text}")) for answer in answers]
    for place in places:
        lines[place - 1] = lines[place - 1].replace("[x]", "[ ]")
    key = next(number for number, line in enumerate(lines, 1) if line.startswith("minutes:"))
    lines[key - 1] = lines[key - 1].replace("minutes", "minuts")
    write(lesson, lines)
    lines = other.read_text(encoding="utf-8").splitlines()
    write(other, [*lines, "", "See [nothing](nothing.md) and ![](../../pictures/no.svg)."])
    (docs / "torn.md").write_bytes(b"---\ntitle: Torn\n---\n\nCaf\xe9\n")
    (docs / "broken.md").write_text("---\ntitle: [Broken\n---\n", encoding="utf-8")
    (docs / "empty.md").write_text("---\ndescription: No title\n---\n", encoding="utf-8")
    return {
        f"{LESSON.path}:{key}": "key-unknown",
        f"{LESSON.path}:{places[0]}": "question-no-right-answer",
        f"{OTHER.path}:{len(lines) + 2}:15": "link-broken",
        f"{OTHER.path}:{len(lines) + 2}:35": "image-alt",
        "torn.md:5:4": "file-not-utf8",
        "broken.md:": "yaml-broken",
        "empty.md:": "key-missing",
    }


def write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the course with a site built from it."""
    project = new_project(tmp_path_factory.mktemp("mistakes"), DOCS)
    assert build(project, project / "site").code == 0
    return project


@pytest.fixture(scope="module")
def told(project: Path) -> dict[str, str]:
    return damage(project / "docs")


@pytest.fixture(scope="module", params=[(), ("--quiet",)], ids=["aloud", "quiet"])
def failed(project: Path, told: dict[str, str], request: pytest.FixtureRequest) -> tuple[Build, bool]:
    """A build of the broken course, and whether it left the last site as it was."""
    before = digests(project / "site")
    done = build(project, project / "site", *request.param)
    return done, digests(project / "site") == before


def test_the_build_fails_and_leaves_the_last_site(failed: tuple[Build, bool]) -> None:
    done, untouched = failed
    assert done.code != 0
    assert untouched


def test_every_mistake_is_told_with_its_place(failed: tuple[Build, bool], told: dict[str, str]) -> None:
    output = failed[0].output
    for place, code in told.items():
        assert re.search(rf"^docs/{re.escape(place)}\S*: {code} ", output, re.MULTILINE), f"{place} {code}\n{output}"


def test_mistakes_stand_one_to_a_line_and_in_order(failed: tuple[Build, bool]) -> None:
    lines = [line for line in failed[0].output.splitlines() if line.startswith("docs/")]
    assert [line for line in lines if not MISTAKE.match(line)] == []
    places = [(path, int(row), int(column)) for path, row, column, *_ in (line.split(":") for line in lines)]
    assert places == sorted(places)
    assert len(set(lines)) == len(lines)
    assert re.search(rf"\b{len(lines)} mistakes in the course", failed[0].output)


def test_nothing_else_is_told(failed: tuple[Build, bool]) -> None:
    output = failed[0].output
    assert "Traceback" not in output
    assert "WARNING" not in output


@pytest.mark.parametrize("name", ["course.yml", "lessons/birds/index.md", "lessons/birds/finch.md"])
def test_a_course_without_one_of_its_files_says_so(tmp_path: Path, name: str) -> None:
    project = new_project(tmp_path, DOCS)
    (project / "docs" / name).unlink()
    done = build(project, tmp_path / "site", "--quiet")
    assert done.code != 0
    assert re.search(rf"^docs/\S+: file-missing .*{re.escape(name)}", done.output, re.MULTILINE), done.output
    assert "Traceback" not in done.output
    assert not (tmp_path / "site").exists()
