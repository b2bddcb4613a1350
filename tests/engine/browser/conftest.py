"""A browser, and the sites that it visits.

Every page that a test opens is watched: a request to another host, a message in the console, an error in a script and
a breach of the content security policy each fail the test.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, expect

from coursewright.model import Course
from tests.engine.site.building import ROOT, SAMPLER, SMALL_COURSES, build_real, build_sampler, build_small, read
from tests.engine.site.serving import POLICY, Sites, serving

expect.set_options(timeout=10_000)  # a busy machine is no fault

NewContext = Callable[..., BrowserContext]
LOCAL_SCHEMES = {"file", "data", "blob", "about"}
LAUNCH_FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@dataclass(frozen=True)
class Place:
    """A site where a browser finds it, with the course that it was built from."""

    address: str
    folder: Path
    course: Course

    def page(self, source: str) -> str:
        """The address of the page drawn from a source file."""
        return self.address + source.removesuffix(".md") + ".html"

    @property
    def pages(self) -> list[str]:
        """The paths of all its pages, but for the one that says that there is none."""
        return [path.relative_to(self.folder).as_posix() for path in sorted(self.folder.rglob("[!4]*.html"))]


@pytest.fixture(scope="session")
def sites() -> Iterator[Sites]:
    """A server that sends the strict policy."""
    with serving(POLICY) as served:
        yield served


@pytest.fixture(scope="session")
def open_sites() -> Iterator[Sites]:
    """A server without a policy, under which a script that is let in would run."""
    with serving() as served:
        yield served


@pytest.fixture(scope="session")
def learner(sites: Sites, into: Path) -> Place:
    folder = build_real("learner", into).site
    sites.put("", folder)  # for the 404 page, which belongs at the root
    return Place(sites.put("course", folder), folder, read(ROOT / "docs"))


@pytest.fixture(scope="session")
def trainer(sites: Sites, into: Path) -> Place:
    folder = build_real("trainer", into).site
    return Place(sites.put("trainer", folder), folder, read(ROOT / "docs"))


@pytest.fixture(scope="session")
def learner_file(into: Path) -> Place:
    folder = build_real("learner", into).site
    return Place(f"{folder.as_uri()}/", folder, read(ROOT / "docs"))


@pytest.fixture(scope="session")
def canary(sites: Sites, into: Path) -> Place:
    folder = build_small("canary", "learner", into).site
    return Place(sites.put("canary", folder), folder, read(SMALL_COURSES / "canary"))


@pytest.fixture(scope="session")
def canary_trainer(sites: Sites, into: Path) -> Place:
    folder = build_small("canary", "trainer", into).site
    return Place(sites.put("canary-trainer", folder), folder, read(SMALL_COURSES / "canary"))


@pytest.fixture(scope="session")
def canary_file(into: Path) -> Place:
    folder = build_small("canary", "learner", into).site
    return Place(f"{folder.as_uri()}/", folder, read(SMALL_COURSES / "canary"))


@pytest.fixture(scope="session")
def sampler(sites: Sites, into: Path) -> Place:
    """The course with a question of every type."""
    folder = build_sampler(into).site
    return Place(sites.put("sampler", folder), folder, read(SAMPLER))


@pytest.fixture(scope="session")
def sampler_file(into: Path) -> Place:
    folder = build_sampler(into).site
    return Place(f"{folder.as_uri()}/", folder, read(SAMPLER))


@pytest.fixture(scope="session")
def planning(sites: Sites, into: Path) -> Place:
    """The trainer's edition of a course to plan with."""
    folder = build_small("plan", "trainer", into).site
    return Place(sites.put("plan", folder), folder, read(SMALL_COURSES / "plan"))


@pytest.fixture(scope="session")
def odd_words(open_sites: Sites, into: Path) -> Place:
    folder = build_small("odd-words", "trainer", into).site
    return Place(open_sites.put("odd", folder), folder, read(SMALL_COURSES / "odd-words"))


@pytest.fixture(scope="session")
def base_url() -> None:
    """In place of pytest-playwright's own, which pytest warns of."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    path = os.environ.get("COURSEWRIGHT_BROWSER") or shutil.which("chromium") or "/usr/bin/chromium"
    return {**browser_type_launch_args, "executable_path": path, "args": LAUNCH_FLAGS}


@pytest.fixture
def faults() -> list[str]:
    """What was not in order on the pages of a test. One that provokes a fault takes it out."""
    return []


@pytest.fixture
def new_context(new_context: NewContext, faults: list[str]) -> Iterator[NewContext]:
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(10_000)
        watch(context, faults)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        for page in context.pages:
            page.title()  # whatever the page had still to report has arrived with the answer
    assert faults == []


def watch(context: BrowserContext, faults: list[str]) -> None:
    """Note whatever is not in order."""

    def note_request(url: str) -> None:
        parts = urlsplit(url)
        if parts.hostname != "127.0.0.1" and parts.scheme not in LOCAL_SCHEMES:
            faults.append(f"request to {url}")

    def note_message(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            faults.append(f"{message.type} on {message.location.get('url')}: {message.text}")

    context.on("request", lambda request: note_request(request.url))
    context.on("weberror", lambda error: faults.append(f"error on {error.page and error.page.url}: {error.error}"))
    context.on("console", note_message)
