/* One right answer, several, or true and false. */
(() => {
  "use strict";

  const { word } = window.coursewright.tools;
  const { all, need, feedbackOf, gradeWhole, yours } = window.coursewright.questions;

  /** @type {TaskMaker} */
  function choice(host, rows) {
    const several = host.dataset.kind === "several";
    const answers = all(host, "li", ".cw-answer").map((item) => {
      const control = need(item, "input");
      const row = rows.find(({ dataset }) => dataset.answer === control.value);
      return { item, control, feedback: feedbackOf(row), right: row?.dataset.right === "true" };
    });
    const chosen = () => answers.filter(({ control }) => control.checked);
    return {
      nothing: several ? "question.choose-several" : "question.choose-one",
      amend: several,
      start: () => chosen()[0]?.control ?? need(host, "input"),
      values: () => chosen().map(({ control }) => control.value),
      fill(values) {
        for (const { control } of answers) control.checked = values.includes(control.value);
      },
      grade(shown) {
        const marks = (shown ? answers : chosen()).map((answer) => {
          const mine = answer.control.checked;
          // What is neither chosen nor right gets its note, and no verdict.
          const verdict = mine ? yours(answer.right) : answer.right ? "question.right" : "";
          return { ...answer, chosen: mine, verdict };
        });
        const n = chosen().filter(({ right }) => right).length;
        const m = answers.filter(({ right }) => right).length;
        const wrong = chosen().length - n;
        if (!several) return gradeWhole(marks);
        const key = wrong ? "some-wrong" : n < m ? "some-missing" : "all-right";
        const result = wrong || n < m ? "wrong" : "right";
        return { result, marks, status: word(`question.status-${key}`, { n, m, wrong }) };
      },
    };
  }

  Object.assign(window.coursewright.questions.types, { one: choice, several: choice, "true-false": choice });
})();
