"""Building, checking and serving a course for the command ``coursewright``: one configuration, an edition at a time.

An edition is a configuration that inherits the author's, as trainer.yml inherits mkdocs.yml; so a server that reloads
reads the author's file anew each time.
"""

from __future__ import annotations

import contextlib
import io
import logging
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml
from click import ClickException
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError, MkDocsException
from mkdocs.plugins import BasePlugin, event_priority

from coursewright.markup.context import Edition
from coursewright.mkdocs.host import host_log, log
from coursewright.mkdocs.plugin import CoursewrightPlugin, MistakesFound, NoOptions
from coursewright.problem import Problem
from coursewright.publish import NotPublished, Publication, publish_all
from coursewright.words import FALLBACK, load_words

Tell = Callable[[str], None]
"""Shows a line to whoever runs the command."""

Command = Literal["stage", "check"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a command sets in the place of the author's configuration; None leaves that as it is."""

    edition: Edition | None = None
    pdf: bool | None = None
    text: int | None = None
    site_url: str | None = None

    def layer(self) -> dict[str, Any]:
        """The same as mkdocs.yml has it."""
        worksheets = {"pdf": self.pdf, "text": self.text}
        extra: dict[str, Any] = {"edition": self.edition, "worksheets": _said(worksheets)}
        return _said({"site_url": self.site_url, "extra": _said(extra)})


class Outcome(NamedTuple):
    """What came of a build."""

    site: Path
    problems: tuple[Problem, ...]
    """Why there's no site; none if there is one."""
    staged: Publication | None
    """The site, beside its place: `publish` puts it there, or `discard` throws it away."""


def docs_folder(file: Path, tell: Tell) -> Path:
    """Where the sources of a course are."""
    return Path(_load(file, Settings(), tell).docs_dir)


def build_edition(file: Path, settings: Settings, tell: Tell, site: Path | None = None) -> Outcome:
    """Build a site, to be published: the edition of the file for its ``site_dir``, another one for a folder beside it.

    Args:
        file: The author's configuration.
        settings: What to change in it.
        tell: Shows what happens.
        site: Where the edition of the file goes, if not where it says.
    """
    own = "trainer" if _load(file, Settings(), tell).extra.get("edition") == "trainer" else "learner"
    config = _load(file, settings, tell, site_dir=str(site.resolve()) if site else None)
    if settings.edition not in (None, own):
        config.site_dir = f"{config.site_dir}-{settings.edition}"
    place = Path(config.site_dir)  # a build changes it while it's under way
    problems, plugin = _run(config, "stage", tell), _plugin_of(config)
    return Outcome(place, problems, plugin.publishing.take_staged() if plugin else None)


def publish(outcomes: Iterable[Outcome]) -> None:
    """Put the sites of several editions in their places: all of them, or none."""
    try:
        publish_all([each.staged for each in outcomes if each.staged])
    except NotPublished as error:
        raise ClickException(error.told(load_words(FALLBACK))) from error


def discard(outcomes: Iterable[Outcome]) -> None:
    """Throw the sites of several editions away, unless they've been published."""
    for each in outcomes:
        if each.staged:
            each.staged.discard()


def check_edition(file: Path, settings: Settings, tell: Tell, paper: bool) -> tuple[Problem, ...]:
    """All mistakes of an edition. Every page is converted, and nothing is written that stays.

    It's the host's own build, ended when the pages are converted and before the first file is written: so a check finds
    what a build would, other plugins included, in less time. The folder that a build clears first is a temporary one.

    Args:
        file: The author's configuration.
        settings: What to change in it.
        tell: Shows what happens.
        paper: Whether to print the worksheets as well, for the mistakes that only printing shows.
    """
    with tempfile.TemporaryDirectory(prefix="coursewright-") as folder:
        config = _load(file, settings, tell, site_dir=str(Path(folder, "site")))
        config.plugins["coursewright/check"] = _StopBeforeWriting()
        return _run(config, "stage" if paper else "check", tell)


def serve_edition(file: Path, settings: Settings, tell: Tell, address: str, browser: bool) -> None:
    """Serve an edition, and build it anew when a file changes, until the process is told to end."""
    _load(file, settings, tell)
    layer = _Layer(file, settings)
    options: dict[str, Any] = {"config_file_path": str(file), "dev_addr": address}
    with _telling(tell, f"{host_log.name}.livereload"), _ended_by("The course can't be served until that is fixed."):
        serve(layer, open_in_browser=browser, **options)  # type: ignore[arg-type]


class _Layer(io.BytesIO):
    """A configuration file that isn't on the disk: it inherits the author's, and changes a few settings."""

    def __init__(self, file: Path, settings: Settings) -> None:
        super().__init__(yaml.safe_dump({"INHERIT": str(file), **settings.layer()}).encode())
        self.name = str(file)

    def close(self) -> None:
        """Stay open: MkDocs closes the file each time that it has loaded it."""


class _Checked(MkDocsException):
    """All pages are converted, and no mistake was found. It is the host's, so that nobody takes it for a fault."""


class _StopBeforeWriting(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Ends a build that was only to find mistakes."""

    @event_priority(-300)
    def on_env(self, env: Environment, **_: object) -> Environment:
        """All plugins before this one have looked at the pages."""
        raise _Checked("")


class _Listener(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Takes note of what ended a build."""

    error: Exception | None = None

    def on_build_error(self, *, error: Exception) -> None:
        """Keep it."""
        self.error = error


class _Teller(logging.Handler):
    """Shows what MkDocs and Coursewright log, without what only MkDocs's own command line is for."""

    def __init__(self, tell: Tell, told: tuple[str, ...], listener: _Listener | None) -> None:
        super().__init__()
        self._tell, self._told, self._listener = tell, told, listener

    def emit(self, record: logging.LogRecord) -> None:
        """Show warnings, and what is said by those that were asked for."""
        error = self._listener.error if self._listener else None
        if isinstance(error, MistakesFound) and record.getMessage() == str(error):
            return  # whoever runs the build gets the mistakes themselves
        if record.levelno >= logging.WARNING or record.name.startswith(self._told):
            self._tell(record.getMessage())


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is left as it is."""
    return {key: value for key, value in values.items() if value not in (None, {})}


def _load(file: Path, settings: Settings, tell: Tell, **options: Any) -> MkDocsConfig:
    """The author's configuration with some settings changed. Raises what MkDocs does, for a person to read."""
    with _telling(tell), _ended_by(f"{file.name} can't be used until that is fixed."):
        config = load_config(_Layer(file, settings), config_file_path=str(file), **options)
    if _plugin_of(config) is None:
        raise ConfigurationError(f"{file.name} doesn't name Coursewright. Add `- coursewright` to its list `plugins`.")
    return config


def _plugin_of(config: MkDocsConfig) -> CoursewrightPlugin | None:
    """The plugin of a configuration, be it named as such or as a hook file."""
    handlers = (getattr(handler, "__self__", None) for handler in config.plugins.events["config"])
    return next((each for each in handlers if isinstance(each, CoursewrightPlugin)), None)


def _run(config: MkDocsConfig, command: Command, tell: Tell) -> tuple[Problem, ...]:
    """Build, and give the mistakes that ended the build. Whatever else ends it is raised."""
    listener = _Listener()
    config.plugins["coursewright/listener"] = listener
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    try:
        with _telling(tell, listener=listener):
            build(config)
    except _Checked:
        return ()
    except Abort as abort:
        if isinstance(listener.error, MistakesFound):
            return tuple(listener.error.problems)
        if isinstance(listener.error, BuildError):  # which has been told
            raise ClickException("No site was built.") from abort
        raise ClickException("Warnings end the build, as the configuration says `strict: true`.") from abort
    finally:
        config.plugins.on_shutdown()
    return ()


@contextlib.contextmanager
def _ended_by(sentence: str) -> Iterator[None]:
    """End with a sentence what MkDocs ends after it has told why."""
    try:
        yield
    except Abort as abort:
        raise ClickException(sentence) from abort


@contextlib.contextmanager
def _telling(tell: Tell, *told: str, listener: _Listener | None = None) -> Iterator[None]:
    """Show what is logged, for as long as the context lasts."""
    logger, handler = host_log, _Teller(tell, (log.name, *told), listener)
    level, propagate = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagate
