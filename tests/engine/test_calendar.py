"""The calendar file of a workshop, by the rules of RFC 5545, and when it says that it was made."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from coursewright.build import CourseBuild
from coursewright.revised import last_revised
from tests.engine import pages

LONG = "Großer Saal, 2. Stock; Straße 5, " * 6
WORKSHOP = f"""---
title: Tea, slowly; a workshop
start: 9:00
end: 10:00
date: 2027-03-02
location: "{LONG.strip()}"
revision: 3
reminder: 90
---

/// agenda
    title: First day
- pour
///

/// agenda
- pour
///

/// activity | pour
    title: Pour, wait; pour
    minutes: 10

Pour.
///
"""
EPOCH = datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC)


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    docs = tmp_path / "docs"
    (docs / "workshops").mkdir(parents=True)
    (docs / "course.yml").write_text("title: Course\nmodules: [m]\n", encoding="utf-8")
    (docs / "workshops/tea.md").write_text(WORKSHOP, encoding="utf-8")
    return docs


def drawn(docs: Path) -> bytes:
    """The file of the workshop."""
    build: CourseBuild = pages.build(docs)
    build.extension.address = lambda path: f"https://courses.example/{path}"
    (file,) = build.calendars().values()
    return file


def test_lines_are_as_the_standard_has_them(docs: Path) -> None:
    data = drawn(docs)
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    unfolded = data.replace(b"\r\n ", b"").decode().splitlines()
    assert all(re.match(r"[A-Z-]+(;[A-Z-]+=[^:;]+)*:", line) for line in unfolded)
    opened: list[str] = []
    for line in unfolded:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            opened.append(value)
        elif name == "END":
            assert opened.pop() == value
    assert not opened


def test_what_it_says(docs: Path) -> None:
    calendar = Calendar.from_ical(drawn(docs))
    assert (str(calendar["version"]), bool(calendar["prodid"])) == ("2.0", True)
    events = calendar.walk("VEVENT")
    for event in events:
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "LOCATION", "URL"} <= set(event)
        assert event["sequence"] == 3
        assert str(event["location"]) == LONG.strip()
        assert str(event["url"]) == "https://courses.example/workshops/tea.md"
        (alarm,) = event.walk("VALARM")
        assert (str(alarm["action"]), alarm.decoded("trigger")) == ("DISPLAY", -timedelta(minutes=90))
        assert str(alarm["description"]) == str(event["summary"])
    assert [str(event["summary"]) for event in events] == [
        "Tea, slowly; a workshop: First day",
        "Tea, slowly; a workshop",
    ]
    assert len({str(event["uid"]) for event in events}) == 2


def test_what_it_leaves_out(docs: Path) -> None:
    text = re.sub(r"(location|revision): .*\n", "", WORKSHOP).replace("reminder: 90", "reminder: 0")
    (docs / "workshops/tea.md").write_text(text, encoding="utf-8")
    (file,) = pages.build(docs).calendars().values()
    event = Calendar.from_ical(file).walk("VEVENT")[0]
    assert {"LOCATION", "URL"}.isdisjoint(event)
    assert event["sequence"] == 0
    assert not event.walk("VALARM")


def stamp(docs: Path) -> datetime:
    found: datetime = Calendar.from_ical(drawn(docs)).walk("VEVENT")[0].decoded("dtstamp")
    return found


def test_the_time_that_the_environment_names(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for seconds in (0, int(EPOCH.timestamp())):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))
        assert stamp(docs) == datetime.fromtimestamp(seconds, UTC)


def test_the_time_of_the_last_commit_unless_the_file_has_changed_since(docs: Path) -> None:
    file = docs / "workshops/tea.md"
    when = EPOCH.isoformat()
    env = {**os.environ, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull}
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    try:
        subprocess.run(["git", "init", "-q"], cwd=docs, check=True, env=env)
    except OSError:
        pytest.skip("no git")
    later = int(EPOCH.timestamp()) + 86_400
    os.utime(file, (later, later))
    assert stamp(docs) == datetime.fromtimestamp(later, UTC)
    subprocess.run(["git", "add", "."], cwd=docs, check=True, env=env)
    subprocess.run(["git", *who, "commit", "-q", "-m", "tea"], cwd=docs, check=True, env=env)
    assert stamp(docs) == EPOCH
    file.write_text(WORKSHOP.replace("9:00", "10:00"), encoding="utf-8")
    os.utime(file, (later, later))
    assert stamp(docs) == datetime.fromtimestamp(later, UTC)


def test_a_file_that_is_gone_has_a_time_all_the_same(docs: Path) -> None:
    assert last_revised(docs / "nothing.md") == datetime.fromtimestamp(0, UTC)
    assert last_revised(docs / "nowhere/nothing.md") == datetime.fromtimestamp(0, UTC)
