"""What is in the docs folder and no plain file: a mistake with its name, at once, and nothing that MkDocs touches.

That this file is here is nobody's business: a link in a docs folder leads to it.
"""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from tests.engine.rights import needs_rights, without_rights
from tests.engine.site.building import SMALL_COURSES, new_project
from tests.engine.site.in_process import message_of, shown_by_server

BIRD, FINCH = "bird.svg", "lessons/birds/finch.md"


def _socket(path: Path) -> None:
    with chdir(path.parent), socket.socket(socket.AF_UNIX) as made:  # its whole path may be too long
        made.bind(path.name)


def _device(path: Path) -> None:
    try:
        os.mknod(path, 0o20666, os.makedev(1, 5))  # /dev/zero, which never ends
    except PermissionError:
        pytest.skip("only root makes devices")


def _link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


MAKE: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "pipe": (os.mkfifo, "file-special", "a named pipe"),
    "socket": (_socket, "file-special", "a socket"),
    "device": (_device, "file-special", "a device"),
    "link to a device": (_link("/dev/zero"), "file-symlink", "a link to `zero` outside"),
    "link to nothing": (_link("nowhere"), "file-symlink", "a link to nothing"),
    "link to itself": (lambda path: path.symlink_to(path.name), "file-symlink", "a link to nothing"),
    "link outside": (_link(__file__), "file-symlink", f"a link to `{Path(__file__).name}` outside"),
    "folder": (Path.mkdir, "file-special", "a folder"),
}
PLACES = ("course.yml", "glossary.yml", "index.md", FINCH, "lessons/birds/index.md", BIRD, "new.png", "new.md")
NO_MISTAKES = {("folder", BIRD), ("folder", "new.png")}
"""A folder may be called so; that a picture is missing is told where it's shown."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return new_project(tmp_path, SMALL_COURSES / "canary")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", MAKE)
def test_a_file_that_is_none(kind: str, place: str, project: Path, caplog: pytest.LogCaptureFixture) -> None:
    make, code, found = MAKE[kind]
    path = project / "docs" / place
    path.unlink(missing_ok=True)
    make(path)
    said = message_of(project, caplog)
    if (kind, place) in NO_MISTAKES:
        assert code not in said
        return
    about = [line for line in said.splitlines() if line.startswith(f"docs/{place}:")]
    assert [line.partition(" expected ")[0] for line in about] == [f"docs/{place}:1:1: {code}"]
    assert f"found {found};" in about[0]
    assert "file-missing" not in said
    assert not (project / "site").exists()


@pytest.mark.parametrize("place", [BIRD, FINCH, "index.md", "new.md"])
@pytest.mark.parametrize("kind", ["pipe", "link to a device", "link outside"])
def test_a_server_shows_it_and_publishes_nothing_of_it(kind: str, place: str, project: Path, tmp_path: Path) -> None:
    path = project / "docs" / place
    path.unlink(missing_ok=True)
    MAKE[kind][0](path)
    served = tmp_path / "served"
    served.mkdir()
    assert [each["code"] for each in shown_by_server(project, served) if each["file"] == f"docs/{place}"] == [
        MAKE[kind][1]
    ]
    assert (served / "404.html").is_file()
    made = served / place.replace(".md", ".html")
    if place.endswith(".md"):
        assert "nobody's business" not in made.read_text(encoding="utf-8")
    else:
        assert not made.exists()


@pytest.mark.parametrize(
    ("names", "target"),
    [
        (("loop", "lessons/loop"), "."),
        (("loop", "lessons/loop", "lessons/birds/loop"), ".."),
        (("all",), "/"),
        ((".loop", "lessons/.loop"), ".."),
        (("again",), "lessons"),
    ],
)
def test_a_link_to_a_folder_is_not_followed(
    names: tuple[str, ...], target: str, project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for name in names:
        (project / "docs" / name).symlink_to(target, target_is_directory=True)
    said = message_of(project, caplog)
    assert [f"docs/{name}:1:1: file-symlink expected" in said for name in names] == [True] * len(names)
    (project / "served").mkdir()
    shown = shown_by_server(project, project / "served")
    assert {each["file"] for each in shown if each["code"] == "file-symlink"} == {f"docs/{name}" for name in names}


def test_a_hidden_link_that_leads_nowhere_back_is_fine(
    project: Path, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    (tmp_path / "notes").mkdir()
    (project / "docs/.notes").symlink_to(tmp_path / "notes", target_is_directory=True)
    (project / "docs/.#finch.md").symlink_to("someone@somewhere.1234")  # as Emacs locks a file
    assert message_of(project, caplog) == ""


@needs_rights
@pytest.mark.parametrize("place", ["course.yml", FINCH, BIRD, "lessons/birds"])
def test_what_may_not_be_read(place: str, caplog: pytest.LogCaptureFixture) -> None:
    with without_rights() as folder:
        shutil.copytree(SMALL_COURSES / "canary", folder / "project/docs")
        new = folder / "project"
        for name in ("hooks", "overrides", "mkdocs.yml"):
            (new / name).symlink_to(SMALL_COURSES.parents[3] / name)
        (new / "docs" / place).chmod(0)
        said = message_of(new, caplog)
        (new / "docs" / place).chmod(0o755)
        about = [line for line in said.splitlines() if line.startswith(f"docs/{place}:")]
        assert [line.partition(",")[0] for line in about] == [
            f"docs/{place}:1:1: file-unreadable expected a file that can be read"
        ]
        assert "Permission denied" in about[0]


@pytest.mark.parametrize("name", [b"\xff.png", b"\xff.md", b"a\nb.png", b"\x1b[31m.md"])
def test_a_name_that_cannot_be_shown(name: bytes, project: Path, caplog: pytest.LogCaptureFixture) -> None:
    try:
        (project / "docs" / os.fsdecode(name)).write_text("---\ntitle: Page\n---\n", encoding="utf-8")
    except OSError:
        pytest.skip("a disk that takes no such name")
    (about,) = (line for line in message_of(project, caplog).splitlines() if line.startswith("docs/"))
    assert "file-name expected" in about
    assert about.isprintable()


def test_a_file_as_large_as_a_disk_is_not_read(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    os.truncate(project / "docs" / FINCH, 1 << 40)
    assert f"docs/{FINCH}:1:1: file-too-large" in message_of(project, caplog)
