"""Make up a course of any size, twice over with the same words: for Coursewright, and for plain MkDocs.

    python benchmarks/make_course.py FOLDER [--lessons 300]

FOLDER/course is a course as authors write it. FOLDER/plain says the same in plain Markdown: questions are lists,
worksheets are tables and lines, and what Coursewright draws by itself (facts, objectives, lists of lessons, sources)
is written out. What a learner's edition does not show, the trainer's notes, is left out there. Both are set to what
coursewright/mkdocs/defaults.py says. The words are drawn by chance, from the same seed each time.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import yaml

from made_up import ACTIVITY_MINUTES, READING_MINUTES, SHEET_MINUTES, Lesson, Question, Words, make_lesson

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from coursewright.mkdocs.defaults import MARKDOWN, THEME, THEME_NAME, USE_DIRECTORY_URLS  # noqa: E402

SHEET_ROWS = 6
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2" role="img"><title>Plan</title><path d="M0 1h4"/></svg>'
)


def write_course(folder: Path, lessons: list[Lesson]) -> None:
    """Write the course as authors write it."""
    docs = folder / "docs"
    modules = _by_module(lessons)
    _write(folder / "mkdocs.yml", _course_config())
    _write(docs / "course.yml", f"title: Benchmark\nmodules: [{', '.join(modules)}]\n")
    _write(docs / "bibliography.yml", "source-one: {author: A. Author, title: A title}\n")
    _write(docs / "index.md", "---\ntitle: Home\n---\n\nThe course.\n")
    _write(docs / "pictures" / "plan.svg", PICTURE)
    for name, members in modules.items():
        stems = ", ".join(lesson.stem for lesson in members)
        head = f"---\ntitle: Module {name[-3:]}\npurpose: What the module is for.\nlessons: [{stems}]\n---\n\n"
        _write(docs / "lessons" / name / "index.md", head + Words(-1 - int(name[-3:])).paragraph() + "\n")
        for lesson in members:
            _write(docs / "lessons" / name / f"{lesson.stem}.md", course_source(lesson))


def course_source(lesson: Lesson) -> str:
    """The lesson as an author writes it."""
    objectives = "".join(f"  aim-{index + 1}: {text}\n" for index, text in enumerate(lesson.objectives))
    before = f"prerequisites: [{lesson.previous}]\n" if lesson.previous else ""
    out = [
        f"---\ntitle: {lesson.title}\ndescription: {lesson.description}\nminutes: {lesson.minutes}\n"
        f"objectives:\n{objectives}{before}materials: [flip chart, sticky notes]\nreferences: [source-one]\n---"
    ]
    for index, (title, paragraphs) in enumerate(lesson.sections):
        out += [f"## {title}", *paragraphs, *_extras(lesson, index)]
        if index < len(lesson.questions):
            out.append(_course_question(lesson.questions[index], f"aim-{index + 1}"))
    title, purpose, instruction, heads = lesson.sheet
    out.append(
        f"/// worksheet | sheet\n    title: {title}\n    minutes: {SHEET_MINUTES}\n    purpose: {purpose}\n\n"
        f"{instruction}\n\n"
        f"| {' | '.join(heads)} |\n|---|---|---|\n|   | ( ) yes ( ) not yet |   | {{ rows: {SHEET_ROWS} }}\n\n"
        f"{lesson.key_points[0]}\n____________\n____________\n\n[ ] {heads[0]}\n///"
    )
    title, steps, note = lesson.activity
    numbered = "\n".join(f"{index}. {step}" for index, step in enumerate(steps, 1))
    out.append(
        f"/// activity | activity\n    title: {title}\n    minutes: {ACTIVITY_MINUTES}\n    group: threes\n\n"
        f"{numbered}\n\n"
        f"/// trainer\n{note}\n///\n///"
    )
    out.append("/// key-points\n" + "\n".join(f"- {point}" for point in lesson.key_points) + "\n///")
    return "\n\n".join(out) + "\n"


def _course_question(question: Question, objective: str) -> str:
    answers = "\n".join(
        f"- [{'x' if right else ' '}] {text}\n    > {feedback}" for text, right, feedback in question.answers
    )
    return (
        f"/// question | {question.name}\n    objective: {objective}\n\n{question.scenario}\n\n{question.stem}\n\n"
        f"{answers}\n\n{question.explanation}\n///"
    )


def write_plain(folder: Path, lessons: list[Lesson]) -> None:
    """Write the same words as plain Markdown."""
    docs = folder / "docs"
    modules = _by_module(lessons)
    _write(folder / "mkdocs.yml", _plain_config(modules))
    (folder / "none").mkdir(exist_ok=True)
    _write(docs / "index.md", "# Home\n\nThe course.\n")
    _write(docs / "pictures" / "plan.svg", PICTURE)
    course_map = ["# Course map"]
    for name, members in modules.items():
        entries = [f"- [{lesson.title}]({{}}{lesson.stem}.md), {lesson.minutes} minutes" for lesson in members]
        course_map += [f"## Module {name[-3:]}", "\n".join(entries).replace("{}", f"lessons/{name}/")]
        prose = Words(-1 - int(name[-3:])).paragraph()
        described = [f"{entry}\n\n    {lesson.description}" for entry, lesson in zip(entries, members, strict=True)]
        page = [f"# Module {name[-3:]}", "What the module is for.", prose, "## The lessons", *described]
        _write(docs / "lessons" / name / "index.md", "\n\n".join(page).replace("{}", "") + "\n")
        for lesson in members:
            _write(docs / "lessons" / name / f"{lesson.stem}.md", plain_source(lesson))
    _write(docs / "course-map.md", "\n\n".join(course_map) + "\n")


def plain_source(lesson: Lesson) -> str:
    """The lesson with everything written out."""
    parts = [
        f"Reading: {READING_MINUTES} minutes",
        f"Questions to check yourself: {len(lesson.questions)} minutes",
        f"{lesson.sheet[0]}: {SHEET_MINUTES} minutes",
        f"{lesson.activity[0]}: {ACTIVITY_MINUTES} minutes",
    ]
    out = [f"# {lesson.title}", lesson.description, f"{lesson.minutes} minutes", "**After this lesson you can**"]
    out.append(_list(lesson.objectives))
    if lesson.previous:
        out += ["**What to know before**", f"- [The lesson before]({lesson.previous}.md)"]
    out += ["**Have at hand**", _list(["flip chart", "sticky notes"]), "**What it is made of**", _list(parts)]
    for index, (title, paragraphs) in enumerate(lesson.sections):
        out += [f"## {title}", *paragraphs, *_extras(lesson, index)]
        if index < len(lesson.questions):
            out.append(_plain_question(lesson.questions[index]))
    title, purpose, instruction, heads = lesson.sheet
    row = "|   | yes, not yet |   |\n"
    table = f"| {' | '.join(heads)} |\n|---|---|---|\n{row * SHEET_ROWS}"
    out += [
        f"### {title}",
        f"{SHEET_MINUTES} minutes",
        purpose,
        instruction,
        table,
        lesson.key_points[0],
        "____________",
        heads[0],
    ]
    title, steps, _note = lesson.activity
    out += [f"### {title}", _list([f"{ACTIVITY_MINUTES} minutes", "Together: threes"])]
    out.append("\n".join(f"{index}. {step}" for index, step in enumerate(steps, 1)))
    out += ["## Key points", _list(lesson.key_points), "## Sources", "- A. Author: A title."]
    return "\n\n".join(out) + "\n"


def _plain_question(question: Question) -> str:
    answers = "\n".join(
        f"- {text}\n\n    {'Right answer' if right else 'Not right'}. {feedback}\n"
        for text, right, feedback in question.answers
    )
    return f"{question.scenario}\n\n**{question.stem}**\n\n{answers}\n{question.explanation}"


def _extras(lesson: Lesson, section: int) -> list[str]:
    """What Markdown offers beside prose, the same for both: a link, an admonition, a table, a picture."""
    if section == 0 and lesson.previous:
        return [f"More on this stands in [the lesson before]({lesson.previous}.md)."]
    if section == 1:
        return [f'!!! example "Illustration"\n\n    {lesson.sections[0][1][0]}']
    if section == 2:
        return ["| Task | Kind |\n|---|---|\n| Correct a timesheet | Machine |\n| Say thank you | Oil |"]
    return ["![A plan drawn as one line.](../../pictures/plan.svg)"] if section == 3 else []


def _course_config() -> str:
    return f"""INHERIT: {ROOT}/mkdocs.yml
docs_dir: docs
site_dir: site
hooks: ["{ROOT}/hooks/course_site.py"]
watch: []
"""


def _plain_config(modules: dict[str, list[Lesson]]) -> str:
    """What a course's site is set to, without what makes a course of it."""
    nav = "".join(
        f"  - Module {name[-3:]}:\n      - lessons/{name}/index.md\n"
        + "".join(f"      - lessons/{name}/{lesson.stem}.md\n" for lesson in members)
        for name, members in modules.items()
    )
    theme = {"name": THEME_NAME, **THEME, "favicon": None, "features": [*THEME["features"], "navigation.prune"]}
    settings = {
        "site_name": "Benchmark",
        "use_directory_urls": USE_DIRECTORY_URLS,
        "strict": True,
        "theme": theme,
        "plugins": ["search", "offline"],
        "extra": {"generator": False, "polyfills": []},
        "markdown_extensions": MARKDOWN,
    }
    return f"""{yaml.dump(settings, sort_keys=False)}nav:
  - index.md
  - course-map.md
{nav}"""


def _by_module(lessons: list[Lesson]) -> dict[str, list[Lesson]]:
    modules: dict[str, list[Lesson]] = {}
    for lesson in lessons:
        modules.setdefault(lesson.module, []).append(lesson)
    return modules


def _list(texts: list[str]) -> str:
    return "\n".join(f"- {text}" for text in texts)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make(folder: Path, count: int) -> None:
    """Write a course of so many lessons to FOLDER/course and FOLDER/plain."""
    lessons = [make_lesson(number) for number in range(count)]
    write_course(folder / "course", lessons)
    write_plain(folder / "plain", lessons)


def main() -> None:
    """Make the course that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lessons", type=int, default=300)
    options = parser.parse_args()
    make(options.folder, options.lessons)


if __name__ == "__main__":
    main()
