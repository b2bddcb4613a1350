"""What the command says of itself."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from coursewright.cli import main
from tests.engine.cli.conftest import Run
from tests.engine.pages import ROOT

COMMANDS = {"new", "add", "add module", "add lesson", "add workshop", "serve", "build", "check", "doctor"}


def _commands(group: click.Group, before: str = "") -> dict[str, click.Command]:
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        found[before + name] = command
        if isinstance(command, click.Group):
            found |= _commands(command, f"{before}{name} ")
    return found


def test_every_command_and_option_says_what_it_is_for() -> None:
    commands = _commands(main)
    assert set(commands) == COMMANDS
    for name, command in commands.items():
        assert command.help, name
        options = [option for option in command.params if isinstance(option, click.Option)]
        assert not [option.name for option in options if not option.help], name


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_is_shown_without_a_course(command: str, run: Run) -> None:
    assert run(*command.split(), "--help").exit_code == 0


def test_the_guide_names_every_command_and_option() -> None:
    guide = (ROOT / "guide/command.md").read_text(encoding="utf-8")
    for name, command in _commands(main).items():
        assert f"coursewright {name}" in guide
        options = [option for option in command.params if isinstance(option, click.Option)]
        assert not [option.opts for option in options if f"`{option.opts[-1]}" not in guide], name


def test_the_module_is_the_command() -> None:
    command = [sys.executable, "-m", "coursewright", "--help"]
    done = subprocess.run(command, cwd=ROOT / "hooks", capture_output=True, text=True, check=True)
    assert "Usage: coursewright" in done.stdout
