"""A site is published whole or not at all, whatever ends the build."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coursewright.publish import Publication


class Killed(BaseException):
    """The process ends here."""


def _write(site: Path, words: str) -> None:
    site.mkdir()
    (site / "index.html").write_text(words)
    (site / f"{words}.html").write_text(words)


def _read(site: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in site.iterdir()}


OLD = {"index.html": "old", "old.html": "old"}
NEW = {"index.html": "new", "new.html": "new"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where the site goes; the last one stands there."""
    _write(tmp_path / "site", "old")
    return tmp_path / "site"


def test_the_first_site(tmp_path: Path) -> None:
    publication = Publication(tmp_path / "site")
    _write(publication.building, "new")
    publication.publish()
    assert _read(tmp_path / "site") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_next_site_takes_the_place_of_the_last(site: Path) -> None:
    publication = Publication(site)
    _write(publication.building, "new")
    assert _read(site) == OLD
    publication.publish()
    assert _read(site) == NEW
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_the_site_is_built_on_the_same_disk_and_out_of_sight(site: Path) -> None:
    building = Publication(site).building
    assert building.parent == site.parent
    assert building.name.startswith(".")


def test_a_failed_build_leaves_the_last_site(site: Path) -> None:
    publication = Publication(site)
    _write(publication.building, "new")
    publication.discard()
    assert _read(site) == OLD
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_build_that_wrote_nothing_leaves_the_last_site(site: Path) -> None:
    publication = Publication(site)
    with pytest.raises(OSError, match="No such file"):
        publication.publish()
    publication.discard()
    assert _read(site) == OLD


def test_what_a_killed_build_left_is_tidied_up(site: Path) -> None:
    _write(Publication(site).building, "half")
    Publication(site)
    assert _read(site) == OLD
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("steps", "left"), [(0, OLD), (1, OLD), (2, NEW), (3, NEW)], ids=["before", "between", "after", "at the end"]
)
def test_killed_while_publishing(steps: int, left: dict[str, str], site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publication = Publication(site)
    _write(publication.building, "new")
    done = 0

    def step(action: Callable[..., Any]) -> Callable[..., Any]:
        def or_die(*arguments: Any, **options: Any) -> Any:
            nonlocal done
            if done == steps:
                raise Killed
            done += 1
            return action(*arguments, **options)

        return or_die

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", step(Path.rename))
        patched.setattr(shutil, "rmtree", step(shutil.rmtree))
        try:
            publication.publish()
        except Killed:
            assert done == steps < 3
    assert done == steps
    again = Publication(site)
    assert _read(site) == left
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    _write(again.building, "new")
    again.publish()
    assert _read(site) == NEW
