"""A build as a whole: what it says, whether it can be repeated, and what it leaves of the last site when it fails."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from coursewright.model import Course
from tests.engine.site.building import (
    ROOT,
    SMALL_COURSES,
    Build,
    build,
    digests,
    environment,
    mkdocs,
    new_project,
    read,
    replace_in,
)

SAID = re.compile(r"INFO |Printing worksheets: \d+ of \d+$|$")
"""What a build may say: how far it is, and how far the printing is of what was not in the cache."""
LEVELS = ("WARNING", "ERROR", "CRITICAL", "DEPRECATED")


def test_both_editions_build_without_a_warning(edition: Build) -> None:
    assert edition.code == 0, edition.output
    assert [line for line in edition.output.splitlines() if not SAID.match(line.strip())] == []
    assert not any(level in edition.output for level in LEVELS)


def test_every_page_of_the_course_is_in_both_editions(edition: Build) -> None:
    course = read(ROOT / "docs")
    sources = {page.path for page in course.every_page()} | made_pages(course, edition.site)
    assert {path.removesuffix(".md") + ".html" for path in sources} == {
        path for path in digests(edition.site) if path.endswith(".html")
    }


def made_pages(course: Course, site: Path) -> set[str]:
    """The pages that no author writes, as this course and this edition have them."""
    made = {"course-map.md", "my-progress.md", "404.md", *(path.path for path in course.paths)}
    if any(lesson.can_do for lesson in course.lessons):
        made |= {"where-to-begin.md", "look-back.md"}
    if any(lesson.worksheets for lesson in course.lessons) and "without-pdf" not in site.name:
        made.add("worksheets.md")
    lists = {"workshops.md": course.workshops, "glossary.md": course.glossary, "bibliography.md": course.bibliography}
    made |= {path for path, listed in lists.items() if listed}
    if "trainer" in site.name:
        made |= {"keys.md", "plan.md", "coverage.md"}
        made |= {f"run-sheets/{workshop.name}.md" for workshop in course.workshops}
    return made


def test_a_build_can_be_repeated_byte_for_byte(learner: Build, tmp_path: Path) -> None:
    again = build(ROOT, tmp_path / "site")
    assert digests(again.site) == digests(learner.site)


def test_the_build_leaves_nothing_beside_the_site(tmp_path: Path) -> None:
    project = new_project(tmp_path, SMALL_COURSES / "canary")
    before = {path.name for path in tmp_path.iterdir()}
    assert build(project, tmp_path / "site").code == 0
    assert build(project, tmp_path / "site").code == 0
    assert {path.name for path in tmp_path.iterdir()} == before | {"site"}


def test_a_build_that_fails_leaves_the_last_site(tmp_path: Path) -> None:
    project = new_project(tmp_path, SMALL_COURSES / "canary")
    good = digests(build(project, tmp_path / "site").site)
    replace_in(project / "docs/lessons/birds/finch.md", ("- [x] Yes", "- [ ] Yes"))
    assert build(project, tmp_path / "site").code != 0
    assert digests(tmp_path / "site") == good


def test_a_build_that_is_killed_leaves_the_last_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PDF", "false")  # three builds, and nothing of paper in question
    project = new_project(tmp_path, SMALL_COURSES / "canary")
    good = digests(build(project, tmp_path / "site").site)
    assert good
    replace_in(project / "docs/lessons/birds/finch.md", ("Finches sing.", "Finches sing and fly."))

    kill_in_the_middle(project, tmp_path / "site")
    assert digests(tmp_path / "site") == good

    assert build(project, tmp_path / "site").code == 0
    assert "Finches sing and fly." in (tmp_path / "site/lessons/birds/finch.html").read_text(encoding="utf-8")


def kill_in_the_middle(project: Path, site: Path) -> None:
    """Start a build that stops for good once it has written most of the site, and kill it there."""
    reached = project / "reached"
    (project / "stop.py").write_text(
        "import pathlib, time\n"
        "def on_post_build(config):\n"
        f"    pathlib.Path({str(reached)!r}).touch()\n"
        "    time.sleep(60)\n",
        encoding="utf-8",
    )
    (project / "stop.yml").write_text("INHERIT: mkdocs.yml\nhooks: [hooks/course_site.py, stop.py]\n", encoding="utf-8")
    command = mkdocs("build", "--config-file", project / "stop.yml", "--site-dir", site)
    with subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        end = time.monotonic() + 120  # on whatever machine this is
        while not reached.exists():
            assert process.poll() is None, "the build ended before it was killed"
            assert time.monotonic() < end
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
