"""The HTML of every page: well formed, named, in order, and with nothing inline or from another host."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree, html
from tinyhtml5.parser import HTMLParser

from tests.engine.site.building import Build, files_of, pages_of

LOADED = {
    "script": ("src",),
    "link": ("href",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src", "srcdoc"),
    "object": ("data",),
    "embed": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "use": ("href",),
    "image": ("href",),
    "form": ("action",),
    "base": ("href",),
}
"""What a browser fetches by itself, or goes to unasked."""

ADDRESS = re.compile(r"url\(\s*['\"]?((?!data:)[^'\")]+)|@import\s+['\"]([^'\"]+)|(?:href|src)=\"([^\"]+)")
"""An address in a style sheet or a picture."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@pytest.fixture(scope="session")
def pages(edition: Build, odd_words: Build, canary_trainer: Build) -> dict[str, html.HtmlElement]:
    """Every page of an edition and of two small courses, by its path."""
    sites = [edition.site, odd_words.site, canary_trainer.site]
    return {
        f"{site.name}/{path.relative_to(site)}": html.document_fromstring(path.read_bytes())
        for site in sites
        for path in pages_of(site)
    }


def elements(page: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return (element for element in page.iter() if isinstance(element.tag, str))


def test_no_two_elements_share_an_id(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        counts = Counter(element.get("id") for element in elements(page) if element.get("id"))
        assert [each for each, count in counts.items() if count > 1] == [], name


def test_references_between_elements_lead_somewhere(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        ids = {element.get("id") for element in elements(page)}
        for element in elements(page):
            for attribute in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"):
                missing = [each for each in (element.get(attribute) or "").split() if each not in ids]
                assert missing == [], f"{name}: <{element.tag} {attribute}>"


def test_links_within_the_site_lead_somewhere(edition: Build) -> None:
    # The links of the page for a wrong address start at the root of a host.
    roots = {path: html.parse(str(path)).getroot() for path in pages_of(edition.site) if path.name != "404.html"}
    ids = {path: {each.get("id") for each in elements(root)} for path, root in roots.items()}
    for page, root in roots.items():
        for link in root.iter("a"):
            parts = urlsplit(link.get("href") or "")
            if parts.scheme or parts.netloc:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            assert target.is_file(), f"{page.name}: {link.get('href')}"
            if parts.fragment and target in ids and parts.fragment != "__skip":
                assert unquote(parts.fragment) in ids[target], f"{page.name}: {link.get('href')}"


def test_headings_are_in_order(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        levels = [int(element.tag[1]) for element in elements(page) if element.tag in HEADINGS]
        assert levels.count(1) == 1, name
        assert levels[0] == 1, name
        jumps = [(before, after) for before, after in pairwise(levels) if after > before + 1]
        assert jumps == [], name


def test_every_control_has_a_name(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        labelled = {label.get("for") for label in page.iter("label") if text_of(label)}
        for control in elements(page):
            if control.tag not in ("input", "textarea", "select", "button") or control.get("type") == "hidden":
                continue
            if control.get("class") == "md-toggle":
                continue  # out of reach: buttons stand for it
            inside = [label for label in control.iterancestors("label") if text_of(label)]
            own = control.get("aria-label") or control.get("aria-labelledby") or control.get("title")
            said = text_of(control) if control.tag == "button" else ""
            where = f"{name}: {etree.tostring(control, encoding='unicode', with_tail=False)[:200]}"
            assert own or said or inside or control.get("id") in labelled, where


def text_of(element: html.HtmlElement) -> str:
    return "".join(str(piece) for piece in element.itertext()).strip()


def test_groups_pictures_and_frames_have_names(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        assert page.get("lang"), name
        assert text_of(page.find(".//title")), name
        for element in elements(page):
            if element.tag == "img":
                assert element.get("alt") is not None, name
            if element.tag == "fieldset":
                legend = element.find("legend")
                assert legend is not None, name
                assert text_of(legend), name
            if element.tag == "iframe":
                assert element.get("title"), name
            if element.tag == "table":
                heads = [body.find("tr/th[@scope='rowgroup']") for body in element.findall("tbody")]
                assert element.find("thead") is not None or None not in heads, name


def test_radios_of_one_page_do_not_mix(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        for form in page.iter("form"):
            groups: dict[str, set[html.HtmlElement | None]] = {}
            for radio in form.iter("input"):
                if radio.get("type") == "radio":
                    holder = next(iter(radio.iterancestors("fieldset", "span", "form")), None)
                    groups.setdefault(str(radio.get("name")), set()).add(holder)
            assert [group for group, holders in groups.items() if len(holders) > 1] == [], name


def test_nothing_is_inline(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        for element in elements(page):
            assert element.tag != "style", name
            assert "style" not in element.attrib, f"{name}: <{element.tag} style>"
            assert not [each for each in element.attrib if str(each).startswith("on")], f"{name}: <{element.tag}>"
            assert not [each for each in element.attrib.values() if str(each).strip().startswith("javascript:")], name
            if element.tag == "script":
                assert element.get("src") or element.get("type") == "application/json", f"{name}: inline script"


def test_nothing_is_loaded_from_another_host(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        for element in elements(page):
            for attribute in LOADED.get(str(element.tag), ()):
                address = element.get(attribute) or element.get(f"{{http://www.w3.org/1999/xlink}}{attribute}") or ""
                assert not re.match(r"\s*(\w+:)?//|\s*(?!data:)\w+:", address), f"{name}: {element.tag} {address}"


def test_styles_and_pictures_load_nothing_from_another_host(edition: Build) -> None:
    for path in files_of(edition.site):
        if path.suffix in (".css", ".svg"):
            text = path.read_text(encoding="utf-8")
            addresses = ["".join(groups) for groups in ADDRESS.findall(text)]
            assert [each for each in addresses if "//" in each] == [], path.name
            if path.suffix == ".css":
                missing = [each for each in addresses if not (path.parent / each.split("#")[0].split("?")[0]).exists()]
                assert missing == [], path.name


def test_no_page_names_this_machine(edition: Build) -> None:
    for path in files_of(edition.site):
        if path.suffix in (".html", ".json", ".xml", ".css", ".svg") or path.parent.name == "course":
            text = path.read_text(encoding="utf-8")
            assert "localhost" not in text, path.name
            assert "127.0.0.1" not in text, path.name
            assert str(Path.home()) not in text, path.name


def test_a_strict_parser_has_nothing_to_say(edition: Build, odd_words: Build, canary_trainer: Build) -> None:
    for site in (edition.site, odd_words.site, canary_trainer.site):
        for path in pages_of(site):
            parser = HTMLParser()
            parser.parse(path.read_text(encoding="utf-8"))
            assert parser.errors == [], path.name
