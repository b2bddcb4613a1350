"""What a course site is set to where its mkdocs.yml says nothing. An author's own setting always wins.

The tables hold what mkdocs.yml would; ``set_defaults`` puts them into a configuration that MkDocs has loaded.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from material.plugins.offline.plugin import OfflinePlugin
from material.plugins.search.plugin import SearchPlugin
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib.search import SearchPlugin as PlainSearchPlugin
from mkdocs.exceptions import PluginError
from mkdocs.plugins import PluginCollection
from mkdocs.theme import Theme
from pathspec.gitignore import GitIgnoreSpec
from pymdownx.emoji import gemoji, to_alt

from coursewright.bundles import FOLDER
from coursewright.markup.anchors import anchor_of
from coursewright.mkdocs.palette import palette_of

THEME_NAME = "material"


@cache
def _gemoji() -> dict[str, Any]:
    found: dict[str, Any] = gemoji({}, None)
    return found


def emoji_index(_options: object, _md: object) -> dict[str, Any]:
    """The index of emoji, one for all pages: gemoji's own function copies it for each, an eighth of a build's time."""
    return _gemoji()


USE_DIRECTORY_URLS = False
"""Links name a file, as file:// needs."""

NOT_PUBLISHED = ("/course.yml", "/bibliography.yml", "/glossary.yml", "/timings/")
"""Files of the docs folder that the library reads, and no reader does."""

UNCHECKED = {
    "nav": ("omitted_files",),
    "links": ("not_found", "anchors", "absolute_links", "unrecognized_links"),
}
"""What MkDocs would say about pages and links: the library's own checks say it with file, line and column."""

THEME: dict[str, Any] = {
    "language": "en",
    "font": False,  # the theme has its own: nothing is asked of another host
    "favicon": "assets/course/mark.svg",
    "palette": [
        {
            "media": "(prefers-color-scheme)",
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": "material/theme-light-dark", "name": "Use light colours"},
        },
        {
            "media": "(prefers-color-scheme: light)",
            "scheme": "default",
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": "material/white-balance-sunny", "name": "Use dark colours"},
        },
        {
            "media": "(prefers-color-scheme: dark)",
            "scheme": "slate",
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": "material/weather-night", "name": "Use the colours of the device"},
        },
    ],
    # Not needed: navigation.prune and navigation.indexes; partials/nav.html never draws more than the modules and the
    # lessons of the open one, and a module's name leads to its page.
    # Left out: search.suggest (it takes the right arrow key from the caret and prints pale text behind the field),
    # navigation.footer (a lesson ends with links of its own), navigation.instant (works only at the address that
    # site_url names).
    "features": [
        "navigation.top",  # lessons are long, and phones are small
        "toc.follow",  # the list of headings keeps up with the reader
        "search.highlight",  # a found word is marked on its page
        "content.tooltips",  # abbreviations explain themselves to touch and keyboard, too
        "content.code.copy",
        "content.tabs.link",  # whoever chose "Windows" once has chosen it everywhere
    ],
}

WORKER_SHIM = "assets/vendor/iframe-worker.js"
"""What the offline plugin would load from another host."""

EXTRA: dict[str, Any] = {"edition": "learner", "generator": False}

STYLES = (f"{FOLDER}course.css",)

SCRIPTS = (f"{FOLDER}course.js",)

JOINED = frozenset(
    FOLDER + name
    for name in (
        *(f"{name}.css" for name in ("fonts", "look", "page", "blocks", "lesson", "map", "question", "sheet", "print")),
        *(f"{name}.js" for name in ("theme/chrome", "words", "store", "self-check", "work-sheet", "progress")),
    )
)
"""What mkdocs.yml had to name in 0.1. All of it is in the course's one style and one script now."""

# Left out: pymdownx.tasklist. Its boxes have no name and can't be ticked; a worksheet's `[ ]` has both.
MARKDOWN: dict[str, dict[str, Any]] = {
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "tables": {"use_align_attribute": True},  # an inline style would need a looser content security policy
    "toc": {"permalink": "#", "permalink_title": "Link to this section", "slugify": anchor_of},
    "pymdownx.betterem": {},
    "pymdownx.caret": {},
    "pymdownx.details": {},
    # :smile: becomes the character: no picture, no network, and screen readers read it
    "pymdownx.emoji": {"emoji_index": emoji_index, "emoji_generator": to_alt},
    "pymdownx.highlight": {"anchor_linenums": True, "pygments_lang_class": True},
    "pymdownx.inlinehilite": {},
    "pymdownx.keys": {},
    "pymdownx.mark": {},
    "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tilde": {},
}


def theme_folder() -> Path:
    """The folder of our templates, styles and scripts: in the installed package, or ``overrides/`` of a checkout."""
    library = Path(__file__).parent.parent
    packaged = library / "theme"
    return packaged if packaged.is_dir() else library.parent.parent / "overrides"


def set_defaults(config: MkDocsConfig) -> None:
    """Put the defaults into a configuration, wherever its author has set nothing.

    Raises:
        PluginError: The author has chosen a theme that these templates don't fit.
    """
    written = _written(config)
    _set_theme(config, written.get("theme"))
    _set_plugins(config)
    if "use_directory_urls" not in written:
        config.use_directory_urls = USE_DIRECTORY_URLS
    _set_validation(config, written.get("validation"))
    own = [*NOT_PUBLISHED, *str(written.get("exclude_docs") or "").splitlines()]
    config.exclude_docs = GitIgnoreSpec.from_lines(own)
    for key, value in EXTRA.items():
        config.extra.setdefault(key, value)
    shims = config.extra.setdefault("polyfills", [])
    if not any("iframe-worker" in str(shim) for shim in shims):
        shims.append(WORKER_SHIM)
    own_styles = [style for style in config.extra_css if style not in JOINED]
    config.extra_css[:] = [*(style for style in STYLES if style not in own_styles), *own_styles]
    config.extra_javascript[:] = [script for script in config.extra_javascript if str(script) not in JOINED]
    named = {str(script) for script in config.extra_javascript}
    config.extra_javascript[:0] = [_deferred(script) for script in SCRIPTS if script not in named]
    _set_markdown(config)


def _written(config: MkDocsConfig) -> dict[str, Any]:
    """What the author has set, in mkdocs.yml or on the command line, as written."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # MkDocs 1 keeps it, and has nothing in its place
        layers = config.user_configs
    return {key: value for layer in layers for key, value in layer.items() if value is not None}


def _set_theme(config: MkDocsConfig, written: object) -> None:
    if written is None:
        config.theme = Theme(name=THEME_NAME)
    named = config.theme.name
    if named != THEME_NAME:
        raise PluginError(
            f"mkdocs.yml: theme.name: Coursewright draws its pages with the theme `{THEME_NAME}`; found `{named}`. "
            f"Write `theme: {{ name: {THEME_NAME} }}`, or leave `theme` out."
        )
    own = written if isinstance(written, Mapping) else {}
    for key, value in THEME.items():
        if key not in own:
            config.theme[key] = value
    config.theme["palette"] = palette_of(own.get("palette"), THEME["palette"])
    folder = str(theme_folder())
    after = 1 if config.theme.custom_dir else 0  # an author's own templates come first
    if folder not in config.theme.dirs:
        config.theme.dirs.insert(after, folder)


def _set_plugins(config: MkDocsConfig) -> None:
    """Use the theme's own search, and search without a server.

    MkDocs has looked for `search` before it knew which theme this would be, and may have taken its own.
    """
    plugins = config.plugins
    for name, plugin in list(plugins.items()):
        if isinstance(plugin, PlainSearchPlugin):
            del plugins[name]
            for handlers in plugins.events.values():
                handlers[:] = [each for each in handlers if getattr(each, "__self__", None) is not plugin]
            plugins["material/search"] = _loaded(SearchPlugin(), config)
            _put_first("material/search", plugins)
    if not {"offline", "material/offline"} & set(plugins):
        plugins["material/offline"] = _loaded(OfflinePlugin(), config)
        _put_first("material/offline", plugins)


def _put_first(name: str, plugins: PluginCollection) -> None:
    """List one before all others: some want to be named last in mkdocs.yml, and look whether they are."""
    for other in [each for each in plugins if each != name]:
        plugin = dict.pop(plugins, other)
        dict.__setitem__(plugins, other, plugin)  # its events are known already


def _loaded(plugin: Any, config: MkDocsConfig) -> Any:
    errors, _ = plugin.load_config({}, config_file_path=config.config_file_path)
    assert not errors
    return plugin


def _set_validation(config: MkDocsConfig, written: object) -> None:
    own = written if isinstance(written, Mapping) else {}
    for section, keys in UNCHECKED.items():
        said = own.get(section)
        for key in keys:
            if key not in own and not (isinstance(said, Mapping) and key in said):
                config.validation[section][key] = logging.DEBUG


def _deferred(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.defer = True
    return script


def _set_markdown(config: MkDocsConfig) -> None:
    config.markdown_extensions.extend(name for name in MARKDOWN if name not in config.markdown_extensions)
    for name, options in MARKDOWN.items():
        config.mdx_configs[name] = {**options, **config.mdx_configs.get(name, {})}
