/* A plan as a run sheet on paper, as the build draws those of the course's workshops: at a glance, what to bring, by the clock. */
(() => {
  "use strict";

  const { word, make } = window.courseTools;
  const { clock, duration, slotsOf, minutesOf, worksheets, materials, dayName, kindOf, spareCopies } = window.coursePlanClock;

  /** @param {string} name @param {string[]} columns */
  function makeTable(name, columns) {
    const body = make("tbody", {});
    const heads = columns.map((key) => make("th", { scope: "col" }, word(key)));
    const table = make("table", { class: name }, make("thead", {}, make("tr", {}, ...heads)), body);
    return { body, frame: make("div", { class: "cw-table" }, table) };
  }

  /** @param {PlanSlot[]} slots @param {number} end */
  function drawGlance(slots, end) {
    const { body, frame } = makeTable("cw-glance", ["plan.time", "plan.minutes-short", "plan.what"]);
    for (const slot of slots) {
      const what = make("td", {}, slot.title);
      if (kindOf(slot)) what.append(make("span", { class: "cw-plan-of" }, ` · ${kindOf(slot)}`));
      const row = { class: `cw-glance-${slot.kind}` };
      body.append(make("tr", row, make("td", {}, clock(slot.start)), make("td", {}, String(slot.minutes)), what));
    }
    body.append(make("tr", { class: "cw-glance-end" }, make("td", {}, clock(end)), make("td", {}), make("td", {}, word("plan.end"))));
    return frame;
  }

  /** What happens, from the shelf; names of its elements would be there twice. @param {PlanSlot} slot */
  function contentOf({ part }) {
    if (!part?.content) return [];
    const copy = /** @type {HTMLElement} */ (part.content.cloneNode(true));
    for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
    return [copy];
  }

  /** @param {PlanSlot} slot */
  function drawRow(slot) {
    const { kind, title, start, minutes, shortest, part } = slot;
    const time = make("td", { class: "cw-run-time" }, `${clock(start)}–${clock(start + minutes)}`);
    time.append(make("span", {}, duration(minutes)));
    const what = make("td", { class: "cw-run-what" }, make("strong", {}, title));
    const from = part && kind !== "reading" && kind !== "questions" ? word("plan.from", { title: part.source.title }) : "";
    for (const said of [kindOf(slot), part?.group, from]) if (said) what.append(make("span", {}, said));
    const bring = make("td", { class: "cw-run-with" });
    if (part?.materials.length) bring.append(make("ul", {}, ...part.materials.map((each) => make("li", {}, each))));
    if (shortest < minutes) {
      bring.append(make("p", { class: "cw-run-late" }, word(shortest ? "plan.late-shorten" : "plan.late-cut", { n: shortest })));
    }
    return make("tr", { "data-kind": kind }, time, what, make("td", { class: "cw-run-how" }, ...contentOf(slot)), bring);
  }

  /** @param {Plan} plan @param {Shelves} shelves */
  function drawPacking(plan, shelves) {
    const copies = worksheets(plan, shelves).map(({ title }) => word("plan.copies", { n: plan.people + spareCopies, title }));
    const things = [...copies, ...materials(plan, shelves)];
    if (!things.length) return [];
    return [make("h2", {}, word("plan.bring")), make("ul", { class: "cw-packing" }, ...things.map((each) => make("li", {}, each)))];
  }

  /** @param {Plan} plan */
  function drawFacts(plan) {
    const date = plan.date ? new Date(`${plan.date}T12:00:00`).toLocaleDateString(window.courseLanguage, { dateStyle: "full" }) : "";
    const facts = [date, word("plan.people-n", { n: plan.people }), word(`plan.${plan.room}`)];
    return make("p", { class: "cw-plan-facts" }, facts.filter(Boolean).join(" · "));
  }

  /** @param {Plan} plan @param {Shelves} shelves */
  function draw(plan, shelves) {
    const every = plan.days.map((day, place) => ({ name: dayName(plan, place), end: day.start + minutesOf(day), slots: slotsOf(day, shelves) }));
    const days = every.filter(({ slots }) => slots.length);
    const sheet = make("div", { class: "cw-run-sheet cw-plan-paper", "data-room": plan.room });
    sheet.append(make("h1", {}, plan.title || word("plan.untitled")), drawFacts(plan));
    if (!days.length) {
      sheet.append(make("p", {}, word("plan.empty")));
      return sheet;
    }
    sheet.append(make("h2", {}, word("plan.glance")));
    for (const { name, slots, end } of days) {
      if (name) sheet.append(make("h3", {}, name));
      sheet.append(drawGlance(slots, end));
    }
    sheet.append(...drawPacking(plan, shelves));
    for (const { name, slots } of days) {
      const { body, frame } = makeTable("cw-run", ["plan.time", "plan.what", "plan.how", "plan.with"]);
      body.append(...slots.map(drawRow));
      sheet.append(make("h2", {}, name ? `${word("plan.by-the-clock")}: ${name}` : word("plan.by-the-clock")), frame);
    }
    return sheet;
  }

  window.coursePlanPaper = { draw };
})();
