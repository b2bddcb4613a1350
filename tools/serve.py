"""Serve the course while it is written: `mkdocs serve`, started anew when the hooks change.

MkDocs itself rebuilds for pages, templates, styles and scripts, but keeps the hooks that it has once imported. And
where a first build fails, it ends; then the next change to a file tries again.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

from watchdog.events import (
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("docs", "hooks", "overrides")
CHANGES = {EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED}
QUIET = 0.5  # seconds without a change before the server is started anew: editors write in several steps
GRACE = 10.0  # seconds that the server has for ending by itself


class Changes(FileSystemEventHandler):
    """When the hooks, and when any source, were last changed."""

    def __init__(self) -> None:
        self.hooks = self.sources = 0.0

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note the time."""
        if event.is_directory or event.event_type not in CHANGES:
            return
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        if any(path.suffix == ".py" and ROOT / "hooks" in path.parents for path in paths):
            self.hooks = time.monotonic()
        if not any("__pycache__" in path.parts for path in paths):
            self.sources = time.monotonic()


class Watcher:
    """Watches the sources; a folder that isn't there yet, from when it is."""

    def __init__(self) -> None:
        self.changes = Changes()
        try:
            self.observer = self._started(Observer())
        except OSError as error:  # the system has no more watches to give, say
            print(f"Looking for changed files every second, as they can't be watched ({error.strerror}).", flush=True)
            self.observer = self._started(PollingObserver())

    def _started(self, observer: BaseObserver) -> BaseObserver:
        self._missing = list(FOLDERS)
        observer.start()
        try:
            observer.schedule(self.changes, str(ROOT))
            self._add(observer)
        except OSError:
            observer.stop()
            raise
        return observer

    def look_again(self) -> None:
        """Watch folders that have come to be."""
        if self._add(self.observer):
            self.changes.sources = time.monotonic()

    def _add(self, observer: BaseObserver) -> bool:
        there = [folder for folder in self._missing if (ROOT / folder).is_dir()]
        for folder in there:
            observer.schedule(self.changes, str(ROOT / folder), recursive=True)
            self._missing.remove(folder)
        return bool(there)


class Server:
    """The `mkdocs serve` that runs at the time."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--config-file", options.config]
        self.command += ["--dev-addr", f"{options.host}:{options.port}", "--watch", "overrides"]
        self.start()

    def start(self) -> None:
        """Start it, in this process's group: whatever ends the group ends it, too."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(self.command, cwd=ROOT, stdin=subprocess.DEVNULL)

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return self.process.poll() is None

    def stop(self) -> None:
        """End it as Ctrl+C would, so that it removes what it has put into the temporary folder."""
        for number, seconds in ((signal.SIGINT, GRACE), (signal.SIGKILL, None)):
            if self.runs:
                self.process.send_signal(number)
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                continue
            return


def main() -> None:
    """Serve until told to stop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", default="mkdocs.yml")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    refuse_taken_port(options.host, options.port)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    watcher = Watcher()
    server = Server(options)
    try:
        watch(server, watcher)
    except KeyboardInterrupt:
        # Ctrl+C reaches the server by itself; a second one would break into its tidying up.
        for _ in range(10):
            if not server.runs:
                break
            time.sleep(0.1)
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        server.stop()
        watcher.observer.stop()


def watch(server: Server, watcher: Watcher) -> None:
    """Start the server anew whenever that is due."""
    parent = os.getppid()
    told = False
    while os.getppid() == parent:  # else `make` was killed
        time.sleep(0.2)
        watcher.look_again()
        if not server.runs and not told:
            print("The server has ended. It starts again when a file changes; Ctrl+C ends it for good.", flush=True)
            told = True
        due = watcher.changes.hooks if server.runs else watcher.changes.sources
        if server.started < due < time.monotonic() - QUIET:
            print("Files have changed: starting the server anew.", flush=True)
            server.stop()
            server.start()
            told = False


def refuse_taken_port(host: str, port: int) -> None:
    """Stop with a word on what to do if something else listens there."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            sys.exit(f"Cannot serve at {host}:{port}: {error.strerror}. Another port: make serve PORT={port + 1}")


def stop(*_: object) -> NoReturn:
    """What a signal to end does."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
