"""``coursewright new FOLDER``: a course to start from."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import click

from coursewright.cli.names import checked_title, title_of
from coursewright.cli.templates import as_yaml, course_files, write_new
from coursewright.mkdocs.languages import languages

KEPT = {".git"}
"""What may stand in a folder that counts as empty."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="The course's title. Without it, the folder's name becomes the title.")
@click.option("--language", default="en", show_default=True, help="The language of buttons and labels, such as de.")
def new(folder: Path, title: str | None, language: str) -> None:
    """Make a new course in FOLDER.

    It has a first page, a module with a lesson, and a workshop. The lesson shows what a lesson can hold, and is there
    to be replaced. Nothing that exists is overwritten.
    """
    _refuse_taken(folder)
    _refuse_language(language)
    title = checked_title(title or title_of(folder.resolve().name))
    values = {"title": as_yaml(title), "heading": title, "language": as_yaml(language)}
    for path, text in course_files(values):
        write_new(folder / path, text)
    steps = ["coursewright serve"]
    if folder.resolve() != Path.cwd():
        steps.insert(0, f"cd {_quoted(str(folder))}")
    click.echo(f"The course “{title}” is in {click.format_filename(folder)}. To see it:\n")
    click.echo("".join(f"    {step}\n" for step in steps))
    click.echo("Then change docs/lessons/first-steps/your-first-lesson.md, save it, and watch the page.")


def _refuse_taken(folder: Path) -> None:
    if folder.is_dir():
        if {path.name for path in folder.iterdir()} <= KEPT:
            return
        found = "has files in it"
    elif folder.exists() or folder.is_symlink():
        found = "is a file"
    else:
        return
    raise click.ClickException(f"{click.format_filename(folder)} {found}. Name a folder that's new or empty.")


def _refuse_language(language: str) -> None:
    known = languages()
    if language not in known:
        raise click.ClickException(f"The language {language!r} isn't known. These are: {', '.join(known)}")


def _quoted(path: str) -> str:
    """A path as one types it in a terminal."""
    if os.name != "nt":
        return shlex.quote(path)
    return f'"{path}"' if " " in path else path
