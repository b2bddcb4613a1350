"""Titles, objectives and answers with characters that HTML, Jinja, YAML and scripts take for their own."""

from __future__ import annotations

import re

from lxml import html

from tests.engine.site.building import SMALL_COURSES, Build, read
from tests.engine.site.words import answers_of

COURSE = read(SMALL_COURSES / "odd-words")
LESSON = COURSE.lessons[0]
ODD = re.compile(r"^\w+( purpose)? 5\" & <b> --> \]\] </title></script><script>window\.pwned=1</script> \{\{ 7\*7 \}\}")


def words_of(element: html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", "".join(str(piece) for piece in element.itertext())).strip()


def page_of(build: Build, path: str) -> html.HtmlElement:
    return html.document_fromstring((build.site / path).with_suffix(".html").read_bytes())


def test_the_course_is_odd_everywhere() -> None:
    assert ODD.match(COURSE.title)
    assert ODD.match(LESSON.title)
    assert ODD.match(LESSON.objectives[0].text)


def test_a_lesson_shows_them_as_written(odd_words: Build) -> None:
    page = page_of(odd_words, LESSON.path)
    words = words_of(page.find(".//article"))
    reference = COURSE.bibliography["odd"]
    sheet, activity = LESSON.worksheets[0], LESSON.activities[0]
    for text in (
        LESSON.title,
        LESSON.description,
        LESSON.audience,
        LESSON.objectives[0].text,
        LESSON.materials[0],
        COURSE.modules[0].title,
        reference.author,
        reference.title,
        sheet.title,
        sheet.purpose,
        activity.title,
        activity.group,
        activity.materials[0],
        'Label 5" & --> ]] {{ 7*7 }}',
        'Sure 5" & <b> ]]?',
        'yes " & <b>',
    ):
        assert text in words
    assert words_of(page.find(".//h1")) == LESSON.title
    assert reference.url in [link.get("href") for link in page.iter("a")]


def test_answers_are_as_written(odd_words: Build) -> None:
    page = page_of(odd_words, LESSON.path)
    rows = [words_of(row) for row in page.find_class("cw-answer")]
    assert rows == [answer.text for answer in answers_of(LESSON.questions[0])]
    assert [words_of(row) for row in page.find_class("cw-key-answer")] == rows


def test_the_name_of_each_field_is_as_written(odd_words: Build) -> None:
    boxes = page_of(odd_words, LESSON.path).iter("textarea")
    assert [box.get("aria-label") for box in boxes] == ['Label 5" & --> ]] {{ 7*7 }}']


def test_every_page_is_named_as_written(odd_words: Build) -> None:
    module = COURSE.modules[0]
    for path, title in ((LESSON.path, LESSON.title), (module.path, module.title)):
        assert words_of(page_of(odd_words, path).find(".//title")) == f"{title} – {COURSE.title}"
    assert words_of(page_of(odd_words, "index.md").find(".//title")) == COURSE.title


def test_lists_of_lessons_show_them_as_written(odd_words: Build) -> None:
    for path in ("index.md", "course-map.md", COURSE.modules[0].path, LESSON.path):
        page = page_of(odd_words, path)
        words = words_of(page.find(".//body"))
        assert COURSE.title in words
        assert COURSE.modules[0].title in words
        assert path == LESSON.path or LESSON.title in words
        described = page.find(".//meta[@name='description']").get("content")
        assert ODD.match(described)


def test_no_script_of_theirs_is_on_a_page(odd_words: Build) -> None:
    for path in odd_words.site.rglob("*.html"):
        page = html.document_fromstring(path.read_bytes())
        assert [script for script in page.iter("script") if "pwned" in (script.text or "")] == [], path.name
        assert "{{ 7*7 }}" in path.read_text(encoding="utf-8")
