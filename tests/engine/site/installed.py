"""Coursewright as a package: the wheel is built, and unpacked where Python finds it and its entry points."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.engine.site.building import ROOT, Build, environment, mkdocs

SOURCES = ("hooks/coursewright", "overrides", "guide", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE")


def build_wheel(into: Path) -> Path:
    """Build the wheel of this checkout, from a copy, so that nothing is left in it."""
    copy = into / "sources"
    for name in SOURCES:
        source, target = ROOT / name, copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(into / "dist")]
    subprocess.run(command, cwd=copy, check=True, capture_output=True, timeout=120)
    (wheel,) = (into / "dist").glob("*.whl")
    return wheel


def unpack(wheel: Path, folder: Path) -> Path:
    """Unpack a wheel into a folder that ``PYTHONPATH`` can name."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def build_with_plugin(package: Path, project: Path, site: Path, *options: str) -> Build:
    """Build a project that lists the plugin, with the package of that folder."""
    command = mkdocs("build", "--strict", "--config-file", project / "mkdocs.yml", "--site-dir", site, *options)
    env = {**environment(), "PYTHONPATH": os.fspath(package)}
    done = subprocess.run(command, env=env, cwd=project, capture_output=True, text=True, timeout=200, check=False)
    return Build(site, done.returncode, done.stdout + done.stderr)
