/* A text with gaps to fill. */
(() => {
  "use strict";

  const { all, need, fillIn, makeNotes, gradeParts, isSpelled } = window.coursewright.questions;

  /** @type {TaskMaker} */
  function gaps(host, rows) {
    const text = need(host, "p", ".cw-gaps");
    need(text, "input");
    const at = makeNotes(text);
    const fields = all(text, "input").map((control) => {
      return { item: control, at, control, of: control.getAttribute("aria-label") ?? "" };
    });
    return fillIn("question.fill-gaps", fields, (value, place) => {
      const row = rows[place];
      return { row, right: Boolean(row && isSpelled(value, row)) };
    }, gradeParts, [at]);
  }

  Object.assign(window.coursewright.questions.types, { gaps });
})();
