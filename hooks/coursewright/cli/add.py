"""``coursewright add``: a new module, lesson or workshop, put into the list that it belongs to."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from coursewright.cli.course_folder import config_option, told
from coursewright.cli.lists import NoList, names_in, with_name
from coursewright.cli.names import checked_title, name_of, title_of
from coursewright.cli.templates import PAGES, as_yaml, filled, write_new
from coursewright.problem import listed
from coursewright.reader.course import COURSE_FILE, LESSONS_FOLDER, WORKSHOPS_FOLDER

FIRST_LESSON = "First lesson"
F = TypeVar("F", bound=Callable[..., Any])


class _Course(NamedTuple):
    """Where the files of a course are."""

    root: Path
    docs: Path

    @property
    def modules_file(self) -> Path:
        return self.docs / COURSE_FILE

    def module(self, name: str) -> Path:
        """The folder of a module."""
        return self.docs / LESSONS_FOLDER / name

    def shown(self, path: Path) -> str:
        """A path as messages name it."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)


class _ListFile:
    """A file with a list of names, as it is and as it's going to be."""

    def __init__(self, course: _Course, path: Path, key: str) -> None:
        self.shown, self._path, self._key = course.shown(path), path, key
        if not path.is_file():
            raise click.ClickException(f"{self.shown} is missing, so nothing can be added to its `{key}`.")
        try:
            # Not read_text, which would change the ends of lines.
            self._text = path.read_bytes().decode("utf-8")
            self.names = names_in(self._text, key)
        except (NoList, UnicodeDecodeError) as error:
            raise self._unusable() from error

    def prepare(self, name: str) -> None:
        """Put a name at the end of the list, unless it's there; nothing is written yet."""
        if name in self.names:
            return
        try:
            self._text = with_name(self._text, self._key, name)
        except NoList as error:
            raise self._unusable() from error

    def write(self) -> None:
        """Write the file."""
        self._path.write_bytes(self._text.encode("utf-8"))

    def _unusable(self) -> click.ClickException:
        return click.ClickException(
            f"The list `{self._key}` of {self.shown} can't be read. `coursewright check` says what's wrong with it."
        )


@click.group()
def add() -> None:
    """Add a module, a lesson or a workshop to the course.

    NAME is a title such as "Ask first", or the name of a file such as ask-first. What exists is never overwritten.
    """


def _named(command: F) -> F:
    """The argument and options that all three have."""
    command = click.argument("words", metavar="NAME", nargs=-1, required=True)(command)
    command = click.option("--title", help="The title, if NAME is to be the file's name alone.")(command)
    return config_option(command)


@add.command()
@_named
@click.option("--lesson", default=FIRST_LESSON, show_default=True, help="What its first lesson is called.")
def module(words: tuple[str, ...], title: str | None, lesson: str, config: Path) -> None:
    """Add a module, with a first lesson in it.

    It comes last in the course. Move its line in docs/course.yml to change that.
    """
    course = _course_of(config)
    name, title = _name_and_title(" ".join(words), title, 'module new-module --title "…"')
    first, first_title = _name_and_title(lesson, None, "module NAME --lesson new-lesson")
    _refuse_index(first, course, name)
    folder = course.module(name)
    if folder.exists():
        raise click.ClickException(f"{course.shown(folder)} exists already. Give the new module another name.")
    modules = _ListFile(course, course.modules_file, "modules")
    modules.prepare(name)
    write_new(folder / "index.md", filled(PAGES / "module.md", {"title": as_yaml(title), "lesson": first}))
    write_new(folder / f"{first}.md", filled(PAGES / "lesson.md", {"title": as_yaml(first_title)}))
    modules.write()
    _tell(course, folder / "index.md", modules.shown)
    click.echo(f"Its first lesson is {course.shown(folder / f'{first}.md')}.")


@add.command()
@_named
def lesson(words: tuple[str, ...], title: str | None, config: Path) -> None:
    """Add a lesson to a module.

    NAME may name the module first: MODULE/NAME. Without it, the lesson goes into the module whose folder you are in, or
    into the only one there is.
    """
    course = _course_of(config)
    written = " ".join(words)
    folder, own = _module_and_rest(written, course)
    name, title = _name_and_title(own, title, f'lesson {folder.name}/new-lesson --title "…"')
    _refuse_index(name, course, folder.name)
    path = folder / f"{name}.md"
    _refuse_existing(course, path, "lesson")
    lessons = _ListFile(course, folder / "index.md", "lessons")
    lessons.prepare(name)
    write_new(path, filled(PAGES / "lesson.md", {"title": as_yaml(title)}))
    lessons.write()
    _tell(course, path, lessons.shown)


@add.command()
@_named
def workshop(words: tuple[str, ...], title: str | None, config: Path) -> None:
    """Add a workshop."""
    course = _course_of(config)
    name, title = _name_and_title(" ".join(words), title, 'workshop new-workshop --title "…"')
    _refuse_index(name, course, "")
    path = course.docs / WORKSHOPS_FOLDER / f"{name}.md"
    _refuse_existing(course, path, "workshop")
    write_new(path, filled(PAGES / "workshop.md", {"title": as_yaml(title)}))
    _tell(course, path, "")


def _course_of(config: Path) -> _Course:
    from coursewright.mkdocs.running import docs_folder

    with contextlib.chdir(config.parent):
        return _Course(config.parent, docs_folder(config, told))


def _name_and_title(written: str, title: str | None, example: str) -> tuple[str, str]:
    return name_of(written, f"coursewright add {example}"), checked_title(title or title_of(written))


def _module_and_rest(written: str, course: _Course) -> tuple[Path, str]:
    """The folder of the module that a new lesson goes into, and what of the argument names the lesson."""
    modules = _ListFile(course, course.modules_file, "modules").names
    named, slash, rest = written.partition("/")
    if slash:
        if named.strip() not in modules:
            raise click.ClickException(f"The course has no module `{named.strip()}`. Its modules: {listed(modules)}.")
        return course.module(named.strip()), rest
    here = [name for name in modules if Path.cwd().is_relative_to(course.module(name))]
    if len(chosen := here or modules) != 1:
        raise click.ClickException(
            f"Say which module the lesson goes into, as MODULE/NAME. The course's modules: {listed(modules)}."
        )
    return course.module(chosen[0]), written


def _refuse_index(name: str, course: _Course, module_name: str) -> None:
    if name == "index":
        folder = course.module(module_name) if module_name else course.docs / WORKSHOPS_FOLDER
        raise click.ClickException(f"`index` is the first page of {course.shown(folder)}. Choose another name.")


def _refuse_existing(course: _Course, path: Path, kind: str) -> None:
    if path.exists():
        raise click.ClickException(f"{course.shown(path)} exists already. Give the new {kind} another name.")


def _tell(course: _Course, path: Path, list_file: str) -> None:
    where = f", listed in {list_file}" if list_file else ""
    click.echo(f"New: {course.shown(path)}{where}. Its words say what to write in their place.")
