"""The texts of a block: one walk over its record finds them all, whatever block it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from coursewright.block import Block
from coursewright.text import Phrase, Text


def texts_of(item: object, for_trainers: bool) -> Iterator[Text | Phrase]:
    """The texts that an author wrote in a block, in the order of its record; a render job has none of its own.

    Args:
        item: What stands in the flow of a page.
        for_trainers: Whether the edition has records that say of themselves that they are ``for_trainers``.
    """
    return _texts(item, for_trainers) if isinstance(item, Block) else iter(())


def is_left_out(item: object, for_trainers: bool) -> bool:
    """Whether an edition is to have nothing of a record, not even its place."""
    return not for_trainers and bool(getattr(item, "for_trainers", False))


def _texts(value: object, for_trainers: bool) -> Iterator[Text | Phrase]:
    if isinstance(value, Text | Phrase):
        if value:
            yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each, for_trainers)
    elif is_dataclass(value) and not isinstance(value, type) and not is_left_out(value, for_trainers):
        for name in _names(type(value)):
            yield from _texts(getattr(value, name), for_trainers)


@cache
def _names(record: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))
