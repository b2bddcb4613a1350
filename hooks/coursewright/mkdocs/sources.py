"""Files of their own for what a build makes: other plugins ask where a page was read from."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File


class Sources:
    """A temporary folder with the sources of a build."""

    def __init__(self) -> None:
        """Prepare; there's no folder before it's needed."""
        self._folder: Path | None = None

    def generated(self, config: MkDocsConfig, path: str, content: bytes) -> File:
        """A file of the site that the build makes, with a source on the disk.

        Args:
            config: The configuration.
            path: Its path, as if it stood in the docs folder.
            content: What is in it; it may be filled later.
        """
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="coursewright-"))
        file = File.generated(config, path, content=content)
        source = self._folder / path
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_bytes(content)
        file.abs_src_path = str(source)
        return file

    def clear(self) -> None:
        """Remove the folder."""
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
