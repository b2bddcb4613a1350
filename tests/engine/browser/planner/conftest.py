"""What the tests of the planner begin with."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.engine.browser.conftest import Place
from tests.engine.browser.planner.planning import (
    open_plan,
)
from tests.engine.site.building import SMALL_COURSES, build_small, read


@pytest.fixture(scope="session")
def planning_file(into: Path) -> Place:
    folder = build_small("plan", "trainer", into).site
    return Place(f"{folder.as_uri()}/", folder, read(SMALL_COURSES / "plan"))


@pytest.fixture
def plan(page: Page, planning: Place) -> Page:
    return open_plan(page, planning)
