"""YAML with the place of every key, and keys checked against what an author may write.

PyYAML's parser gives events with lines and columns; from them plain values are built here, so that an alias, an anchor
or a tag is a mistake before it costs anything. Numbers stay as written: the classes in ``keys`` read them, which
spares authors YAML 1.1's surprises (``12:30`` is no 750, ``no`` is no falsehood, ``1984`` can be a title).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coursewright.keys import Keys
from coursewright.problem import Place, Problems, did_you_mean, listed, nearest, shown
from coursewright.source.source import REFUSED_CHARACTERS, Source
from coursewright.values import PATTERNS

DEEPEST = 6
"""Levels of lists and mappings; the deepest key of Coursewright has three."""

Path = tuple[str | int, ...]
K = TypeVar("K", bound=Keys)

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Header:
    """The values of a piece of YAML, and where each key and item stands."""

    source: Source
    start: Place
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)

    def place(self, *path: str | int) -> Place:
        """Where a key stands, or the nearest key above it, or the start."""
        while path:
            if path in self.places:
                return self.places[path]
            path = path[:-1]
        return self.start


class _Refused(Exception):
    """The YAML cannot be used; the mistake has been reported."""


class _Builder:
    """Builds values from events, without recursion, keeping places.

    Marks are of PyYAML's C parser or of its Python one, which share no type.
    """

    def __init__(self, source: Source, first_line: int, indent: int, problems: Problems) -> None:
        self.source, self.first_line, self.indent, self.problems = source, first_line, indent, problems
        self.places: dict[Path, Place] = {}
        self.root: Any = None
        self._open: list[tuple[Any, Path]] = []
        self._key: list[str | None] = []

    def place(self, mark: Any) -> Place:
        return self.source.place(self.first_line + mark.line, mark.column + self.indent + 1)

    def refuse(self, code: str, mark: Any, found: str, **values: object) -> _Refused:
        self.problems.report(code, self.place(mark), found, **values)
        return _Refused()

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise self.refuse("yaml-alias", event.start_mark, f"`*{event.anchor}`")
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            raise self.refuse("yaml-alias", event.start_mark, f"`&{event.anchor}`")
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag:
            raise self.refuse("yaml-tag", event.start_mark, f"`{event.tag}`")
        if isinstance(event, yaml.ScalarEvent):
            # An escape such as "\0" brings characters that the source itself may not hold.
            for code, pattern in REFUSED_CHARACTERS:
                if match := pattern.search(event.value):
                    raise self.refuse(code, event.start_mark, f"the character U+{ord(match.group()):04X}")
            plain_null = not event.style and event.value in ("", "~", "null")
            self._scalar("" if plain_null else event.value, event.start_mark)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._collection({} if isinstance(event, yaml.MappingStartEvent) else [], event.start_mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._key.pop()

    def _scalar(self, value: str, mark: Any) -> None:
        if self._open and isinstance(self._open[-1][0], dict) and self._key[-1] is None:
            self._start_key(value, mark)
        else:
            self._put(value, mark)

    def _start_key(self, key: str, mark: Any) -> None:
        path = (*self._open[-1][1], key)
        if path in self.places:
            self.problems.report(
                "key-duplicate", self.place(mark), f"`{key}` again", key=key, line=self.places[path].line
            )
        else:
            self.places[path] = self.place(mark)
        self._key[-1] = key

    def _collection(self, value: Any, mark: Any) -> None:
        if self._open and isinstance(self._open[-1][0], dict) and self._key[-1] is None:
            raise self.refuse("yaml-broken", mark, "a list or mapping as a key")
        if len(self._open) >= DEEPEST:
            raise self.refuse("yaml-too-deep", mark, f"{len(self._open) + 1} levels", limit=DEEPEST)
        path = self._put(value, mark)
        self._open.append((value, path))
        self._key.append(None)

    def _put(self, value: Any, mark: Any) -> Path:
        if not self._open:
            self.root = value
            return ()
        holder, path = self._open[-1]
        if isinstance(holder, list):
            holder.append(value)
            path = (*path, len(holder) - 1)
            self.places[path] = self.place(mark)
        else:
            key = self._key[-1] or ""
            holder.setdefault(key, value)
            path = (*path, key)
            self._key[-1] = None
        return path


def read_yaml(
    source: Source, lines: tuple[str, ...], first_line: int, problems: Problems, indent: int = 0
) -> Header | None:
    """Read a mapping. Returns None, with the mistakes reported, if there is none to be had.

    Args:
        source: The file, for places.
        lines: The lines of YAML, without their common indentation.
        first_line: The line of the file where they begin.
        problems: Takes the mistakes.
        indent: The columns that were cut off before each line.
    """
    builder = _Builder(source, first_line, indent, problems)
    start = source.place(first_line)
    documents = 0
    try:
        for event in yaml.parse("\n".join(lines), Loader=_LOADER):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise builder.refuse("yaml-several-documents", event.start_mark, "a second set of keys")
            builder.take(event)
    except _Refused:
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = builder.place(mark) if mark else start
        problems.report("yaml-broken", place, f"{shown(place.excerpt)} ({error.problem})")
        return None
    except (yaml.YAMLError, RecursionError) as error:
        problems.report("yaml-broken", start, shown(str(error)))
        return None
    if builder.root is not None and not isinstance(builder.root, dict):
        problems.report(
            "yaml-not-mapping", start, "a list" if isinstance(builder.root, list) else shown(str(builder.root))
        )
        return None
    return Header(source, start, builder.root or {}, builder.places)


_TYPES: dict[str, str] = {
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing_size": "a whole number with fewer digits",
    "finite_number": "a number",
    "float_parsing": "a number",
    "float_type": "a number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "string_type": "text",
    "tuple_type": "a list, such as `[one, two]`",
    "mapping_type": "keys and values, such as `name: text`",
    "dict_type": "keys and values, such as `name: text`",
    "model_type": "keys and values",
    "model_attributes_type": "keys and values",
    "string_too_short": "some text",
    "string_too_long": "at most {max_length} characters",
    "greater_than": "a number above {gt}",
    "greater_than_equal": "a number from {ge} on",
    "less_than_equal": "a number up to {le}",
    "too_short": "at least one {what}",
    "extra_forbidden": "a key that is known there",
    "missing": "`{missing}` among its keys",
    "string_pattern_mismatch": "{meaning}",
    "literal_error": "{expected}",
}
"""What pydantic's types of error expect, in an author's words."""


def check_keys(header: Header, keys: type[K], problems: Problems, at: Path = ()) -> K | None:
    """Type the values of a header. Returns None, with every mistake reported, if they do not fit.

    Args:
        header: The values and their places.
        keys: The set of keys that may be written.
        problems: Takes the mistakes.
        at: Where in the header the values stand, if not at its top.
    """
    values: Any = header.values
    for step in at:
        values = values[step]
    # An empty value stands for a key that was not written, so that one message serves both.
    written = {key: value for key, value in values.items() if value != ""} if isinstance(values, dict) else values
    try:
        return keys.model_validate(written)
    except ValidationError as error:
        details = error.errors(include_url=False)
        misspelt = {_nearest_key(detail, keys) for detail in details if _is_unknown(detail)}
        for detail in details:
            # A key that was only misspelt is not missing as well.
            if detail["type"] != "missing" or detail["loc"][0] not in misspelt:
                _report(detail, header, keys, problems, at)
        return None


def _is_unknown(detail: ErrorDetails) -> bool:
    """Whether a key isn't known; one inside the value of another is told with that value."""
    return detail["type"] == "extra_forbidden" and len(detail["loc"]) == 1


def _nearest_key(detail: ErrorDetails, keys: type[Keys]) -> str | None:
    return nearest(str(detail["loc"][0]), _described(keys))


def _described(keys: type[Keys]) -> dict[str, str]:
    """Each key as an author writes it, with its description."""
    return {(field.alias or name): field.description or "" for name, field in keys.model_fields.items()}


def _report(detail: ErrorDetails, header: Header, keys: type[Keys], problems: Problems, at: Path) -> None:
    location = tuple(step for step in detail["loc"] if step != "[key]")
    key = str(location[0]) if location else ""
    described = _described(keys)
    place = header.place(*at, *location)
    if _is_unknown(detail):
        problems.report(
            "key-unknown", place, f"`{key}`", known=listed(described), suggestion=did_you_mean(key, described)
        )
    elif detail["type"] == "missing" and len(location) == 1:
        problems.report(
            "key-missing",
            place,
            "none" if not header.places.get((*at, key)) else "no value",
            key=key,
            meaning=described[key],
        )
    else:
        expected = expected_by(detail, described.get(key, ""))
        found = location[-1] if detail["type"] == "extra_forbidden" else detail["input"]
        words = (
            "only characters that can't be seen"
            if detail["type"] == "unseen"
            else shown(found)
            if isinstance(found, str)
            else "nothing in it"
            if not found
            else "a list"
            if isinstance(found, list | tuple)
            else "keys and values"
        )
        meaning = f" ({described[key]})" if key in described else ""
        if detail["type"] == "literal_error" and (hint := did_you_mean(str(found), expected.split("`")[1::2])):
            meaning += f".{hint}"
        name = key or (str(at[-1]) if at else "keys")
        problems.report("key-type", place, words, key=name, expected=expected, meaning=meaning)


def expected_by(detail: ErrorDetails, meaning: str) -> str:
    """What pydantic expected in place of a value, in an author's words."""
    context = {name: _plain(value) for name, value in detail.get("ctx", {}).items()}
    context["what"] = "line `name: text` below it" if context.get("field_type") == "Dictionary" else "in the list"
    context["expected"] = str(context.get("expected", "")).replace("'", "`")
    context["missing"] = detail["loc"][-1] if detail["loc"] else ""
    context["meaning"] = PATTERNS.get(str(context.get("pattern")), meaning)
    return _TYPES.get(detail["type"], detail["msg"]).format_map(context)


def _plain(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value
