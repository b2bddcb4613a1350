"""`coursewright doctor`: what the machine has and lacks."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from coursewright.machine import Finding, examine
from tests.engine.cli.conftest import Run

FINE = Finding("Python", "ok", "Python: all is well.")
SLOW = Finding("Subset", "degraded", "Printing is slow.", "apt-get install subset")
GONE = Finding("Pango", "missing", "There are no PDFs.", "apt-get install pango")


@pytest.mark.parametrize(("findings", "code"), [((FINE, SLOW), 0), ((FINE, GONE, SLOW), 1)])
def test_each_finding_is_told_with_what_helps(
    findings: tuple[Finding, ...], code: int, course: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def found(folder: Path) -> tuple[Finding, ...]:
        asked.append(folder)
        return findings

    monkeypatch.setattr(import_module("coursewright.cli.doctor"), "examine", found)
    monkeypatch.chdir(course / "docs")
    done = run("doctor")
    assert done.exit_code == code
    assert asked == [course]
    for finding in findings:
        assert finding.name in done.stdout
        assert (finding.meaning in done.stdout) == (finding.state != "ok")
        assert finding.remedy in done.stdout


def test_this_machine(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # no course is needed
    told = run("doctor").stdout
    assert not [finding.name for finding in examine(tmp_path) if finding.name not in told]
