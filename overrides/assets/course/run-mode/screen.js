/* The screen of a run: kept awake, scrolled by its columns and never as a page, its focus kept inside, its one line of news. */
(() => {
  "use strict";

  const { make, word } = window.coursewright.tools;
  const run = window.coursewright.run;
  const NEWS = 8000;

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

  /** What scrolls an element: its column, or in a small window the whole view. @param {Element} element */
  function scrollerOf(element) {
    const column = element.closest(".cw-live-main, .cw-live-side");
    return column && getComputedStyle(column).overflowY !== "visible" ? column : element.closest(".cw-live");
  }

  /** Scrolls until an element is seen, and as much of what follows, to the end of another, as there is room for. @param {Element} first @param {Element} [last] */
  function bring(first, last = first) {
    const scroller = scrollerOf(first);
    if (!scroller) return;
    const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(scroller);
    const frame = scroller.getBoundingClientRect();
    const above = first.getBoundingClientRect().top - frame.top - (Number.parseFloat(scrollPaddingTop) || 0);
    const below = last.getBoundingClientRect().bottom - frame.bottom + (Number.parseFloat(scrollPaddingBottom) || 0);
    scroller.scrollTop += Math.min(above, Math.max(below, 0));
  }

  /** The right answer, and to the end of the explanation. @param {Element} main */
  function bringAnswer(main) {
    const key = main.querySelector(".cw-live-key");
    const right = main.querySelector(".cw-live-options > [data-right]") ?? key;
    if (right) bring(right, key?.textContent?.trim() ? key : right);
  }

  /** The task as large as there is room for. @param {HTMLElement} main */
  function fitTask(main) {
    main.removeAttribute("data-full");
    main.toggleAttribute("data-full", main.scrollHeight > main.clientHeight);
  }

  /** @param {Element} column @param {1 | -1} step */
  function scrollPage(column, step) {
    const scroller = scrollerOf(column);
    scroller?.scrollBy({ top: step * 0.85 * scroller.clientHeight });
  }

  /** From the last control to the first, and back. @param {HTMLElement} dialog @param {KeyboardEvent} event */
  function keepFocus(dialog, event) {
    const controls = [...dialog.querySelectorAll("button, input, a[href], summary")].filter((each) => each.getClientRects().length);
    const first = controls[0];
    const last = controls[controls.length - 1];
    const { activeElement } = document;
    const outside = !dialog.contains(activeElement) || activeElement === dialog.querySelector(".cw-live-stage") || activeElement === dialog;
    const edge = event.shiftKey ? first : last;
    if (activeElement !== edge && !(outside && event.shiftKey)) return;
    event.preventDefault();
    const next = event.shiftKey ? last : first;
    if (next instanceof HTMLElement) next.focus();
  }

  /** The line of news: what has been done, for a while, and that the time is up, until something is done about it. @returns {RunStatus} */
  function makeStatus() {
    const element = make("p", { class: "cw-live-status", role: "status" });
    let until = 0;
    let timeUp = false;
    /** The part of which has been told that its time is over. */
    let told = -1;
    /** @param {RunSaid} said */
    const say = ({ text, quiet = false, stays = false }) => {
      element.replaceChildren(...(text ? [text] : []));
      element.classList.toggle("cw-hidden", quiet);
      until = stays ? Infinity : Date.now() + NEWS;
      timeUp = false;
    };
    /** @param {RunClock} clock */
    const tick = (clock) => {
      const { index } = clock.state;
      const over = clock.left() < 0;
      const pressing = over && clock.part !== undefined && !clock.paused;
      if (pressing && told !== index) {
        say({ text: word("run-mode.time-is-up", { title: clock.part.title }), stays: true });
        timeUp = true;
      } else if (element.firstChild && ((timeUp && !pressing) || Date.now() > until)) say({ text: "" });
      if (pressing || !over) told = over ? index : -1;
    };
    return { element, say, tick };
  }

  /** Fills the screen, with Escape for the view where the browser gives it away: held down, it still leaves the full screen. @param {boolean} on */
  async function fillScreen(on) {
    /** @type {Navigator & { keyboard?: { lock(keys: string[]): Promise<void>, unlock(): void } }} */
    const { keyboard } = navigator;
    try {
      if (on) {
        await document.documentElement.requestFullscreen?.();
        await keyboard?.lock(["Escape"]);
      } else if (document.fullscreenElement) {
        keyboard?.unlock();
        await document.exitFullscreen();
      }
    } catch {
      // A window does, too.
    }
  }

  /** @type {Partial<RunMode>} */
  const made = { fillScreen, stayAwake, bring, bringAnswer, fitTask, scrollPage, keepFocus, makeStatus };
  Object.assign(run, made);
})();
