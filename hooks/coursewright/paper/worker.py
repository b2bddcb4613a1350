"""Printing in a process of its own: what is printed is kept at once, and the process ends with the build."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from pathlib import Path
from typing import Any, NamedTuple

from coursewright.paper.cache import Kept, keep
from coursewright.paper.printer import print_document


class Done(NamedTuple):
    """A document that has been printed and kept."""

    kept: Kept
    complaints: tuple[str, ...]
    """What the printer could not do as the document says."""
    notices: tuple[str, ...]
    """What the printer or a library of it said of itself or of the machine."""


def print_and_keep(html: str, key: str, docs: Path, cache: Path) -> Done:
    """Print a document and keep it, so that no end of the build loses it.

    Args:
        html: The document.
        key: The digest under which it's kept.
        docs: The folder of the sources, from which its pictures come.
        cache: The folder in which PDFs are kept.

    Raises:
        LibraryMissing: The system lacks Pango.
        CacheNotWritable: The folder can't be written.
    """
    printed = print_document(html, docs)
    kept = keep(cache, key, printed.pdf, printed.pages, draft=bool(printed.complaints))
    return Done(kept, printed.complaints, printed.notices)


def end_with_parent() -> None:
    """Let this process end when the one that has started it does, even if that is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches both, and the build is the one to end
    threading.Thread(target=_watch, args=(multiprocessing.parent_process(),), daemon=True).start()


def _watch(parent: Any) -> None:
    parent.join()
    os._exit(1)
