"""A scenario: its scenes one under another, joined by links, so that the story can be followed without scripts."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.block import Question
from coursewright.drawing.element import Scene
from coursewright.markup.element import Element, add, as_written, inline
from coursewright.task import Scenario
from coursewright.text import Text


def scenario_parts(task: Scenario) -> Iterator[tuple[str, Text]]:
    """The pieces of Markdown in a scenario, by label."""
    for number, scene in enumerate(task.scenes, 1):
        yield f"scene-{number}", scene.text
        for place, turn in enumerate(scene.turns, 1):
            yield f"consequence-{number}-{place}", turn.consequence


def draw_scenario(parent: Element, question: Question, task: Scenario, scene: Scene) -> None:
    """Draw the scenes."""
    numbers = {part.name: str(number) for number, part in enumerate(task.scenes, 1)}
    holder = add(parent, "div", class_="cw-scenes")
    for number, part in enumerate(task.scenes, 1):
        section = add(
            holder,
            "section",
            class_="cw-scene",
            id=_address(question, part.name),
            data_scene=part.name,
            data_end=part.end,
        )
        scene.parse(section, f"scene-{number}")
        if part.end:
            add(section, "p", as_written(scene.words[f"question.end-{part.end}"]), class_="cw-end")
            continue
        choices = add(section, "ul", class_="cw-choices")
        for place, turn in enumerate(part.turns, 1):
            row = add(choices, "li")
            address = f"#{_address(question, turn.to)}"
            choice = add(row, "a", inline(turn.text), class_="cw-choice", href=address, data_next=turn.to)
            choice.set("data-number", numbers.get(turn.to, ""))
            scene.parse(add(row, "div", class_="cw-consequence"), f"consequence-{number}-{place}")


def draw_scenario_key(parent: Element, _question: Question, task: Scenario, scene: Scene) -> None:
    """Draw the shortest way to a good end."""
    add(parent, "p", as_written(scene.words["question.way"]), class_="cw-verdict")
    way = add(parent, "ol")
    for turn in task.way_to("good"):
        add(way, "li", inline(turn.text), class_="cw-key-answer")


def _address(question: Question, scene: str) -> str:
    return f"question-{question.name}--{scene}"
