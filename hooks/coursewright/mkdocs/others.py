"""What other plugins of MkDocs need to be known for."""

from __future__ import annotations

from material.plugins.blog.plugin import BlogPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

NAVIGATORS = frozenset({"awesome-nav", "awesome-pages", "literate-nav"})
"""Plugins that make a navigation where mkdocs.yml has none."""

TRANSLATOR = "i18n"
"""static-i18n, which takes only files of the docs folder; so what the build makes is added after it."""


def blog_folders(config: MkDocsConfig) -> list[str]:
    """The folders of the docs folder whose pages are those of a blog, and no part of the course."""
    plugins = [each for each in config.plugins.values() if isinstance(each, BlogPlugin)]
    return [each.config.blog_dir.strip("/") for each in plugins if each.config.enabled]


def check_languages(config: MkDocsConfig) -> None:
    """Refuse to build several languages at once.

    Raises:
        PluginError: static-i18n is to do so.
    """
    plugin = config.plugins.get(TRANSLATOR)
    languages = [each.locale for each in plugin.config.get("languages", ()) if each.build] if plugin else []
    if len(languages) > 1:
        raise PluginError(
            f"mkdocs.yml: plugins.i18n: a course has one language, and this is to build {', '.join(languages)}. Make a "
            "configuration for each language, with a `docs_dir`, a `site_dir` and a `theme.language` of its own."
        )
