"""What libraries say while they print: about the sheet, it's a mistake; about themselves or the machine, a notice."""

from __future__ import annotations

import logging
import multiprocessing.synchronize
import warnings
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
import weasyprint

from coursewright.paper import pdf_printer, printer, progress, worker
from coursewright.paper.complaints import HARMLESS, OF_DOCUMENT
from tests.engine.paper.printing import Job, job, new_course

SHEETS = {"one": "\nWords:\n____", "two": "\nOther words:\n____"}
FILES = 2 * (2 * 2 + 2)


@pytest.fixture
def printing(tmp_path: Path) -> Job:
    """A course of two sheets, with nothing printed yet."""
    return job(new_course(tmp_path / "docs", **SHEETS), tmp_path / "cache", "learner")


@pytest.fixture
def in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_printer, "_cores", lambda: 1)


@pytest.fixture
def in_two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_printer, "_cores", lambda: 2)


def says(monkeypatch: pytest.MonkeyPatch, speak: Any) -> None:
    """Have something said whenever a document is laid out."""
    lay_out = printer._laid_out

    def speaking(*arguments: Any) -> Any:
        speak()
        return lay_out(*arguments)

    monkeypatch.setattr(printer, "_laid_out", speaking)


@pytest.mark.usefixtures("in_one_process")
@pytest.mark.parametrize("logger", ["weasyprint", "fontTools.subset", "fontTools.ttLib"])
def test_what_is_not_known_to_be_about_the_sheet_is_a_notice(
    printing: Job, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, logger: str
) -> None:
    says(monkeypatch, lambda: logging.getLogger(logger).warning("The moon is %s", "full"))
    printing.all()
    assert printing.problems == []
    assert printing.edition.notices() == ["The moon is full"]
    assert printing.edition.notices() == []
    again = job(tmp_path / "docs", tmp_path / "cache", "learner")
    again.all()
    assert (again.edition.printed, again.edition.notices()) == (0, []), "what was printed so is no draft"


@pytest.mark.usefixtures("in_one_process")
def test_what_a_library_warns_of_in_python_is_a_notice(printing: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    says(monkeypatch, lambda: warnings.warn("Expect ugly output", stacklevel=1))
    printing.all()
    assert (printing.problems, printing.edition.notices()) == ([], ["Expect ugly output"])


@pytest.mark.usefixtures("in_one_process")
def test_what_is_about_the_sheet_is_a_mistake(printing: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    says(monkeypatch, lambda: logging.getLogger("weasyprint").error("Failed to load image at %r: %s", "a.png", "gone"))
    printing.all()
    assert {problem.code for problem in printing.problems} == {"sheet-print"}
    assert printing.edition.notices() == []


@pytest.mark.usefixtures("in_one_process")
def test_fonts_are_cut_without_harfbuzz_subset(printing: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
    printed_files = printing.all().printed_files
    assert printing.problems == []
    (notice,) = printing.edition.notices()
    assert "libharfbuzz-subset0" in notice
    assert all(
        not printed_file.complaints and not printed_file.file.name.endswith(".draft.pdf")
        for printed_file in printed_files.values()
    )


def test_what_is_looked_for_is_what_weasyprint_says() -> None:
    """A new version may say it in other words; then a damaged picture would no longer be a mistake."""
    folder = Path(weasyprint.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    assert [
        start for start in (*OF_DOCUMENT, *HARMLESS) if f"'{start}" not in source and f'"{start}' not in source
    ] == []


# Processes


@pytest.mark.usefixtures("in_two_processes")
def test_a_machine_without_semaphores_prints_in_one_process(printing: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(multiprocessing.synchronize.SemLock, "__init__", refuse)
    assert len(printing.all().printed_files) == FILES
    (notice,) = printing.edition.notices()
    assert "Function not implemented" in notice
    assert printing.problems == []


@pytest.mark.usefixtures("in_two_processes")
def test_where_a_process_is_ended_the_rest_is_printed_here(printing: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(self: pdf_printer.PdfPrinter, cores: int, documents: list[tuple[str, str]]) -> Iterator[worker.Done]:
        key, html = documents[0]
        yield worker.print_and_keep(html, key, self._docs, self._cache.folder)
        raise BrokenProcessPool("A process in the process pool was terminated abruptly")

    monkeypatch.setattr(pdf_printer.PdfPrinter, "_in_processes", ended)
    assert len(printing.all().printed_files) == printing.edition.printed == FILES
    (notice,) = printing.edition.notices()
    assert "terminated abruptly" in notice


# Signs of life


def test_long_printing_says_how_far_it_is_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "EVERY", 0)
    assert list(progress.progress(iter("abc"), 3, "Printing")) == list("abc")
    assert capsys.readouterr().err == "Printing: 1 of 3\nPrinting: 2 of 3\n"


def test_short_printing_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(progress.progress(iter("abc"), 3, "Printing")) == list("abc")
    assert capsys.readouterr().err == ""
