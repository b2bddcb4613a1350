"""A worksheet on paper: what the page shows as a form, as lines, boxes and circles, or as fields of a PDF."""

from __future__ import annotations

from coursewright.block import Worksheet
from coursewright.markup.context import RenderContext
from coursewright.markup.element import Element, add
from coursewright.sheet import OnPaper, SheetForm
from coursewright.worksheets.layout import laid_out


def draw_printed_sheet(parent: Element, sheet: Worksheet, form: SheetForm, context: RenderContext) -> None:
    """Draw what stands below the head of a sheet; a key on the facilitator's copy only."""
    holder = add(parent, "div", class_="parts")
    for group in laid_out(sheet, for_trainers=form == "facilitator"):
        beside = add(holder, "div", class_="beside") if len(group) > 1 else None
        for placed in group:
            frame = holder if beside is None else add(beside, "div", class_="cell")
            paper = OnPaper(
                prefix=f"{sheet.name}_",
                fillable=form == "fillable",
                words=context.words,
                above=placed.above,
                is_label=placed.is_label,
                texts=context.texts,
            )
            placed.part.draw_on_paper(frame, paper)
