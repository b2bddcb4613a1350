"""A workshop as its participants see it, a day at a glance, and as its trainer needs it: the run sheet by the clock."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from coursewright.block import Agenda, TrainerNote, Worksheet
from coursewright.drawing.code import draw_code
from coursewright.drawing.slot import draw_slot
from coursewright.markup.context import RenderContext
from coursewright.markup.element import Element, add, as_written
from coursewright.model import Course, Lesson, Workshop
from coursewright.timetable import DayPlan, Observed, Slot, Timetable, clock, observed, slot_id, timetable
from coursewright.values import DAY_BEFORE
from coursewright.words import Words

CHECKLISTS = ("weeks-2", "weeks-1", "day-before", "day", "after")
"""The rooms of words for what is to be done, and when."""
_SAID_BY_TITLE = ("reading", "questions")
"""The kinds of parts that are called by what is done in them."""
SPARE_COPIES = 2
"""Copies of each sheet beyond one for each participant: for those who spoil one, and for the trainer."""


def draw_agenda(parent: Element, agenda: Agenda, context: RenderContext) -> None:
    """Draw a day at a glance, where the workshop's page has its agenda."""
    if not isinstance(context.page, Workshop):
        return  # told as misplaced
    plan = timetable(context.page, context.course)
    day = next((day for day in plan.days if day.line == agenda.line), None)
    if day:
        _draw_day_title(parent, day, len(plan.days), 2, context.words)
        _draw_glance(parent, day, context)


@dataclass(frozen=True, slots=True)
class RunSheetJob:
    """A workshop by the clock, with all that its trainer needs: a render job of its page and of printed documents."""

    workshop: Workshop


def draw_run_sheet(parent: Element, job: RunSheetJob, context: RenderContext) -> None:
    """Draw a run sheet."""
    workshop, words = job.workshop, context.words
    plan = timetable(workshop, context.course)
    frame = add(parent, "div", class_="cw-run-sheet", data_room=workshop.room, data_workshop=workshop.name)
    _draw_section(frame, "glance", words)
    glances = add(frame, "div", class_="cw-glances")
    for day in plan.days:
        _draw_day_title(glances, day, len(plan.days), 3, words)
        _draw_glance(glances, day, context)
    _draw_packing(frame, workshop, plan, words)
    _draw_preparation(frame, workshop, context)
    _draw_goals(frame, plan, words)
    for day in plan.days:
        title = (
            words["run.by-the-clock"] if len(plan.days) == 1 else f"{words['run.by-the-clock']}: {_name(day, words)}"
        )
        add(frame, "h2", as_written(title), id=f"day-{day.number}")
        _draw_clock(frame, day, plan, workshop, context)
    _draw_checklists(frame, words)


def _draw_section(frame: Element, name: str, words: Words) -> None:
    add(frame, "h2", as_written(words[f"run.{name}"]), id=f"run-{name}")


def _name(day: DayPlan, words: Words) -> str:
    return day.title or words.of("run.day", number=day.number)


def _draw_day_title(parent: Element, day: DayPlan, days: int, level: int, words: Words) -> None:
    if days > 1 or day.title:
        add(parent, f"h{level}", as_written(_name(day, words)))


def packed_plan(workshop: Workshop, course: Course) -> dict[str, Any]:
    """A workshop as the planner holds one (`PackedPlan` in planner/plan.d.ts), to begin a plan of one's own from.

    Activities of the workshop's own are named as other workshops name them: the planner has them on a shelf.
    """
    days = [
        [day.start, day.end, [_packed_item(slot, workshop) for slot in day.slots]]
        for day in timetable(workshop, course).days
    ]
    packed: dict[str, Any] = {"v": 1, "t": workshop.title, "n": workshop.head_count, "y": days}
    if workshop.room == "remote":
        packed["r"] = 1
    if workshop.location:
        packed["l"] = workshop.location
    if workshop.reminder != DAY_BEFORE:
        packed["m"] = workshop.reminder
    if workshop.revision:
        packed["e"] = workshop.revision
    if workshop.assumes:
        packed["a"] = list(workshop.assumes)
    return packed


def _packed_item(slot: Slot, workshop: Workshop) -> list[object]:
    if slot.kind == "break":
        return ["break", slot.minutes, slot.title]
    return [slot_id(slot if slot.lesson or slot.workshop else replace(slot, workshop=workshop)), slot.minutes]


def title_of(slot: Slot, words: Words) -> str:
    """What a slot is called."""
    if slot.kind == "break":
        return slot.title or words["run.break"]
    return words.of(f"run.{slot.kind}", title=slot.title) if slot.kind in _SAID_BY_TITLE else slot.title


def kind_of(slot: Slot, words: Words) -> str:
    """What kind of part a slot is, where its title does not say so."""
    return "" if slot.kind == "break" or slot.kind in _SAID_BY_TITLE else words[f"part.{slot.kind}"]


def _scrolled(parent: Element, name: str) -> Element:
    """A frame that scrolls a table which is wider than the page, by keyboard too."""
    return add(parent, "div", class_="cw-table", role="region", tabindex="0", aria_label=name)


def _draw_glance(parent: Element, day: DayPlan, context: RenderContext) -> None:
    table = add(
        _scrolled(parent, f"{context.words['run.glance']}, {_name(day, context.words)}"), "table", class_="cw-glance"
    )
    row = add(add(table, "thead"), "tr")
    for key in ("time", "minutes", "what"):
        add(row, "th", as_written(context.words[f"run.{key}"]), scope="col")
    body = add(table, "tbody")
    for slot in day.slots:
        row = add(body, "tr", class_=f"cw-glance-{slot.kind}")
        add(row, "td", clock(slot.start))
        add(row, "td", str(slot.minutes))
        what = add(row, "td", as_written(title_of(slot, context.words)))
        if kind := kind_of(slot, context.words):
            what.text = as_written(f"{title_of(slot, context.words)} ")
            add(what, "span", as_written(kind), class_="cw-part-kind")
    row = add(body, "tr", class_="cw-glance-end")
    add(row, "td", clock(day.start + day.minutes))
    add(row, "td")
    add(row, "td", as_written(context.words["run.end"]))


def _draw_packing(frame: Element, workshop: Workshop, plan: Timetable, words: Words) -> None:
    """What to bring, and how many copies to print."""
    _draw_section(frame, "packing", words)
    things = add(frame, "ul", class_="cw-packing")
    for material in plan.materials:
        add(things, "li", as_written(material))
    copies = workshop.head_count + SPARE_COPIES
    pages = 0
    for _lesson, sheet in plan.worksheets:
        pages += sheet.pages
        said = words.of("run.copies", n=copies, title=sheet.title, pages=words.of("sheets.pages", n=sheet.pages))
        add(things, "li", as_written(said))
    if plan.worksheets:
        said = words.of(
            "run.copies-all",
            copies=copies,
            pages=words.of("sheets.pages", n=pages),
            people=workshop.head_count,
            spare=SPARE_COPIES,
        )
        add(frame, "p", as_written(said))


def _preparation(workshop: Workshop) -> list[TrainerNote]:
    """The notes that stand alone on a workshop's page: what must be ready before its first activity."""
    return [item for item in workshop.flow if isinstance(item, TrainerNote)]


def _draw_preparation(frame: Element, workshop: Workshop, context: RenderContext) -> None:
    notes = _preparation(workshop)
    if notes:
        _draw_section(frame, "preparation", context.words)
    for note in notes:
        holder = add(frame, "div", class_="cw-preparation")
        context.excerpt(holder, workshop.path).markdown(holder, note.text)


def _draw_goals(frame: Element, plan: Timetable, words: Words) -> None:
    """The objectives of the lessons, and which of them the chosen parts serve."""
    if not plan.lessons:
        return
    _draw_section(frame, "goals", words)
    goals = add(frame, "ul", class_="cw-goals")
    for lesson in plan.lessons:
        covered = plan.covered(lesson)
        for objective in lesson.objectives:
            item = add(goals, "li", as_written(objective.text))
            if objective.name not in covered:
                add(item, "span", as_written(f" ({words['run.not-covered']})"), class_="cw-not-covered")


def pages_in_pack(plan: Timetable) -> dict[tuple[Lesson, Worksheet], int]:
    """The page of the participants' pack on which each sheet begins; the cover is page 1."""
    pages, place = {}, 2
    for placed in plan.worksheets:
        pages[placed] = place
        place += placed[1].pages
    return pages


def _draw_clock(frame: Element, day: DayPlan, plan: Timetable, workshop: Workshop, context: RenderContext) -> None:
    """Draw a day by the clock: for each slot a row that says when and what, and below it a row with all that is in it.

    A slot is a group of rows, so that paper can repeat the first of them where the second goes over a page.
    """
    pages, name = pages_in_pack(plan), f"{context.words['run.by-the-clock']}, {_name(day, context.words)}"
    table = add(frame, "table", class_="cw-run", aria_label=name)
    for slot in day.slots:
        body, data = add(table, "tbody"), slot_data(slot, context)
        is_break = slot.kind == "break"
        head = add(body, "tr", class_="cw-run-head", **(data if is_break else {}))
        _draw_head(add(head, "th", scope="rowgroup"), slot, pages, context.words)
        if not is_break:
            cell = add(add(body, "tr", **data), "td", class_="cw-run-inside")
            _draw_with(cell, slot, observed(slot, workshop.name, context.course), context.words)
            draw_slot(cell, slot, workshop, context)


def _draw_head(cell: Element, slot: Slot, pages: dict[tuple[Lesson, Worksheet], int], words: Words) -> None:
    """Say when, how long, what and how, in one line where there is room."""
    line = add(cell, "div")
    name = add(line, "span", class_="cw-run-name")
    name.tail = " "
    add(name, "span", f"{clock(slot.start)}–{clock(slot.end)}", class_="cw-run-time").tail = " "
    add(name, "span", as_written(title_of(slot, words)), class_="cw-run-title")
    add(line, "span", as_written(words.of("lesson.minutes", n=slot.minutes)), class_="cw-run-said")
    for said in _method(slot, pages, words):
        line[-1].tail = " "
        add(line, "span", as_written(said), class_="cw-run-said")


def slot_data(slot: Slot, context: RenderContext) -> dict[str, str]:
    """What run mode reads from a row."""
    data = {
        "data_slot": slot_id(slot),
        "data_kind": slot.kind,
        "data_title": title_of(slot, context.words),
        "data_start": str(slot.start),
        "data_minutes": str(slot.minutes),
        "data_shortest": str(slot.shortest),
    }
    if slot.group:
        data["data_group"] = slot.group
    if target := _target(slot):
        path, anchor = target
        page = posixpath.relpath(path.removesuffix(".md"), posixpath.dirname(context.page.path) or ".")
        data["data_href"] = f"{page}.html#{anchor}"
        if address := context.address(path):
            data["data_address"] = f"{address}#{anchor}"
            data["data_code"] = draw_code(f"{address}#{anchor}")
    return data


def _target(slot: Slot) -> tuple[str, str] | None:
    """The page and the anchor to which participants are led."""
    if slot.sheet:
        lesson, sheet = slot.sheet
        return lesson.path, sheet.name
    if slot.lesson and slot.kind == "questions":
        return slot.lesson.path, f"question-{slot.lesson.questions[0].name}"
    return None


def _method(slot: Slot, pages: dict[tuple[Lesson, Worksheet], int], words: Words) -> Iterator[str]:
    if kind := kind_of(slot, words):
        yield kind
    if slot.group:
        yield slot.group
    if slot.lesson and slot.block:
        yield words.of("run.of-lesson", title=slot.lesson.title)
    if slot.sheet:
        _lesson, sheet = slot.sheet
        if slot.kind == "activity":
            yield sheet.title
        yield words.of("run.page-of-pack", page=pages[slot.sheet])


def _draw_with(cell: Element, slot: Slot, took: Observed | None, words: Words) -> None:
    """Say what to have at hand, what to do when late, and how long it took before."""
    said = []
    if slot.materials:
        said.append(("cw-run-materials", words.of("activity.materials", materials=", ".join(slot.materials))))
    if slot.shortest < slot.minutes:
        late = words.of("activity.late-shorten", n=slot.shortest) if slot.shortest else words["activity.late-cut"]
        said.append(("cw-run-late", late))
    if took:
        said.append(("cw-run-observed", words.of("run.observed", n=took.runs, took=took)))
        if took.is_off(slot.minutes):
            said.append(("cw-run-off", words["run.off"]))
    if said:
        line = add(cell, "p", class_="cw-run-with")
        for kind, text in said:
            add(line, "span", as_written(text), class_=kind).tail = " "


def _draw_checklists(frame: Element, words: Words) -> None:
    _draw_section(frame, "checklists", words)
    groups = add(frame, "div", class_="cw-checklists")
    for name in CHECKLISTS:
        group = add(groups, "div")
        add(group, "h3", as_written(words[f"checklist.{name}"]))
        items = add(group, "ul", class_="cw-checklist")
        for text in words[f"checklist-items.{name}"].split("\n"):
            if text.strip():
                add(items, "li", as_written(text.strip()))
