/*
 * <build-problems data-src="course-problems.json">: the mistakes of the last build, shown to the author on the page.
 * Only under `mkdocs serve`; a published course does not load this file.
 */
(() => {
  "use strict";

  const { word, make, button } = window.coursewright.tools;
  const TITLE = "cw-problems-title";

  /** @typedef {Record<string, unknown>} Problem */

  /** @param {unknown} value */
  const textOf = (value) => String(value ?? "");

  /** @param {Problem} problem */
  function makeItem({ file, line, column, code, expected, found, message, remedy, excerpt }) {
    const place = [file, line, column].map(textOf).filter(Boolean).join(":");
    const where = make("p", {}, make("code", { class: "cw-problem-place" }, place));
    if (code) where.append(" ", make("code", { class: "cw-problem-code" }, textOf(code)));
    const said = word("problems.said", { expected: textOf(expected), found: textOf(found) });
    const item = make("li", {}, ...(place ? [where] : []));
    item.append(make("p", { class: "cw-problem-text" }, message ? textOf(message) : said));
    if (remedy) item.append(make("p", { class: "cw-problem-remedy" }, textOf(remedy)));
    if (excerpt) item.append(make("pre", { class: "cw-problem-excerpt" }, textOf(excerpt)));
    return item;
  }

  class BuildProblems extends HTMLElement {
    async connectedCallback() {
      try {
        const answer = await fetch(this.dataset.src ?? "", { cache: "no-store" });
        const problems = await answer.json();
        if (!Array.isArray(problems) || !problems.length) return;
        this.#show(problems);
      } catch {
        // No list, no mistakes to show.
      }
    }

    /** @param {Problem[]} problems */
    #show(problems) {
      const title = make("p", { class: "cw-problems-title", id: TITLE, role: "status" });
      const scrolling = { class: "cw-problems-list", tabindex: "0", "aria-labelledby": TITLE };
      const list = make("ul", scrolling, ...problems.map(makeItem));
      /** @type {HTMLElement | null} */
      let before = null;
      const dismiss = button("dismiss", "problems.dismiss", () => {
        this.replaceChildren();
        before?.focus();
      });
      const panel = make("section", { class: "cw-problems", "aria-labelledby": TITLE }, title, dismiss, list);
      panel.addEventListener("focusin", ({ relatedTarget }) => {
        if (relatedTarget instanceof HTMLElement && !panel.contains(relatedTarget)) before = relatedTarget;
      });
      this.replaceChildren(panel);
      const n = problems.filter(({ code }) => code).length;
      title.textContent = word(n > 1 ? "problems.several" : n ? "problems.one" : "problems.stopped", { n });
    }
  }

  customElements.define("build-problems", BuildProblems);
})();
