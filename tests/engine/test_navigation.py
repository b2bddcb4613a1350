"""The list of contents names every page that an author has written, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coursewright.drawing.navigation import navigation
from coursewright.words import load_words
from tests.engine import pages
from tests.engine.half_course import FRONTS, PLACES, Half, write_course


def _paths(entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, str):
            yield entry
        else:
            for inside in entry.values():
                yield from _paths(inside)


def test_pages_in_folders_are_sections(tmp_path: Path) -> None:
    write_course(tmp_path, Half("whole", PLACES["module"], FRONTS["module"]))
    for path, title in {
        "about.md": "About",
        "more/index.md": "More <b>",
        "more/a.md": "A",
        "more/deep-down/b.md": "B",
        "lessons/index.md": "All",
        "workshops/index.md": "Days",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(f"---\ntitle: {title}\n---\n", encoding="utf-8")
    build = pages.build(tmp_path)
    drawn = navigation(build.course, build.made_pages, load_words("en"))
    listed = list(_paths(drawn))
    assert sorted(listed) == sorted(set(listed))
    assert {page.path for page in build.course.every_page()} <= set(listed)
    assert {"More &lt;b&gt;": ["more/index.md", "more/a.md"]} in drawn
    assert {"Deep down": ["more/deep-down/b.md"]} in drawn
