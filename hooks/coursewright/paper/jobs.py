"""The render jobs of printed documents, and how all that stands in a document is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from coursewright.block import Worksheet
from coursewright.drawing.answers import ANSWERS, AnswersJob
from coursewright.drawing.blocks import BLOCKS
from coursewright.drawing.renderer import Renderer, Renderers
from coursewright.drawing.run_sheet import RUN_SHEET, RunSheetJob
from coursewright.markup.context import Edition, Scene
from coursewright.markup.element import Element
from coursewright.model import Course
from coursewright.sheet import SheetForm
from coursewright.text import Text
from coursewright.worksheets.layout import markdown_of
from coursewright.worksheets.paper import draw_printed_sheet


@dataclass(frozen=True, slots=True)
class SheetJob:
    """What stands on a printed worksheet below its head."""

    sheet: Worksheet
    form: SheetForm


def _parts(job: SheetJob, _course: Course, _edition: Edition) -> Iterator[tuple[str, Text]]:
    return markdown_of(job.sheet, for_trainers=job.form == "facilitator")


def _draw(parent: Element, job: SheetJob, scene: Scene) -> None:
    draw_printed_sheet(parent, job.sheet, job.form, scene)


PAPER: Renderers = MappingProxyType(
    {**BLOCKS, SheetJob: Renderer(_draw, _parts), AnswersJob: ANSWERS, RunSheetJob: RUN_SHEET}
)


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A piece of a document that is converted at once."""

    path: str
    """The page on which its links were written."""
    flow: tuple[object, ...]
    """From top to end: ``Prose``, and between it blocks and render jobs."""

    @property
    def id(self) -> str:
        """Its path without the suffix, as with any page."""
        return self.path.removesuffix(".md")
