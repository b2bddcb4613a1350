"""The clock of the library comes to what those of the scripts come to: the cases are those of clocks.test.js, too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coursewright.build import CourseBuild
from coursewright.drawing.told import TRAINER_SETTINGS
from coursewright.timetable import Observed, clock, timetable

CASES: dict[str, Any] = json.loads(Path(__file__).with_name("clocks.json").read_text(encoding="utf-8"))
LATE = {0: "cut"}


def _activity(number: int, minutes: int, shortest: int) -> str:
    late = "keep" if shortest == minutes else LATE.get(shortest, f"shorten to {shortest}")
    return (
        f"/// activity | a{number}\n    title: A{number}\n    minutes: {minutes}\n    if-late: {late}\n\nDo it.\n///\n"
    )


def _workshop(case: dict[str, Any]) -> str:
    slots = list(enumerate(case["slots"]))
    agenda = [f"- break {slot[1]}" if slot[0] == "break" else f"- a{number}" for number, slot in slots]
    activities = [_activity(number, *slot[1:]) for number, slot in slots if slot[0] != "break"]
    front = f"title: Workshop\nstart: {clock(case['start'])}\nend: {clock(case['end'])}"
    return "\n".join([f"---\n{front}\n---\n", "/// agenda", *agenda, "///\n", *activities])


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for path, text in {
        "course.yml": "title: Course\nmodules: [m]\n",
        "index.md": "---\ntitle: Course\n---\n\nText.\n",
        "lessons/m/index.md": "---\ntitle: Module\npurpose: Purpose\nlessons: []\n---\n",
    }.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "workshops").mkdir()
    return tmp_path


def test_scripts_have_their_numbers_from_the_library() -> None:
    assert CASES["settings"].items() <= TRAINER_SETTINGS.items()


@pytest.mark.parametrize(("minutes", "said"), CASES["times"])
def test_a_time_of_the_day(minutes: int, said: str) -> None:
    assert clock(minutes) == said


@pytest.mark.parametrize("case", CASES["off"])
def test_a_plan_that_is_off_what_it_took(case: dict[str, Any]) -> None:
    took = case["took"]
    assert Observed(took, took, took, 1).is_off(case["planned"]) == case["is"]


@pytest.mark.parametrize("case", CASES["days"])
def test_a_day(docs: Path, case: dict[str, Any]) -> None:
    (docs / "workshops" / "one.md").write_text(_workshop(case), encoding="utf-8")
    build = CourseBuild(docs, "docs", "trainer", "en")
    (day,) = timetable(build.course.workshops[0], build.course).days
    assert [slot.start for slot in day.slots] == case["starts"]
    assert max(0, -day.spare) == case["over"]
    told = [(problem.code, str(problem)) for problem in build.problems if problem.code.startswith("workshop-")]
    long = [text for code, text in told if code == "workshop-long"]
    assert len(long) == (case["over"] > 0)
    for text in long:
        cuts = [
            f"shorten `A{number}` to {minutes}" if minutes else f"leave out `A{number}` ({case['slots'][number][1]})"
            for number, minutes in case["cuts"]
        ]
        assert f"{', '.join(cuts)}; or " in text
        assert sum(text.count(word) for word in ("shorten `", "leave out `")) == len(cuts)
    breaks = [text for code, text in told if code == "workshop-break"]
    assert len(breaks) == len(case["stretches"])
    for text, (start, minutes) in zip(breaks, case["stretches"], strict=True):
        assert f"{minutes} minutes without one, from {clock(start)} on" in text
