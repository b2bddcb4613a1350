/*
 * <missed-questions>: the questions of a page that went wrong, alone and open again. Whoever practises what went wrong in
 * all of the course (the page My progress begins it) is led from here to the next lesson.
 */
(() => {
  "use strict";

  const { word, make, button, isRecord } = window.coursewright.tools;
  const { pathOf } = window.coursewright.questions;
  const store = window.coursewright.store;
  const PRACTICE = "#practice";

  /** The lessons to practise, as My progress has put them down. @returns {{ back: string, lessons: PracticeLesson[] }} */
  function readPractice() {
    const { back, lessons } = store.record("my-progress/practice");
    const whole = Array.isArray(lessons) && lessons.every((each) => isRecord(each) && Array.isArray(each.questions));
    return { back: String(back), lessons: whole ? lessons : [] };
  }

  class MissedQuestions extends HTMLElement {
    #button = button("missed", "missed.only", () => this.#toggle());
    #told = make("p", { class: "cw-practice" });
    #next = make("a", { class: "cw-start" });

    connectedCallback() {
      this.replaceChildren(make("p", { class: "cw-buttons" }, this.#next, this.#button));
      this.#next.hidden = true;
      document.addEventListener("course-store", this.#show);
      this.#show();
      if (location.hash === PRACTICE) this.#practise();
    }

    disconnectedCallback() {
      document.removeEventListener("course-store", this.#show);
      this.#told.remove();
    }

    get #page() {
      return this.closest("article") ?? document.body;
    }

    get #questions() {
      return /** @type {SelfCheckElement[]} */ ([...this.#page.querySelectorAll("self-check")]);
    }

    get #missed() {
      return this.#questions.filter(({ dataset }) => store.answer(pathOf(dataset), dataset)?.latest === "wrong");
    }

    #show = () => {
      const n = this.#missed.length;
      const alone = this.#page.hasAttribute("data-missed-only");
      this.hidden = !n && !alone;
      const text = alone ? word("missed.all") : word("missed.only", { n });
      if (this.#button.textContent !== text) this.#button.textContent = text;
    };

    /** Shows these questions alone, or all of the page. @param {SelfCheckElement[]} questions */
    #single(questions) {
      for (const question of this.#questions) question.toggleAttribute("data-missed", questions.includes(question));
      this.#page.toggleAttribute("data-missed-only", questions.length > 0);
      this.#show();
    }

    #toggle() {
      const missed = this.#page.hasAttribute("data-missed-only") ? [] : this.#missed;
      for (const question of missed) question.retake();
      this.#single(missed);
      this.#next.hidden = true;
      this.#told.remove();
      if (location.hash === PRACTICE) history.replaceState(null, "", location.pathname + location.search);
      const controls = missed[0]?.querySelectorAll("question-answers :is(input, select, textarea, button)") ?? [];
      const first = [...controls].find((control) => control.checkVisibility());
      /** @type {HTMLElement | undefined} */ (first)?.focus();
    }

    #practise() {
      const { back, lessons } = readPractice();
      const at = lessons.findIndex(({ lesson }) => lesson === this.dataset.lesson);
      const names = lessons[at]?.questions ?? [];
      const wanted = this.#questions.filter(({ dataset }) => !dataset.review && names.includes(dataset.question ?? ""));
      if (!wanted.length) return;
      this.#single(wanted);
      const next = lessons[at + 1];
      this.#told.textContent = word("missed.practice", { n: at + 1, m: lessons.length });
      this.#page.querySelector("h1")?.after(this.#told);
      this.#next.textContent = next ? word("missed.next", { title: next.title }) : word("missed.back");
      this.#next.href = next ? next.url + PRACTICE : back;
      this.#next.hidden = false;
    }
  }

  customElements.define("missed-questions", MissedQuestions);
})();
