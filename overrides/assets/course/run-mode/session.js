/*
 * A run beyond one page: kept over a reload, and in step between the window for the room and the one with the notes. Each
 * holds the whole state and tells each change; the newer state counts. Between pages from a disk, which are strangers to one
 * another, only messages to a window that is known go through, so all ways are taken: what arrives twice does no harm.
 */
(() => {
  "use strict";

  const { make, word } = window.coursewright.tools;
  const run = window.coursewright.run;
  const course = window.coursewright.name;
  const SPACE = `coursewright-run/${course}/`;
  const HASH = "#run-notes";
  const fromDisk = location.protocol === "file:";
  const isNotesWindow = location.hash === HASH;

  /** @type {Map<string, RunSession>} */
  const sessions = new Map();
  /** @type {Set<Window>} */
  const windows = new Set();
  /** @type {((session: RunSession) => void) | null} */
  let show = null;

  /** Whatever a browser without storage, or with half of it, throws. @template Value @param {() => Value} attempt */
  function tried(attempt) {
    try {
      return attempt();
    } catch {
      return null;
    }
  }

  const channel = tried(() => new BroadcastChannel(SPACE));

  /** @param {string} key @returns {unknown} */
  const load = (key) => tried(() => JSON.parse(localStorage.getItem(SPACE + key) ?? "null"));

  /** @param {string} key @param {RunState} state */
  const save = (key, state) => tried(() => localStorage.setItem(SPACE + key, JSON.stringify(state)));

  /** @param {Omit<RunMessage, "courseRun">} message */
  function send(message) {
    const whole = { courseRun: course, ...message };
    for (const other of windows) {
      if (other.closed) windows.delete(other);
      else tried(() => other.postMessage(whole, fromDisk ? "*" : location.origin));
    }
    tried(() => channel?.postMessage(whole));
  }

  /** @param {RunPart} part @returns {SentPart} */
  function packed({ content, ...rest }) {
    const notes = [...(content?.querySelectorAll(".cw-cue") ?? [])].map((cue) => cue.textContent?.trim() ?? "");
    return { ...rest, notes };
  }

  /** @param {SentPart} part @returns {RunPart} */
  function unpacked({ notes, ...part }) {
    const row = [...document.querySelectorAll("[data-slot]")].find((some) => some.getAttribute("data-slot") === part.slot);
    const cues = notes.map((text) => make("div", { class: "cw-cue" }, make("p", {}, text)));
    const told = cues.length ? make("div", {}, make("div", { class: "cw-cues" }, ...cues)) : null;
    const content = row?.querySelector(".cw-slot-content") ?? told;
    return { ...part, content };
  }

  /** @implements {RunSession} */
  class Session {
    /** @type {Set<() => void>} */
    #listeners = new Set();
    /** @type {RunClock | null} */
    clock = null;

    /** @param {string} key @param {RunPart[]} parts @param {RunOptions} options */
    constructor(key, parts, options) {
      this.key = key;
      this.parts = parts;
      this.options = options;
      this.take(load(key));
    }

    begin() {
      this.#change(run.freshState(this.parts));
    }

    /** @param {(clock: RunClock) => void} change */
    act(change) {
      if (!this.clock) return;
      change(this.clock);
      this.#change(this.clock.state);
    }

    /** @param {RunState} state */
    #change(state) {
      state.rev = Math.max(Date.now(), (this.clock?.state.rev ?? 0) + 1);
      this.#use(state);
      save(this.key, state);
      send({ kind: "state", key: this.key, state });
    }

    /** @param {RunState} state */
    #use(state) {
      this.clock = run.makeClock(this.parts, state);
      for (const listener of this.#listeners) listener();
    }

    /** @param {unknown} value */
    take(value) {
      const state = run.readState(value, this.parts);
      if (state && state.rev > (this.clock?.state.rev ?? 0)) this.#use(state);
    }

    /** @param {() => void} listener */
    on(listener) {
      this.#listeners.add(listener);
      return () => void this.#listeners.delete(listener);
    }
  }

  /** Whether nothing was planned anew. @param {RunPart[]} some @param {RunPart[]} others */
  function isSame(some, others) {
    /** @param {RunPart[]} parts */
    const told = (parts) => JSON.stringify(parts.map(({ slot, title, start, minutes, shortest }) => [slot, title, start, minutes, shortest]));
    return told(some) === told(others);
  }

  /** @param {RunPart[]} parts @param {RunOptions} options */
  function sessionOf(parts, options) {
    const key = options.day ? `${options.name}/${options.day}` : options.name;
    const known = sessions.get(key);
    if (known && isSame(known.parts, parts)) return known;
    const session = new Session(key, parts, options);
    sessions.set(key, session);
    return session;
  }

  /** What the workshop is called, and the day, if it has several. @param {RunOptions} options */
  const titleOf = ({ title, name, label }) => [title ?? name, label].filter(Boolean).join(", ");

  /** @param {RunMessage | null | undefined} message */
  function receive(message) {
    if (message?.courseRun !== course) return;
    const { kind, key, state, parts, options } = message;
    const session = key === undefined ? undefined : sessions.get(key);
    session?.take(state);
    if (kind === "hello" && !isNotesWindow) answer(key, state);
    else if (kind === "state" && show && parts && options) {
      const found = sessionOf(parts.map(unpacked), options);
      found.take(state);
      if (found.clock) show(found);
    }
  }

  /**
   * Tells the other window of the run that this tab shows: all of it, if the window shows none yet, or another.
   * @param {string | undefined} key @param {RunState | undefined} state
   */
  function answer(key, state) {
    const session = sessions.get(openKey() ?? key ?? "");
    if (!session?.clock) return;
    const same = key === session.key && run.readState(state, session.parts);
    const whole = same ? {} : { parts: session.parts.map(packed), options: session.options };
    send({ kind: "state", key: session.key, state: session.clock.state, ...whole });
  }

  window.addEventListener("message", ({ data, origin, source }) => {
    const ours = fromDisk ? origin === "null" || origin.startsWith("file:") : origin === location.origin;
    if (!ours || data?.courseRun !== course) return;
    if (source && source !== window) windows.add(/** @type {Window} */ (source));
    receive(data);
  });
  channel?.addEventListener("message", ({ data }) => receive(data));
  window.addEventListener("storage", ({ key, newValue }) => {
    const session = key?.startsWith(SPACE) ? sessions.get(key.slice(SPACE.length)) : undefined;
    session?.take(tried(() => JSON.parse(newValue ?? "null")));
  });

  const OPEN = `${SPACE}open`;
  /** @type {string | null} */
  let open = null;
  const openKey = () => open ?? tried(() => sessionStorage.getItem(OPEN));

  /** @param {string | null} key */
  function setOpenKey(key) {
    open = key;
    tried(() => (key === null ? sessionStorage.removeItem(OPEN) : sessionStorage.setItem(OPEN, key)));
  }

  function openNotesWindow() {
    const address = location.href.replace(/#.*$/, "") + HASH;
    const opened = tried(() => window.open(address, `${course}-notes`, "popup,width=960,height=900"));
    if (!opened || opened.closed) return false;
    windows.add(opened);
    opened.focus();
    return true;
  }

  /** The run of this page that was touched last. */
  function newest() {
    /** @param {RunSession} session */
    const age = ({ clock }) => clock?.state.rev ?? 0;
    return [...sessions.values()].filter(({ clock }) => clock).sort((one, other) => age(other) - age(one))[0];
  }

  /** @param {(session: RunSession) => void} shower */
  function waitForRun(shower) {
    /** @type {RunSession | undefined} */
    let shown;
    show = (session) => {
      if (session !== shown) shower((shown = session));
    };
    if (window.opener) windows.add(window.opener);
    const hello = () => send({ kind: "hello", key: shown?.key, state: shown?.clock?.state });
    hello();
    setInterval(() => {
      // Nobody has answered: the other window may be gone, and its run kept here.
      const kept = shown ?? newest();
      if (kept) show?.(kept);
      hello();
    }, 2000);
  }

  /** @param {RunSession} session */
  function saveTimings({ parts, options, clock }) {
    if (!clock) return "";
    /** @param {number} moment */
    const minutes = (moment) => Math.round(moment / 6000) / 10;
    const { began } = clock.state;
    const day = new Date(began - new Date(began).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    const timings = parts
      .map(({ slot, minutes: planned, shortest }, place) => {
        return { slot, planned: clock.state.short[place] ? shortest : planned, took: minutes(clock.elapsed(place)) };
      })
      .filter(({ took }, place) => took > 0 && !clock.state.cut[place]);
    const saved = { version: 1, course, workshop: options.name, date: day, parts: timings };
    // A plan's name is its title, with whatever stands in it.
    const file = `timings-${options.name.replace(/[^\p{L}\p{N}]+/gu, "-")}-${day}.json`;
    window.coursewright.tools.saveFile(file, "application/json", `${JSON.stringify(saved, null, 2)}\n`);
    return word("run-mode.saved", { file });
  }

  /** @type {Partial<RunMode>} */
  const made = { sessionOf, titleOf, openKey, setOpenKey, isNotesWindow, openNotesWindow, waitForRun, saveTimings };
  Object.assign(run, made);
})();
