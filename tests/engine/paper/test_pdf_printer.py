"""Printing again: the same bytes wherever it is done, and only what has changed."""

from __future__ import annotations

import multiprocessing
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from coursewright.drawing.paper_links import PICTURES
from coursewright.paper import cache, pdf_printer, printer
from coursewright.paper.cache import KEPT_DAYS, Cache, CacheNotWritable
from tests.engine.pages import ROOT
from tests.engine.paper.printing import WORKSHOP, Printed, job, new_course
from tests.engine.paper.tree import insides, words
from tests.engine.processes import processes_with, wait_until

FIRST = "\n![A picture](../../one.svg)\n\nWhat went well:\n____\n____\n\n/// key\nGood words.\n///"
SECOND = "\nWho? ( ) one ( ) two"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20"><path d="M0 0h{width}"/></svg>'


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """A course of two small sheets, printed."""
    folder = tmp_path_factory.mktemp("small")
    docs = new_course(folder / "docs", first=FIRST, second=SECOND)
    (docs / "one.svg").write_text(PICTURE.format(width=50), encoding="utf-8")
    return job(docs, folder / "cache", "learner").all()


@pytest.fixture
def copy(small: Printed, tmp_path: Path) -> Path:
    """A folder with a copy of that course and of its cache."""
    shutil.copytree(home_of(small), tmp_path / "copy")
    return tmp_path / "copy"


def home_of(printed: Printed) -> Path:
    """The folder that holds docs and cache."""
    return printed.file(printed.print_jobs[0].path).parent.parent


def again(folder: Path) -> tuple[Printed, int]:
    """Print that copy; gives what was printed, and how many files had to be."""
    printed = job(folder / "docs", folder / "cache", "learner").all()
    return printed, printed.job.edition.printed


def contents(printed: Printed) -> dict[str, bytes]:
    return {path: file.read_bytes() for path, file in printed.files().items()}


def changed(printed: Printed, small: Printed) -> set[str]:
    """The sheets and packs whose files are others than before, without what says paper and form."""
    before = contents(small)
    paths = [path for path, data in contents(printed).items() if data != before[path]]
    return {re.sub(r"_(a4|letter)(_fillable)?\.pdf$", "", path).removeprefix("worksheets/") for path in paths}


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# The same bytes


def test_files_are_the_same_in_one_process_and_in_several(
    small: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    get_context = multiprocessing.get_context

    def noted(method: str) -> Any:
        started.append(method)
        return get_context(method)

    monkeypatch.setattr(multiprocessing, "get_context", noted)
    for cores in (1, 2):
        monkeypatch.setattr(pdf_printer, "_cores", lambda cores=cores: cores)
        printed = job(home_of(small) / "docs", tmp_path / str(cores), "learner").all()
        assert printed.job.edition.printed == len(printed.print_jobs) == 12
        assert contents(printed) == contents(small)
    assert started == ["spawn"]


def test_a_sheet_with_every_part_is_the_same_again(workshop: Printed, tmp_path: Path) -> None:
    printer = job(WORKSHOP, tmp_path / "cache")
    for path in (
        "worksheets/paper/parts/every-part_a4_fillable.pdf",
        "worksheets/paper/parts/letters_letter.pdf",
        "facilitator/paper_worksheets_facilitator_letter.pdf",
    ):
        assert printer.one(path).file.read_bytes() == workshop.file(path).read_bytes(), path
    assert printer.edition.printed == 3


def test_a_file_does_not_say_where_or_when_it_was_printed(workshop: Printed, small: Printed) -> None:
    folders = [
        str(Path.cwd()),
        str(Path.home()),
        str(WORKSHOP),
        "/tmp",
        "/home/",
        os.environ.get("USER", "nobody-else"),
    ]
    clock = re.compile(r"D:20\d\d|CreationDate|ModDate|ModifyDate|CreateDate")
    for printed in (workshop, small):
        for path, file in printed.files().items():
            inside = insides(file)
            assert [folder for folder in folders if len(folder) > 3 and folder in inside] == [], path
            assert not clock.search(inside), path
            assert not inside.count("docs:"), path


def test_fonts_are_found_where_the_library_is_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "library").symlink_to(printer.FOLDER, target_is_directory=True)
    monkeypatch.setattr(printer, "FOLDER", tmp_path / "library")
    font = "CoursewrightSans-Bold.ttf"
    assert (
        printer.fetcher(tmp_path / "docs").fetch(f"{printer.FONTS}{font}").read()
        == (printer.FOLDER / "fonts" / font).read_bytes()
    )


@pytest.mark.parametrize("name", ["pipe.png", "folder.png", "nothing.png"])
def test_a_picture_that_is_no_file_is_not_waited_for(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(ValueError, match="no part of the course"):
        printer.fetcher(tmp_path).fetch(f"{PICTURES}{name}")


# Only what has changed


def test_nothing_is_printed_twice(copy: Path, small: Printed) -> None:
    printed, number = again(copy)
    assert number == 0
    assert contents(printed) == contents(small)


def test_a_changed_word_prints_its_sheet_and_its_packs(copy: Path, small: Printed) -> None:
    replace(copy / "docs/lessons/m/first.md", "What went well", "What went so well")
    printed, number = again(copy)
    assert changed(printed, small) == {"m/first/sheet", "m_worksheets", "course_all-worksheets"}
    assert number == 2 * (2 + 2)
    assert all(
        "What went so well" in words(printed.file(f"worksheets/m/first/sheet_{paper}.pdf"))
        for paper in ("a4", "letter")
    )


def test_a_changed_word_of_a_key_prints_nothing_for_the_learner(copy: Path, small: Printed) -> None:
    replace(copy / "docs/lessons/m/first.md", "Good words", "Better words")
    printed, number = again(copy)
    assert (number, changed(printed, small)) == (0, set())


def test_a_changed_picture_prints_its_sheet_and_its_packs(copy: Path, small: Printed) -> None:
    (copy / "docs/one.svg").write_text(PICTURE.format(width=90), encoding="utf-8")
    printed, number = again(copy)
    assert changed(printed, small) == {"m/first/sheet", "m_worksheets", "course_all-worksheets"}
    assert number == 8


def test_another_style_prints_anew(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_engine", lambda: b"another")
    printer = job(copy / "docs", copy / "cache", "learner")
    printer.one("worksheets/m/second/sheet_a4.pdf")
    assert printer.edition.printed == 1


def test_the_style_the_code_and_the_fonts_are_part_of_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(Path(cache.__file__).parent, tmp_path / "paper")
    monkeypatch.setattr(cache, "_FOLDER", tmp_path / "paper")
    digests = {cache._engine.__wrapped__()}
    changes = ("sheet.css", "acroform.py", "fonts/CoursewrightSans-Bold.ttf")
    for name in changes:
        with (tmp_path / "paper" / name).open("ab") as file:
            file.write(b"\n")
        digests.add(cache._engine.__wrapped__())
    monkeypatch.setattr(cache, "version", lambda engine: "another")
    digests.add(cache._engine.__wrapped__())
    assert len(digests) == len(changes) + 2


def test_a_sheet_of_another_size_of_text_is_another(copy: Path) -> None:
    printer = job(copy / "docs", copy / "cache", "learner", text=16)
    printer.one("worksheets/m/second/sheet_a4.pdf")
    assert printer.edition.printed == 1


# What has been printed is kept, however the printing ends

PRINTING = """
import sys
from pathlib import Path
from coursewright.paper import pdf_printer
from tests.engine.paper.printing import job

if __name__ == "__main__":
    pdf_printer._cores = lambda: 2
    folder = Path(sys.argv[1])
    job(folder / "docs", folder / "cache", "learner").all()
"""


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes as Linux lists them")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_printing_processes_end_with_a_killed_build_and_what_they_printed_is_kept(
    copy: Path, number: signal.Signals, tmp_path: Path
) -> None:
    shutil.rmtree(copy / "cache")
    (tmp_path / "printing.py").write_text(PRINTING, encoding="utf-8")
    mark = f"PRINTING={tmp_path.name}"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (ROOT / "hooks", ROOT))), **dict([mark.split("=")])}
    with subprocess.Popen([sys.executable, tmp_path / "printing.py", copy], env=env) as printing:
        wait_until(lambda: list((copy / "cache").glob("*.pdf")))
        assert len(processes_with(mark)) > 2
        printing.send_signal(number)
    wait_until(lambda: not processes_with(mark))
    kept = len(list((copy / "cache").glob("*.pdf")))
    assert again(copy)[1] == 12 - kept < 12


# What may have happened to the cache


def _flip(pdf: bytes) -> bytes:
    return pdf[:1500] + bytes([pdf[1500] ^ 1]) + pdf[1501:]


def _with_hole(pdf: bytes) -> bytes:
    return pdf[:512] + bytes(512) + pdf[1024:]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "a flipped byte": _flip,
    "a hole": _with_hole,
    "cut": lambda pdf: pdf[:2000],
    "empty": lambda _: b"",
    "longer": lambda pdf: pdf + b"%%EOF\n",
    "foreign": lambda _: b"%PDF-1.7\n%%EOF\n",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_is_printed_anew(copy: Path, small: Printed, damage: Callable[[bytes], bytes]) -> None:
    kept = copy / "cache" / small.file("worksheets/m/first/sheet_a4.pdf").name
    pdf = kept.read_bytes()
    assert damage(pdf) != pdf
    kept.write_bytes(damage(pdf))
    printed, number = again(copy)
    assert number == 1
    assert contents(printed) == contents(small)
    assert again(copy)[1] == 0


def test_another_sheet_under_the_name_of_one_is_printed_anew(copy: Path, small: Printed) -> None:
    names = [small.file(f"worksheets/m/{sheet}/sheet_a4.pdf").name for sheet in ("first", "second")]
    (key, pages, _), (_, _, seal) = (name.split("_") for name in names)
    first, second = (copy / "cache" / name for name in names)
    for name in (first.name, f"{key}_{pages}_{seal}"):
        first.unlink(missing_ok=True)
        shutil.copy(second, copy / "cache" / name)
        printed, number = again(copy)
        assert number == 1
        assert contents(printed) == contents(small)


def test_a_name_that_tells_another_number_of_pages_is_no_printed_file(copy: Path, small: Printed) -> None:
    kept = copy / "cache" / small.file("worksheets/m/first/sheet_a4.pdf").name
    key, pages, seal = kept.name.split("_")
    kept.rename(kept.with_name(f"{key}_{int(pages) + 1}_{seal}"))
    assert again(copy)[1] == 1


def test_an_entry_of_an_earlier_version_is_printed_anew(copy: Path, small: Printed) -> None:
    kept = copy / "cache" / small.file("worksheets/m/first/sheet_a4.pdf").name
    key, pages, _ = kept.name.split("_")
    kept.rename(kept.with_name(f"{key}_{pages}.pdf"))  # as 0.1 named it
    printed, number = again(copy)
    assert (number, contents(printed)) == (1, contents(small))


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_file_is_no_printed_file(copy: Path, small: Printed, make: Callable[[Path], None]) -> None:
    kept = copy / "cache" / small.file("worksheets/m/first/sheet_a4.pdf").name
    pdf = kept.read_bytes()
    kept.unlink()
    make(kept)
    assert Cache(kept.parent).find(kept.name.split("_")[0]) is None
    kept.rmdir() if kept.is_dir() else kept.unlink()
    kept.write_bytes(pdf)
    assert Cache(kept.parent).find(kept.name.split("_")[0]) == (kept, 1)


def test_a_file_that_is_gone_is_printed_anew(copy: Path, small: Printed) -> None:
    (copy / "cache" / small.file("worksheets/m/first/sheet_a4.pdf").name).unlink()
    printed, number = again(copy)
    assert (number, contents(printed)) == (1, contents(small))


def test_what_a_killed_run_left_does_no_harm_and_goes_when_it_is_old(copy: Path, small: Printed) -> None:
    young, old = copy / "cache/tmpyoung.part", copy / "cache/tmpold.part"
    for part in (young, old):
        part.write_bytes(b"%PDF-1.7\nhalf")
    make_older(old)
    printed, number = again(copy)
    assert (number, contents(printed)) == (0, contents(small))
    assert (young.exists(), old.exists()) == (True, False)


def test_what_no_build_has_asked_for_in_a_month_goes(copy: Path) -> None:
    unasked, asked = copy / f"cache/{'0' * 40}_1_{'0' * 40}.pdf", next((copy / "cache").glob("*.pdf"))
    unasked.write_bytes(b"%PDF-1.7\n%%EOF\n")
    for path in (unasked, asked):
        make_older(path)
    assert again(copy)[1] == 0
    assert (unasked.exists(), asked.exists()) == (False, True)
    assert asked.stat().st_mtime > time.time() - 86_400


def make_older(path: Path) -> None:
    then = time.time() - (KEPT_DAYS + 1) * 86_400
    os.utime(path, (then, then))


def test_another_build_may_take_a_file_away_at_any_time(
    copy: Path, small: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = Path.glob

    def haunted(folder: Path, pattern: str) -> Iterator[Path]:
        yield from listed(folder, pattern)
        if folder == copy / "cache":
            yield folder / f"{'1' * 40}_1_{'1' * 40}.pdf"
            yield folder / "gone.part"

    monkeypatch.setattr(Path, "glob", haunted)
    printed, number = again(copy)
    assert (number, contents(printed)) == (0, contents(small))


def test_what_is_no_print_in_the_cache_is_left_alone(copy: Path, small: Printed) -> None:
    (copy / "cache/README.pdf").write_text("no PDF", encoding="utf-8")
    (copy / "cache" / f"{'f' * 40}_x.pdf").write_text("no PDF", encoding="utf-8")
    assert again(copy)[1] == 0


def test_a_cache_that_is_not_there_is_made(copy: Path, small: Printed) -> None:
    shutil.rmtree(copy / "cache")
    printed_file = job(copy / "docs", copy / "cache", "learner").one("worksheets/m/second/sheet_a4.pdf")
    assert printed_file.file.parent == copy / "cache"
    assert printed_file.file.read_bytes() == small.file("worksheets/m/second/sheet_a4.pdf").read_bytes()


def test_a_cache_that_cannot_be_written_is_an_error_that_names_it(copy: Path) -> None:
    shutil.rmtree(copy / "cache")
    (copy / "cache").write_text("a file, where the folder should be", encoding="utf-8")
    with pytest.raises(CacheNotWritable, match=re.escape(str(copy / "cache"))):
        job(copy / "docs", copy / "cache", "learner").one("worksheets/m/second/sheet_a4.pdf")
