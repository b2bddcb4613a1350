"""The colours of a site: an author names one or two, and light, dark and the reader's choice between them stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs.exceptions import PluginError

OURS = "custom"
"""What the styles of Coursewright call their own colours."""

Palette = Mapping[str, Any] | list[dict[str, Any]]


def palette_of(written: object, standard: list[dict[str, Any]]) -> Palette:
    """The palettes of a site, as Material takes them.

    Args:
        written: ``theme.palette`` of mkdocs.yml, whatever that is.
        standard: The palettes of a site that sets none: the device's, a light and a dark one.

    Raises:
        PluginError: It is no palette.
    """
    if not written:
        return standard
    if isinstance(written, Mapping):
        own = {key: value for key, value in written.items() if value}
        return {**_OURS, **own} if own.keys() & _WHOLE else [{**each, **own} for each in standard]
    if isinstance(written, list) and all(isinstance(each, Mapping) for each in written):
        return [{**_OURS, **each} for each in written]
    raise PluginError(
        "mkdocs.yml: theme.palette: expected `primary` and `accent` with the names of colours, "
        f"found {written!r}. Write, for example, `palette: {{ primary: indigo }}`."
    )


_OURS = {"primary": OURS, "accent": OURS}
_WHOLE = {"scheme", "media", "toggle"}
"""Keys of an author who lays out a whole palette, and means no change of ours."""
