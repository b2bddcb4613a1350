"""``type: scenario``: decide in a short story in which each choice has a consequence and leads to another scene.

/// scene | start
What happens.

- What one does -> next-scene
    > What follows from it.
///

/// scene | next-scene
    end: good

How it went.
///
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from coursewright.block import Question
from coursewright.keys import SceneKeys
from coursewright.markup.element import Element, add, as_written
from coursewright.problem import did_you_mean, shown
from coursewright.questions.base import QuestionType, ReadQuestion
from coursewright.questions.context import RenderContext
from coursewright.questions.interaction import StoryChoice, StoryInteraction, StoryScene
from coursewright.questions.source import QuestionSource
from coursewright.source.blocks import RawBlock
from coursewright.source.header import check_keys, read_yaml
from coursewright.source.items import Form, Item, read_items
from coursewright.source.reading import Reading
from coursewright.text import Phrase, Text

End = Literal["good", "fair", "poor"]


@dataclass(frozen=True, slots=True)
class _TurnItem(Item):
    to: str


_FORM = Form(
    words="`- what one does -> next-scene`",
    opening=re.compile(r"^[-*+] (?P<text>.*)(?:->|→)[ \t]*+(?P<to>[a-z][a-z0-9-]*+)[ \t]*+$"),
    near=re.compile(r"^\s{0,3}[-*+](?:\s|.*(?:->|→))"),
    item=lambda item, groups: _TurnItem(item.line, item.text, item.feedback, groups["to"]),
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A choice in a scene: what one does, what follows, and the scene to which it leads."""

    text: Phrase
    to: str
    consequence: Text
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A scene of a story, with turns to take, or an end."""

    name: str
    line: int
    text: Text
    turns: tuple[Turn, ...]
    end: End | None


@dataclass(frozen=True, slots=True)
class Scenario(QuestionType):
    """A short branching story. It begins with the first scene."""

    scenes: tuple[Scene, ...]

    @property
    def kind(self) -> str:
        """As scripts, styles and words name it."""
        return "scenario"

    def decides(self) -> Iterator[str]:
        """The scenes by name, where their turns lead, and how it ends."""
        for scene in self.scenes:
            yield " ".join([scene.name, str(scene.end), *(turn.to for turn in scene.turns)])

    def worded(self) -> Iterator[str]:
        """The scenes and where their turns lead."""
        for scene in self.scenes:
            yield f"{scene.name} {scene.end} {scene.text}"
            yield from (f"{turn.text} -> {turn.to}" for turn in scene.turns)

    @staticmethod
    def read(source: QuestionSource) -> ReadQuestion:
        """The scenes of a story; one that cannot be reached, or from which no end can, is a mistake."""
        stem, blocks, after = source.with_blocks()
        scenes = tuple(_read_scene(block, source.reading) for block in blocks if block.kind == "scene")
        if not scenes:
            source.report("question-items", source.line, "none", expected="scenes, each `/// scene | name`")
        _check_scenes(scenes, source)
        _check_ways(scenes, source)
        return ReadQuestion(stem, Scenario(scenes), source.explanation(scenes, after))

    def draw_body(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw the scenes one under another, joined by links, so that the story can be followed without scripts."""
        holder = add(parent, "div", class_="cw-scenes")
        for scene in self.scenes:
            section = add(
                holder,
                "section",
                class_="cw-scene",
                id=_address(question, scene.name),
                data_scene=scene.name,
                data_end=scene.end,
            )
            context.markdown(section, scene.text)
            if scene.end:
                add(section, "p", as_written(context.words[f"question.end-{scene.end}"]), class_="cw-end")
            if scene.turns:
                self._draw_turns(section, scene, question, context)

    def _draw_turns(self, section: Element, scene: Scene, question: Question, context: RenderContext) -> None:
        numbers = {scene.name: str(place) for place, scene in enumerate(self.scenes, 1)}
        choices = add(section, "ul", class_="cw-choices")
        for turn in scene.turns:
            row = add(choices, "li")
            address = f"#{_address(question, turn.to)}"
            choice = add(row, "a", class_="cw-choice", href=address, data_next=turn.to)
            choice.set("data-number", numbers.get(turn.to, ""))
            context.line(choice, turn.text)
            context.markdown(add(row, "div", class_="cw-consequence"), turn.consequence)

    def draw_key(self, parent: Element, question: Question, context: RenderContext) -> None:
        """Draw the shortest way to a good end."""
        add(parent, "p", as_written(context.words["question.way"]), class_="cw-verdict")
        way = add(parent, "ol")
        for turn in self.way_to("good"):
            context.line(add(way, "li", class_="cw-key-answer"), turn.text)

    def way_to(self, end: End) -> tuple[Turn, ...]:
        """The shortest way from the beginning to an end of that kind; empty if there is none."""
        named = {scene.name: scene for scene in reversed(self.scenes)}
        ways: dict[str, tuple[Turn, ...]] = {self.scenes[0].name: ()} if self.scenes else {}
        waiting = list(ways)
        while waiting:
            scene = named.get(waiting.pop(0))
            if scene is None:
                continue
            if scene.end == end:
                return ways[scene.name]
            for turn in scene.turns:
                if turn.to not in ways:
                    ways[turn.to] = (*ways[scene.name], turn)
                    waiting.append(turn.to)
        return ()

    def interaction(self) -> StoryInteraction:
        """The scenes and their turns."""
        return StoryInteraction(
            tuple(
                StoryScene(scene.name, scene.text, tuple(_choice(turn) for turn in scene.turns), scene.end)
                for scene in self.scenes
            )
        )


def _choice(turn: Turn) -> StoryChoice:
    return StoryChoice(turn.text, turn.to, turn.consequence)


def _address(question: Question, scene: str) -> str:
    return f"question-{question.name}--{scene}"


def _read_scene(block: RawBlock, reading: Reading) -> Scene:
    header = read_yaml(reading.source, block.options.lines, block.options.line, reading.problems, indent=4)
    keys = check_keys(header, SceneKeys, reading.problems) if header else None
    body = read_items(list(reading.lines(block.body())), _FORM, block.line, reading)
    for line in body.after:
        if not line.blank:
            reading.report("scene-text-late", line.number, shown(line.text))
            break
    turns = tuple(Turn(Phrase(item.text.joined), item.to, item.feedback, item.line) for item in body.items)
    for turn in turns:
        if not turn.consequence:
            reading.report("scene-no-consequence", turn.line, f"none under {shown(turn.text)}")
    return Scene(name=block.name, line=block.line, text=body.stem, turns=turns, end=keys.end if keys else None)


def _check_scenes(scenes: tuple[Scene, ...], source: QuestionSource) -> None:
    """Each scene by itself: a text, and either choices that lead somewhere or an end."""
    names = [scene.name for scene in scenes]
    for scene in scenes:
        if not scene.text:
            source.report("block-empty", scene.line, "nothing", what="what happens in the scene")
        for turn in scene.turns:
            if turn.to not in names:
                source.report("scene-unknown", turn.line, f"`{turn.to}`", suggestion=did_you_mean(turn.to, names))
        if scene.end and scene.turns:
            source.report("scene-end", scene.turns[0].line, "a choice in an end", expected="no choices in an end")
        elif not scene.end and not scene.turns:
            source.report("scene-end", scene.line, "neither", expected="choices, or the option `end`")
    if scenes and not any(scene.end == "good" for scene in scenes):
        source.report("scene-end", scenes[0].line, "none", expected="at least one scene with `end: good`")


def _check_ways(scenes: tuple[Scene, ...], source: QuestionSource) -> None:
    """All scenes together: each can be reached, and from each an end."""
    names = [scene.name for scene in scenes]
    reached = _closure(names[:1], {scene.name: {turn.to for turn in scene.turns} for scene in scenes})
    backwards = {
        name: {scene.name for scene in scenes if any(turn.to == name for turn in scene.turns)} for name in names
    }
    ending = _closure([scene.name for scene in scenes if scene.end or not scene.turns], backwards)
    for scene in scenes:
        if scene.name not in reached:
            source.report("scene-unreachable", scene.line, f"`{scene.name}`, to which no choice leads")
        elif scene.name not in ending:
            source.report("scene-endless", scene.line, f"`{scene.name}`, from which no choice leads to an end")


def _closure(start: list[str], ways: Mapping[str, set[str]]) -> set[str]:
    """All that can be reached from some names."""
    reached: set[str] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += ways.get(name, set())
    return reached
