/*
 * The view of a run, for the room or for the trainer: a modal dialog over the page, so that the focus stays inside and comes
 * back; with everything by keys.
 */
(() => {
  "use strict";

  const { make, word, button } = window.coursewright.tools;
  const run = window.coursewright.run;
  const { setText } = run;
  const TICK = 500;

  /** The bar's buttons: those of the first row, and the rest. @type {Record<RunKind, string[][]>} */
  const BARS = {
    room: [["previous", "pause", "next"], ["more", "parts", "notes", "window", "full", "keys", "save", "leave"]],
    notes: [["previous", "pause", "next"], ["more", "keys", "save"]],
  };
  const MEANT_BEFORE_THE_END = ["pause", "next", "more"];
  const MEANT_ONCE_BEGUN = ["previous", ...MEANT_BEFORE_THE_END, "save"];

  /** The parts of a view, by what they show. @param {RunPlace} at @param {() => void} went */
  function makePieces(at, went) {
    /** @type {RunPiece} */
    const keys = { element: run.makeKeys(at), draw: () => {} };
    return { stage: run.makeStage(at), vote: run.makeVote(at), notes: run.makeNotes(at), parts: run.makeList(at, went), keys };
  }

  /** @implements {RunView} */
  class View {
    // With a place for the focus, a press beside the buttons does not send it to the page.
    #dialog = make("dialog", { class: "cw-live", "aria-labelledby": "cw-live-title", tabindex: "-1" });
    #status = run.makeStatus();
    #main = make("div", { class: "cw-live-main" });
    #side = make("div", { class: "cw-live-side" });
    /** @type {Record<string, HTMLButtonElement>} */
    #buttons = {};
    /** @type {number | null} */
    #index = null;
    /** The question that is shown, and whether its answer is. */
    #shown = "";
    /** @type {(() => void)[]} */
    #ends = [];

    /** @param {RunSession} session @param {RunKind} kind @param {() => void} left */
    constructor(session, kind, left) {
      this.session = session;
      this.kind = kind;
      this.left = left;
      const at = { session, kind, command: (/** @type {string} */ name) => this.#do(name) };
      this.pieces = makePieces(at, () => kind === "room" && this.#close("parts"));
      this.#build();
      this.#listen();
      document.body.append(this.#dialog);
      this.#dialog.showModal();
      this.#draw();
      this.#focusStage();
    }

    #build() {
      const { stage, vote, notes, parts, keys } = this.pieces;
      this.#dialog.dataset.view = this.kind;
      notes.element.hidden = parts.element.hidden = this.kind === "room";
      keys.element.hidden = true;
      const bar = make("div", { class: "cw-live-bar-buttons", role: "group", "aria-label": word("run-mode.controls") });
      for (const names of BARS[this.kind]) {
        const made = names.map((name) => (this.#buttons[name] = button(name, `run-mode.${name}`, () => this.#do(name))));
        bar.append(make("div", { class: "cw-live-bar-row" }, ...made));
      }
      this.#main.append(stage.element, vote.element);
      this.#side.append(keys.element, notes.element);
      (this.kind === "room" ? this.#side : this.#main).append(parts.element);
      const body = make("div", { class: "cw-live-body" }, this.#main, this.#side);
      this.#dialog.append(stage.head, body, this.#status.element, bar);
      if (this.kind === "notes") document.title = word("run-mode.notes-of", { title: run.titleOf(this.session.options) });
    }

    #listen() {
      const timer = setInterval(() => this.#tick(), TICK);
      /** @param {KeyboardEvent} event */
      const onKey = (event) => this.#press(event);
      const onSize = () => run.fitTask(this.#main);
      // Before the theme, which has keys of its own, hears of it, and wherever the focus is.
      window.addEventListener("keydown", onKey, true);
      window.addEventListener("resize", onSize);
      this.#ends = [
        () => clearInterval(timer),
        () => window.removeEventListener("keydown", onKey, true),
        () => window.removeEventListener("resize", onSize),
        this.session.on(() => this.#draw()),
        run.stayAwake(),
      ];
      // The browser closes a dialog, too, after a second Escape.
      this.#dialog.addEventListener("close", () => this.close());
      this.#dialog.addEventListener("click", ({ detail, target }) => {
        // After a press with the mouse, keys mean what they meant before.
        if (detail && target instanceof Element && target.closest("button")) this.#focusStage();
      });
    }

    #focusStage() {
      this.pieces.stage.element.focus({ preventScroll: true });
    }

    close() {
      if (!this.#ends.length) return;
      this.#ends.forEach((end) => end());
      this.#ends = [];
      this.#dialog.close();
      this.#dialog.remove();
      if (this.kind === "notes") return;
      run.setOpenKey(null);
      void run.fillScreen(false);
      this.left();
    }

    #draw() {
      const { clock } = this.session;
      if (!clock) return;
      for (const piece of Object.values(this.pieces)) piece.draw(clock);
      this.#drawBar(clock);
      for (const piece of Object.values(this.pieces)) piece.tick?.(clock);
      this.#follow(clock);
      this.#status.tick(clock);
      const { activeElement } = document;
      if (!this.#dialog.contains(activeElement) || activeElement?.closest("[hidden]")) this.#focusStage();
    }

    /** @param {RunClock} clock */
    #drawBar({ ended, waiting, paused }) {
      const without = ended ? MEANT_BEFORE_THE_END : waiting ? MEANT_ONCE_BEGUN : [];
      for (const [name, each] of Object.entries(this.#buttons)) {
        each.hidden = without.includes(name);
        each.classList.toggle("cw-button--main", name === (ended ? "save" : "next"));
      }
      if (this.#buttons.pause) setText(this.#buttons.pause, word(paused ? "run-mode.go-on" : "run-mode.pause"));
      this.#dialog.dataset.state = ended ? "ended" : waiting ? "waiting" : "running";
    }

    /** Tells of a new part, and brings into sight what has changed. @param {RunClock} clock */
    #follow({ part, state: { index, vote } }) {
      const shown = vote ? `${vote.question} ${vote.revealed}` : "";
      if (this.#index === index && this.#shown === shown) return;
      if (this.#index !== index) {
        // The view opens with the part in its heading, which the room reads; later ones are told to those who do not see it.
        if (this.#index !== null) this.#status.say({ text: part ? word("run-mode.now-part", { title: part.title }) : word("run-mode.ended"), quiet: true });
        this.#side.scrollTop = 0;
      }
      this.#index = index;
      this.#shown = shown;
      this.#main.scrollTop = this.#dialog.scrollTop = 0;
      run.fitTask(this.#main);
      if (vote?.revealed) run.bringAnswer(this.#main);
    }

    #tick() {
      const { clock } = this.session;
      if (!clock) return;
      for (const piece of Object.values(this.pieces)) piece.tick?.(clock);
      this.#status.tick(clock);
    }

    /** @param {KeyboardEvent} event */
    #press(event) {
      event.stopPropagation();
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const { target } = event;
      const key = event.key.toLowerCase();
      const inField = target instanceof HTMLInputElement;
      if (key === "tab") run.keepFocus(this.#dialog, event);
      if (inField && (key.startsWith("arrow") || key === " ")) return;
      if ((key === " " || key === "enter") && target instanceof Element && target.closest("button, a, summary")) return;
      const name = run.commandOf(this.kind, key);
      // A field of digits would take an E, and be a number no longer.
      if (inField && key.length === 1 && !/\d/.test(key)) event.preventDefault();
      const said = this.pieces.vote.key?.(key, event.shiftKey);
      if (said ?? name) event.preventDefault();
      if (said) this.#status.say(said);
      else if (name && !event.repeat) this.#do(name);
    }

    /** @param {string} name */
    #do(name) {
      const say = this.#status.say;
      /** @type {Record<string, () => void>} */
      const commands = {
        notes: () => this.#toggle("notes"),
        parts: () => this.#toggle("parts"),
        keys: () => this.#toggle("keys"),
        down: () => run.scrollPage(this.#side, 1),
        up: () => run.scrollPage(this.#side, -1),
        window: () => say(run.openNotesWindow() ? { text: word("run-mode.window-open") } : { text: word("run-mode.window-blocked"), stays: true }),
        full: () => void run.fillScreen(!document.fullscreenElement),
        save: () => say({ text: run.saveTimings(this.session) }),
        leave: () => this.#leave(),
      };
      if (commands[name]) commands[name]();
      else {
        const said = run.perform(this.session, name);
        if (said?.text) say(said);
      }
    }

    /** @param {"notes" | "parts" | "keys"} name */
    #toggle(name) {
      const { element } = this.pieces[name];
      if (this.#close(name)) return;
      element.hidden = false;
      this.#buttons[name]?.setAttribute("aria-expanded", "true");
      run.fitTask(this.#main);
      run.bring(element);
      const first = element.querySelector("[aria-current]") ?? element.querySelector("button");
      if (name === "parts" && first instanceof HTMLElement) first.focus();
    }

    /** Whether there was something to close. @param {"notes" | "parts" | "keys"} name */
    #close(name) {
      const { element } = this.pieces[name];
      if (element.hidden) return false;
      element.hidden = true;
      this.#buttons[name]?.setAttribute("aria-expanded", "false");
      run.fitTask(this.#main);
      this.#focusStage();
      return true;
    }

    /** Closes what lies open, one thing at a time, and then the view. */
    #leave() {
      const { session, kind } = this;
      const inRoom = kind === "room";
      if (session.clock?.state.vote) session.act((clock) => clock.ask(null));
      else if (!((inRoom && this.#close("parts")) || this.#close("keys") || (inRoom && this.#close("notes")))) {
        if (inRoom) this.close();
        else window.close();
      }
    }
  }

  /** @type {Partial<RunMode>} */
  const made = { makeView: (session, kind, left) => new View(session, kind, left) };
  Object.assign(run, made);
})();
