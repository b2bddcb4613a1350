"""Builds courses as a person would, in a process of its own: this project's course, small ones, and copies to break.

A project to build is a folder with links to the hooks, templates and configuration of this one, and docs of its own. As
its configuration is a link, what it prints is kept in the cache of this project, for the next build.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from coursewright.model import Course
from coursewright.problem import Problems
from coursewright.reader.course import read_course
from tests.engine.sharing import alone

Edition = Literal["learner", "trainer"]

ROOT = Path(__file__).resolve().parents[3]
SMALL_COURSES = Path(__file__).with_name("courses")
SAMPLER = ROOT / "guide/sampler"
"""The course for authors, which has a question of every type."""
CONFIGS: dict[Edition, str] = {"learner": "mkdocs.yml", "trainer": "trainer.yml"}
LINKED = ("hooks", "overrides", "mkdocs.yml", "trainer.yml")
MOST_SECONDS = 540
"""How long a build may take, on whatever machine this is; a little less than pytest waits for a test."""
DAY = "1700000000"
"""The time of a build that can be repeated, as SOURCE_DATE_EPOCH has it."""


@dataclass(frozen=True)
class Build:
    """What came of a build."""

    site: Path
    code: int
    output: str


def new_project(folder: Path, docs: Path) -> Path:
    """Make a project in an empty folder, with a copy of these docs."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(docs, folder / "docs")
    return folder


def mkdocs(*arguments: str | Path) -> list[str]:
    """The command line of MkDocs."""
    return [sys.executable, "-m", "mkdocs", *map(str, arguments)]


def environment() -> dict[str, str]:
    """The environment of a build."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": DAY, "PYTHONDONTWRITEBYTECODE": "1"}


def build(project: Path, site: Path, *options: str, config: str = CONFIGS["learner"], pdf: bool = True) -> Build:
    """Build a project's docs into a site."""
    command = mkdocs("build", "--strict", "--config-file", project / config, "--site-dir", site, *options)
    settings = environment() if pdf else {**environment(), "PDF": "false"}
    try:
        done = subprocess.run(command, env=settings, capture_output=True, text=True, timeout=MOST_SECONDS, check=False)
    except subprocess.TimeoutExpired as late:
        return Build(site, 1, f"{late.output!r}\nThe build took longer than {MOST_SECONDS} seconds, and was ended.")
    return Build(site, done.returncode, done.stdout + done.stderr)


@functools.cache
def build_real(edition: Edition, into: Path, *, pdf: bool | None = None) -> Build:
    """Build what is in docs/, whichever course that is, once in a run.

    Args:
        edition: Whose edition to build.
        into: The folder that all processes of a run share.
        pdf: Whether to print. Unless told, the learner's edition is printed; the trainer's takes minutes, and
            `make test-hard` prints it.
    """
    pdf = edition == "learner" if pdf is None else pdf
    site = into / f"real-{edition}{'' if pdf else '-without-pdf'}"

    def make() -> Build:
        with alone(into / "printing.lock"):  # both editions have the learner's sheets; the second finds them printed
            return build(ROOT, site, config=CONFIGS[edition], pdf=pdf)

    return whole(once(site, make))


@functools.cache
def build_sampler(into: Path) -> Build:
    """Build the authors' sampler, once in a run."""
    site = into / "sampler"
    return whole(once(site, lambda: build(ROOT, site, config="sampler.yml")))


@functools.cache
def build_small(course: str, edition: Edition, into: Path, *, pdf: bool = True) -> Build:
    """Build a small course from its folder in courses/, once in a run."""
    name = f"{course}-{edition}{'' if pdf else '-without-pdf'}"
    return build_edited(course, edition, into / name, lambda _docs: None, pdf=pdf)


def build_edited(course: str, edition: Edition, site: Path, edit: Callable[[Path], None], *, pdf: bool = True) -> Build:
    """Build a copy of a small course whose docs have been edited, once in a run.

    Args:
        course: The name of its folder in courses/.
        edition: Whose edition to build.
        site: Where to build it: a folder below the one that all processes of a run share.
        edit: Is handed the folder of the docs.
        pdf: Whether to print its worksheets.
    """

    def make() -> Build:
        project = new_project(project_of(site), SMALL_COURSES / course)
        edit(project / "docs")
        return build(project, site, config=CONFIGS[edition], pdf=pdf)

    return whole(once(site, make))


def project_of(site: Path) -> Path:
    """The project that a site of a small course was built from."""
    return site.with_name(f"project-{site.name}")


def once(site: Path, make: Callable[[], Build]) -> Build:
    """What came of a build that the first process of a run has made for all of them."""
    told = site.with_name(f"{site.name}.json")
    with alone(site.with_name(f"{site.name}.lock")):
        if not told.exists():
            done = make()
            told.write_text(json.dumps({"code": done.code, "output": done.output}), encoding="utf-8")
    return Build(site, **json.loads(told.read_text(encoding="utf-8")))


def whole(done: Build) -> Build:
    """A build that has not failed."""
    assert done.code == 0, done.output
    return done


def read(docs: Path) -> Course:
    """The model of a course."""
    return read_course(docs, docs.name, Problems()).course


def files_of(site: Path) -> Iterator[Path]:
    """The files of a site, in order."""
    return (path for path in sorted(site.rglob("*")) if path.is_file())


def pages_of(site: Path) -> list[Path]:
    """The pages of a site, in order."""
    return sorted(site.rglob("*.html"))


def digests(site: Path) -> dict[str, str]:
    """What each file of a site holds, in short."""
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files_of(site)}


def replace_in(path: Path, *changes: Sequence[str]) -> None:
    """Replace texts in a file; each must be there."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, f"{path.name} no longer holds {old!r}"
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
