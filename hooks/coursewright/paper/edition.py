"""The printed files of an edition: which there are, their documents, and what is wrong with them."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from coursewright.paper.complaints import unknown_character
from coursewright.paper.pdf_printer import PdfPrinter, PrintedFile
from coursewright.paper.typesetting import Typesetter
from coursewright.print_jobs import PlacedSheet, PrintJob
from coursewright.problem import Place, Problems

STANDARD_TEXT = 12
"""Points of the text for which authors declare the pages of a sheet; in large print it may take more."""

MOST_SHOWN = 12
"""Characters that a message shows of those that no font has."""

PlaceOf = Callable[[PlacedSheet], Place]
"""Where a sheet stands in its source."""


class PaperEdition:
    """Prints the files of an edition."""

    def __init__(self, print_jobs: Iterable[PrintJob], typesetter: Typesetter, printer: PdfPrinter) -> None:
        """Prepare to print; nothing is set or printed yet."""
        self._print_jobs = {each.path: each for each in print_jobs}
        self._typesetter, self._printer = typesetter, printer
        self._lock = threading.Lock()  # a server asks from many threads, and a Markdown converts for one at a time

    def print_all(self, title: str, problems: Problems, place_of: PlaceOf) -> Mapping[str, PrintedFile]:
        """Print every file, and report sheets that run over.

        Args:
            title: What the progress bar says.
            problems: Takes the mistakes.
            place_of: Where a sheet stands in its source.

        Returns:
            What was printed, by the path below the site.

        Raises:
            LibraryMissing: The system lacks what printing needs.
        """
        documents = dict[str, str]()
        for path, each in self._print_jobs.items():
            with problems.watching(path):
                documents[path] = self._typesetter.document(each)
        printed_files = self._printer.print_all(documents, title)
        for path, printed_file in printed_files.items():
            self._check(self._print_jobs[path], printed_file, problems, place_of)
        self._check_fonts(printed_files, problems, place_of)
        return printed_files

    def print_one(self, path: str, problems: Problems, place_of: PlaceOf) -> PrintedFile | None:
        """Print one file, unless there is none of that path. Raises LibraryMissing."""
        wanted = self._print_jobs.get(path)
        if wanted is None:
            return None
        with self._lock:
            printed_file = self._printer.print_one(self._typesetter.document(wanted))
        self._check(wanted, printed_file, problems, place_of)
        self._check_fonts({path: printed_file}, problems, place_of)
        return printed_file

    @property
    def printed(self) -> int:
        """How many files had to be printed, as no cache held them."""
        return self._printer.printed

    def notices(self) -> list[str]:
        """What there is to say of the machine that prints, and of its libraries: each line once."""
        return self._printer.notices()

    def _check_fonts(self, printed_files: Mapping[str, PrintedFile], problems: Problems, place_of: PlaceOf) -> None:
        """Report characters that no font has, once for each script: it is one font that lacks, however many sheets."""
        found: dict[str, tuple[Place, set[str], set[str]]] = {}
        for path, printed_file in printed_files.items():
            sheets = self._print_jobs[path].sheets
            for character in filter(None, map(unknown_character, printed_file.complaints if sheets else ())):
                place = place_of(sheets[0])
                first, characters, paths = found.setdefault(_script_of(character), (place, set(), set()))
                characters.add(character)
                paths.add(path)
                found[_script_of(character)] = (min(first, place), characters, paths)
        for script, (place, characters, paths) in found.items():
            some = " ".join(sorted(characters)[:MOST_SHOWN])
            files = "1 file" if len(paths) == 1 else f"{len(paths)} files"
            problems.report("sheet-font", place, f"none for {script} (`{some}`) in {files}", script=script)

    def _check(self, wanted: PrintJob, printed_file: PrintedFile, problems: Problems, place_of: PlaceOf) -> None:
        if wanted.is_pack:
            return
        placed = wanted.sheets[0]
        for complaint in printed_file.complaints:
            if not unknown_character(complaint):
                problems.report("sheet-print", place_of(placed), complaint)
        declared = placed.sheet.pages
        tells = wanted.form != "facilitator" and self._typesetter.text == STANDARD_TEXT
        if tells and printed_file.pages > declared:
            found = f"{printed_file.pages} pages of `{placed.sheet.name}` on {wanted.paper.label}"
            said = f"{declared} page" if declared == 1 else f"{declared} pages"
            problems.report("sheet-overrun", place_of(placed), found, declared=said, pages=printed_file.pages)


def _script_of(character: str) -> str:
    """What a character's name begins with, such as ``Cyrillic``; it's the name of its script, or of what it is."""
    return unicodedata.name(character, "characters without a name").split()[0].capitalize()
