"""Faults of programs: one sentence that names the file and the program, after the mistakes, and no traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.engine.site.building import SMALL_COURSES, build, new_project, replace_in
from tests.engine.site.faults import fail_in, make_faulty
from tests.engine.site.in_process import message_of

FINCH = "docs/lessons/birds/finch.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = new_project(tmp_path, SMALL_COURSES / "canary")
    make_faulty(project)
    return project


FILES = {"config": "", "files": "", "page": FINCH, "env": "", "context": FINCH, "post": ""}


@pytest.mark.parametrize("where", FILES)
def test_a_fault_of_a_hook_is_told(where: str, project: Path, caplog: pytest.LogCaptureFixture) -> None:
    fail_in(project, where)
    said = message_of(project, caplog).splitlines()[-1]
    begins = f"{FILES[where]}: `faulty` could not go on here: " if FILES[where] else "`faulty` could not go on here: "
    assert said.startswith(f"{begins}ValueError: planted in {where} (faulty.py, line "), said
    assert "this is a fault of `faulty`, no mistake of yours" in said
    assert not (project / "site").exists()


def test_a_fault_of_a_template_is_told(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    fail_in(project, "template")
    said = message_of(project, caplog).splitlines()[-1]
    assert said.startswith("docs/index.md: a template could not go on here: UndefinedError: 'nothing' is undefined"), (
        said
    )


def test_a_fault_of_a_markdown_extension_hides_no_mistake(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    replace_in(project / FINCH, ("Finches sing.", "Finches hum."), ("- [x] Yes", "- [ ] Yes"))
    replace_in(project / "docs/lessons/birds/canary.md", ("minutes: 87", "minuts: 87"))
    lines = message_of(project, caplog).splitlines()
    assert lines[0].startswith("2 mistakes in the course")
    assert [re.findall(r": ([a-z]+-[a-z-]+) expected", line) for line in lines[1:3]] == [
        ["key-unknown"],
        ["question-no-right-answer"],
    ]
    assert "Correct the mistakes above first" in lines[3]
    assert lines[4].startswith(f"{FINCH}: `faulty` could not go on here: KeyError: 'planted in the extension'")


def test_mistakes_are_told_before_a_fault_that_ends_the_build(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    replace_in(project / FINCH, ("- [x] Yes", "- [ ] Yes"))
    fail_in(project, "page")
    said = message_of(project, caplog)
    assert said.index("question-no-right-answer") < said.index("ValueError: planted in page")


OURS = [
    ("coursewright.reader.course.read_page", "docs/index.md"),
    ("coursewright.build.check_page", "docs/index.md"),
    ("coursewright.build.check_course", "docs/course.yml"),
    ("coursewright.build.handed_over", "docs/index.md"),
    ("coursewright.build.taken_back", "docs/index.md"),
    ("coursewright.build.check_links", "docs/index.md"),
    ("coursewright.build.lesson_entry", "docs/lessons/birds/canary.md"),
    ("coursewright.build.draw_course_map", "course-map.md"),
    ("coursewright.build.make_pages", "mkdocs.yml"),
    ("coursewright.mkdocs.plugin.front_matter", "docs/index.md"),
]


@pytest.mark.parametrize(("function", "file"), OURS)
def test_a_fault_of_coursewright_is_told(
    function: str, file: str, project: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise IndexError("list index\nout of range")

    monkeypatch.setattr(function, fail)
    said = message_of(project, caplog)
    assert f"{file}: Coursewright could not go on here: IndexError: list index out of range (" in said, said
    assert "this is a fault of Coursewright" in said


@pytest.mark.parametrize("options", [(), ("--verbose",)])
def test_only_who_asks_sees_a_traceback(
    project: Path, options: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PDF", "false")
    fail_in(project, "page")
    done = build(project, project / "site", *options)
    assert done.code != 0
    assert "ValueError: planted in page" in done.output
    assert ("Traceback" in done.output) == bool(options), done.output
