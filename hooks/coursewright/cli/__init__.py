"""The command ``coursewright``: one file a command.

Commands talk to a person at a terminal; what they do is done by the library. The host is imported only when a command
needs it, so that ``--help`` answers at once.
"""

from __future__ import annotations

import os
from typing import Any

import click

import coursewright
from coursewright.cli.add import add
from coursewright.cli.build import build
from coursewright.cli.check import check
from coursewright.cli.doctor import doctor
from coursewright.cli.new import new
from coursewright.cli.serve import serve


class _Commands(click.Group):
    """The commands in the order in which an author meets them; what goes wrong is told in a sentence."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except OSError as error:
            if context.params["debug"] or isinstance(error, BrokenPipeError):  # click ends that one quietly
                raise
            where = f"{click.format_filename(error.filename)}: " if error.filename else ""
            raise click.ClickException(f"{where}{error.strerror or error}") from error
        except Exception as error:
            if context.params["debug"]:
                raise
            raise click.ClickException(
                f"Something failed that no message was written for: {type(error).__name__}: {error}. "
                f"To see where, type coursewright --debug {context.invoked_subcommand or ''} …"
            ) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--debug", is_flag=True, help="Show where a command failed.")
@click.version_option(coursewright.__version__, message="%(prog)s %(version)s")
def main(debug: bool) -> None:
    """Turn a folder of lessons into a course to read, teach and print.

    Begin with `coursewright new my-course`. Inside a course's folder, `coursewright serve` shows the course while you
    write it, and `coursewright build` writes the sites to publish.
    """
    # Material for MkDocs announces its end of life (May 2027) at every start. Known; no fault of a course.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


for _command in (new, add, serve, build, check, doctor):
    main.add_command(_command)
