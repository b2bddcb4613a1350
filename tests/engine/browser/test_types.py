"""A learner answers each of the ten types of question, with the keyboard alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.engine.browser.answering import LISTEN, Answer, Hands, answer_all, choose, match, order, tick, write
from tests.engine.browser.conftest import Place
from tests.engine.browser.said import SAID

CHOOSING, TYPING, ARRANGING, THINKING = LESSONS = [
    f"lessons/questions/{name}.html" for name in ("choosing", "typing", "arranging", "thinking")
]
CONTROLS = {"button", "radio", "checkbox", "textbox", "combobox", "link", "DisclosureTriangle"}
"""Roles of what can be reached and used, as Chromium tells them."""

FIND, OFFER, HELP, ALONE = (
    "Find out which skills your manager uses",
    "Offer to help the next time",
    "Do it while she watches",
    "Do it alone",
)


@dataclass(frozen=True)
class Case:
    """A question of the sampler, with what to do and what to see."""

    page: str
    name: str
    group: str
    nothing: str
    wrong: Answer
    told: str
    feedback: str
    right: Answer
    answer: str
    explanation: str
    hint: str = ""


CASES = {
    "one": Case(
        CHOOSING,
        "first-to-learn",
        "A new supervisor has one free morning. What should she learn first?",
        "Choose an answer first.",
        choose("Giving speeches that inspire"),
        "Not right.",
        "No speech inspires a team that isn't paid on time",
        choose("Running payroll"),
        "Running payroll",
        "Leadership skills need technical skills to build on",
        "Which one do the others depend on?",
    ),
    "several": Case(
        CHOOSING,
        "technical-skills",
        "Which of these are technical skills?",
        "Choose at least one answer first.",
        tick("Writing a schedule", "Inspiring people"),
        "1 of 2 right answers chosen, and 1 not right.",
        "That's a leadership skill.",
        tick("Writing a schedule", "Evaluating performance"),
        "Evaluating performance",
        "A technical skill is part of the work itself.",
    ),
    "true-false": Case(
        CHOOSING,
        "oil-alone",
        "Oil runs nothing without a machine.",
        "Choose an answer first.",
        choose("False"),
        "Not right.",
        "Imagine a fine speech about service",
        choose("True"),
        "True",
        "The machine comes first, and then the oil.",
    ),
    "text": Case(
        TYPING,
        "the-oil",
        "If technical skills are the machine, what are leadership skills?",
        "Type an answer first.",
        write("the  MACHINE"),
        "Not right.",
        "The machine is the technical skills.",
        write(" The Oil "),
        "the oil",
        "Oil makes a machine run far better",
    ),
    "number": Case(
        TYPING,
        "hours-to-cover",
        "A help desk is open from 8:00 to 18:00, five days a week, and one person staffs it at a time. "
        "How many hours must the weekly schedule cover?",
        "Type an answer first.",
        write("40"),
        "Not right.",
        "That's one person's week, not the desk's.",
        write("50,0 hours"),
        "50",
        "Ten hours a day, five days",
    ),
    "gaps": Case(
        TYPING,
        "fill-the-picture",
        "Fill the gaps.",
        "Fill every gap first.",
        write("machine", "machine"),
        "1 of 2 right.",
        "It's what keeps things running smoothly.",
        write("The machine", "oil"),
        "oil",
        "You need both, in this order.",
    ),
    "matching": Case(
        ARRANGING,
        "pairs",
        "Which technical skill does each leadership skill build on?",
        "Choose an answer for every line first.",
        match("Ordering stationery", "Writing a service vision", "Evaluating performance"),
        "2 of 3 right.",
        "What breaks trust fastest?",
        match("Running payroll", "Writing a service vision", "Evaluating performance"),
        "Running payroll",
        "Every leadership skill has a technical one under it.",
    ),
    "ordering": Case(
        ARRANGING,
        "steps-to-a-skill",
        "You want to learn a task your manager does today. Put the steps in order.",
        "Move the steps into their order first.",
        order(OFFER, FIND, HELP, ALONE),
        "2 of 4 right.",
        "Know what the task is before you offer.",
        order(FIND, OFFER, HELP, ALONE),
        ALONE,
        "Know it, offer help, do it together, do it alone.",
    ),
}


def open_question(page: Page, address: str, name: str) -> Hands:
    page.goto(address)
    hands = Hands(page, page.locator(f"#question-{name}"))
    expect(hands.check).to_have_attribute("data-ready", "")
    page.evaluate(LISTEN)
    return hands


def reload(hands: Hands) -> None:
    hands.page.reload()
    expect(hands.check).to_have_attribute("data-ready", "")
    hands.page.evaluate(LISTEN)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_question_that_is_graded(page: Page, sampler: Place, case: Case) -> None:
    hands = open_question(page, sampler.address + case.page, case.name)
    check = hands.check
    results, status = check.locator(".cw-result"), check.get_by_role("status")
    feedback, explanation = check.get_by_text(case.feedback), check.locator(".cw-explanation")
    expect(check.get_by_role("group", name=case.group, exact=True)).to_have_count(1)
    expect(check.locator("question-key, question-hint").filter(visible=True)).to_have_count(0)

    hands.enter()
    assert hands.check_it() == case.nothing
    expect(status).to_have_attribute("data-tone", "note")
    assert hands.kept() is None

    case.wrong(hands)
    expect(results).to_have_count(0)
    expect(check).not_to_have_attribute("data-state", "wrong")
    expect(feedback).to_be_hidden()
    assert hands.kept() is None
    draft = hands.filled
    reload(hands)
    assert hands.filled == draft

    assert case.told in hands.check_it()
    expect(check).to_have_attribute("data-state", "wrong")
    expect(feedback).to_be_visible()
    expect(explanation).to_be_hidden()
    expect(check.get_by_text("Your answer: not").first).to_be_visible()
    first = hands.kept()
    assert first
    assert (first["first"], first["latest"], first["tries"]) == ("wrong", "wrong", 1)

    filled = hands.filled
    reload(hands)
    expect(check).to_have_attribute("data-state", "wrong")
    expect(feedback).to_be_visible()
    assert hands.filled == filled
    assert hands.kept() == first

    take_hint(hands, case.hint)
    hands.push(SAID["question.again"])
    expect(results).to_have_count(0)
    expect(feedback).to_be_hidden()
    assert check.evaluate("(it) => it.contains(document.activeElement)")

    expect(check.get_by_role("button", name=SAID["question.check"], exact=True)).to_be_enabled()

    case.wrong(hands)
    hands.check_it()
    assert (hands.kept() or {})["tries"] == 1  # the same answer is no other try
    hands.push(SAID["question.show"])
    reveal = check.get_by_role("group", name=SAID["question.key"])
    expect(reveal).to_be_focused()
    expect(reveal.locator(".cw-reveal-title")).to_have_text([SAID["question.right"], SAID["question.explanation"]])
    expect(reveal.locator(".cw-reveal-answers")).to_contain_text(case.answer)
    expect(reveal).to_contain_text(case.explanation)
    reload(hands)
    expect(check).to_have_attribute("data-state", "shown")

    hands.push(SAID["question.again"])
    case.right(hands)
    expect(check).not_to_have_attribute("data-state", "right")
    hands.check_it()
    expect(hands.check).to_have_attribute("data-state", "right")
    expect(check.get_by_text("Your answer: not")).to_have_count(0)
    expect(check.get_by_role("button", name=SAID["question.again"])).to_have_count(0)
    reload(hands)
    expect(check).to_have_attribute("data-state", "right")
    expect(check.get_by_text(case.explanation)).to_be_visible()
    last = hands.kept()
    assert last
    assert (last["first"], last["latest"], last["tries"]) == ("wrong", "right", 2)


@pytest.mark.parametrize("apart", [0, 400], ids=["double", "slow"])
def test_a_double_click_on_check_checks_once(page: Page, sampler: Place, apart: int) -> None:
    for case in CASES.values():
        hands = open_question(page, sampler.address + case.page, case.name)
        case.wrong(hands)
        button = hands.check.get_by_role("button", name=SAID["question.check"], exact=True)
        button.scroll_into_view_if_needed()
        box = button.bounding_box()
        assert box
        filled = hands.filled
        for _ in range(2):
            page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            page.wait_for_timeout(apart)
        expect(hands.check).to_have_attribute("data-state", "wrong")
        assert hands.filled == filled
        assert (hands.kept() or {})["tries"] == 1
        after = button.bounding_box()
        assert after
        assert abs(after["y"] - box["y"]) <= 1, case.name


def test_a_draft_is_there_when_one_comes_back(page: Page, sampler: Place) -> None:
    hands = open_question(page, sampler.address + TYPING, "fill-the-picture")
    fields = hands.check.get_by_role("textbox")
    fields.first.fill("The machi")
    page.goto(sampler.address + CHOOSING)
    page.go_back()
    expect(fields.first).to_have_value("The machi")
    fields.first.fill("")
    page.reload()
    expect(fields.first).to_have_value("")
    assert [key for key in page.evaluate("coursewright.store.keys()") if "/draft/" in key] == []


@pytest.mark.parametrize("kind", ["gaps", "matching", "text", "number"])
def test_a_note_that_tells_the_answer_waits_for_another_go(page: Page, sampler: Place, kind: str) -> None:
    case = CASES[kind]
    hands = open_question(page, sampler.address + case.page, case.name)
    told = f"It is “{case.answer}”."
    hands.check.evaluate(
        "(check, told) => check.querySelectorAll('.cw-key .cw-feedback').forEach((note) => (note.textContent = told))",
        told,
    )
    case.wrong(hands)
    assert SAID["question.try"] in hands.check_it()
    expect(hands.check.get_by_text(told).filter(visible=True)).to_have_count(0)
    hands.push(SAID["question.again"])
    write("nothing")(hands) if kind in ("text", "number") else write("a", "b")(hands) if kind == "gaps" else match(
        "Writing a service vision", "Writing a service vision", "Evaluating performance"
    )(hands)
    assert SAID["question.read-notes"] in hands.check_it()
    expect(hands.check.get_by_text(told).filter(visible=True).first).to_be_visible()


def test_what_nobody_chose_is_not_painted_when_the_answer_is_shown(page: Page, sampler: Place) -> None:
    case = CASES["one"]
    hands = open_question(page, sampler.address + case.page, case.name)
    case.wrong(hands)
    hands.check_it()
    take_hint(hands, case.hint)
    hands.push(SAID["question.show"])
    rows = hands.check.locator(".cw-answer")
    states = {row.inner_text().split("\n")[0].strip(): row.get_attribute("data-state") for row in rows.all()}
    assert states.pop("Giving speeches that inspire") == "wrong"
    assert states.pop(case.answer) == "right"
    assert set(states.values()) == {None}
    expect(hands.check.get_by_text(SAID["question.wrong"], exact=True).filter(visible=True)).to_have_count(0)


def take_hint(hands: Hands, hint: str) -> None:
    show = hands.check.get_by_role("button", name=SAID["question.show"])
    if not hint:
        expect(hands.check.get_by_role("button", name=SAID["question.hint"])).to_have_count(0)
        expect(show).to_be_visible()
        return
    expect(show).to_have_count(0)
    expect(hands.check.get_by_text(hint)).to_be_hidden()
    hands.push(SAID["question.hint"])
    expect(hands.check.get_by_text(hint)).to_be_visible()
    expect(show).to_be_visible()


def test_enter_in_a_field_checks_once(page: Page, sampler: Place) -> None:
    hands = open_question(page, sampler.address + TYPING, "hours-to-cover")
    field, status = hands.check.get_by_role("textbox"), hands.check.get_by_role("status")
    for typed, result in {"50": "right", "50.00 h": "right", "5 0": "right", "40": "wrong", "fifty": "wrong"}.items():
        hands.go_to(field)
        hands.press("Control+a")
        page.keyboard.type(typed)
        expect(status).to_be_empty()
        page.evaluate("announced.length = 0")
        hands.press("Enter", "Enter")
        expect(hands.check).to_have_attribute("data-state", result)
        assert len(page.evaluate("announced")) == 1
    expect(hands.check.get_by_text("Count the hours in one day first.")).to_be_visible()
    assert (hands.kept() or {})["tries"] == 5


def test_a_step_tells_where_it_got_to(page: Page, sampler: Place) -> None:
    hands = open_question(page, sampler.address + ARRANGING, "steps-to-a-skill")
    step = hands.check.locator("[data-action=up] .cw-hidden").first.inner_text().removeprefix("Move up: ")
    up, down = (hands.check.get_by_role("button", name=f"Move {way}: {step}") for way in ("up", "down"))
    told = hands.check.locator("[aria-live=polite]")
    expect(up).to_have_attribute("aria-disabled", "true")
    hands.go_to(up)
    hands.press("Enter")
    expect(told).to_be_empty()
    hands.press("Tab", "Space")
    expect(down).to_be_focused()
    expect(told).to_have_text(f"{step}: place 2 of 4")


def test_a_reflection(page: Page, sampler: Place) -> None:
    hands = open_question(page, sampler.address + THINKING, "my-last-payday")
    check, field = hands.check, hands.check.get_by_role("textbox", name=SAID["question.yours"])
    model, criterion = check.get_by_text("A colleague's overtime was missing."), check.get_by_role("checkbox").nth(1)
    expect(check.get_by_role("group", name="Think of a mistake in someone's pay")).to_have_count(1)

    hands.enter()
    expect(field).to_be_focused()
    assert hands.check_it("Compare with a model answer") == "Write an answer first."
    hands.go_to(field)
    page.keyboard.type("Kim was paid late.")
    reload(hands)
    expect(field).to_have_value("Kim was paid late.")
    expect(check).not_to_have_attribute("data-state", "answered")
    expect(model).to_be_hidden()

    hands.check_it("Compare with a model answer")
    expect(check).to_have_attribute("data-state", "answered")
    expect(model).to_be_visible()
    expect(check.get_by_text("Trust is built on the things people count on")).to_be_visible()
    expect(check.get_by_role("group", name=SAID["question.rubric"])).to_be_visible()
    hands.go_to(criterion)
    hands.press("Space")
    reload(hands)
    expect(criterion).to_be_checked()
    expect(model).to_be_visible()
    kept = hands.kept() or {}
    assert (kept["first"], kept["tries"], kept["choice"]) == ("answered", 1, ["Kim was paid late.", "2"])


def test_a_scenario(page: Page, sampler: Place) -> None:
    hands = open_question(page, sampler.address + THINKING, "wrong-pay")
    check, scenes = hands.check, hands.check.locator(".cw-scene").filter(visible=True)
    expect(check.get_by_role("group", name="It's payday, and you're the new supervisor")).to_have_count(1)
    expect(scenes).to_have_count(1)
    expect(check.get_by_role("button", name=SAID["question.check"])).to_have_count(0)

    hands.push('"Payroll isn\'t my job. Try HR."')
    expect(scenes).to_be_focused()
    expect(scenes).to_contain_text("Robin nods slowly")
    expect(scenes).to_contain_text("By noon, three more people")
    assert "latest" not in (hands.kept() or {})
    reload(hands)
    expect(scenes).to_contain_text("By noon, three more people")
    expect(check.get_by_role("region", name=SAID["question.way-so-far"])).to_contain_text(
        SAID.of("question.chose", choice="\"Payroll isn't my job")
    )

    assert "poor end" in hands.check_it("Let it blow over")
    expect(check).to_have_attribute("data-state", "wrong")
    expect(scenes).to_be_focused()
    hands.push(SAID["question.start-again"])
    expect(scenes).to_contain_text("Robin comes to your desk")
    hands.push('"Which dates? Let\'s look at it together."')
    assert "good end" in hands.check_it("Enter them, and tell Robin when the money will come")
    reload(hands)
    expect(check).to_have_attribute("data-state", "right")
    expect(check.get_by_text("A mistake in pay is a chance to build trust")).to_be_visible()
    kept = hands.kept() or {}
    assert (kept["first"], kept["latest"], kept["tries"]) == ("wrong", "right", 2)


def test_a_fair_end_is_not_told_as_a_wrong_one(page: Page, sampler: Place) -> None:
    hands = open_question(page, sampler.address + THINKING, "wrong-pay")
    hands.check.evaluate("(check) => { check.querySelector('[data-scene=lost]').dataset.end = 'fair'; }")
    hands.check.locator(".cw-scene").filter(visible=True).get_by_role("button").first.press("Enter")
    hands.check.locator(".cw-scene").filter(visible=True).get_by_role("button").first.press("Enter")
    expect(hands.check.get_by_role("status")).to_have_attribute("data-tone", "fair")
    page.goto(sampler.address + "my-progress.html")
    latest = page.get_by_role("row").filter(has_text="payday, and").get_by_role("cell").nth(3)
    expect(latest).to_have_text(SAID["mine.fair"])
    expect(latest).to_have_attribute("data-state", "fair")


def test_where_the_focus_goes_has_a_role_and_a_name(page: Page, sampler: Place) -> None:
    hands = open_question(page, sampler.address + THINKING, "wrong-pay")
    for scene in (2, 3):
        hands.go_to(hands.check.locator(".cw-scene").filter(visible=True).get_by_role("button"))
        hands.press("Enter")
        expect(hands.check.get_by_role("group", name=SAID.of("question.scene", n=scene), exact=True)).to_be_focused()


def test_a_review_counts_for_the_original(page: Page, sampler: Place) -> None:
    case = CASES["one"]
    hands = open_question(page, sampler.address + CHOOSING, case.name)
    case.wrong(hands)
    hands.check_it()

    page.goto(sampler.address + THINKING)
    hands = Hands(page, page.locator("[data-review=true]"))
    page.evaluate(LISTEN)
    expect(hands.check.get_by_role("group", name=case.group, exact=True)).to_have_count(1)
    expect(hands.check).not_to_have_attribute("data-state", "wrong")
    expect(hands.check.locator(":checked")).to_have_count(0)
    case.right(hands)
    hands.check_it()
    expect(hands.check).to_have_attribute("data-state", "right")
    kept = hands.kept() or {}
    assert (kept["first"], kept["latest"], kept["tries"]) == ("wrong", "right", 2)
    reload(hands)
    expect(hands.check.locator(":checked")).to_have_count(0)
    assert hands.kept() == kept
    page.goto(sampler.address + CHOOSING)
    expect(page.locator(f"#question-{case.name}")).to_have_attribute("data-state", "right")


def test_only_what_was_missed(page: Page, sampler: Place) -> None:
    hands = open_question(page, sampler.address + CHOOSING, "oil-alone")
    only = page.locator("missed-questions").get_by_role("button")
    expect(only).to_have_count(0)
    for kind, answer in (
        ("one", CASES["one"].wrong),
        ("several", CASES["several"].right),
        ("true-false", choose("False")),
    ):
        hands = Hands(page, page.locator(f"self-check[data-kind={kind}]"))
        answer(hands)
        hands.check_it()
    expect(only).to_have_text(SAID.of("missed.only", n=2))
    only.press("Enter")
    expect(page.locator("self-check").filter(visible=True)).to_have_count(2)
    expect(page.get_by_role("group", name=CASES["several"].group)).to_have_count(0)
    expect(page.locator("self-check").first.get_by_role("radio").first).to_be_focused()
    expect(page.get_by_role("heading", name="Several right answers")).to_have_count(0)
    expect(page.locator("self-check[data-missed]").locator(".cw-result, question-answers input:checked")).to_have_count(
        0
    )

    CASES["true-false"].right(hands)
    hands.check_it()
    only.press("Enter")
    expect(page.locator("self-check").filter(visible=True)).to_have_count(3)
    expect(only).to_have_text(SAID.of("missed.only", n=1))


def test_confidence_is_optional_and_told_when_it_was_wrong(page: Page, sampler: Place) -> None:
    case = CASES["text"]
    hands = open_question(page, sampler.address + case.page, case.name)
    sure = hands.check.get_by_role("group", name=SAID["question.sure"], exact=True)
    hands.go_to(sure.get_by_role("radio").first)
    hands.press("ArrowDown", "ArrowDown")
    expect(sure.get_by_role("radio", name=SAID["question.sure-certain"], exact=True)).to_be_checked()
    assert hands.check_it() == case.nothing
    assert hands.kept() is None
    case.wrong(hands)
    hands.go_to(sure.get_by_role("radio", name=SAID["question.sure-certain"], exact=True))
    assert "You were certain" in hands.check_it()
    expect(sure).to_have_count(0)
    assert (hands.kept() or {})["sure"] == "certain"

    hands.push(SAID["question.again"])
    expect(sure.locator(":checked")).to_have_count(0)
    case.right(hands)
    assert "certain" not in hands.check_it()


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_control_is_named_and_no_two_alike(page: Page, sampler: Place, lesson: str) -> None:
    page.goto(sampler.address + lesson)
    for answered in (False, True):
        if answered:
            answer_all(page)
        for name in page.locator("self-check").evaluate_all("(checks) => checks.map(({ id }) => id)"):
            controls = controls_of(page, name)
            assert len(controls) >= (1 if answered else 2), name
            assert [each for each in controls if not each[1].strip()] == [], name
            assert [each for each, count in Counter(controls).items() if count > 1] == [], name
            small = page.locator(f"#{name}").evaluate("""(check) => [...check.querySelectorAll("button, select, input")]
                .map((control) => (/radio|box/.test(control.type) ? control.closest("label") : control))
                .filter((it) => it.checkVisibility())
                .filter((it) => it.getBoundingClientRect().height < 24 || it.getBoundingClientRect().width < 24)
                .map((it) => it.outerHTML)""")
            assert small == [], name


def controls_of(page: Page, name: str) -> list[tuple[str, str]]:
    """Roles and names of the controls of a question, from the accessibility tree."""
    session = page.context.new_cdp_session(page)
    found = session.send("Runtime.evaluate", {"expression": f"document.getElementById({name!r})"})
    tree = session.send("Accessibility.queryAXTree", {"objectId": found["result"]["objectId"]})
    session.detach()
    return [
        (node["role"]["value"], node["name"]["value"])
        for node in tree["nodes"]
        if not node["ignored"] and node["role"]["value"] in CONTROLS
    ]


@pytest.mark.parametrize("lesson", [THINKING, ARRANGING])
def test_a_page_that_is_left_and_come_back_to_has_one_set_of_all(page: Page, sampler: Place, lesson: str) -> None:
    page.goto(sampler.address + lesson)
    before = page.locator("self-check").evaluate_all("(checks) => checks.map((check) => check.innerText)")
    page.evaluate("""() => {
        const [article] = document.querySelectorAll("article");
        const { parentNode } = article;
        for (let round = 0; round < 3; round++) {
            article.remove();
            parentNode.append(article);
        }
    }""")
    assert page.locator("self-check").evaluate_all("(checks) => checks.map((check) => check.innerText)") == before
    page.evaluate(LISTEN)
    answer_all(page)
    assert len(page.evaluate("announced")) == page.locator("self-check").count()


def test_types_work_in_a_folder_of_files(page: Page, sampler_file: Place) -> None:
    for lesson in LESSONS:
        page.goto(sampler_file.address + lesson)
        answer_all(page)
        page.reload()
        expect(page.locator("self-check[data-state]:not([data-review])")).to_have_count(
            page.locator("self-check:not([data-review])").count()
        )
