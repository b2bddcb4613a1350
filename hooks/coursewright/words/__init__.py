"""The texts of the interface: one YAML file a language, the same keys in each.

Drawings, templates and scripts ask for a text by its key; no other file of Coursewright holds words for readers.
A language that lacks a key falls back to English, so that a translation can grow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from babel import Locale, UnknownLocaleError

FALLBACK = "en"
_FOLDER = Path(__file__).parent


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
    for name in (FALLBACK, language.partition("-")[0], language):
        path = _FOLDER / f"{name}.yml"
        if path.is_file():
            texts.update(yaml.safe_load(path.read_text(encoding="utf-8")))
    return Words(language, texts)
