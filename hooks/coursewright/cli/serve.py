"""``coursewright serve``: the course in a browser, while it's written."""

from __future__ import annotations

import contextlib
import signal
from pathlib import Path
from typing import NoReturn

import click

from coursewright.cli.course_folder import config_option, told
from coursewright.cli.ports import next_free, why_taken


@click.command()
@click.option("--trainer", is_flag=True, help="Show the trainer's edition.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("-p", "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port.")
@click.option("--open", "browser", is_flag=True, help="Open the course in a browser.")
@config_option
def serve(trainer: bool, host: str, port: int, browser: bool, config: Path) -> None:
    """Show the course in a browser, and each change as you save it.

    Mistakes appear on the page and here. Worksheets are printed when you open their PDF. Ctrl+C ends it.
    """
    from coursewright.mkdocs.running import Settings, serve_edition

    _refuse_taken_port(host, port)
    _end_tidily()
    told("Building the course …")
    with contextlib.chdir(config.parent):
        serve_edition(config, Settings("trainer" if trainer else None), told, f"{host}:{port}", browser)


def _end_tidily() -> None:
    """Have every signal to end do what Ctrl+C does, so that the temporary site is removed."""

    def stop(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):  # the latter isn't known on Windows
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)


def _refuse_taken_port(host: str, port: int) -> None:
    if why := why_taken(host, port):
        other = next_free(host, port)
        remedy = f" Another port: coursewright serve --port {other}" if other else ""
        raise click.ClickException(f"Can't serve at {host}:{port}: {why}.{remedy}")
