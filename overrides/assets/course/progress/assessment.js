/*
 * <self-assessment>: what a learner says that she can do, before the course and after it. Kept per lesson, so that a
 * renamed lesson takes its marks along; before the course it recommends where to begin, afterwards it shows what has changed.
 */
(() => {
  "use strict";

  const { word, count, make } = window.coursewright.tools;
  const store = window.coursewright.store;
  const LEVELS = ["not-yet", "with-help", "alone", "proven"];
  /** The level from which a lesson may be skimmed: on one's own. */
  const ENOUGH = 2;

  /** Where the store keeps which way through the course a learner has chosen. */
  const WAY = "course/assessment/path";

  /** @param {string} lesson @param {string} time @returns {number | null} */
  function markOf(lesson, time) {
    const level = store.get(`${lesson}/assessment/${time}`);
    return typeof level === "number" && Number.isInteger(level) && level in LEVELS ? level : null;
  }

  class SelfAssessment extends HTMLElement {
    #result = make("section", { class: "cw-assess-result", "aria-labelledby": "assess-result" });
    #told = make("div", {});
    /** One line below what was marked last; it lies over nothing. */
    #line = make("p", { class: "cw-assess-line" });
    #status = make("p", { class: "cw-hidden", role: "status" });
    #listening = new AbortController();

    connectedCallback() {
      if (this.#result.isConnected) return;
      const { signal } = (this.#listening = new AbortController());
      this.#takeWay();
      for (const saying of this.#sayings()) this.#takeUp(saying);
      const title = make("h2", { id: "assess-result" }, word("assess.result"));
      const kept = make("p", { class: "cw-assess-kept" }, word(store.persistent ? "assess.mine" : "assess.not-kept"));
      this.#result.append(title, this.#told, kept);
      this.append(this.#status, this.#result);
      this.addEventListener("change", ({ target }) => {
        if (target === this.#ways) store.set(WAY, this.#ways?.value ?? "");
        else this.#change(/** @type {HTMLInputElement} */ (target));
      }, { signal });
      document.addEventListener("course-store", ({ detail }) => (!detail || detail.includes("/assessment/")) && this.#refresh(), { signal });
      this.#tell();
    }

    disconnectedCallback() {
      this.#listening.abort();
    }

    get #time() {
      return this.dataset.time === "last" ? "last" : "first";
    }

    /** The sentences of the way that the learner has chosen. */
    #sayings() {
      return /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".cw-saying:not([hidden])")]);
    }

    /** @returns {HTMLSelectElement | null} */
    get #ways() {
      return this.querySelector(".cw-saying-path select");
    }

    /** Leaves the sentences of lessons that the chosen way has. */
    #takeWay() {
      const ways = this.#ways;
      if (!ways) return;
      const kept = store.get(WAY);
      const known = [...ways.options].some(({ value }) => value === kept);
      ways.value = known ? String(kept) : "";
      ways.closest("p")?.removeAttribute("hidden");
      /** @type {Element | null} */
      let heading = null;
      for (const element of this.querySelectorAll("h2:not(.cw-assess-result h2), .cw-saying")) {
        if (element.matches("h2")) heading = element;
        const away = Boolean(ways.value) && !element.getAttribute("data-paths")?.split(" ").includes(ways.value);
        element.toggleAttribute("hidden", away);
        if (!away) heading?.removeAttribute("hidden");
      }
    }

    /** What was marked while the script was still on its way counts. @param {HTMLElement} saying */
    #takeUp(saying) {
      const early = saying.querySelector("input:checked");
      const lesson = saying.dataset.lesson ?? "";
      if (early instanceof HTMLInputElement && markOf(lesson, this.#time) === null) this.#mark(early);
      this.#restore(saying);
    }

    /** @param {HTMLElement} saying */
    #restore(saying) {
      const { lesson = "" } = saying.dataset;
      const level = markOf(lesson, this.#time);
      for (const input of saying.querySelectorAll("input")) input.checked = Number(input.value) === level;
      if (this.#time === "last") this.#showThen(saying, lesson);
    }

    /** What was marked at the start, once the learner has marked what is true today. @param {HTMLElement} saying @param {string} lesson */
    #showThen(saying, lesson) {
      const then = markOf(lesson, "first");
      const told = saying.querySelector(".cw-saying-then") ?? make("p", { class: "cw-saying-then" });
      const text = then === null ? word("assess.no-then") : word("assess.then", { level: word(`assess.level-${LEVELS[then]}`) });
      const now = markOf(lesson, "last");
      told.replaceChildren(text);
      told.toggleAttribute("hidden", now === null);
      told.toggleAttribute("data-up", now !== null && then !== null && now > then);
      if (!told.isConnected) saying.append(told);
    }

    #refresh() {
      this.#takeWay();
      for (const saying of this.#sayings()) this.#restore(saying);
      this.#tell();
    }

    /** @param {HTMLInputElement} input */
    #mark(input) {
      const lesson = input.closest(".cw-saying")?.getAttribute("data-lesson");
      if (lesson) store.set(`${lesson}/assessment/${this.#time}`, Number(input.value));
    }

    /** @param {HTMLInputElement} input */
    #change(input) {
      this.#mark(input);
      const sayings = this.#sayings();
      const n = sayings.filter(({ dataset }) => markOf(dataset.lesson ?? "", this.#time) !== null).length;
      const marked = word("assess.marked", { n, m: sayings.length });
      const begin = this.#told.querySelector(".cw-assess-begin")?.textContent;
      this.#line.textContent = [marked, begin].filter(Boolean).join(" · ");
      this.#status.textContent = marked;
      input.closest(".cw-saying")?.append(this.#line);
    }

    /** @param {HTMLElement} saying */
    #link(saying) {
      return /** @type {HTMLAnchorElement | undefined} */ (saying.querySelector(".cw-saying-lesson a")?.cloneNode(true));
    }

    #tell() {
      const sayings = this.#sayings();
      const levels = new Map(sayings.map((saying) => [saying, markOf(saying.dataset.lesson ?? "", this.#time)]));
      const marked = sayings.filter((saying) => levels.get(saying) !== null);
      const open = marked.filter((saying) => (levels.get(saying) ?? 0) < ENOUGH);
      const rest = sayings.length - marked.length;
      this.#result.hidden = !marked.length;
      const told = this.#time === "first" ? this.#recommend(open, sayings.length, rest) : this.#compare(open, marked, rest);
      if (rest) told.push(make("p", {}, count("assess.unmarked", rest)));
      this.#told.replaceChildren(...told);
    }

    /** @param {HTMLElement[]} open @param {number} all @param {number} rest @returns {HTMLElement[]} */
    #recommend(open, all, rest) {
      const [first] = open;
      if (!first) return rest ? [] : [make("p", {}, word("assess.all"))];
      const link = this.#link(first);
      const begin = make("p", { class: "cw-assess-begin" });
      const [before = "", after = ""] = word("assess.begin").split("{title}");
      begin.append(before, link ?? "", after);
      const way = this.#ways?.selectedOptions[0];
      if (way?.value) {
        const [start = "", end = ""] = word("assess.path-is").split("{title}");
        begin.append(make("span", { class: "cw-assess-way" }, start, make("a", { href: way.dataset.url ?? "" }, way.text), end));
      }
      if (open.length === all) return [begin, make("p", {}, word("assess.new"))];
      const counted = make("p", {}, count("assess.begin-count", open.length, { m: all }));
      return [begin, counted, make("p", {}, word("assess.skim"))];
    }

    /** @param {HTMLElement[]} open @param {HTMLElement[]} marked @param {number} rest @returns {HTMLElement[]} */
    #compare(open, marked, rest) {
      const up = marked.filter(({ dataset: { lesson = "" } }) => {
        const then = markOf(lesson, "first");
        return then !== null && (markOf(lesson, "last") ?? 0) > then;
      });
      /** @type {HTMLElement[]} */
      const told = [make("p", { class: "cw-assess-begin" }, count("assess.up", up.length))];
      if (open.length) {
        const items = open.map((saying) => make("li", {}, this.#link(saying) ?? ""));
        told.push(make("p", {}, word("assess.open")), make("ul", {}, ...items));
      } else if (!rest) {
        told.push(make("p", {}, word("assess.all")));
      }
      return told;
    }
  }

  customElements.define("self-assessment", SelfAssessment);
})();
