"""Long work shows that it's alive: a bar on a terminal, and a line every few seconds where there is none."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from tqdm import tqdm

Each = TypeVar("Each")

EVERY = 10.0
"""Seconds from line to line; work that is done sooner says nothing."""


def progress(work: Iterable[Each], total: int, title: str) -> Iterator[Each]:
    """Hand on each piece of some work as it's done, and show how far it is.

    Args:
        work: The work, whose pieces are done as they are asked for.
        total: How many pieces there are.
        title: What is being done.
    """
    if sys.stderr.isatty():
        yield from tqdm(work, total=total, desc=title, unit="", leave=False)
        return
    said = time.monotonic()
    for done, each in enumerate(work, 1):
        if done < total and time.monotonic() - said >= EVERY:
            said = time.monotonic()
            sys.stderr.write(f"{title}: {done} of {total}\n")
            sys.stderr.flush()
        yield each
