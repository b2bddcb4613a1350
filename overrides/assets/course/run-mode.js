/*
 * Run mode: a workshop on the screen of the room, part by part and by the clock, with the trainer's notes in a second window.
 * <run-workshop> offers a run of the timetable on its page; a plan does so through courseRun.offer.
 */
(() => {
  "use strict";

  const { make, word, button } = window.courseTools;
  const run = window.courseRun;
  const { setText } = run;
  const LONG = 12 * 60 * 60_000;

  /** @type {RunView | null} */
  let view = null;

  /** @param {RunSession} session @param {"room" | "notes"} [kind] */
  function show(session, kind = "room") {
    view?.close();
    if (kind === "room") run.setOpenKey(session.key);
    view = run.makeView(session, kind);
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

  /** @param {RunPart[]} parts @param {RunOptions} options */
  function offer(parts, options) {
    const session = run.sessionOf(parts, options);
    const status = make("p", { class: "cw-status", role: "status" });
    const first = button("run", "run-mode.run", () => (session.clock ? resume() : start(parts, options)));
    const again = button("again", "run-mode.again", () => ask(true));
    const save = button("save", "run-mode.save", () => setText(status, run.saveTimings(session)));
    const { element: confirm, keep } = makeConfirm(() => (ask(false), start(parts, options, true)), () => ask(false));
    first.classList.add("cw-button--main");
    const resume = () => {
      void run.fillScreen(true);
      show(session);
    };
    /** @param {boolean} asking */
    const ask = (asking) => {
      confirm.hidden = !asking;
      (asking ? keep : again).focus();
    };
    const draw = () => {
      again.hidden = save.hidden = !session.clock;
      const label = options.label ?? "";
      const key = session.clock ? "run-mode.continue" : "run-mode.run";
      setText(first, label ? `${word(key)}: ${label}` : word(key));
    };
    session.on(draw);
    draw();
    if (!run.isNotesWindow && run.openKey() === session.key && session.clock) queueMicrotask(() => show(session));
    return make("div", { class: "cw-live-offer" }, make("p", { class: "cw-buttons" }, first, again, save), confirm, status);
  }

  /** @param {HTMLTableRowElement} row @returns {RunPart} */
  function partOf(row) {
    const { slot = "", title = "", kind = "", start: begins, minutes, shortest, code } = row.dataset;
    const content = row.querySelector(".cw-slot-content");
    return { slot, title, kind, start: Number(begins), minutes: Number(minutes), shortest: Number(shortest), content, code };
  }

  class RunWorkshop extends HTMLElement {
    connectedCallback() {
      const sheet = document.querySelector(".cw-run-sheet");
      if (this.firstChild || !(sheet instanceof HTMLElement)) return;
      const { workshop = "workshop", room } = sheet.dataset;
      const days = [...sheet.querySelectorAll("table.cw-run")];
      days.forEach((table, place) => {
        const rows = /** @type {NodeListOf<HTMLTableRowElement>} */ (table.querySelectorAll("tr[data-slot]"));
        const several = days.length > 1 ? { day: place + 1, label: word("run-mode.day", { number: place + 1 }) } : {};
        this.append(offer([...rows].map(partOf), { name: workshop, room, ...several }));
      });
    }
  }

  Object.assign(run, { start, offer });
  if (run.isNotesWindow) run.waitForRun((session) => show(session, "notes"));
  customElements.define("run-workshop", RunWorkshop);
})();
