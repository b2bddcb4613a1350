"""Write the generated part of the author's guide: guide/keys.md and guide/mistakes.md."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from coursewright.drawing.guide import keys_reference, mistakes_reference  # noqa: E402

PAGES = {"keys.md": keys_reference, "mistakes.md": mistakes_reference}


def main() -> None:
    """Write both pages."""
    for name, draw in PAGES.items():
        (ROOT / "guide" / name).write_text(draw(), encoding="utf-8")


if __name__ == "__main__":
    main()
