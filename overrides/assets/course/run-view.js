/*
 * The view of a run, for the room or for the trainer: a modal dialog over the page, so that the focus stays inside and comes
 * back; with everything by keys.
 */
(() => {
  "use strict";

  const { make, word, button } = window.courseTools;
  const run = window.courseRun;
  const { setText } = run;
  const TICK = 500;

  /** Which command a key gives. @type {Record<string, string>} */
  const KEYS = {
    arrowright: "next", pagedown: "next", arrowleft: "previous", pageup: "previous", " ": "pause", "+": "more", "=": "more",
    q: "question", r: "reveal", x: "cut", s: "shorten", n: "notes", j: "parts", w: "window", f: "full", "?": "keys", escape: "leave",
  };
  const BARS = {
    room: ["previous", "pause", "next", "more", "parts", "notes", "window", "full", "keys", "save", "leave"],
    notes: ["previous", "pause", "next", "more", "keys", "save"],
  };

  /** The screen does not sleep while a run is shown, where the browser can see to that. */
  function stayAwake() {
    /** @type {WakeLockSentinel | null} */
    let lock = null;
    let over = false;
    const ask = async () => {
      if (over || document.visibilityState !== "visible" || !navigator.wakeLock) return;
      lock = await navigator.wakeLock.request("screen").catch(() => null);
      if (over) void lock?.release().catch(() => {});
    };
    document.addEventListener("visibilitychange", ask);
    void ask();
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", ask);
      void lock?.release().catch(() => {});
    };
  }

  /** @param {boolean} on */
  async function fillScreen(on) {
    try {
      if (on) await document.documentElement.requestFullscreen?.();
      else if (document.fullscreenElement) await document.exitFullscreen();
    } catch {
      // A window does, too.
    }
  }

  /** The parts of a view, by what they show. @param {RunSession} session */
  function makePieces(session) {
    const keys = { element: run.makeKeys(), draw: () => {} };
    return { stage: run.makeStage(), vote: run.makeVote(session), notes: run.makeNotes(session), parts: run.makeList(session), keys };
  }

  /** @implements {RunView} */
  class View {
    // With a place for the focus, a press beside the buttons does not send it to the page.
    #dialog = make("dialog", { class: "cw-live", "aria-labelledby": "cw-live-title", tabindex: "-1" });
    #status = make("p", { class: "cw-live-status", role: "status" });
    /** @type {Record<string, HTMLButtonElement>} */
    #buttons = {};
    /** The part of which has been told that its time is over. */
    #told = -1;
    #index = -1;
    /** @type {(() => void)[]} */
    #ends = [];

    /** @param {RunSession} session @param {"room" | "notes"} kind */
    constructor(session, kind) {
      this.session = session;
      this.kind = kind;
      this.pieces = makePieces(session);
      this.#build();
      this.#listen();
      document.body.append(this.#dialog);
      this.#dialog.showModal();
      this.#draw();
      this.pieces.stage.element.focus();
    }

    #build() {
      const { stage, vote, notes, parts, keys } = this.pieces;
      this.#dialog.dataset.view = this.kind;
      notes.element.hidden = parts.element.hidden = this.kind === "room";
      keys.element.hidden = true;
      const bar = make("div", { class: "cw-live-bar-buttons", role: "group", "aria-label": word("run-mode.controls") });
      for (const name of BARS[this.kind]) {
        bar.append((this.#buttons[name] = button(name, `run-mode.${name}`, () => this.#do(name))));
      }
      this.#buttons.next?.classList.add("cw-button--main");
      const main = make("div", { class: "cw-live-main" }, stage.element, vote.element);
      const side = make("div", { class: "cw-live-side" }, keys.element, notes.element);
      (this.kind === "room" ? side : main).append(parts.element);
      this.#dialog.append(make("div", { class: "cw-live-body" }, main, side), this.#status, bar);
    }

    #listen() {
      const timer = setInterval(() => this.#tick(), TICK);
      /** @param {KeyboardEvent} event */
      const onKey = (event) => this.#press(event);
      // Before the theme, which has keys of its own, hears of it, and wherever the focus is.
      window.addEventListener("keydown", onKey, true);
      this.#ends = [
        () => clearInterval(timer),
        () => window.removeEventListener("keydown", onKey, true),
        this.session.on(() => this.#draw()),
        stayAwake(),
      ];
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
      void fillScreen(false);
    }

    /** @param {string} text */
    #say(text) {
      this.#status.replaceChildren(text);
    }

    #draw() {
      const { clock } = this.session;
      if (!clock) return;
      for (const piece of Object.values(this.pieces)) piece.draw(clock);
      const { index } = clock.state;
      const { part } = clock;
      if (this.#index !== index) {
        // The view opens with the part in its heading; later ones are told.
        if (this.#index >= 0) this.#say(part ? word("run-mode.now-part", { title: part.title }) : word("run-mode.ended"));
        this.#index = index;
        this.#told = -1;
        this.#dialog.scrollTop = 0;
      }
      if (this.#buttons.pause) setText(this.#buttons.pause, word(clock.paused ? "run-mode.go-on" : "run-mode.pause"));
      this.#dialog.toggleAttribute("data-ended", clock.ended);
      this.#tick();
      const { activeElement } = document;
      if (!this.#dialog.contains(activeElement) || activeElement?.closest("[hidden]")) this.#focusStage();
    }

    #tick() {
      const { clock } = this.session;
      if (!clock) return;
      this.pieces.stage.tick?.(clock);
      this.pieces.notes.tick?.(clock);
      const over = clock.left() < 0;
      if (over && clock.part && this.#told !== clock.state.index) this.#say(word("run-mode.time-is-up", { title: clock.part.title }));
      this.#told = over ? clock.state.index : -1;
    }

    /** @param {KeyboardEvent} event */
    #press(event) {
      event.stopPropagation();
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const { target } = event;
      const key = event.key.toLowerCase();
      const inField = target instanceof HTMLInputElement;
      if (key === "tab") this.#keepFocus(event);
      if (inField && (key.startsWith("arrow") || key === " ")) return;
      if (key === " " && target instanceof Element && target.closest("button, a")) return;
      const name = KEYS[key];
      // A field of digits would take an E, and be a number no longer.
      if (inField && key.length === 1 && !/\d/.test(key)) event.preventDefault();
      if (this.pieces.vote.key?.(key, event.shiftKey)) event.preventDefault();
      else if (name) {
        event.preventDefault();
        if (!event.repeat) this.#do(name);
      }
    }

    /** From the last control to the first, and back. @param {KeyboardEvent} event */
    #keepFocus(event) {
      const controls = [...this.#dialog.querySelectorAll("button, input, a[href], summary")].filter((each) => each.getClientRects().length);
      const first = controls[0];
      const last = controls[controls.length - 1];
      const { activeElement } = document;
      const outside = !this.#dialog.contains(activeElement) || activeElement === this.pieces.stage.element || activeElement === this.#dialog;
      const edge = event.shiftKey ? first : last;
      if (activeElement !== edge && !(outside && event.shiftKey)) return;
      event.preventDefault();
      const next = event.shiftKey ? last : first;
      if (next instanceof HTMLElement) next.focus();
    }

    /** @param {string} name */
    #do(name) {
      const act = this.session.act.bind(this.session);
      /** @type {Record<string, () => void>} */
      const commands = {
        next: () => act((clock) => clock.go(clock.beside(1))),
        previous: () => act((clock) => clock.go(clock.beside(-1))),
        pause: () => act((clock) => clock.pause()),
        more: () => this.#more(),
        cut: () => act((clock) => clock.cut(clock.spare())),
        shorten: () => act((clock) => clock.shorten()),
        reveal: () => this.#reveal(),
        notes: () => this.#toggle("notes"),
        parts: () => this.#toggle("parts"),
        keys: () => this.#toggle("keys"),
        window: () => this.#say(word(run.openNotesWindow() ? "run-mode.window-open" : "run-mode.window-blocked")),
        full: () => void fillScreen(!document.fullscreenElement),
        save: () => this.#say(run.saveTimings(this.session)),
        leave: () => this.#leave(),
      };
      commands[name]?.();
    }

    #more() {
      this.session.act((clock) => clock.more());
      this.#say(word("run-mode.more-given"));
    }

    #reveal() {
      const vote = this.session.clock?.state.vote;
      if (vote) this.session.act((clock) => clock.ask({ ...vote, revealed: !vote.revealed }));
    }

    /** @param {"notes" | "parts" | "keys"} name */
    #toggle(name) {
      if (this.kind === "notes" && name !== "keys") return;
      const { element } = this.pieces[name];
      element.hidden = !element.hidden;
      this.#buttons[name]?.setAttribute("aria-expanded", String(!element.hidden));
      if (element.hidden) this.#focusStage();
      else if (name === "parts") element.querySelector("button")?.focus();
      else element.scrollIntoView({ block: "nearest" });
    }

    /** Closes what lies open, and then the view. */
    #leave() {
      const { keys, parts } = this.pieces;
      if (!keys.element.hidden) this.#toggle("keys");
      else if (this.kind === "notes") window.close();
      else if (!parts.element.hidden) this.#toggle("parts");
      else this.close();
    }
  }

  /** @type {Partial<RunMode>} */
  const made = { fillScreen, makeView: (session, kind) => new View(session, kind) };
  Object.assign(run, made);
})();
