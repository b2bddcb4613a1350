"""A finished site takes the place of the last one in one step; a failed or killed build changes nothing.

A build writes into a folder of its own beside the site, and holds a lock on the site meanwhile: so all other such
folders are what killed builds have left. Where the system can't exchange two folders, the last site steps aside for
the moment it takes; should the build be killed just then, the next one puts it back.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from coursewright.exchange import exchange
from coursewright.lock import Held, Lock
from coursewright.words import Words


class NotPublished(Exception):
    """There's no new site, and the last one is as it was."""

    def __init__(self, key: str, site: Path, found: object = "") -> None:
        """Say why.

        Args:
            key: The key of the sentence for the person who builds.
            site: Where the site was to be.
            found: What the system said.
        """
        super().__init__(f"{key}: {site}: {found}")
        self._key, self._values = key, {"site": site, "found": found}

    def told(self, words: Words) -> str:
        """The sentence."""
        return words.of(self._key, **self._values)


class Publication:
    """Where a site is built, and where it goes when it's whole."""

    def __init__(self, site: Path) -> None:
        """Prepare a build that will end up at ``site``; what killed builds left behind is tidied up.

        Raises:
            NotPublished: Another build is running, or the site couldn't be written.
        """
        self.site = site
        self._place = Path(os.path.realpath(site))  # a link stays; the folder that it leads to is replaced
        self._old = self._beside("old")
        self.building = self._beside(f"building-{secrets.token_hex(4)}")
        self._undo: list[Callable[[], object]] = []
        """What puts the last site back, the last step first."""
        self._lock: Lock | None = None
        self._made = [each for each in self._place.parents if not each.exists()]
        with self._writing():
            self._place.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._begin()
        except BaseException:
            self._release()
            raise

    def _begin(self) -> None:
        with self._writing():
            try:
                self._lock = Lock(self._beside("lock"))
            except Held as error:
                raise NotPublished("publish.busy", self.site) from error
        if self._old.exists() and not self._place.exists():
            with self._writing():
                self._old.rename(self._place)
        if self._place.exists() and not self._place.is_dir():
            raise NotPublished("publish.no-folder", self.site)
        for folder in _folders(self._place):
            if not os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
                raise NotPublished("publish.unwritable", self.site, folder)
        self._tidy()

    def _beside(self, what: str) -> Path:
        return self._place.with_name(f".{self._place.name}.{what}")

    def _tidy(self) -> None:
        """Remove what others have left; without a lock one of them may be at work still."""
        if self._lock and self._lock.certain:
            left = (self._beside("building").name, self._old.name)
            for path in list(self._place.parent.iterdir()):
                if path.name.startswith(left):
                    _remove(path)

    def publish(self) -> None:
        """Put the finished site in its place.

        Raises:
            NotPublished: The system wouldn't.
        """
        publish_all([self])

    def put(self) -> None:
        """Let the new site take the place of the last one, which is still there to be put back."""
        if not self.building.is_dir():
            raise FileNotFoundError(f"Nothing was built in {self.building}")
        if self._place.exists():
            _copy_hidden(self._place, self.building)
            if exchange(self.building, self._place):
                self._undo.append(partial(exchange, self.building, self._place))
                return
            self._rename(self._place, self._old)
        self._rename(self.building, self._place)

    def put_back(self) -> None:
        """Undo ``put``, as far as it has come."""
        while self._undo:
            self._undo.pop()()

    def _rename(self, source: Path, target: Path) -> None:
        source.rename(target)
        self._undo.append(partial(target.rename, source))

    def discard(self) -> None:
        """Remove all but the site: an unfinished one, or the last one after a new one has taken its place."""
        if self._lock:
            _remove(self.building)
            if self._place.exists():
                _remove(self._old)
        self._release()

    def _release(self) -> None:
        if self._lock:
            self._lock.release()
            self._lock = None
        for folder in self._made:
            with suppress(OSError):  # it isn't empty
                folder.rmdir()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise _failed(error, self.site, self._place) from error


def publish_all(publications: Iterable[Publication]) -> None:
    """Put several finished sites in their places, all of them or none.

    Raises:
        NotPublished: The system wouldn't; all sites are as they were.
    """
    begun = list[Publication]()
    try:
        for each in publications:
            begun.append(each)
            each.put()
    except BaseException as error:
        for each in reversed(begun):
            each.put_back()
        if not isinstance(error, OSError):
            raise
        raise _failed(error, begun[-1].site, begun[-1].site) from error
    for each in begun:
        each.discard()


def _failed(error: OSError, site: Path, place: Path) -> NotPublished:
    """What the system said of a file; of the place, if it names none."""
    return NotPublished("publish.failed", site, f"{error.filename or place}: {error.strerror or error}")


def _folders(site: Path) -> Iterator[Path]:
    """A folder with all those in it; none if it isn't there."""
    return (Path(folder) for folder, _, _ in os.walk(site))


def _copy_hidden(old: Path, new: Path) -> None:
    """Keep what MkDocs never writes and therefore never clears, such as ``.git`` of a site under version control."""
    for path in old.iterdir():
        kept = new / path.name
        if path.name.startswith(".") and not kept.exists():
            if path.is_dir() and not path.is_symlink():
                shutil.copytree(path, kept, symlinks=True)
            else:
                shutil.copy2(path, kept, follow_symlinks=False)


def _remove(path: Path) -> None:
    """Remove a folder, read-only ones in it included; what another program holds on to stays for the next build."""
    if path.is_symlink() or path.is_file():
        with suppress(OSError):
            path.unlink()
        return
    shutil.rmtree(path, ignore_errors=True)
    if path.exists():
        for folder, _, files in os.walk(path):
            for name in (".", *files):
                with suppress(OSError):
                    Path(folder, name).chmod(0o700)
        shutil.rmtree(path, ignore_errors=True)
