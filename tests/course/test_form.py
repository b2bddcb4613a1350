"""The form of an answer doesn't give it away: figures over all questions of the course, within what chance would do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from coursewright.questions.choice import Answer, Choice
from coursewright.questions.scenario import Scenario
from tests.course.test_curriculum import COURSE

BALANCED = range(15, 36)
"""Per cent of single choice in which the right answer may be the longest, and as many the shortest."""
MOST_IN_ONE_PLACE = 0.4
"""How often the right answer may be in the same place, and how often it may be the longest, markup included."""
LEAST_TRUE = LEAST_FALSE = 30
MOST_OF_ONE_COUNT = 60
MOST_APART = 10
"""Per cent, as the editor of the course has set them."""

_WORDS = "always|never|all|every|only|nobody|no one|everyone|everybody|everything|nothing|none|completely|ever"
ABSOLUTE = re.compile(rf"\b(?:{_WORDS})\b", re.IGNORECASE)
REASON = re.compile(r"\b(?:because|since|so that)\b", re.IGNORECASE)

TASKS = [question.task for lesson in COURSE.lessons for question in lesson.questions]
CHOICES = [task for task in TASKS if isinstance(task, Choice)]
WORDED = [task for task in CHOICES if task.kind != "true-false"]
SINGLE = [task for task in CHOICES if task.kind == "one"]
SEVERAL = [task for task in CHOICES if task.kind == "several"]


def _letters(answer: Answer) -> int:
    return sum(letter.isalpha() for letter in str(answer.text))


def _percent(some: int, of: int) -> int:
    return round(100 * some / of)


def _options(*, right: bool) -> Iterator[str]:
    return (str(answer.text) for task in WORDED for answer in task.answers if answer.right == right)


def _apart(pattern: re.Pattern[str]) -> int:
    """How many points right and wrong options are apart in what the pattern finds."""
    shares = []
    for right in (True, False):
        texts = list(_options(right=right))
        shares.append(_percent(sum(bool(pattern.search(text)) for text in texts), len(texts)))
    return abs(shares[0] - shares[1])


def test_the_place_of_the_right_answer_gives_nothing_away() -> None:
    places = Counter(place for task in WORDED for place, answer in enumerate(task.answers) if answer.right)
    assert max(places.values()) / places.total() <= MOST_IN_ONE_PLACE, places


def test_the_length_of_the_right_answer_gives_nothing_away() -> None:
    longest = [task for task in SINGLE if max(task.answers, key=lambda answer: len(answer.text)).right]
    assert len(longest) / len(SINGLE) <= MOST_IN_ONE_PLACE


def test_the_longest_and_the_shortest_are_right_as_often_as_by_chance() -> None:
    for extreme in (max, min):
        found = [task for task in SINGLE if extreme(task.answers, key=_letters).right]
        assert _percent(len(found), len(SINGLE)) in BALANCED, extreme.__name__


def test_true_and_false_are_both_right_often_enough() -> None:
    answers = (answer for task in CHOICES if task.kind == "true-false" for answer in task.answers)
    right = Counter(str(answer.text) for answer in answers if answer.right)
    total = sum(right.values())
    assert _percent(right["True"], total) >= LEAST_TRUE
    assert _percent(right["False"], total) >= LEAST_FALSE


def test_how_many_are_right_cannot_be_guessed() -> None:
    counts = Counter(sum(answer.right for answer in task.answers) for task in SEVERAL)
    assert _percent(counts.most_common(1)[0][1], len(SEVERAL)) <= MOST_OF_ONE_COUNT


def test_absolute_words_mark_no_option_as_wrong() -> None:
    assert _apart(ABSOLUTE) <= MOST_APART


def test_reasons_mark_no_option_as_right() -> None:
    assert _apart(REASON) <= MOST_APART


def test_in_some_stories_the_first_turn_is_a_good_one() -> None:
    """Whoever always takes the first turn comes to a good end in some of them, and not in all."""
    first_is_good = 0
    stories = [task for task in TASKS if isinstance(task, Scenario)]
    for story in stories:
        scenes = {scene.name: scene for scene in story.scenes}
        at, seen = story.scenes[0], set[str]()
        while not at.end and at.name not in seen:
            seen.add(at.name)
            at = scenes[at.turns[0].to]
        first_is_good += at.end == "good"
    assert 0 < first_is_good < len(stories)
