/* What a trainer does to a plan: parts and days come and go, parts move, minutes change. Each tells what has happened. */
(() => {
  "use strict";

  const { word } = window.coursewright.tools;
  const { clamp, limits } = window.coursewright.plan.data;
  const { clock, slotsOf, dayName } = window.coursewright.plan.clock;
  const { order, view } = window.coursewright.plan;

  /** @implements {PlanEdits} */
  class Edits {
    day = 0;
    #desk;

    /** @param {PlanDesk} desk */
    constructor(desk) {
      this.#desk = desk;
    }

    get #plan() {
      return this.#desk.get();
    }

    /** @param {PlanItem[]} items */
    add(items) {
      const day = this.#plan.days[this.day];
      const all = this.#plan.days.reduce((sum, each) => sum + each.items.length, 0);
      if (!day || all + items.length > limits.items) {
        this.#desk.tell("plan.full", { n: limits.items });
        return;
      }
      day.items.push(...items);
      const [first] = slotsOf(day, this.#desk.shelves).slice(-items.length);
      const values = { title: first?.title ?? "", time: clock(first?.start ?? 0), n: items.length };
      this.#desk.changed(word(items.length > 1 ? "plan.added-several" : "plan.added", values), ` ${view.fit(day)}`);
    }

    addDay() {
      const last = this.#plan.days.at(-1);
      if (!last || this.#plan.days.length >= limits.days) {
        this.#desk.tell("plan.days-full", { n: limits.days });
        return;
      }
      this.#plan.days.push({ start: last.start, end: last.end, items: [] });
      this.day = this.#plan.days.length - 1;
      this.#desk.changed(word("plan.day-added", { day: dayName(this.#plan, this.day) }));
    }

    /** @param {PlanDay} day */
    removeDay(day) {
      this.#plan.days = this.#plan.days.filter((each) => each !== day);
      this.day = 0;
      this.#desk.clear();
      this.#desk.changed(word("plan.day-removed"));
      this.#desk.heading.focus();
    }

    /** @param {PlanItem} item @param {number} by */
    move(item, by) {
      if (order.move(this.#plan, item, by)) this.#moved(item);
      else this.#desk.tell(by < 0 ? "plan.is-first" : "plan.is-last");
    }

    /** @param {PlanItem} item */
    #moved(item) {
      const { day, items, at } = order.placeOf(this.#plan, item);
      const the = this.#plan.days[day];
      const slot = the && slotsOf(the, this.#desk.shelves)[at];
      if (!slot) return;
      const name = dayName(this.#plan, day);
      const text = word("plan.moved", { title: slot.title, n: at + 1, m: items.length, time: clock(slot.start) });
      this.#desk.changed(name ? `${name}: ${text}` : text);
      this.#desk.row(item)?.scrollIntoView({ block: "nearest" });
    }

    /** @param {PlanItem} item */
    remove(item) {
      const { items, at } = order.placeOf(this.#plan, item);
      const title = this.#desk.row(item)?.querySelector("strong")?.textContent ?? "";
      items.splice(at, 1);
      this.#desk.changed(word("plan.removed", { title }));
      const next = items[at] ?? items[at - 1];
      const neighbour = next && this.#desk.row(next);
      (/** @type {HTMLElement | null | undefined} */ (neighbour?.querySelector("[data-action=remove]")) ?? this.#desk.heading).focus();
    }

    /** @param {PlanItem} item @param {string} text @param {boolean} done */
    minutes(item, text, done) {
      const [low, high] = limits.minutes;
      const minutes = clamp(text, limits.minutes, item.minutes);
      const good = Number(text) === minutes;
      if (good ? minutes === item.minutes : !done) return;
      item.minutes = minutes;
      this.#desk.changed();
      if (!good) this.#desk.tell("plan.clamped", { n: minutes, low, high });
    }

    /** @param {ObservedMinutes} observed */
    take({ item, title, minutes }) {
      item.minutes = clamp(minutes, limits.minutes, item.minutes);
      this.#desk.changed(word("plan.taken", { title, n: item.minutes }));
      const field = this.#desk.row(item)?.querySelector("input");
      if (!field) return;
      field.value = String(item.minutes);
      field.focus();
    }

    /** @param {ShelfSource} lesson @param {boolean} known */
    assume({ id, title }, known) {
      this.#plan.assumes = known ? [...this.#plan.assumes, id] : this.#plan.assumes.filter((each) => each !== id);
      this.#desk.changed(word(known ? "plan.assumed-now" : "plan.assumed-no-more", { title }));
      this.#desk.heading.focus();
    }

    /** @param {PlanItem} item @param {number} day @param {PlanItem | null} before */
    drop(item, day, before) {
      order.drop(this.#plan, item, day, before);
      this.#moved(item);
    }
  }

  window.coursewright.plan.edits = { make: (desk) => new Edits(desk) };
})();
