"""Serves sites as a plain web server does: below paths of their own, with the strict policy that they are made for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from coursewright.mkdocs.headers import policy

POLICY = policy()
"""What hosts are told by the file that each site has."""


class Sites:
    """The sites that a server has, each below a path; a site at "" takes all other paths."""

    def __init__(self, address: str, mounted: dict[str, Path]) -> None:
        self._address, self._mounted = address, mounted

    def put(self, name: str, site: Path) -> str:
        """Serve a site below ``/name/``; gives its address, which ends with a slash."""
        self._mounted[name] = site
        return f"{self._address}/{name}/" if name else f"{self._address}/"


@contextmanager
def serving(policy: str = "") -> Iterator[Sites]:
    """A server for as long as the context lasts."""
    mounted: dict[str, Path] = {}

    class Handler(SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            name, _, rest = unquote(urlsplit(path).path).lstrip("/").partition("/")
            site = mounted.get(name)
            if site is None:
                site, rest = mounted.get("", Path("/nowhere")), unquote(urlsplit(path).path).lstrip("/")
            return str(site / rest)

        def end_headers(self) -> None:
            if policy:
                self.send_header("Content-Security-Policy", policy)
            self.send_header("Cache-Control", "no-store")
            super().end_headers()

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            page = Path(self.translate_path("/404.html"))
            if code != HTTPStatus.NOT_FOUND or not page.is_file():
                super().send_error(code, message, explain)
                return
            self.send_response(code)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page.read_bytes())

        def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield Sites(f"http://127.0.0.1:{server.server_address[1]}", mounted)
        finally:
            server.shutdown()
            thread.join()


def wait_for(condition: Callable[[], bool], what: str, seconds: float = 120) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.05)
