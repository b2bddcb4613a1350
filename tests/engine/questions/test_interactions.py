"""The interactions of the sampler's questions: the data from which other formats are written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

from coursewright.questions.base import type_of
from coursewright.questions.interaction import Interaction
from tests.engine import golden
from tests.engine.questions import sampler

EXPECTED = Path(__file__).with_name("interactions.json")


def test_what_the_types_say_to_other_formats(golden_update: bool) -> None:
    found = {
        f"{lesson.id}/{question.name}": golden.as_data(type_of(question).interaction(), places=False)
        for lesson, question in sampler.questions()
    }
    came = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    if golden_update:
        EXPECTED.write_text(came, encoding="utf-8", newline="")
    assert came == EXPECTED.read_text(encoding="utf-8")


def test_the_sampler_shows_each_kind_of_interaction() -> None:
    shown = {type(type_of(question).interaction()) for _, question in sampler.questions()}
    assert shown == set(get_args(Interaction))
