/* What the room sees of a run: the part, its task, the time left, and what comes next. And the list of keys. */
(() => {
  "use strict";

  const { make, word } = window.courseTools;
  const run = window.courseRun;
  const { copyOf, setText } = run;

  /** What the room is to do, and the picture of its code. @param {RunPart | undefined} part */
  function taskOf(part) {
    const task = part?.content?.querySelector(".cw-slot-task");
    const shown = task?.childNodes.length ? [copyOf(task)] : [];
    // A picture that is a data URI comes from the build; from elsewhere, nothing is fetched.
    const code = part?.code?.startsWith("data:image/") ? part.code : "";
    if (code) shown.push(make("img", { class: "cw-live-code", src: code, alt: word("run-mode.code") }));
    return shown;
  }

  /** @param {RunClock} clock */
  function sayNext(clock) {
    if (clock.ended) return "";
    const next = clock.parts[clock.beside(1)];
    const time = run.timeOf(Date.now() + Math.max(0, clock.left()));
    return next ? word("run-mode.next-is", { title: next.title, time }) : word("run-mode.last", { time });
  }

  /** Part, title, time left, task and what comes next. @returns {RunPiece} */
  function makeStage() {
    const where = make("p", { class: "cw-live-where" });
    const title = make("h2", { class: "cw-live-title", id: "cw-live-title" });
    const time = make("span", { class: "cw-live-time" });
    const state = make("span", { class: "cw-live-time-state" });
    const clockFace = make("div", { class: "cw-live-clock", role: "timer" }, time, state);
    const task = make("div", { class: "cw-live-task md-typeset" });
    const next = make("p", { class: "cw-live-next" });
    const fill = make("span", { class: "cw-live-line-fill" });
    const line = make("div", { class: "cw-live-line", "aria-hidden": "true" }, fill);
    const head = make("div", { class: "cw-live-head" }, make("div", {}, where, title), clockFace);
    const element = make("div", { class: "cw-live-stage", tabindex: "-1" }, line, head, task, next);
    /** @type {RunPart | null | undefined} */
    let drawn = null;
    return {
      element,
      draw(clock) {
        if (drawn === clock.part) return;
        drawn = clock.part;
        const { index } = clock.state;
        setText(where, drawn ? word("run-mode.part", { number: index + 1, all: clock.parts.length }) : word("run-mode.ended"));
        setText(title, drawn?.title ?? word("run-mode.thanks"));
        task.replaceChildren(...taskOf(drawn));
        clockFace.hidden = !drawn;
        element.dataset.kind = drawn?.kind ?? "ended";
      },
      tick(clock) {
        const left = clock.left();
        const allowed = clock.allowed(clock.state.index);
        setText(time, run.countdown(left));
        const key = clock.paused ? "run-mode.paused" : left < 0 ? "run-mode.over" : "run-mode.left";
        setText(state, word(key));
        clockFace.dataset.over = String(left < 0);
        setText(next, sayNext(clock));
        fill.style.width = `${allowed ? Math.max(0, Math.min(100, (100 * left) / allowed)) : 0}%`;
      },
    };
  }

  /** As they are told; what they do is in run-mode.js. */
  const KEYS = [
    ["→ PageDown", "run-mode.next"],
    ["← PageUp", "run-mode.previous"],
    ["Space", "run-mode.pause"],
    ["+", "run-mode.more"],
    ["Q", "run-mode.key-question"],
    ["A–H", "run-mode.key-hands"],
    ["R", "run-mode.reveal"],
    ["N", "run-mode.notes"],
    ["J", "run-mode.parts"],
    ["W", "run-mode.window"],
    ["F", "run-mode.full"],
    ["X", "run-mode.key-cut"],
    ["S", "run-mode.key-shorten"],
    ["?", "run-mode.keys"],
    ["Esc", "run-mode.key-leave"],
  ];

  function makeKeys() {
    const rows = KEYS.flatMap(([key = "", means = ""]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, word(means))]);
    const heading = make("h3", { id: "cw-live-keys" }, word("run-mode.keys"));
    const list = make("dl", {}, ...rows);
    return make("section", { class: "cw-live-keys", "aria-labelledby": "cw-live-keys" }, heading, list);
  }

  /** @type {Partial<RunMode>} */
  const made = { makeStage, makeKeys };
  Object.assign(run, made);
})();
