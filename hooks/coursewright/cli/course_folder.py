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


def nearest_config(start: Path) -> Path | None:
    """The configuration in a folder, or else in the nearest one above."""
    files = (folder / name for folder in (start, *start.parents) for name in CONFIG_NAMES)
    return next((file for file in files if file.is_file()), None)


def _found(given: Path | None) -> Path:
    if given and not given.is_file():
        raise click.ClickException(f"There's no file {click.format_filename(given)}.")
    if config := given or nearest_config(Path.cwd()):
        return config.resolve()
    raise click.ClickException(
        "There's no mkdocs.yml here or in a folder above. Go to a course's folder, name its file with "
        "--config-file FILE, or make a course: coursewright new FOLDER"
    )
