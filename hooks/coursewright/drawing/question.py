"""A question as a form that works without scripts: something to answer, perhaps a hint, and a key to open.

The key is the only place of right answers, feedback and explanation: the script moves feedback to the answers, the
search leaves it out, and paper never shows it. How a type of question is answered and what its key says stands in the
type's file below ``questions/``.
"""

from __future__ import annotations

import posixpath

from coursewright.block import Question, Review, former_ids
from coursewright.markup.context import RenderContext
from coursewright.markup.element import NO_SEARCH, Element, add, as_written
from coursewright.model import Lesson
from coursewright.questions.base import type_of


def draw_question(parent: Element, question: Question, context: RenderContext) -> None:
    """Draw a question where it is first asked; one that comes back to an earlier one says to which lesson."""
    check = _begin(parent, question, context.page.id, f"question-{question.name}")
    _draw(check, question, context)
    asked_in, _, name = question.reviews.rpartition("/")
    lesson = context.course.lesson(asked_in)
    if lesson and context.course.question(asked_in, name):
        path = posixpath.relpath(lesson.path, posixpath.dirname(context.page.path))
        _draw_source(check, "question.looks-back", lesson, f"{path}#question-{name}", context)


def draw_review(parent: Element, review: Review, context: RenderContext) -> None:
    """Draw an earlier question again: unanswered at each visit, its result counts for the original."""
    lesson = context.course.lesson(review.lesson)
    question = context.course.question(review.lesson, review.question)
    if lesson and question:
        identity = f"review-{review.lesson.replace('/', '-')}-{question.name}"
        check = _begin(parent, question, review.lesson, identity)
        check.set("data-review", "true")
        _draw(check, question, context.excerpt(check, lesson.path))
        _draw_source(
            check, "question.from", lesson, f"{posixpath.basename(lesson.path)}#question-{question.name}", context
        )


def _draw_source(check: Element, key: str, lesson: Lesson, address: str, context: RenderContext) -> None:
    """Say from which lesson a question comes, for those who want to look it up."""
    source = add(check, "p", as_written(f"{context.words[key]} "), class_="cw-from", **NO_SEARCH)
    add(source, "a", as_written(lesson.title), href=address)


def _begin(parent: Element, question: Question, lesson: str, identity: str) -> Element:
    return add(
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
        data_formerly=" ".join(former_ids(question, lesson)) or None,
    )


def _draw(check: Element, question: Question, context: RenderContext) -> None:
    form = add(check, "form")
    fieldset = _draw_stem(form, question, context)
    answers = add(fieldset, "question-answers", **NO_SEARCH)
    add(answers, "p", as_written(context.words[f"question.how-{question.task.kind}"]), class_="cw-how")
    type_of(question).draw_body(answers, question, context)
    if question.hint:
        hint = add(add(form, "question-hint", **NO_SEARCH), "details", class_="cw-hint")
        add(hint, "summary", as_written(context.words["question.hint"]))
        context.line(add(hint, "p"), question.hint)
    details = add(add(form, "question-key", **NO_SEARCH), "details", class_="cw-key")
    add(details, "summary", as_written(context.words["question.key"]))
    type_of(question).draw_key(details, question, context)
    context.markdown(add(details, "div", class_="cw-explanation"), question.explanation)


def _draw_stem(form: Element, question: Question, context: RenderContext) -> Element:
    """The last paragraph of the stem is what is asked: the name of the group. What leads to it stands before it."""
    stem = Element("div")
    context.markdown(stem, question.stem)
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
        legend.text = as_written(context.words[f"question.legend-{question.task.kind}"])
    fieldset.extend(blocks[last + 1 :])
    return fieldset
