"""A lock on a file: one process holds it, and however that process ends, the system lets the next one have it."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from io import BufferedWriter
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try(file: BufferedWriter) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(file: BufferedWriter) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""How systems say that another process has the lock."""


class Held(Exception):
    """Another process has the lock."""


class Lock:
    """A lock that this process holds until it releases it or ends."""

    def __init__(self, path: Path) -> None:
        """Take the lock, without waiting for it.

        Args:
            path: The file; it's made if it isn't there, and deleted with the release.

        Raises:
            Held: Another process has it.
            OSError: The file can't be opened.
        """
        self._path = path
        self.certain = True
        """False if the disk knows no locks, as some network drives don't: nobody else is kept out then."""
        self._file = path.open("ab")
        while self._taken() and not self._is_there():  # the last holder deleted the file meanwhile
            self._file.close()
            self._file = path.open("ab")

    def _taken(self) -> bool:
        try:
            _try(self._file)
        except OSError as error:
            if error.errno in _HELD:
                self._file.close()
                raise Held(str(self._path)) from error
            self.certain = False
        return self.certain

    def _is_there(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._file.fileno()), self._path.stat())
        except FileNotFoundError:
            return False

    def __del__(self) -> None:
        """A lock that nothing holds any more is no lock; its file stays, as after the end of a process."""
        if file := getattr(self, "_file", None):
            file.close()

    def release(self) -> None:
        """Let the next process have it."""
        with suppress(OSError):  # Windows deletes no file that is open
            self._path.unlink()
        self._file.close()
        if sys.platform == "win32":
            with suppress(OSError):  # the next holder may have opened it already
                self._path.unlink()
