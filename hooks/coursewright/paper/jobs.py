"""The render jobs of printed documents, and how all that stands in a document is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from coursewright.block import Worksheet
from coursewright.drawing.answers import AnswersJob, draw_answers
from coursewright.drawing.blocks import BLOCKS
from coursewright.drawing.renderer import Renderers
from coursewright.drawing.run_sheet import RunSheetJob, draw_run_sheet
from coursewright.markup.context import RenderContext
from coursewright.markup.element import Element, add, as_written
from coursewright.sheet import SheetForm
from coursewright.worksheets.paper import draw_printed_sheet


@dataclass(frozen=True, slots=True)
class SheetJob:
    """What stands on a printed worksheet below its head."""

    sheet: Worksheet
    form: SheetForm


@dataclass(frozen=True, slots=True)
class HeadingJob:
    """A heading between blocks."""

    title: str


def _draw_sheet(parent: Element, job: SheetJob, context: RenderContext) -> None:
    draw_printed_sheet(parent, job.sheet, job.form, context)


def _draw_heading(parent: Element, job: HeadingJob, _context: RenderContext) -> None:
    add(parent, "h2", as_written(job.title))


PAPER: Renderers = MappingProxyType(
    {
        **BLOCKS,
        SheetJob: _draw_sheet,
        HeadingJob: _draw_heading,
        AnswersJob: draw_answers,
        RunSheetJob: draw_run_sheet,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPage:
    """A section of a document, below its head."""

    path: str
    """The page on which it is written."""
    name: str
    """A name that no other section of a document has, for its ids."""
    flow: tuple[object, ...]
    """From top to end: blocks and render jobs."""

    @property
    def id(self) -> str:
        """Its path without the suffix, as with any page."""
        return self.path.removesuffix(".md")
