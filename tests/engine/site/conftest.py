"""The sites that these tests look at: both editions of this project's course, and of small ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.site.building import Build, Edition, build_real, build_sampler, build_small


@pytest.fixture(scope="session")
def learner(into: Path) -> Build:
    return build_real("learner", into)


@pytest.fixture(scope="session")
def trainer(into: Path) -> Build:
    return build_real("trainer", into)


@pytest.fixture(
    scope="session",
    params=[("learner", True), ("trainer", False), pytest.param(("trainer", True), marks=pytest.mark.hard)],
    ids=["learner", "trainer", "trainer-printed"],
)
def edition(request: pytest.FixtureRequest, into: Path) -> Build:
    """Each edition in turn."""
    name: Edition
    name, pdf = request.param
    return build_real(name, into, pdf=pdf)


@pytest.fixture(scope="session")
def sampler(into: Path) -> Build:
    return build_sampler(into)


@pytest.fixture(scope="session")
def canary_learner(into: Path) -> Build:
    return build_small("canary", "learner", into)


@pytest.fixture(scope="session")
def canary_trainer(into: Path) -> Build:
    return build_small("canary", "trainer", into)


@pytest.fixture(scope="session")
def odd_words(into: Path) -> Build:
    return build_small("odd-words", "trainer", into)
