"""Options of the tests, and which of them `make quick` leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Made-up sources are the same in every run, so that a test that passed here passes elsewhere; `make test-hard` makes up
# ten times as many. To look for more: `pytest tests/engine/test_properties.py --hypothesis-profile thorough`.
settings.register_profile(
    "steady", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("hard", parent=settings.get_profile("steady"), max_examples=1_000)
settings.register_profile("thorough", parent=settings.get_profile("steady"), derandomize=False, max_examples=3_000)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update",
        action="store_true",
        help="write what the cases come to now into their expectations; then look at the difference",
    )


ROOM_MARKS = {"engine/browser": "browser", "engine/paper": "pdf", "engine/site": "pdf"}
"""The mark of all tests in a folder."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by their folder, before `-m` looks at marks."""
    for item in items:
        for folder, mark in ROOM_MARKS.items():
            if item.path.is_relative_to(Path(__file__).parent / folder):
                item.add_marker(mark)


@pytest.fixture
def golden_update(request: pytest.FixtureRequest) -> bool:
    """Whether to rewrite expectations."""
    return bool(request.config.getoption("--golden-update"))
