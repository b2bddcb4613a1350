"""Courses as they were written for earlier versions, in tests/compat/, built by this one.

``0.1/course`` is four lessons of Machine First with their workshop, ``0.1/sampler`` the authors' sampler. Neither is
ever changed: what no longer builds is a mistake that names the new form, and a test then says which.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from lxml import html

from tests.engine.site.building import CONFIGS, ROOT, Build, Edition, build, new_project, once, pages_of, whole
from tests.engine.site.words import select

OldCourse = Literal["course", "sampler"]

COMPAT = ROOT / "tests/compat"
SNIPPETS = """INHERIT: {base}

markdown_extensions:
  pymdownx.snippets:
    base_path: ["{docs}/lessons/questions", "{docs}/lessons/worksheets"]
    check_paths: true
    dedent_subsections: true
"""
"""The configuration of the sampler, whose examples show their own sources."""


def build_old(version: str, course: OldCourse, edition: Edition, into: Path) -> Build:
    """Build a course of an earlier version without PDFs, once in a run."""
    site = into / f"{version}-{course}-{edition}"

    def make() -> Build:
        project = new_project(into / f"project-{site.name}", COMPAT / version / course)
        config = CONFIGS[edition]
        if course == "sampler":
            settings = SNIPPETS.format(base=config, docs=project / "docs")
            config = "sampler.yml"
            (project / config).write_text(settings, encoding="utf-8")
        return build(project, site, config=config, pdf=False)

    return whole(once(site, make))


def names_of(site: Path) -> Iterator[str]:
    """What learners and trainers find on each page by a name that must last, one a line: ``PAGE KIND NAME``."""
    for path in pages_of(site):
        page = html.document_fromstring(path.read_bytes())
        where = path.relative_to(site).as_posix()
        for name in dict.fromkeys((*_questions(page), *_fields(page), *_slots(page))):
            yield f"{where} {name}"


def _questions(page: html.HtmlElement) -> Iterator[str]:
    for check in select(page, "//self-check"):
        yield f"{check.get('data-kind')} {check.get('data-lesson')}/{check.get('data-question')}"


def _fields(page: html.HtmlElement) -> Iterator[str]:
    for sheet in select(page, "//work-sheet"):
        for name in select(sheet, ".//textarea/@name | .//input/@name"):
            yield f"field {sheet.get('data-lesson')}/{sheet.get('data-sheet')}/{name}"


def _slots(page: html.HtmlElement) -> Iterator[str]:
    for slot in select(page, "//@data-slot"):
        yield f"part {slot}"
