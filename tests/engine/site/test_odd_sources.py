"""Whatever an author writes, a real build tells what is wrong, or draws it: nothing goes on strike in the middle.

MkDocs, its theme, its other plugins and our templates take part, which no test of the reader sees. Each build draws a
batch of sources, one a lesson: as a server does, so that pages with mistakes are drawn as well.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.half_course import FRONTS, PLACES, Half, write_course
from tests.engine.site.building import LINKED, ROOT
from tests.engine.site.in_process import shown_by_server
from tests.engine.test_damage import DAMAGES, HARMLESS, damaged
from tests.engine.test_properties import FRONT, fronts, sources

BATCH = 12
FEW = max(2, settings().max_examples // 50)
"""Builds of a run: some in any run, more under the profile ``hard``."""


def _write(folder: Path, lessons: Sequence[str]) -> None:
    """A whole course with these lessons besides."""
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    docs = folder / "docs"
    write_course(docs, Half("whole", PLACES["module"], FRONTS["module"]))
    names = [f"odd-{number}" for number in range(len(lessons))]
    index = docs / PLACES["module"]
    index.write_text(FRONTS["module"].replace("lessons: [good", f"lessons: [{', '.join([*names, 'good'])}"))
    for name, text in zip(names, lessons, strict=True):
        index.with_name(f"{name}.md").write_bytes(text.encode("utf-8", "surrogatepass"))


def _told(lessons: Sequence[str]) -> list[dict[str, str]]:
    """What a server says of a course with these lessons; an exception that it doesn't catch goes its way."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("PDF", "false")
        _write(Path(folder), lessons)
        said = shown_by_server(Path(folder), Path(folder, "served"))
        assert Path(folder, "served/lessons/m/odd-0.html").is_file(), said
    return said


def _no_fault(said: list[dict[str, str]]) -> None:
    assert not [each for each in said if "code" not in each], json.dumps(said, indent=1)


LINKS = [
    *("http://[::1", "//[", "https://[x]/", "http://a:b/", "/", "//", "?", "#%ff", "%00", "%ff", "x%0Ay", "\\\\x", ""),
    *("javascript:x", "&#106;avascript:x", "data:text/html,x", "file:///x", "C:\\x", "mailto:", "http:", "x\u200by"),
    *("../../course.yml", "../../../../x", "good.md#%00", "a b", "&#x0;", "&#1114112;", "a&b", "<>", "é"),
]
WAYS = [
    "[it]({})",
    "![it]({})",
    "[it](<{}>)",
    "<{}>",
    '<a href="{}">it</a>',
    '<img alt="it" src="{}">',
    "[it][r]\n\n[r]: {}",
]


@pytest.mark.parametrize("way", WAYS)
def test_any_address(way: str) -> None:
    body = "/// activity | do\n    minutes: 1\n    objective: know\n\n{}\n///\n\n{}\n"
    lessons = [f"{FRONT}{body.format(way.format(link), way.format(link))}" for link in LINKS]
    _no_fault(_told(lessons))


HEADS = {
    "lesson": [
        *("template: nope.html", "template: run-sheet.html", "template: sitemap.html", "search: {boost: inf}"),
        *("formerly: ['/', '{x}']", "description: '{{ x }} {% y %}'", "tags: ['<b>', '{{ x }}']", "hide: [all]"),
    ],
    "workshop": ["date: 2027-02-30", "date: 0000-01-01", "date: 9999-12-31", "template: plan.html", "room: ''"],
    "module": ["template: worksheets.html"],
    "course": ["subtitle: '{x} %s'"],
    "glossary": ["  '|': nothing", "  '(': a bracket"],
    "bibliography": ["  url: http://[::1"],
}
"""Lines to put in place of a key, by the kind of file. There's a file for each of a lesson's and a workshop's."""


def _with(kind: str, *lines: str) -> str:
    """A file of a kind with these lines, and without what they stand for."""
    keys = tuple(f"{line.partition(':')[0]}:" for line in lines)
    kept = [each for each in FRONTS[kind].splitlines() if not each.startswith(keys)]
    end = len(kept) - 1 if "---" in kept else len(kept)
    return "\n".join([*kept[:end], *lines, *kept[end:], ""])


def test_any_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PDF", "false")
    _write(tmp_path, [_with("lesson", line) for line in HEADS["lesson"]])
    for number, line in enumerate(HEADS["workshop"]):
        (tmp_path / f"docs/workshops/odd-{number}.md").write_text(_with("workshop", line), encoding="utf-8")
    for kind in ("course", "glossary", "bibliography"):
        (tmp_path / "docs" / PLACES[kind]).write_text(_with(kind, *HEADS[kind]), encoding="utf-8")
    index = tmp_path / "docs" / PLACES["module"]
    index.write_text(index.read_text().replace("---\n", "---\ntemplate: worksheets.html\n", 1))
    said = shown_by_server(tmp_path, tmp_path / "served")
    _no_fault(said)
    told = {(each["file"], each["code"]) for each in said}
    assert {(f"docs/lessons/m/odd-{number}.md", "template-unknown") for number in range(3)} <= told
    assert {(f"docs/workshops/odd-{number}.md", "key-type") for number in range(3)} <= told
    assert {("docs/workshops/odd-3.md", "template-unknown"), ("docs/lessons/m/index.md", "template-unknown")} <= told


def test_every_damage_is_told_by_a_build_as_by_the_reader() -> None:
    bad = [each for each in DAMAGES if each.code != HARMLESS]
    said = _told([damaged(each)[0] for each in bad])
    _no_fault(said)
    told = {(each["file"], each["code"], int(each["line"])) for each in said}
    missing = [
        each.name
        for number, each in enumerate(bad)
        if (f"docs/lessons/m/odd-{number}.md", each.code, damaged(each)[1]) not in told
    ]
    assert not missing


@settings(max_examples=FEW)
@given(st.lists(st.builds(str.__add__, fronts, sources), min_size=BATCH, max_size=BATCH))
def test_any_sources(lessons: list[str]) -> None:
    _no_fault(_told(lessons))
