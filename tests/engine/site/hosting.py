"""A course of two lessons in two modules, for builds that turn on what MkDocs and its other plugins do."""

from __future__ import annotations

from pathlib import Path

from tests.engine.site.building import ROOT

LESSON = """\
---
title: {title}
minutes: 1
objectives:
  know: Know it
---

{text}

/// question | asked
    objective: know

{stem}

- [x] Yes
    > It is.
- [ ] No
    > It isn't.

As the lesson says.
///
"""


def lesson(title: str, text: str, stem: str = "Is it so?") -> str:
    """The source of a lesson with one question."""
    return LESSON.format(title=title, text=text, stem=stem)


def host(folder: Path, files: dict[str, str], config: str = "") -> Path:
    """Write a project.

    Args:
        folder: Where; it may be there already, and is empty.
        files: Files of the docs folder by their paths, in the place of those that are there otherwise, and besides.
        config: Lines of mkdocs.yml that follow those of this project's.
    """
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "base.yml").symlink_to(ROOT / "mkdocs.yml")
    (folder / "mkdocs.yml").write_text(f"INHERIT: base.yml\n{config}", encoding="utf-8")
    written = {
        "course.yml": "title: Course\nmodules: [m, n]\n",
        "index.md": "# Course\n",
        "lessons/m/index.md": "---\ntitle: First\npurpose: To begin\nlessons: [one]\n---\n",
        "lessons/n/index.md": "---\ntitle: Second\npurpose: To go on\nlessons: [two]\n---\n",
        "lessons/m/one.md": lesson("One", "Text."),
        "lessons/n/two.md": lesson("Two", "Text."),
        **files,
    }
    for path, text in written.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
