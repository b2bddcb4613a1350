"""``coursewright doctor``: what the machine has and lacks, and the line that installs it."""

from __future__ import annotations

from pathlib import Path

import click

from coursewright.cli.course_folder import nearest_config
from coursewright.machine import State, examine

MARKS: dict[State, str] = {"ok": "ok", "degraded": "could be better", "missing": "missing"}
WIDTH = max(map(len, MARKS.values())) + 2


@click.command()
def doctor() -> None:
    """Say what this machine has and lacks.

    For what is missing, it says what that means for a course, and the line that installs it. It installs nothing. The
    command ends with 1 if something is missing.
    """
    config = nearest_config(Path.cwd())
    findings = examine(config.parent if config else Path.cwd())
    for finding in findings:
        mark = MARKS[finding.state].ljust(WIDTH)
        click.echo(f"{mark}{finding.name}")
        if finding.state != "ok":
            for line in filter(None, (finding.meaning, finding.remedy)):
                click.echo(f"{'':{WIDTH}}  {line}")
    if any(finding.state == "missing" for finding in findings):
        raise click.exceptions.Exit(1)
