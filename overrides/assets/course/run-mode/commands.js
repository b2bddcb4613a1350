/*
 * What can be done to a run: which command a key gives in either window, and the list that tells of the keys. Each command does
 * it and gives what is said of it, or why nothing happens.
 */
(() => {
  "use strict";

  const { make, word, count } = window.coursewright.tools;
  const run = window.coursewright.run;

  /** @type {Record<string, string>} */
  const BOTH = {
    arrowright: "next", arrowleft: "previous", enter: "begin", " ": "pause", "+": "more", "=": "more",
    x: "cut", s: "shorten", f: "full", "?": "keys", escape: "leave",
  };
  /** @type {Record<RunKind, Record<string, string>>} */
  const ONLY = {
    room: { pagedown: "next", pageup: "previous", n: "notes", j: "parts", w: "window" },
    // The notes may be longer than the window.
    notes: { n: "next", pagedown: "down", pageup: "up" },
  };

  const QUESTIONS = [["Q", "run-mode.key-question"], ["A–H", "run-mode.key-hands"], ["R", "run-mode.reveal"]];
  const CHANGES = [["X", "run-mode.key-cut"], ["S", "run-mode.key-shorten"], ["?", "run-mode.keys"]];
  const FULL = ["F", "run-mode.full"];
  /** As they are told, around those for questions. @type {Record<RunKind, string[][][]>} */
  const TOLD = {
    room: [
      [["Enter", "run-mode.begin"], ["→ PageDown", "run-mode.next"], ["← PageUp", "run-mode.previous"], ["Space", "run-mode.pause"], ["+", "run-mode.more"]],
      [["N", "run-mode.notes"], ["J", "run-mode.parts"], ["W", "run-mode.window"], FULL, ...CHANGES, ["Esc", "run-mode.key-leave"]],
    ],
    notes: [
      [["Enter", "run-mode.begin"], ["→ N", "run-mode.next"], ["←", "run-mode.previous"], ["PageDown PageUp", "run-mode.key-scroll"], ["Space", "run-mode.pause"], ["+", "run-mode.more"]],
      [FULL, ...CHANGES, ["Esc", "run-mode.key-leave-notes"]],
    ],
  };

  /** @param {RunPlace} at */
  function makeKeys({ kind, session }) {
    const [before = [], after = []] = TOLD[kind];
    const told = [...before, ...(run.hasQuestions(session.parts) ? QUESTIONS : []), ...after];
    const rows = told.flatMap(([key = "", means = ""]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, word(means))]);
    const heading = make("h3", { id: "cw-live-keys" }, word("run-mode.keys"));
    return make("section", { class: "cw-live-keys", "aria-labelledby": "cw-live-keys" }, heading, make("dl", {}, ...rows));
  }
  const MINUTE = 60_000;

  /** Why a command means nothing now. @param {RunClock} clock @param {string} name @returns {RunSaid | null} */
  function refusal(clock, name) {
    // That it is over stands in the heading.
    if (clock.ended && name !== "previous") return { text: word("run-mode.ended"), quiet: true };
    if (clock.waiting && ["previous", "pause", "more", "shorten"].includes(name)) return { text: word("run-mode.not-begun") };
    if (name === "previous" && clock.beside(-1) < 0) return { text: word("run-mode.is-first") };
    if (name === "cut" && clock.spare() < 0) return { text: word("run-mode.no-cut") };
    return name === "shorten" && !clock.shortens ? { text: word("run-mode.no-shorten") } : null;
  }

  /** @param {RunClock} clock */
  function shorten(clock) {
    const { index, short } = clock.state;
    clock.shorten();
    const minutes = count("run-mode.minutes", Math.round(clock.allowed(index) / MINUTE));
    return word(short[index] ? "run-mode.shortened" : "run-mode.back-to", { minutes });
  }

  /** @param {RunClock} clock */
  function cut(clock) {
    const place = clock.spare();
    clock.cut(place);
    return word("run-mode.cut-done", { title: clock.parts[place]?.title ?? "" });
  }

  /** Each gives what is to be said. @type {Record<string, (clock: RunClock) => string | void>} */
  const COMMANDS = {
    begin: (clock) => (clock.waiting ? clock.go(clock.beside(1)) : undefined),
    next: (clock) => clock.go(clock.beside(1)),
    previous: (clock) => clock.go(clock.beside(-1)),
    pause: (clock) => clock.pause(),
    more(clock) {
      clock.more();
      return word("run-mode.more-given");
    },
    cut,
    shorten,
  };

  /** @param {RunSession} session @param {string} name @returns {RunSaid | null} */
  function perform(session, name) {
    const command = COMMANDS[name];
    if (!command || !session.clock) return null;
    const refused = refusal(session.clock, name);
    if (refused) return refused;
    let text = "";
    session.act((clock) => {
      text = command(clock) ?? "";
    });
    return { text };
  }

  /** @type {Partial<RunMode>} */
  const made = { commandOf: (kind, key) => ONLY[kind][key] ?? BOTH[key], makeKeys, perform };
  Object.assign(run, made);
})();
