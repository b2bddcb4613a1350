"""The planner in a browser: what a trainer does with it, and what is then seen."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from coursewright.model import Workshop
from coursewright.problem import Problems
from coursewright.reader.page import read_page
from tests.engine.browser.conftest import Place
from tests.engine.browser.said import SAID

SING = 'Sing, "loud"; then <louder>'


HOSTILE = "</script><img src=x onerror=\"alert('x')\">,;\\ ``` <!-- *[x] 'ü🐦"


def open_plan(page: Page, place: Place, address: str = "plan.html") -> Page:
    page.goto(place.address + address)
    expect(page.locator("workshop-plan")).to_have_attribute("data-ready", "")
    return page


def act(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def add_part(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(f"^Add: {re.escape(name)}")).click()


def own(page: Page, title: str, minutes: int) -> None:
    form = page.get_by_role("form", name=SAID["plan.own-new"])
    if not form.is_visible():
        page.get_by_text(SAID["plan.own-new"]).click()
    form.get_by_role("textbox", name=SAID["plan.own-name"]).fill(title)
    form.get_by_role("spinbutton", name=SAID["plan.minutes-short"]).fill(str(minutes))
    form.get_by_role("button", name=SAID["plan.add-own"]).click()


def rows(page: Page) -> Locator:
    return page.locator(".cw-plan-row")


def expect_rows(page: Page, *wanted: tuple[str, str]) -> None:
    """The rows by time and title."""
    expect(rows(page).locator(".cw-plan-time")).to_have_text([time for time, _ in wanted])
    expect(rows(page).locator("strong")).to_have_text([title for _, title in wanted])


def status(page: Page) -> Locator:
    return page.locator(".cw-plan-bar").get_by_role("status")


def findings(page: Page) -> Locator:
    return page.get_by_role("region", name=SAID["plan.check"]).get_by_role("listitem")


def packed(page: Page) -> dict[str, Any]:
    """The plan in the address."""
    code = page.url.partition("#plan=")[2]
    plan: dict[str, Any] = json.loads(base64.urlsafe_b64decode(code + "=" * (-len(code) % 4)))
    return plan


def address_of(value: object) -> str:
    code = base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")
    return f"plan.html#plan={code}"


def a_plan(title: str = "Birds", *items: object, **more: object) -> dict[str, object]:
    return {"v": 1, "t": title, "n": 12, "u": "abc", "y": [[540, 750, list(items)]], **more}


def fill_time(page: Page, name: str, time: str) -> None:
    page.get_by_label(name, exact=True).fill(time)


def download(page: Page, name: str, folder: Path, file: str) -> bytes:
    with page.expect_download() as info:
        act(page, name)
    assert info.value.suggested_filename == file
    info.value.save_as(folder / file)
    return (folder / file).read_bytes()


def read_workshop(data: bytes) -> Workshop:
    problems = Problems()
    found = read_page("workshops/x.md", "x.md", data, problems)
    assert [str(problem) for problem in problems] == []
    assert found
    assert found.complete
    assert isinstance(found.page, Workshop)
    return found.page
