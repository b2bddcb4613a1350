/*
 * Where a plan is kept: in the address, to be shared, and in this browser. Nothing here throws; without storage the
 * address keeps it all the same. A plan that another one has taken the place of stays on offer.
 */
(() => {
  "use strict";

  const { encode, decode } = window.coursewright.plan.data;
  // No path of the store's: a plan is no part of what a learner saves as a file.
  const key = `coursewright-plan/${window.coursewright.name}`;
  const MOST_BEFORE = 5;

  /** @type {KeptPlans} */
  let kept = { now: null, before: [] };

  function read() {
    try {
      const found = JSON.parse(window.localStorage.getItem(key) ?? "null");
      if (found && Array.isArray(found.before)) kept = { now: found.now ?? null, before: found.before.slice(-MOST_BEFORE) };
    } catch {
      // What is in memory stays.
    }
    return kept;
  }

  /** @returns {boolean} */
  function write() {
    try {
      window.localStorage.setItem(key, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  /** @param {PackedPlan} packed */
  const addressOf = (packed) => `${window.location.href.split("#")[0]}#plan=${encode(packed)}`;

  /** @param {PackedPlan} packed */
  function keep(packed) {
    kept.now = packed;
    try {
      window.history.replaceState(window.history.state, "", addressOf(packed));
    } catch {
      // Too many changes in a moment, or a page without an address: the next one will do.
    }
    return write();
  }

  /** @param {unknown[]} before */
  function offer(before) {
    kept.before = before.slice(-MOST_BEFORE);
    write();
  }

  /** What the address holds; null without a plan in it. */
  function fromAddress() {
    const found = /^#plan=([\w-]*)/.exec(window.location.hash);
    return found ? { value: decode(found[1] ?? "") } : null;
  }

  window.coursewright.plan.keep = { read, keep, offer, addressOf, fromAddress };
})();
