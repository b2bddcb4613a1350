"""The rooms of the code stay apart, and nothing of the machine that it was written on is in it."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from mkdocs.plugins import EVENTS

import coursewright
from coursewright.mkdocs.plugin import CoursewrightPlugin
from tests.engine.pages import ROOT

PROJECT = ROOT / "pyproject.toml"
HOOKS = ROOT / "hooks"
LIBRARY = HOOKS / "coursewright"
MODULES = sorted(LIBRARY.rglob("*.py"))


def _imports(path: Path) -> Iterator[str]:
    """What a file imports, at its top or later."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import, which fails in a hook"
            yield node.module or ""


def _name(path: Path) -> str:
    return ".".join(path.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")


def test_imports_run_one_way_and_one_room_knows_the_host() -> None:
    """By the contracts in pyproject.toml; a room that stands in no layer breaks the first of them."""
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"  # it sets up logging anew
    command = [sys.executable, "-c", lint, "--config", str(PROJECT), "--no-cache"]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(HOOKS)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_library_lists_its_rooms_in_the_order_of_their_layers() -> None:
    contracts = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    listed = re.findall(r"^    ([a-z_]+)/?  +\S", coursewright.__doc__ or "", re.MULTILINE)
    assert listed == contracts[0]["layers"][::-1]


def test_imports_make_no_circle() -> None:
    names = {_name(path) for path in MODULES}
    graph = {_name(path): set(_imports(path)) & names for path in MODULES}
    assert sum(map(len, graph.values())) > len(graph) / 2
    TopologicalSorter(graph).prepare()


def test_the_plugin_hears_only_events_of_the_host() -> None:
    heard = {name for name in dir(CoursewrightPlugin) if name.startswith("on_")}
    assert heard
    assert heard <= {f"on_{event}" for event in EVENTS}


# Nothing of this machine: the patterns are put together here, so that this file does not hold them either.

MACHINE = [
    *("/" + folder + "/" for folder in ("work", "root", "home/user", "Users", "tmp/cw")),
    "registry" + ".npmjs",
    "files." + "pythonhosted",
    "pypi.org/" + "simple",
    "/opt/" + "pypi",
]


def _kept() -> list[Path]:
    """The files that git keeps, or would keep."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no git repository")
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def test_no_file_holds_a_path_of_a_machine_or_the_address_of_a_registry() -> None:
    kept = _kept()
    assert Path(__file__) in kept
    held = re.compile("|".join(re.escape(text) for text in MACHINE).encode())
    found = {str(path.relative_to(ROOT)): match.group() for path in kept if (match := held.search(path.read_bytes()))}
    assert not found


def test_locks_hold_names_and_versions_only() -> None:
    locks = sorted((ROOT / "requirements").glob("*.lock"))
    assert locks
    for lock in locks:
        lines = [line for line in lock.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")]
        assert not [line for line in lines if "://" in line or line.startswith("-")], lock.name
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
