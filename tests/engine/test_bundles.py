"""The scripts and styles of pages: all sources are joined, in a declared order, and each stays what a source is."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from coursewright.bundles import ALONE, AUTHORS, BUNDLES, FOLDER, TOLD, TRAINERS, bundles_of, is_source, joined
from tests.engine.pages import ROOT

SOURCES = ROOT / "overrides" / FOLDER
FILES = sorted(path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*.*"))
PIECES = set(chain.from_iterable(BUNDLES.values())) - {TOLD}
LONGEST = 250
SCRIPT = re.compile(r'(?:/\*.*?\*/\n)\(\(\) => \{\n  "use strict";\n.*\}\)\(\);\n', re.DOTALL)


def test_every_source_is_joined_and_every_piece_is_there() -> None:
    assert {path for path in FILES if not path.endswith(".d.ts")} == PIECES | set(ALONE)
    assert {path for path in FILES if not is_source(FOLDER + path)} == set(ALONE)


@pytest.mark.parametrize("name", BUNDLES)
def test_a_bundle_holds_its_pieces_once_in_order(name: str) -> None:
    pieces = BUNDLES[name]
    assert len(set(pieces)) == len(pieces)
    assert joined(pieces, lambda piece: f"\n<{piece}>\n\n") == "\n".join(f"/* {each} */\n<{each}>\n" for each in pieces)


@pytest.mark.parametrize("path", FILES)
def test_a_source_is_short(path: str) -> None:
    assert len((SOURCES / path).read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", sorted(each for each in PIECES if each.endswith(".js")))
def test_a_script_is_one_strict_function_that_nothing_leaves(path: str) -> None:
    assert SCRIPT.fullmatch((SOURCES / path).read_text(encoding="utf-8"))


def test_each_edition_has_its_bundles_and_no_others() -> None:
    assert not {*TRAINERS, *AUTHORS} & {*bundles_of("learner", serving=False)}
    assert {*bundles_of("trainer", serving=False)} == BUNDLES.keys() - set(AUTHORS)
    assert {*bundles_of("learner", serving=True)} == BUNDLES.keys() - set(TRAINERS)
    trainers = {piece for name in TRAINERS for piece in BUNDLES[name]}
    learners = {piece for name in bundles_of("learner", serving=False) for piece in BUNDLES[name]}
    assert trainers & learners == {"workshops/workshop.css"}
