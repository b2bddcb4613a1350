"""When a file was last revised, so that a build says the same of it whenever and wherever it runs."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

MOST_SECONDS = 10


def last_revised(file: Path) -> datetime:
    """When a file was last revised.

    That is the time of the build where SOURCE_DATE_EPOCH names it (reproducible-builds.org), else the time of the
    file's last commit, if git has the file as it is, else the time that the disk has for the file.
    """
    found = next((seconds for look in (_named, _committed, _on_disk) if (seconds := look(file)) is not None), 0)
    return datetime.fromtimestamp(found, UTC)


def _named(_: Path) -> int | None:
    try:
        return int(os.environ.get("SOURCE_DATE_EPOCH", ""))
    except ValueError:
        return None


def _committed(file: Path) -> int | None:
    changed = _git(file, "status", "--porcelain")
    last = _git(file, "log", "-1", "--format=%ct")
    return int(last) if last and last.isdigit() and changed == "" else None


def _on_disk(file: Path) -> int | None:
    try:
        return int(file.stat().st_mtime)
    except OSError:
        return None


def _git(file: Path, *arguments: str) -> str | None:
    command = ["git", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", *arguments, "--", file.name]
    try:
        done = subprocess.run(
            command, cwd=file.parent, capture_output=True, text=True, timeout=MOST_SECONDS, check=True
        )
    except (OSError, ValueError, subprocess.SubprocessError):  # no git here, or no repository
        return None
    return done.stdout.strip()
