"""A question as a form that works without scripts: something to answer, perhaps a hint, and a key to open.

The key is the only place of right answers, feedback and explanation: the script moves feedback to the answers, the
search leaves it out, and paper never shows it. How a type of question is answered and what its key says stands in the
type's file below ``questions/``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from coursewright.block import Question, Review, former_id
from coursewright.drawing.base import ATTRIBUTE
from coursewright.markup.context import Scene
from coursewright.markup.element import NO_SEARCH, Element, add, as_written, inline
from coursewright.questions.base import type_of
from coursewright.text import Text


def question_parts(question: Question) -> Iterator[tuple[str, Text]]:
    """The pieces of Markdown in a question, by label."""
    yield "stem", question.stem
    yield from type_of(question).parts()
    yield "explanation", question.explanation


def draw_question(parent: Element, question: Question, scene: Scene) -> None:
    """Draw a question where it is first asked."""
    _draw(parent, question, scene.page.id, f"question-{question.name}", scene)


def draw_review(parent: Element, review: Review, scene: Scene) -> None:
    """Draw an earlier question again: unanswered at each visit, its result counts for the original."""
    question, base = _original(review, scene)
    if question:
        identity = f"review-{review.lesson.replace('/', '-')}-{question.name}"
        check = _draw(parent, question, review.lesson, identity, scene)
        check.set("data-review", "true")
        check.set(ATTRIBUTE, base)
        _draw_source(check, base, f"question-{question.name}", scene)


def _draw_source(check: Element, path: str, anchor: str, scene: Scene) -> None:
    """Say from which lesson a question comes, for who wants to read it up."""
    lesson = scene.course.page(path)
    source = add(check, "p", as_written(f"{scene.words['question.from']} "), class_="cw-from")
    add(source, "a", as_written(lesson.title if lesson else path), href=f"{posixpath.basename(path)}#{anchor}")


def _original(asked: Review, scene: Scene) -> tuple[Question | None, str]:
    """The question, and the page on which it stands."""
    lesson = scene.course.lesson(asked.lesson)
    question = scene.course.question(asked.lesson, asked.question)
    return question, lesson.path if lesson else ""


def _draw(parent: Element, question: Question, lesson: str, identity: str, scene: Scene) -> Element:
    check = add(
        parent,
        "self-check",
        class_="cw-question",
        id=identity,
        data_lesson=lesson,
        data_question=question.name,
        data_hash=question.digest,
        data_worded=question.worded_digest,
        data_renamed=" ".join(f"{old}:{new}" for old, new in type_of(question).renamed(question).items()) or None,
        data_kind=question.task.kind,
        data_formerly=" ".join(former_id(name, lesson) for name in question.formerly) or None,
    )
    form = add(check, "form")
    fieldset = _draw_stem(form, question, scene)
    answers = add(fieldset, "question-answers", **NO_SEARCH)
    add(answers, "p", as_written(scene.words[f"question.how-{question.task.kind}"]), class_="cw-how")
    type_of(question).draw_body(answers, question, scene)
    if question.hint:
        hint = add(add(form, "question-hint", **NO_SEARCH), "details", class_="cw-hint")
        add(hint, "summary", as_written(scene.words["question.hint"]))
        add(hint, "p", inline(question.hint))
    details = add(add(form, "question-key", **NO_SEARCH), "details", class_="cw-key")
    add(details, "summary", as_written(scene.words["question.key"]))
    type_of(question).draw_key(details, question, scene)
    scene.parse(add(details, "div", class_="cw-explanation"), "explanation")
    return check


def _draw_stem(form: Element, question: Question, scene: Scene) -> Element:
    """The last paragraph of the stem is what is asked: the name of the group. What leads to it stands before it."""
    stem = Element("div")
    scene.parse(stem, "stem")
    blocks = list(stem)
    last = max((place for place, block in enumerate(blocks) if block.tag == "p"), default=-1)
    form.extend(blocks[: max(last, 0)])
    fieldset = add(form, "fieldset")
    legend = add(fieldset, "legend")
    if last >= 0:
        asked = blocks[last]
        legend.text = asked.text
        legend.extend(list(asked))
    else:
        legend.text = as_written(scene.words[f"question.legend-{question.task.kind}"])
    fieldset.extend(blocks[last + 1 :])
    return fieldset
