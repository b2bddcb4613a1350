"""How each block that an author writes is drawn on its page."""

from __future__ import annotations

from types import MappingProxyType

from coursewright.block import Activity, Agenda, KeyPoints, Question, Review, TrainerNote, Worksheet
from coursewright.drawing.activity import draw_activity, draw_key_points, draw_note
from coursewright.drawing.question import draw_question, draw_review
from coursewright.drawing.renderer import Renderers
from coursewright.drawing.run_sheet import draw_agenda
from coursewright.worksheets.page import draw_worksheet

BLOCKS: Renderers = MappingProxyType(
    {
        Question: draw_question,
        Review: draw_review,
        Worksheet: draw_worksheet,
        Activity: draw_activity,
        TrainerNote: draw_note,
        KeyPoints: draw_key_points,
        Agenda: draw_agenda,
    }
)
"""What draws each type of ``Block``."""
