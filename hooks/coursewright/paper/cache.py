"""PDFs that are printed already, each under a digest of all that it depends on.

A file is written beside its place and renamed, so that a killed build leaves none that is half. Files that no build has
asked for in a while are removed.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Iterator
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
_NAME = re.compile(r"^(?P<key>[0-9a-f]{40})_(?P<pages>\d+)\.pdf$")


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
        self._kept = {key: kept for key, kept in _files(folder) if _is_whole(kept.file)}

    def find(self, key: str) -> Kept | None:
        """What is kept under a key."""
        kept = self._kept.get(key)
        try:
            if kept:
                os.utime(kept.file)
        except FileNotFoundError:
            return None
        return kept

    def keep(self, key: str, pdf: bytes, pages: int, draft: bool = False) -> Kept:
        """Keep a PDF under a key; a draft only for this build, as it is to be printed anew.

        Raises:
            CacheNotWritable: The folder can't be written.
        """
        try:
            return self._write(key, pdf, pages, draft)
        except OSError as error:
            raise CacheNotWritable(f"{self.folder}: {error.strerror}") from error

    def _write(self, key: str, pdf: bytes, pages: int, draft: bool) -> Kept:
        self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self.folder, suffix=".part", delete=False) as part:
            part.write(pdf)
        kept = Kept(self.folder / f"{key}_{pages}{'.draft' if draft else ''}.pdf", pages)
        if not draft:
            self._kept[key] = kept
        Path(part.name).replace(kept.file)
        return kept

    def tidy(self) -> None:
        """Remove what was not asked for in ``KEPT_DAYS`` days, and what a killed build has left."""
        oldest = time.time() - KEPT_DAYS * 86_400
        for path in self.folder.glob("*") if self.folder.is_dir() else ():
            with suppress(FileNotFoundError):  # another build tidies, too
                if path.stat().st_mtime < oldest:
                    path.unlink()


def key_of(html: str, docs: Path) -> str:
    """The digest of all that a PDF depends on: document, pictures, style, fonts, and the versions of the engines."""
    digest = hashlib.sha256(_engine())
    digest.update(html.encode())
    for match in _PICTURE.finditer(html):
        picture = docs / unquote(match[1])
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


def _files(folder: Path) -> Iterator[tuple[str, Kept]]:
    for path in folder.glob("*.pdf") if folder.is_dir() else ():
        if match := _NAME.match(path.name):
            yield match["key"], Kept(path, int(match["pages"]))


def _is_whole(file: Path) -> bool:
    """Whether a file begins and ends as a PDF does: a full disk, or someone's hand, may have cut it."""
    try:
        with file.open("rb") as stream:
            start = stream.read(5)
            stream.seek(max(0, file.stat().st_size - 16))
            return start == b"%PDF-" and b"%%EOF" in stream.read()
    except FileNotFoundError:  # another build has tidied it away
        return False
