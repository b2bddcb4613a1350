"""A finished site takes the place of the last one in one step; a failed or killed build changes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path


class Publication:
    """Where a site is built, and where it goes when it is whole."""

    def __init__(self, site: Path) -> None:
        """Prepare a build that will end up at ``site``; what a killed build left behind is tidied up."""
        self.site = site
        self.building = site.with_name(f".{site.name}.building")
        self._old = site.with_name(f".{site.name}.old")
        if self._old.exists() and not self.site.exists():
            self._old.rename(self.site)
        self.discard()

    def publish(self) -> None:
        """Put the finished site in its place."""
        if self.site.exists():
            self.site.rename(self._old)
        try:
            self.building.rename(self.site)
        except OSError:
            if self._old.exists():
                self._old.rename(self.site)
            raise
        shutil.rmtree(self._old, ignore_errors=True)

    def discard(self) -> None:
        """Throw an unfinished site away."""
        for folder in (self.building, self._old):
            shutil.rmtree(folder, ignore_errors=True)
