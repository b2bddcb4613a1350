"""What parts of workshops really took: the files that run mode saves, put into ``docs/timings/``."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from coursewright.problem import Place, Problems, shown
from coursewright.source.files import Folder
from coursewright.timetable import timing_id
from coursewright.values import DATE_PATTERN

FOLDER = "timings"

Minutes = Annotated[float, Field(ge=0, le=1440)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore")
    slot: Annotated[str, Field(min_length=1, max_length=200)]
    took: Minutes


class _Run(BaseModel):
    """A file as ``run-mode/session.js`` writes it."""

    model_config = ConfigDict(extra="ignore")
    version: Literal[1]
    workshop: Annotated[str, Field(max_length=200)]
    date: Annotated[str, Field(pattern=DATE_PATTERN)]
    parts: list[_Part]


def read_timings(folder: Folder, problems: Problems) -> Mapping[str, tuple[float, ...]]:
    """The minutes that each part took, by its id, in the order of the files; mistakes are reported.

    A part of a lesson has the same id in every workshop; an activity of a workshop's own is told by its workshop.
    """
    found: defaultdict[str, list[float]] = defaultdict(list)
    for path in folder.files:
        if not path.startswith(f"{FOLDER}/") or path.count("/") != 1:
            continue
        data = folder.read(path, problems)
        run = _read_run(data, Place(folder.shown_path(path)), problems) if data is not None else None
        for part in run.parts if run else ():
            found[timing_id(run.workshop, part.slot) if run else ""].append(part.took)
    return {slot: tuple(took) for slot, took in found.items() if slot}


def _read_run(data: bytes, place: Place, problems: Problems) -> _Run | None:
    try:
        values: Any = json.loads(data)
        return _Run.model_validate(values)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        where = ".".join(map(str, detail["loc"])) or "the file"
        problems.report("timings-file", place, f"{where}: {detail['msg']}")
    except (ValueError, RecursionError):
        problems.report("timings-file", place, shown(data[:40].decode("utf-8", "replace")))
    return None
