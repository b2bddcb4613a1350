/* A plan as a run sheet on paper, as the build draws those of the course's workshops: at a glance, what to bring, by the clock. */
(() => {
  "use strict";

  const { word, make } = window.coursewright.tools;
  const { clock, duration, slotsOf, minutesOf, things, dayName, kindOf } = window.coursewright.plan.clock;

  /** @param {PlanSlot[]} slots @param {number} end */
  function drawGlance(slots, end) {
    const heads = ["plan.time", "plan.minutes-short", "plan.what"].map((key) => make("th", { scope: "col" }, word(key)));
    const body = make("tbody", {});
    for (const slot of slots) {
      const what = make("td", {}, slot.title);
      if (kindOf(slot)) what.append(make("span", { class: "cw-plan-of" }, ` · ${kindOf(slot)}`));
      const row = { class: `cw-glance-${slot.kind}` };
      body.append(make("tr", row, make("td", {}, clock(slot.start)), make("td", {}, String(slot.minutes)), what));
    }
    body.append(make("tr", { class: "cw-glance-end" }, make("td", {}, clock(end)), make("td", {}), make("td", {}, word("plan.end"))));
    const table = make("table", { class: "cw-glance" }, make("thead", {}, make("tr", {}, ...heads)), body);
    return make("div", { class: "cw-table" }, table);
  }

  /** What happens, from the shelf; names of its elements would be there twice. @param {PlanSlot} slot */
  function contentOf({ part }) {
    if (!part?.content) return [];
    const copy = /** @type {HTMLElement} */ (part.content.cloneNode(true));
    for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
    return [copy];
  }

  /** When, how long, what and how, in one line where there is room. @param {PlanSlot} slot */
  function drawHead(slot) {
    const { kind, title, start, minutes, part } = slot;
    const time = make("span", { class: "cw-run-time" }, `${clock(start)}–${clock(start + minutes)}`);
    const name = make("span", { class: "cw-run-name" }, time, " ", make("span", { class: "cw-run-title" }, title));
    const from = part && kind !== "reading" && kind !== "questions" ? word("plan.from", { title: part.source.title }) : "";
    const sheet = kind === "activity" && part?.sheet?.title;
    const said = [duration(minutes), kindOf(slot), part?.group, from, sheet].filter(Boolean);
    const line = make("div", {}, name, ...said.flatMap((each) => [" ", make("span", { class: "cw-run-said" }, each || "")]));
    return make("tr", { class: "cw-run-head", "data-kind": kind }, make("th", { scope: "rowgroup" }, line));
  }

  /** What to have at hand, and what to do when late. @param {PlanSlot} slot */
  function drawWith({ minutes, shortest, part }) {
    const said = [];
    if (part?.materials.length) said.push(make("span", { class: "cw-run-materials" }, word("plan.with", { things: part.materials.join(", ") })));
    if (shortest < minutes) said.push(make("span", { class: "cw-run-late" }, word(shortest ? "plan.late-shorten" : "plan.late-cut", { n: shortest })));
    return said.length ? [make("p", { class: "cw-run-with" }, ...said.flatMap((each) => [each, " "]))] : [];
  }

  /** A group of rows for each part, so that paper repeats the first where the second goes over a page. @param {PlanSlot} slot */
  function drawPart(slot) {
    const body = make("tbody", {}, drawHead(slot));
    const inside = [...drawWith(slot), ...contentOf(slot)];
    if (inside.length) body.append(make("tr", { "data-kind": slot.kind }, make("td", { class: "cw-run-inside" }, ...inside)));
    return body;
  }

  /** @param {Plan} plan @param {Shelves} shelves */
  function drawPacking(plan, shelves) {
    const items = things(plan, shelves).map((each) => make("li", {}, each));
    return items.length ? [make("h2", {}, word("plan.bring")), make("ul", { class: "cw-packing" }, ...items)] : [];
  }

  /** @param {Plan} plan */
  function drawFacts(plan) {
    const date = plan.date ? new Date(`${plan.date}T12:00:00`).toLocaleDateString(window.coursewright.language, { dateStyle: "full" }) : "";
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
      const title = name ? `${word("plan.by-the-clock")}: ${name}` : word("plan.by-the-clock");
      sheet.append(make("h2", {}, title), make("table", { class: "cw-run", "aria-label": title }, ...slots.map(drawPart)));
    }
    return sheet;
  }

  window.coursewright.plan.paper = { draw };
})();
