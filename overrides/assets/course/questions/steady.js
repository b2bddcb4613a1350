/* What is pressed stays below the hand: whatever comes and goes above it, and however often it is pressed. */
(() => {
  "use strict";

  /** Within these a click at the same place is the second of a double click. */
  const MILLISECONDS = 700;
  const PIXELS = 8;

  /** Makes a change that leaves an element where it is in the window. @type {Questions["holdStill"]} */
  function holdStill(element, change) {
    const before = element.getBoundingClientRect().top;
    change();
    window.scrollBy({ top: element.getBoundingClientRect().top - before, behavior: "instant" });
  }

  /** The second click of a double one on a button hits whatever has come into its place. @param {HTMLElement} host */
  function ignoreSecondClicks(host) {
    let last = { x: 0, y: 0, at: -Infinity };
    host.addEventListener("click", (event) => {
      // A key, or a script, hits what it means.
      if (!event.detail) return;
      const { clientX: x, clientY: y, timeStamp: at, target } = event;
      if (at - last.at < MILLISECONDS && Math.hypot(x - last.x, y - last.y) < PIXELS) {
        event.preventDefault();
        event.stopImmediatePropagation();
      } else if (target instanceof Element && target.closest(".cw-button")) last = { x, y, at };
    }, true);
  }

  Object.assign(window.coursewright.questions, { holdStill, ignoreSecondClicks });
})();
