"""Weigh what the course sends to browsers, each file gzipped as a server sends it, and fail over a budget."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from coursewright import bundles  # noqa: E402

SOURCES = ROOT / "overrides" / bundles.FOLDER
KIB = 1024


def _read(name: str) -> str:
    # What the build tells is the course's own, and not weighed.
    return "" if name == bundles.TOLD else (SOURCES / name).read_text(encoding="utf-8")


def weight(pieces: Iterable[str]) -> int:
    """The bytes of sources that are joined and sent as one file."""
    return len(gzip.compress(bundles.joined(pieces, _read).encode(), 9, mtime=0))


def _of(name: str, *starts: str) -> list[str]:
    return [piece for piece in bundles.BUNDLES[name] if piece.startswith(starts)]


EARLY = [name for name in bundles.ALONE if name.endswith(".js")]

BUDGETS: Sequence[tuple[str, Sequence[Sequence[str]], int]] = (
    (
        "self-checks",
        (_of("course.js", "core/store", "questions/"), _of("course.css", "core/", "questions/")),
        15 * KIB,
    ),
    ("the scripts of a lesson", (*([name] for name in EARLY), bundles.BUNDLES["course.js"]), 20 * KIB),
    ("the script of My progress besides", (bundles.BUNDLES["my-progress.js"],), 8 * KIB),
    ("the script of the self-assessments besides", (bundles.BUNDLES["assessment.js"],), 3 * KIB),
    ("planning, in its script", (_of("planner.js", "planner/"),), 26 * KIB),
    ("run mode, in its script", (bundles.BUNDLES["run-mode.js"],), 25 * KIB),
)
"""What is weighed, the files that are fetched for it, and what they may weigh together."""


def main() -> None:
    """Tell each weight, and what is too heavy."""
    heavy = False
    for what, files, limit in BUDGETS:
        weights = [weight(pieces) for pieces in files]
        for pieces, each in zip(files, weights, strict=True):
            print(f"{each:6}  {pieces[0] if len(pieces) == 1 else f'{len(pieces)} sources, joined'}")
        print(f"{sum(weights):6}  {what}, gzipped, of {limit} bytes\n")
        if sum(weights) > limit:
            print(f"{what}: {sum(weights) - limit} bytes over budget.", file=sys.stderr)
            heavy = True
    sys.exit(heavy)


if __name__ == "__main__":
    main()
