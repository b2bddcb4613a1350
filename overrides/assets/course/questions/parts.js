/* What the scripts of questions share: finding what stands on the page, judging what is given. */
(() => {
  "use strict";

  const { word, make } = window.coursewright.tools;

  /** @type {All} */
  const all = (from, tag, rest = "") => [...from.querySelectorAll(/** @type {typeof tag} */ (tag + rest))];

  /** What a question cannot do without. @type {Need} */
  function need(from, tag, rest) {
    const [found] = all(from, tag, rest);
    if (!found) throw new Error(`no ${tag}`);
    return found;
  }

  /** @param {Element | undefined} row @returns {HTMLElement | null} */
  const feedbackOf = (row) => row?.querySelector(".cw-feedback") ?? null;

  /** @param {Element} element */
  const textOf = (element) => element.textContent?.trim() ?? "";

  /** @type {Grader} */
  function gradeWhole(marks) {
    const result = marks.every(({ right }) => right) ? "right" : "wrong";
    return { result, marks, status: word(`question.status-${result}`) };
  }

  /** What is right needs no feedback here. @type {Grader} */
  function gradeParts(parts) {
    const marks = parts.map((mark) => (mark.right ? { ...mark, feedback: null } : mark));
    const { result } = gradeWhole(marks);
    const n = marks.filter(({ right }) => right).length;
    return { result, marks, status: word(`question.status-parts-${result}`, { n, m: marks.length }) };
  }

  /** @param {boolean} right */
  const yours = (right) => `question.yours-${right ? "right" : "wrong"}`;

  /** @type {FillIn} */
  const fillIn = (nothing, fields, judge, grade, made) => ({
    nothing,
    amend: true,
    made,
    start: () => /** @type {Field} */ (fields[0]).control,
    values: () => fields.map(({ control }) => control.value),
    fill: (values) => fields.forEach(({ control }, place) => (control.value = values[place] ?? "")),
    grade: () => grade(fields.map((field, place) => {
      const { right, row } = judge(field.control.value, place);
      return { ...field, right, verdict: yours(right), feedback: feedbackOf(row) };
    })),
  });

  /** A place for words after what is filled in. @param {Element} element */
  function makeNotes(element) {
    const notes = make("div", { class: "cw-notes" });
    element.after(notes);
    return notes;
  }

  /** @param {DOMStringMap} question @param {"question" | "draft"} [kind] */
  const pathOf = ({ lesson, question }, kind = "question") => `${lesson}/${kind}/${question}`;

  window.coursewright.questions = /** @type {Questions} */ (/** @type {Partial<Questions>} */ ({
    types: {}, all, need, feedbackOf, textOf, gradeWhole, gradeParts, yours, fillIn, makeNotes, pathOf,
  }));
})();
