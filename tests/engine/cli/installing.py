"""Coursewright as MkDocs finds an installed plugin, without installing it."""

from __future__ import annotations

import os
from importlib.metadata import EntryPoint
from pathlib import Path

from tests.engine.pages import ROOT

METADATA = "Metadata-Version: 2.1\nName: coursewright\nVersion: 0\n"
ENTRY_POINT = EntryPoint("coursewright", "coursewright.mkdocs.plugin:CoursewrightPlugin", "mkdocs.plugins")


def install(folder: Path) -> Path:
    """Write what an installed package says of itself into a folder, which is to go onto the path of imports."""
    about = folder / "coursewright-0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(METADATA)
    (about / "entry_points.txt").write_text(f"[{ENTRY_POINT.group}]\n{ENTRY_POINT.name} = {ENTRY_POINT.value}\n")
    return folder


def environment(installed: Path) -> dict[str, str]:
    """The environment of a process in which Coursewright is installed."""
    paths = os.pathsep.join([str(ROOT / "hooks"), str(installed)])
    return {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
