"""Settings that cannot be: a sentence that names the file, the setting and what could stand there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.engine.site.building import SMALL_COURSES, new_project
from tests.engine.site.in_process import message_of

WRONG = [
    ({"theme": {"name": "material", "language": "xx"}}, "mkdocs.yml: theme.language: ", ["`xx`", "de, el, en, eo"]),
    ({"theme": {"name": "material", "language": ["en"]}}, "mkdocs.yml: theme.language: ", ["['en']"]),
    ({"theme": {"name": "material", "language": None}}, "mkdocs.yml: theme.language: ", ["`None`"]),
    ({"theme": {"name": "material", "language": "pt-RB"}}, "mkdocs.yml: theme.language: ", ["Did you mean `pt-BR`?"]),
    ({"extra": {"edition": 5}}, "mkdocs.yml: extra.edition: ", ["`5`", "`learner`, `trainer`"]),
    ({"extra": {"edition": "trainers"}}, "mkdocs.yml: extra.edition: ", ["`trainers`"]),
    ({"extra": {"edition": ["trainer"]}}, "mkdocs.yml: extra.edition: ", ["['trainer']"]),
    ({"extra": {"worksheets": True}}, "mkdocs.yml: extra.worksheets: ", ["keys and values"]),
    ({"extra": {"worksheets": {"text": "big"}}}, "mkdocs.yml: extra.worksheets.text: ", ["a whole number", "`big`"]),
    ({"extra": {"worksheets": {"text": 40}}}, "mkdocs.yml: extra.worksheets.text: ", ["up to 24", "`40`"]),
    ({"extra": {"worksheets": {"size": 1}}}, "mkdocs.yml: extra.worksheets: ", ["`pdf`, `text`", "`size`"]),
    ({"extra": 5}, "Config value 'extra'", []),
    ({"docs_dir": "nowhere"}, "Config value 'docs_dir'", ["nowhere"]),
    ({"docs_dir": "docs/index.md"}, "Config value 'docs_dir'", ["index.md"]),
    ({"docs_dir": "empty"}, "empty/course.yml:1:1: file-missing", ["with `title` and `modules`"]),
]


@pytest.mark.parametrize(("settings", "begins", "holds"), WRONG, ids=lambda value: str(value)[:50])
def test_a_wrong_setting_is_told(
    settings: dict[str, Any], begins: str, holds: list[str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = new_project(tmp_path, SMALL_COURSES / "canary")
    (project / "empty").mkdir()
    said = message_of(project, caplog, **{key: _below(project, key, value) for key, value in settings.items()})
    line = next((line for line in said.splitlines() if line.startswith(begins)), said)
    assert line.startswith(begins), said
    assert all(each in said for each in holds), said


def _below(project: Path, key: str, value: Any) -> Any:
    return str(project / value) if key == "docs_dir" else value


def test_a_language_without_words_of_ours_is_no_secret(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    project = new_project(tmp_path, SMALL_COURSES / "canary")
    assert message_of(project, caplog, theme={"name": "material", "language": "de"}) == ""
    assert any("theme.language" in said and "`de`" in said for said in caplog.messages)
