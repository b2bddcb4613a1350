/* The rows of a plan: each can be moved by its buttons, by Alt and an arrow key, and by its handle with a pointer. */
(() => {
  "use strict";

  const { word, make } = window.coursewright.tools;
  const { clock, kindOf } = window.coursewright.plan.clock;
  const { limits } = window.coursewright.plan.data;

  /** The items of the rows on the page. @type {WeakMap<Element, PlanItem>} */
  const items = new WeakMap();

  /** @param {string} action @param {string} sign @param {() => void} press */
  function makeButton(action, sign, press) {
    const element = make("button", { type: "button", class: "cw-move", "data-action": action }, sign);
    element.addEventListener("click", () => {
      if (element.getAttribute("aria-disabled") !== "true") press();
    });
    return element;
  }

  /** @param {PlanSlot} slot @param {RowActions} actions */
  function makeMinutes({ item, title }, actions) {
    const [low, high] = limits.minutes;
    const attributes = { type: "number", min: String(low), max: String(high), step: "1", inputmode: "numeric", required: "" };
    const field = make("input", { ...attributes, "aria-label": word("plan.minutes-of", { title }), value: String(item.minutes) });
    field.addEventListener("input", () => actions.minutes(item, field.value, false));
    field.addEventListener("change", () => {
      actions.minutes(item, field.value, true);
      field.value = String(item.minutes);
    });
    return make("span", { class: "cw-plan-minutes" }, field, make("span", { "aria-hidden": "true" }, word("plan.min")));
  }

  /** @param {PlanSlot} slot @param {RowActions} actions */
  function makeRow(slot, actions) {
    const { item, kind, title } = slot;
    const handle = make("span", { class: "cw-plan-handle", title: word("plan.drag"), "aria-hidden": "true" }, "⠿");
    const kindly = kindOf(slot);
    const said = kindly ? [make("span", { class: "cw-plan-kind" }, kindly)] : [];
    const buttons = make(
      "span",
      { class: "cw-moves" },
      makeButton("up", "↑", () => actions.move(item, -1)),
      makeButton("down", "↓", () => actions.move(item, 1)),
      makeButton("remove", "×", () => actions.remove(item)),
    );
    const took = make("span", { class: "cw-plan-took", hidden: "" });
    const what = make("span", { class: "cw-plan-what" }, make("strong", {}, title), ...said, took);
    const row = make("li", { class: "cw-plan-row", "data-kind": kind }, handle, make("span", { class: "cw-plan-time" }), what, makeMinutes(slot, actions), buttons);
    for (const element of buttons.querySelectorAll("button")) {
      element.setAttribute("aria-label", word(`plan.${element.dataset.action}`, { title }));
    }
    row.addEventListener("keydown", (event) => {
      const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
      if (!by) return;
      event.preventDefault();
      actions.move(item, by);
    });
    handle.addEventListener("pointerdown", (event) => drag(event, row, actions));
    items.set(row, item);
    return row;
  }

  /** How long it really took, if it was ever timed. @param {PlanSlot} slot @param {HTMLElement | null} element */
  function sayTook({ minutes, part }, element) {
    if (!element || !part?.took) return;
    element.hidden = false;
    element.textContent = word("plan.planned-took", { planned: minutes, took: part.tookSaid });
  }

  /** @param {HTMLLIElement} row @param {PlanSlot} slot @param {boolean} first @param {boolean} last */
  function update(row, slot, first, last) {
    const time = row.querySelector(".cw-plan-time");
    const said = clock(slot.start);
    if (time && time.textContent !== said) time.textContent = said;
    sayTook(slot, row.querySelector(".cw-plan-took"));
    row.querySelector("[data-action=up]")?.setAttribute("aria-disabled", String(first));
    row.querySelector("[data-action=down]")?.setAttribute("aria-disabled", String(last));
  }

  /** Where a pointer would drop a row: a day, and the row before which; null at its end. @param {Element} frame @param {number} y */
  function placeAt(frame, y) {
    const days = [.../** @type {NodeListOf<HTMLElement>} */ (frame.querySelectorAll(".cw-plan-list"))];
    const below = days.filter((list) => list.getBoundingClientRect().top <= y).length - 1;
    const day = Math.max(0, below);
    const rows = [...(days[day]?.children ?? [])];
    const before = rows.find((row) => {
      const { top, height } = row.getBoundingClientRect();
      return y < top + height / 2;
    });
    return { day, before: before ?? null, last: rows.at(-1) ?? null };
  }

  /** @param {PointerEvent} start @param {HTMLLIElement} row @param {RowActions} actions */
  function drag(start, row, actions) {
    const frame = row.closest(".cw-plan-days");
    const item = items.get(row);
    if (!frame || !item || start.button !== 0) return;
    start.preventDefault();
    row.dataset.dragged = "";
    const ended = new AbortController();
    /** @type {ReturnType<typeof placeAt> | null} */
    let place = null;
    const clear = () => frame.querySelectorAll("[data-drop]").forEach((each) => each.removeAttribute("data-drop"));
    const end = () => {
      ended.abort();
      clear();
      delete row.dataset.dragged;
    };
    const move = (/** @type {PointerEvent} */ event) => {
      place = placeAt(frame, event.clientY);
      clear();
      (place.before ?? place.last)?.setAttribute("data-drop", place.before ? "before" : "after");
      (place.before ?? place.last)?.scrollIntoView({ block: "nearest" });
    };
    const drop = () => {
      end();
      if (place && place.before !== row) actions.drop(item, place.day, place.before ? (items.get(place.before) ?? null) : null);
    };
    const options = { signal: ended.signal };
    window.addEventListener("pointermove", move, options);
    window.addEventListener("pointerup", drop, options);
    window.addEventListener("pointercancel", end, options);
    window.addEventListener("keydown", (event) => event.key === "Escape" && end(), options);
  }

  /** Puts rows into their order, around the one that has the focus: a field that is moved loses it, and tells of a change. @type {CoursePlanRows["arrange"]} */
  function arrange(list, drawn) {
    const at = drawn.findIndex((row) => row.parentElement === list && row.contains(document.activeElement));
    const fixed = drawn[at];
    for (const row of [...list.children]) if (row !== fixed && !drawn.includes(/** @type {HTMLElement} */ (row))) row.remove();
    if (!fixed) {
      list.replaceChildren(...drawn);
      return;
    }
    fixed.before(...drawn.slice(0, at));
    fixed.after(...drawn.slice(at + 1));
  }

  window.coursewright.plan.rows = { make: makeRow, update, arrange };
})();
