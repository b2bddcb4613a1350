"""What questions cost a reader: a part of the one script and the one style of pages, packed as a server packs them."""

from __future__ import annotations

import gzip

from lxml import html

from coursewright.bundles import BUNDLES, FOLDER
from tests.engine.site.building import Build, pages_of
from tests.engine.site.words import select

LIMIT = 15 * 1024
NEEDED = ("core/", "questions/")


def _pieces(text: str, name: str) -> str:
    """What a question needs of a bundle of the site: each piece begins with its name."""
    names = BUNDLES[name]
    starts = [text.index(f"/* {piece} */") for piece in names] + [len(text)]
    assert starts == sorted(starts)
    return "".join(
        text[start:end]
        for piece, start, end in zip(names, starts, starts[1:], strict=False)
        if piece.startswith(NEEDED)
    )


def test_all_that_questions_need_is_light(sampler: Build) -> None:
    files = {name: (sampler.site / FOLDER / name).read_text(encoding="utf-8") for name in ("course.js", "course.css")}
    pieces = [_pieces(text, name).encode() for name, text in files.items()]
    assert all(pieces)
    assert sum(len(gzip.compress(piece, 9, mtime=0)) for piece in pieces) <= LIMIT


def test_a_question_brings_nothing_of_its_own(sampler: Build) -> None:
    seen = 0
    for path in pages_of(sampler.site):
        page = html.document_fromstring(path.read_bytes())
        seen += len(select(page, "//self-check"))
        assert select(page, "//style | //*[@style] | //self-check//script | //@*[starts-with(name(), 'on')]") == []
        assert [each for each in select(page, "//script[not(@src)]") if each.get("type") != "application/json"] == []
        loaded = [
            str(each).rpartition("/")[2] for each in select(page, "//script/@src | //link[@rel='stylesheet']/@href")
        ]
        for name in ("course.js", "course.css"):
            assert loaded.count(name) == 1, f"{path.name}: {name}"
    assert seen == 14
