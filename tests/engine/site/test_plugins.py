"""Together with other plugins: what they do to a page's prose is drawn, and no block is theirs to change.

The other plugin is a hook file: MkDocs runs both alike.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.site.hosting import host, lesson
from tests.engine.site.in_process import message_of

PAGE = "lessons/m/one.md"
TEXT = """\
{{ 6 * 7 }}

## Part {#part}

/// trainer
**Say:** Secret {{ 6 * 7 }}.
///

The end of {{ 6 * 7 }}.
"""


def _project(folder: Path, change: str, text: str = TEXT, stem: str = "Is it so?", edition: str = "learner") -> Path:
    """A project with a hook file that changes the Markdown of each page."""
    config = f"hooks:\n  - other.py\n  - hooks/course_site.py\nextra:\n  edition: {edition}\n"
    project = host(folder, {PAGE: lesson("One", text, stem)}, config)
    (project / "other.py").write_text(
        "def on_page_markdown(markdown, page, config, files):\n"
        f"    return {change} if page.file.src_uri == {PAGE!r} else markdown\n",
        encoding="utf-8",
    )
    return project


def _page(project: Path) -> str:
    return (project / "site/lessons/m/one.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("edition", ["learner", "trainer"])
def test_what_another_plugin_does_to_prose_is_drawn(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, edition: str
) -> None:
    text = TEXT.replace("Secret {{ 6 * 7 }}", "Secret")
    change = "markdown.replace('{{ 6 * 7 }}', 'forty-two') + '\\n\\n[Two](../n/two.md)\\n'"
    project = _project(tmp_path, change, text, edition=edition)
    assert message_of(project, caplog) == ""
    page = _page(project)
    assert "<p>forty-two</p>" in page
    assert "The end of forty-two." in page
    assert '<a href="../n/two.html">Two</a>' in page
    assert 'id="part"' in page
    assert page.count("Is it so?") == 1
    assert ("Secret" in page) == (edition == "trainer")


@pytest.mark.parametrize(
    ("change", "place", "what"),
    [
        ("markdown.replace('Is it', 'Was it')", "19:1", "`/// question | asked` changed"),
        ("markdown.replace('It is.', 'It was.')", "19:1", "`/// question | asked` changed"),
        ("'Nothing.'", "19:1", "`/// question | asked` removed"),
        ("'/// trainer\\nWait.\\n///\\n\\n' + markdown", "7:1", "a block added"),
        ("markdown + markdown", "7:1", "a block added"),
    ],
    ids=["stem", "feedback", "all", "added", "twice"],
)
def test_a_plugin_that_changes_a_block_is_a_mistake(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, change: str, place: str, what: str
) -> None:
    said = message_of(_project(tmp_path, change), caplog)
    assert f"docs/{PAGE}:{place}: block-plugin" in said
    assert f"found {what} by a plugin; " in said
    assert "`other.py`" in said


def test_what_another_plugin_writes_about_blocks_is_no_block(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    change = "'```\\n/// trainer\\nWait.\\n///\\n```\\n\\n' + markdown.replace('\\n\\n\\n', '\\n\\n')"
    project = _project(tmp_path, change)
    assert message_of(project, caplog) == ""
    assert "/// trainer" in _page(project)
