"""A course made by the command, in a folder with a space in its name, and the command itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.config.defaults import MkDocsConfig

from coursewright.cli import main
from tests.engine.cli.installing import ENTRY_POINT

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course as `coursewright new` makes it; not to be changed."""
    folder = tmp_path_factory.mktemp("starter") / "my course"
    made = CliRunner().invoke(main, ["new", str(folder)])
    assert made.exit_code == 0, made.output
    return folder


@pytest.fixture
def course(starter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new course of one's own, in whose folder the commands are run."""
    folder = shutil.copytree(starter, tmp_path / "my course")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command: `run("add", "lesson", "Ask first")`."""
    # MkDocs looks for installed plugins when it's imported, which may be long ago.
    known = dict(MkDocsConfig._schema)["plugins"].installed_plugins  # type: ignore[attr-defined]
    monkeypatch.setitem(known, ENTRY_POINT.name, ENTRY_POINT)

    def invoke(*arguments: str | Path) -> Result:
        return CliRunner().invoke(main, [str(each) for each in arguments], prog_name="coursewright")

    return invoke
