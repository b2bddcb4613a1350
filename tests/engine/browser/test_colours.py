"""Whatever colour an author chooses, words have contrast, and the course's own colours stay as they are."""

from __future__ import annotations

import importlib.util
import itertools
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.engine.browser.conftest import NewContext, Place

MATERIAL = Path(getattr(importlib.util.find_spec("material"), "origin", "")).parent
PALETTE = next((MATERIAL / "templates/assets/stylesheets").glob("palette.*.css"))
NAMES = sorted(set(re.findall(r"data-md-color-primary=([a-z-]+)", PALETTE.read_text(encoding="utf-8"))))
ACCENTS = sorted(set(re.findall(r"data-md-color-accent=([a-z-]+)", PALETTE.read_text(encoding="utf-8"))))

WORDS, ORNAMENT = 4.5, 2.9
PAIRS: dict[str, tuple[float, tuple[str, ...]]] = {
    "--cw-teal": (WORDS, ("--cw-paper", "--cw-sheet", "--cw-shade", "--cw-teal-wash")),
    "--cw-teal-strong": (WORDS, ("--cw-paper", "--cw-sheet", "--cw-shade", "--cw-teal-wash")),
    "--cw-on-teal": (WORDS, ("--cw-teal", "--cw-teal-strong")),
    "--cw-ink": (WORDS, ("--cw-teal-wash", "--cw-amber-wash")),
    "--cw-ink-soft": (WORDS, ("--cw-teal-wash", "--cw-amber-wash")),
    "--cw-cover-ink": (WORDS, ("--cw-cover",)),
    "--cw-amber-ink": (WORDS, ("--cw-paper", "--cw-sheet", "--cw-amber-wash")),
    "--cw-amber": (ORNAMENT, ("--cw-paper", "--cw-sheet")),
}
"""Each colour of words or ornaments, the contrast that it needs, and the grounds that it stands on."""

PAINTED = """(names) => {
    const sample = document.body.appendChild(document.createElement("span"));
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const found = {};
    for (const name of names) {
        sample.style.color = `var(${name})`;
        canvas.fillStyle = getComputedStyle(sample).color;
        canvas.fillRect(0, 0, 1, 1);
        found[name] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    }
    sample.remove();
    return found;
}"""

Colours = dict[str, list[int]]


def _colours(page: Page, scheme: str, primary: str, accent: str) -> Colours:
    """What the page paints with, under that choice."""
    values = {"scheme": scheme, "primary": primary, "accent": accent}
    page.evaluate(
        "values => Object.entries(values).forEach(([k, v]) => document.body.setAttribute(`data-md-color-${k}`, v))",
        values,
    )
    names = sorted({*PAIRS, *itertools.chain.from_iterable(grounds for _, grounds in PAIRS.values())})
    found: Colours = page.evaluate(PAINTED, names)
    return found


def _luminance(colour: list[int]) -> float:
    channels = [value / 255 for value in colour]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: list[int], other: list[int]) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _faint(colours: Colours) -> list[str]:
    """The pairs that have too little contrast."""
    return [
        f"{colour} on {ground}: {found:.2f}"
        for colour, (least, grounds) in PAIRS.items()
        for ground in grounds
        if (found := _contrast(colours[colour], colours[ground])) < least
    ]


@pytest.fixture
def page(new_context: NewContext, canary: Place) -> Page:
    page = new_context().new_page()
    page.goto(canary.page("index.md"))
    return page


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_words_have_contrast_in_every_colour(page: Page, scheme: str) -> None:
    assert len(NAMES) > 15
    faint = {name: _faint(_colours(page, scheme, name, "custom")) for name in NAMES}
    faint |= {f"accent {name}": _faint(_colours(page, scheme, "custom", name)) for name in ACCENTS}
    assert {name: pairs for name, pairs in faint.items() if pairs} == {}


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_a_colour_reaches_all_that_is_ours(page: Page, scheme: str) -> None:
    ours, chosen = _colours(page, scheme, "custom", "custom"), _colours(page, scheme, "purple", "green")
    changed = {name for name in ours if ours[name] != chosen[name]}
    assert changed == {
        *("--cw-teal", "--cw-teal-strong", "--cw-teal-wash", "--cw-cover"),
        *("--cw-amber", "--cw-amber-ink", "--cw-amber-wash"),
    }


def test_a_colour_of_ones_own(new_context: NewContext, canary_file: Place) -> None:
    page = new_context().new_page()
    page.goto(canary_file.page("index.md"))
    page.add_style_tag(content='[data-md-color-primary="house"] { --md-primary-fg-color: #7a1f5c; }')
    house = _colours(page, "default", "house", "custom")
    assert house["--cw-teal"] == house["--cw-cover"] == [0x7A, 0x1F, 0x5C]
    assert _faint(house) == []
