/*
 * What stands around a Check: before it, how sure one is; after it, until the question is open again, words beside each
 * answer, with feedback and explanation moved from the key to where they are read.
 */
(() => {
  "use strict";

  const { word, make } = window.coursewright.tools;

  /** How sure the learner is, asked beforehand. @param {string} name */
  function makeSure(name) {
    const levels = ["not", "fairly", "certain"].map((value) => {
      const input = make("input", { type: "radio", name: `${name}-sure`, value });
      return make("label", {}, input, make("span", {}, word(`question.sure-${value}`)));
    });
    return make("fieldset", { class: "cw-sure" }, make("legend", {}, word("question.sure")), ...levels);
  }

  class Marks {
    /** @type {(() => void)[]} */
    #undo = [];

    /** @param {Mark} mark @param {string} id @param {boolean} alone  the status has told its verdict, then */
    item({ item, at, control, of, verdict, right, chosen, feedback }, id, alone) {
      const state = verdict ? (right ? "right" : "wrong") : "";
      const words = make("p", { class: "cw-verdict-line" }, make("strong", { class: "cw-verdict" }, word(verdict)));
      if (of) words.prepend(make("span", { class: "cw-result-of" }, of), " ");
      const box = make("div", state ? { class: "cw-result", "data-state": state } : { class: "cw-result" });
      if (state) box.append(words);
      (at ?? item).append(box);
      if (feedback) this.borrow(feedback, box);
      if (state) item.dataset.state = state;
      item.toggleAttribute("data-chosen", Boolean(chosen));
      const described = alone ? feedback : box;
      if (described) {
        described.id = id;
        control.setAttribute("aria-describedby", id);
      }
      this.#undo.push(() => {
        box.remove();
        described?.removeAttribute("id");
        item.removeAttribute("data-state");
        item.removeAttribute("data-chosen");
        control.removeAttribute("aria-describedby");
      });
    }

    /** Moves an element until the question is open again. @param {Element} element @param {Element} to */
    borrow(element, to) {
      const { parentNode, nextSibling } = element;
      to.append(element);
      this.#undo.push(() => parentNode?.insertBefore(element, nextSibling));
    }

    /** Takes all of it back. */
    clear() {
      for (const undo of this.#undo.splice(0).reverse()) undo();
    }
  }

  /** @param {string} key */
  const makeTitle = (key) => make("p", { class: "cw-reveal-title" }, word(key));

  /** What is right, from the key. @param {HTMLElement[]} rows */
  function answersOf(rows) {
    const list = make(rows[0]?.parentElement?.localName === "ol" ? "ol" : "ul", { class: "cw-reveal-answers" });
    for (const row of rows.filter(({ dataset }) => dataset.right !== "false")) {
      const copy = /** @type {Element} */ ((row.querySelector("p") ?? row).cloneNode(true));
      copy.querySelector(".cw-verdict")?.remove();
      list.append(make("li", {}, ...copy.childNodes));
    }
    return [makeTitle("question.right-answer"), list];
  }

  /** Whether a note names what was to be typed or found. @type {Questions["givesAway"]} */
  function givesAway(note, rows) {
    /** @param {string} text */
    const plain = (text) => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
    const told = plain(note?.textContent ?? "");
    return rows.filter(({ dataset }) => dataset.right !== "false" && !dataset.answer && !dataset.step).some((row) => {
      const { value } = row.dataset;
      const spelled = [...row.querySelectorAll(".cw-spelling")];
      const answers = value ? [value] : (spelled.length ? spelled : [...row.querySelectorAll(".cw-key-answer")]).map(
        ({ textContent }) => textContent ?? "",
      );
      // Words of one or two letters are in many a sentence.
      return answers.map(plain).some((answer) => (answer.length > 4 || /\d/.test(answer)) && told.includes(answer));
    });
  }

  Object.assign(window.coursewright.questions, { givesAway, makeMarks: () => new Marks(), makeSure, makeTitle, answersOf });
})();
