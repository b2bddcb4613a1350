/*
 * Run mode: a workshop on the screen of the room, part by part and by the clock, with the trainer's notes in a second window.
 * <run-workshop> offers a run of the timetable on its page; a plan does so through run.offer.
 */
(() => {
  "use strict";

  const { make, word, button } = window.coursewright.tools;
  const run = window.coursewright.run;
  const { setText } = run;
  const LONG = 12 * 60 * 60_000;

  /** @type {RunView | null} */
  let view = null;

  /** @param {RunSession} session @param {RunKind} [kind] @param {() => void} [left] */
  function show(session, kind = "room", left = () => {}) {
    view?.close();
    if (kind === "room") run.setOpenKey(session.key);
    view = run.makeView(session, kind, left);
  }

  /** Whether a run was left in the middle, and not long ago. @param {RunSession} session */
  function isUnderWay({ clock }) {
    return clock !== null && !clock.ended && Date.now() - clock.state.rev < LONG;
  }

  /** @param {RunPart[]} parts @param {RunOptions} options @param {boolean} [anew] */
  function start(parts, options, anew = false) {
    const session = run.sessionOf(parts, options);
    if (anew || !isUnderWay(session)) session.begin();
    void run.fillScreen(true);
    show(session);
  }

  /** Asks before a run is forgotten. @param {() => void} yes @param {() => void} no */
  function makeConfirm(yes, no) {
    const keep = button("again-no", "run-mode.again-no", no);
    keep.classList.add("cw-button--main");
    const question = make("p", { class: "cw-confirm-question" }, word("run-mode.again-question"));
    const buttons = make("p", { class: "cw-buttons" }, button("again-yes", "run-mode.again-yes", yes), keep);
    const label = word("run-mode.again-question");
    const element = make("div", { class: "cw-confirm", role: "group", "aria-label": label, hidden: "" }, question, buttons);
    element.addEventListener("keydown", ({ key }) => key === "Escape" && no());
    return { element, keep };
  }

  /** What the first button of an offer says: of a run that has not begun, and of one that has ended, it is another. @param {RunSession} session */
  function sayOffer({ clock, options: { label = "" } }) {
    const begun = clock && !clock.waiting;
    const text = word(!begun ? "run-mode.run" : clock.ended ? "run-mode.see-end" : "run-mode.continue");
    return label ? `${text}: ${label}` : text;
  }

  /** The buttons of an offer. After the end, what is left to do with the run comes first. @param {RunSession} session @param {Record<"open" | "again" | "save", HTMLButtonElement>} buttons */
  function makeRow(session, { open, again, save }) {
    const row = make("p", { class: "cw-buttons" }, open, again, save);
    const draw = () => {
      const ended = session.clock?.ended === true;
      const order = ended ? [save, again, open] : [open, again, save];
      again.hidden = save.hidden = !session.clock || session.clock.waiting;
      setText(open, sayOffer(session));
      open.classList.toggle("cw-button--main", !ended);
      save.classList.toggle("cw-button--main", ended);
      // What is moved loses the focus.
      if (row.firstChild !== order[0]) row.append(...order);
    };
    session.on(draw);
    draw();
    return row;
  }

  /** @param {RunPart[]} parts @param {RunOptions} options */
  function offer(parts, options) {
    const session = run.sessionOf(parts, options);
    const status = make("p", { class: "cw-status", role: "status" });
    const open = button("run", "run-mode.run", () => {
      if (!session.clock || (session.clock.waiting && !isUnderWay(session))) session.begin();
      void run.fillScreen(true);
      reopen();
    });
    const again = button("again", "run-mode.again", () => ask(true));
    const save = button("save", "run-mode.save", () => setText(status, run.saveTimings(session)));
    const anew = () => {
      ask(false);
      session.begin();
      void run.fillScreen(true);
      reopen();
    };
    const { element: confirm, keep } = makeConfirm(anew, () => ask(false));
    const row = makeRow(session, { open, again, save });
    /** @param {boolean} asking */
    const ask = (asking) => {
      confirm.hidden = !asking;
      (asking ? keep : again).focus();
    };
    // After a reload there is nothing that the browser could give the focus back to.
    const left = () => {
      if (document.activeElement === document.body) row.querySelector("button")?.focus();
    };
    const reopen = () => show(session, "room", left);
    if (!run.isNotesWindow && run.openKey() === session.key && session.clock) queueMicrotask(reopen);
    return make("div", { class: "cw-live-offer" }, row, confirm, status);
  }

  /** @param {HTMLTableRowElement} row @returns {RunPart} */
  function partOf(row) {
    const { slot = "", title = "", kind = "", start: begins, minutes, shortest, code, group, href, address } = row.dataset;
    const content = row.querySelector(".cw-slot-content");
    const materials = row.querySelector(".cw-run-materials")?.textContent ?? undefined;
    return { slot, title, kind, start: Number(begins), minutes: Number(minutes), shortest: Number(shortest), content, code, group, materials, href, address };
  }

  class RunWorkshop extends HTMLElement {
    connectedCallback() {
      const sheet = document.querySelector(".cw-run-sheet");
      if (this.firstChild || !(sheet instanceof HTMLElement)) return;
      const { workshop = "workshop", room } = sheet.dataset;
      const title = document.querySelector(".cw-where > a")?.textContent?.trim();
      const days = [...sheet.querySelectorAll("table.cw-run")];
      days.forEach((table, place) => {
        const rows = /** @type {NodeListOf<HTMLTableRowElement>} */ (table.querySelectorAll("tr[data-slot]"));
        const several = days.length > 1 ? { day: place + 1, label: word("run-mode.day", { number: place + 1 }), goesOn: place + 1 < days.length } : {};
        this.append(offer([...rows].map(partOf), { name: workshop, title, room, ...several }));
      });
    }
  }

  Object.assign(run, { start, offer });
  if (run.isNotesWindow) run.waitForRun((session) => show(session, "notes"));
  customElements.define("run-workshop", RunWorkshop);
})();
