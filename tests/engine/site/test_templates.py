"""Templates get data and call nothing of the library, escape whatever they print, and say so where it hasn't run."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes
from lxml import html

from coursewright.build import CourseBuild
from coursewright.mkdocs.site import kind_of
from coursewright.views.common import ViewContext
from coursewright.views.page import PageView, Views
from tests.engine.site.building import (
    ROOT,
    SMALL_COURSES,
    Build,
    build,
    build_edited,
    environment,
    mkdocs,
    new_project,
    pages_of,
    whole,
)

OURS = sorted((ROOT / "overrides").rglob("*.html"))
DOCUMENT = ROOT / "hooks/coursewright/paper/document.html"
OF_THE_THEME = {"super", "lang.t"}
"""What a template may call: the block that it goes before, and the texts of Material's language files."""
HOSTILE = ("<script>window.pwned", "</title></script>", '5" & <b>', "&amp;lt;", "&amp;amp;", "&amp;#34;")
"""What an odd word would look like that isn't escaped, or twice."""


ODD = '5" & <b> --> ]] </title></script><script>window.pwned=1</script> {{ 7*7 }}'
WORKSHOP = """\
---
title: 'Workshop @ODD@'
description: 'For whom @ODD@'
date: 2027-03-02
start: 9:00
end: 10:00
head-count: 6
---

Odd words are words.

/// agenda
    title: 'First day @ODD@'

- odd-own
- odd/nails
- break 5: Break @ODD@
///

/// agenda
    title: 'Second day @ODD@'

- odd-own
///

/// activity | odd-own
    title: 'Own @ODD@'
    minutes: 10
    group: 'Own group @ODD@'
    materials: ['Own thing @ODD@']

Talk.
///
""".replace("@ODD@", ODD)
"""Printing a run sheet of words as long as these is slow; so the course of odd words has no workshop of its own."""


def _called(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_called(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "?"


@pytest.mark.parametrize("path", [*OURS, DOCUMENT], ids=lambda path: path.stem)
def test_a_template_calls_nothing_of_the_library(path: Path) -> None:
    tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    assert {_called(call.node) for call in tree.find_all(nodes.Call)} <= OF_THE_THEME
    assert not list(tree.find_all((nodes.Macro, nodes.Import, nodes.FromImport)))


def _leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Each thing in a view that is no record and no collection, and where it is."""
    if is_dataclass(value):
        held = {field.name: getattr(value, field.name) for field in fields(value)}
        assert not [name for name in dir(type(value)) if not name.startswith("_") and name not in held], path
        yield from _leaves(held, path)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _leaves(each, f"{path}.{key}")
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _leaves(each, f"{path}[{number}]")
    else:
        yield path, value


def test_what_a_template_gets_is_data(tmp_path: Path) -> None:
    shutil.copytree(SMALL_COURSES / "odd-words", docs := tmp_path / "docs")
    _add_workshop(docs)
    built = CourseBuild(docs, "docs", "trainer", "en")
    context = ViewContext(
        course=built.course,
        words=built.words,
        edition=built.edition,
        print_jobs=built.print_jobs,
        address=lambda path: path,
    )
    views = Views(context, built.course_map(context.address), built.plans())
    pages = {each.path: None for each in built.made_pages} | {each.path: each for each in built.course.every_page()}
    held = {path: views.of(kind_of(path, built), path, page) for path, page in pages.items()}
    assert {name for view in held.values() for name in view} == {
        *("assessment", "coverage", "lesson", "module", "planner", "sources", "terms"),
        *("workshop", "workshops", "worksheets"),
    }
    for path, view in {"shared": views.shared, "page": {"view": PageView()}, **held}.items():
        odd = {where: value for where, value in _leaves(view, path) if not isinstance(value, str | int | None)}
        assert not odd


def _add_workshop(docs: Path) -> None:
    (docs / "workshops").mkdir()
    (docs / "workshops/odd.md").write_text(WORKSHOP, encoding="utf-8")


@pytest.fixture(scope="module")
def odd_workshop(into: Path) -> Build:
    return build_edited("odd-words", "trainer", into / "odd-workshop", _add_workshop, pdf=False)


def test_every_page_escapes_what_authors_wrote(odd_words: Build, odd_workshop: Build) -> None:
    kinds = set()
    for page in (*pages_of(odd_words.site), *pages_of(odd_workshop.site)):
        text = page.read_text(encoding="utf-8")
        assert [odd for odd in HOSTILE if odd in text] == [], page.name
        assert "5&#34; &amp; &lt;b&gt;" in text or "5&quot; &amp; &lt;b&gt;" in text, "no odd word at all"
        kinds.add(page.stem)
    assert {
        "coverage",
        "glossary",
        "bibliography",
        "keys",
        "plan",
        "worksheets",
        "workshops",
        "look-back",
        "odd",
    } <= kinds


OWN = """{% extends "main.html" %}
{% block content %}<h1>Mine</h1>{{ page.content }}{% endblock %}
{% block scripts %}{{ super() }}<!-- mine -->{% endblock %}
"""


def test_an_authors_own_template_is_drawn_as_the_host_draws_it(tmp_path: Path) -> None:
    project = new_project(tmp_path / "own", SMALL_COURSES / "workshop")
    (project / "templates").mkdir()
    (project / "templates/mine.html").write_text(OWN, encoding="utf-8")
    (project / "templates/partials").mkdir()
    (project / "templates/partials/page-name.html").write_text("<p>{{ '<i>own</i>' }}</p>", encoding="utf-8")
    (project / "docs/about.md").write_text("---\ntitle: About\ntemplate: mine.html\n---\n\nAn *own* page.\n", "utf-8")
    settings = "INHERIT: mkdocs.yml\ntheme:\n  name: material\n  custom_dir: templates\n"
    (project / "own.yml").write_text(settings, encoding="utf-8")
    site = whole(build(project, tmp_path / "site", config="own.yml", pdf=False)).site
    about = (site / "about.html").read_text(encoding="utf-8")
    assert "<p>An <em>own</em> page.</p>" in about
    assert "<!-- mine -->" in about
    assert "&lt;script" not in about
    assert "<p><i>own</i></p>" in (site / "lessons/tea/brewing.html").read_text(encoding="utf-8")


def test_without_the_plugin_a_page_says_so(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Secret\n\nA [link](other.md).\n", encoding="utf-8")
    (tmp_path / "docs/other.md").write_text("---\ntemplate: coverage.html\n---\n\n# Secret\n", encoding="utf-8")
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Plain\ntheme:\n  name: material\n  custom_dir: overrides\n", encoding="utf-8"
    )
    command = mkdocs("build", "--config-file", tmp_path / "mkdocs.yml", "--site-dir", tmp_path / "site")
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) >= 3
    for page in pages:
        text = page.read_text(encoding="utf-8")
        words = re.sub(r"\s+", " ", " ".join(map(str, html.fromstring(text).itertext())))
        assert "Built without Coursewright" in words
        assert "Secret" not in words
