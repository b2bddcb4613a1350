"""The files that ``new`` and ``add`` start with: Markdown and YAML in starter/, with ``$names`` for what differs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template

import yaml

STARTER = Path(__file__).with_name("starter")
PAGES = STARTER / "pages"
"""Single pages, for ``add``."""
COURSE = STARTER / "course"
"""A whole course, for ``new``. A name that begins with ``dot-`` stands for one that begins with a dot."""


def filled(template: Path, values: Mapping[str, str]) -> str:
    """A starter file with its ``$names`` filled in."""
    return Template(template.read_text(encoding="utf-8")).substitute(values)


def course_files(values: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    """Each file of a new course: its path below the course's folder, and what is in it."""
    for template in sorted(path for path in COURSE.rglob("*") if path.is_file()):
        path = template.relative_to(COURSE)
        name = f".{path.name.removeprefix('dot-')}" if path.name.startswith("dot-") else path.name
        yield path.with_name(name), filled(template, values)


def as_yaml(text: str) -> str:
    """A text as a YAML value: in quotes where it would otherwise be read as something else."""
    try:
        plain = yaml.safe_load(f"key: {text}\n") == {"key": text} and yaml.safe_load(f"[{text}]") == [text]
    except yaml.YAMLError:
        plain = False
    return text if plain else json.dumps(text, ensure_ascii=False)


def write_new(path: Path, text: str) -> None:
    """Write a file that isn't there yet. Raises FileExistsError if it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
