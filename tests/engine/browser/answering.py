"""Answers questions of every type: as a person does with a keyboard, or all of a page at once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

FURTHEST = 40
"""Presses of Tab after which a control counts as out of reach."""

LISTEN = """() => {
    window.announced = [];
    for (const status of document.querySelectorAll("self-check [role=status]")) {
        new MutationObserver((changes) => announced.push(...changes.map(() => status.textContent)))
            .observe(status, { childList: true, characterData: true, subtree: true });
    }
}"""
"""Note each change of a status."""

ANSWER_ALL = """(right) => {
    for (const check of document.querySelectorAll("self-check")) {
        const each = (selector) => [...check.querySelectorAll(selector)];
        const press = (action) => check.querySelector(`[data-action=${action}]:not([hidden])`)?.click();
        const wanted = each(".cw-key > :is(ul, ol) > li").filter((row) => row.dataset.right === String(right));
        const type = (field, text) => {
            field.value = text;
            field.dispatchEvent(new Event("input", { bubbles: true }));
        };
        switch (check.dataset.kind) {
            case "one": case "several": case "true-false":
                for (const { dataset } of wanted) check.querySelector(`[value="${dataset.answer}"]`).click();
                break;
            case "text": case "number": {
                const [row] = wanted;
                const said = row.dataset.value ?? row.querySelector(".cw-spelling")?.textContent;
                type(check.querySelector(".cw-text input"), said ?? "7");
                break;
            }
            case "gaps":
                each(".cw-gaps input").forEach((field, at) =>
                    type(field, right ? each(`[data-gap="${at + 1}"] .cw-spelling`)[0].textContent : "seven"));
                break;
            case "matching":
                for (const field of each("select")) type(field, field.options[1].value);
                break;
            case "ordering":
                check.querySelector("[data-action=down]").click();
                break;
            case "reflection":
                type(check.querySelector("textarea"), "It was Tuesday.");
                check.querySelector(".cw-rubric input").click();
                break;
            case "scenario":
                for (let left = 20; left && !check.dataset.state; left--) {
                    check.querySelector(".cw-scene:not([hidden]) [data-action=choose]").click();
                }
        }
        press("check");
    }
}"""
"""Answer all questions of a page: choices, texts, numbers and gaps rightly or wrongly, the others always wrongly."""


def answer_all(page: Page, *, right: bool = False) -> None:
    """Answer every question of a page and check it."""
    page.evaluate(ANSWER_ALL, right)
    for check in page.locator("self-check").all():
        expect(check).to_have_attribute("data-state", re.compile("right|wrong|answered"))


@dataclass(frozen=True)
class Hands:
    """A learner with a keyboard, at one question."""

    page: Page
    check: Locator

    def press(self, *keys: str) -> None:
        """Press keys, one after another; the focus never gets lost."""
        for key in keys:
            self.page.keyboard.press(key)
            assert self.page.evaluate("document.activeElement !== document.body"), f"{key}: the focus is lost"

    def go_to(self, control: Locator) -> None:
        """Move to a control with Tab, or back to it."""
        if not self.page.evaluate("document.activeElement !== document.body"):
            self.enter()
        control = control.first
        expect(control).to_be_visible()
        back = control.evaluate("(it) => it.compareDocumentPosition(document.activeElement) & 4")
        for _ in range(FURTHEST):
            if control.evaluate("(it) => it === document.activeElement"):
                return
            self.press("Shift+Tab" if back else "Tab")
        pytest.fail(f"Tab never reaches {control}")

    def enter(self) -> None:
        """Move the focus from what stands before the question into it."""
        self.check.evaluate("""(check) => {
            const before = document.createElement("button");
            before.id = "before";
            check.before(before);
            before.focus();
        }""")
        self.page.keyboard.press("Tab")
        self.page.evaluate("document.getElementById('before').remove()")

    def push(self, name: str) -> None:
        """Go to a button and press it."""
        self.go_to(self.check.get_by_role("button", name=name, exact=True))
        self.press("Enter")

    def check_it(self, name: str = "Check") -> str:
        """Check the answer; gives the words of the one change of the status."""
        self.go_to(self.check.get_by_role("button", name=name, exact=True))
        self.page.evaluate("announced.length = 0")
        self.press("Enter")
        self.page.wait_for_function("announced.length")
        (said,) = self.page.evaluate("announced")
        expect(self.check.get_by_role("status")).to_have_text(said)
        return str(said)

    def kept(self) -> dict[str, Any] | None:
        """What the browser keeps of the question."""
        found: dict[str, Any] | None = self.check.evaluate(
            "({ dataset }) => coursewright.store.get(`${dataset.lesson}/question/${dataset.question}`) ?? null"
        )
        return found

    @property
    def filled(self) -> str:
        """All that is chosen, typed and put in order."""
        return json.dumps(
            self.check.evaluate("""(check) => [
                ...[...check.querySelectorAll("question-answers :is(input, select, textarea)")]
                    .map(({ type, value, checked }) => (/radio|box/.test(type) ? checked : value)),
                ...[...check.querySelectorAll(".cw-steps--moving .cw-step")].map(({ dataset }) => dataset.step),
            ]""")
        )


Answer = Callable[[Hands], None]


def choose(text: str) -> Answer:
    """Move to an answer with the arrow keys."""

    def act(hands: Hands) -> None:
        answers = hands.check.locator(".cw-answer").get_by_role("radio")
        chosen = [each for each in answers.all() if each.is_checked()]
        hands.go_to(chosen[0] if chosen else answers.first)
        wanted = answers.and_(hands.check.get_by_role("radio", name=text, exact=True))
        for _ in range(answers.count() + 1):
            if wanted.is_checked():
                return
            hands.press("ArrowDown")
        pytest.fail("the arrow keys never reach the answer")

    return act


def tick(*texts: str) -> Answer:
    """Tick these answers and no others."""

    def act(hands: Hands) -> None:
        for label in hands.check.locator(".cw-answer label").all():
            box = label.get_by_role("checkbox")
            if box.is_checked() is not (label.inner_text().strip() in texts):
                hands.go_to(box)
                hands.press("Space")

    return act


def write(*texts: str) -> Answer:
    """Type into the fields, in order."""

    def act(hands: Hands) -> None:
        fields = hands.check.locator("question-answers").get_by_role("textbox")
        for field, text in zip(fields.all(), texts, strict=True):
            hands.go_to(field)
            hands.press("Control+a")
            hands.page.keyboard.type(text)

    return act


def match(*texts: str) -> Answer:
    """Choose from the menus, in the order of the page, by typing the first letters."""

    def act(hands: Hands) -> None:
        for menu, text in zip(hands.check.get_by_role("combobox").all(), texts, strict=True):
            hands.go_to(menu)
            hands.page.keyboard.type(text)
            expect(menu.locator("option:checked")).to_have_text(text)

    return act


def order(*texts: str) -> Answer:
    """Move the steps up until they stand in this order."""

    def act(hands: Hands) -> None:
        steps = hands.check.locator(".cw-steps--moving .cw-step-text")
        for place, text in enumerate(texts):
            while steps.nth(place).inner_text() != text:
                up = hands.check.get_by_role("button", name=f"Move up: {text}")
                hands.go_to(up)
                hands.press("Enter")
                expect(up).to_be_focused()

    return act
