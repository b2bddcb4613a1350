"""The words of Markdown as lists show them."""

from __future__ import annotations

import pytest

from coursewright.source.plain import plain


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("A ____ (1) needs its ____ (2).", "A ____ (1) needs its ____ (2)."),
        ("____ (1), __bold__ and ____ (2)", "____ (1), bold and ____ (2)"),
        ("**** (1) and **** (2)", "**** (1) and **** (2)"),
        ("**bold**, _leaning_, ***both*** and a_snake_case", "bold, leaning, both and a_snake_case"),
    ],
)
def test_marks_go_and_gaps_stay(markdown: str, words: str) -> None:
    assert plain(markdown) == words
