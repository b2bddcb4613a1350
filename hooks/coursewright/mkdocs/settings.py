"""What an author sets for a whole site, below ``extra`` of mkdocs.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from pydantic import ValidationError

from coursewright.keys import PaperKeys
from coursewright.markup.context import Edition
from coursewright.mkdocs.host import log
from coursewright.problem import did_you_mean, listed, nearest, shown
from coursewright.source.header import expected_by
from coursewright.words import languages

OURS = ("edition", "worksheets")
"""What stands below ``extra`` for us; any other name is for templates and plugins, unless it is
much like one of these."""


def edition_of(config: MkDocsConfig) -> Edition:
    """Whose edition is built.

    Raises:
        PluginError: It's none that there is.
    """
    written = config.extra.get("edition")
    if written not in (None, "", *get_args(Edition)):
        hint = did_you_mean(str(written), get_args(Edition))
        raise _refused(config, "extra.edition", "one of " + listed(get_args(Edition)), shown(str(written)), hint)
    for key in config.extra:
        if key not in OURS and (meant := nearest(str(key), OURS)):
            raise _refused(config, "extra", f"`{meant}`", shown(str(key)))
    return written or "learner"


def headers_of(config: MkDocsConfig) -> bool:
    """Whether the site says to its host what its pages may do.

    Raises:
        PluginError: It's neither yes nor no.
    """
    written = config.extra.get("headers")
    if written not in (None, "", True, False):
        raise _refused(config, "extra.headers", "`true` or `false`", shown(str(written)))
    return written is not False


def language_of(config: MkDocsConfig) -> str:
    """The language of the interface.

    Raises:
        PluginError: The theme has no words in it.
    """
    written = config.theme.get("language")
    folders = (Path(folder, "partials/languages") for folder in config.theme.dirs)
    known = sorted({path.stem for folder in folders for path in folder.glob("*.html")})
    if written not in known:
        expected = f"a language that the theme speaks ({', '.join(known)})"
        raise _refused(config, "theme.language", expected, shown(str(written)), did_you_mean(str(written), known))
    if written.partition("-")[0] not in languages():
        log.info(
            f"{_file(config)}: theme.language: Coursewright's own words are not there in `{written}` yet, and stay "
            f"English; they are there in {listed(languages())}."
        )
    return str(written)


def paper_keys_of(config: MkDocsConfig) -> PaperKeys:
    """How worksheets are printed.

    Raises:
        PluginError: A value is not what it must be.
    """
    written: Any = config.extra.get("worksheets") or {}
    if isinstance(written, dict):  # an empty variable of the environment stands for none
        written = {key: value for key, value in written.items() if value not in (None, "")}
    try:
        return PaperKeys.model_validate(written)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        where = ".".join(["extra", "worksheets", *map(str, detail["loc"])])
        if detail["type"] == "extra_forbidden":
            known, key = f"one of {listed(PaperKeys.model_fields)}", str(detail["loc"][-1])
            raise _refused(config, "extra.worksheets", known, shown(key)) from error
        raise _refused(config, where, expected_by(detail, ""), shown(str(detail["input"]))) from error


def _refused(config: MkDocsConfig, where: str, expected: str, found: str, hint: str = "") -> PluginError:
    return PluginError(f"{_file(config)}: {where}: expected {expected}, found {found}; correct it.{hint}")


def _file(config: MkDocsConfig) -> str:
    return Path(config.config_file_path).name
