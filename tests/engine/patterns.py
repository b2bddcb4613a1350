"""Every compiled pattern of the library, and texts that would make a slow one slow."""

from __future__ import annotations

import importlib
import itertools
import pkgutil
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import coursewright

OF_ALL = ("a", "1", " ", "\t", "\n", "_", "\0")
"""Characters of each class, and one that belongs to none."""
MOST = 24
SIZES = (24, 320, 2_560)
SLOW = 0.004
"""Seconds of the processor below which nothing is said of how they grow: a square of these sizes takes longer."""
GROWTH = 9
"""Times by which four times the text may take longer. In proportion it's 4, as the square it's 16."""


def modules() -> Iterator[ModuleType]:
    """Every module of the library."""
    for found in pkgutil.walk_packages(coursewright.__path__, "coursewright."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def patterns() -> dict[str, re.Pattern[Any]]:
    """The compiled patterns, by a name that says where they are."""
    found: dict[int, tuple[str, re.Pattern[Any]]] = {}
    for module in modules():
        for name, value in vars(module).items():
            if not name.startswith("__"):
                for each in _inside(value, set()):
                    found.setdefault(id(each), (f"{module.__name__}.{name}", each))
    names: dict[str, re.Pattern[Any]] = {}
    for name, each in found.values():
        free = next(tried for number in itertools.count(1) if (tried := f"{name}-{number}") not in names)
        names[free] = each
    return names


def _inside(value: object, seen: set[int]) -> Iterator[re.Pattern[Any]]:
    """The patterns in a value: itself, what it holds, and the attributes of a class."""
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, re.Pattern):
        yield value
        return
    parts: Iterable[object] = ()
    if isinstance(value, Mapping):
        parts = (*value.keys(), *value.values())
    elif isinstance(value, list | tuple | set | frozenset):
        parts = value
    elif isinstance(value, type) and value.__module__.startswith("coursewright"):
        parts = [each for each in vars(value).values() if not isinstance(each, Enum)]
    elif is_dataclass(value) and not isinstance(value, type):
        parts = [getattr(value, each.name, None) for each in fields(value)]
    for part in parts:
        yield from _inside(part, seen)


def attacks(pattern: re.Pattern[Any], thorough: bool) -> Iterator[tuple[str, str, str]]:
    """A beginning, what is repeated, and an end: from the pattern's own literals and from all classes of characters."""
    samples = [_sample(_parsed(pattern), times) for times in (0, 1, 2)]
    twos = (sample[at : at + 2] for sample in samples for at in range(len(sample) - 1))
    beginnings = (sample[:end] for sample in samples for end in range(3, min(len(sample), 8)))
    tokens = list(dict.fromkeys([*OF_ALL, *"".join(samples), *samples, *twos, *beginnings]))
    starts = {sample[:end] + more for sample in samples for end in range(len(sample) + 1) for more in ("", "a")}
    if len(starts) > MOST and not thorough:
        starts = {start for start in starts if not start.endswith("a")} | set(samples)
    for start in sorted(starts):
        for pump in tokens:
            for end in ("", "b", "\0"):
                yield start, pump, end
    pairs = itertools.permutations(tokens, 2)
    for first, second in pairs if thorough else itertools.islice(pairs, MOST * 4):
        for start in ("", *samples) if thorough else ("",):
            yield start, first + second, "\0"


def _parsed(pattern: re.Pattern[Any]) -> Any:
    if isinstance(pattern.pattern, bytes):
        return parser.parse(pattern.pattern.decode("latin-1"), pattern.flags)
    return parser.parse(pattern.pattern, pattern.flags)


def _sample(parsed: Any, times: int) -> str:
    """A text that looks like what a pattern finds, with what may be repeated or left out so many times."""
    text = ""
    for code, argument in parsed:
        if code is codes.LITERAL:
            text += chr(argument)
        elif code is codes.NOT_LITERAL:
            text += "a" if argument != ord("a") else "b"
        elif code is codes.IN:
            text += _member(argument)
        elif code is codes.ANY:
            text += "a"
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            low, high, inner = argument
            text += _sample(inner, times) * max(low, min(times, high))
        elif code is codes.BRANCH:
            branches = argument[1]
            text += _sample(branches[min(times, len(branches) - 1)], times)
        elif code is codes.SUBPATTERN:
            text += _sample(argument[-1], times)
        elif code is codes.ATOMIC_GROUP:
            text += _sample(argument, times)
    return text


_MEMBERS = {codes.CATEGORY_SPACE: " ", codes.CATEGORY_DIGIT: "1", codes.CATEGORY_WORD: "a"}


def _member(members: Any) -> str:
    """A character of a class."""
    if members[0][0] is codes.NEGATE:
        kept = re.escape("".join(chr(value) for kind, value in members if kind is codes.LITERAL))
        spaces = r"\s" if (codes.CATEGORY, codes.CATEGORY_SPACE) in members else ""
        return re.sub(f"[{kept}{spaces}]" if kept or spaces else "(?!)", "", "a -1")[:1]
    kind, value = members[0]
    if kind is codes.LITERAL:
        return chr(value)
    return chr(value[0]) if kind is codes.RANGE else _MEMBERS.get(value, "-")


def slow_attack(pattern: re.Pattern[Any], thorough: bool = False) -> str:
    """An attack under which a pattern takes more than in proportion to the text, told in words; nothing if none is."""
    for start, pump, end in attacks(pattern, thorough):
        for size in SIZES:
            times = size * 4 // (3 + len(pump))
            if _seconds(pattern, start + pump * times + end) > SLOW and _grows(pattern, start, pump, end, times):
                return f"{start!r} + {pump!r} × {times} + {end!r}"
    return ""


def _grows(pattern: re.Pattern[Any], start: str, pump: str, end: str, times: int) -> bool:
    """Whether a quarter of the text takes much less than a quarter of the time: of three runs each, the best."""

    def best(times: int) -> float:
        text = start + pump * times + end
        return min(_seconds(pattern, text) for _ in range(3))

    return best(times) > GROWTH * best(times // 4)


def _seconds(pattern: re.Pattern[Any], text: str) -> float:
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    start = time.process_time()
    for _ in pattern.finditer(given):
        pass
    return time.process_time() - start
