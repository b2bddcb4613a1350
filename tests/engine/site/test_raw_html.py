"""Links and pictures that an author writes as HTML lead where those in Markdown do."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from coursewright.markup.raw_html import raw_tags, with_addresses
from tests.engine.site.hosting import host, lesson
from tests.engine.site.in_process import message_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>'
RAW = """\
A <a href="../n/two.md#part">link</a>, <A title='x' HREF='../n/two.md?a=1&amp;b=2'>another</A>,
<a href='#part'>here</a>.

<p><img alt="A" src="a b.svg" srcset="a%20b.svg 1x,  ../m/./a%20b.svg 2x"></p>

<div markdown><a href="index.md">up</a></div>

`<a href="two.md">` is code. <a href="https://example.org/one.md">Away</a>

## Part {#part}
"""
STEM = 'See <img src="a b.svg" alt="A"> and <a href="one.md">One</a>: is it so?'
DIRECTORIES = """\
use_directory_urls: true
plugins:
  search: {}
  material/offline:
    enabled: false
"""
REVIEW = "/// review\n    question: m/one/asked\n///\n"


def _leading_nowhere(site: Path) -> list[str]:
    """The addresses in lessons that lead to no file."""
    wrong = []
    for page in [*site.glob("lessons/*/*.html"), *site.glob("lessons/*/*/*.html")]:
        html = page.read_text(encoding="utf-8")
        html = html[html.index("<article") : html.index("</article>")]
        for tag in raw_tags(html):
            for address in (tag.attributes.get("href"), tag.attributes.get("src")):
                parts = urlsplit(address or "")
                file = page.parent / unquote(parts.path)
                file = file / "index.html" if address and parts.path.endswith("/") else file
                if not parts.scheme and not file.exists():
                    wrong.append(f"{page.relative_to(site)}: {address}")
    return wrong


@pytest.mark.parametrize("folders", [False, True], ids=["files", "folders"])
def test_they_lead_where_markdown_does(tmp_path: Path, caplog: pytest.LogCaptureFixture, folders: bool) -> None:
    files = {
        "lessons/m/a b.svg": SVG,
        "lessons/m/one.md": lesson("One", RAW, STEM),
        "lessons/n/two.md": lesson("Two", f"## Part {{#part}}\n\n{REVIEW}"),
    }
    # The plugin by which a site is searched without a server wants files.
    project = host(tmp_path, files, DIRECTORIES if folders else "")
    assert message_of(project, caplog) == ""
    assert _leading_nowhere(tmp_path / "site") == []
    page = "lessons/m/one/index.html" if folders else "lessons/m/one.html"
    html = (tmp_path / "site" / page).read_text(encoding="utf-8")
    wanted = "../../n/two/" if folders else "../n/two.html"
    assert f'href="{wanted}#part"' in html
    assert f"title='x' HREF=\"{wanted}?a=1&amp;b=2\"" in html
    assert 'href="https://example.org/one.md"' in html


def test_a_mistake_in_one_is_told_once_where_it_is_written(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    stem = STEM.replace("a b.svg", "gone.svg").replace("one.md", "gone.md")
    files = {"lessons/m/one.md": lesson("One", "Text.", stem), "lessons/n/two.md": lesson("Two", REVIEW)}
    said = message_of(host(tmp_path, files), caplog)
    assert said.count("image-missing") == said.count("docs/lessons/m/one.md:13:15: image-missing") == 1
    assert said.count("link-broken") == said.count("docs/lessons/m/one.md:13:47: link-broken") == 1


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ('<a href="a">', '<a href="a!">'),
        ("<a\n href = a b='1'>", "<a\n href=\"a!\" b='1'>"),
        ('<img srcset="a 1x, b&amp;c 2x" src=d>', '<img srcset="a! 1x, b&amp;c! 2x" src="d!">'),
        ('<a href="a" class="x', '<a href="a!" class="x'),
        ('<b href="a" title="<a href=b>">', '<b href="a" title="<a href=b>">'),
        ("<a name=x>a href=b</a>", "<a name=x>a href=b</a>"),
    ],
)
def test_addresses_alone_are_changed(written: str, wanted: str) -> None:
    assert with_addresses(written, lambda _tag, address: f"{address}!") == wanted
    assert with_addresses(written, lambda _tag, address: address) == written


def test_an_address_is_taken_out() -> None:
    assert with_addresses('<a href="a" id="x">', lambda _tag, _address: None) == '<a  id="x">'
