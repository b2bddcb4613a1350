/*
 * What only the trainer needs of a run: the notes of the part, how far the run is ahead or behind, what can be cut, and the
 * list of all parts to go to. It fills the second window, and opens beside the room's view on demand.
 */
(() => {
  "use strict";

  const { make, word, button } = window.courseTools;
  const run = window.courseRun;
  const { copyOf, setText, count } = run;

  /** @param {RunClock} clock */
  function sayBehind(clock) {
    const minutes = clock.behind();
    if (minutes > 0) return count("run-mode.behind", minutes);
    return minutes < 0 ? count("run-mode.ahead", -minutes) : word("run-mode.on-time");
  }

  /** The cues of a part, and its questions with their keys. @param {RunPart | undefined} part */
  function notesOf(part) {
    const found = [...(part?.content?.querySelectorAll(".cw-cues, .cw-slot-question") ?? [])].filter(({ textContent }) => textContent?.trim());
    return found.length ? found.map(copyOf) : [make("p", { class: "cw-live-none" }, word("run-mode.no-notes"))];
  }

  /** @param {RunSession} session */
  function makeChanges(session) {
    const cut = button("cut", "run-mode.cut", () => session.act((clock) => clock.cut(clock.spare())));
    const shorten = button("shorten", "run-mode.shorten", () => session.act((clock) => clock.shorten()));
    const element = make("p", { class: "cw-buttons" }, shorten, cut);
    /** @param {RunClock} clock */
    function draw(clock) {
      const { part, state } = clock;
      const spare = clock.parts[clock.spare()];
      cut.hidden = !spare || clock.ended;
      if (spare) setText(cut, word("run-mode.cut-that", { title: spare.title, saves: count("run-mode.minutes", spare.minutes) }));
      shorten.hidden = !part || part.shortest <= 0 || part.shortest >= part.minutes;
      if (!part) return;
      const short = state.short[state.index];
      const values = { minutes: count("run-mode.minutes", short ? part.minutes : part.shortest) };
      setText(shorten, word(short ? "run-mode.lengthen-to" : "run-mode.shorten-to", values));
    }
    return { element, draw };
  }

  /** @param {RunSession} session @returns {RunPiece} */
  function makeNotes(session) {
    const behind = make("p", { class: "cw-live-behind" });
    const ends = make("p", { class: "cw-live-ends" });
    const changes = makeChanges(session);
    const notes = make("div", { class: "cw-live-cues md-typeset", "data-room": session.options.room ?? "" });
    const heading = make("h3", { id: "cw-live-notes" }, word("run-mode.notes"));
    const element = make("section", { class: "cw-live-notes", "aria-labelledby": "cw-live-notes" });
    element.append(behind, ends, changes.element, heading, notes);
    /** @type {RunPart | null | undefined} */
    let drawn = null;
    return {
      element,
      draw(clock) {
        changes.draw(clock);
        if (drawn === clock.part) return;
        drawn = clock.part;
        notes.replaceChildren(...notesOf(drawn));
      },
      tick(clock) {
        setText(behind, sayBehind(clock));
        behind.dataset.late = String(clock.behind() > 0);
        setText(ends, word(clock.ended ? "run-mode.ended-at" : "run-mode.ends-at", { time: run.timeOf(clock.end()) }));
      },
    };
  }

  /** A part of the list: a button that leads to it, and one that leaves it out. @param {RunSession} session @param {RunPart} part @param {number} place */
  function makeItem(session, part, place) {
    const state = make("span", { class: "cw-live-state" });
    const facts = `${run.clockOf(part.start)} · ${count("run-mode.minutes", part.minutes)}`;
    const go = make("button", { type: "button", class: "cw-live-go" }, make("strong", {}, part.title), " ", make("span", {}, facts), " ", state);
    go.addEventListener("click", () => session.act((clock) => clock.go(place)));
    const cut = button("cut-part", "run-mode.cut", () => session.act((clock) => clock.cut(place)));
    const item = make("li", {}, go, ...(part.shortest === 0 && part.minutes ? [cut] : []));
    /** @param {RunClock} clock */
    const draw = (clock) => {
      const { index, cut: cuts } = clock.state;
      const out = cuts[place] === true;
      const took = Math.round(clock.elapsed(place) / 60_000);
      if (place === index) go.setAttribute("aria-current", "step");
      else go.removeAttribute("aria-current");
      item.toggleAttribute("data-cut", out);
      const done = place < index && !out ? count("run-mode.took", took) : "";
      setText(state, place === index ? word("run-mode.now") : out ? word("run-mode.is-cut") : done);
      cut.hidden = place <= index;
      setText(cut, word(out ? "run-mode.put-back" : "run-mode.cut"));
      cut.setAttribute("aria-label", word(out ? "run-mode.put-back-title" : "run-mode.cut-title", { title: part.title }));
    };
    return { item, draw };
  }

  /** @param {RunSession} session @returns {RunPiece} */
  function makeList(session) {
    const items = session.parts.map((part, place) => makeItem(session, part, place));
    const heading = make("h3", { id: "cw-live-parts" }, word("run-mode.parts"));
    const list = make("ol", { class: "cw-live-list" }, ...items.map(({ item }) => item));
    const element = make("section", { class: "cw-live-parts", "aria-labelledby": "cw-live-parts" }, heading, list);
    return { element, draw: (clock) => items.forEach(({ draw }) => draw(clock)) };
  }

  /** @type {Partial<RunMode>} */
  const made = { makeNotes, makeList };
  Object.assign(run, made);
})();
