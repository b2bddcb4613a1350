"""What the tests of run mode begin with."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.engine.browser.conftest import NewContext, Place
from tests.engine.browser.run_mode.room import (
    SHEET,
    begin,
)
from tests.engine.site.building import SMALL_COURSES, build_small, read
from tests.engine.site.serving import Sites


@pytest.fixture(scope="module")
def workshop(sites: Sites, into: Path) -> Place:
    folder = build_small("workshop", "trainer", into, pdf=False).site  # nothing here is printed
    return Place(sites.put("workshop", folder), folder, read(SMALL_COURSES / "workshop"))


@pytest.fixture(params=["http", "file"])
def either(request: pytest.FixtureRequest, workshop: Place) -> str:
    """The run sheet from a server, and from a disk."""
    return (workshop.address if request.param == "http" else f"{workshop.folder.as_uri()}/") + SHEET


@pytest.fixture
def room(new_context: NewContext, workshop: Place) -> Page:
    return begin(new_context, workshop.address + SHEET)
