"""Printing many documents: what is in the cache is taken from there, the rest is printed on all cores."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

from coursewright.machine import lacking
from coursewright.paper.cache import Cache, key_of
from coursewright.paper.printer import load
from coursewright.paper.progress import progress
from coursewright.paper.worker import Done, end_with_parent, print_and_keep

FEW = 4
"""Documents that are printed here: to start other processes would take longer."""


class PrintedFile(NamedTuple):
    """A document that has been printed."""

    file: Path
    pages: int
    complaints: tuple[str, ...] = ()


class _NoProcesses(Exception):
    """Other processes can't be started on this machine."""


class PdfPrinter:
    """Prints the documents of a course."""

    def __init__(self, docs: Path, cache: Path) -> None:
        """Prepare to print.

        Args:
            docs: The folder of the sources, from which pictures come.
            cache: The folder in which PDFs are kept.
        """
        self._docs, self._cache = docs, Cache(cache)
        self.printed = 0
        """How many documents were not in the cache."""
        self._notices: dict[str, None] = {}
        self._told: set[str] = set()

    def notices(self) -> list[str]:
        """What is to be said of the machine and its libraries; whatever has been handed out isn't said again."""
        new = [notice for notice in self._notices if notice not in self._told]
        self._told.update(new)
        return new

    def print_one(self, html: str) -> PrintedFile:
        """Print a document, or find it printed. Raises LibraryMissing."""
        key = key_of(html, self._docs)
        kept = self._cache.find(key)
        return (
            PrintedFile(*kept)
            if kept
            else self._printed_file(print_and_keep(html, key, self._docs, self._cache.folder))
        )

    def print_all(self, documents: Mapping[str, str], title: str) -> dict[str, PrintedFile]:
        """Print documents, or find them printed.

        Args:
            documents: Documents by their paths.
            title: What the progress bar says.

        Raises:
            LibraryMissing: The system lacks what printing needs, and there is something to print.
        """
        keys = {path: key_of(html, self._docs) for path, html in documents.items()}
        found = {path: kept for path, key in keys.items() if (kept := self._cache.find(key))}
        wanted = {keys[path]: html for path, html in documents.items() if path not in found}
        printed_files = {keys[path]: PrintedFile(*kept) for path, kept in found.items()}
        for key, done in self._print(wanted, title):
            printed_files[key] = self._printed_file(done)
        self._cache.tidy()
        return {path: printed_files[keys[path]] for path in documents}

    def _print(self, wanted: Mapping[str, str], title: str) -> Iterator[tuple[str, Done]]:
        if wanted:
            load()
        printing = zip(wanted, self._on_all_cores(list(wanted.items())), strict=True)
        yield from progress(printing, len(wanted), title)

    def _on_all_cores(self, documents: list[tuple[str, str]]) -> Iterator[Done]:
        cores = min(_cores(), len(documents) // FEW)
        done = 0
        if cores > 1:
            try:
                for each in self._in_processes(cores, documents):
                    yield each
                    done += 1
            except (_NoProcesses, BrokenProcessPool) as error:
                # No semaphores for want of /dev/shm, say, or a process that the system has ended for want of memory.
                self._notices[str(lacking("Worker processes", error))] = None
        for key, html in documents[done:]:
            yield print_and_keep(html, key, self._docs, self._cache.folder)

    def _in_processes(self, cores: int, documents: Sequence[tuple[str, str]]) -> Iterator[Done]:
        # Fresh processes: a fork of one that has loaded Pango and runs threads may hang.
        context = multiprocessing.get_context("spawn")
        with _findable():
            try:
                pool = ProcessPoolExecutor(cores, mp_context=context, initializer=end_with_parent)
                keys, texts = zip(*documents, strict=True)
                folders = repeat(self._docs), repeat(self._cache.folder)
                printing = pool.map(print_and_keep, texts, keys, *folders, chunksize=FEW)
            except (OSError, ImportError, NotImplementedError) as error:
                raise _NoProcesses(str(error)) from error
            with pool:
                yield from printing

    def _printed_file(self, done: Done) -> PrintedFile:
        self.printed += 1
        self._notices.update(dict.fromkeys(done.notices))
        self._cache.add(done.kept)
        return PrintedFile(*done.kept, done.complaints)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _findable() -> Iterator[None]:
    """Keep the library where new processes find it: a host that loads hooks takes their folder from the path again."""
    folder = str(Path(__file__).resolve().parent.parent.parent)
    sys.path.insert(0, folder)
    try:
        yield
    finally:
        sys.path.remove(folder)
