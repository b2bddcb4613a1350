"""Hostile words in every text that an author may write, but for the Markdown of a page, which may hold HTML.

A course with a block of every kind and a question of every type gets them; both editions are built. Whatever page, data
or picture of the site says these words, no element and no attribute comes of them, and no script stops being one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from coursewright.keys import (
    BLOCK_KEYS,
    CourseKeys,
    Keys,
    LessonKeys,
    ModuleKeys,
    PathKeys,
    ReferenceKeys,
    WeekKeys,
    WorkshopKeys,
)
from tests.engine.half_course import FRONTS, PLACES, WRITTEN, Half, write_course
from tests.engine.site.building import (
    CONFIGS,
    LINKED,
    ROOT,
    SAMPLER,
    Build,
    Edition,
    build,
    files_of,
    once,
    replace_in,
    whole,
)

HOSTILE = '<img src=planted onerror=planted>"\' planted="1" {{ planted }} </script><script>planted</script> &#x27; ]]>'
_QUOTED = "'" + HOSTILE.replace("'", "''") + "'"

PATH = """
paths:
  short:
    title: Short
    description: For some
    weeks:
      - lessons: [m/good]
        title: First
        talk: Talk
"""

_NAMES = frozenset({
    *("objective", "minutes", "type", "case", "spaces", "pages", "worksheet", "if-late", "question", "end", "start"),
    *("date", "head-count", "room", "assumes", "prerequisites", "references", "formerly", "lessons", "modules"),
    *("template", "hide", "search", "boost", "exclude", "url", "formerly-fields", "id"),
    *("reminder", "revision", "reviews", "advice", "paths", "weeks", "hours", "together"),
})  # fmt: skip
"""Keys whose values are names, numbers and addresses."""
_KEY = re.compile(r"^(?P<before> *(?:\? )?[a-z][\w |-]*: )(?P<value>[^\s|>{\[].*)$")
_LIST_KEY = re.compile(r"^(?P<before> *(?P<key>[a-z-]+): )\[[^\]]*\]$")
_ANSWER = re.compile(r"^(?P<before>- \[[ xX]\] (?!\*|[\d.,]+( |$))|\d+\. |- (?!->)(?=[^\[\]]*->))(?P<words>.*)$")


def _hostile_keys(lines: list[str]) -> Iterator[str]:
    """Lines of YAML, each text in them hostile."""
    for line in lines:
        key = line.strip().partition(":")[0].removeprefix("? ")
        if key not in _NAMES and (match := _LIST_KEY.match(line)):
            yield f"{match['before']}[{_QUOTED}]"
        elif key not in _NAMES and (match := _KEY.match(line)):
            yield f"{match['before']}{_QUOTED}"
        else:
            yield line


def _hostile(text: str) -> str:
    """A lesson or workshop, its keys, options, answers and labels hostile."""
    lines = text.split("\n")
    end = lines.index("---", 1) if lines[0] == "---" else 0
    told = [*_hostile_keys(lines[: end + 1])]
    around, options = list[str](), False
    for line in lines[end + 1 :]:
        options = options and line.startswith("    ")
        if options:
            told += _hostile_keys([line])
            continue
        if line.startswith("/// "):
            around.append(line.split()[1])
            options = True
        elif line == "///":
            around.pop()
        told.append(_hostile_words(line, around[-1] if around else ""))
    return "\n".join(told)


def _hostile_words(line: str, kind: str) -> str:
    """A line of a question, a scene, a worksheet or an agenda; any other is Markdown."""
    if kind in ("question", "scene") and (match := _ANSWER.match(line)):
        left, arrow, right = match["words"].rpartition("->")
        if not arrow:
            return f"{line} {HOSTILE}"
        goes = right if kind == "scene" else f"{right} {HOSTILE}"
        return f"{match['before']}{HOSTILE} {left.strip()} ->{goes}"
    if kind == "agenda" and line.startswith("- break"):
        return f"{line} {HOSTILE}"
    if kind != "worksheet" or line.startswith(("|", "____")):
        return line
    for sign in ("____", "( )", "(1)"):
        if sign in line:
            before, _, after = line.partition(sign)
            return f"{before}{HOSTILE} {sign}{after}"
    return f"{line} {HOSTILE}" if line.startswith("[ ] ") else line


def _without_sources(text: str) -> str:
    """A lesson of the sampler without the copies of its examples."""
    return re.sub(r"^\?\?\? example.*?^ {4}```\n(?=\n|\Z)", "", text, flags=re.MULTILINE | re.DOTALL)


def _write(project: Path) -> None:
    docs = project / "docs"
    lesson = FRONTS["lesson"].replace("minutes: 1", "minutes: 2") + re.sub(r"(?s)/// agenda.*?\n///\n", "", WRITTEN)
    lesson = lesson.replace("| walk\n", "| walk\n    objective: know\n    alone: Walk.\n")
    write_course(docs, Half("hostile", PLACES["lesson"], lesson))
    for name in ("good", "later"):
        replace_in(docs / f"lessons/m/{name}.md", ("minutes: 4", "minutes: 3"))
    names = []
    for path in sorted((SAMPLER / "lessons").rglob("*.md")):
        if path.stem != "index":
            shown = _without_sources(path.read_text(encoding="utf-8"))
            shown = re.sub(r"(question|reviews): questions/", r"\1: m/", shown)
            (docs / "lessons/m" / path.name).write_text(shown, encoding="utf-8")
            names.append(path.stem)
    with (docs / "course.yml").open("a", encoding="utf-8") as course:
        course.write(PATH)
    index = docs / PLACES["module"]
    index.write_text(index.read_text().replace("later]", ", ".join(["later", *names]) + "]"), encoding="utf-8")
    for path in [*docs.rglob("*.md"), *docs.rglob("*.yml")]:
        text = path.read_text(encoding="utf-8")
        told = "\n".join(_hostile_keys(text.split("\n"))) if path.suffix == ".yml" else _hostile(text)
        path.write_text(told, encoding="utf-8")


@pytest.fixture(scope="module", params=["learner", "trainer"])
def hostile(into: Path, request: pytest.FixtureRequest) -> Build:
    edition: Edition = request.param
    site = into / f"hostile-{edition}"

    def make() -> Build:
        project = site.with_name(f"project-{site.name}")
        project.mkdir()
        for name in LINKED:
            (project / name).symlink_to(ROOT / name)
        _write(project)
        return build(project, site, config=CONFIGS[edition], pdf=False)

    return whole(once(site, make))


def _planted(root: html.HtmlElement) -> Iterator[str]:
    """What has come of the hostile words in a page."""
    for element in root.iter(etree.Element):
        shown = etree.tostring(element, encoding="unicode", with_tail=False)[:200]
        if element.tag == "script" and element.get("type") != "application/json" and "planted" in (element.text or ""):
            yield shown
        if any("planted" in name or name.startswith("on") for name in element.attrib):
            yield shown
        if any(element.get(name, "").startswith("planted") for name in ("src", "href", "style")):
            yield shown


def test_nothing_comes_of_hostile_words(hostile: Build) -> None:
    said = 0
    for path in files_of(hostile.site):
        if path.suffix == ".html":
            written = path.read_bytes()
            assert not list(_planted(html.document_fromstring(written))), path
            said += b"planted" in written
            assert b"&amp;lt;img" not in written, f"{path}: escaped twice"
    assert said > 20


def test_data_and_pictures_stay_whole(hostile: Build) -> None:
    said = set()
    for path in files_of(hostile.site):
        if path.suffix not in (".json", ".js", ".svg", ".xml", ".ics") or b"planted" not in path.read_bytes():
            continue
        said.add(path.suffix)
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".json":
            json.loads(text)
        elif path.suffix in (".svg", ".xml"):
            assert not [each for each in etree.fromstring(text.encode()).iter() if "onerror" in each.attrib]
        elif path.suffix == ".js":
            for data in re.findall(r"^window\.\w+ = (\{.*\});?$", text, re.MULTILINE):
                json.loads(data)
    assert {".js", ".ics"} <= said


def test_every_text_that_an_author_may_write_is_hostile(tmp_path: Path) -> None:
    _write(tmp_path)
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "docs").rglob("*") if path.is_file())
    kinds: tuple[type[Keys], ...] = (
        CourseKeys,
        PathKeys,
        WeekKeys,
        LessonKeys,
        ModuleKeys,
        WorkshopKeys,
        ReferenceKeys,
        *BLOCK_KEYS.values(),
    )
    described = {
        alias or name
        for keys in kinds
        for name, alias in ((name, field.alias) for name, field in keys.model_fields.items())
    }
    for key in described - _NAMES - {"case", "spaces"}:
        assert re.search(rf"^ *{key}: .*planted|^ *{key}:\n +\w+: .*planted", written, re.MULTILINE), key
