"""Two folders exchange their names in one step, where the system can do that: at no moment is one of them missing."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_HERE = -100
"""Linux's AT_FDCWD: a path is meant as any program would take it."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS."""

Call = Callable[[bytes, bytes], int]


def exchange(one: Path, other: Path) -> bool:
    """Let two folders on one disk exchange their names. Gives False, with nothing done, if the system can't."""
    call = _call()
    return call is not None and call(os.fsencode(one), os.fsencode(other)) == 0


@cache
def _call() -> Call | None:
    """The system's call, or None if it has none: Windows hasn't, nor have some C libraries."""
    try:
        library = ctypes.CDLL(None)
        if sys.platform == "darwin":
            swap = library.renamex_np
            return lambda one, other: int(swap(one, other, _EXCHANGE))
        rename = library.renameat2
    except (OSError, TypeError, AttributeError):
        return None
    return lambda one, other: int(rename(_HERE, one, _HERE, other, _EXCHANGE))
