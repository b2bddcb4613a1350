"""The course that a command works on: the folder of the nearest ``mkdocs.yml``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml")
F = TypeVar("F", bound=Callable[..., Any])


def config_option(command: F) -> F:
    """The option that names a configuration, for all commands that work on a course."""
    return click.option(
        "-f",
        "--config-file",
        "config",
        type=click.Path(dir_okay=False, path_type=Path),
        callback=lambda _context, _option, given: _found(given),
        help="The course's configuration, if it isn't the mkdocs.yml of this folder or of one above.",
    )(command)


def told(line: str) -> None:
    """Show what happens, on the channel for messages."""
    click.echo(line, err=True)


def shown_from_here(path: Path) -> str:
    """A path as short as it gets."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _found(given: Path | None) -> Path:
    if given is None:
        return _nearest_config(Path.cwd())
    if not given.is_file():
        raise click.ClickException(f"There's no file {click.format_filename(given)}.")
    return given.resolve()


def _nearest_config(start: Path) -> Path:
    for folder in (start, *start.parents):
        for name in CONFIG_NAMES:
            if (folder / name).is_file():
                return folder / name
    raise click.ClickException(
        "There's no mkdocs.yml here or in a folder above. Go to a course's folder, name its file with "
        "--config-file FILE, or make a course: coursewright new FOLDER"
    )
