"""The options of a block, read in one place: each mistake in them stands where its author wrote it."""

from __future__ import annotations

from typing import TypeVar

from coursewright.keys import Keys
from coursewright.source.blocks import RawBlock
from coursewright.source.header import check_keys, read_yaml
from coursewright.source.reading import Reading

K = TypeVar("K", bound=Keys)


def read_options(block: RawBlock, keys: type[K], reading: Reading) -> K | None:
    """Read the options of a block, checked against the keys that it may have. Returns None if one is wrong."""
    line = reading.source.lines[block.options.line - 1]
    # Less than four where an author has used a tab, or nothing at all.
    indent = min(len(line) - len(line.lstrip()), 4)
    header = read_yaml(reading.source, block.options.lines, block.options.line, reading.problems, indent)
    return check_keys(header, keys, reading.problems) if header else None
