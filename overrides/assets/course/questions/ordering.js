/* Steps to put in order. */
(() => {
  "use strict";

  const { word, make } = window.coursewright.tools;
  const { all, need, feedbackOf, textOf, gradeParts } = window.coursewright.questions;

  /** The drawn steps stay as they are, for paper; a copy of them is put in order. @type {TaskMaker} */
  function ordering(host, rows) {
    const drawn = need(host, "ol", ".cw-steps");
    const place = make("p", { class: "cw-hidden", "aria-live": "polite" });
    const list = make("ol", { class: "cw-steps cw-steps--moving" });
    const items = all(drawn, "li", ".cw-step").map((step) => makeStep(step, place));
    const order = () => all(list, "li", ".cw-step");
    list.append(...items);
    showEnds(list);
    drawn.after(list, place);
    drawn.hidden = true;
    return {
      nothing: "question.move-steps",
      amend: true,
      made: [list, place],
      undo: () => void (drawn.hidden = false),
      start: () => need(list, "button"),
      values: () => order().map(({ dataset }) => dataset.step ?? ""),
      empty: () => order().every((item, at) => item === items[at]),
      fill(values) {
        list.append(...items);
        for (const value of values) list.append(...items.filter(({ dataset }) => dataset.step === value));
        showEnds(list);
      },
      grade() {
        return gradeParts(order().map((item, at) => {
          const right = item.dataset.step === rows[at]?.dataset.step;
          const row = rows.find(({ dataset }) => dataset.step === item.dataset.step);
          const verdict = `question.place-${right ? "right" : "wrong"}`;
          return { item, control: need(item, "button"), right, verdict, feedback: feedbackOf(row) };
        }));
      },
    };
  }

  /** @param {HTMLElement} drawn @param {HTMLElement} place  tells where the step has got to */
  function makeStep(drawn, place) {
    const text = need(drawn, "span", ".cw-step-text");
    const step = textOf(text);
    /** @param {string} action @param {string} sign */
    const makeMove = (action, sign) => {
      const name = make("span", { class: "cw-hidden" }, word(`question.${action}`, { step }));
      const pressed = make("button", { type: "button", class: "cw-move", "data-action": action });
      pressed.append(make("span", { "aria-hidden": "true" }, sign), name);
      pressed.addEventListener("click", () => {
        const { previousElementSibling: above, nextElementSibling: below, parentElement: list } = item;
        // The other step gives way: this one, and with it the focus, stays where it is.
        if (action === "up" && above) item.after(above);
        else if (action === "down" && below) item.before(below);
        else return;
        const steps = [...(list?.children ?? [])];
        place.textContent = word("question.place", { step, n: steps.indexOf(item) + 1, m: steps.length });
        if (list) showEnds(list);
        item.dispatchEvent(new Event("input", { bubbles: true }));
      });
      return pressed;
    };
    const item = make("li", { class: "cw-step", "data-step": drawn.dataset.step ?? "" }, text.cloneNode(true), " ");
    item.append(make("span", { class: "cw-moves" }, makeMove("up", "↑"), makeMove("down", "↓")));
    return item;
  }

  /** A disabled button would drop the focus. @param {Element} list */
  function showEnds(list) {
    for (const move of all(list, "button")) {
      const item = move.closest("li");
      const end = move.dataset.action === "up" ? list.firstElementChild : list.lastElementChild;
      move.setAttribute("aria-disabled", String(item === end));
    }
  }

  Object.assign(window.coursewright.questions.types, { ordering });
})();
