"""The bodies of ``/// activity``, ``/// trainer`` and ``/// key-points``: Markdown, and notes inside activities."""

from __future__ import annotations

from coursewright.block import Activity, KeyPoints, TrainerNote
from coursewright.keys import ActivityKeys, NoKeys
from coursewright.source.blocks import RawBlock, RawProse
from coursewright.source.header import check_keys, read_yaml
from coursewright.source.reading import Reading
from coursewright.text import Phrase, Prose

_WANTED = {
    "activity": "what participants do",
    "trainer": "the trainer's notes",
    "key-points": "what to remember, as a Markdown list",
}


def read_activity(block: RawBlock, keys: ActivityKeys, reading: Reading) -> Activity:
    """Read an activity; mistakes are reported."""
    parts: list[Prose | TrainerNote] = []
    for item in block.items:
        if isinstance(item, RawProse):
            if item.text:
                parts.append(Prose(item.text))
        elif item.kind == "trainer":
            if header := read_yaml(reading.source, item.options.lines, item.options.line, reading.problems, 4):
                check_keys(header, NoKeys, reading.problems)
            parts.append(read_note(item, NoKeys(), reading))
    if not any(isinstance(part, Prose) for part in parts):
        _report_empty(block, reading)
    return Activity(
        block.name,
        block.line,
        keys.title or block.name.replace("-", " ").capitalize(),
        keys.minutes,
        keys.group or "",
        keys.materials,
        keys.if_late,
        keys.objective,
        tuple(parts),
        keys.worksheet or "",
        Phrase(keys.alone or ""),
    )


def read_note(block: RawBlock, _keys: NoKeys, reading: Reading) -> TrainerNote:
    """Read a trainer's note."""
    if not block.body():
        _report_empty(block, reading)
    return TrainerNote(block.line, block.body())


def read_key_points(block: RawBlock, _keys: NoKeys, reading: Reading) -> KeyPoints:
    """Read the key points of a lesson."""
    if not block.body():
        _report_empty(block, reading)
    return KeyPoints(block.line, block.body())


def _report_empty(block: RawBlock, reading: Reading) -> None:
    reading.report("block-empty", block.line, "nothing", what=_WANTED[block.kind])
