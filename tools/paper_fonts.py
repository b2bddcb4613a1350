"""Cut the fonts for printed worksheets from Source Sans 3 and Vollkorn: hooks/coursewright/paper/fonts/.

    python tools/paper_fonts.py FOLDER      the folder with Adobe's static TrueType files, SourceSans3-Regular.ttf …

Printed forms embed a font whole, so that whoever fills one in finds every letter of Europe's languages in it; and a
ligature, which stands for two letters at once, fails PDF/UA. Hence static fonts, cut to those letters and without
ligatures. The licence reserves the name Source for the whole fonts, so the cut ones have a name of their own. The
headings' letters are those of the site.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "hooks" / "course" / "paper" / "fonts"
SITE_FONTS = ROOT / "overrides" / "assets" / "fonts"
FAMILY = "Coursewright Sans"
STYLES = {"Regular": "Regular", "Bold": "Bold", "It": "Italic"}
LETTERS = (
    *range(0x20, 0x7F),  # Basic Latin
    *range(0xA0, 0x250),  # Latin-1 Supplement, Latin Extended-A and B
    *range(0x300, 0x530),  # Combining marks, Greek, Cyrillic
    *range(0x1E00, 0x1F00),  # Latin Extended Additional
    *range(0x2000, 0x2070),  # General punctuation
    *range(0x20A0, 0x20C0),  # Currencies
    *range(0x2100, 0x2200),  # Letter-like signs, numbers, arrows
    *(ord(sign) for sign in "−≈≠≤≥∞■□▪●○◦◆★☆☐☑☒✓✗✔✘"),
)


def main() -> None:
    """Cut every style."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    FONTS.mkdir(exist_ok=True)
    for source, style in STYLES.items():
        font = TTFont(Path(sys.argv[1]) / f"SourceSans3-{source}.ttf", recalcTimestamp=False)
        rename(cut(font), style).save(FONTS / f"{FAMILY.replace(' ', '')}-{style}.ttf")
    parts = [str(SITE_FONTS / f"vollkorn-{letters}-600-normal.woff2") for letters in ("latin", "latin-ext")]
    headings = cut(Merger().merge(parts))
    headings.flavor = None
    # The merger writes the time of the day into the font.
    headings["head"].created = headings["head"].modified = TTFont(parts[0])["head"].modified
    headings.recalcTimestamp = False
    headings.save(FONTS / "Vollkorn-SemiBold.ttf")


def cut(font: TTFont) -> TTFont:
    """Leave a font its letters, without ligatures."""
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=set(LETTERS) & set(font.getBestCmap()))
    cutter.subset(font)
    return font


def rename(font: TTFont, style: str) -> TTFont:
    """Give a font the name of its family and style."""
    full = f"{FAMILY} {style}"
    names = {1: FAMILY, 2: style, 3: full, 4: full, 6: full.replace(" ", "")}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    return font


if __name__ == "__main__":
    main()
