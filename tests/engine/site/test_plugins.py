"""Together with other plugins: what they do to a page's prose is drawn, and no block is theirs to change.

The other plugin is a hook file: MkDocs runs both alike.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

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


BLOG = """\
plugins:
  - search
  - material/blog
  - material/tags
"""


def test_the_blog_and_tags_of_material_work_again_and_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A server keeps plugins from build to build."""
    one = lesson("One", "Text. [A post](../../blog/posts/a.md)").replace("minutes: 1", "minutes: 1\ntags: [a <b>]")
    files = {
        PAGE: one,
        "blog/index.md": "---\ntitle: Blog\n---\n",
        "blog/posts/a.md": "---\ntitle: Post\ndate: 2027-01-02\n---\n\nHello [one](../../lessons/m/one.md).\n",
        "tags.md": "---\ntitle: Tags\n---\n\n<!-- material/tags -->\n",
    }
    project = host(tmp_path, files, BLOG)
    for _ in range(2):
        assert message_of(project, caplog) == ""
        pages = {
            each: (project / f"site/{each}.html").read_text(encoding="utf-8")
            for each in ("blog/index", "blog/2027/01/02/post", "tags", "lessons/m/one")
        }
        assert "Post" in pages["blog/index"]
        assert 'Hello <a href="../../../../lessons/m/one.html">one</a>.' in pages["blog/2027/01/02/post"]
        assert "a &lt;b&gt;" in pages["tags"]
        assert 'class="md-tag"' in pages["lessons/m/one"]
        assert 'href="../../blog/2027/01/02/post.html"' in pages["lessons/m/one"]


def test_tags_are_drawn_without_a_plugin(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    files = {PAGE: lesson("One", "Text.").replace("minutes: 1", "minutes: 1\ntags: [a <b>]")}
    project = host(tmp_path, files)
    assert message_of(project, caplog) == ""
    assert "<li>a &lt;b&gt;</li>" in _page(project)


def test_an_authors_navigation_wins(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    nav = "nav:\n  - Start here: index.md\n  - Part:\n      - lessons/m/one.md\n      - Far: https://example.org/\n"
    project = host(tmp_path, {"more.md": "---\ntitle: More\n---\n\nText.\n"}, nav)
    assert message_of(project, caplog) == ""
    page = _page(project)
    contents = page[page.index('class="cw-nav-list') : page.index("</nav>", page.index('class="cw-nav-list'))]
    for wanted in ("Start here", "Far", "One"):
        assert wanted in contents
    assert "Second" not in contents
    (said,) = (each.getMessage() for each in caplog.records if "leaves out" in each.getMessage())
    for path in ("more.md", "lessons/n/two.md", "my-progress.md"):
        assert said.count(f"`{path}`") == 1
    assert "`index.md`" not in said


ASKING = """\
from pathlib import Path
from types import SimpleNamespace

from lxml import html
from mkdocs.structure.nav import Navigation


def on_config(config):
    template = config.theme.get_env().get_template("main.html")
    assert "Course" in template.render(config=config, nav=Navigation([], []), base_url=".", page=None)


def on_files(files, config):
    for file in files:
        assert Path(file.abs_src_path).is_file(), file


def on_page_content(content, page, config, files):
    return html.tostring(html.fromstring(content), encoding="unicode")


def on_post_build(config):
    page = SimpleNamespace(content="<p>All of it</p>", title="Print", meta={}, toc=[], url="print.html")
    template = config.theme.get_env().get_template("main.html")
    shown = template.render(config=config, nav=Navigation([], []), base_url=".", page=page)
    assert "<p>All of it</p>" in shown
    assert "<h1>Print</h1>" in shown
"""


def test_pages_that_nobody_wrote_are_like_others_for_plugins(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """They have a source, as static-i18n asks, and content, as video does; and print-site renders templates itself."""
    project = host(tmp_path, {}, "hooks:\n  - hooks/course_site.py\n  - other.py\n")
    (project / "other.py").write_text(ASKING, encoding="utf-8")
    assert message_of(project, caplog) == ""
    assert "<div></div>" not in (project / "site/my-progress.html").read_text(encoding="utf-8")


def test_who_only_loads_the_configuration_finds_it_true(tmp_path: Path) -> None:
    """mike, for one, asks where the site is, builds it by the command line, and takes it from there."""
    project = host(tmp_path, {})
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="mike", dirty=False)  # type: ignore[arg-type]
    config = config.plugins.on_config(config)
    config.plugins.on_shutdown()
    assert Path(config.site_dir) == project / "site"
    assert sorted(each.name for each in project.iterdir()) == ["base.yml", "docs", "hooks", "mkdocs.yml", "overrides"]
