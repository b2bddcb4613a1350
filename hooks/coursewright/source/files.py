"""The docs folder: which files it holds, and which must not be there."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from coursewright.problem import Place, Problems, shown
from coursewright.source.source import MOST_BYTES

_INDEX_NAMES = {"index.md", "readme.md"}
_WRITTEN = (".md", ".yml")
"""How files end that a course is read from; no folder is called so."""
_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Characters of a name that no address and no message can show; the last are bytes that are no UTF-8."""

_SPECIAL: dict[Callable[[int], bool], str] = {
    stat.S_ISFIFO: "a named pipe",
    stat.S_ISSOCK: "a socket",
    stat.S_ISCHR: "a device",
    stat.S_ISBLK: "a device",
    stat.S_ISDIR: "a folder",
}


@dataclass(frozen=True, slots=True)
class Folder:
    """The docs folder as found: paths with ``/`` below it."""

    root: Path
    name: str
    """How messages name the folder: as the author would from the project's root."""
    files: tuple[str, ...]
    refused: frozenset[str] = frozenset()
    """Those of the files that nobody is to read or copy, such as a named pipe: each has been reported."""
    links_folders: bool = False
    """Whether a link leads to a folder. A host would follow it, perhaps for ever."""
    foreign: tuple[str, ...] = ()
    """Folders whose pages are no part of the course."""

    def is_foreign(self, path: str) -> bool:
        """Whether a page is no part of the course."""
        return any(path.startswith(f"{folder}/") for folder in self.foreign)

    def shown_path(self, path: str) -> str:
        """A file's path as an author would open it."""
        return f"{self.name}/{path}"

    def pages(self) -> Iterator[str]:
        """The Markdown files that are read."""
        return (path for path in self.files if path.endswith(".md") and not self.is_foreign(path))

    def read(self, path: str, problems: Problems) -> bytes | None:
        """A file's bytes, or None, with the mistake reported."""
        if path in self.refused:
            return None
        place, file = Place(self.shown_path(path)), self.root / path
        try:
            if (size := file.stat().st_size) > MOST_BYTES:
                problems.report("file-too-large", place, f"{size} bytes", limit=f"{MOST_BYTES} bytes")
                return None
            return file.read_bytes()
        except OSError as error:
            problems.report("file-unreadable", place, str(error.strerror or error))
            return None


def open_folder(root: Path, name: str, problems: Problems) -> Folder:
    """List the docs folder. Whatever leaves it, can't be read, or would overwrite another page is reported."""
    walk = _Walk(root, name, problems)
    for path in sorted(walk.paths()):
        walk.look_at(path)
    folder = Folder(root, name, tuple(walk.files), frozenset(walk.refused), walk.links_folders)
    _report_same_addresses(folder, problems)
    return folder


class _Walk:
    """The docs folder while it's listed."""

    def __init__(self, root: Path, name: str, problems: Problems) -> None:
        self._root, self._name, self._problems = root, name, problems
        self._real_root = root.resolve()
        self.files: list[str] = []
        self.refused: set[str] = set()
        self.links_folders = False

    def paths(self) -> Iterator[Path]:
        """All that is in the folder but what is hidden, and folders that are nothing but folders."""
        for directory, names, files in os.walk(self._root, onerror=self._unreadable, followlinks=False):
            for name in names:
                path = Path(directory, name)
                if path.is_symlink():
                    if not name.startswith(".") or _leads_back(path):
                        yield path
                elif name.endswith(_WRITTEN):
                    yield path
            names[:] = sorted(name for name in names if not name.startswith("."))
            yield from (Path(directory, file) for file in files if not file.startswith("."))

    def look_at(self, path: Path) -> None:
        """List a path, and report what is wrong with it."""
        below = path.relative_to(self._root).as_posix()
        self.files.append(below)
        if self._is_wrong(path, self._place(below)):
            self.refused.add(below)

    def _place(self, below: str) -> Place:
        return Place(f"{self._name}/{_NO_TEXT.sub(_escaped, below)}")

    def _unreadable(self, error: OSError) -> None:
        below = Path(error.filename).relative_to(self._root).as_posix()
        self._problems.report("file-unreadable", self._place(below), str(error.strerror))

    def _is_wrong(self, path: Path, place: Place) -> bool:
        report = self._problems.report
        if path.is_symlink() and (found := _bad_link(path, self._real_root)):
            report("file-symlink", place, found)
            self.links_folders = self.links_folders or path.is_dir()
        elif found := _special(path):
            fix = "rename the folder" if path.is_dir() else "delete it, or put a plain file in its place"
            report("file-special", place, found, fix=fix)
        elif not os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids):
            report("file-unreadable", place, os.strerror(errno.EACCES))
        elif _NO_TEXT.search(path.name):
            report(
                "file-name", place, "a character that can't be shown", suggestion=f"`{_NO_TEXT.sub('-', path.name)}`"
            )
        else:
            return False
        return True


def _escaped(match: re.Match[str]) -> str:
    return repr(match[0])[1:-1]


def _leads_back(link: Path) -> bool:
    """Whether a link leads to a folder that it is in."""
    try:
        return link.parent.resolve().is_relative_to(link.resolve(strict=True))
    except (OSError, RuntimeError):
        return False


def _bad_link(path: Path, real_root: Path) -> str:
    """What is wrong with a symbolic link, if anything is: MkDocs would follow it without a word."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "a link to nothing"
    if target.is_dir():
        return f"a link to the folder {shown(target.name)}"
    return "" if target.is_relative_to(real_root) else f"a link to {shown(target.name)} outside"


def _special(path: Path) -> str:
    """What a path is, if that is no plain file."""
    try:
        mode = path.stat().st_mode
    except OSError:  # gone, or not to be looked at: whoever reads it says so
        return ""
    return next((found for is_so, found in _SPECIAL.items() if is_so(mode)), "")


def _report_same_addresses(folder: Folder, problems: Problems) -> None:
    """``a.md`` and ``a/index.md`` may share an address, and so do names that differ in case on many disks."""
    taken: dict[str, str] = {}
    for path in folder.pages():
        head, _, tail = path.rpartition("/")
        address = (head if tail.casefold() in _INDEX_NAMES else path.removesuffix(".md")).casefold()
        if address in taken:
            found = f"the address of {folder.shown_path(taken[address])}"
            problems.report("file-same-address", Place(folder.shown_path(path)), found, address=f"`{address or '/'}`")
        taken.setdefault(address, path)
