/* Questions to take again: they open blank, one by one from a list, or all of the course from lesson to lesson. */
(() => {
  "use strict";

  const store = window.coursewright.store;

  /** What was answered stays in the results, and the question opens as if it had not been. @param {AskedQuestion} question */
  function openBlank({ lesson, name, kind, hash }) {
    const path = `${lesson.id}/question/${name}`;
    if (kind === "scenario") store.set(path, { ...store.record(path), choice: [] });
    else store.set(`${lesson.id}/draft/${name}`, { hash, values: [] });
  }

  /** @param {AskedQuestion[]} missed */
  function beginPractice(missed) {
    missed.forEach(openBlank);
    const lessons = [...new Set(missed.map(({ lesson }) => lesson))].map(({ id, title, url }) => ({
      lesson: id,
      title,
      url: new URL(url, document.baseURI).href,
      questions: missed.filter(({ lesson }) => lesson.id === id).map(({ name }) => name),
    }));
    store.set("my-progress/practice", { back: location.href.split("#", 1).join(), lessons });
  }

  window.coursewright.practice = { openBlank, beginPractice };
})();
