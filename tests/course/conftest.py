"""Rules of Machine First alone. Where docs/ holds another course they are skipped, and the run says so."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

COURSE = "Machine First"
SETTINGS = Path(__file__).parents[2] / "docs/course.yml"


def title_of_the_course() -> str:
    """What the course's own settings call it; nothing if they cannot be read, which a build tells better."""
    try:
        settings = yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError):
        return ""
    return str(settings.get("title", "")) if isinstance(settings, dict) else ""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    title = title_of_the_course()
    if title == COURSE:
        return
    rule = pytest.mark.skip(reason=f"docs/ holds the course {title!r}; these are rules of {COURSE!r}")
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(rule)
