"""Plugins that courses are likely to have beside ours: each does what it's for, or the build says why it can't.

They are in the dependencies of the tests. Where one would bring much along, a hook file that does the same takes its
place, in test_plugins.py.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.engine.site.building import environment
from tests.engine.site.hosting import host, lesson
from tests.engine.site.in_process import message_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>'
TEXT = """\
{{ 6 * 7 }} is the answer.

{% include-markdown "../../more.txt" %}

![A leaf](leaf.svg)
"""
MANY = """\
plugins:
  - search
  - include-markdown
  - macros
  - glightbox
  - git-revision-date-localized:
      enable_creation_date: false
  - redirects:
      redirect_maps:
        old.md: lessons/m/one.md
        older.md: my-progress.md
"""
GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@b.example")


MIKE = """\
import importlib.metadata as metadata

version = metadata.version


def without_properdocs(name):
    if name == "properdocs":
        raise metadata.PackageNotFoundError(name)
    return version(name)


metadata.version = without_properdocs
from mike.driver import main

main()
"""
"""It would build with ProperDocs if that is installed."""


def _needs(*modules: str) -> None:
    missing = [each for each in modules if find_spec(each) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def _commit(project: Path) -> None:
    for command in (["init", "--quiet", "--initial-branch=main"], ["add", "docs", "mkdocs.yml"]):
        subprocess.run([*GIT, *command], cwd=project, check=True)
    subprocess.run([*GIT, "commit", "--quiet", "--message", "A course"], cwd=project, check=True)


def _page(project: Path, path: str = "lessons/m/one.html") -> str:
    return (project / "site" / path).read_text(encoding="utf-8")


def test_several_at_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    _needs(
        "mkdocs_macros",
        "mkdocs_include_markdown_plugin",
        "mkdocs_redirects",
        "mkdocs_glightbox",
        "mkdocs_git_revision_date_localized_plugin",
    )
    files = {
        "lessons/m/one.md": lesson("One", TEXT + "\n## Part {#part}\n"),
        "lessons/m/leaf.svg": SVG,
        "more.txt": "Included words, [two](lessons/n/two.md).\n",
    }
    project = host(tmp_path, files, MANY)
    _commit(project)
    assert message_of(project, caplog) == "", caplog.text
    page = _page(project)
    assert "42 is the answer." in page
    assert 'Included words, <a href="../n/two.html">two</a>.' in page
    assert 'class="glightbox"' in page
    assert 'id="part"' in page
    assert "git-revision-date-localized-plugin" in page
    assert "git-revision-date" not in _page(project, "my-progress.html")
    assert "lessons/m/one.html" in _page(project, "old.html")
    assert "my-progress.html" in _page(project, "older.html")


def test_macros_in_a_block_are_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    _needs("mkdocs_macros")
    files = {"lessons/m/one.md": lesson("One", "Text.", "Is it {{ 6 * 7 }}?")}
    said = message_of(host(tmp_path, files, "plugins:\n  - search\n  - macros\n"), caplog)
    assert "docs/lessons/m/one.md:10:1: block-plugin" in said
    assert "`macros`" in said


def test_awesome_nav_makes_the_navigation(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    _needs("mkdocs_awesome_nav")
    files = {".nav.yml": "nav:\n  - Begin: lessons/m/one.md\n  - my-progress.md\n"}
    project = host(tmp_path, files, "plugins:\n  - search\n  - awesome-nav\n")
    assert message_of(project, caplog) == ""
    page = _page(project)
    contents = page[page.index('class="cw-nav-list') : page.index("</nav>", page.index('class="cw-nav-list'))]
    assert "Begin" in contents
    assert "Second" not in contents


LANGUAGE = "        - locale: {}\n          name: {}\n          default: {}\n          build: true\n"
I18N = "plugins:\n  - search\n  - i18n:\n      languages:\n" + LANGUAGE.format("en", "English", "true")


def test_static_i18n_with_one_language_builds_it(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    _needs("mkdocs_static_i18n")
    project = host(tmp_path, {}, I18N)
    assert message_of(project, caplog) == ""
    assert "Is it so?" in _page(project)
    assert "<my-progress" in _page(project, "my-progress.html")


def test_static_i18n_with_several_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    _needs("mkdocs_static_i18n")
    said = message_of(host(tmp_path, {}, I18N + LANGUAGE.format("de", "Deutsch", "false")), caplog)
    assert "a course has one language" in said
    assert "en, de" in said


@pytest.mark.slow
def test_mike_deploys_all_of_a_site(tmp_path: Path) -> None:
    """It loads the configuration to learn where the site is, has it built there, and commits what it finds."""
    _needs("mike")
    project = host(tmp_path, {}, "plugins:\n  - search\n  - mike\n")
    _commit(project)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    settings = {**environment(), "PATH": path, "PDF": "false", "GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig")}
    (tmp_path / "gitconfig").write_text("[user]\n\tname = A\n\temail = a@b.example\n", encoding="utf-8")
    command = [sys.executable, "-c", MIKE, "deploy", "1.0", "latest"]
    done = subprocess.run(command, cwd=project, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    tree = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "gh-pages"], cwd=project, capture_output=True, text=True, check=True
    )
    pages = {path.relative_to(project / "site").as_posix() for path in (project / "site").rglob("*.html")}
    assert len(pages) > 5
    assert {f"1.0/{page}" for page in pages} <= set(tree.stdout.split("\n"))
