"""``coursewright build``: the sites to publish."""

from __future__ import annotations

import contextlib
from pathlib import Path
from urllib.parse import urlsplit

import click

from coursewright.cli.course_folder import config_option, shown_from_here, told
from coursewright.cli.mistakes import tell_mistakes
from coursewright.markup.context import Edition
from coursewright.problem import Problem

LARGE_PRINT = 16
EDITIONS: dict[str, tuple[Edition, ...]] = {
    "both": ("learner", "trainer"),
    "learner": ("learner",),
    "trainer": ("trainer",),
}


def _address(_context: click.Context, _option: click.Parameter, given: str | None) -> str | None:
    if given is None:
        return None
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise click.BadParameter(f"{given!r} isn't the address of a site, such as https://courses.example/my-course/")
    return given


@click.command()
@click.option(
    "--edition",
    type=click.Choice(list(EDITIONS)),
    default="both",
    show_default=True,
    help="Whose site to build.",
)
@click.option("--no-pdf", is_flag=True, help="Build without PDFs of the worksheets.")
@click.option("--large-print", is_flag=True, help=f"Print the worksheets in large print: --text {LARGE_PRINT}.")
@click.option("--text", type=click.IntRange(12, 24), metavar="POINTS", help="The size of text on worksheets, 12 to 24.")
@click.option(
    "--site-url",
    metavar="URL",
    callback=_address,
    help="Where the site will be. Printed worksheets then lead back to their lesson.",
)
@click.option(
    "-d",
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the learner's site. The trainer's has the same name with -trainer.",
)
@config_option
def build(
    edition: str,
    no_pdf: bool,
    large_print: bool,
    text: int | None,
    site_url: str | None,
    site_dir: Path | None,
    config: Path,
) -> None:
    """Write the sites to publish.

    The learner's edition goes into the folder site, the trainer's into site-trainer. With a mistake in the course
    nothing is written: the last sites stay, and all mistakes are listed.
    """
    from coursewright.mkdocs.running import Outcome, Settings, build_edition, check_edition, discard, publish

    site = site_dir.resolve() if site_dir else None
    text = text or (LARGE_PRINT if large_print else None)
    problems: list[Problem] = []
    built: dict[str, Outcome] = {}
    try:
        with contextlib.chdir(config.parent):
            for each in EDITIONS[edition]:
                settings = Settings(each, False if no_pdf else None, text, site_url)
                if problems:  # no site of one edition without the other; but all mistakes are told
                    problems += check_edition(config, settings, told, paper=not no_pdf)
                    continue
                built[each] = build_edition(config, settings, told, site)
                problems += built[each].problems
        if tell_mistakes(problems):
            raise click.exceptions.Exit(1)
        publish(built.values())
    finally:
        discard(built.values())
    for name, outcome in built.items():
        page = shown_from_here(outcome.site / "index.html")
        click.echo(f"The {name}'s edition is in {shown_from_here(outcome.site)}. Open {page}")
