"""A build can be repeated, byte for byte: on another day, in another folder, by another process."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree
from mkdocs import utils

from tests.engine.site.building import ROOT, SMALL_COURSES, build, digests, new_project, replace_in
from tests.engine.site.in_process import message_of

SETTINGS = "site_url: https://courses.example/tea/\nextra:\n  edition: trainer\n"


def make(folder: Path, text: str = SETTINGS) -> Path:
    """A project with a workshop that has a date."""
    project = new_project(folder, SMALL_COURSES / "workshop")
    replace_in(project / "docs/workshops/short.md", ("room: room", "room: room\ndate: 2027-03-02"))
    (project / "mkdocs.yml").unlink()
    (project / "mkdocs.yml").write_text(f"INHERIT: {ROOT / 'mkdocs.yml'}\n{text}", encoding="utf-8")
    return project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return make(tmp_path / "one")


def test_on_another_day_and_in_another_folder(
    project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert message_of(project, caplog) == ""
    first = digests(project / "site")
    assert {"sitemap.xml.gz", "workshops/short.ics", "_headers"} <= first.keys()
    monkeypatch.setattr(utils, "get_build_datetime", lambda: datetime(2031, 5, 6, tzinfo=UTC))
    assert message_of(project, caplog) == ""
    assert digests(project / "site") == first
    shutil.copytree(project / "docs", tmp_path / "docs")
    other = make(tmp_path / "two/deeper")
    shutil.rmtree(other / "docs")
    (tmp_path / "docs").rename(other / "docs")
    assert message_of(other, caplog) == ""
    assert digests(other / "site") == first


def test_the_sitemap_names_each_page(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert message_of(project, caplog) == ""
    sitemap = etree.parse(project / "site/sitemap.xml")
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    named = {str(each.text) for each in sitemap.iterfind("s:url/s:loc", space)}
    pages = {path.relative_to(project / "site").as_posix() for path in (project / "site").rglob("*.html")}
    addresses = {each.removeprefix("https://courses.example/tea/") or "index.html" for each in named}
    assert addresses == pages - {"404.html"}
    assert not list(sitemap.iterfind("s:url/s:lastmod", space))


@pytest.mark.slow
def test_with_everything_printed_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(project, project / "site").code == 0
    first = digests(project / "site")
    assert any(path.endswith(".pdf") for path in first)
    shutil.rmtree(project / ".cache")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    assert build(project, project / "site").code == 0
    assert digests(project / "site") == first
