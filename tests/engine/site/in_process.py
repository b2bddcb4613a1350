"""Builds in the process of the tests: MkDocs as a plugin sees it, without what a process of its own costs."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
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
