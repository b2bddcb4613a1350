"""What questions cost a reader: two scripts and a style sheet, packed as a server packs them."""

from __future__ import annotations

import gzip

from lxml import html

from tests.engine.site.building import Build, pages_of
from tests.engine.site.words import select

LIMIT = 15 * 1024
PARTS = ("store.js", "self-check.js", "question.css")


def test_all_that_questions_need_is_light(sampler: Build) -> None:
    parts = [sampler.site / "assets/course" / name for name in PARTS]
    assert sum(len(gzip.compress(part.read_bytes(), 9, mtime=0)) for part in parts) <= LIMIT


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
        for name in PARTS:
            assert loaded.count(name) == 1, f"{path.name}: {name}"
    assert seen == 13
