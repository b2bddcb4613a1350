/* What a plan comes to: the clock of each day, what does not fit and what to cut, what to print and to bring. */
(() => {
  "use strict";

  const { word } = window.coursewright.tools;
  const { longestStretch, off, spareCopies } = window.coursewright.settings;

  /** @param {number} minutes */
  const clock = (minutes) => `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, "0")}`;

  /** @param {number} minutes */
  function duration(minutes) {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    if (!hours) return word("plan.minutes", { n: rest });
    return rest ? word("plan.hours-minutes", { hours, minutes: rest }) : word("plan.hours", { hours });
  }

  /** @param {PlanItem} item @param {ShelfPart | null} part */
  function shortestOf(item, part) {
    if (!part || part.shortest === part.minutes) return item.minutes;
    return Math.min(part.shortest, item.minutes);
  }

  /** @param {PlanDay} day @param {Shelves} shelves @returns {PlanSlot[]} */
  function slotsOf(day, shelves) {
    let start = day.start;
    return day.items.map((item) => {
      const part = shelves.parts.get(item.slot) ?? null;
      const kind = part?.kind ?? (item.slot === "break" ? "break" : "activity");
      const title = part?.title ?? (item.title || word(item.slot === "break" ? "plan.break" : "plan.own-title"));
      const slot = { item, kind, title, start, minutes: item.minutes, shortest: shortestOf(item, part), part };
      start += item.minutes;
      return slot;
    });
  }

  /** @type {CoursePlanClock["kindOf"]} */
  function kindOf({ kind, part }) {
    if (!part) return kind === "break" ? "" : word("plan.own");
    return kind === "worksheet" || kind === "activity" ? word(`part.${kind}`) : "";
  }

  /** @param {PlanDay} day */
  const minutesOf = (day) => day.items.reduce((sum, item) => sum + item.minutes, 0);

  /** @param {Plan} plan @param {number} place */
  const dayName = (plan, place) => (plan.days.length > 1 ? word("plan.day", { n: place + 1 }) : "");

  /** What to cut, from the end of the day on, until it fits. @param {PlanSlot[]} slots @param {number} over */
  function cuts(slots, over) {
    const said = [];
    let wanted = over;
    for (const { title, minutes, shortest } of [...slots].reverse()) {
      if (wanted <= 0) break;
      if (shortest >= minutes) continue;
      said.push(word(shortest ? "plan.shorten" : "plan.leave-out", { title, n: shortest || minutes }));
      wanted -= minutes - shortest;
    }
    if (!said.length) return word("plan.no-cuts");
    return word(wanted > 0 ? "plan.cuts-short" : "plan.cuts", { cuts: said.join(", "), n: wanted });
  }

  /** @param {PlanDay} day @param {PlanSlot[]} slots @returns {Finding[]} */
  function checkLength(day, slots) {
    const over = day.start + minutesOf(day) - day.end;
    if (over <= 0) return [];
    const values = { end: clock(day.end + over), wanted: clock(day.end), n: over };
    return [{ text: `${word("plan.over", values)} ${cuts(slots, over)}` }];
  }

  /** @param {PlanSlot[]} slots @returns {Finding[]} */
  function checkBreaks(slots) {
    const found = [];
    let from = 0;
    let minutes = 0;
    for (const slot of [...slots, null]) {
      if (slot && slot.kind !== "break") {
        if (!minutes) from = slot.start;
        minutes += slot.minutes;
        continue;
      }
      if (minutes > longestStretch) found.push({ text: word("plan.stretch", { n: minutes, from: clock(from), limit: longestStretch }) });
      minutes = 0;
    }
    return found;
  }

  /** @param {Plan} plan @param {Shelves} shelves @returns {Finding[]} */
  function checkPrerequisites(plan, shelves) {
    /** @type {Finding[]} */
    const found = [];
    const known = new Set(plan.assumes);
    for (const { slot } of plan.days.flatMap((day) => day.items)) {
      const lesson = shelves.parts.get(slot)?.source;
      if (!lesson || known.has(lesson.id)) continue;
      known.add(lesson.id);
      for (const id of lesson.prerequisites.filter((some) => !known.has(some))) {
        const missing = shelves.lessons.get(id);
        known.add(id);
        if (missing) found.push({ text: word("plan.missing", { title: lesson.title, missing: missing.title }), missing });
      }
    }
    return found;
  }

  /** @param {Plan} plan @param {Shelves} shelves @returns {Finding[]} */
  function findings(plan, shelves) {
    if (window.coursewright.plan.data.isEmpty(plan)) return [{ text: word("plan.empty") }];
    const ofDays = plan.days.flatMap((day, place) => {
      const name = dayName(plan, place);
      const slots = slotsOf(day, shelves);
      const found = slots.length ? [...checkLength(day, slots), ...checkBreaks(slots)] : [{ text: word("plan.empty-day") }];
      return found.map((finding) => ({ ...finding, text: name ? `${name}: ${finding.text}` : finding.text }));
    });
    return [...ofDays, ...checkPrerequisites(plan, shelves)];
  }

  /** What is planned with other minutes than it took. @param {Plan} plan @param {Shelves} shelves @returns {Finding[]} */
  function hints(plan, shelves) {
    return plan.days.flatMap(({ items }) => items).flatMap((item) => {
      const part = shelves.parts.get(item.slot);
      if (!part?.took || Math.abs(part.took - item.minutes) <= off * part.took) return [];
      const text = word("plan.off", { title: part.title, planned: item.minutes, took: part.tookSaid });
      return [{ text, observed: { item, title: part.title, minutes: Math.max(1, Math.round(part.took)) } }];
    });
  }

  /** The parts that are planned, each once. @param {Plan} plan @param {Shelves} shelves */
  function partsOf(plan, shelves) {
    const slots = plan.days.flatMap((day) => day.items.map((item) => item.slot));
    return [...new Set(slots)].flatMap((slot) => shelves.parts.get(slot) ?? []);
  }

  /** The sheets that are filled in, each once, whichever parts work with it. @param {ShelfPart[]} parts */
  const worksheets = (parts) => new Map(parts.flatMap(({ sheet }) => (sheet ? [[sheet.id, sheet]] : []))).values();

  /** @type {CoursePlanClock["things"]} */
  function things(plan, shelves) {
    const parts = partsOf(plan, shelves);
    const n = plan.people + spareCopies;
    const copies = [...worksheets(parts)].map(({ title, pages }) => word("plan.copies", { n, title: `${title} (${pages})` }));
    return [...copies, ...new Set(parts.flatMap((part) => part.materials))];
  }

  window.coursewright.plan.clock = { clock, duration, slotsOf, minutesOf, findings, hints, things, dayName, kindOf };
})();
