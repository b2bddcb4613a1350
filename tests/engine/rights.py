"""A user who has no rights: what root may do says nothing about what others meet."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534

needs_rights = pytest.mark.skipif(not hasattr(os, "seteuid"), reason="a system with other rights")


@contextmanager
def without_rights() -> Iterator[Path]:
    """A folder for everyone, while this process has the rights of no particular user."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        if os.geteuid() == 0:
            os.seteuid(NOBODY)
        try:
            yield Path(folder)
        finally:
            os.seteuid(os.getuid())
