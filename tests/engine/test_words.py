"""The texts of the interface: every key that is asked for is there, and every key that is there is asked for."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from coursewright.words import FALLBACK, load_words
from tests.engine.pages import ROOT

FOLDER = ROOT / "hooks/coursewright/words"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yml"))
SOURCES = sorted(
    path
    for pattern in ("overrides/**/*.html", "overrides/assets/course/**/*.js", "hooks/**/*.py", "hooks/**/*.html")
    for path in ROOT.glob(pattern)
    if path.name != "defaults.py"  # holds keys of MkDocs and Material
)
PLURALS = ("zero", "one", "two", "few", "many", "other")
FILE_ENDINGS = ("css", "html", "js", "md", "svg", "yml")


def _texts(language: str) -> dict[str, str]:
    texts: dict[str, str] = yaml.safe_load((FOLDER / f"{language}.yml").read_text(encoding="utf-8"))
    return texts


ENGLISH = _texts(FALLBACK)
ROOMS = "|".join(sorted({key.partition(".")[0] for key in ENGLISH}))
_KEY = rf"(?:{ROOMS})\.[a-z0-9-]+(?:\.[a-z0-9-]+)*"
_WHOLE = re.compile(rf"""(?<!lang\.t\()(?P<quote>["'`])(?P<key>{_KEY})(?P=quote)(?!\s*~)""")
_BEGINNING = re.compile(rf"""["'`](?P<key>(?:{ROOMS})\.[a-z0-9-]*)(?:["']\s*~|\$?\{{)""")
_QUOTED = re.compile(r"""["'`]([a-z0-9-]+)["'`]""")


def _asked(pattern: re.Pattern[str]) -> Iterator[tuple[str, Path]]:
    for path in SOURCES:
        for match in pattern.finditer(path.read_text(encoding="utf-8")):
            if match["key"].rpartition(".")[2] not in FILE_ENDINGS:
                yield match["key"], path


def _forms(key: str) -> set[str]:
    """The keys that a key stands for: itself, or its plural forms."""
    return {key, *(f"{key}.{form}" for form in PLURALS)} & ENGLISH.keys()


def _base(key: str) -> str:
    head, _, form = key.rpartition(".")
    return head if form in PLURALS and "." in head else key


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_keys_are_looked_for_in_the_right_places() -> None:
    assert {path.suffix for path in SOURCES} == {".html", ".js", ".py"}
    found = {path.suffix for pattern in (_WHOLE, _BEGINNING) for _, path in _asked(pattern)}
    assert found == {".html", ".js", ".py"}


def test_every_key_that_is_asked_for_exists() -> None:
    whole = {key: path for key, path in _asked(_WHOLE) if not _forms(key)}
    begun = {key: path for key, path in _asked(_BEGINNING) if not any(each.startswith(key) for each in ENGLISH)}
    assert not whole
    assert not begun


def test_every_key_that_exists_is_asked_for() -> None:
    whole = {form for key, _ in _asked(_WHOLE) for form in _forms(key)}
    # Where only the beginning stands, the rest is one or two words in quotes: a kind of part, "yours-" and "right".
    quoted = {word for path in SOURCES for word in _QUOTED.findall(path.read_text(encoding="utf-8"))} | {""}
    starts = {start for start, _ in _asked(_BEGINNING)}
    begun = {
        key
        for key in ENGLISH
        for start in starts
        if key.startswith(start)
        and any(key[len(start) : middle] in quoted and key[middle:] in quoted for middle in range(len(start), len(key)))
    }
    assert ENGLISH.keys() - whole - begun == set()


def test_words_are_asked_for_by_a_key_that_can_be_found_here() -> None:
    # Templates say words[…] and words.of(…), scripts word(…): with a text in quotes, or the beginning of one.
    plain = re.compile(r"""\bwords(?:\[|\.of\()\s*(?!f?["'])(?P<rest>[^\])]*)""")
    for path in SOURCES:
        if path.suffix == ".html":
            assert not plain.findall(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_file(language: str) -> None:
    lines = (FOLDER / f"{language}.yml").read_text(encoding="utf-8").splitlines()
    keys = [line.partition(":")[0] for line in lines if line and not line.startswith(("#", " "))]
    texts = _texts(language)
    assert sorted(keys) == sorted(texts), "a key that stands twice"
    known = {_base(key) for key in ENGLISH}
    for key, text in texts.items():
        assert _base(key) in known
        assert isinstance(text, str)
        assert text == text.strip()
        assert text
        assert _fields(text) <= {name for form in _forms(_base(key)) for name in _fields(ENGLISH[form])}


def test_english_is_whole() -> None:
    plural = {_base(key) for key in ENGLISH if _base(key) != key}
    for key in plural:
        assert {f"{key}.one", f"{key}.other"} <= ENGLISH.keys()
    for key, text in ENGLISH.items():
        if _base(key) in plural:
            assert _fields(text) >= {"n"}


def test_another_language_falls_back_to_english() -> None:
    words = load_words("xx-YY")
    assert words["question.check"] == ENGLISH["question.check"]
    assert words.of("lesson.minutes", n=1) == "1 minute"
    assert words.of("lesson.minutes", n=2) == "2 minutes"


def test_a_key_that_does_not_exist_is_its_own_text() -> None:
    words = load_words("en")
    assert words["no.such-key"] == "no.such-key"
    assert "no.such-key" not in words


def test_the_texts_of_some_rooms() -> None:
    words = load_words("en")
    assert set(words.starting("sheet")) == {key for key in ENGLISH if key.startswith("sheet.")}
    assert not words.starting("shee")
