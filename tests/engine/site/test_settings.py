"""What an author sets, or leaves out: the first page, and the logo, colours and footer line of mkdocs.yml."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import html
from mkdocs.exceptions import PluginError

from coursewright.mkdocs.palette import palette_of
from tests.engine import pages
from tests.engine.site.building import SMALL_COURSES, Build, build, new_project, whole
from tests.engine.site.words import select

COURSE = SMALL_COURSES / "workshop"
SETTINGS = """
INHERIT: mkdocs.yml
copyright: 'Tea House, <a href="https://example.org/terms">terms</a>'
theme:
  name: material
  logo: pictures/leaf.svg
  favicon: pictures/leaf.svg
  palette:
    primary: indigo
    accent: pink
"""
LEAF = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>'
ICON = """
INHERIT: mkdocs.yml
theme:
  name: material
  icon:
    logo: material/tea
  palette:
    - scheme: slate
      primary: teal
"""


@pytest.fixture(scope="module")
def into(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("settings")


def _build(folder: Path, home: str | None, settings: str = "INHERIT: mkdocs.yml") -> Build:
    """A course with that first page, or with none, and those settings."""
    project = new_project(folder, COURSE)
    (project / "docs/index.md").unlink()
    if home is not None:
        (project / "docs/index.md").write_text(home, encoding="utf-8")
    (project / "docs/pictures").mkdir()
    (project / "docs/pictures/leaf.svg").write_text(LEAF, encoding="utf-8")
    (project / "own.yml").write_text(settings, encoding="utf-8")
    return whole(build(project, folder / "site", config="own.yml", pdf=False))


@pytest.fixture(scope="module")
def dressed(into: Path) -> Build:
    """A course with a title alone on its first page, and settings of its author's."""
    return _build(into / "dressed", "---\ntitle: Start\n---\n", SETTINGS)


@pytest.fixture(scope="module")
def plain(into: Path) -> Build:
    """A course without a first page, with an icon for its logo and a palette laid out by its author."""
    return _build(into / "plain", None, ICON)


def _page(site: Build, name: str = "index.html") -> html.HtmlElement:
    return html.document_fromstring((site.site / name).read_bytes())


def _is_a_cover(page: html.HtmlElement) -> None:
    assert [" ".join(h1.text_content().split()) for h1 in page.iter("h1")] == ["Tea"]
    (start,) = select(page, "//a[@data-continue]")
    assert start.get("href") == "lessons/tea/brewing.html"
    (course_map,) = select(page, "//section[h2[@id='course-map']]")
    assert select(course_map, ".//a[@href='lessons/tea/index.html']")
    assert select(page, "//*[@id='cw-trail-title']")


def test_a_first_page_with_a_title_alone_is_a_cover(dressed: Build) -> None:
    page = _page(dressed)
    _is_a_cover(page)
    assert [link.text_content().strip() for link in select(page, "//nav//a[@aria-current]")] == ["Start"]


def test_a_course_without_a_first_page_has_a_cover(plain: Build) -> None:
    page = _page(plain)
    _is_a_cover(page)
    assert [link.text_content().strip() for link in select(page, "//nav//a[@aria-current]")] == ["Tea"]


@pytest.mark.parametrize(
    ("text", "title", "words"),
    [
        ("", "Course", ""),
        ("---\n---\n", "Course", ""),
        ("# Start\n", "Start", ""),
        ("\n\n# Start #\n\nWelcome.\n", "Start", "Welcome."),
        ("Welcome.\n", "Course", "Welcome."),
        ("---\ndescription: Words\n---\n\n# Start\n\nWelcome.\n", "Start", "Welcome."),
    ],
    ids=["empty", "empty-keys", "heading", "heading-and-words", "words", "keys-and-heading"],
)
def test_a_first_page_that_says_little(tmp_path: Path, text: str, title: str, words: str) -> None:
    shutil.copytree(COURSE, docs := tmp_path / "docs")
    (docs / "index.md").write_text(text, encoding="utf-8")
    (docs / "course.yml").write_text("title: Course\nmodules: [tea]\n", encoding="utf-8")
    built = pages.build(docs)
    page = built.course.page("index.md")
    assert page
    assert not list(built.problems)
    assert (page.title, page.template) == (title, "home.html")
    assert "".join(str(text) for text in page.prose).strip() == words


def test_a_first_page_may_be_a_plain_one() -> None:
    read, _ = pages.read("---\ntitle: Start\ntemplate: main.html\n---\n", "index.md")
    assert read
    assert read.page.template == "main.html"


def test_a_title_is_said_once() -> None:
    _, problems = pages.read("---\ntitle: Start\n---\n\n# Start\n", "index.md")
    assert pages.codes(problems) == ["heading-first-level"]


def test_the_authors_logo_and_favicon(dressed: Build) -> None:
    for name, root in (("index.html", ""), ("lessons/tea/brewing.html", "../../")):
        page = _page(dressed, name)
        leaf = f"{root}pictures/leaf.svg"
        assert [picture.get("src") for picture in select(page, "//header//img")] == [leaf]
        assert [link.get("href") for link in select(page, "//link[@rel='icon']")] == [leaf]


def test_the_authors_icon(plain: Build) -> None:
    (brand,) = select(_page(plain), "//a[@data-md-component='logo']")
    icon = (Path(html.__file__).parents[2] / "material/templates/.icons/material/tea.svg").read_text(encoding="utf-8")
    assert [path.get("d") for path in brand.iter("path")] == [
        path.get("d") for path in html.fragment_fromstring(icon).iter("path")
    ]


def test_the_authors_footer_line(dressed: Build, plain: Build) -> None:
    for path in dressed.site.rglob("*.html"):
        footer = select(html.document_fromstring(path.read_bytes()), "//footer[contains(@class, 'md-footer')]")
        assert "Tea House, terms" in " ".join(footer[0].text_content().split()), path
    assert "Tea House" not in _page(plain).text_content()


def test_a_colour_is_one_of_light_and_dark(dressed: Build) -> None:
    page = _page(dressed)
    options = select(page, "//input[@name='__palette']")
    assert [option.get("data-md-color-scheme") for option in options] == ["default", "default", "slate"]
    for element in (page.find("body"), *options):
        assert element.get("data-md-color-primary") == "indigo"
        assert element.get("data-md-color-accent") == "pink"


def test_a_palette_that_is_none() -> None:
    with pytest.raises(PluginError, match=r"theme\.palette: .*found 'indigo'.* `palette: \{ primary: indigo \}`"):
        palette_of("indigo", [])


def test_a_palette_that_an_author_lays_out(plain: Build) -> None:
    page = _page(plain)
    for element in (page.find("body"), *select(page, "//input[@name='__palette']")):
        assert element.get("data-md-color-scheme") == "slate"
        assert element.get("data-md-color-primary") == "teal"
        assert element.get("data-md-color-accent") == "custom"
