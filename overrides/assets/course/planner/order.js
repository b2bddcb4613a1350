/* The order of a plan: where an item stands, and how it moves within its day and beyond. */
(() => {
  "use strict";

  /** @type {CoursePlanOrder["placeOf"]} */
  function placeOf(plan, item) {
    const day = plan.days.findIndex(({ items }) => items.includes(item));
    const items = plan.days[day]?.items ?? [];
    return { day, items, at: items.indexOf(item) };
  }

  /** @type {CoursePlanOrder["move"]} */
  function move(plan, item, by) {
    const { day, items, at } = placeOf(plan, item);
    const beyond = at + by < 0 || at + by >= items.length;
    const target = beyond ? plan.days[day + by]?.items : items;
    if (!target) return false;
    items.splice(at, 1);
    target.splice(!beyond ? at + by : by < 0 ? target.length : 0, 0, item);
    return true;
  }

  /** @type {CoursePlanOrder["drop"]} */
  function drop(plan, item, day, before) {
    const { items, at } = placeOf(plan, item);
    const target = plan.days[day]?.items;
    if (!target) return;
    items.splice(at, 1);
    target.splice(before ? target.indexOf(before) : target.length, 0, item);
  }

  window.coursewright.plan.order = { placeOf, move, drop };
})();
