"""Anchors of headings in any alphabet, and those that Latin headings have always had."""

from __future__ import annotations

import pytest
from markdown.extensions.toc import slugify

from coursewright.markup.anchors import anchor_of


@pytest.mark.parametrize(
    "heading", ["What to do on Monday", "Café & crème", "Ünïcode", "5 steps, 2 ways", "½ day", "!?", ""]
)
def test_latin_headings_keep_their_anchors(heading: str) -> None:
    assert anchor_of(heading, "-") == slugify(heading, "-")


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Введение в курс", "введение-в-курс"),
        ("服务愿景", "服务愿景"),
        ("Größe zählt", "größe-zählt"),
        ("مقدمة الدورة", "مقدمة-الدورة"),
        ("Why 服务 matters", "why-服务-matters"),
    ],
)
def test_headings_of_other_alphabets_are_readable(heading: str, anchor: str) -> None:
    assert anchor_of(heading, "-") == anchor
