"""What a build says and what becomes of the last site agree, whatever ends the build."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from mkdocs import utils
from mkdocs.config import load_config

from coursewright.lock import Lock
from tests.engine.processes import processes_with, wait_until
from tests.engine.site.building import DAY, SMALL_COURSES, build, digests, environment, mkdocs, new_project, replace_in
from tests.engine.site.in_process import message_of, shown_by_server

WARNING_HOOK = """\
import logging
from mkdocs.plugins import event_priority


@event_priority(-1000)
def on_post_build(config):
    logging.getLogger("mkdocs.hooks.late").warning("A late warning")
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    return new_project(tmp_path / "project", SMALL_COURSES / "canary")


@pytest.fixture
def built(project: Path, caplog: pytest.LogCaptureFixture) -> dict[str, str]:
    """What the site of the project holds."""
    assert message_of(project, caplog) == ""
    return digests(project / "site")


def edit(project: Path) -> None:
    """Change a word, so that a new site would be another."""
    replace_in(project / "docs/lessons/birds/finch.md", ("Finches sing.", "Finches sing and fly."))


def hook(project: Path, text: str) -> None:
    """Let a project have a hook besides ours."""
    (project / "own.py").write_text(text, encoding="utf-8")
    config = (project / "mkdocs.yml").resolve()
    (project / "mkdocs.yml").unlink()
    written = f"INHERIT: {config}\nhooks: [hooks/course_site.py, own.py]\n"
    (project / "mkdocs.yml").write_text(written, encoding="utf-8")


def beside(project: Path) -> list[str]:
    """The hidden files around the site."""
    return sorted(path.name for path in project.iterdir() if path.name.startswith(".site"))


def test_a_warning_that_fails_the_build_leaves_the_last_site(
    project: Path, built: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    edit(project)
    hook(project, WARNING_HOOK)
    assert "Aborted with 1 warnings in strict mode!" in message_of(project, caplog)
    assert digests(project / "site") == built
    assert beside(project) == []
    assert message_of(project, caplog, strict=False) == ""
    assert digests(project / "site") != built


def test_a_second_build_into_one_site_says_so(
    project: Path, built: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    edit(project)
    lock = Lock(project / ".site.lock")
    said = message_of(project, caplog)
    assert f"Another build is running into the folder {project / 'site'}." in said
    assert digests(project / "site") == built
    lock.release()
    assert message_of(project, caplog) == ""


def test_a_build_hinders_no_server(project: Path, tmp_path: Path) -> None:
    lock = Lock(project / ".site.lock")
    (tmp_path / "served").mkdir()
    for _ in range(2):
        assert shown_by_server(project, tmp_path / "served") == []
    assert (tmp_path / "served/index.html").is_file()
    lock.release()


def test_who_only_loads_the_configuration_learns_where_the_site_is(project: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"))
    config.plugins.on_startup(command="mike", dirty=False)  # type: ignore[arg-type]
    assert Path(config.plugins.on_config(config).site_dir) == project / "site"
    assert beside(project) == []


@pytest.mark.parametrize(
    ("number", "remedy"), [(errno.ENOSPC, "make room on the disk"), (errno.EIO, "look after the disk")]
)
def test_a_fault_of_the_disk_is_told_and_blamed_on_no_page(
    number: int,
    remedy: str,
    project: Path,
    built: dict[str, str],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write = utils.write_file

    def fail(content: bytes, path: str) -> None:
        if path.endswith("finch.html"):
            raise OSError(number, os.strerror(number), path)
        write(content, path)

    monkeypatch.setattr(utils, "write_file", fail)
    said = message_of(project, caplog)
    assert said.splitlines()[-1].endswith(f"lessons/birds/finch.html: {os.strerror(number)}; {remedy}, and build again")
    assert "Error building page" not in said
    assert "finch.md" not in said
    assert (digests(project / "site"), beside(project)) == (built, [])


def _build_with_limit(project: Path, **limits: Any) -> subprocess.CompletedProcess[str]:
    command = mkdocs("build", "--strict", "--config-file", project / "mkdocs.yml", "--site-dir", project / "site")
    env = {**environment(), "PDF": "false"}
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=200, check=False, **limits)


def test_a_file_that_is_too_large_for_the_system(project: Path, built: dict[str, str]) -> None:
    edit(project)
    done = _build_with_limit(project, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000)))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "let this user write larger files" in done.stderr
    assert (digests(project / "site"), beside(project)) == (built, [])


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk that is too small for a second site."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=7m", "tmpfs", folder], check=False)
    if mounted.returncode:
        pytest.skip("no disk of any size can be made here")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.hard
def test_a_disk_that_is_full(project: Path, small_disk: Path, caplog: pytest.LogCaptureFixture) -> None:
    (project / "site").symlink_to(small_disk / "site", target_is_directory=True)
    assert message_of(project, caplog) == ""
    good = digests(small_disk / "site")
    (small_disk / "filling").write_bytes(b"x" * (_room(small_disk) - 100_000))
    done = _build_with_limit(project)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "No space left on device; make room on the disk" in done.stderr
    assert digests(small_disk / "site") == good
    assert sorted(path.name for path in small_disk.iterdir()) == ["filling", "site"]


def _room(folder: Path) -> int:
    told = os.statvfs(folder)
    return told.f_bavail * told.f_bsize


@pytest.mark.hard
@pytest.mark.parametrize("offset", range(10))
def test_two_builds_into_one_site(offset: int, project: Path, built: dict[str, str]) -> None:
    edit(project)
    command = mkdocs("build", "--config-file", project / "mkdocs.yml", "--site-dir", project / "site")
    env = {**environment(), "PDF": "false"}
    builds = []
    for wait in (0, offset * 0.25):
        time.sleep(wait)
        builds.append(subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True))
    said = [each.communicate(timeout=200)[1] for each in builds]
    codes = [each.returncode for each in builds]
    assert 0 in codes
    assert set(codes) <= {0, 1}
    for code, text in zip(codes, said, strict=True):
        assert ("Another build is running" in text) == (code == 1), text
    after = digests(project / "site")
    assert {path for path in after if after[path] != built.get(path)} <= {
        "lessons/birds/finch.html",
        "search/search_index.json",
        "search/search_index.js",
        "assets/course/course-index.js",
    }
    assert after.keys() == built.keys()
    assert beside(project) == []


@pytest.mark.hard
@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes as Linux lists them")
@pytest.mark.parametrize("pdf", [False, True], ids=["without-printing", "with-printing"])
def test_killed_at_any_moment(pdf: bool, project: Path, tmp_path: Path) -> None:
    mark = f"KILLED_BUILD={tmp_path.name}"
    (project / "mkdocs.yml").unlink()  # so that the project has a cache of its own
    settings = f"INHERIT: {(SMALL_COURSES.parents[3] / 'mkdocs.yml')}\n"
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    began = time.monotonic()
    assert build(project, project / "site", pdf=pdf).code == 0
    lasts = time.monotonic() - began
    sites = [digests(project / "site")]
    edit(project)
    assert build(project, tmp_path / "other", pdf=pdf).code == 0
    sites.append(digests(tmp_path / "other"))
    chance = Random(12)
    command = mkdocs("build", "--config-file", project / "mkdocs.yml", "--site-dir", project / "site")
    env = {**environment(), "PDF": str(pdf).lower(), **dict([mark.split("=")])}
    for _ in range(10):
        for path in (project / ".cache/worksheets").glob("*.pdf"):
            if chance.random() < 0.5:
                path.unlink()
        with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(chance.random() * lasts)
            process.send_signal(chance.choice([9, 15]))
        wait_until(lambda: not processes_with(mark))
        assert digests(project / "site") in sites
    assert build(project, project / "site", pdf=pdf).code == 0
    assert digests(project / "site") == sites[1]
    assert beside(project) == []
