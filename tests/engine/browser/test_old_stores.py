"""Who comes back after the course has been built with a newer version finds what was answered, written and planned."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.engine.browser.conftest import NewContext
from tests.engine.browser.keeping import ZONE, Visit, put_all
from tests.engine.site.old_courses import COMPAT
from tests.engine.site.serving import Sites

STORES = sorted(COMPAT.glob("*-store.json"))


@pytest.mark.parametrize("store", STORES, ids=lambda path: path.stem)
def test_what_an_older_version_kept_is_shown(new_context: NewContext, sites: Sites, into: Path, store: Path) -> None:
    kept = json.loads(store.read_text(encoding="utf-8"))
    visit = Visit(new_context(timezone_id=ZONE), put_all(sites, into))
    visit.hold(kept["storage"])
    assert visit.shown() == kept["shown"]


def test_there_is_a_store_to_read() -> None:
    assert STORES
