/* Pairs to match. */
(() => {
  "use strict";

  const { all, need, fillIn, gradeParts } = window.coursewright.questions;

  /** @type {TaskMaker} */
  function matching(host, rows) {
    const fields = all(host, "li", ".cw-pair").map((item) => ({ item, control: need(item, "select") }));
    return fillIn("question.choose-pairs", fields, (value, place) => {
      const row = rows.find(({ dataset }) => fields[place]?.control.name.endsWith(`-${dataset.pair}`));
      return { row, right: value === row?.dataset.choice };
    }, gradeParts);
  }

  Object.assign(window.coursewright.questions.types, { matching });
})();
