"""Keys are on the facilitator's copies, and in no byte of any other file."""

from __future__ import annotations

import re

from tests.engine.paper.pdfium import texts
from tests.engine.paper.printing import WORKSHOP, Printed
from tests.engine.paper.tree import insides, words

LESSON = (WORKSHOP / "lessons/paper/parts.md").read_text(encoding="utf-8")
CANARIES = set(re.findall(r"KEYCANARY[A-Z]+", LESSON))
NOT_PRINTED = {"KEYCANARYHINT", "KEYCANARYPICTUREHINT"}
"""The titles of a link and of a picture, which only a browser shows."""
NOTES = {"KEYCANARYNOTE"}
"""What is no part of a sheet."""
SEEN = {"KEYCANARYALT"}
"""What is told to those who do not see the picture."""


def canaries_in(text: str) -> set[str]:
    return set(re.findall(r"KEYCANARY[A-Z]*", text))


def test_there_are_keys_to_look_for() -> None:
    assert len(CANARIES) == 14
    assert CANARIES > NOT_PRINTED | NOTES | SEEN


def test_no_byte_of_the_learners_files_holds_any(learner: Printed) -> None:
    assert len(learner.print_jobs) == 24
    assert not [each.path for each in learner.print_jobs if each.form == "facilitator" or "facilitator" in each.path]
    assert {
        each.path: found for each in learner.print_jobs if (found := canaries_in(insides(learner.file(each.path))))
    } == {}


def test_the_trainers_edition_holds_the_learners_files_as_they_are(workshop: Printed, learner: Printed) -> None:
    shared = {path: file.read_bytes() for path, file in workshop.files().items() if path.startswith("worksheets/")}
    assert shared == {path: file.read_bytes() for path, file in learner.files().items()}
    assert {path.split("/")[0] for path in workshop.files()} == {"worksheets", "facilitator"}


def test_the_facilitators_copies_hold_all_that_can_be_printed(workshop: Printed) -> None:
    for each in workshop.print_jobs:
        if each.form == "facilitator":
            names = {sheet.sheet.name for sheet in each.sheets}
            second = {"KEYCANARYSECOND"} & ({"KEYCANARYSECOND"} if "letters" in names else set())
            first = CANARIES - NOT_PRINTED - NOTES - {"KEYCANARYSECOND"} if "every-part" in names else set()
            file = workshop.file(each.path)
            assert canaries_in(words(file)) == (first | second) - SEEN, each.path
            assert canaries_in(insides(file)) == first | second, each.path


def test_what_is_not_printed_would_be_found(workshop: Printed) -> None:
    """The search for canaries reads texts of every kind: here those that stand outside of what is printed."""
    inside = insides(workshop.sheet("every-part", "facilitator"))
    assert {"KEYCANARYALT", "KEYCANARYADDRESS"} <= canaries_in(
        inside.replace(words(workshop.sheet("every-part", "facilitator")), "")
    )
    fillable = insides(workshop.sheet("every-part", "fillable"))
    for text in ("every-part_who-we-serve", "Who noticed? – nobody", 'Every: "part?"', "rdf:li", "FontFile2"):
        assert text in fillable


def test_every_page_of_a_facilitators_copy_says_so(workshop: Printed) -> None:
    for each in workshop.print_jobs:
        for number, text in enumerate(texts(workshop.file(each.path))):
            assert ("Facilitator copy" in text) == (each.form == "facilitator"), f"{each.path} {number}"


def test_the_learners_files_do_not_even_name_keys(learner: Printed) -> None:
    for each in learner.print_jobs:
        assert not re.search(r"\bkey\b|trainer|facilitator", words(learner.file(each.path)), re.IGNORECASE), each.path
