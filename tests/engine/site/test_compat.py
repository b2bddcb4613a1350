"""What an author wrote for an earlier version builds as it is, and nothing that learners saved loses its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.site.building import Edition
from tests.engine.site.old_courses import COMPAT, OldCourse, build_old, names_of

OLD: list[tuple[str, OldCourse]] = [("0.1", "course"), ("0.1", "sampler")]


@pytest.mark.parametrize("edition", ["learner", "trainer"])
@pytest.mark.parametrize(("version", "course"), OLD)
def test_a_course_of_an_earlier_version_builds_and_keeps_its_names(
    into: Path, version: str, course: OldCourse, edition: Edition, golden_update: bool
) -> None:
    found = list(names_of(build_old(version, course, edition, into).site))
    expected = COMPAT / version / f"{course}.{edition}.txt"
    if golden_update and not expected.exists():  # of a version that is new here; what an old one had stays as it is
        expected.write_text("".join(f"{line}\n" for line in found), encoding="utf-8")
    wanted = expected.read_text(encoding="utf-8").splitlines()
    assert wanted
    assert [line for line in wanted if line not in found] == []
