/*
 * What only the trainer needs of a run: the notes of the part, how far the run is ahead or behind, what can be cut, and the
 * list of all parts to go to. It fills the second window, and opens beside the room's view on demand; there the notes give
 * nothing away.
 */
(() => {
  "use strict";

  const { make, word, button, count } = window.coursewright.tools;
  const run = window.coursewright.run;
  const { copyOf, setText } = run;
  const MINUTE = 60_000;

  /** @param {RunClock} clock */
  function sayBehind(clock) {
    const minutes = clock.behind();
    if (minutes > 0) return count("run-mode.behind", minutes);
    return minutes < 0 ? count("run-mode.ahead", -minutes) : word("run-mode.on-time");
  }

  /** What is to be done after the workshop, where the run sheet with its lists is on the page: the last of them. */
  function afterwards() {
    const lists = document.querySelectorAll(".cw-run-sheet .cw-checklist");
    const last = lists[lists.length - 1];
    const name = last?.previousElementSibling;
    return last ? [...(name ? [make("h4", {}, ...copyOf(name).childNodes)] : []), copyOf(last)] : [];
  }

  /** A question without what is right, which the room has not been asked yet. @param {Element} question */
  function unanswered(question) {
    question.querySelectorAll(".cw-slot-key").forEach((key) => key.remove());
    question.querySelectorAll("[data-right]").forEach((option) => option.removeAttribute("data-right"));
  }

  /** The cues of a part, and its questions; in the second window with their keys. @param {RunPlace} at @param {RunClock} clock */
  function notesOf({ kind, session }, clock) {
    if (clock.ended) return session.options.goesOn ? [] : afterwards();
    const part = clock.part ?? clock.parts[clock.beside(1)];
    const found = [...(part?.content?.querySelectorAll(".cw-cues, .cw-slot-question") ?? [])].filter(({ textContent }) => textContent?.trim());
    const copies = found.map(copyOf);
    if (kind === "room") copies.forEach(unanswered);
    else if (part?.kind === "worksheet" && !part.code) copies.push(make("p", { class: "cw-live-none" }, word("run-mode.no-code")));
    return copies.length ? copies : [make("p", { class: "cw-live-none" }, word("run-mode.no-notes"))];
  }

  /** @param {RunPlace} at */
  function makeChanges({ command }) {
    const cut = button("cut", "run-mode.cut", () => command("cut"));
    const shorten = button("shorten", "run-mode.shorten", () => command("shorten"));
    const element = make("p", { class: "cw-buttons" }, shorten, cut);
    /** @param {RunClock} clock */
    function draw(clock) {
      const { part, state } = clock;
      const spare = clock.parts[clock.spare()];
      cut.hidden = !spare || clock.ended;
      if (spare) setText(cut, word("run-mode.cut-that", { title: spare.title, saves: count("run-mode.minutes", spare.minutes) }));
      shorten.hidden = !clock.shortens;
      if (!part) return;
      const short = state.short[state.index];
      const values = { minutes: count("run-mode.minutes", short ? part.minutes : part.shortest) };
      setText(shorten, word(short ? "run-mode.lengthen-to" : "run-mode.shorten-to", values));
    }
    return { element, draw };
  }

  /** @param {RunPlace} at @returns {RunPiece} */
  function makeNotes(at) {
    const behind = make("p", { class: "cw-live-behind" });
    const ends = make("p", { class: "cw-live-ends" });
    const changes = makeChanges(at);
    const notes = make("div", { class: "cw-live-cues md-typeset", "data-room": at.session.options.room ?? "" });
    const heading = make("h3", { id: "cw-live-notes" }, word("run-mode.notes"));
    const element = make("section", { class: "cw-live-notes", "aria-labelledby": "cw-live-notes" });
    element.append(behind, ends, changes.element, heading, notes);
    /** @type {number | undefined} */
    let drawn;
    return {
      element,
      draw(clock) {
        changes.draw(clock);
        behind.hidden = clock.waiting;
        if (drawn === clock.state.index) return;
        drawn = clock.state.index;
        notes.replaceChildren(...notesOf(at, clock));
        heading.hidden = !notes.firstChild;
      },
      tick(clock) {
        setText(behind, sayBehind(clock));
        behind.dataset.late = String(clock.behind() > 0);
        setText(ends, word(clock.ended ? "run-mode.ended-at" : "run-mode.ends-at", { time: run.timeOf(clock.end()) }));
      },
    };
  }

  /** What is said of a part: when it comes, that it is now, or what it took. @param {RunClock} clock @param {number} place */
  function sayState(clock, place) {
    const { index, cut } = clock.state;
    if (cut[place]) return word("run-mode.is-cut");
    const took = Math.round(clock.elapsed(place) / MINUTE);
    if (place < index) return took ? count("run-mode.took", took) : word("run-mode.skipped");
    const minutes = count("run-mode.minutes", Math.round(clock.allowed(place) / MINUTE));
    if (place === index) return minutes;
    const time = clock.waiting ? run.clockOf(clock.parts[place]?.start ?? 0) : run.timeOf(clock.starts(place));
    return `${time} · ${minutes}`;
  }

  /** A part of the list: a button that leads to it, and one that leaves it out. @param {RunPlace} at @param {RunPart} part @param {number} place @param {() => void} went */
  function makeItem({ session }, part, place, went) {
    const now = make("strong", { class: "cw-live-now" });
    const said = make("span", { class: "cw-live-state" });
    const go = make("button", { type: "button", class: "cw-live-go" }, make("strong", {}, part.title), " · ", now, said);
    go.addEventListener("click", () => {
      session.act((clock) => clock.go(place));
      went();
    });
    const cut = button("cut-part", "run-mode.cut", () => session.act((clock) => clock.cut(place)));
    const item = make("li", {}, go, ...(part.shortest === 0 && part.minutes ? [cut] : []));
    /** @param {RunClock} clock */
    const tick = (clock) => setText(said, sayState(clock, place));
    /** @param {RunClock} clock */
    const draw = (clock) => {
      const { index, cut: cuts } = clock.state;
      const out = cuts[place] === true;
      if (place === index) go.setAttribute("aria-current", "step");
      else go.removeAttribute("aria-current");
      setText(now, place === index ? `${word("run-mode.now")} · ` : "");
      item.toggleAttribute("data-cut", out);
      cut.hidden = place <= index;
      setText(cut, word(out ? "run-mode.put-back" : "run-mode.cut"));
      cut.setAttribute("aria-label", word(out ? "run-mode.put-back-title" : "run-mode.cut-title", { title: part.title }));
    };
    return { item, draw, tick };
  }

  /** @param {RunPlace} at @param {() => void} went  called after a jump @returns {RunPiece} */
  function makeList(at, went) {
    const items = at.session.parts.map((part, place) => makeItem(at, part, place, went));
    const heading = make("h3", { id: "cw-live-parts" }, word("run-mode.parts"));
    const list = make("ol", { class: "cw-live-list" }, ...items.map(({ item }) => item));
    const element = make("section", { class: "cw-live-parts", "aria-labelledby": "cw-live-parts" }, heading, list);
    return {
      element,
      draw: (clock) => items.forEach(({ draw }) => draw(clock)),
      tick: (clock) => items.forEach(({ tick }) => tick(clock)),
    };
  }

  /** @type {Partial<RunMode>} */
  const made = { makeNotes, makeList };
  Object.assign(run, made);
})();
