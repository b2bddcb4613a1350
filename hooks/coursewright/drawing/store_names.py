"""The names under which browsers keep what a learner does in a course."""

from __future__ import annotations

import unicodedata

from coursewright.model import Course
from coursewright.source.blocks import as_name
from coursewright.text import hyphenated


def store_names(course: Course) -> list[str]:
    """The name in use, and after it those under which something may have been kept before.

    A course without an ``id`` is known by its title, in whatever letters that is. Version 0.1 left out all but those
    of English, so that courses named in other alphabets shared one name.
    """
    titles = (course.title, *course.formerly)
    names = [course.id, *map(_in_letters, titles), *map(as_name, titles), *course.formerly]
    return list(dict.fromkeys(name for name in names if name and "/" not in name))


def _in_letters(title: str) -> str:
    return hyphenated(unicodedata.normalize("NFKC", title))
