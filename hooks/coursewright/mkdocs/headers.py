"""The file ``_headers``: by it, hosts such as Netlify and Cloudflare Pages tell browsers what pages may do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from coursewright.mkdocs.settings import headers_of

FILE = "_headers"

POLICY: Mapping[str, str] = MappingProxyType(
    {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "media-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "object-src": "'self'",  # PDFs: Safari shows one as an object of a page of its own
        "base-uri": "'self'",
        "form-action": "'self'",
    }
)
"""What a page may load and do, as Content-Security-Policy has it: nothing of another host, and nothing inline."""

OTHERS = ("X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin")


def headers_file(config: MkDocsConfig) -> str | None:
    """What the file holds, or None if there is to be none.

    Raises:
        PluginError: The setting is none that there is.
    """
    if not headers_of(config):
        return None
    said = policy(map(str, config.extra_javascript), config.extra_css)
    lines = (f"Content-Security-Policy: {said}", *OTHERS)
    return "/*\n" + "".join(f"  {line}\n" for line in lines)


def policy(scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """The policy, which lets in what the author has named of other hosts.

    Args:
        scripts: The scripts of the site, some with an address on the web.
        styles: Its style sheets.
    """
    more = {"script-src": _hosts(scripts), "style-src": _hosts(styles)}
    return "; ".join(" ".join((name, allowed, *more.get(name, ()))) for name, allowed in POLICY.items())


def _hosts(files: Iterable[str]) -> list[str]:
    parts = (urlsplit(file) for file in files)
    return sorted({f"{each.scheme or 'https'}://{each.netloc}" for each in parts if each.netloc})
