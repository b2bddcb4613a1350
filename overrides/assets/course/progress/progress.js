/*
 * How far the learner has come: <lesson-done> marks a lesson as done, [data-lesson-status] shows it wherever a lesson is
 * listed or drawn, <course-progress> counts, and a[data-continue] leads to the first lesson that is not done.
 */
(() => {
  "use strict";

  const { word, make, button, now } = window.coursewright.tools;
  const store = window.coursewright.store;

  /** @param {string} lesson */
  const pathOf = (lesson) => `${lesson}/progress/done`;

  /** @param {string} lesson */
  const isDone = (lesson) => Boolean(store.get(pathOf(lesson)));

  /** What the learner can do on her own, as she said before the course. @param {string} lesson */
  const isMastered = (lesson) => Number(store.get(`${lesson}/assessment/first`)) >= 2;

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

  /** The link to a lesson that is marked: the element itself, in it or around it. @param {Element} element */
  function linkOf(element) {
    return /** @type {HTMLAnchorElement | SVGAElement | null} */ (
      element.closest("a[href]") ?? element.querySelector("a[href]")
    );
  }

  /** @param {Element} link */
  function titleOf(link) {
    const copy = /** @type {Element} */ (link.cloneNode(true));
    for (const mark of copy.querySelectorAll(".cw-done")) mark.remove();
    return copy.textContent?.replace(/\s+/g, " ").trim() ?? "";
  }

  /** @param {HTMLAnchorElement} anchor */
  function pointOn(anchor) {
    const { dataset } = anchor;
    // As written, for when nothing or everything is done.
    dataset.href ??= anchor.getAttribute("href") ?? "";
    dataset.text ??= anchor.textContent ?? "";
    const lessons = marked().filter(linkOf);
    const left = lessons.filter((element) => !isDone(lessonOf(element)));
    const next = left.find((element) => !isMastered(lessonOf(element))) ?? left[0];
    const link = next && linkOf(next);
    const started = link && lessons.some((element) => isDone(lessonOf(element)));
    anchor.setAttribute("href", link?.getAttribute("href") ?? dataset.href);
    if (anchor.childElementCount) return;
    anchor.textContent = started ? word("progress.continue", { title: titleOf(link) }) : dataset.text;
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
    document.querySelectorAll("a[data-continue]").forEach((anchor) => pointOn(/** @type {HTMLAnchorElement} */ (anchor)));
    for (const element of document.querySelectorAll("lesson-done, course-progress")) {
      /** @type {LessonDone | CourseProgress} */ (element).show();
    }
  }

  customElements.define("lesson-done", LessonDone);
  customElements.define("course-progress", CourseProgress);

  refresh();
  window.document$?.subscribe(refresh);
  document.addEventListener("course-store", ({ detail }) => {
    if (!detail || detail.endsWith("/progress/done")) refresh();
  });
  // A page that comes back from the browser's cache.
  window.addEventListener("pageshow", ({ persisted }) => persisted && refresh());
})();
