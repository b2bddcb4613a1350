"""The texts of the interface: one YAML file a language, the same keys in each.

Drawings, templates and scripts ask for a text by its key; no other file of Coursewright holds words for readers.
A language that lacks a key falls back to English, so that a translation can grow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError

FALLBACK = "en"
_FOLDER = Path(__file__).parent
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Words(Mapping[str, str]):
    """Texts of one language by key. ``words["lesson.objectives"]``; an unknown key is its own text."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self._texts = texts
        try:
            self._locale = Locale.parse(language.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            self._locale = Locale.parse(FALLBACK)

    def __getitem__(self, key: str) -> str:
        return self._texts.get(key, key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __contains__(self, key: object) -> bool:
        return key in self._texts

    def of(self, key: str, **values: object) -> str:
        """A text with its ``{names}`` filled in. A number ``n`` chooses the plural form: ``key.one``, ``key.other``…

        Plural forms are those of the Unicode CLDR.
        """
        if "n" in values:
            form = f"{key}.{self._locale.plural_form(float(str(values['n'])))}"
            key = form if form in self._texts else f"{key}.other" if f"{key}.other" in self._texts else key
        return self[key].format(**values)

    def starting(self, *rooms: str) -> dict[str, str]:
        """The texts of some rooms, a room being what stands before the first dot of a key."""
        return {key: text for key, text in self._texts.items() if key.partition(".")[0] in rooms}


def load_words(language: str) -> Words:
    """The texts of a language, such as ``en`` or ``pt-BR``."""
    texts: dict[str, str] = {}
    for name in dict.fromkeys((FALLBACK, language.partition("-")[0], language)):
        if name in languages():
            texts.update(_read(name))
    return Words(language, texts)


def languages() -> list[str]:
    """The languages that have a file here, by the alphabet."""
    return sorted(path.stem for path in _FOLDER.glob("*.yml"))


@cache
def _read(language: str) -> dict[str, str]:
    text = (_FOLDER / f"{language}.yml").read_text(encoding="utf-8")
    texts: dict[str, str] = yaml.load(text, _LOADER)  # noqa: S506 (a safe one, in C where there is that)
    return texts
