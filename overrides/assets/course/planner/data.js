/*
 * A plan of a workshop: what it holds, and how it is written into an address. Whatever comes from an address or from the
 * browser is taken as hostile: it becomes a plan within its limits, or none; what had to be changed is told.
 */
(() => {
  "use strict";

  const { isRecord } = window.coursewright.tools;
  const VERSION = 1;
  /** Of the workshop files that a plan can become; see the authors' guide. @type {CoursePlan["limits"]} */
  const limits = { ...window.coursewright.settings.limits, items: 200, days: 10 };
  const { dayBefore } = window.coursewright.settings;
  const DAY = 24 * 60;
  const START = 9 * 60;
  const END = 12 * 60 + 30;
  const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
  // Control characters, ends of lines, halves of characters, and what sources may not hold.
  // eslint-disable-next-line no-control-regex
  const REFUSED = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ue000\ue001\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

  let made = 0;

  /** @param {unknown} text @param {number} longest */
  function clean(text, longest = limits.title) {
    if (typeof text !== "string") return "";
    const line = text.slice(0, 20_000).replace(REFUSED, " ").replace(/\s+/g, " ").trim();
    return [...line].slice(0, longest).join("").trim();
  }

  /** @param {unknown} value @param {[number, number]} between @param {number} otherwise */
  function clamp(value, [low, high], otherwise) {
    const number = typeof value === "string" && !value.trim() ? NaN : Math.round(Number(value));
    return Number.isFinite(number) ? Math.min(Math.max(number, low), high) : otherwise;
  }

  function makeUid() {
    const numbers = crypto.getRandomValues(new Uint32Array(2));
    return [...numbers].map((number) => number.toString(36)).join("");
  }

  /** @returns {Plan} */
  const blank = () => ({
    title: "",
    date: "",
    people: 12,
    room: "room",
    location: "",
    reminder: dayBefore,
    revision: 0,
    assumes: [],
    uid: makeUid(),
    days: [{ start: START, end: END, items: [] }],
  });

  /** @param {string} slot @param {number} minutes @returns {PlanItem} */
  const makeItem = (slot, minutes, title = "") => ({ id: (made += 1), slot, minutes, title });

  /** @param {PlanItem} item @param {Shelves} shelves @returns {PackedItem} */
  function packItem(item, shelves) {
    const part = shelves.parts.get(item.slot);
    if (part) return part.minutes === item.minutes ? item.slot : [item.slot, item.minutes];
    return item.title ? [item.slot, item.minutes, item.title] : [item.slot, item.minutes];
  }

  /** @param {Plan} plan @param {Shelves} shelves @returns {PackedPlan} */
  function pack({ title, date, people, room, location, reminder, revision, assumes, uid, days }, shelves) {
    return {
      v: VERSION,
      t: title,
      ...(date && { d: date }),
      n: people,
      ...(room === "remote" && { r: /** @type {1} */ (1) }),
      ...(location && { l: location }),
      ...(reminder !== dayBefore && { m: reminder }),
      ...(revision && { e: revision }),
      ...(assumes.length && { a: assumes }),
      u: uid,
      y: days.map(({ start, end, items }) => [start, end, items.map((item) => packItem(item, shelves))]),
    };
  }

  /** What had to be changed: parts that are gone, values out of their limits. @typedef {{ gone: string[], amended: boolean }} Changes */

  /** @param {unknown} value @param {[number, number]} between @param {number} otherwise @param {Changes} changes */
  function take(value, between, otherwise, changes) {
    const number = clamp(value, between, otherwise);
    changes.amended ||= number !== value;
    return number;
  }

  /** @param {unknown} value @param {Changes} changes @param {number} longest */
  function takeText(value, changes, longest = limits.title) {
    const text = clean(value, longest);
    changes.amended ||= text !== value;
    return text;
  }

  /** @param {unknown} value @param {Shelves} shelves @param {Changes} changes @returns {PlanItem[]} */
  function unpackItem(value, shelves, changes) {
    const [slot, minutes, title] = Array.isArray(value) ? value : [value];
    const part = typeof slot === "string" ? shelves.parts.get(slot) : undefined;
    if (part) {
      const taken = minutes === undefined ? part.minutes : take(minutes, limits.minutes, part.minutes, changes);
      return [makeItem(part.slot, taken)];
    }
    if (slot === "break" || slot === "own") {
      return [makeItem(slot, take(minutes, limits.minutes, 15, changes), title === undefined ? "" : takeText(title, changes))];
    }
    changes.gone.push(clean(slot, 80) || "?");
    return [];
  }

  /** @param {unknown} value @param {Shelves} shelves @param {Changes} changes @returns {PlanDay} */
  function unpackDay(value, shelves, changes) {
    const [from, to, list] = Array.isArray(value) ? value : [];
    const start = take(from, [0, DAY - 1], START, changes);
    const end = take(to, [start + 1, start + DAY], start + END - START, changes);
    return { start, end, items: (Array.isArray(list) ? list : []).flatMap((item) => unpackItem(item, shelves, changes)) };
  }

  /** Drops what is too much. @param {PlanDay[]} days @param {Changes} changes */
  function limited(days, changes) {
    let room = limits.items;
    return days.slice(0, limits.days).map((day) => {
      const items = day.items.slice(0, room);
      changes.amended ||= days.length > limits.days || items.length < day.items.length;
      room -= items.length;
      return { ...day, items };
    });
  }

  /** @param {unknown} value @returns {value is string} */
  function isDate(value) {
    if (typeof value !== "string" || !DATE.test(value)) return false;
    const date = new Date(`${value}T00:00:00Z`);
    // Some browsers take 31 February for a day in March.
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  }

  /** @param {Record<string, unknown>} value @param {Shelves} shelves @param {Changes} changes */
  function unpackFacts(value, shelves, changes) {
    const plan = blank();
    plan.title = takeText(value.t, changes);
    if (isDate(value.d)) plan.date = value.d;
    else changes.amended ||= value.d !== undefined;
    plan.people = take(value.n, limits.people, plan.people, changes);
    plan.room = value.r === 1 ? "remote" : "room";
    if (value.l !== undefined) plan.location = takeText(value.l, changes, limits.location);
    if (value.m !== undefined) plan.reminder = take(value.m, limits.reminder, dayBefore, changes);
    if (value.e !== undefined) plan.revision = take(value.e, limits.revision, 0, changes);
    const assumed = Array.isArray(value.a) ? value.a.filter((id) => shelves.lessons.has(id)) : [];
    plan.assumes = [...new Set(assumed)];
    if (typeof value.u === "string" && /^[a-z0-9]{1,20}$/.test(value.u)) plan.uid = value.u;
    return plan;
  }

  /** @param {unknown} value @param {Shelves} shelves @param {Tell} tell @returns {Plan | null} */
  function unpack(value, shelves, tell) {
    if (isRecord(value) && typeof value.v === "number" && value.v > VERSION) {
      tell("plan.other-version");
      return null;
    }
    if (!isRecord(value) || value.v !== VERSION || !Array.isArray(value.y)) {
      tell("plan.damaged");
      return null;
    }
    /** @type {Changes} */
    const changes = { gone: [], amended: false };
    const plan = unpackFacts(value, shelves, changes);
    const days = limited(value.y.slice(0, 1000).map((day) => unpackDay(day, shelves, changes)), changes);
    if (days.length) plan.days = days;
    if (changes.gone.length) tell("plan.gone", { n: changes.gone.length, parts: [...new Set(changes.gone)].slice(0, 5).join(", ") });
    if (changes.amended) tell("plan.amended");
    return plan;
  }

  /** @param {PackedPlan} packed */
  function encode(packed) {
    const bytes = new TextEncoder().encode(JSON.stringify(packed));
    const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  }

  /** @param {string} text @returns {unknown} */
  function decode(text) {
    try {
      const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
      const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
      return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch {
      return undefined;
    }
  }

  /** @param {Plan} plan */
  const isEmpty = (plan) => plan.days.every((day) => !day.items.length);

  window.coursewright.plan = /** @type {Planner} */ ({
    data: { limits, blank, makeItem, isEmpty, clean, clamp, pack, unpack, encode, decode },
  });
})();
