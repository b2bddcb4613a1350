"""PDFs that are printed already, each under a digest of all that it depends on.

A file is written beside its place and renamed, so that a killed build leaves none that is half. Its name says what it
must hold: a digest of the key, the number of pages and the content, which is looked at whenever a build asks for it.
What a disk or a person has changed, and what comes from elsewhere, doesn't match and is printed anew. Files that no
build has asked for in a while are removed.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import time
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from coursewright.drawing.paper_links import PICTURES

KEPT_DAYS = 30

_FOLDER = Path(__file__).parent
_ENGINES = ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "fonttools", "pikepdf")
_PICTURE = re.compile(rf'"{PICTURES}([^"]*)"')
_NAME = re.compile(r"^(?P<key>[0-9a-f]{40})_(?P<pages>\d+)_(?P<seal>[0-9a-f]{40})\.pdf$")


class CacheNotWritable(Exception):
    """The folder of printed PDFs can't be written; the message names it and says why."""


class Kept(NamedTuple):
    """A PDF that is there."""

    file: Path
    pages: int


class Cache:
    """A folder of printed PDFs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._names: dict[str, list[re.Match[str]]] = {}
        for path in folder.glob("*.pdf") if folder.is_dir() else ():
            self._add(path.name)

    def _add(self, name: str) -> None:
        if match := _NAME.match(name):
            self._names.setdefault(match["key"], []).append(match)

    def find(self, key: str) -> Kept | None:
        """What is kept under a key, if it is what was kept."""
        for match in self._names.get(key, ()):
            file = self.folder / match.string
            if _holds(file, key, match["pages"], match["seal"]):
                with suppress(OSError):  # another build has tidied it away, or the folder is another user's
                    os.utime(file)
                return Kept(file, int(match["pages"]))
        return None

    def add(self, kept: Kept) -> None:
        """Take note of what has been kept since this began."""
        self._add(kept.file.name)

    def tidy(self) -> None:
        """Remove what was not asked for in ``KEPT_DAYS`` days, and what a killed build has left."""
        oldest = time.time() - KEPT_DAYS * 86_400
        for path in self.folder.glob("*") if self.folder.is_dir() else ():
            with suppress(OSError):  # another build tidies, too; what is no file is none of ours
                if path.stat().st_mtime < oldest:
                    path.unlink()


def keep(folder: Path, key: str, pdf: bytes, pages: int, draft: bool = False) -> Kept:
    """Keep a PDF in a folder under a key; a draft only for this build, as it's to be printed anew.

    Raises:
        CacheNotWritable: The folder can't be written.
    """
    name = f"{key}_{pages}_{_seal(key, str(pages), pdf)}{'.draft' if draft else ''}.pdf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = _write(folder, pdf)
        part.replace(folder / name)
    except OSError as error:
        raise CacheNotWritable(f"{folder}: {error.strerror}") from error
    return Kept(folder / name, pages)


def _write(folder: Path, pdf: bytes) -> Path:
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as part:
        try:
            part.write(pdf)
            part.flush()
        except OSError:
            Path(part.name).unlink(missing_ok=True)
            raise
    return Path(part.name)


def _seal(key: str, pages: str, pdf: bytes) -> str:
    return hashlib.sha256(b"\n".join((key.encode(), pages.encode(), pdf))).hexdigest()[:40]


def _holds(file: Path, key: str, pages: str, seal: str) -> bool:
    try:
        return file.is_file() and _seal(key, pages, file.read_bytes()) == seal
    except OSError:  # another build has tidied it away, or the disk can't read it
        return False


def key_of(html: str, docs: Path) -> str:
    """The digest of all that a PDF depends on: document, pictures, style, fonts, and the versions of the engines."""
    digest = hashlib.sha256(_engine())
    digest.update(html.encode())
    for match in _PICTURE.finditer(html):
        picture = docs / unquote(match[1])
        with suppress(OSError):  # told as a mistake of the folder
            digest.update(picture.read_bytes() if picture.is_file() else b"")
    return digest.hexdigest()[:40]


@cache
def _engine() -> bytes:
    digest = hashlib.sha256()
    for engine in _ENGINES:
        digest.update(f"{engine} {version(engine)}\n".encode())
    for path in sorted([*_FOLDER.glob("*.css"), *_FOLDER.glob("*.py"), *(_FOLDER / "fonts").glob("*.ttf")]):
        digest.update(path.read_bytes())
    return digest.digest()
