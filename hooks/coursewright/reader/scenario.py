"""Scenes of a ``type: scenario`` question: a story in which each choice has a consequence and leads to another scene.

/// scene | start
What happens.

- What one does -> next-scene
    > What follows from it.
///
"""

from __future__ import annotations

import re

from coursewright.keys import QuestionKeys, SceneKeys
from coursewright.problem import did_you_mean, shown
from coursewright.reader.items import Body, Form, read_items
from coursewright.source.blocks import RawBlock
from coursewright.source.header import check_keys, read_yaml
from coursewright.source.reading import Reading
from coursewright.task import Scenario, Scene, Turn

_TURN = Form(
    "`- what one does -> next-scene`",
    re.compile(r"^[-*+] (?P<text>.*?)[ \t]*(?:->|→)[ \t]*(?P<to>[a-z][a-z0-9-]*)[ \t]*$"),
    re.compile(r"^\s{0,3}[-*+](?:\s|.*(?:->|→))"),
)


def read_scenario(block: RawBlock, _body: Body, _keys: QuestionKeys, reading: Reading) -> Scenario:
    """The scenes of a story; one that cannot be reached, or from which no end can, is a mistake."""
    raw = [item for item in block.items if isinstance(item, RawBlock) and item.kind == "scene"]
    scenario = Scenario(tuple(_read_scene(item, reading) for item in raw))
    if not raw:
        reading.report("question-items", block.line, "none", expected="scenes, each `/// scene | name`")
    _check_scenes(scenario, reading)
    _check_ways(scenario, reading)
    return scenario


def _read_scene(block: RawBlock, reading: Reading) -> Scene:
    header = read_yaml(reading.source, block.options.lines, block.options.line, reading.problems, indent=4)
    keys = check_keys(header, SceneKeys, reading.problems) if header else None
    body = read_items(list(reading.lines(block.body())), _TURN, block.line, reading)
    for line in body.after:
        if not line.blank:
            reading.report("scene-text-late", line.number, shown(line.text))
            break
    turns = tuple(Turn(item.text.joined, item.match["to"], item.feedback, item.line) for item in body.items)
    for turn in turns:
        if not turn.consequence:
            reading.report("scene-no-consequence", turn.line, f"none under {shown(turn.text)}")
    return Scene(block.name, block.line, body.stem, turns, keys.end if keys else None)


def _check_scenes(scenario: Scenario, reading: Reading) -> None:
    """Each scene by itself: a text, and either choices that lead somewhere or an end."""
    names = [scene.name for scene in scenario.scenes]
    for scene in scenario.scenes:
        if not scene.text:
            reading.report("block-empty", scene.line, "nothing", what="what happens in the scene")
        for turn in scene.turns:
            if turn.to not in names:
                reading.report("scene-unknown", turn.line, f"`{turn.to}`", suggestion=did_you_mean(turn.to, names))
        if scene.end and scene.turns:
            reading.report("scene-end", scene.turns[0].line, "a choice in an end", expected="no choices in an end")
        elif not scene.end and not scene.turns:
            reading.report("scene-end", scene.line, "neither", expected="choices, or the option `end`")
    if scenario.scenes and not any(scene.end == "good" for scene in scenario.scenes):
        reading.report("scene-end", scenario.scenes[0].line, "none", expected="at least one scene with `end: good`")


def _check_ways(scenario: Scenario, reading: Reading) -> None:
    """All scenes together: each can be reached, and from each an end."""
    names = [scene.name for scene in scenario.scenes]
    reached = _closure(names[:1], {scene.name: {turn.to for turn in scene.turns} for scene in scenario.scenes})
    backwards = {
        name: {scene.name for scene in scenario.scenes if any(turn.to == name for turn in scene.turns)}
        for name in names
    }
    ending = _closure([scene.name for scene in scenario.scenes if scene.end or not scene.turns], backwards)
    for scene in scenario.scenes:
        if scene.name not in reached:
            reading.report("scene-unreachable", scene.line, f"`{scene.name}`, to which no choice leads")
        elif scene.name not in ending:
            reading.report("scene-endless", scene.line, f"`{scene.name}`, from which no choice leads to an end")


def _closure(start: list[str], ways: dict[str, set[str]]) -> set[str]:
    """All that can be reached from some names."""
    reached: set[str] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += ways.get(name, set())
    return reached
