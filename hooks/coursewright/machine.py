"""What this machine has and lacks for printing and serving a course: a table of needs, and a look at each of them.

Nothing here loads WeasyPrint, which takes most of a second; the libraries that it loads are asked for by their names.
Knows nothing but the standard library, as `tools/set_up.py` asks it before all else is installed.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import multiprocessing
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

State = Literal["ok", "degraded", "missing"]

OLDEST_PYTHON = (3, 11)
ROOM = 500_000_000
"""Bytes on the disk below which a build may run out of room: a site, its PDFs and their cache."""
PAPER_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
"""What Debian and Ubuntu call the libraries that WeasyPrint loads."""


@dataclass(frozen=True)
class Finding:
    """What was found of one need."""

    name: str
    state: State
    """Degraded: it works, though not as well as it could."""
    meaning: str
    """What that means for a course, in one line."""
    remedy: str = ""
    """The command that helps, or what to do; nothing where all is well."""

    def __str__(self) -> str:
        """The finding in one line."""
        return f"{self.meaning} {self.remedy}".strip()


class Need(NamedTuple):
    """Something that printing or serving needs."""

    name: str
    probe: Callable[[Path], str]
    """What is wrong with it, or nothing; is given the project's folder."""
    worst: State
    """How a course stands without it."""
    meaning: str
    """What it means to lack it; `{found}` is what the probe says."""
    debian: str = ""
    macos: str = ""
    windows: str = ""
    remedy: str = ""
    """What to do on each system; `remedy` where that is the same, or the system is another."""


class Library(NamedTuple):
    """A library of the system, by what its file is called."""

    stem: str
    number: int = 0

    @property
    def files(self) -> tuple[str, ...]:
        """Its names on Linux, macOS and Windows."""
        stem, number = self.stem, self.number
        return (f"lib{stem}.so.{number}", f"lib{stem}.{number}.dylib", f"lib{stem}.dylib", f"lib{stem}-{number}.dll")


PANGO = (
    Library("gobject-2.0"),
    Library("pango-1.0"),
    Library("harfbuzz"),
    Library("fontconfig", 1),
    Library("pangoft2-1.0"),
)
"""What WeasyPrint loads, and does not start without."""
HARFBUZZ_SUBSET = Library("harfbuzz-subset")
"""What WeasyPrint loads where it can."""


def _python(_: Path) -> str:
    return "" if sys.version_info >= OLDEST_PYTHON else platform.python_version()


def _pango(_: Path) -> str:
    return next((library.files[0] for library in PANGO if not _loads(library)), "")


def _harfbuzz_subset(_: Path) -> str:
    return "" if _loads(HARFBUZZ_SUBSET) else HARFBUZZ_SUBSET.files[0]


def _processes(_: Path) -> str:
    try:
        multiprocessing.get_context("spawn").Lock()
    except (OSError, ImportError) as error:
        return str(error)
    return ""


def _cache(root: Path) -> str:
    folder = root / ".cache"
    try:
        made = next(each for each in (folder, *folder.parents) if each.exists())
        with tempfile.TemporaryFile(dir=made):
            return ""
    except OSError as error:
        return f"{folder}: {error.strerror}"


def _temporary(_: Path) -> str:
    try:
        with tempfile.TemporaryFile():
            return ""
    except OSError as error:
        return str(error.strerror)


def _room(root: Path) -> str:
    free = shutil.disk_usage(root).free
    return "" if free >= ROOM else f"{free // 1_000_000} MB"


_MSYS2 = "https://doc.courtbouillon.org/weasyprint/stable/first_steps.html#windows"
NEEDS = (
    Need(
        "Python",
        _python,
        "missing",
        "Coursewright needs Python 3.11 or newer; this one is {found}.",
        remedy="Install a newer Python.",
    ),
    Need(
        "Pango",
        _pango,
        "missing",
        "There are no PDFs of the worksheets: this machine lacks Pango, which sets text on paper ({found}).",
        debian=f"apt-get install --no-install-recommends {' '.join(PAPER_PACKAGES)}",
        macos="brew install pango",
        windows=f"In MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango ({_MSYS2})",
        remedy="Install the package in which your system has Pango.",
    ),
    Need(
        "HarfBuzz-Subset",
        _harfbuzz_subset,
        "degraded",
        "The PDFs are whole, but they take several times as long: this machine lacks HarfBuzz-Subset ({found}).",
        debian=f"apt-get install --no-install-recommends {PAPER_PACKAGES[-1]}",
        macos="brew install harfbuzz",
        windows=f"In MSYS2: pacman -S mingw-w64-ucrt-x86_64-harfbuzz ({_MSYS2})",
        remedy="Install the package in which your system has HarfBuzz-Subset, 4.1 or newer.",
    ),
    Need(
        "Worker processes",
        _processes,
        "degraded",
        "Worksheets are printed one after the other: this machine lets no processes work together ({found}).",
        remedy="On Linux, mount a tmpfs at /dev/shm; in a container, give it shared memory.",
    ),
    Need(
        "Cache",
        _cache,
        "missing",
        "The printed worksheets can't be kept from build to build ({found}).",
        remedy="Make that folder writable.",
    ),
    Need(
        "Temporary folder",
        _temporary,
        "missing",
        "The course can't be served or built: nothing can be written to a temporary folder ({found}).",
        remedy="Set TMPDIR to a folder that can be written.",
    ),
    Need(
        "Room on the disk",
        _room,
        "degraded",
        "The disk has {found} left, and a site with its PDFs may take more.",
        remedy="Make room, or run `make clean`.",
    ),
)


def examine(root: Path | None = None) -> tuple[Finding, ...]:
    """Look at everything that printing and serving need.

    Args:
        root: The folder of the project; the current one, if none is given.
    """
    return tuple(look_at(need.name, root) for need in NEEDS)


def look_at(name: str, root: Path | None = None) -> Finding:
    """Look at one need, by its name."""
    need = _need(name)
    found = need.probe(root or Path.cwd())
    return _finding(need, found) if found else Finding(name, "ok", f"{name}: all is well.")


def no_printing() -> Finding | None:
    """Why worksheets can't be printed on this machine, or None if they can. Takes no time worth saying."""
    found = look_at("Pango")
    return None if found.state == "ok" else found


def lacking(name: str, found: object) -> Finding:
    """What it means to lack something, for whoever has learnt that by trying."""
    return _finding(_need(name), found)


def _need(name: str) -> Need:
    return next(need for need in NEEDS if need.name == name)


def _finding(need: Need, found: object) -> Finding:
    remedies = {"debian": need.debian, "macos": need.macos, "windows": need.windows}
    return Finding(need.name, need.worst, need.meaning.format(found=found), remedies.get(system()) or need.remedy)


def system() -> str:
    """Which of the systems this is that the table has a remedy for."""
    if sys.platform == "darwin":
        return "macos"
    if sys.platform == "win32":
        return "windows"
    return "debian" if shutil.which("apt-get") else ""


def _loads(library: Library) -> bool:
    """Whether a library can be loaded; what WeasyPrint tries, in the order that finds it fastest."""
    _look_where_weasyprint_looks()
    for name in library.files:
        with suppress(OSError):
            ctypes.CDLL(name)
            return True
    found = ctypes.util.find_library(library.stem)
    with suppress(OSError):
        return bool(found and ctypes.CDLL(found))
    return False


@cache
def _look_where_weasyprint_looks() -> None:
    """On Windows, the folders where MSYS2 and GTK put their libraries."""
    if sys.platform == "win32":
        usual = r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin;C:\Program Files\GTK3-Runtime Win64\bin"
        for folder in os.environ.get("WEASYPRINT_DLL_DIRECTORIES", usual).split(";"):
            with suppress(OSError):
                os.add_dll_directory(folder)


if __name__ == "__main__":
    sys.stdout.write(json.dumps([asdict(finding) for finding in examine()]))
