"""The file by which a host tells browsers what pages may do."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.mkdocs.headers import OTHERS, policy
from tests.engine.site.building import ROOT, SMALL_COURSES, new_project
from tests.engine.site.in_process import message_of


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return new_project(tmp_path, SMALL_COURSES / "canary")


def settings(project: Path, text: str) -> None:
    """Let a project have settings of its own."""
    (project / "mkdocs.yml").unlink()
    written = f"INHERIT: {ROOT / 'mkdocs.yml'}\n{text}"
    (project / "mkdocs.yml").write_text(written, encoding="utf-8")


def test_the_policy_lets_in_nothing_of_others(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert message_of(project, caplog) == ""
    first, *lines = (project / "site/_headers").read_text(encoding="utf-8").splitlines()
    assert first == "/*"
    assert [line.strip() for line in lines] == [f"Content-Security-Policy: {policy()}", *OTHERS]
    rules = dict(each.split(" ", 1) for each in policy().split("; "))
    assert rules["default-src"] == "'none'"
    assert set(" ".join(rules.values()).split()) == {"'none'", "'self'", "data:"}


def test_what_the_author_names_is_let_in(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    scripts = "extra_javascript: [https://scripts.example/a.js, //scripts.example/b.js]\n"
    settings(project, f"{scripts}extra_css: [https://styles.example:8443/a.css]\n")
    assert message_of(project, caplog) == ""
    said = (project / "site/_headers").read_text(encoding="utf-8")
    assert "script-src 'self' https://scripts.example;" in said
    assert "style-src 'self' https://styles.example:8443;" in said


def test_an_authors_own_file_wins(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    (project / "docs/_headers").write_text("/*\n  X-Mine: yes\n", encoding="utf-8")
    assert message_of(project, caplog) == ""
    assert (project / "site/_headers").read_text(encoding="utf-8") == "/*\n  X-Mine: yes\n"


def test_without(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings(project, "extra:\n  headers: false\n")
    assert message_of(project, caplog) == ""
    assert not (project / "site/_headers").exists()


def test_neither_yes_nor_no(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings(project, "extra:\n  headers: perhaps\n")
    assert "extra.headers: expected `true` or `false`, found `perhaps`" in message_of(project, caplog)


def test_the_guide_has_the_same_policy_for_other_servers() -> None:
    guide = (ROOT / "guide/settings.md").read_text(encoding="utf-8")
    assert guide.count(f'Content-Security-Policy "{policy()}"') == 2
    for name, value in (each.split(": ") for each in OTHERS):
        assert guide.count(f'{name} "{value}"') == 2
