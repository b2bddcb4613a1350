/* The planner's clock and run mode's come to what tests/engine/clocks.json says, as does the library's (test_clocks.py). */
"use strict";

const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");
const { createContext, runInContext } = require("node:vm");

const root = join(__dirname, "..", "..");
const sources = join(root, "overrides", "assets", "course");
const cases = JSON.parse(readFileSync(join(root, "tests", "engine", "clocks.json"), "utf8"));

const words = {
  "plan.over": "over {n}:",
  "plan.cuts": "{cuts}",
  "plan.cuts-short": "{cuts}",
  "plan.no-cuts": "",
  "plan.shorten": "shorten {title} to {n}",
  "plan.leave-out": "leave out {title}",
  "plan.stretch": "stretch of {n} from {from}",
};

/** The scripts as a page has them, with what the build tells. */
function load() {
  const settings = { ...cases.settings, spareCopies: 2, dayBefore: 1440, limits: { people: [1, 500], minutes: [1, 480], title: 200 } };
  const window = { coursewright: { name: "course", language: "en", words, settings } };
  const context = createContext({ window, crypto, TextEncoder, TextDecoder, Date });
  for (const name of ["core/tools.js", "planner/data.js", "planner/clock.js", "run-mode/clock.js"]) {
    runInContext(readFileSync(join(sources, name), "utf8"), context, { filename: name });
  }
  return window.coursewright;
}

const { plan, run } = load();
const { clock } = plan;

/** A day of a plan, with the shelves that its parts come from. */
function dayOf({ start, end, slots }) {
  const parts = new Map();
  const items = slots.map(([kind, minutes, shortest], place) => {
    if (kind === "break") return plan.data.makeItem("break", minutes);
    const slot = `workshops/w/a${place}`;
    parts.set(slot, { slot, kind, title: `A${place}`, minutes, shortest, materials: [], took: 0, source: { id: "w", prerequisites: [] } });
    return plan.data.makeItem(slot, minutes);
  });
  return { day: { start, end, items }, shelves: { parts, lessons: new Map() } };
}

for (const [minutes, said] of cases.times) {
  test(`${minutes} minutes after midnight`, () => {
    assert.equal(clock.clock(minutes), said);
    assert.equal(run.clockOf(minutes), said);
  });
}

for (const { planned, took, is } of cases.off) {
  test(`planned ${planned}, took ${took}`, () => {
    const { day, shelves } = dayOf({ start: 0, end: 100, slots: [["activity", planned, planned]] });
    for (const part of shelves.parts.values()) part.took = took;
    assert.equal(clock.hints({ ...plan.data.blank(), days: [day] }, shelves).length, Number(is));
  });
}

cases.days.forEach((each, place) => {
  const { day, shelves } = dayOf(each);
  const slots = clock.slotsOf(day, shelves);

  test(`day ${place + 1}: when things begin`, () => {
    assert.deepEqual([...slots].map(({ start }) => start), each.starts);
  });

  test(`day ${place + 1}: what does not fit`, () => {
    const found = clock.findings({ ...plan.data.blank(), days: [day] }, shelves).map(({ text }) => text);
    const cuts = each.cuts.map(([of, minutes]) => (minutes ? `shorten A${of} to ${minutes}` : `leave out A${of}`));
    const over = each.over ? [`over ${each.over}: ${cuts.join(", ")}`] : [];
    const stretches = each.stretches.map(([from, minutes]) => `stretch of ${minutes} from ${clock.clock(from)}`);
    assert.deepEqual([...found], [...over, ...stretches]);
  });

  test(`day ${place + 1}: when things begin in a run`, () => {
    const state = run.freshState(slots);
    const began = run.makeClock(slots, state).starts(0);
    const starts = [...slots].map((_, at) => Math.round((run.makeClock(slots, state).starts(at) - began) / 60_000));
    assert.deepEqual(starts, each.starts.map((start) => start - each.start));
  });
});
