"""`coursewright serve`: the course in a browser while it's written."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.engine.cli.conftest import Run
from tests.engine.cli.installing import environment, install
from tests.engine.site.building import replace_in
from tests.engine.site.serving import wait_for

pytestmark = pytest.mark.slow

HOST = "127.0.0.1"


@contextmanager
def _listening() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        listener.listen()
        yield listener.getsockname()[1]


def _page(port: int, path: str) -> str:
    try:
        with urlopen(f"http://{HOST}:{port}/{path}", timeout=20) as answer:
            return str(answer.read().decode())
    except URLError:
        return ""


@pytest.mark.parametrize(
    ("options", "note", "end"), [([], False, signal.SIGINT), (["--trainer"], True, signal.SIGTERM)]
)
def test_a_change_is_shown_and_nothing_left(
    options: list[str], note: bool, end: signal.Signals, course: Path, tmp_path: Path
) -> None:
    (temporary := tmp_path / "temporary").mkdir()
    with _listening() as port:
        pass
    command = [sys.executable, "-m", "coursewright", "serve", "--port", str(port), *options]
    variables = {**environment(install(course)), "TMPDIR": str(temporary)}
    log = (tmp_path / "log").open("w+")
    with (
        log,
        subprocess.Popen(command, env=variables, stdout=log, stderr=log, cwd=course / "docs") as server,
    ):
        try:
            lesson = "lessons/first-steps/your-first-lesson"
            wait_for(lambda: "This lesson is an example" in _page(port, f"{lesson}.html"), "the page", 120)
            assert ("If the room is silent" in _page(port, f"{lesson}.html")) == note
            replace_in(course / f"docs/{lesson}.md", ("This lesson is an example", "This lesson has been changed"))
            wait_for(lambda: "This lesson has been changed" in _page(port, f"{lesson}.html"), "the change", 120)
        finally:
            server.send_signal(end)
            server.wait(60)
    told = (tmp_path / "log").read_text()
    assert f"http://{HOST}:{port}/" in told
    assert "Traceback" not in told
    assert not list(temporary.iterdir())


def test_a_taken_port_is_told_with_one_that_is_free(course: Path, run: Run) -> None:
    with _listening() as port:
        refused = run("serve", "--port", str(port))
    assert refused.exit_code == 1
    assert refused.stderr.startswith(f"Error: Can't serve at {HOST}:{port}: ")
    other = int(refused.stderr.rsplit(" ", 1)[1])
    assert other > port
    assert refused.stderr.endswith(f"Another port: coursewright serve --port {other}\n")


def test_an_address_that_is_not_ours(course: Path, run: Run) -> None:
    refused = run("serve", "--host", "192.0.2.1")
    assert refused.exit_code == 1
    assert refused.stderr.startswith("Error: Can't serve at 192.0.2.1:8000: ")
    assert "Another port" not in refused.stderr
