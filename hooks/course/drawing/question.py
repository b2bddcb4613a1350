"""A question as a form that works without scripts: answers to choose from, and a key to open.

The key is the only place of feedback and explanation; the script moves them to the answers, the search leaves them out,
and paper never shows them.
"""

from __future__ import annotations

from course.drawing.element import NO_SEARCH, Element, Scene, add, as_written, inline
from course.model import Question


def draw_question(parent: Element, question: Question, scene: Scene) -> None:
    """Draw a question into the page."""
    check = add(
        parent,
        "self-check",
        class_="cw-question",
        id=f"question-{question.name}",
        data_lesson=scene.page.id,
        data_question=question.name,
        data_hash=question.digest,
        data_kind=question.task.kind,
    )
    form = add(check, "form")
    fieldset = _draw_stem(form, scene)
    _draw_answers(fieldset, question, scene)
    _draw_key(form, question, scene)


def _draw_stem(form: Element, scene: Scene) -> Element:
    """The last paragraph of the stem is what is asked: the name of the group. What leads to it stands before it."""
    stem = Element("div")
    scene.parse(stem, "stem")
    blocks = list(stem)
    last = max((place for place, block in enumerate(blocks) if block.tag == "p"), default=-1)
    form.extend(blocks[:last] if last >= 0 else [])
    fieldset = add(form, "fieldset")
    legend = add(fieldset, "legend")
    if last >= 0:
        asked = blocks[last]
        legend.text = asked.text
        legend.extend(list(asked))
    fieldset.extend(blocks[last + 1 :])
    return fieldset


def _draw_answers(fieldset: Element, question: Question, scene: Scene) -> None:
    answers = add(fieldset, "question-answers", **NO_SEARCH)
    add(answers, "p", as_written(scene.words[f"question.how-{question.task.kind}"]), class_="cw-how")
    rows = add(answers, "ul", class_="cw-answers")
    control = "checkbox" if question.task.several else "radio"
    for number, answer in enumerate(question.task.answers, 1):
        label = add(add(rows, "li", class_="cw-answer"), "label")
        add(label, "input", type=control, name=question.name, value=str(number))
        add(label, "span", inline(answer.text.joined))


def _draw_key(form: Element, question: Question, scene: Scene) -> None:
    words = scene.words
    details = add(add(form, "question-key", **NO_SEARCH), "details", class_="cw-key")
    add(details, "summary", as_written(words["question.key"]))
    rows = add(details, "ul")
    for number, answer in enumerate(question.task.answers, 1):
        row = add(rows, "li", data_answer=str(number), data_right="true" if answer.right else "false")
        line = add(row, "p")
        verdict = add(line, "strong", as_written(words["question.right" if answer.right else "question.wrong"]))
        verdict.set("class", "cw-verdict")
        verdict.tail = " "
        add(line, "span", inline(answer.text.joined), class_="cw-key-answer")
        scene.parse(add(row, "div", class_="cw-feedback"), f"feedback-{number}")
    scene.parse(add(details, "div", class_="cw-explanation"), "explanation")
