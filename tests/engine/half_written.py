"""Sources as they are while someone is still writing: each block cut off after each line, in a course that uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from coursewright.build import CourseBuild
from coursewright.drawing.navigation import navigation
from coursewright.paper.typesetting import Typesetter
from tests.engine import pages
from tests.engine.half_course import FRONTS, PLACES, WORKSHOP_BODY, WRITTEN, Half
from tests.engine.pages import ROOT

SAMPLER = ROOT / "guide/sampler/lessons"

_OPENING = re.compile(r"^/// (?P<kind>[a-z-]+)(?: \| (?P<name>[a-z0-9-]+))?$")


def blocks_of(text: str) -> Iterator[list[str]]:
    """The outermost blocks of a source, each as its lines."""
    depth, lines = 0, list[str]()
    for line in text.splitlines():
        if _OPENING.match(line):
            depth += 1
        if depth:
            lines.append(line)
        if line == "///" and depth:
            depth -= 1
            if not depth:
                yield lines
                lines = []


def all_halves() -> dict[str, list[Half]]:
    """All that is half written, by what it is when it's whole: blocks of the sampler and of ``WRITTEN``, and keys."""
    halves = {f"keys of {kind}": _half_keys(kind) for kind in FRONTS}
    for text in (WRITTEN, *(path.read_text(encoding="utf-8") for path in sorted(SAMPLER.glob("*/*.md")))):
        halves.update({lines[0]: _half_block(lines) for lines in blocks_of(text)})
    return halves


def _half_block(lines: list[str]) -> list[Half]:
    match = _OPENING.match(lines[0])
    assert match
    kind, name = match["kind"], match["name"] or "half"
    page = "workshop" if kind == "agenda" else "lesson"
    lines = [re.sub(r"^    objective: .*", "    objective: know", line) for line in lines]
    return [
        Half(how, PLACES[page], "\n".join([FRONTS[page], *cut, ""]), name, kind) for how, cut in _cuts(lines).items()
    ]


def _half_keys(kind: str) -> list[Half]:
    body = {"workshop": WORKSHOP_BODY, "lesson": "\nWords.\n"}.get(kind, "")
    cuts = _cuts(FRONTS[kind].splitlines()).items()
    return [Half(how, PLACES[kind], "\n".join([*cut, "", body])) for how, cut in cuts]


def _cuts(lines: list[str]) -> dict[str, list[str]]:
    """Lines cut off, and with holes; the same twice is kept once."""
    cuts = dict[str, list[str]]()
    for number in range(1, len(lines)):
        start, line, rest = lines[:number], lines[number], lines[number + 1 :]
        close = [lines[-1]] * (1 + _open_inside(start))
        cuts[f"up to line {number}"] = [*start, *close]
        cuts[f"up to line {number}, left open"] = start
        cuts[f"without line {number + 1}"] = [*start, *rest]
        cuts[f"with line {number + 1} emptied"] = [*start, re.sub(r"(: |\]|->|\.|>).*", r"\1", line), *rest]
        for end in {len(line) // 2, *(match.end() for match in re.finditer(r"[:\[|(>-]", line))}:
            cuts[f"up to column {end} of line {number + 1}"] = [*start, line[:end], *close]
    for first, last in _paragraphs(lines):
        cuts[f"without lines {first + 1} to {last}"] = [*lines[:first], *lines[last:]]
    by_text = {"\n".join(cut): how for how, cut in cuts.items() if cut != lines}
    return {how: cuts[how] for how in by_text.values()}


def _open_inside(lines: list[str]) -> int:
    """How many blocks are open inside the first."""
    return max(0, sum(bool(_OPENING.match(line)) - (line == "///") for line in lines) - 1)


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, int]]:
    first = 1
    for number, line in enumerate(lines):
        if not line.strip():
            if number > first:
                yield first, number
            first = number + 1


def draw_everything(docs: Path) -> CourseBuild:
    """A course read, and all drawn of it that a build draws, in the trainer's edition."""
    build = CourseBuild(docs, "docs", "trainer", "en")
    markdown = pages.markdown_with(build.extension)
    build.fragments.make_markdown = pages.markdown_with
    files = {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()}
    files |= {page.path for page in build.made_pages} | {each.path for each in build.print_jobs}
    for path in sorted(files):
        if path.endswith(".md"):
            build.begin(path)
            build.finish(path, markdown.reset().convert(build.markdown(path)))
    build.check_drawn(files)
    navigation(build.course, build.made_pages, build.words)
    build.course_index(str)
    build.course_map(str)
    build.plans()
    build.calendars()
    build.words_script()
    setter = Typesetter(build.course, build.words, build.fragments, lambda _path: "", 12)
    for each in {each.form: each for each in build.print_jobs}.values():
        setter.document(each)
    list(build.notes())
    return build
