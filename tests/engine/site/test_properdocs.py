"""ProperDocs, the maintained fork of MkDocs, makes the same site of the same sources."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.engine.site.building import MOST_SECONDS, digests, environment
from tests.engine.site.hosting import host, lesson

MISTAKE = lesson("One", "[Gone](gone.md)")


def _build(project: Path, host_name: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", host_name, "build", "--strict", "--site-dir", f"site-{host_name}"]
    settings = {**environment(), "PDF": "false"}
    return subprocess.run(
        command, cwd=project, env=settings, capture_output=True, text=True, timeout=MOST_SECONDS, check=False
    )


@pytest.fixture(autouse=True)
def _needs_properdocs() -> None:
    if find_spec("properdocs") is None:
        pytest.skip("not installed: properdocs")


@pytest.mark.slow
def test_pages_are_the_same(tmp_path: Path) -> None:
    project = host(tmp_path, {})
    sites = {}
    for name in ("mkdocs", "properdocs"):
        done = _build(project, name)
        assert done.returncode == 0, done.stdout + done.stderr
        sites[name] = digests(project / f"site-{name}")
    assert sites["properdocs"] == sites["mkdocs"]
    assert "lessons/m/one.html" in sites["mkdocs"]


@pytest.mark.hard
def test_a_warning_keeps_the_last_site(tmp_path: Path) -> None:
    """A strict build counts warnings where its host does."""
    project = host(tmp_path, {}, "hooks:\n  - hooks/course_site.py\n  - warning.py\n")
    warning = "import logging\n\n\ndef on_post_build(config):\n    logging.getLogger('mkdocs.x').warning('Look.')\n"
    (project / "warning.py").write_text(warning, encoding="utf-8")
    done = _build(project, "properdocs")
    assert done.returncode == 1
    assert not (project / "site-properdocs").exists()


@pytest.mark.hard
def test_mistakes_are_told_in_the_same_words(tmp_path: Path) -> None:
    project = host(tmp_path, {"lessons/m/one.md": MISTAKE})
    done = _build(project, "properdocs")
    assert done.returncode == 1
    assert "docs/lessons/m/one.md:8:8: link-broken" in done.stderr
    assert "Traceback" not in done.stderr
