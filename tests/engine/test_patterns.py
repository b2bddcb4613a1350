"""Every pattern takes time in proportion to the text, whatever the text: an author's slip must not stop a build."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coursewright.source.enclosed import without_enclosed
from tests.engine.patterns import patterns, slow_attack
from tests.engine.test_rooms import LIBRARY, MODULES

PATTERNS = patterns()
MADE_ANEW = {LIBRARY / "reference.py"}
"""Where a pattern is made of what an author has written: of words, each of them escaped."""


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_takes_time_in_proportion(name: str) -> None:
    assert slow_attack(PATTERNS[name]) == ""


@pytest.mark.hard
@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_withstands_every_attack(name: str) -> None:
    assert slow_attack(PATTERNS[name], thorough=True) == ""


@pytest.mark.parametrize(
    "slow",
    [
        *(r"^(?P<text>.*?)[ \t]*$", r"<!--.*?-->", r"<[^>]+>", r"\s*\{#[^{}]*\}\s*$", r"^(?:a|aa)+$", r"\( ?\).*\(x\)"),
        *(r"/{3,}[ \t]*(?P<rest>.*?)[ \t]*$", r"^#{1,6}[ \t]*(.*?)[ \t]*#*[ \t]*$", r"\[([^\]]*)\]\("),
    ],
)
def test_a_slow_pattern_is_found(slow: str) -> None:
    assert slow_attack(re.compile(slow, re.DOTALL))


def test_patterns_are_found_wherever_they_are() -> None:
    rooms = {name.split(".")[1] for name in PATTERNS}
    assert {"source", "questions", "worksheets", "reader", "checks", "drawing", "markup"} <= rooms
    holders = {name.rpartition(".")[2].rpartition("-")[0] for name in PATTERNS}
    assert {"_HEADING", "_MARKUP", "_FORM", "_LINES", "REFUSED_CHARACTERS"} <= holders


def _calls_in_functions(path: Path) -> Iterator[str]:
    """Calls of ``re`` that are made each time a function is: their patterns are no names that a test could find."""
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef | ast.Lambda):
            for node in ast.walk(function):
                called = node.func if isinstance(node, ast.Call) else None
                if isinstance(called, ast.Attribute) and ast.unparse(called.value) == "re" and called.attr != "escape":
                    yield f"{path.name}:{called.lineno}: re.{called.attr}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(LIBRARY).as_posix())
def test_patterns_are_compiled_once_and_have_a_name(path: Path) -> None:
    assert path in MADE_ANEW or not list(_calls_in_functions(path))


ENDS = {"](": ")", "<!--": "-->", "<": ">", "{": "}"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        ("words", "words"),
        ("[a](b) c", "[a. c"),
        ("a <!-- <b> --> c", "a . c"),
        ("a <!-- <b> c", "a . c"),
        ("a < b {c} d", "a < b . d"),
        ("a < b {c d", "a < b {c d"),
        ("{a}{b}<c>](", "...]("),
    ],
)
def test_what_is_enclosed_is_taken_out(text: str, kept: str) -> None:
    assert without_enclosed(text, ENDS, ".") == kept
