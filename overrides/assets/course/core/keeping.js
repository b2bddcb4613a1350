/*
 * What the browser does not keep: it is said where it was written, a file is offered there to keep it in, and who leaves
 * without that file is warned.
 */
(() => {
  "use strict";

  const { word, make, button, saveFile, now } = window.coursewright.tools;
  const { store, name: course } = window.coursewright;
  /** Of the file. */
  const version = 1;

  /** @param {BeforeUnloadEvent} event */
  const warn = (event) => event.preventDefault();

  function saveAll() {
    const date = now();
    const entries = Object.fromEntries(store.keys().map((path) => [path, store.get(path)]));
    const file = `${course}-${date.slice(0, 10)}.json`;
    saveFile(file, "application/json", JSON.stringify({ version, course, date, entries }, null, 2));
    window.removeEventListener("beforeunload", warn);
    return { file, n: Object.keys(entries).length };
  }

  const reason = make("p", {});
  const save = button("save", "keep.save", () => reason.replaceChildren(word("mine.exported", saveAll())));
  /** There is one on the page, below what was written last. */
  const note = make("div", { class: "cw-refused", role: "alert" }, reason, save);

  /** @param {Element} place */
  function tellAt(place) {
    if (!store.unkept) {
      note.remove();
      return;
    }
    const text = word(`keep.${store.trouble}`);
    if (reason.textContent !== text) reason.replaceChildren(text);
    if (place.nextElementSibling !== note) place.after(note);
  }

  document.addEventListener("course-store", () => {
    // A browser keeps pages that listen for this less readily at hand.
    if (store.unkept) window.addEventListener("beforeunload", warn);
    else window.removeEventListener("beforeunload", warn);
  });

  window.coursewright.keeping = { version, saveAll, tellAt };
})();
