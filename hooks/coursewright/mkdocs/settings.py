"""What an author sets for a whole site, below ``extra`` of mkdocs.yml."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from pydantic import ValidationError

from coursewright.drawing.element import Edition
from coursewright.keys import PaperKeys
from coursewright.problem import shown


def edition_of(config: MkDocsConfig) -> Edition:
    """Whose edition is built."""
    return "trainer" if config.extra.get("edition") == "trainer" else "learner"


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
        message = f"mkdocs.yml: {where}: {detail['msg']}; found {shown(str(detail['input']))}"
        raise PluginError(message) from error
