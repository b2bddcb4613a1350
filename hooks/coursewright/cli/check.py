"""``coursewright check``: every mistake of a course, and no site."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click

from coursewright.cli.course_folder import config_option, told
from coursewright.cli.mistakes import tell_mistakes
from coursewright.markup.context import Edition
from coursewright.problem import Problem

EDITIONS: tuple[Edition, ...] = ("learner", "trainer")


@click.command()
@click.option("--paper", is_flag=True, help="Print the worksheets too, for mistakes that only paper shows.")
@config_option
def check(paper: bool, config: Path) -> None:
    """List the mistakes of the course.

    Sources, links and pictures of both editions are checked; no site is written. Each mistake is told with its file,
    line and column, and the command ends with 1 if there is one.
    """
    from coursewright.mkdocs.running import Settings, check_edition

    problems: list[Problem] = []
    with contextlib.chdir(config.parent):
        for each in EDITIONS:
            problems += check_edition(config, Settings(each), told, paper)
    if tell_mistakes(problems):
        raise click.exceptions.Exit(1)
    click.echo("No mistakes." if paper else "No mistakes. With --paper, worksheets are checked on paper too.")
