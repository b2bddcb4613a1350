"""What all tests of the library share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.sharing import folder_of_run


@pytest.fixture(scope="session")
def into(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what is built or printed once in a run; all its processes share it."""
    return folder_of_run(tmp_path_factory)
