"""What went wrong in a build, told in sentences: at the terminal, and under ``serve`` on the pages.

MkDocs prints a ``PluginError`` as a sentence, and any other exception as a traceback. Its server leaves pages waiting
for ever after a build that has failed, so here no build of a server fails: it shows what is wrong, and the next save
builds anew.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.commands import serve
from mkdocs.exceptions import Abort, MkDocsException, PluginError

from coursewright.drawing.mistakes import Message, mistakes_as_json, mistakes_as_page, mistakes_as_text
from coursewright.fault import Fault, is_machines
from coursewright.mkdocs.host import build_log, host_log, log
from coursewright.problem import Problems
from coursewright.words import Words, load_words

MISTAKES_FILE = "course-problems.json"
_STYLES = "assets"
"""What every site has, and what is there in place of one has not."""


class Telling:
    """What has gone wrong in the build that is under way, and whether it has been told."""

    def __init__(self) -> None:
        """Begin a build."""
        self.problems = Problems()
        self.words: Words = load_words("en")
        self.at = ""
        """The file that is read or drawn, as messages name it."""
        self.told = False
        build_log.addFilter(_blames_no_page)

    def tell(self) -> str:
        """All mistakes and faults as a text; the tracebacks of faults are there for ``--verbose`` alone."""
        self.told = True
        for fault in self.problems.faults:
            log.debug(fault.traceback())
        return mistakes_as_text(self.problems, self.words)

    def tell_error(self, error: Exception) -> None:
        """Make a sentence of what ends a build, after the mistakes that are known.

        Raises:
            PluginError: There is more to tell than the exception says, or to tell it better.
        """
        if not isinstance(error, MkDocsException):
            self.problems.keep_fault(Fault(self.at, error))
            raise PluginError(self.tell()) from error
        if self.problems and not self.told:
            raise PluginError(f"{self.tell()}\n{error}") from error

    def show(self, error: BaseException, said: list[str], root: Path, file: str) -> None:
        """Tell at the terminal what nobody has told yet, and all of it on the pages of a served site.

        Args:
            error: What has ended the build.
            said: What MkDocs has said about it.
            root: The folder that is served.
            file: The configuration, which is to blame for what happened before anything else was read.
        """
        try:
            if isinstance(error, Exception):
                self.tell_error(error)
        except PluginError as better:
            error = better
        if not isinstance(error, Abort) and str(error) not in said:
            log.error(str(error))
        messages = () if self.problems else tuple(Message(each, file) for each in said or [str(error)])
        self.write(root, messages)
        if not (root / _STYLES).exists():
            for name in ("index.html", "404.html"):
                (root / name).write_text(mistakes_as_page(self.problems, messages, self.words), encoding="utf-8")

    def write(self, root: Path, messages: Iterable[Message] = ()) -> None:
        """Put the list where the pages of a served site look for it."""
        (root / MISTAKES_FILE).write_text(mistakes_as_json(self.problems, messages), encoding="utf-8")


def _blames_no_page(_: logging.LogRecord) -> bool:
    """Whether to let MkDocs say something: it names the page that it was writing when the disk was full, say."""
    return not is_machines(sys.exc_info()[1])


class _Overheard(logging.Handler):
    """Keeps what MkDocs says in this thread about errors, so that a page can show it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self.said.append(record.getMessage())


Build = Callable[..., None]


def never_failing(build: Build, begin: Callable[[], None], show: Callable[[BaseException, list[str]], None]) -> Build:
    """A build for a server.

    Args:
        build: The build.
        begin: Is called before it.
        show: Takes what has ended it, and what MkDocs has said.
    """

    def build_or_show(*arguments: Any, **options: Any) -> None:
        begin()
        overheard, logger = _Overheard(), host_log
        logger.addHandler(overheard)
        try:
            build(*arguments, **options)
        except (Exception, SystemExit) as error:  # MkDocs's Abort is an end of the program, too
            show(error, overheard.said)
        finally:
            logger.removeHandler(overheard)

    return build_or_show


def wrap_first_build(wrap: Callable[[Build], Build]) -> None:
    """Wrap the first build of the server: MkDocs runs it before it lets plugins have the server."""
    build: Build = vars(serve)["build"]

    def build_once(*arguments: Any, **options: Any) -> None:
        vars(serve)["build"] = build
        wrap(build)(*arguments, **options)

    vars(serve)["build"] = build_once
