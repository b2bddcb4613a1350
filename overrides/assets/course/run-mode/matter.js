/* What a run shows of a page: copies of its elements, and what there is to sort, order or fill in, taken from a key. */
(() => {
  "use strict";

  const { make } = window.coursewright.tools;

  /** A copy without what belongs to one place of the page alone. @param {Element} element */
  function copyOf(element) {
    const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
    for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.removeAttribute("id");
    copy.querySelectorAll(".headerlink, [data-lesson-status]").forEach((part) => part.remove());
    for (const link of copy.querySelectorAll("a")) {
      link.target = "_blank";
      link.rel = "noopener";
    }
    return copy;
  }

  /** Leaves what is right as it is, for those who listen to the page or select in it. @param {Element} element @param {string} text */
  function setText(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  /** @param {string} tag @param {string} name @param {(Node | string)[][]} items */
  const listOf = (tag, name, items) => {
    return make(tag === "ol" ? "ol" : "ul", { class: name }, ...items.map((item) => make("li", {}, ...item)));
  };

  /** What is inside an element, without its tag. @param {Element | null | undefined} element @returns {(Node | string)[]} */
  const inside = (element) => (element ? [...copyOf(element).childNodes] : []);

  /** Different texts of elements: the first with each. @param {Element[]} elements */
  function different(elements) {
    const texts = elements.map(({ textContent }) => textContent?.trim() ?? "");
    return elements.filter((_, place) => texts.indexOf(texts[place] ?? "") === place);
  }

  /** Elements by an attribute that says nothing of what is right; never as they were. @param {Element[]} elements @param {string} attribute */
  function mixed(elements, attribute) {
    /** @param {Element} element */
    const rank = (element) => element.getAttribute(attribute) ?? "";
    const sorted = [...elements].sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
    const same = sorted.length > 1 && sorted.every((each, place) => each === elements[place]);
    return same ? [...sorted.slice(1), ...sorted.slice(0, 1)] : sorted;
  }

  /** What there is to sort, order or fill in, taken from the key. @type {Record<string, (key: Element) => HTMLElement[]>} */
  const MATTER = {
    matching(key) {
      const rows = [...key.querySelectorAll("[data-pair]")];
      const places = [...rows].sort((one, other) => ((one.getAttribute("data-choice") ?? "") < (other.getAttribute("data-choice") ?? "") ? -1 : 1));
      const answers = places.flatMap((row) => [...row.querySelectorAll(".cw-key-answer")]);
      const left = listOf("ol", "cw-live-things", rows.map((row) => inside(row.querySelector("p > span"))));
      return [left, listOf("ol", "cw-live-letters", different(answers).map(inside))];
    },
    ordering(key) {
      const steps = mixed([...key.querySelectorAll("[data-step]")], "data-step");
      return [listOf("ol", "cw-live-letters", steps.map((step) => inside(step.querySelector(".cw-key-answer"))))];
    },
    gaps(key) {
      const words = different([...key.querySelectorAll("[data-gap] .cw-spelling:first-child")]);
      const sorted = words.sort((one, other) => (one.textContent ?? "").localeCompare(other.textContent ?? ""));
      // One word alone is the answer.
      return sorted.length > 1 ? [listOf("ul", "cw-live-words", sorted.map(inside))] : [];
    },
  };

  /** @param {HTMLElement} question */
  function makeMatter(question) {
    const key = question.querySelector(".cw-slot-key .cw-key");
    const lists = key ? MATTER[question.dataset.kind ?? ""]?.(key) ?? [] : [];
    return make("div", { class: "cw-live-matter" }, ...lists);
  }

  /** @type {Partial<RunMode>} */
  const made = { copyOf, setText, makeMatter };
  Object.assign(window.coursewright.run, made);
})();
