"""A site is published whole or not at all, whatever ends the build."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from coursewright import publish
from coursewright.lock import Held, Lock
from coursewright.publish import NotPublished, Publication, publish_all
from coursewright.words import load_words
from tests.engine.rights import needs_rights, without_rights


class Killed(BaseException):
    """The process ends here."""


def _write(site: Path, words: str) -> None:
    site.mkdir()
    (site / "index.html").write_text(words)
    (site / f"{words}.html").write_text(words)


def _read(site: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in site.iterdir()}


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


OLD = {"index.html": "old", "old.html": "old"}
NEW = {"index.html": "new", "new.html": "new"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where the site goes; the last one stands there."""
    _write(tmp_path / "site", "old")
    return tmp_path / "site"


@pytest.fixture(params=[True, False], ids=["exchange", "rename"])
def both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """A system that exchanges two folders in one step, and one that renames them one after the other."""
    if not request.param:
        monkeypatch.setattr(publish, "exchange", lambda one, other: False)
    return bool(request.param)


def test_the_first_site(tmp_path: Path) -> None:
    publication = Publication(tmp_path / "site")
    _write(publication.building, "new")
    publication.publish()
    assert _read(tmp_path / "site") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_next_site_takes_the_place_of_the_last(site: Path, both_ways: bool) -> None:
    publication = Publication(site)
    _write(publication.building, "new")
    assert _read(site) == OLD
    publication.publish()
    assert _read(site) == NEW
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_the_site_is_built_on_the_same_disk_and_out_of_sight(site: Path) -> None:
    publication = Publication(site)
    assert publication.building.parent == site.parent
    assert publication.building.name.startswith(".")


def test_a_failed_build_leaves_the_last_site(site: Path) -> None:
    publication = Publication(site)
    _write(publication.building, "new")
    publication.discard()
    assert _read(site) == OLD
    assert _names(site.parent) == ["site"]


def test_a_build_that_wrote_nothing_leaves_the_last_site(site: Path) -> None:
    publication = Publication(site)
    with pytest.raises(NotPublished, match="Nothing was built"):
        publication.publish()
    publication.discard()
    assert _read(site) == OLD
    assert _names(site.parent) == ["site"]


def test_a_site_in_a_new_folder_leaves_none_behind_when_it_fails(tmp_path: Path) -> None:
    publication = Publication(tmp_path / "out/web/site")
    _write(publication.building, "half")
    publication.discard()
    assert _names(tmp_path) == []


def test_what_killed_builds_left_is_tidied_up(site: Path) -> None:
    for name in ("site.building", "site.building-0a1b2c3d", "site.old"):
        _write(site.with_name(f".{name}"), "half")
    site.with_name(".site.lock").touch()
    for name in (".site-trainer.building-0a1b2c3d", "site.building"):
        _write(site.with_name(name), "of another")
    Publication(site).discard()
    assert _read(site) == OLD
    assert _names(site.parent) == [".site-trainer.building-0a1b2c3d", "site", "site.building"]


def test_the_link_to_a_site_stays_and_leads_to_the_new_one(site: Path, tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    link = tmp_path / "web/current"
    link.symlink_to(site, target_is_directory=True)
    publication = Publication(link)
    _write(publication.building, "new")
    publication.publish()
    assert link.is_symlink()
    assert _read(site) == NEW
    assert (_names(tmp_path), _names(tmp_path / "web")) == (["site", "web"], ["current"])


def test_what_others_keep_hidden_in_a_site_stays(site: Path, both_ways: bool) -> None:
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref")
    (site / ".nojekyll").touch()
    publication = Publication(site)
    _write(publication.building, "new")
    (publication.building / ".nojekyll").write_text("new")
    publication.publish()
    assert (site / ".git/HEAD").read_text() == "ref"
    assert (site / ".nojekyll").read_text() == "new"
    assert (site / "new.html").is_file()


# Several builds


def test_another_build_is_refused_until_the_first_has_ended(site: Path) -> None:
    first = Publication(site)
    _write(first.building, "new")
    for _ in range(2):
        with pytest.raises(NotPublished) as refused:
            Publication(site)
        assert f"Another build is running into the folder {site}." in refused.value.told(load_words("en"))
    first.publish()
    assert _read(site) == NEW
    Publication(site).discard()
    assert _names(site.parent) == ["site"]


def _hold(path: Path, ready: Any) -> None:
    lock = Lock(path)
    ready.set()
    multiprocessing.Event().wait()
    lock.release()


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    holder = context.Process(target=_hold, args=(tmp_path / "lock", ready), daemon=True)
    holder.start()
    assert ready.wait(60)
    with pytest.raises(Held):
        Lock(tmp_path / "lock")
    holder.kill()
    holder.join()
    Lock(tmp_path / "lock").release()
    assert _names(tmp_path) == []


def test_a_lock_that_is_released_while_another_process_opens_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, opened = tmp_path / "lock", Path.open
    taken = {path: Lock(path)}

    def late(*arguments: Any, **options: Any) -> Any:
        file = opened(*arguments, **options)
        if path in taken:
            taken.pop(path).release()
        return file

    monkeypatch.setattr(Path, "open", late)
    second = Lock(path)
    monkeypatch.undo()
    with pytest.raises(Held):
        Lock(path)
    second.release()


def test_a_disk_without_locks_is_built_on_and_nothing_of_others_is_removed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr("coursewright.lock._try", refuse)
    one, two = Publication(site), Publication(site)
    for each in (one, two):
        _write(each.building, "new")
    one.publish()
    two.publish()
    assert _read(site) == NEW
    assert _names(site.parent) == ["site"]


# Several sites


def test_several_sites_are_published_or_none(site: Path, both_ways: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(site.with_name("other"), "old")
    sites = [Publication(site), Publication(site.with_name("first")), Publication(site.with_name("other"))]
    for each in sites[:2]:
        _write(each.building, "new")
    with pytest.raises(NotPublished, match="Nothing was built"):
        publish_all(sites)
    assert (_read(site), _read(site.with_name("other"))) == (OLD, OLD)
    assert not site.with_name("first").exists()
    _write(sites[2].building, "new")
    publish_all(sites)
    assert _names(site.parent) == ["first", "other", "site"]
    assert [_read(site.with_name(name)) for name in ("first", "other", "site")] == [NEW] * 3


# Folders that can't be written


@needs_rights
@pytest.mark.parametrize("locked", ["", "site", "site/assets/deep"])
def test_a_folder_that_cannot_be_written_is_told_before_anything_is_built(locked: str) -> None:
    with without_rights() as folder:
        around = folder / "around"
        around.mkdir()
        _write(around / "site", "old")
        (around / "site/assets/deep").mkdir(parents=True)
        (around / locked).chmod(0o555)
        with pytest.raises(NotPublished) as refused:
            Publication(around / "site")
        said = refused.value.told(load_words("en"))
        assert str(around / locked) in said
        assert "writable" in said
        (around / locked).chmod(0o755)
        assert _names(around) == ["site"]
        assert _names(around / "site") == ["assets", "index.html", "old.html"]


def test_a_file_in_the_place_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(NotPublished) as refused:
        Publication(tmp_path / "site")
    assert "is a file" in refused.value.told(load_words("en"))
    assert _names(tmp_path) == ["site"]


def test_read_only_folders_in_what_is_removed(site: Path) -> None:
    left = site.with_name(".site.building-0a1b2c3d")
    _write(left, "half")
    (left / "deep").mkdir()
    (left / "deep/file").touch()
    (left / "deep").chmod(0o555)
    Publication(site).discard()
    assert _names(site.parent) == ["site"]


# Killed at any step


@pytest.mark.parametrize("steps", range(7))
def test_killed_while_publishing(site: Path, steps: int, both_ways: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    publication = Publication(site)
    _write(publication.building, "new")
    done = 0

    def step(action: Callable[..., Any]) -> Callable[..., Any]:
        def or_die(*arguments: Any, **options: Any) -> Any:
            nonlocal done
            if done >= steps:
                raise Killed
            done += 1
            return action(*arguments, **options)

        return or_die

    with monkeypatch.context() as patched:
        for holder, name in ((Path, "rename"), (shutil, "rmtree"), (publish, "exchange"), (Path, "unlink")):
            patched.setattr(holder, name, step(getattr(holder, name)))
        patched.setattr(Publication, "put_back", lambda _: None)  # a process that is killed does nothing more
        with suppress(Killed):
            publication.publish()
    publication.__dict__.clear()  # the system closes the file of its lock
    if both_ways:
        assert _read(site) in (OLD, NEW)
    again = Publication(site)
    assert _read(site) in (OLD, NEW)
    _write(again.building, "new")
    again.publish()
    assert _read(site) == NEW
    assert _names(site.parent) == ["site"]
