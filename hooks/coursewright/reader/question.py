"""``/// question`` and ``/// review``.

    The stem, in Markdown.

    - [x] A right answer
        > Feedback for it.
    - [ ] A distractor
        > Feedback for it.

    The explanation, in Markdown.

How the list is written, and what is made of it, hangs on the type of the question: see ``questions/``.
"""

from __future__ import annotations

from hashlib import blake2b

from coursewright.block import Question, Review
from coursewright.keys import QuestionKeys, ReviewKeys
from coursewright.problem import listed
from coursewright.questions.source import QuestionSource
from coursewright.questions.table import every_type, question_type
from coursewright.source.blocks import RawBlock
from coursewright.source.reading import Reading
from coursewright.text import Phrase


def read_question(block: RawBlock, keys: QuestionKeys, reading: Reading) -> Question:
    """Read a question; mistakes are reported, and what can be read is kept."""
    _check_options(block, keys, reading)
    kind = question_type(keys.type)
    read = kind.read(QuestionSource(block, keys, kind.options, reading))
    return Question(
        name=block.name,
        line=block.line,
        objectives=keys.objective,
        minutes=keys.minutes,
        stem=read.stem,
        task=read.task,
        hint=Phrase(keys.hint) if keys.hint else None,
        explanation=read.explanation,
        digest=_digest(keys.type, *read.task.decides()),
        worded_digest=_digest(" ".join(str(read.stem).split()), *read.task.worded()),
        reviews=keys.reviews or "",
        formerly=keys.formerly,
    )


def read_review(block: RawBlock, keys: ReviewKeys, reading: Reading) -> Review:
    """Read a question that is asked again; it has no body, as it has no words of its own."""
    if block.body():
        reading.report("review-text", block.body().line, "text")
    lesson, _, question = keys.question.rpartition("/")
    return Review(block.line, lesson, question)


def _check_options(block: RawBlock, keys: QuestionKeys, reading: Reading) -> None:
    """An option that means something to some types only is written with one of these."""
    meaning: dict[str, list[str]] = {}
    for name, kind in every_type():
        for key in kind.options:
            meaning.setdefault(key, []).append(name)
    for key, names in meaning.items():
        if key in keys.model_fields_set and keys.type not in names:
            place = reading.source.place_of(key, block.line + 1)
            reading.problems.report("option-useless", place, f"type `{keys.type}`", key=key, types=listed(names))


def _digest(*texts: str) -> str:
    return blake2b("\n".join(texts).encode(), digest_size=4).hexdigest()
