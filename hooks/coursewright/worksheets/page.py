"""A worksheet as a form on its page, with what it is for above it and its files below."""

from __future__ import annotations

from coursewright.block import Worksheet, former_ids
from coursewright.markup.context import RenderContext
from coursewright.markup.element import Element, add, add_facts, add_heading, as_written
from coursewright.sheet import OnPage
from coursewright.worksheets.layout import laid_out


def draw_worksheet(parent: Element, sheet: Worksheet, context: RenderContext) -> None:
    """Draw a worksheet into the page."""
    add_heading(parent, context.level, sheet.title, sheet.name)
    holder = add(
        parent,
        "work-sheet",
        class_="cw-sheet",
        data_lesson=context.page.id,
        data_sheet=sheet.name,
        data_formerly=" ".join(former_ids(sheet, context.page.id)) or None,
        data_renamed=" ".join(f"{old}:{name}" for name, old in sheet.formerly_fields) or None,
    )
    form = add(holder, "form", autocomplete="off")
    _draw_facts(form, sheet, context)
    if sheet.purpose:
        add(form, "p", as_written(sheet.purpose), class_="cw-purpose")
    for group in laid_out(sheet, for_trainers=context.edition == "trainer"):
        frame = add(form, "div", class_="cw-beside") if len(group) > 1 else form
        for placed in group:
            placed.part.draw_on_page(
                frame,
                OnPage(
                    prefix=f"{sheet.name}--",
                    words=context.words,
                    above=placed.above,
                    texts=context.texts,
                ),
            )
    _name_tables(form, sheet.title)
    _draw_files(holder, sheet, context)


def _name_tables(form: Element, title: str) -> None:
    """Name each table after its sheet, and each row by its first words: what is heard on the way to a field."""
    for table in (table for region in form.iter("div") if region.get("class") == "cw-table" for table in region):
        table.set("aria-label", title)
        for row in table.iterfind("tbody/tr"):
            words = (cell for cell in row if cell.find(".//input") is None and cell.find(".//textarea") is None)
            head = next((cell for cell in words if len(cell)), None)
            if head is not None:
                head.tag = "th"
                head.set("scope", "row")


def _draw_facts(form: Element, sheet: Worksheet, context: RenderContext) -> None:
    words = context.words
    facts = add_facts(form)
    add(facts, "li", as_written(words.of("lesson.minutes", n=sheet.minutes)), class_="cw-minutes")
    if sheet.group:
        add(facts, "li", as_written(sheet.group), class_="cw-group")
    if sheet.materials:
        materials = words.of("activity.materials", materials=", ".join(sheet.materials))
        add(facts, "li", as_written(materials), class_="cw-materials")


def _draw_files(holder: Element, sheet: Worksheet, context: RenderContext) -> None:
    """Draw links to the sheet's files, as far as the edition has any."""
    files = context.files(sheet)
    if not files:
        return
    frame = add(add(holder, "div"), "ul", class_="cw-files", aria_label=context.words["sheet.files"])
    for label, path in files:
        add(add(frame, "li"), "a", as_written(label), href=path, class_="cw-file")
