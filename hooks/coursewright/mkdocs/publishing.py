"""When a site is published: after a build that MkDocs calls a success, and at no other time."""

from __future__ import annotations

import gzip
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from coursewright.mkdocs.host import host_log
from coursewright.publish import NotPublished, Publication
from coursewright.words import Words

SURE_TO_BUILD = ("build", "gh-deploy", "serve", "check", "stage")
"""Commands that build once they have the configuration. What else loads one may only want to know where the site is."""


class Publishing:
    """Where the build that is under way writes, and what becomes of that."""

    def __init__(self) -> None:
        """Prepare for builds."""
        self.command = ""
        self._publication: Publication | None = None
        self._staged: Publication | None = None

    def begin(self, config: MkDocsConfig, words: Words) -> None:
        """Let MkDocs write elsewhere than into the last site, unless it does already.

        Raises:
            PluginError: Another build is running, or the site can't be written.
        """
        if self._publication is None:
            try:
                self._publication = Publication(Path(config.site_dir))
            except NotPublished as error:
                raise PluginError(error.told(words)) from error
            config.site_dir = str(self._publication.building)

    def finish(self, config: MkDocsConfig, words: Words) -> None:
        """Put the site in its place, unless MkDocs is about to call the build a failure.

        Raises:
            PluginError: The system wouldn't.
        """
        assert self._publication
        _pack_sitemap(Path(config.site_dir, "sitemap.xml"))
        config.site_dir = str(self._publication.site)
        if self.command != "serve" and _has_warned(config):
            return
        if self.command == "stage":
            self._staged, self._publication = self._publication, None
            return
        try:
            self._publication.publish()
        except NotPublished as error:
            raise PluginError(error.told(words)) from error
        self._publication = None

    def take_staged(self) -> Publication | None:
        """A finished site that whoever runs the build is to put in its place, together with others."""
        staged, self._staged = self._staged, None
        return staged

    def discard(self) -> None:
        """Throw an unfinished site away."""
        if self._publication:
            self._publication.discard()
            self._publication = None


def _pack_sitemap(sitemap: Path) -> None:
    """Pack the map of the site without the time at which MkDocs has packed it, so that builds are the same."""
    if sitemap.is_file():
        sitemap.with_suffix(".xml.gz").write_bytes(gzip.compress(sitemap.read_bytes(), mtime=0))


def _has_warned(config: MkDocsConfig) -> bool:
    """Whether a strict build has had a warning: MkDocs counts them itself when all plugins are done, and then fails."""
    counters = (getattr(handler, "get_counts", None) for handler in host_log.handlers)
    return config.strict and any(counter and counter() for counter in counters)
