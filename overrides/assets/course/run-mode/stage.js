/* What the room sees of a run: the part and the time left above; below them its task, and what comes next. */
(() => {
  "use strict";

  const { make, word, button, count } = window.coursewright.tools;
  const run = window.coursewright.run;
  const { copyOf, setText } = run;

  /** Before the run begins: with what, how much there is, and the way in. @param {RunPlace} at @param {RunClock} clock */
  function waitingOf({ command }, clock) {
    const first = clock.parts[clock.beside(1)];
    const begin = button("begin", "run-mode.begin", () => command("begin"));
    begin.classList.add("cw-button--main");
    const all = count("run-mode.parts-in-all", clock.parts.length);
    return [
      ...(first ? [make("p", {}, word("run-mode.first-is", { title: first.title }))] : []),
      make("p", {}, all),
      make("p", { class: "cw-buttons" }, begin),
    ];
  }

  /** Who does it together, for how long, and with what. @param {RunPart} part @param {number} minutes */
  function factsOf({ group, materials }, minutes) {
    return [group, count("run-mode.minutes", minutes), materials].filter(Boolean).join(" · ");
  }

  /** The way to a sheet: the picture of its code, and a link to its place in the lesson. @param {RunPart} part */
  function sheetOf({ kind, code, href, address: onTheWeb }) {
    const shown = [];
    // A picture that is a data URI comes from the build; from elsewhere, nothing is fetched.
    if (code?.startsWith("data:image/")) shown.push(make("img", { class: "cw-live-code", src: code, alt: word("run-mode.code") }));
    const address = href ? new URL(href, location.href) : null;
    if (kind === "questions" || !address || !["http:", "https:", "file:"].includes(address.protocol)) return shown;
    const link = make("a", { href: address.href, target: "_blank", rel: "noopener" }, word("run-mode.open-sheet"));
    return [...shown, make("p", { class: "cw-live-sheet" }, link, ...(onTheWeb ? [" ", make("span", {}, onTheWeb)] : []))];
  }

  /** What the room is to do. @param {RunPart} part @param {number} minutes */
  function taskOf(part, minutes) {
    const task = part.content?.querySelector(".cw-slot-task");
    const shown = task?.childNodes.length ? [copyOf(task)] : [];
    if (part.kind === "activity" || part.kind === "worksheet") shown.push(make("p", { class: "cw-live-facts" }, factsOf(part, minutes)));
    return [...shown, ...sheetOf(part)];
  }

  /** @param {RunClock} clock */
  function sayNext(clock) {
    if (!clock.part) return "";
    const next = clock.parts[clock.beside(1)];
    const time = run.timeOf(clock.starts(clock.state.index + 1));
    return next ? word("run-mode.next-is", { title: next.title, time }) : word("run-mode.last", { time });
  }

  /** Where the run stands: what it is called, and which part it is. @param {RunPlace} at @param {RunClock} clock */
  function placeOf({ session }, { part, parts, state, waiting }) {
    if (part) return { where: word("run-mode.part", { number: state.index + 1, all: parts.length }), title: part.title };
    const { day, goesOn } = session.options;
    const over = goesOn ? word("run-mode.day-ended", { number: day ?? 1 }) : word("run-mode.ended");
    if (!waiting) return { where: over, title: word("run-mode.thanks") };
    const where = word("run-mode.starts-at", { time: run.clockOf(parts[0]?.start ?? 0) });
    return { where, title: run.titleOf(session.options) };
  }

  /** Part, title and the time left, in sight whatever is scrolled. @param {RunPlace} at */
  function makeHead(at) {
    const where = make("p", { class: "cw-live-where" });
    const title = make("h2", { class: "cw-live-title", id: "cw-live-title" });
    const time = make("span", { class: "cw-live-time" });
    const state = make("span", { class: "cw-live-time-state" });
    const clockFace = make("div", { class: "cw-live-clock", role: "timer" }, time, state);
    const fill = make("span", { class: "cw-live-line-fill" });
    const line = make("div", { class: "cw-live-line", "aria-hidden": "true" }, fill);
    const element = make("div", { class: "cw-live-top" }, line, make("div", { class: "cw-live-head" }, make("div", {}, where, title), clockFace));
    return {
      element,
      /** @param {RunClock} clock */
      draw(clock) {
        const said = placeOf(at, clock);
        setText(where, said.where);
        setText(title, said.title);
        clockFace.hidden = !clock.part;
      },
      /** @param {RunClock} clock */
      tick(clock) {
        const left = clock.left();
        const allowed = clock.allowed(clock.state.index);
        setText(time, run.countdown(left));
        const key = clock.paused ? "run-mode.paused" : left < 0 ? "run-mode.over" : "run-mode.left";
        setText(state, word(key));
        clockFace.dataset.over = String(left < 0);
        fill.style.width = `${allowed ? Math.max(0, Math.min(100, (100 * left) / allowed)) : 0}%`;
      },
    };
  }

  /** @param {RunPlace} at @returns {RunStage} */
  function makeStage(at) {
    const head = makeHead(at);
    const back = make("p", { class: "cw-live-back" });
    const task = make("div", { class: "cw-live-task md-typeset" });
    const next = make("p", { class: "cw-live-next" });
    const element = make("div", { class: "cw-live-stage", tabindex: "-1" }, back, task, next);
    let drawn = "";
    return {
      element,
      head: head.element,
      draw(clock) {
        const { part, waiting } = clock;
        head.draw(clock);
        const minutes = clock.allowed(clock.state.index) / 60_000;
        const wanted = `${clock.state.index} ${minutes}`;
        if (drawn === wanted) return;
        drawn = wanted;
        task.replaceChildren(...(waiting ? waitingOf(at, clock) : part ? taskOf(part, minutes) : []));
        element.dataset.kind = part?.kind ?? (waiting ? "waiting" : "ended");
        back.hidden = part?.kind !== "break";
      },
      tick(clock) {
        head.tick(clock);
        // Of a break the room wants to know when to be back, also once that has passed.
        setText(back, word("run-mode.back-at", { time: run.timeOf(Date.now() + clock.left()) }));
        setText(next, sayNext(clock));
      },
    };
  }

  /** @type {Partial<RunMode>} */
  const made = { makeStage };
  Object.assign(run, made);
})();
