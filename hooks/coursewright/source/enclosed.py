"""What stands between signs, such as comments and tags, taken out of a text in one pass.

A pattern such as ``<!--.*?-->`` looks for its end from each place where it begins: where there is none, that takes the
square of the text's length. Here a sign that has no end is looked for once.
"""

from __future__ import annotations

from collections.abc import Mapping


def without_enclosed(text: str, ends: Mapping[str, str], kept: str) -> str:
    """A text with other words in the place of each piece that stands between signs.

    Args:
        text: The text.
        ends: The sign that ends a piece, by the one that begins it. Where two begin at a place, the first
            of them counts that has an end.
        kept: What takes the place of a piece.
    """
    at = 0
    begins = {opening: text.find(opening) for opening in ends}
    pieces = list[str]()
    while found := [opening for opening in ends if begins[opening] >= 0]:
        opening = min(found, key=begins.__getitem__)
        start = begins[opening]
        end = text.find(ends[opening], start + len(opening))
        if end < 0:
            begins[opening] = -1  # nor has any later one an end
            continue
        pieces += [text[at:start], kept]
        at = end + len(ends[opening])
        begins.update({each: text.find(each, at) for each in found if begins[each] < at})
    return "".join([*pieces, text[at:]])
