"""Processes of this machine, told by a mark in their environment, which all that they start has as well."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

MOST_SECONDS = 120
"""On whatever machine this is, and however busy it may be."""


def processes_with(mark: str) -> list[int]:
    """The processes that have a mark such as ``NAME=value`` in their environment."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            dead = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] in "ZX"
            if not dead and mark.encode() in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        except OSError:  # it has ended meanwhile
            continue
    return found


def wait_until(done: Callable[[], object]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + MOST_SECONDS
    while not done():
        assert time.monotonic() < end, "waited for too long"
        time.sleep(0.02)
