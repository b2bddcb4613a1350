"""``coursewright doctor``: what the machine has and lacks, and the line that installs it."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

import click

from coursewright.cli.course_folder import nearest_config


class Finding(Protocol):
    """What was found of one need, as the room ``machine`` has it."""

    @property
    def name(self) -> str:
        """What is needed."""

    @property
    def state(self) -> str:
        """``ok``, ``degraded`` or ``missing``."""

    @property
    def meaning(self) -> str:
        """What that means for a course, in one line."""

    @property
    def remedy(self) -> str:
        """The command that helps, or what to do; nothing where all is well."""


MARKS = {"ok": "ok", "degraded": "could be better", "missing": "missing"}
WIDTH = max(map(len, MARKS.values())) + 2


@click.command()
def doctor() -> None:
    """Say what this machine has and lacks.

    For what is missing, it says what that means for a course, and the line that installs it. It installs nothing. The
    command ends with 1 if something is missing.
    """
    config = nearest_config(Path.cwd())
    findings = _examine(config.parent if config else Path.cwd())
    for finding in findings:
        mark = MARKS.get(finding.state, finding.state).ljust(WIDTH)
        click.echo(f"{mark}{finding.name}")
        if finding.state != "ok":
            for line in filter(None, (finding.meaning, finding.remedy)):
                click.echo(f"{'':{WIDTH}}  {line}")
    if any(finding.state == "missing" for finding in findings):
        raise click.exceptions.Exit(1)


def _examine(folder: Path) -> tuple[Finding, ...]:
    found = import_module("coursewright.machine").examine(folder)
    return tuple(cast(Iterable[Finding], found))
