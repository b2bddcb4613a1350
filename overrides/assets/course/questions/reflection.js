/* A question without a right answer: words of one's own, to compare with a model answer. */
(() => {
  "use strict";

  const { word } = window.coursewright.tools;
  const { all, need } = window.coursewright.questions;

  /** @type {TaskMaker} */
  function reflection(host) {
    const text = need(host, "textarea");
    const rubric = need(host, "fieldset", ".cw-rubric");
    const criteria = all(rubric, "input");
    return {
      nothing: "question.write-answer",
      check: "question.compare",
      plain: true,
      keeps: true,
      own: true,
      model: [need(host, "div", ".cw-model-answer"), rubric],
      start: () => text,
      values: () => [text.value, ...criteria.filter(({ checked }) => checked).map(({ value }) => value)],
      empty: ([written = ""]) => !written.trim(),
      fill([written = "", ...met]) {
        text.value = written;
        for (const criterion of criteria) criterion.checked = met.includes(criterion.value);
      },
      grade: () => ({ result: "answered", marks: [], status: word("question.status-answered") }),
    };
  }

  Object.assign(window.coursewright.questions.types, { reflection });
})();
