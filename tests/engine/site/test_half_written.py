"""Half-written courses through MkDocs itself: each is a list of mistakes, or a site, and under `serve` both."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.engine.half_course import FRONTS, PLACES, Half, write_course
from tests.engine.site.building import LINKED, ROOT
from tests.engine.site.in_process import message_of, shown_by_server

NOTHING = "/// question | half\n    objective: know\n\n"
HALVES = [
    Half("a question that asks nothing", PLACES["lesson"], f"{NOTHING}- [x] Yes\n    > So.\n///", "half", "question"),
    Half("a question without a body", PLACES["lesson"], f"{NOTHING}///", "half", "question"),
    Half("an opening line", PLACES["lesson"], "/// question | half", "half", "question"),
    Half("a scenario without scenes", PLACES["lesson"], f"{NOTHING}///".replace("know", "know\n    type: scenario")),
    Half("a sheet without a field", PLACES["lesson"], "/// worksheet | half\n    title: A\n///", "half", "worksheet"),
    Half("an activity", PLACES["lesson"], "/// activity | half\n", "half", "activity"),
    Half("a day without lines", PLACES["workshop"], "/// agenda\n///"),
    Half("a day left open", PLACES["workshop"], "/// agenda\n- m/half: \n"),
]


def _project(folder: Path, half: Half) -> Path:
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    write_course(folder / "docs", half)
    return folder


@pytest.mark.parametrize("half", HALVES, ids=lambda half: half.how)
def test_half_a_block_is_told(half: Half, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    front = FRONTS["workshop" if half.path == PLACES["workshop"] else "lesson"]
    project = _project(tmp_path, Half(half.how, half.path, f"{front}\n{half.text}\n", half.name, half.kind))
    said = message_of(project, caplog)
    assert re.search(rf"^docs/{half.path}:\d+:\d+: [a-z-]+ expected ", said, re.MULTILINE), said
    assert re.search(r"^\d+ mistakes? in the course:", said, re.MULTILINE)
    assert "could not go on" not in said
    assert not (project / "site").exists()


@pytest.mark.parametrize("kind", FRONTS)
@pytest.mark.parametrize("end", [1, -1])
def test_half_of_the_keys_is_told(kind: str, end: int, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = "\n".join(FRONTS[kind].splitlines()[:end])
    said = message_of(_project(tmp_path, Half(kind, PLACES[kind], text)), caplog)
    if end == 1 or kind not in ("course", "glossary", "bibliography"):  # these are whole without the last line
        assert re.search(rf"^docs/{PLACES[kind]}:\d+:\d+: [a-z-]+ expected ", said, re.MULTILINE), said
    assert "could not go on" not in said


def _server_says(half: Half, project: Path) -> list[str]:
    return [json.dumps(each) for each in shown_by_server(_project(project, half), project / "served")]


@pytest.mark.parametrize("half", HALVES, ids=lambda half: half.how)
def test_half_a_block_is_told_by_a_server_that_draws_the_rest(half: Half, tmp_path: Path) -> None:
    front = FRONTS["workshop" if half.path == PLACES["workshop"] else "lesson"]
    said = _server_says(Half(half.how, half.path, f"{front}\n{half.text}\n", half.name, half.kind), tmp_path)
    assert said
    assert not [each for each in said if "could not go on" in each]
    assert (tmp_path / "served/lessons/m/good.html").is_file()


@pytest.mark.parametrize("kind", FRONTS)
def test_a_missing_file_is_told_by_a_server_that_draws_the_rest(kind: str, tmp_path: Path) -> None:
    project = _project(tmp_path, Half(kind, PLACES[kind], FRONTS[kind]))
    (project / "docs" / PLACES[kind]).unlink()
    said = [json.dumps(each) for each in shown_by_server(project, project / "served")]
    assert not [each for each in said if "could not go on" in each]
    assert (tmp_path / "served/lessons/m/good.html").is_file()


@pytest.mark.parametrize("lists", ["modules: []", "modules: [n]", "modules: m", "modules: [m, m]"])
def test_a_module_that_no_list_names_is_drawn_by_a_server(lists: str, tmp_path: Path) -> None:
    said = _server_says(Half(lists, PLACES["course"], FRONTS["course"].replace("modules: [m]", lists)), tmp_path)
    assert said
    assert not [each for each in said if "could not go on" in each]
    assert (tmp_path / "served/lessons/m/good.html").is_file()


@pytest.mark.parametrize("lists", ["lessons: [good]", "lessons: []", "lessons: [other]", "lessons: good"])
def test_a_lesson_that_no_list_names_is_drawn_by_a_server(lists: str, tmp_path: Path) -> None:
    module = FRONTS["module"].replace("lessons: [good, half]", lists)
    said = _server_says(Half(lists, PLACES["module"], module), tmp_path)
    assert said
    assert not [each for each in said if "could not go on" in each]
    assert (tmp_path / "served/lessons/m/half.html").is_file()
