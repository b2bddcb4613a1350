"""Advice on questions: what their form gives away, from twenty of a type on, feedback that names an answer, no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.build import CourseBuild

FEEDBACK = "    > Why.\n"


def single(number: int, right: int, longest: int = 0) -> str:
    """A question of three answers: the number of the right one, and of the longest."""
    answers = "".join(
        f"- [{'x' if place == right else ' '}] Answer {place}{' and more' if place == longest else ''}\n{FEEDBACK}"
        for place in (1, 2, 3)
    )
    return f"/// question | one-{number}\n    objective: know\n\nWhich?\n\n{answers}\nSo it is.\n///\n"


def true_false(number: int, *, true: bool) -> str:
    marks = "x " if true else " x"
    answers = "".join(f"- [{mark}] {word}\n{FEEDBACK}" for mark, word in zip(marks, ("True", "False"), strict=True))
    return f"/// question | tf-{number}\n    objective: know\n\nTea is wet.\n\n{answers}\nSo it is.\n///\n"


def said(folder: Path, questions: list[str], *, settings: str = "") -> list[str]:
    """What a build of a course of these questions tells its author besides mistakes."""
    lessons = folder / "lessons/m"
    lessons.mkdir(parents=True)
    (folder / "course.yml").write_text(f"title: Course\nmodules: [m]\n{settings}", encoding="utf-8")
    (lessons / "index.md").write_text("---\ntitle: M\npurpose: Learn.\nlessons: [tea]\n---\n", encoding="utf-8")
    front = f"---\ntitle: Tea\nminutes: {len(questions)}\nobjectives:\n  know: Know it\n---\n\n"
    (lessons / "tea.md").write_text(front + "\n".join(questions), encoding="utf-8")
    build = CourseBuild(folder, "docs", "learner", "en")
    assert [str(problem) for problem in build.problems] == []
    return [note for note in build.notes() if note.startswith("Advice")]


def told_off(kind: str, body: str, feedback: str) -> str:
    """A question whose first feedback is this."""
    head = f"/// question | {kind}-1\n    objective: know\n    type: {kind}\n\nWhich?\n\n"
    return f"{head}{body.format(feedback=feedback)}\nSo it is.\n///\n"


GAPS = "A [[kettle | pot]] boils [[water]].\n\n- [[kettle]]\n    > {feedback}\n- [[water]]\n    > It is wet.\n"
MATCHING = "- Kettle -> boils water\n    > {feedback}\n- Cup -> holds tea\n    > What do you drink from?\n"


@pytest.mark.parametrize(
    ("question", "named"),
    [
        pytest.param(told_off("gaps", GAPS, "It stands on the stove."), False, id="gap"),
        pytest.param(told_off("gaps", GAPS, "It’s the *Kettle*, of course."), True, id="gap named"),
        pytest.param(told_off("gaps", GAPS, "Not a teapot."), False, id="gap in another word"),
        pytest.param(told_off("matching", MATCHING, "What steams?"), False, id="match"),
        pytest.param(told_off("matching", MATCHING, "It boils  water."), True, id="match named"),
    ],
)
def test_feedback_that_names_the_answer(tmp_path: Path, question: str, named: bool) -> None:
    assert ["lessons/m/tea.md: " in note for note in said(tmp_path, [question])] == [True] * named


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        pytest.param([single(n, 2) for n in range(20)], ["20 of 20", "number 2"], id="one place"),
        pytest.param([single(n, 2) for n in range(19)], [], id="too few to tell"),
        pytest.param([single(n, n % 3 + 1) for n in range(20)], [], id="places spread"),
        pytest.param([single(n, n % 3 + 1, n % 3 + 1) for n in range(20)], ["20 of 20", "longest"], id="longest"),
        pytest.param([single(n, n % 3 + 1, 1) for n in range(20)], [], id="longest by chance"),
        pytest.param([single(n, n % 3 + 1, (n + 1) % 3 + 1) for n in range(20)], [], id="never the longest"),
        pytest.param([true_false(n, true=n > 5) for n in range(20)], [], id="true in most"),
        pytest.param([true_false(n, true=n > 4) for n in range(20)], ["True", "15 of 20"], id="true in too many"),
        pytest.param([true_false(n, true=False) for n in range(25)], ["False", "25 of 25"], id="false in all"),
        pytest.param([true_false(n, true=False) for n in range(19)], [], id="too few of that type"),
    ],
)
def test_advice(tmp_path: Path, questions: list[str], told: list[str]) -> None:
    found = said(tmp_path, questions)
    assert len(found) == bool(told)
    assert all(piece in note for note in found for piece in told)


def test_an_author_can_turn_it_off(tmp_path: Path) -> None:
    assert said(tmp_path, [single(n, 2) for n in range(20)], settings="advice: false\n") == []


def test_absolute_words_and_padding_are_the_authors_own(tmp_path: Path) -> None:
    """What the engine can't judge it leaves alone: no advice on wording, however alike the wrong answers are."""
    worded = [single(n, n % 3 + 1).replace("Answer 1", "Always, because everyone does") for n in range(24)]
    assert said(tmp_path, worded) == []
