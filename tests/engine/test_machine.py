"""What a machine has and lacks is told in one line each, with the line that helps."""

from __future__ import annotations

import ctypes
import ctypes.util
import multiprocessing.context
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from weasyprint.text import ffi

from coursewright import machine
from coursewright.machine import NEEDS, examine, look_at, no_printing

SYSTEMS = {"debian": "apt-get install", "macos": "brew install", "windows": "pacman", "": "nstall"}


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Hides libraries whose names hold a text."""

    def hide(part: str) -> None:
        load = ctypes.CDLL

        def loaded(name: str) -> ctypes.CDLL:
            if part in name:
                raise OSError(name)
            return load(name)

        monkeypatch.setattr(ctypes, "CDLL", loaded)
        monkeypatch.setattr(ctypes.util, "find_library", lambda name: None)

    return hide


def test_every_need_is_looked_at(tmp_path: Path) -> None:
    found = examine(tmp_path)
    assert [finding.name for finding in found] == [need.name for need in NEEDS]
    assert all("\n" not in str(finding) for finding in found)


def test_a_machine_that_prints_has_what_printing_needs() -> None:
    assert no_printing() is None
    assert look_at("Pango").state == look_at("HarfBuzz-Subset").state == "ok"
    assert not look_at("Pango").remedy


@pytest.mark.parametrize("part", ["gobject", "pango-1.0", "fontconfig", "pangoft2"])
def test_each_library_that_weasyprint_cannot_start_without_is_missed(without: Any, part: str) -> None:
    without(part)
    found = no_printing()
    assert found
    assert found.state == "missing"
    assert part in found.meaning


def test_harfbuzz_subset_alone_keeps_nobody_from_printing(without: Any) -> None:
    without("harfbuzz-subset")
    assert no_printing() is None
    assert look_at("HarfBuzz-Subset").state == "degraded"


@pytest.mark.parametrize(("system", "command"), SYSTEMS.items())
def test_each_system_is_told_its_own_command(
    without: Any, monkeypatch: pytest.MonkeyPatch, system: str, command: str
) -> None:
    without("pango")
    monkeypatch.setattr(machine, "system", lambda: system)
    found = no_printing()
    assert found
    assert command in found.remedy


def test_every_need_has_a_remedy_on_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for system in SYSTEMS:
        monkeypatch.setattr(machine, "system", lambda system=system: system)
        for need in NEEDS:
            finding = machine.lacking(need.name, "nothing")
            assert finding.remedy, (system, need.name)
            assert "{" not in str(finding)


def test_the_libraries_are_those_that_weasyprint_loads() -> None:
    source = Path(str(ffi.__file__)).read_text(encoding="utf-8")
    for library in (*machine.PANGO, machine.HARFBUZZ_SUBSET):
        assert f"'{library.files[0]}'" in source
        assert f"'{library.files[-1]}'" in source
    assert source.count("_dlopen(\n") - source.count("allow_fail=True)") == len(machine.PANGO)


def test_no_semaphores_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(_: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(multiprocessing.context.SpawnContext, "Lock", refuse)
    found = look_at("Worker processes", tmp_path)
    assert (found.state, "Function not implemented" in found.meaning) == ("degraded", True)


def test_a_cache_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file, where the folder should be", encoding="utf-8")
    found = look_at("Cache", tmp_path)
    assert (found.state, str(tmp_path / ".cache") in found.meaning) == ("missing", True)


def test_a_temporary_folder_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    assert look_at("Temporary folder", tmp_path).state == "missing"


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=3_000_000))
    found = look_at("Room on the disk", tmp_path)
    assert (found.state, "3 MB" in found.meaning) == ("degraded", True)
