"""A worksheet as a form on its page, with what it is for above it and its files below."""

from __future__ import annotations

from coursewright.block import Worksheet
from coursewright.drawing.element import Scene
from coursewright.drawing.sheet_fields import draw_entry
from coursewright.markup.element import NO_SEARCH, Element, add, add_facts, add_heading, as_written
from coursewright.reader.fields import last_paragraph
from coursewright.sheet import Example, SheetKey, SheetPart, beside_one_another
from coursewright.text import Prose


def draw_worksheet(parent: Element, sheet: Worksheet, scene: Scene) -> None:
    """Draw a worksheet into the page."""
    add_heading(parent, scene.level, sheet.title, sheet.name)
    holder = add(parent, "work-sheet", class_="cw-sheet", data_lesson=scene.page.id, data_sheet=sheet.name)
    form = add(holder, "form", autocomplete="off")
    _draw_facts(form, sheet, scene)
    if sheet.purpose:
        add(form, "p", as_written(sheet.purpose), class_="cw-purpose")
    said = ""
    for group in beside_one_another(sheet.parts):
        frame = add(form, "div", class_="cw-beside") if len(group) > 1 else form
        for number, part in group:
            _draw_part(frame, part, str(number), f"{sheet.name}--", said, scene)
            said = last_paragraph(part) if not isinstance(part, SheetKey) else said
    _draw_files(holder, sheet, scene)


def _draw_facts(form: Element, sheet: Worksheet, scene: Scene) -> None:
    words = scene.words
    facts = add_facts(form)
    add(facts, "li", as_written(words.of("lesson.minutes", n=sheet.minutes)), class_="cw-minutes")
    if sheet.group:
        add(facts, "li", as_written(sheet.group), class_="cw-group")
    if sheet.materials:
        materials = words.of("activity.materials", materials=", ".join(sheet.materials))
        add(facts, "li", as_written(materials), class_="cw-materials")


def _draw_part(parent: Element, part: SheetPart, label: str, prefix: str, said: str, scene: Scene) -> None:
    if isinstance(part, Prose):
        scene.parse(parent, label)
    elif isinstance(part, Example):
        aside = add(parent, "aside", class_="cw-example", aria_label=scene.words["sheet.example"])
        add(aside, "p", as_written(scene.words["sheet.example"]), class_="cw-example-title")
        scene.parse(aside, label)
    elif isinstance(part, SheetKey):
        if scene.edition == "trainer":
            note = add(parent, "trainer-note", class_="cw-trainer", **NO_SEARCH)
            add(note, "p", as_written(scene.words["sheet.key"]), class_="cw-trainer-title")
            scene.parse(note, label)
    else:
        draw_entry(parent, part, prefix, scene.words, said)


def _draw_files(holder: Element, sheet: Worksheet, scene: Scene) -> None:
    """Draw links to the sheet's files, as far as the edition has any."""
    files = scene.files(sheet)
    if not files:
        return
    frame = add(add(holder, "div"), "ul", class_="cw-files", aria_label=scene.words["sheet.files"])
    for label, path in files:
        add(add(frame, "li"), "a", as_written(label), href=path, class_="cw-file")
