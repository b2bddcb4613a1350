"""Footnotes of what an edition leaves out are left out, and so is what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.site.hosting import host, lesson
from tests.engine.site.in_process import message_of

TEXT = """\
Said to all.[^open]

/// trainer
**Say:** it.[^say] And this.[^both] [^open]
///

[^say]: Said by trainers
    alone.[^deep]

    A second paragraph of theirs.
[^deep]: Deep in theirs.
[^both]: Read by all.
[^open]: Open to all.[^both]
"""


def _page(project: Path) -> str:
    return (project / "site/lessons/m/one.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("edition", ["learner", "trainer"])
def test_they_go_with_the_note(tmp_path: Path, caplog: pytest.LogCaptureFixture, edition: str) -> None:
    files = {"lessons/m/one.md": lesson("One", TEXT)}
    project = host(tmp_path, files, f"extra:\n  edition: {edition}\n")
    assert message_of(project, caplog) == ""
    page = _page(project)
    for theirs in ("Said by trainers", "A second paragraph of theirs", "Deep in theirs"):
        assert (theirs in page) == (edition == "trainer")
        index = (project / "site/search/search_index.json").read_text(encoding="utf-8")
        assert edition == "trainer" or theirs not in index
    for of_all in ("Read by all", "Open to all"):
        assert of_all in page


def test_one_that_nothing_refers_to_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    project = host(tmp_path, {"lessons/m/one.md": lesson("One", "Text.\n\n[^nobody]: Said.\n")})
    assert "`#fnref:nobody`" in message_of(project, caplog)
