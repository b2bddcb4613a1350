/*
 * The clock of a run. All of it is computed from the time of the day whenever it is asked, so that a laptop that has slept
 * is right again when it wakes. Loaded first of run mode's scripts, which share window.coursewright.run (run-mode.d.ts).
 */
(() => {
  "use strict";

  const MINUTE = 60_000;
  const MORE = 5;
  /** Who begins within an hour of the printed time means that time; a rehearsal at another time of the day has its own. */
  const NEAR = 60 * MINUTE;

  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");

  /** @param {number} left */
  function countdown(left) {
    const seconds = left >= 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000);
    return `${left < 0 ? "+" : ""}${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  }

  /** @param {number} minutes  after midnight */
  const clockOf = (minutes) => `${Math.floor(minutes / 60) % 24}:${two(minutes % 60)}`;

  /** @param {number} moment */
  function timeOf(moment) {
    const date = new Date(moment);
    return clockOf(date.getHours() * 60 + date.getMinutes());
  }

  /** When a run that begins at a moment was to begin. @param {RunPart[]} parts @param {number} moment */
  function plannedFor(parts, moment) {
    const planned = new Date(moment).setHours(0, parts[0]?.start ?? 0, 0, 0);
    return Math.abs(planned - moment) <= NEAR ? planned : moment;
  }

  /** @param {RunPart[]} parts @returns {RunState} */
  function freshState(parts) {
    const now = Date.now();
    /** @template Value @param {Value} value */
    const each = (value) => parts.map(() => value);
    return {
      rev: now,
      slots: parts.map(({ slot }) => slot),
      index: -1,
      began: now,
      ended: null,
      since: null,
      took: each(0),
      extra: each(0),
      cut: each(false),
      short: each(false),
      vote: null,
    };
  }

  /** @param {unknown} value @param {RunPart[]} parts @returns {RunState | null} */
  function readState(value, parts) {
    const state = /** @type {RunState | null | undefined} */ (value);
    /** @param {unknown} list @param {string} type */
    const isList = (list, type) => {
      return Array.isArray(list) && list.length === parts.length && list.every((item) => typeof item === type);
    };
    /** @param {unknown} moment */
    const isMoment = (moment) => moment === null || Number.isFinite(moment);
    const fits = typeof state === "object" && state !== null
      && isList(state.slots, "string") && parts.every(({ slot }, place) => state.slots[place] === slot)
      && isList(state.took, "number") && isList(state.extra, "number")
      && isList(state.cut, "boolean") && isList(state.short, "boolean")
      && Number.isFinite(state.rev) && Number.isFinite(state.began) && isMoment(state.ended) && isMoment(state.since)
      && Number.isInteger(state.index) && state.index >= -1 && state.index <= parts.length;
    return fits ? { ...state, vote: readVote(state.vote) } : null;
  }

  /** @param {RunVote | null | undefined} vote @returns {RunVote | null} */
  function readVote(vote) {
    if (typeof vote?.question !== "string" || !Array.isArray(vote.counts)) return null;
    const counts = vote.counts.map((hands) => Math.max(0, Math.floor(Number(hands)) || 0));
    return { question: vote.question, counts, revealed: vote.revealed === true };
  }

  /** @implements {RunClock} */
  class Clock {
    /** @param {RunPart[]} parts @param {RunState} state */
    constructor(parts, state) {
      this.parts = parts;
      this.state = state;
    }

    get part() {
      return this.parts[this.state.index];
    }

    get waiting() {
      return this.state.index < 0;
    }

    get paused() {
      return this.part !== undefined && this.state.since === null;
    }

    get ended() {
      return this.state.index >= this.parts.length;
    }

    /** @param {number} index */
    allowed(index) {
      const part = this.parts[index];
      if (!part) return 0;
      const minutes = this.state.short[index] ? part.shortest : part.minutes;
      return (minutes + (this.state.extra[index] ?? 0)) * MINUTE;
    }

    /** @param {number} index */
    elapsed(index) {
      const { took, since } = this.state;
      const running = index === this.state.index && since !== null ? Math.max(0, Date.now() - since) : 0;
      return (took[index] ?? 0) + running;
    }

    left() {
      const { index } = this.state;
      return this.allowed(index) - this.elapsed(index);
    }

    /** @param {number} place */
    starts(place) {
      const { index, cut } = this.state;
      const between = this.parts.slice(0, place).reduce((sum, _, each) => sum + (each > index && !cut[each] ? this.allowed(each) : 0), 0);
      const now = this.waiting ? Math.max(Date.now(), plannedFor(this.parts, Date.now())) : Date.now();
      return now + Math.max(0, this.left()) + between;
    }

    end() {
      return this.state.ended ?? this.starts(this.parts.length);
    }

    behind() {
      const began = plannedFor(this.parts, this.waiting ? Date.now() : this.state.began);
      const planned = this.parts.reduce((sum, { minutes }) => sum + minutes * MINUTE, began);
      return Math.round((this.end() - planned) / MINUTE) || 0;
    }

    /** @param {1 | -1} step */
    beside(step) {
      let place = this.state.index + step;
      while (this.state.cut[place]) place += step;
      return place;
    }

    spare() {
      const { index, cut } = this.state;
      return this.parts.findIndex(({ shortest, minutes }, place) => place > index && minutes > 0 && !shortest && !cut[place]);
    }

    /** Begins, leaves the current part for another, or ends. @param {number} index */
    go(index) {
      const { state, parts } = this;
      const place = Math.min(index, parts.length);
      if (place < 0 || place === state.index) return;
      if (this.waiting) state.began = Date.now();
      this.#bank();
      state.index = place;
      state.vote = null;
      state.since = this.ended ? null : Date.now();
      state.ended = this.ended ? Date.now() : null;
      if (!this.ended) state.cut[place] = false;
    }

    #bank() {
      const { state } = this;
      if (this.part) state.took[state.index] = this.elapsed(state.index);
      state.since = null;
    }

    pause() {
      if (!this.part) return;
      if (this.paused) this.state.since = Date.now();
      else this.#bank();
    }

    more() {
      const { extra, index } = this.state;
      if (this.part) extra[index] = (extra[index] ?? 0) + MORE;
    }

    /** Leaves a coming part out, or takes it in again. @param {number} index */
    cut(index) {
      const { cut } = this.state;
      if (index > this.state.index && index < this.parts.length) cut[index] = !cut[index];
    }

    get shortens() {
      return this.part !== undefined && this.part.shortest > 0 && this.part.shortest < this.part.minutes;
    }

    /** Shortens the current part, or gives it its time back. */
    shorten() {
      const { short, index } = this.state;
      if (this.shortens) short[index] = !short[index];
    }

    /** @param {RunVote | null} vote */
    ask(vote) {
      this.state.vote = vote;
    }
  }

  window.coursewright.run = /** @type {RunMode} */ (/** @type {Partial<RunMode>} */ ({
    makeClock: (parts, state) => new Clock(parts, state),
    freshState,
    readState,
    countdown,
    timeOf,
    clockOf,
  }));
})();
