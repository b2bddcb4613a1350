"""A server that prints a file when someone asks for it, so that an author who writes never waits for any."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication


class NotPrinted(Exception):
    """A file could not be printed; the message says why, and what to do."""


def prints_on_demand(app: WSGIApplication, folder: str, print_one: Callable[[str], Path | None]) -> WSGIApplication:
    """An application that serves printed files, and hands all else to another.

    Args:
        app: The other application (WSGI, PEP 3333).
        folder: The path at which it serves the site, with slashes at both ends.
        print_one: Prints the file of a path below the site, if there is one. May raise NotPrinted.
    """

    def serve(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO", "")).encode("latin-1").decode("utf-8", "replace")
        try:
            file = print_one(path.removeprefix(folder))
        except NotPrinted as reason:
            start_response("503 Service Unavailable", [("Content-Type", "text/plain; charset=utf-8")])
            return [str(reason).encode()]
        if file is None:
            return app(environ, start_response)
        start_response("200 OK", [("Content-Type", "application/pdf"), ("Cache-Control", "no-store")])
        return [file.read_bytes()]

    return serve
