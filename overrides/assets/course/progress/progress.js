/*
 * How far the learner has come: <lesson-done> marks a lesson as done, [data-lesson-status] shows it wherever a lesson is
 * listed or drawn, and <course-progress> counts.
 */
(() => {
  "use strict";

  const { word, make, button, now } = window.coursewright.tools;
  const { store, places } = window.coursewright;

  /** @param {string} lesson */
  const pathOf = (lesson) => `${lesson}/progress/done`;

  /** @param {string} lesson */
  const isDone = (lesson) => Boolean(store.get(pathOf(lesson)));

  /** @param {Element} element */
  const lessonOf = (element) => element.getAttribute("data-lesson-status") ?? "";

  const marked = () => [...document.querySelectorAll("[data-lesson-status]")];

  /** @param {Element} element */
  function showStatus(element) {
    const done = isDone(lessonOf(element));
    if (element instanceof SVGElement) {
      element.classList.toggle("is-done", done);
      return;
    }
    const mark = element.querySelector(":scope > .cw-done");
    element.toggleAttribute("data-done", done);
    if (!done) mark?.remove();
    else if (!mark) {
      const tick = make("span", { "aria-hidden": "true" }, "✓");
      const words = make("span", { class: "cw-hidden" }, ` ${word("progress.done")}`);
      element.append(make("span", { class: "cw-done" }, tick, words));
    }
  }

  class LessonDone extends HTMLElement {
    /** @type {HTMLButtonElement | null} */
    #button = null;

    connectedCallback() {
      this.#button = button("done", "progress.mark-done", () => this.#toggle());
      this.#button.prepend(make("span", { class: "cw-tick", "aria-hidden": "true" }));
      this.replaceChildren(this.#button);
      if (!store.persistent) this.append(make("p", { class: "cw-note" }, word("progress.not-kept")));
      this.show();
    }

    show() {
      this.#button?.setAttribute("aria-pressed", String(isDone(this.dataset.lesson ?? "")));
    }

    #toggle() {
      const lesson = this.dataset.lesson ?? "";
      if (isDone(lesson)) store.remove(pathOf(lesson));
      else store.set(pathOf(lesson), { on: now().slice(0, 10) });
    }
  }

  class CourseProgress extends HTMLElement {
    #count = make("span", {});
    #bar = make("progress", {});

    connectedCallback() {
      this.replaceChildren(make("label", { class: "cw-progress" }, this.#count, " ", this.#bar));
      this.show();
    }

    show() {
      const listed = this.dataset.lessons?.split(/\s+/).filter(Boolean);
      const lessons = [...new Set(listed ?? marked().map(lessonOf))];
      const done = lessons.filter(isDone).length;
      this.hidden = !lessons.length;
      this.#count.textContent = word("progress.count", { done, all: lessons.length });
      this.#bar.max = Math.max(lessons.length, 1);
      this.#bar.value = done;
    }
  }

  function refresh() {
    store.adopt();
    marked().forEach(showStatus);
    places.pointAll();
    for (const element of document.querySelectorAll("lesson-done, course-progress")) {
      /** @type {LessonDone | CourseProgress} */ (element).show();
    }
  }

  customElements.define("lesson-done", LessonDone);
  customElements.define("course-progress", CourseProgress);

  refresh();
  window.document$?.subscribe(refresh);
  document.addEventListener("course-store", ({ detail }) => {
    if (!detail || /\/progress\/done$|\/assessment\//.test(detail)) refresh();
  });
  // A page that comes back from the browser's cache.
  window.addEventListener("pageshow", ({ persisted }) => persisted && refresh());
})();
