"""A worksheet on paper: what the page shows as a form, as lines, boxes and circles, or as fields of a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from course.drawing.element import Element, Scene, add, as_written
from course.drawing.printed_fields import Pen, draw_entry
from course.model import PrintedSheet, Worksheet
from course.sheet import Example, SheetForm, SheetKey, beside_one_another
from course.text import Prose, Text


def printed_parts(sheet: Worksheet, form: SheetForm) -> Iterator[tuple[str, Text]]:
    """The pieces of Markdown that are on paper, by label: a key on the facilitator's copy only."""
    shown = (Prose, Example, SheetKey) if form == "facilitator" else (Prose, Example)
    for number, part in enumerate(sheet.parts):
        if isinstance(part, shown):
            yield str(number), part.text


def draw_printed_sheet(parent: Element, printed: PrintedSheet, scene: Scene) -> None:
    """Draw what stands below the head of a sheet."""
    sheet = scene.course.worksheet(printed.lesson, printed.sheet)
    if sheet is None:
        return
    pen = Pen(f"{sheet.name}_", printed.form == "fillable", scene.words)
    holder = add(parent, "div", class_="parts")
    groups = list(beside_one_another(sheet.parts))
    for group, after in zip_longest(groups, groups[1:]):
        beside = add(holder, "div", class_="beside") if len(group) > 1 else None
        labels = after is not None and not isinstance(after[0][1], Prose | SheetKey)
        for number, part in group:
            frame = holder if beside is None else add(beside, "div", class_="cell")
            if isinstance(part, Prose):
                _draw_prose(frame, str(number), labels, scene)
            elif isinstance(part, Example | SheetKey):
                if printed.form == "facilitator" or isinstance(part, Example):
                    _draw_text(frame, part, str(number), scene)
            else:
                draw_entry(frame, part, pen)


def _draw_prose(frame: Element, label: str, labels: bool, scene: Scene) -> None:
    """Draw Markdown; if a field follows, its last paragraph labels that field and stays with it."""
    scene.parse(frame, label)
    if labels and len(frame) and frame[-1].tag == "p":
        frame[-1].set("class", "label")


def _draw_text(frame: Element, part: Example | SheetKey, label: str, scene: Scene) -> None:
    kind = "example" if isinstance(part, Example) else "key"
    aside = add(frame, "div", class_=kind)
    add(aside, "p", as_written(scene.words[f"sheet.{kind}"]), class_="title")
    scene.parse(aside, label)
