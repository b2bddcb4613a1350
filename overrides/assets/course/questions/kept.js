/* What is kept of a question: its result, and beside it what is given and not yet checked, so that neither is lost to the other. */
(() => {
  "use strict";

  const { store } = window.coursewright;
  const { pathOf } = window.coursewright.questions;

  /** Words of the learner's own stay, whatever was asked when they were written. @type {Questions["keptOf"]} */
  function keptOf(question, task) {
    const path = pathOf(question);
    const kept = store.answer(path, question);
    if (kept || !task.own) return kept;
    const old = /** @type {Partial<Kept> | null | undefined} */ (store.get(path));
    const words = Array.isArray(old?.choice) ? old.choice[0] : undefined;
    if (typeof words !== "string") return null;
    store.set(path, { tries: 0, hash: question.hash, choice: [words] });
    return store.answer(path, question);
  }

  /** @type {Questions["draftOf"]} */
  function draftOf(question) {
    const { hash, values } = store.record(pathOf(question, "draft"));
    return hash === question.hash && Array.isArray(values) ? values.map(String) : null;
  }

  /** @type {Questions["keepDraft"]} */
  function keepDraft(question, task, answered) {
    const path = pathOf(question, "draft");
    const values = task.values();
    const blank = task.empty ? task.empty(values) : !values.some((value) => value.trim());
    // Blank again after a Check: the question stays open.
    if (blank && !answered) store.remove(path);
    else store.set(path, { hash: question.hash, values: blank ? [] : values });
  }

  /** @type {Questions["isEmpty"]} */
  function isEmpty(task) {
    const values = task.values();
    return task.empty ? task.empty(values) : !values.length || values.some((value) => !value.trim());
  }

  Object.assign(window.coursewright.questions, { keptOf, draftOf, keepDraft, isEmpty });
})();
