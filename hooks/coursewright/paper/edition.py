"""The printed files of an edition: which there are, their documents, and what is wrong with them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping

from coursewright.paper.press import Press, Proof
from coursewright.paper.typesetting import Typesetter
from coursewright.prints import PlacedSheet, Print
from coursewright.problem import Place, Problems

STANDARD_TEXT = 12
"""Points of the text for which authors declare the pages of a sheet; in large print it may take more."""

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
        return proofs

    def print_one(self, path: str, problems: Problems, place_of: PlaceOf) -> Proof | None:
        """Print one file, unless there is none of that path. Raises LibraryMissing."""
        wanted = self._prints.get(path)
        if wanted is None:
            return None
        with self._lock:
            proof = self._press.print_one(self._typesetter.document(wanted))
        self._check(wanted, proof, problems, place_of)
        return proof

    @property
    def printed(self) -> int:
        """How many files had to be printed, as no cache held them."""
        return self._press.printed

    def notices(self) -> list[str]:
        """What there is to say of the machine that prints, and of its libraries: each line once."""
        return self._press.notices()

    def _check(self, wanted: Print, proof: Proof, problems: Problems, place_of: PlaceOf) -> None:
        if wanted.is_pack:
            return
        placed = wanted.sheets[0]
        for complaint in proof.complaints:
            problems.report("sheet-print", place_of(placed), complaint)
        declared = placed.sheet.pages
        tells = wanted.form != "facilitator" and self._typesetter.text == STANDARD_TEXT
        if tells and proof.pages > declared:
            found = f"{proof.pages} pages of `{placed.sheet.name}` on {wanted.paper.label}"
            said = f"{declared} page" if declared == 1 else f"{declared} pages"
            problems.report("sheet-overrun", place_of(placed), found, declared=said, pages=proof.pages)
