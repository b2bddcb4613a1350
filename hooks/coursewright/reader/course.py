"""A docs folder to a Course."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from coursewright.keys import CourseKeys, GlossaryKeys, PathKeys, ReferenceKeys
from coursewright.model import Course, Lesson, Module
from coursewright.path import CoursePath, Stage
from coursewright.problem import Place, Problems
from coursewright.reader.page import HOME, ReadPage, read_page
from coursewright.reader.timings import read_timings
from coursewright.reference import Reference, Term
from coursewright.source.blocks import as_name
from coursewright.source.files import Folder, open_folder
from coursewright.source.header import Header, check_keys, read_yaml
from coursewright.source.source import read_source

COURSE_FILE = "course.yml"
BIBLIOGRAPHY_FILE = "bibliography.yml"
GLOSSARY_FILE = "glossary.yml"
LESSONS_FOLDER = "lessons"
WORKSHOPS_FOLDER = "workshops"


@dataclass(frozen=True)
class ReadCourse:
    """A course as read, with what its checks need to name places."""

    course: Course
    pages: dict[str, ReadPage]
    folder: Folder
    citable: frozenset[str] | None
    """The keys that stand in the bibliography, those of faulty entries included; None if it could not be read."""
    header: Header | None = None
    """Where the keys of course.yml stand, if it could be read."""

    def unread(self) -> set[str]:
        """The ids of lessons and workshops that are there, and no part of the course as something in them is wrong."""
        folders = (f"{LESSONS_FOLDER}/", f"{WORKSHOPS_FOLDER}/")
        files = (path for path in self.folder.pages() if path.startswith(folders))
        ids = {path.removeprefix(folders[0]).removesuffix(".md") for path in files}
        return ids.difference(each.id for each in (*self.course.lessons, *self.course.workshops))


def read_course(root: Path, name: str, problems: Problems, foreign: Collection[str] = ()) -> ReadCourse:
    """Read a whole course; what cannot be read is left out, with the mistake reported.

    Args:
        root: The docs folder.
        name: How messages name that folder, ``docs`` for instance.
        problems: Takes the mistakes.
        foreign: Folders in it whose pages are no part of the course.
    """
    folder = replace(open_folder(root, name, problems), foreign=tuple(foreign))
    pages: dict[str, ReadPage] = {}
    for path in folder.pages():
        with problems.watching(folder.shown_path(path)):
            data = folder.read(path, problems)
            if data is not None and (read := read_page(path, folder.shown_path(path), data, problems)):
                pages[path] = read
    for path in folder.pages():  # MkDocs would take such a file for the first page, or overwrite it
        if path.casefold() in ("index.md", "readme.md") and path != HOME and HOME not in folder.files:
            place = Place(folder.shown_path(path))
            problems.report("file-missing", place, f"`{path}`", file=f"`{HOME}`", fix=f"rename it to `{HOME}`")
    keys, header = _read_course_keys(folder, problems)
    modules = _read_modules(keys, header, folder, pages, problems)
    if (home := pages.get(HOME)) and not home.page.title:
        pages[HOME] = replace(home, page=replace(home.page, title=keys.title if keys else folder.name))
    inside = {page.path for module in modules for page in (module, *module.lessons)}
    others = tuple(read.page for path, read in pages.items() if path not in inside)
    references = _read_mapping(BIBLIOGRAPHY_FILE, folder, problems) if BIBLIOGRAPHY_FILE in folder.files else None
    course = Course(
        title=keys.title if keys else folder.name,
        id=(keys and keys.id) or "",
        formerly=keys.formerly if keys else (),
        subtitle=(keys and keys.subtitle) or "",
        description=(keys and keys.description) or "",
        modules=modules,
        paths=tuple(_path(name, path) for name, path in keys.paths.items()) if keys else (),
        pages=others,
        bibliography=_read_bibliography(references, problems) if references else {},
        glossary=_read_glossary(folder, problems),
        timings=read_timings(folder, problems),
        advice=keys.advice if keys else False,
    )
    broken = references is None and BIBLIOGRAPHY_FILE in folder.files
    citable = None if broken else frozenset(references.values if references else ())
    return ReadCourse(course, pages, folder, citable, header)


def _path(name: str, keys: PathKeys) -> CoursePath:
    weeks = tuple(Stage(week.lessons, week.title or "", week.together, week.talk or "") for week in keys.weeks)
    stages = (*weeks, *((Stage(keys.lessons),) if keys.lessons else ()))
    if weeks and keys.lessons:
        stages = ()  # which is a mistake
    return CoursePath(name, keys.title, keys.description or "", keys.hours or 0, stages, bool(weeks))


def _read_mapping(path: str, folder: Folder, problems: Problems) -> Header | None:
    data = folder.read(path, problems)
    source = read_source(folder.shown_path(path), data, problems) if data is not None else None
    return read_yaml(source, source.lines, 1, problems) if source else None


def _read_course_keys(folder: Folder, problems: Problems) -> tuple[CourseKeys | None, Header | None]:
    if COURSE_FILE not in folder.files:
        fix = "write it, with `title` and `modules`"
        problems.report("file-missing", Place(folder.shown_path(COURSE_FILE)), "none", file=f"`{COURSE_FILE}`", fix=fix)
        return None, None
    header = _read_mapping(COURSE_FILE, folder, problems)
    return (check_keys(header, CourseKeys, problems) if header else None), header


def _read_bibliography(header: Header, problems: Problems) -> dict[str, Reference]:
    references = {}
    for key in header.values:
        if entry := check_keys(header, ReferenceKeys, problems, at=(key,)):
            references[key] = Reference(
                key, entry.author, entry.title, entry.publication or "", entry.note or "", entry.url or ""
            )
    return references


def _read_glossary(folder: Folder, problems: Problems) -> tuple[Term, ...]:
    header = _read_mapping(GLOSSARY_FILE, folder, problems) if GLOSSARY_FILE in folder.files else None
    keys = check_keys(header, GlossaryKeys, problems) if header else None
    if keys is None or header is None:
        return ()
    terms, owners = [], dict[str, str]()
    for written, meaning in keys.terms.items():
        forms = tuple(form.strip() for form in written.split("|") if form.strip())
        for form in forms:
            if form.casefold() in owners:
                place = header.place("terms", written)
                problems.report("term-twice", place, f"`{form}` again", other=owners[form.casefold()])
            owners[form.casefold()] = written
        if forms:
            terms.append(Term(forms, meaning))
        else:
            place = header.place("terms", written)
            problems.report("key-type", place, f"`{written}`", expected="a term", key="terms", meaning="")
    return tuple(sorted(terms, key=lambda term: term.name.casefold()))


def _read_modules(
    keys: CourseKeys | None, header: Header | None, folder: Folder, pages: dict[str, ReadPage], problems: Problems
) -> tuple[Module, ...]:
    on_disk = {
        path.split("/")[1] for path in folder.pages() if path.startswith(f"{LESSONS_FOLDER}/") and path.count("/") > 1
    }
    if keys is None or header is None:
        return ()
    modules = []
    for name in _listed_once(keys.modules, header, "modules", problems):
        index = f"{LESSONS_FOLDER}/{name}/index.md"
        if index not in folder.files:
            fix = "write the file, or take the module out of the list"
            problems.report(
                "file-missing", header.place("modules", keys.modules.index(name)), "none", file=f"`{index}`", fix=fix
            )
        elif index in pages and pages[index].keyed:
            modules.append(_with_lessons(pages[index], folder, pages, problems))
    for name in sorted(on_disk.difference(keys.modules)):
        problems.report("module-unlisted", header.place("modules"), f"the folder `{LESSONS_FOLDER}/{name}`", name=name)
    return tuple(modules)


def _with_lessons(read: ReadPage, folder: Folder, pages: dict[str, ReadPage], problems: Problems) -> Module:
    module = read.page
    assert isinstance(module, Module)
    base = module.path.removesuffix("index.md")
    lessons = []
    for name in _listed_once(module.lesson_names, read.header, "lessons", problems):
        path = f"{base}{name}.md"
        if path not in folder.files or path == module.path:
            place = read.header.place("lessons", module.lesson_names.index(name))
            fix = "write the file, or take the lesson out of the list"
            if path == module.path:
                fix = "list lessons only: this is the page of the module itself"
            problems.report("file-missing", place, "none", file=f"`{path}`", fix=fix)
        elif path in pages and isinstance(lesson := pages[path].page, Lesson):
            lessons.append(lesson)
    for path in folder.pages():
        name = path.removeprefix(base).removesuffix(".md")
        if not path.startswith(base) or path == module.path or name in module.lesson_names:
            continue
        place = Place(folder.shown_path(path))
        if "/" in name:
            problems.report("lesson-misplaced", place, "a folder in it", folder=folder.shown_path(base))
        elif as_name(name) != name:
            problems.report("file-name", place, f"`{name}.md`", suggestion=f"`{as_name(name)}.md`")
        else:
            problems.report(
                "lesson-unlisted", place, "it is not in the list", index=folder.shown_path(module.path), name=name
            )
    return replace(module, lessons=tuple(lessons))


def _listed_once(names: tuple[str, ...], header: Header, key: str, problems: Problems) -> list[str]:
    kept: list[str] = []
    for number, name in enumerate(names):
        if name in kept:
            problems.report("listed-twice", header.place(key, number), f"`{name}` again", name=name)
        else:
            kept.append(name)
    return kept
