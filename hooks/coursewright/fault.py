"""What nobody expected: an exception that isn't the author's mistake, told in one sentence in place of a traceback."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from pathlib import Path
from types import FrameType

_OURS = __name__.partition(".")[0]
_HOSTS = frozenset({"mkdocs", "jinja2", "markdown", "click"})
"""Programs that call plugins, templates and extensions, from which an exception only passes through them."""
_AROUND = frozenset({"watched"})
"""Functions of ours that only stand around what others do."""

_ROOM = "make room on the disk, and build again"
_RIGHTS = "give this user the right to read and write it, and build again"
_MACHINE: dict[int, str] = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EFBIG: "let this user write larger files, and build again",
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: "make the disk writable, or build into a folder on another one",
    errno.EIO: "look after the disk, and build again",
    errno.EMFILE: "let this user open more files at once, and build again",
    errno.ENFILE: "close other programs, and build again",
    errno.ENOMEM: "close other programs, and build again",
    errno.EBUSY: "close what uses it, and build again",
    errno.ENAMETOOLONG: "build into a folder with a shorter path",
}
"""What is wrong with a machine and not with a program, by the number of its error: the remedy."""


def is_machines(error: BaseException | None) -> bool:
    """Whether an exception tells of the machine: its disk, its rights, its memory."""
    return isinstance(error, OSError) and error.errno in _MACHINE


@dataclass(frozen=True, slots=True)
class Fault:
    """An exception, and the file that was read or drawn meanwhile."""

    path: str
    """As messages name it; nothing, if there was none."""
    error: BaseException

    def __str__(self) -> str:
        said = f"{self.message}; {self.remedy}"
        return said if not self.path or is_machines(self.error) else f"{self.path}: {said}"

    @property
    def message(self) -> str:
        """What happened, and in which program; or to which file, if it's the machine's fault."""
        if isinstance(self.error, OSError) and is_machines(self.error):
            file = os.fsdecode(self.error.filename2 or self.error.filename or "")
            return f"{file}: {self.error.strerror}" if file else str(self.error.strerror)
        said = " ".join(f"{type(self.error).__name__}: {self.error}".split()).removesuffix(":")
        program, where = self._origin()
        return f"{program or 'the build'} could not go on here: {said}{where}"

    @property
    def remedy(self) -> str:
        """What an author can do about it."""
        if isinstance(self.error, OSError) and self.error.errno in _MACHINE:
            return _MACHINE[self.error.errno]
        whose = self._origin()[0] or "a program"
        return f"this is a fault of {whose}, no mistake of yours: please report what the option `--verbose` shows"

    def traceback(self) -> str:
        """All that a programmer wants to know."""
        return "".join(traceback.format_exception(self.error))

    def _origin(self) -> tuple[str, str]:
        """How to name the program that raised it, and the place there."""
        called = takewhile(lambda each: each[0] not in _HOSTS, dropwhile(lambda each: each[0] in _HOSTS, self._calls()))
        chain = list(called)
        if not chain:
            return "", ""
        # What a library raises at our request is ours.
        program, file, line = next((each for each in chain if each[0] == _OURS), chain[0])
        named = "Coursewright" if program == _OURS else f"`{chain[-1][0]}`"
        named = named if file.endswith(".py") else "a template"
        return named, f" ({Path(file).name}, line {line})"

    def _calls(self) -> Iterator[tuple[str, str, int]]:
        """Program, file and line of each call that led to it, the last one first, without Python's own library."""
        for frame, line in reversed(list(traceback.walk_tb(self.error.__traceback__))):
            program = _program(frame)
            if program not in sys.stdlib_module_names and frame.f_code.co_name not in _AROUND:
                yield program, frame.f_code.co_filename, line


class Watch:
    """A context that hands an exception over as a fault, and goes on."""

    def __init__(self, path: str, keep: Callable[[Fault], None]) -> None:
        self._path, self._keep = path, keep

    def __enter__(self) -> None:
        """Begin to watch."""

    def __exit__(self, _kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> bool:
        """Keep the exception, unless it's there to end the program."""
        if isinstance(error, Exception):
            self._keep(Fault(self._path, error))
        return isinstance(error, Exception)


def _program(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", "")).partition(".")[0]
