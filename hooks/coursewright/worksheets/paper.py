"""A worksheet on paper: what the page shows as a form, as lines, boxes and circles, or as fields of a PDF."""

from __future__ import annotations

from coursewright.block import PrintedSheet
from coursewright.markup.context import Scene
from coursewright.markup.element import Element, add
from coursewright.sheet import OnPaper
from coursewright.worksheets.layout import laid_out


def draw_printed_sheet(parent: Element, printed: PrintedSheet, scene: Scene) -> None:
    """Draw what stands below the head of a sheet; a key on the facilitator's copy only."""
    sheet = scene.course.worksheet(printed.lesson, printed.sheet)
    if sheet is None:
        return
    holder = add(parent, "div", class_="parts")
    for group in laid_out(sheet, for_trainers=printed.form == "facilitator"):
        beside = add(holder, "div", class_="beside") if len(group) > 1 else None
        for placed in group:
            frame = holder if beside is None else add(beside, "div", class_="cell")
            paper = OnPaper(
                prefix=f"{sheet.name}_",
                fillable=printed.form == "fillable",
                words=scene.words,
                above=placed.above,
                is_label=placed.is_label,
                parse=placed.parser(scene),
            )
            placed.part.draw_on_paper(frame, paper)
