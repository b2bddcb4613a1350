/* What the page says of a plan: the total, what does not fit, what to print and to bring. */
(() => {
  "use strict";

  const { word, make, button } = window.coursewright.tools;
  const { clock, duration, minutesOf, findings, hints, things, dayName } = window.coursewright.plan.clock;

  /** @type {CoursePlanView["fit"]} */
  function fit(day) {
    const left = day.end - day.start - minutesOf(day);
    return word(left < 0 ? "plan.total-over" : "plan.total-left", { time: duration(Math.abs(left)) });
  }

  /** @type {CoursePlanView["total"]} */
  function total(plan) {
    return plan.days.map((day, place) => {
      const minutes = minutesOf(day);
      const name = dayName(plan, place);
      if (!minutes) return make("span", { class: "cw-plan-sum" }, name ? `${name}: ${word("plan.empty-day")}` : word("plan.empty"));
      const times = word("plan.total", { start: clock(day.start), end: clock(day.start + minutes), time: duration(minutes) });
      const attributes = { class: "cw-plan-sum", ...(minutes > day.end - day.start && { "data-over": "" }) };
      return make("span", attributes, name ? `${name}: ` : "", make("span", { class: "cw-plan-span" }, times, " "), make("strong", {}, fit(day)));
    });
  }

  /** @type {CoursePlanView["found"]} */
  function found(plan, shelves, { assume, take }) {
    const all = findings(plan, shelves);
    const fits = all.length ? [] : [make("li", { "data-tone": "right" }, word("plan.fits"))];
    const said = [...all, ...hints(plan, shelves)].map(({ text, missing, observed }) => {
      const item = make("li", { ...(observed && { "data-tone": "hint" }) }, make("span", {}, text));
      if (missing) {
        const known = button("assume", "plan.assume", () => assume(missing));
        known.setAttribute("aria-label", word("plan.assume-name", { title: missing.title }));
        item.append(known);
      }
      if (observed) item.append(takeButton(observed, take));
      return item;
    });
    return [...fits, ...said];
  }

  /** @param {ObservedMinutes} observed @param {(observed: ObservedMinutes) => void} take */
  function takeButton(observed, take) {
    const { minutes: n, title } = observed;
    const element = button("take", "plan.take", () => take(observed));
    element.replaceChildren(word("plan.take", { n }));
    element.setAttribute("aria-label", word("plan.take-name", { n, title }));
    return element;
  }

  /** What is known before, to be taken back. @param {Plan} plan @param {Shelves} shelves @param {(lesson: ShelfSource) => void} forget */
  function assumed(plan, shelves, forget) {
    const lessons = plan.assumes.flatMap((id) => shelves.lessons.get(id) ?? []);
    if (!lessons.length) return [];
    const items = lessons.map((lesson) => {
      const undo = button("unassume", "plan.unassume", () => forget(lesson));
      undo.setAttribute("aria-label", word("plan.unassume-name", { title: lesson.title }));
      return make("li", {}, make("span", {}, lesson.title), undo);
    });
    return [make("h3", {}, word("plan.assumed")), make("ul", { class: "cw-plan-found cw-plan-known" }, ...items)];
  }

  /** @type {CoursePlanView["bring"]} */
  function bring(plan, shelves, forget) {
    const items = things(plan, shelves).map((each) => make("li", {}, each));
    const list = items.length ? [make("h3", {}, word("plan.bring")), make("ul", { class: "cw-plan-things" }, ...items)] : [];
    return [...assumed(plan, shelves, forget), ...list];
  }

  /** @param {unknown} value @param {Shelves} shelves */
  const plansOf = (value, shelves) =>
    (Array.isArray(value) ? value : []).flatMap((each) => window.coursewright.plan.data.unpack(each, shelves, () => {}) ?? []);

  /** Workshops that come with the course, to begin with. @type {CoursePlanView["starts"]} */
  function starts(json, shelves, opener) {
    /** @type {unknown} */
    let shipped;
    try {
      shipped = JSON.parse(json ?? "[]");
    } catch {
      // Without them, then.
    }
    const buttons = plansOf(shipped, shelves).map((plan) => opener("plan.start-from", plan));
    const element = make("details", { class: "cw-plan-more cw-plan-starts" }, make("summary", {}, word("plan.starts")));
    element.append(make("p", { class: "cw-buttons" }, ...buttons));
    return buttons.length ? element : null;
  }

  /** What was planned before another plan took its place. @type {CoursePlanView["before"]} */
  function before(kept, shelves, opener, forget) {
    const buttons = plansOf(kept, shelves).map((plan) => opener("plan.back", plan));
    if (!buttons.length) return [];
    const said = make("p", {}, word("plan.before"));
    return [said, make("p", { class: "cw-buttons" }, ...buttons, button("forget", "plan.forget", forget))];
  }

  window.coursewright.plan.view = { total, found, bring, fit, starts, before };
})();
