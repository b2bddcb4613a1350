"""Adding a name to a list in a YAML file, and leaving every other character of the file as it is.

Authors keep comments, orders and layouts in these files that a YAML writer would lose. So the parser only says where
the list stands, and the name goes in between as text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<keys>.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"(?:^|\s)#")


class NoList(Exception):
    """The file has no list that a name could be added to."""


class _Found(NamedTuple):
    """A key of a YAML mapping, and where it stands in its file."""

    key: yaml.ScalarNode
    value: yaml.Node
    start: int
    """The place in the file at which the YAML begins."""


def names_in(text: str, key: str) -> list[str]:
    """The names that a list has. Raises NoList if the key holds something else.

    Args:
        text: A YAML file, or a page with front matter.
        key: The key of the list.
    """
    found = _find(text, key)
    return _names(found.value) if found else []


def with_name(text: str, key: str, name: str) -> str:
    """The file with a name added at the end of a list. Raises NoList if that can't be done.

    Args:
        text: A YAML file, or a page with front matter.
        key: The key of the list.
        name: A name of small letters, digits and hyphens.
    """
    found = _find(text, key)
    if found is None:
        added = _as_last_key(text, f"{key}: [{name}]")
    elif not isinstance(found.value, yaml.SequenceNode) or not found.value.value:
        added = _into_empty(text, found, name)
    elif found.value.flow_style:
        added = _into_flow(text, found, name)
    else:
        added = _into_block(text, found, name)
    if names_in(added, key) != [*names_in(text, key), name] or _without(added, key) != _without(text, key):
        raise NoList(key)
    return added


def _yaml_of(text: str) -> tuple[str, int]:
    """The YAML of a file, and where in the file it begins."""
    front = _FRONT_MATTER.match(text)
    return (front["keys"], front.start("keys")) if front else (text, 0)


def _find(text: str, key: str) -> _Found | None:
    source, start = _yaml_of(text)
    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise NoList(key) from error
    if root is None:
        return None
    if not isinstance(root, yaml.MappingNode):
        raise NoList(key)
    for name, value in root.value:
        if isinstance(name, yaml.ScalarNode) and name.value == key:
            return _Found(name, value, start)
    return None


def _names(node: yaml.Node) -> list[str]:
    if isinstance(node, yaml.ScalarNode) and node.value in ("", "~", "null"):
        return []
    if not isinstance(node, yaml.SequenceNode) or not all(isinstance(each, yaml.ScalarNode) for each in node.value):
        raise NoList
    return [each.value for each in node.value]


def _without(text: str, key: str) -> dict[str, str]:
    """Every other key of the file with its value, to be compared."""
    root = yaml.compose(_yaml_of(text)[0], Loader=yaml.SafeLoader)
    others = root.value if isinstance(root, yaml.MappingNode) else []
    return {name.value: yaml.serialize(value) for name, value in others if name.value != key}


def _new_line(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _as_last_key(text: str, line: str) -> str:
    source, start = _yaml_of(text)
    end, new_line = start + len(source), _new_line(text)
    before = "" if not source or source.endswith("\n") else new_line
    return f"{text[:end]}{before}{line}{new_line}{text[end:]}"


def _into_empty(text: str, found: _Found, name: str) -> str:
    """Into ``modules:``, ``modules: []`` or ``modules: ~``."""
    colon = text.index(":", found.start + found.key.end_mark.index) + 1
    end = max(colon, found.start + found.value.end_mark.index) if _is_written(found.value) else colon
    return f"{text[:colon]} [{name}]{text[end:]}"


def _is_written(node: yaml.Node) -> bool:
    return node.start_mark.index != node.end_mark.index


def _into_flow(text: str, found: _Found, name: str) -> str:
    """Into ``modules: [one, two]``, which may stand on several lines."""
    items = found.value.value
    end = found.start + items[-1].end_mark.index
    own_lines = len(items) > 1 and items[-1].start_mark.line > items[-2].start_mark.line
    own_lines = own_lines or (len(items) == 1 and items[0].start_mark.line > found.value.start_mark.line)
    if not own_lines:
        return f"{text[:end]}, {name}{text[end:]}"
    line_end = _line_end(text, end)
    rest = text[end:line_end]
    before_comment = _COMMENT.split(rest, maxsplit=1)[0]
    if "]" in before_comment:  # `two]`: the list ends on the line of its last item
        line_end, rest = end, ""
    comma_there = before_comment.lstrip().startswith(",")
    indent = " " * items[-1].start_mark.column
    last = "," if comma_there else ""
    return f"{text[:end]}{'' if comma_there else ','}{rest}{_new_line(text)}{indent}{name}{last}{text[line_end:]}"


def _into_block(text: str, found: _Found, name: str) -> str:
    """Into a list with a line ``- one`` for each name."""
    items = found.value.value
    dash = found.start + items[-1].start_mark.index
    line_start = text.rfind("\n", 0, dash) + 1
    end = _line_end(text, found.start + items[-1].end_mark.index)
    return f"{text[:end]}{_new_line(text)}{text[line_start:dash]}{name}{text[end:]}"


def _line_end(text: str, index: int) -> int:
    """The place of the line feed, and of a carriage return before it, that ends the line."""
    end = text.find("\n", index)
    end = len(text) if end < 0 else end
    return end - 1 if end > index and text[end - 1] == "\r" else end
