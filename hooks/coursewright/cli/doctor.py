"""``coursewright doctor``: what the machine has and lacks, and the line that installs it."""

from __future__ import annotations

import click


@click.command()
def doctor() -> None:
    """Say what this machine has and lacks."""
