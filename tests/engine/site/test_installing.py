"""What an author does first: install the wheel into a fresh environment, make a course, serve it, and build it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.engine.site.installed import build_wheel

HANGS = 1_200
"""Seconds after which all of it is taken to hang: packages come over the network, on a busy machine."""


def _programs(environment: Path) -> Path:
    return environment / ("Scripts" if sys.platform == "win32" else "bin")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def _serving(command: list[str], folder: Path) -> Iterator[subprocess.Popen[str]]:
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        yield server
    finally:
        server.terminate()
        server.wait()


def _first_page(server: subprocess.Popen[str], address: str) -> str:
    """The page, as soon as the server says that it serves."""
    assert server.stdout
    said: list[str] = []
    for line in server.stdout:  # ends with the server
        said.append(line)
        if "Serving on" in line:
            break
    try:
        with urlopen(address) as answer:
            page: bytes = answer.read()
    except URLError as error:
        raise AssertionError("".join(said)) from error
    return page.decode()


@pytest.mark.hard
@pytest.mark.timeout(HANGS)
def test_an_author_installs_the_wheel_and_has_a_course(tmp_path: Path) -> None:
    folder = tmp_path / "an empty folder"
    folder.mkdir()
    venv.create(folder / "env", with_pip=True)
    programs = _programs(folder / "env")
    install = [str(programs / "python"), "-m", "pip", "install", "--quiet", str(build_wheel(tmp_path))]
    subprocess.run(install, check=True)

    env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = str(programs / "coursewright")
    subprocess.run([command, "new", "my-course"], cwd=folder, env=env, check=True)
    course = folder / "my-course"
    port = _free_port()
    with _serving([command, "serve", "--port", str(port)], course) as server:
        page = _first_page(server, f"http://127.0.0.1:{port}/index.html")
    assert '<h1 id="course-title">My course</h1>' in page

    moved = course.rename(folder / "renamed course")
    subprocess.run([command, "build"], cwd=moved, env=env, check=True)
    for site in ("site", "site-trainer"):
        assert list((moved / site).glob("*.html"))
        assert list((moved / site).rglob("*.pdf"))
