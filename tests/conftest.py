"""Options of the tests."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

# Made-up sources are the same in every run, so that a test that passed here passes elsewhere. To look for more:
# `pytest tests/engine/test_properties.py --hypothesis-profile thorough`.
settings.register_profile(
    "steady", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", parent=settings.get_profile("steady"), derandomize=False, max_examples=3_000)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update",
        action="store_true",
        help="write what the cases come to now into their expectations; then look at the difference",
    )


@pytest.fixture
def golden_update(request: pytest.FixtureRequest) -> bool:
    """Whether to rewrite expectations."""
    return bool(request.config.getoption("--golden-update"))
