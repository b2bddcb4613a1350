/* The days of a plan on the page: their fields and lists, with rows that stay what they are while they move. */
(() => {
  "use strict";

  const { word, make } = window.coursewright.tools;
  const { clock, duration, slotsOf, dayName } = window.coursewright.plan.clock;
  const { rows, form } = window.coursewright.plan;

  /** A field that goes to another day tells of its change before that, and not halfway. @param {Element | null} focused @param {(row: Element) => boolean} stays */
  function leave(focused, stays) {
    const row = focused?.closest(".cw-plan-row");
    if (row && !stays(row) && focused instanceof HTMLElement) focused.blur();
  }

  /** @param {Element} list @param {HTMLElement[]} wanted */
  const holds = ({ children }, wanted) => wanted.length === children.length && wanted.every((row, at) => row === children[at]);

  /** What a day says of itself besides its rows. @param {PlanDayParts} parts @param {Plan} plan @param {number} place */
  function say({ element, heading, list, length, drop, none }, plan, place) {
    const name = dayName(plan, place);
    const day = plan.days[place];
    if (!day) return;
    const some = Boolean(day.items.length);
    heading.replaceChildren(name);
    heading.hidden = !name;
    list.setAttribute("aria-label", name || word("plan.heading"));
    list.hidden = !some;
    none.hidden = some;
    drop.hidden = !name || some;
    element.querySelector(".cw-buttons")?.toggleAttribute("hidden", drop.hidden);
    const times = { start: clock(day.start), end: clock(day.end), time: duration(day.end - day.start) };
    length.replaceChildren(word("plan.length", times));
  }

  /** @type {CoursePlanDays["make"]} */
  function makeDays(get, shelves, actions) {
    const element = make("div", { class: "cw-plan-days" });
    /** @type {PlanDayParts[]} */
    let days = [];
    /** @type {Map<number, HTMLLIElement>} */
    const drawn = new Map();

    const clear = () => {
      days = [];
      drawn.clear();
      element.replaceChildren();
    };

    /** @param {PlanDay} day @param {number} place */
    const updateDay = (day, place) => {
      const parts = (days[place] ??= form.day(day, actions.changed, () => actions.removeDay(day)));
      if (!parts.element.isConnected) element.append(parts.element);
      say(parts, get(), place);
      const wanted = slotsOf(day, shelves).map((slot, at) => {
        const row = drawn.get(slot.item.id) ?? rows.make(slot, actions);
        drawn.set(slot.item.id, row);
        rows.update(row, slot, at + place === 0, at === day.items.length - 1 && place === get().days.length - 1);
        return row;
      });
      if (!holds(parts.list, wanted)) rows.arrange(parts.list, wanted);
    };

    const update = () => {
      const focused = document.activeElement;
      leave(focused, (row) => {
        const day = days.findIndex(({ list }) => list === row.parentElement);
        return Boolean(get().days[day]?.items.some(({ id }) => drawn.get(id) === row));
      });
      get().days.forEach(updateDay);
      days.splice(get().days.length).forEach((parts) => parts.element.remove());
      if (focused instanceof HTMLElement && document.activeElement !== focused) focused.focus({ preventScroll: true });
    };

    return { element, update, clear, row: (item) => drawn.get(item.id) };
  }

  window.coursewright.plan.days = { make: makeDays };
})();
