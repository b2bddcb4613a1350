"""Whether something else listens on a port already, told before a course is built for it."""

from __future__ import annotations

import socket
import sys

MOST_TRIED = 20
"""Ports above a taken one that are tried for a free one."""


def why_taken(host: str, port: int) -> str:
    """What keeps a server from listening there, or nothing."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listener:
        if sys.platform != "win32":  # there it would allow a port that is taken
            # As servers do it: a port whose last connections are still closing isn't taken.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            return error.strerror or str(error)
    return ""


def next_free(host: str, port: int) -> int | None:
    """The first free port above a taken one, if there's one close by."""
    above = range(port + 1, min(port + MOST_TRIED, 65535) + 1)
    return next((other for other in above if not why_taken(host, other)), None)
