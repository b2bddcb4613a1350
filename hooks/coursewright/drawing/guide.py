"""The author's reference, drawn from the tables that the reader itself goes by, so that the two never differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursewright.keys import (
    BLOCK_KEYS,
    NESTING,
    UNNAMED_BLOCKS,
    CourseKeys,
    GlossaryKeys,
    HomeKeys,
    Keys,
    LessonKeys,
    ModuleKeys,
    PageKeys,
    PathKeys,
    ReferenceKeys,
    WeekKeys,
    WorkshopKeys,
)
from coursewright.problem import MISTAKES

GENERATED = "<!-- Written by `make guide` from hooks/coursewright; change it there. -->"

_FILES: tuple[type[Keys], ...] = (
    CourseKeys,
    PathKeys,
    WeekKeys,
    ReferenceKeys,
    GlossaryKeys,
    PageKeys,
    HomeKeys,
    ModuleKeys,
    LessonKeys,
    WorkshopKeys,
)
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def keys_reference() -> str:
    """Every key that an author may write, as Markdown."""
    pieces = ["# Keys", GENERATED, "A key in **bold** must be there. A key that is not listed is a mistake."]
    for keys in _FILES:
        pieces += [f"## {_heading(keys)}", *_own_keys(keys)]
    pieces.append("## Options of blocks")
    for kind, keys in BLOCK_KEYS.items():
        opening = f"/// {kind}" if kind in UNNAMED_BLOCKS else f"/// {kind} | name"
        pieces += [f"### `{opening}`", *_own_keys(keys)]
        if inside := [outer for outer, inner in NESTING.items() if kind in inner]:
            pieces.append(f"May also be inside: {', '.join(f'`{outer}`' for outer in inside)}.")
    return "\n\n".join(pieces) + "\n"


def mistakes_reference() -> str:
    """Every mistake with what was expected and how to fix it, as Markdown."""
    rows = [
        f"| `{code}` | {_words(mistake.expected)} | {_words(mistake.remedy)} |" for code, mistake in MISTAKES.items()
    ]
    pieces = [
        "# Mistakes",
        GENERATED,
        "A build reports all mistakes together, each as `file:line:column: code expected …, found …; how to fix it`, "
        "and ends with an error. What differs from case to case appears here as *a word in italics*.",
        "\n".join(["| Code | Expected | How to fix it |", "|---|---|---|", *rows]),
    ]
    return "\n\n".join(pieces) + "\n"


def _heading(keys: type[Keys]) -> str:
    return (keys.__doc__ or "").strip().replace("``", "`")


def _own_keys(keys: type[Keys]) -> Iterator[str]:
    inherited = {name: field for base in keys.__bases__ for name, field in getattr(base, "model_fields", {}).items()}
    rows = []
    for name, field in keys.model_fields.items():
        if name in inherited and field.description == inherited[name].description:
            continue
        written = f"`{field.alias or name}`"
        default = "" if field.is_required() else _default(field.default)
        rows.append(f"| {f'**{written}**' if field.is_required() else written} | {field.description} | {default} |")
    if inherited:
        yield "All keys of any page, and:"
    yield "\n".join(["| Key | Meaning | Without it |", "|---|---|---|", *rows]) if rows else "No options."


def _default(value: object) -> str:
    return f"`{value}`" if value != "" and isinstance(value, str | int) and not isinstance(value, bool) else ""


def _words(text: str) -> str:
    text = _PLACEHOLDER.sub(lambda match: f"*{match[1]}*", text.replace("{{", "{").replace("}}", "}"))
    return text.replace("|", "\\|").strip()
