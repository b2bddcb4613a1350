"""Whatever our templates print is escaped; the theme's own, and an author's, stay as MkDocs has them: unescaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, TemplateNotFound

from coursewright.mkdocs.defaults import theme_folder


def escape_our_templates(env: Environment) -> None:
    """Let an environment escape what our templates print, theirs alone.

    Whether it does is settled when a template is compiled; so those that a plugin has loaded before are forgotten. A
    template that extends one of ours isn't ours: inside a block, Jinja asks it whether what ``super()`` gives is safe,
    and so ours say ``super() | safe``.
    """
    folder, loader = theme_folder().resolve(), env.loader

    @cache
    def is_ours(name: str | None) -> bool:
        if name is None or loader is None:
            return False
        try:
            path = loader.get_source(env, name)[1]
        except TemplateNotFound:
            return False
        return path is not None and Path(path).resolve().is_relative_to(folder)

    env.autoescape = is_ours
    if env.cache is not None:
        env.cache.clear()
