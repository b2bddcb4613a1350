"""A machine that lacks what printing needs: one line about the machine, and a site all the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from coursewright.machine import PAPER_PACKAGES
from coursewright.paper.printer import LibraryMissing, load
from tests.engine.lacking import lacking_machine
from tests.engine.paper.printing import job, new_course
from tests.engine.site.building import Build, environment, mkdocs, new_project
from tests.engine.site.words import select

ERROR = "cannot load library 'libpango-1.0-0': error 0x7e\nAdditionally, it was not found"
STUB = f"raise OSError({ERROR!r})\n"
SHEET = "\nWords:\n____"


@pytest.fixture
def lacking(tmp_path: Path) -> Path:
    """A folder that holds a WeasyPrint as it is where Pango is missing."""
    package = tmp_path / "lacking/weasyprint"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(STUB, encoding="utf-8")
    return package.parent


@pytest.fixture
def hiding(tmp_path: Path) -> Path:
    """A folder that hides the libraries named in HIDDEN_LIBRARIES."""
    return lacking_machine(tmp_path / "hiding")


@pytest.fixture
def without_library(lacking: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(lacking)


@pytest.mark.usefixtures("without_library")
def test_a_missing_library_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing, match=r"^cannot load library 'libpango-1\.0-0': error 0x7e$"):
        load()
    printing = job(new_course(tmp_path / "docs", one=SHEET), tmp_path / "cache", "learner")
    with pytest.raises(LibraryMissing):
        printing.all()
    with pytest.raises(LibraryMissing):
        printing.one("worksheets/m/one/sheet_a4.pdf")
    assert not list(tmp_path.glob("cache/*"))


def test_what_is_printed_needs_no_library(
    tmp_path: Path, lacking: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    docs = new_course(tmp_path / "docs", one=SHEET)
    job(docs, tmp_path / "cache", "learner").all()
    request.getfixturevalue("without_library")
    assert len(job(docs, tmp_path / "cache", "learner").all().printed_files) == 8


def own_project(folder: Path) -> Path:
    """A project with two sheets in one lesson and a cache of its own."""
    docs = new_course(
        folder / "written", one=f"{SHEET}\n///\n\n/// worksheet | other\n    title: Other\n    minutes: 1\n{SHEET}"
    )
    project = new_project(folder / "project", docs)
    (project / "own.yml").write_text("INHERIT: mkdocs.yml\n", encoding="utf-8")
    return project


def build(project: Path, lacking: Path | None = None, **variables: str) -> Build:
    """Build a project as a person would."""
    paths = {"PYTHONPATH": str(lacking)} if lacking else {}
    command = mkdocs("build", "--config-file", project / "own.yml", "--site-dir", project / "site")
    settings = {name: value for name, value in environment().items() if name not in ("PDF", "PDF_TEXT", "SITE_URL")}
    done = subprocess.run(
        command, env={**settings, **paths, **variables}, capture_output=True, text=True, timeout=200, check=False
    )
    return Build(project / "site", done.returncode, done.stdout + done.stderr)


def test_a_machine_without_pango_builds_a_site_without_pdfs_and_says_so_in_one_line(
    tmp_path: Path, hiding: Path
) -> None:
    done = build(own_project(tmp_path), hiding, HIDDEN_LIBRARIES="pango")
    assert done.code == 0, done.output
    (line,) = (line for line in done.output.splitlines() if "Pango" in line)
    assert "libpango-1.0.so.0" in line
    assert all(package in line for package in PAPER_PACKAGES)
    assert "WeasyPrint" not in done.output
    assert_no_pdfs(done)


def test_a_machine_without_harfbuzz_subset_prints_all_the_same_and_says_so_in_one_line(
    tmp_path: Path, hiding: Path
) -> None:
    done = build(own_project(tmp_path), hiding, HIDDEN_LIBRARIES="harfbuzz-subset")
    assert done.code == 0, done.output
    (line,) = (line for line in done.output.splitlines() if "HarfBuzz" in line)
    assert PAPER_PACKAGES[-1] in line
    assert len(list(done.site.rglob("*.pdf"))) == 2 * (2 * 2 + 3)


def test_libraries_that_are_there_and_cannot_be_used_end_a_build_with_one_clear_message(
    tmp_path: Path, lacking: Path
) -> None:
    done = build(own_project(tmp_path), lacking)
    assert done.code != 0
    assert "Traceback" not in done.output
    (message,) = (line for line in done.output.splitlines() if "Pango" in line)
    assert "cannot load library 'libpango-1.0-0'" in message
    assert f"apt-get install {' '.join(PAPER_PACKAGES)}" in done.output
    assert "make build PDF=false" in done.output
    assert not done.site.exists()


def test_a_site_is_built_without_pdfs_where_none_are_asked_for(tmp_path: Path, hiding: Path) -> None:
    done = build(own_project(tmp_path), hiding, PDF="false", HIDDEN_LIBRARIES="pango harfbuzz")
    assert done.code == 0, done.output
    assert "Pango" not in done.output
    assert_no_pdfs(done)


def assert_no_pdfs(done: Build) -> None:
    """There are no PDFs, and no page leads to one."""
    files = {path.relative_to(done.site).as_posix() for path in done.site.rglob("*") if path.is_file()}
    assert not [path for path in files if path.endswith(".pdf")]
    assert "worksheets.html" not in files
    assert "lessons/m/one.html" in files
    for page in done.site.rglob("*.html"):
        assert not [link for link in links_of(page) if ".pdf" in link or "worksheets" in link], page.name


def links_of(page: Path) -> list[str]:
    return [str(link) for link in select(html.fromstring(page.read_bytes()), "//@href")]


def test_a_site_with_pdfs_links_to_each_of_them(tmp_path: Path) -> None:
    done = build(own_project(tmp_path), SITE_URL="https://courses.example/c/")
    assert done.code == 0, done.output
    printed = {path.relative_to(done.site).as_posix() for path in done.site.rglob("*.pdf")}
    assert len(printed) == 2 * (2 * 2 + 3)
    linked = {
        os.path.normpath((page.parent / link).relative_to(done.site))
        for page in done.site.rglob("*.html")
        for link in links_of(page)
        if ".pdf" in link
    }
    assert linked == printed


def test_a_cache_that_cannot_be_written_ends_a_build_with_its_name(tmp_path: Path) -> None:
    project = own_project(tmp_path)
    (project / ".cache").write_text("a file, where the folder should be", encoding="utf-8")
    done = build(project)
    assert done.code != 0
    assert "Traceback" not in done.output
    assert str(project / ".cache") in done.output
