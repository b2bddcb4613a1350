"""`coursewright build`: both editions from one configuration, or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from coursewright.lock import Lock
from coursewright.mkdocs import running
from tests.engine.cli.conftest import Run
from tests.engine.site.building import digests, replace_in

pytestmark = pytest.mark.slow

NOTE = "If the room is silent"
LESSON = Path("lessons/first-steps/your-first-lesson.html")


def _note_in(site: Path) -> bool:
    return NOTE in (site / LESSON).read_text(encoding="utf-8")


def test_editions(course: Path, run: Run) -> None:
    done = run("build", "--no-pdf", "--edition", "trainer", "--site-dir", "out/web")
    assert done.exit_code == 0, done.output
    assert _note_in(course / "out/web-trainer")
    assert not (course / "out/web").exists()
    assert str(Path("out/web-trainer/index.html")) in done.stdout
    done = run("build", "--no-pdf", "--edition", "learner")
    assert done.exit_code == 0, done.output
    assert not _note_in(course / "site")
    assert not (course / "site-trainer").exists()


def test_a_configuration_of_the_trainers_edition_keeps_its_folder(course: Path, run: Run) -> None:
    (course / "trainer.yml").write_text("INHERIT: mkdocs.yml\nsite_dir: mine\nextra:\n  edition: trainer\n")
    done = run("build", "--no-pdf", "-f", "trainer.yml")
    assert done.exit_code == 0, done.output
    assert _note_in(course / "mine")
    assert not _note_in(course / "mine-learner")


def test_a_mistake_of_one_edition_leaves_both_sites(course: Path, run: Run) -> None:
    assert run("build", "--no-pdf").exit_code == 0
    before = digests(course / "site"), digests(course / "site-trainer")
    with (course / "docs/index.md").open("a") as page:
        page.write("\n[For learners, this leads nowhere](run-sheets/first-workshop.md)\n")
    for count in ("1 mistake ", "2 mistakes "):
        done = run("build", "--no-pdf")
        assert done.exit_code == 1
        assert not done.stdout
        assert done.stderr.startswith(count)
        assert (digests(course / "site"), digests(course / "site-trainer")) == before
        note = course / "docs" / LESSON.with_suffix(".md")
        replace_in(note, ("**Ask** ", "**Ask** [this](never.md) "))


def test_a_mistake_of_the_second_edition_leaves_both_sites(course: Path, run: Run) -> None:
    assert run("build", "--no-pdf").exit_code == 0
    before = digests(course / "site"), digests(course / "site-trainer")
    replace_in(course / "docs" / LESSON.with_suffix(".md"), ("**Ask** ", "**Ask** [this](never.md) "))
    replace_in(course / "docs/index.md", ("title: ", "title: Another "))
    done = run("build", "--no-pdf")
    assert done.exit_code == 1
    assert done.stderr.startswith("1 mistake ")
    assert (digests(course / "site"), digests(course / "site-trainer")) == before
    assert not [path for path in course.iterdir() if path.name.startswith(".site")]


def test_a_site_that_cannot_be_replaced_leaves_the_other(course: Path, run: Run) -> None:
    assert run("build", "--no-pdf").exit_code == 0
    before = digests(course / "site")
    replace_in(course / "docs/index.md", ("title: ", "title: Another "))
    lock = Lock(course / ".site-trainer.lock")
    done = run("build", "--no-pdf")
    assert done.exit_code == 1
    assert f"Another build is running into the folder {course / 'site-trainer'}." in done.stderr
    assert digests(course / "site") == before
    lock.release()
    assert not [path for path in course.iterdir() if path.name.startswith(".site")]


def test_settings_take_the_place_of_those_in_the_file(course: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_in(course / "mkdocs.yml", ("plugins:", "extra:\n  own: kept\n  worksheets:\n    text: 13\n\nplugins:"))
    seen: list[dict[str, Any]] = []

    def build(config: Any) -> None:
        seen.append({**config.extra, "site_url": config.site_url or ""})

    monkeypatch.setattr(running, "build", build)
    address = "https://courses.example/a/"
    assert run("build", "--large-print", "--no-pdf", "--site-url", address).exit_code == 0
    assert run("build", "--text", "14", "--edition", "learner").exit_code == 0
    assert run("build", "--edition", "trainer").exit_code == 0
    settings = [(each["edition"], each["worksheets"], each["site_url"], each["own"]) for each in seen]
    large = {"pdf": False, "text": 16}
    assert settings == [
        ("learner", large, address, "kept"),
        ("trainer", large, address, "kept"),
        ("learner", {"text": 14}, "", "kept"),
        ("trainer", {"text": 13}, "", "kept"),
    ]


@pytest.mark.parametrize("address", ["courses.example", "ftp://courses.example/", "https://"])
def test_an_address_that_is_none(address: str, course: Path, run: Run) -> None:
    refused = run("build", "--site-url", address)
    assert refused.exit_code == 2
    assert "isn't the address of a site" in refused.stderr
    assert not (course / "site").exists()


def test_what_fails_without_a_message_is_told_in_a_sentence(
    course: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Any) -> None:
        raise ZeroDivisionError("by design")

    monkeypatch.setattr(running, "build", fail)
    failed = run("build")
    assert failed.exit_code == 1
    assert "ZeroDivisionError: by design. To see where, type coursewright --debug build …\n" in failed.stderr
    assert failed.stderr.count("\n") == 1
    assert isinstance(run("--debug", "build").exception, ZeroDivisionError)
