"""The courses that these tests look at, printed once: the processes that run tests share a cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.paper.printing import LARGE_PRINT, WORKSHOP, Job, Printed, job
from tests.engine.sharing import alone


@pytest.fixture(scope="session")
def shelf(into: Path) -> Path:
    """A folder that all processes of this run share."""
    folder = into / "shelf"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def workshop(shelf: Path) -> Printed:
    """The course with every part, in the trainer's edition."""
    with alone(shelf / "lock"):
        return job(WORKSHOP, shelf / "cache").all()


@pytest.fixture(scope="session")
def learner(shelf: Path, workshop: Printed) -> Printed:
    """The same course in the learner's edition."""
    return job(WORKSHOP, shelf / "cache", "learner").all()


@pytest.fixture(scope="session")
def large_print(shelf: Path) -> Job:
    """The same course in large print."""
    return job(WORKSHOP, shelf / "cache", text=LARGE_PRINT)


@pytest.fixture(scope="session")
def without_address(shelf: Path) -> Job:
    """The same course, for a site that has no address."""
    return job(WORKSHOP, shelf / "cache", web=False)
