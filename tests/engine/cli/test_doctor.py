"""`coursewright doctor`: what the machine has and lacks."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.engine.cli.conftest import Run


def _finding(name: str, state: str, meaning: str, remedy: str = "") -> SimpleNamespace:
    return SimpleNamespace(name=name, state=state, meaning=meaning, remedy=remedy)


FINE = _finding("Python", "ok", "Python: all is well.")
SLOW = _finding("Subset", "degraded", "Printing is slow.", "apt-get install subset")
GONE = _finding("Pango", "missing", "There are no PDFs.", "apt-get install pango")


@pytest.mark.parametrize(("findings", "code"), [((FINE, SLOW), 0), ((FINE, GONE, SLOW), 1)])
def test_each_finding_is_told_with_what_helps(
    findings: tuple[Any, ...], code: int, course: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def examine(folder: Path) -> tuple[Any, ...]:
        asked.append(folder)
        return findings

    monkeypatch.setitem(sys.modules, "coursewright.machine", SimpleNamespace(examine=examine))
    monkeypatch.chdir(course / "docs")
    done = run("doctor")
    assert done.exit_code == code
    assert asked == [course]
    for finding in findings:
        assert finding.name in done.stdout
        assert (finding.meaning in done.stdout) == (finding.state != "ok")
        assert finding.remedy in done.stdout
