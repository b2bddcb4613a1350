/* A word or a number to type. */
(() => {
  "use strict";

  const { need, fillIn, makeNotes, gradeWhole, isNear, isSpelled } = window.coursewright.questions;

  /** @type {TaskMaker} */
  function typed(host, rows) {
    const fits = host.dataset.kind === "number" ? isNear : isSpelled;
    const item = need(host, "p", ".cw-text");
    const control = need(item, "input");
    const at = makeNotes(item);
    return fillIn("question.fill-text", [{ item, at, control }], (value) => {
      const row = rows.find((some) => !some.dataset.any && fits(value, some)) ?? rows.find(({ dataset }) => dataset.any);
      return { row, right: row?.dataset.right === "true" };
    }, gradeWhole, [at]);
  }

  Object.assign(window.coursewright.questions.types, { text: typed, number: typed });
})();
