"""A worksheet on paper: what the page shows as a form, as lines, boxes and circles, or as fields of a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.block import Worksheet
from coursewright.drawing.element import Element, Scene, add, as_written
from coursewright.drawing.printed_fields import Pen, draw_entry
from coursewright.reader.fields import last_paragraph
from coursewright.sheet import (
    Circles,
    Example,
    Grid,
    Scale,
    SheetForm,
    SheetKey,
    SheetPart,
    WritingBox,
    beside_one_another,
)
from coursewright.text import Prose, Text


def printed_parts(sheet: Worksheet, form: SheetForm) -> Iterator[tuple[str, Text]]:
    """The pieces of Markdown that are on paper, by label: a key on the facilitator's copy only."""
    shown = (Prose, Example, SheetKey) if form == "facilitator" else (Prose, Example)
    for number, part in enumerate(sheet.parts):
        if isinstance(part, shown):
            yield str(number), part.text


def draw_printed_sheet(parent: Element, sheet: Worksheet, form: SheetForm, scene: Scene) -> None:
    """Draw what stands below the head of a sheet."""
    pen = Pen(f"{sheet.name}_", form == "fillable", scene.words)
    holder = add(parent, "div", class_="parts")
    said = ""
    for group in beside_one_another(sheet.parts):
        beside = add(holder, "div", class_="beside") if len(group) > 1 else None
        for number, part in group:
            frame = holder if beside is None else add(beside, "div", class_="cell")
            if isinstance(part, Prose):
                scene.parse(frame, str(number))
                if _labels(sheet.parts[number + 1 :], last_paragraph(part)) and len(frame) and frame[-1].tag == "p":
                    frame[-1].set("class", "label")
            elif isinstance(part, Example | SheetKey):
                if form == "facilitator" or isinstance(part, Example):
                    _draw_text(frame, part, str(number), scene)
            else:
                draw_entry(frame, part, pen, said)
            said = last_paragraph(part) if not isinstance(part, SheetKey) else said


def _labels(following: tuple[SheetPart, ...], words: str) -> bool:
    """Whether a paragraph labels what follows it: it is set as a label then, and stays with it."""
    part = next((each for each in following if not isinstance(each, SheetKey)), None)
    return isinstance(part, WritingBox | Grid) or (isinstance(part, Circles | Scale) and part.label == words)


def _draw_text(frame: Element, part: Example | SheetKey, label: str, scene: Scene) -> None:
    kind = "example" if isinstance(part, Example) else "key"
    aside = add(frame, "div", class_=kind)
    add(aside, "p", as_written(scene.words[f"sheet.{kind}"]), class_="title")
    scene.parse(aside, label)
