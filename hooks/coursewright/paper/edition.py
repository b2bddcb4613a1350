"""The printed files of an edition: which there are, their documents, and what is wrong with them."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from coursewright.paper.complaints import unknown_character
from coursewright.paper.press import Press, Proof
from coursewright.paper.typesetting import Typesetter
from coursewright.prints import PlacedSheet, Print
from coursewright.problem import Place, Problems

STANDARD_TEXT = 12
"""Points of the text for which authors declare the pages of a sheet; in large print it may take more."""

MOST_SHOWN = 12
"""Characters that a message shows of those that no font has."""

PlaceOf = Callable[[PlacedSheet], Place]
"""Where a sheet stands in its source."""


class PaperEdition:
    """Prints the files of an edition."""

    def __init__(self, prints: Iterable[Print], typesetter: Typesetter, press: Press) -> None:
        """Prepare to print; nothing is set or printed yet."""
        self._prints = {each.path: each for each in prints}
        self._typesetter, self._press = typesetter, press
        self._lock = threading.Lock()  # a server asks from many threads, and a Markdown converts for one at a time

    def print_all(self, title: str, problems: Problems, place_of: PlaceOf) -> Mapping[str, Proof]:
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
        for path, each in self._prints.items():
            with problems.watching(path):
                documents[path] = self._typesetter.document(each)
        proofs = self._press.print_all(documents, title)
        for path, proof in proofs.items():
            self._check(self._prints[path], proof, problems, place_of)
        self._check_fonts(proofs, problems, place_of)
        return proofs

    def print_one(self, path: str, problems: Problems, place_of: PlaceOf) -> Proof | None:
        """Print one file, unless there is none of that path. Raises LibraryMissing."""
        wanted = self._prints.get(path)
        if wanted is None:
            return None
        with self._lock:
            proof = self._press.print_one(self._typesetter.document(wanted))
        self._check(wanted, proof, problems, place_of)
        self._check_fonts({path: proof}, problems, place_of)
        return proof

    @property
    def printed(self) -> int:
        """How many files had to be printed, as no cache held them."""
        return self._press.printed

    def notices(self) -> list[str]:
        """What there is to say of the machine that prints, and of its libraries: each line once."""
        return self._press.notices()

    def _check_fonts(self, proofs: Mapping[str, Proof], problems: Problems, place_of: PlaceOf) -> None:
        """Report characters that no font has, once for each script: it is one font that lacks, however many sheets."""
        found: dict[str, tuple[Place, set[str], set[str]]] = {}
        for path, proof in proofs.items():
            sheets = self._prints[path].sheets
            for character in filter(None, map(unknown_character, proof.complaints if sheets else ())):
                place = place_of(sheets[0])
                first, characters, paths = found.setdefault(_script_of(character), (place, set(), set()))
                characters.add(character)
                paths.add(path)
                found[_script_of(character)] = (min(first, place), characters, paths)
        for script, (place, characters, paths) in found.items():
            some = " ".join(sorted(characters)[:MOST_SHOWN])
            files = "1 file" if len(paths) == 1 else f"{len(paths)} files"
            problems.report("sheet-font", place, f"none for {script} (`{some}`) in {files}", script=script)

    def _check(self, wanted: Print, proof: Proof, problems: Problems, place_of: PlaceOf) -> None:
        if wanted.is_pack:
            return
        placed = wanted.sheets[0]
        for complaint in proof.complaints:
            if not unknown_character(complaint):
                problems.report("sheet-print", place_of(placed), complaint)
        declared = placed.sheet.pages
        tells = wanted.form != "facilitator" and self._typesetter.text == STANDARD_TEXT
        if tells and proof.pages > declared:
            found = f"{proof.pages} pages of `{placed.sheet.name}` on {wanted.paper.label}"
            said = f"{declared} page" if declared == 1 else f"{declared} pages"
            problems.report("sheet-overrun", place_of(placed), found, declared=said, pages=proof.pages)


def _script_of(character: str) -> str:
    """What a character's name begins with, such as ``Cyrillic``; it's the name of its script, or of what it is."""
    return unicodedata.name(character, "characters without a name").split()[0].capitalize()
