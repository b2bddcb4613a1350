"""The docs folder: which files it holds, and which must not be there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coursewright.problem import Place, Problems, shown

_INDEX_NAMES = {"index.md", "readme.md"}


@dataclass(frozen=True, slots=True)
class Folder:
    """The docs folder as found: paths with ``/`` below it."""

    root: Path
    name: str
    """How messages name the folder: as the author would from the project's root."""
    files: tuple[str, ...]

    def shown_path(self, path: str) -> str:
        """A file's path as an author would open it."""
        return f"{self.name}/{path}"

    def pages(self) -> Iterator[str]:
        """The Markdown files."""
        return (path for path in self.files if path.endswith(".md"))

    def read(self, path: str, problems: Problems) -> bytes | None:
        """A file's bytes, or None, with the mistake reported."""
        try:
            return (self.root / path).read_bytes()
        except OSError as error:
            problems.report("file-unreadable", Place(self.shown_path(path)), str(error.strerror or error))
            return None


def open_folder(root: Path, name: str, problems: Problems) -> Folder:
    """List the docs folder. What leaves it by a symbolic link, or would overwrite another page, is reported."""
    real_root = root.resolve()
    files = []
    for path in sorted(_walk(root)):
        below = path.relative_to(root).as_posix()
        if path.is_symlink() and (found := _bad_link(path, real_root)):
            problems.report("file-symlink", Place(f"{name}/{below}"), found)
            continue
        files.append(below)
    folder = Folder(root, name, tuple(files))
    _report_same_addresses(folder, problems)
    return folder


def _walk(root: Path) -> Iterator[Path]:
    for directory, names, files in os.walk(root, followlinks=False):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in names:
            if (linked := Path(directory, name)).is_symlink():
                yield linked
        yield from (Path(directory, file) for file in files if not file.startswith("."))


def _bad_link(path: Path, real_root: Path) -> str:
    """What is wrong with a symbolic link, if anything is: MkDocs would follow it without a word."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "a link to nothing"
    if target.is_dir():
        return f"a link to the folder {shown(target.name)}"
    return "" if target.is_relative_to(real_root) else f"a link to {shown(target.name)} outside"


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
