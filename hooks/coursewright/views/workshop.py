"""When a workshop is, for how many, and its files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from coursewright.calendar import calendar_path
from coursewright.drawing.made_pages import run_sheet_path
from coursewright.model import Workshop
from coursewright.timetable import DayPlan, clock, timetable
from coursewright.views.common import FileLink, ViewContext, file_link

FILES = ("pack", "run-sheet-file", "facilitator-pack")
"""The kinds of files of a workshop, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class WorkshopFiles:
    """The files of one kind, one for each size of paper."""

    name: str
    files: tuple[FileLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopView:
    """A workshop."""

    name: str
    title: str
    url: str
    description: str
    days: tuple[str, ...]
    people: str
    run_sheet: str
    """The page of its run sheet, for trainers."""
    files: tuple[WorkshopFiles, ...]
    calendar: str


@dataclass(frozen=True, slots=True)
class PlannerView:
    """What the planner is handed."""

    workshops: str
    """The workshops to begin from, as JSON."""


def workshop_view(workshop: Workshop, context: ViewContext) -> WorkshopView:
    """What pages show of a workshop."""
    words = context.words
    days = timetable(workshop, context.course).days
    people = words.of("workshops.people", n=workshop.head_count)
    return WorkshopView(
        name=workshop.name,
        title=workshop.title,
        url=context.address(workshop.path),
        description=workshop.description,
        days=tuple(_day(day, len(days) > 1, context) for day in days),
        people=f"{people}, {words[f'workshops.{workshop.room}']}",
        run_sheet=context.address(run_sheet_path(workshop)) if context.edition == "trainer" else "",
        files=_files(workshop, context),
        calendar=calendar_path(workshop) if workshop.date else "",
    )


def _day(day: DayPlan, named: bool, context: ViewContext) -> str:
    times = f"{clock(day.start)}–{clock(day.end)}"
    return f"{day.title or context.words.of('run.day', number=day.number)}: {times}" if named else times


def _files(workshop: Workshop, context: ViewContext) -> tuple[WorkshopFiles, ...]:
    own = [each for each in context.print_jobs if each.scope == "workshop" and each.workshop is workshop]
    found = []
    for label in FILES:
        name = context.words[f"workshops.{label}"]
        files = tuple(file_link(each, workshop.title, name, context.words) for each in own if each.label == label)
        if files:
            found.append(WorkshopFiles(name, files))
    return tuple(found)


def planner_view(plans: list[dict[str, Any]]) -> PlannerView:
    """What the planner is handed, from workshops as it packs them."""
    return PlannerView(json.dumps(plans, sort_keys=True))
