"""Set-up in folders whose names have spaces, with an environment of its own and a package of its own to install."""

from __future__ import annotations

import fcntl
import importlib.util
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from coursewright.machine import PAPER_PACKAGES
from tests.engine.lacking import lacking_machine
from tests.engine.pages import ROOT

pytestmark = pytest.mark.slow

TOOL = {
    "tool.py": "import sys\n\ndef main():\n    print(sys.prefix)\n",
    "tool-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: tool\nVersion: 1\n",
    "tool-1.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "tool-1.dist-info/entry_points.txt": "[console_scripts]\ntool = tool:main\n",
    "tool-1.dist-info/RECORD": "".join(
        f"{name},,\n" for name in ("tool.py", *(f"tool-1.dist-info/{each}" for each in ("METADATA", "WHEEL", "RECORD")))
    ),
}
"""A package whose script prints the environment that it runs in."""
APT = '#!/bin/sh\necho "apt-get $*" >> "$APT_LOG"\ncase "$*" in *install*) exit "${APT_CODE:-0}" ;; esac\n'
SUDO = "#!/bin/sh\nexit 1\n"


class Project:
    """A folder to set up."""

    def __init__(self, root: Path, shared: Path) -> None:
        """Take a folder.

        Args:
            root: The folder of the project.
            shared: What lies beside it: commands, packages, and what Python runs at its start.
        """
        self.root, self.shared = root, shared
        self.log = root.parent / "apt.log"

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ}
        return {
            **kept,
            "PATH": f"{self.shared / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "APT_LOG": str(self.log),
            "PYTHONPATH": str(self.shared / "start"),
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.shared / "wheels"),
        }

    def start(self, wanted: str = "course", **variables: str) -> subprocess.Popen[str]:
        """Start set-up."""
        return subprocess.Popen(
            [sys.executable, self.root / "tools/set_up.py", wanted],
            env={**self.environment, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def set_up(self, wanted: str = "course", *, code: int = 0, **variables: str) -> str:
        """Set up; gives what was said."""
        process = self.start(wanted, **variables)
        said, _ = process.communicate(timeout=200)
        assert process.returncode == code, said
        assert "Traceback" not in said
        return said

    def apt(self) -> list[str]:
        """What apt was asked for."""
        return self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []

    def prefix_of_tool(self) -> str:
        """Where the script of the package runs that was installed."""
        return subprocess.run([self.root / ".venv/bin/tool"], capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that has been set up once."""
    shared = tmp_path_factory.mktemp("shared")
    (shared / "bin").mkdir()
    for name, text in (("apt-get", APT), ("sudo", SUDO)):
        (shared / "bin" / name).write_text(text, encoding="utf-8")
        (shared / "bin" / name).chmod(0o755)
    lacking_machine(shared / "start")
    (shared / "wheels").mkdir()
    with zipfile.ZipFile(shared / "wheels/tool-1-py3-none-any.whl", "w") as wheel:
        for name, text in TOOL.items():
            wheel.writestr(name, text)
    project = Project(shared / "a course", shared)
    shutil.copytree(ROOT / "tools", project.root / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    (project.root / "requirements").mkdir()
    for lock in ("course", "tests"):
        (project.root / f"requirements/{lock}.lock").write_text("tool==1\n", encoding="utf-8")
    (project.root / "hooks/coursewright").mkdir(parents=True)
    for name in ("__init__.py", "machine.py"):
        shutil.copy(ROOT / "hooks/coursewright" / name, project.root / "hooks/coursewright")
    said = project.set_up()
    assert "Making .venv/" in said
    assert "requirements/course.lock" in said
    return project


@pytest.fixture
def project(made: Project, tmp_path: Path) -> Project:
    """A copy of that project, in its place."""
    copy = Project(tmp_path / "another course", made.shared)
    shutil.copytree(made.root, copy.root, symlinks=True)
    return copy


def test_what_is_set_up_is_not_set_up_again(made: Project) -> None:
    assert made.set_up() == ""
    assert made.prefix_of_tool() == str(made.root / ".venv")


# The place


def test_a_copied_folder_runs_its_own_environment_and_nothing_is_installed_anew(
    made: Project, project: Project
) -> None:
    said = project.set_up(PIP_FIND_LINKS="")
    assert "moved or copied" in said
    assert "Installing" not in said
    assert project.prefix_of_tool() == str(project.root / ".venv")
    assert made.prefix_of_tool() == str(made.root / ".venv")
    held = [path.name for path in (project.root / ".venv/bin").iterdir() if str(made.root) in read(path)]
    assert held == [], "scripts that name the old folder"
    assert project.set_up() == ""


def read(path: Path) -> str:
    return "" if path.is_symlink() else path.read_bytes().decode("utf-8", "replace")


def test_a_moved_folder_is_fitted_to_its_new_place(project: Project, tmp_path: Path) -> None:
    project.set_up()
    project.root.rename(tmp_path / "moved")
    moved = Project(tmp_path / "moved", project.shared)
    assert "moved or copied" in moved.set_up(PIP_FIND_LINKS="")
    assert moved.prefix_of_tool() == str(tmp_path / "moved/.venv")


def test_an_environment_that_cannot_be_fitted_is_made_anew(project: Project) -> None:
    shutil.rmtree(next(project.root.glob(".venv/lib/python3*/site-packages/pip/_vendor/distlib")))
    assert "Making .venv/" in project.set_up()
    assert project.prefix_of_tool() == str(project.root / ".venv")


def test_the_makefile_runs_no_script_that_knows_its_place() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert set(re.findall(r"\.venv/bin/(\w+)", text)) == {"python", "chromium"}


# What was interrupted


def test_an_environment_that_is_half_is_made_anew(project: Project) -> None:
    (project.root / ".venv/.place").unlink()
    assert "Making .venv/" in project.set_up()
    assert project.prefix_of_tool() == str(project.root / ".venv")


@pytest.mark.parametrize(
    "number",
    [
        signal.SIGKILL,
        pytest.param(signal.SIGINT, marks=pytest.mark.hard),
        pytest.param(signal.SIGTERM, marks=pytest.mark.hard),
    ],
)
def test_a_set_up_that_is_ended_while_it_installs_is_fixed_by_the_next(project: Project, number: int) -> None:
    (project.root / "requirements/course.lock").write_text("tool==1\nanother==1\n", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        index = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        process = project.start(PIP_NO_INDEX="0", PIP_INDEX_URL=index, PIP_FIND_LINKS="", PIP_RETRIES="0")
        asking, _ = silent.accept()  # from here on pip waits for an answer
        os.kill(process.pid, number)
        if number == signal.SIGKILL:
            process.wait()  # pip goes on, and would go on beside the next set-up, if that didn't wait
            asking.close()
            silent.close()
        said, _ = process.communicate(timeout=60)
        asking.close()
    assert process.returncode != 0
    assert "Traceback" not in said
    assert ("interrupted" in said) == (number != signal.SIGKILL)
    # As if pip had been at it: the package is half, and its record says that it's whole.
    next(project.root.glob(".venv/lib/python3*/site-packages/tool.py")).unlink()
    (project.root / "requirements/course.lock").write_text("tool==1\n", encoding="utf-8")
    assert "did not get to its end" in project.set_up()
    assert project.prefix_of_tool() == str(project.root / ".venv")


def test_two_set_ups_do_not_meet(project: Project) -> None:
    with (project.root / "tools/console.py").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        process = project.start()
        assert process.stdout
        assert "Another set-up" in process.stdout.readline()
    assert "moved or copied" in process.communicate(timeout=200)[0]
    assert process.returncode == 0


# Libraries and apt


def test_what_apt_is_to_install_is_said_first_and_why(project: Project) -> None:
    said = project.set_up(HIDDEN_LIBRARIES="pango", RUN_AS="0")
    assert project.apt() == [
        "apt-get -q -o DPkg::Lock::Timeout=120 update",
        "apt-get -q -o DPkg::Lock::Timeout=120 install --yes --no-install-recommends " + " ".join(PAPER_PACKAGES),
    ]
    assert f"Installing from apt: {' '.join(PAPER_PACKAGES)}" in said
    assert "Pango" in said[: said.index("Installing from apt")]


def test_harfbuzz_subset_alone_is_not_worth_an_administrator(project: Project) -> None:
    project.set_up(HIDDEN_LIBRARIES="harfbuzz-subset", RUN_AS="0")
    assert project.apt() == []


@pytest.mark.parametrize("variables", [{"RUN_AS": "1000"}, {"RUN_AS": "0", "APT_CODE": "100"}], ids=str)
def test_where_pango_cannot_be_installed_the_course_goes_on_and_the_tests_do_not(
    project: Project, variables: dict[str, Any]
) -> None:
    project.set_up(HIDDEN_LIBRARIES="pango", **variables)
    said = project.set_up("tests", code=1, HIDDEN_LIBRARIES="pango", **variables)
    assert f"{' '.join(PAPER_PACKAGES)}" in said.splitlines()[-1]


def test_who_wants_no_pdfs_is_asked_for_nothing(project: Project) -> None:
    project.set_up(HIDDEN_LIBRARIES="pango", RUN_AS="0", PDF="false")
    assert project.apt() == []


# Signs of life, and of ends


def load(name: str) -> ModuleType:
    """A module of tools/."""
    spec = importlib.util.spec_from_file_location(name, ROOT / f"tools/{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The module through which set-up talks, as the others of tools/ find it."""
    module = load("console")
    monkeypatch.setitem(sys.modules, "console", module)
    yield module


def test_a_long_command_says_that_it_is_alive_and_what_it_does(
    console: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said: list[str] = []

    def hear(text: str, **_: Any) -> None:
        said.append(text)
        if "Collecting" in text:
            (tmp_path / "go on").touch()

    monkeypatch.setattr(console, "EVERY", 0.01)
    monkeypatch.setattr(console, "print", hear, raising=False)
    console.run("sh", "-c", 'echo "Collecting babel"; until [ -e "$0" ]; do :; done', tmp_path / "go on")
    assert re.fullmatch(r"  \d+ s  Collecting babel", said[-1])


def test_a_command_that_fails_shows_what_it_said(console: ModuleType) -> None:
    with pytest.raises(SystemExit, match=r"(?s)no such package.*Failed: sh -c"):
        console.run("sh", "-c", "echo no such package >&2; exit 3")


def test_a_browser_of_the_environment_is_found_from_a_copy_of_it(
    console: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "packages", load("packages"))
    needs = load("needs_of_tests")
    browser = tmp_path / "venv/chromium/bin/chromium"
    for folder in (browser.parent, tmp_path / "venv/bin"):
        folder.mkdir(parents=True)
    browser.touch()
    link = tmp_path / "venv/bin/chromium"
    monkeypatch.delenv("COURSEWRIGHT_BROWSER", raising=False)
    for name, value in (("VENV", tmp_path / "venv"), ("BROWSER", link), ("is_ubuntu", lambda: True)):
        monkeypatch.setattr(needs, name, value)
    monkeypatch.setattr(needs, "find_browser", lambda: None)
    monkeypatch.setattr(needs, "browser_from_npm", lambda: str(browser))
    needs.install_browser()
    shutil.copytree(tmp_path / "venv", tmp_path / "copy", symlinks=True)
    assert (tmp_path / "copy/bin/chromium").resolve() == tmp_path / "copy/chromium/bin/chromium"


@pytest.mark.parametrize(
    ("found", "root", "debian_has", "asked_for", "used"),
    [
        ("chromium", True, {"chromium-headless-shell"}, ["chromium-headless-shell"], "chromium-headless-shell"),
        ("chromium", True, set(), ["chromium-headless-shell"], "chromium"),
        ("chromium", False, {"chromium-headless-shell"}, [], "chromium"),
        ("chromium-headless-shell", True, set(), [], "chromium-headless-shell"),
        (None, True, {"chromium-headless-shell", "chromium"}, ["chromium-headless-shell"], "chromium-headless-shell"),
        (None, True, {"chromium"}, ["chromium-headless-shell", "chromium"], "chromium"),
    ],
)
def test_the_browser_without_windows_is_preferred_where_it_can_be_had(
    console: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    found: str | None,
    root: bool,
    debian_has: set[str],
    asked_for: list[str],
    used: str,
) -> None:
    monkeypatch.setitem(sys.modules, "packages", load("packages"))
    needs = load("needs_of_tests")
    machine = [found] if found else []
    asked: list[str] = []

    def install(packages: list[str]) -> None:
        asked.append(packages[0])
        machine.extend(debian_has & {packages[0]})

    monkeypatch.setattr(needs, "administrator", lambda: [] if root else None)
    monkeypatch.setattr(needs, "apt_get", lambda before, packages, why: install(packages))
    monkeypatch.setattr(needs, "apt_install", lambda packages, why: install(packages))
    monkeypatch.setattr(
        needs, "find_browser", lambda: next((each for each in needs.BROWSER_NAMES if each in machine), None)
    )
    assert needs.browser_from_apt(needs.find_browser()) == used
    assert asked == asked_for
