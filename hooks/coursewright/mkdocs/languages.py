"""The languages that the theme speaks; looked up without loading theme or host."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def languages() -> list[str]:
    """Their codes, such as ``en`` and ``pt-BR``."""
    theme = find_spec("material")
    folder = Path(theme.origin).parent if theme and theme.origin else Path()
    return sorted(path.stem for path in (folder / "templates/partials/languages").glob("*.html"))
