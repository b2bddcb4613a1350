"""What an address may be: that of a link, and that of what a page loads by itself."""

from __future__ import annotations

from html import unescape
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from coursewright.drawing.targets import Link
from coursewright.problem import listed, nearest

FOLLOWED = ("https://", "http://", "mailto:", "tel:")
"""How an address of another site begins, and what else a link may open."""

_ON_THE_WEB = {"http", "https"}
_SCHEMES = {each.partition(":")[0]: each for each in FOLLOWED}
_DRAWN = "data:image/"
"""Begins a picture that stands in the page itself."""


class Wrong(NamedTuple):
    """What is wrong with an address: a code, and the values of its texts."""

    code: str
    values: dict[str, str]


def local_path(link: Link) -> SplitResult | Wrong | None:
    """The parts of an address in the docs folder, what is wrong with another one, or None if nothing is."""
    # A browser reads `&#106;avascript:` as `javascript:`.
    target = unescape(link.target).strip()
    if not target:
        return Wrong("link-empty", {})
    try:
        parts = urlsplit(target)
    except ValueError:
        return _no_address("")
    if not (parts.scheme or parts.netloc):
        return urlsplit(link.target)
    if link.loaded:
        return None if target.lower().startswith(_DRAWN) else Wrong("remote-content", {})
    return _wrong_with(parts)


def _wrong_with(parts: SplitResult) -> Wrong | None:
    if parts.scheme in _ON_THE_WEB or not parts.scheme:
        return None if parts.netloc.strip(":@") else _no_address(parts.scheme)
    if parts.scheme not in _SCHEMES:
        return _no_address(parts.scheme)
    return None if parts.path.strip() else _no_address(parts.scheme)


def _no_address(scheme: str) -> Wrong:
    meant = nearest(scheme, _SCHEMES) if scheme not in _SCHEMES else None
    return Wrong(
        "link-address",
        {"known": listed(FOLLOWED), "suggestion": f" Did you mean `{_SCHEMES[meant]}…`?" if meant else ""},
    )
