/* <missed-questions>: the questions of a page that went wrong, alone. */
(() => {
  "use strict";

  const { word, button } = window.coursewright.tools;
  const { pathOf } = window.coursewright.questions;
  const store = window.coursewright.store;

  class MissedQuestions extends HTMLElement {
    #button = button("missed", "missed.only", () => this.#toggle());

    connectedCallback() {
      this.replaceChildren(this.#button);
      document.addEventListener("course-store", this.#show);
      this.#show();
    }

    disconnectedCallback() {
      document.removeEventListener("course-store", this.#show);
    }

    get #page() {
      return this.closest("article") ?? document.body;
    }

    get #missed() {
      /** @type {NodeListOf<HTMLElement>} */
      const questions = this.#page.querySelectorAll("self-check");
      return [...questions].filter(({ dataset }) => store.answer(pathOf(dataset), dataset)?.latest === "wrong");
    }

    #show = () => {
      const n = this.#missed.length;
      const alone = this.#page.hasAttribute("data-missed-only");
      this.hidden = !n && !alone;
      const text = alone ? word("missed.all") : word("missed.only", { n });
      if (this.#button.textContent !== text) this.#button.textContent = text;
    };

    #toggle() {
      const missed = this.#page.toggleAttribute("data-missed-only") ? this.#missed : [];
      for (const question of this.#page.querySelectorAll("[data-missed]")) question.removeAttribute("data-missed");
      for (const question of missed) {
        question.dataset.missed = "";
        question.tabIndex = -1;
      }
      this.#show();
      missed[0]?.focus();
    }
  }

  customElements.define("missed-questions", MissedQuestions);
})();
