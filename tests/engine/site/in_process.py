"""Builds in the process of the tests: MkDocs as a plugin sees it, without what a process of its own costs."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands import serve
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException


def message_of(project: Path, caplog: pytest.LogCaptureFixture, **settings: Any) -> str:
    """Build a project without PDFs; gives what the build says when it fails, and nothing when it doesn't.

    Any exception that MkDocs would print with a traceback goes its way.
    """
    caplog.clear()
    with caplog.at_level(logging.INFO, "mkdocs"), pytest.MonkeyPatch.context() as patch:
        patch.setenv("PDF", "false")
        try:
            build(load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"), **settings))
        except MkDocsException as error:
            errors = [each.getMessage() for each in caplog.records if each.levelno >= logging.ERROR]
            return "\n".join([*errors, str(error)])
    return ""


def shown_by_server(project: Path, served: Path) -> list[dict[str, Any]]:
    """Build a project as the first build of ``mkdocs serve`` does; gives the mistakes that its pages show."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(served))
    first_build = vars(serve)["build"]
    try:
        config.plugins.on_startup(command="serve", dirty=False)
        vars(serve)["build"](config)
    finally:
        vars(serve)["build"] = first_build
    shown: list[dict[str, Any]] = json.loads((served / "course-problems.json").read_text(encoding="utf-8"))
    return shown
