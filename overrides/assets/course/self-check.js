/*
 * <self-check>: a question that learners ask themselves. Nothing is graded before Check.
 *
 * The script hides the key, adds buttons and a status, and moves feedback and explanation out of the key to where they are
 * read. Taken off the page, it puts all back. A question that it cannot read it leaves as it stands, with its key to open.
 *
 * A new kind of question is a new entry of KINDS; its parts are told in tests/scripts/self-check.d.ts.
 */
(() => {
  "use strict";

  const { word, make, button } = window.courseTools;
  const store = window.courseStore;

  /** @type {Pick<Kind, "read" | "fill">} */
  const choosing = {
    read: (answers) => answers.filter(({ input }) => input.checked).map(({ input }) => input.value),
    fill(answers, choice) {
      for (const { input } of answers) input.checked = choice.includes(input.value);
    },
  };

  /** @type {Record<string, Kind>} */
  const KINDS = {
    one: {
      ...choosing,
      nothing: "question.choose-one",
      amend: false,
      grade(answers) {
        const right = answers.some((answer) => answer.right && answer.input.checked);
        return right
          ? { result: "right", status: word("question.status-right") }
          : { result: "wrong", status: word("question.status-wrong") };
      },
    },
    several: {
      ...choosing,
      nothing: "question.choose-several",
      amend: true,
      grade(answers) {
        const chosen = answers.filter(({ input }) => input.checked);
        const n = chosen.filter(({ right }) => right).length;
        const m = answers.filter(({ right }) => right).length;
        const wrong = chosen.length - n;
        if (n === m && !wrong) return { result: "right", status: word("question.status-all-right", { n, m }) };
        const key = wrong ? "question.status-some-wrong" : "question.status-some-missing";
        return { result: "wrong", status: word(key, { n, m, wrong }) };
      },
    },
  };

  /** @param {HTMLElement} host @returns {Answer[] | null} */
  function findAnswers(host) {
    const answers = [...host.querySelectorAll(".cw-answer")].map((item) => {
      const input = item.querySelector("input");
      const key = host.querySelector(`question-key [data-answer="${CSS.escape(input?.value ?? "")}"]`);
      const feedback = key?.querySelector(".cw-feedback");
      return { item, input, key, feedback, right: key?.getAttribute("data-right") === "true" };
    });
    const whole = answers.length > 0 && answers.every(({ input, feedback }) => input && feedback);
    return whole ? /** @type {Answer[]} */ (answers) : null;
  }

  class SelfCheck extends HTMLElement {
    /** @type {Parts | null} */
    #parts = null;

    constructor() {
      super();
      // On the element itself: nothing to take away, and never twice.
      this.addEventListener("submit", (event) => {
        if (!this.#parts) return;
        event.preventDefault();
        this.#check();
      });
      this.addEventListener("change", ({ target }) => {
        if (!this.#parts?.answers.some(({ input }) => input === target)) return;
        if (this.dataset.state) this.#again(false);
        else this.#say("");
      });
    }

    connectedCallback() {
      const kind = KINDS[this.dataset.kind ?? ""];
      const answers = findAnswers(this);
      const group = this.querySelector("question-answers");
      const folded = this.querySelector("question-key");
      const explanation = /** @type {HTMLElement | null} */ (folded?.querySelector(".cw-explanation"));
      if (!kind || !answers || !group || !folded || !explanation) return;

      const status = make("p", { class: "cw-status", role: "status" });
      const buttons = {
        check: make("button", { class: "cw-button cw-button--main", "data-action": "check" }, word("question.check")),
        again: button("again", "question.again", () => this.#again(true)),
        show: button("show", "question.show", () => this.#showAnswer()),
      };
      const reveal = make("div", { class: "cw-reveal", tabindex: "-1" });
      const made = [status, make("p", { class: "cw-buttons" }, ...Object.values(buttons)), reveal];
      if (!store.persistent && document.querySelector("self-check") === this) {
        made.push(make("p", { class: "cw-note" }, word("question.not-kept")));
      }
      group.after(...made);

      this.#parts = { kind, answers, folded, explanation, status, buttons, reveal, made };
      folded.hidden = true;
      this.dataset.ready = "";
      this.#unmark();
      this.#restore();
    }

    disconnectedCallback() {
      const parts = this.#parts;
      if (!parts) return;
      this.#unmark();
      for (const element of parts.made) element.remove();
      parts.folded.hidden = false;
      delete this.dataset.ready;
      this.#parts = null;
    }

    get #path() {
      return `${this.dataset.lesson}/question/${this.dataset.question}`;
    }

    /** What is kept of this very question; what was kept of an earlier wording is dropped. @returns {Kept | null} */
    #kept() {
      const kept = /** @type {Partial<Kept> | null | undefined} */ (store.get(this.#path));
      if (kept === undefined) return null;
      if (kept?.hash === this.dataset.hash && Array.isArray(kept?.choice)) return /** @type {Kept} */ (kept);
      store.remove(this.#path);
      return null;
    }

    #restore() {
      const { kind, answers } = this.#whole;
      const kept = this.#kept();
      if (!kept?.choice.length) return;
      kind.fill(answers, kept.choice);
      if (!kind.read(answers).length) return;
      this.#mark(kept.shown ? "shown" : kind.grade(answers).result);
    }

    get #whole() {
      return /** @type {Parts} */ (this.#parts);
    }

    #check() {
      const { kind, answers, buttons } = this.#whole;
      // Enter reaches the form even while the button is hidden; the same answer is not counted twice.
      if (this.dataset.state) return;
      const choice = kind.read(answers);
      if (!choice.length) {
        this.#say(word(kind.nothing), "note");
        return;
      }
      const { result, status } = kind.grade(answers);
      const before = this.#kept();
      store.set(this.#path, {
        hash: this.dataset.hash,
        choice,
        first: before?.first ?? result,
        latest: result,
        tries: (before?.tries ?? 0) + 1,
      });
      const pressed = document.activeElement === buttons.check;
      this.#mark(result);
      // The button has gone. The chosen answer, now described by its feedback, is where reading goes on.
      if (pressed) this.#chosenInput.focus();
      this.#say(status, result);
    }

    /** @param {boolean} move  whether to take the focus along: the button that was pressed vanishes */
    #again(move) {
      const { kind, answers } = this.#whole;
      const kept = this.#kept();
      if (kept) store.set(this.#path, { ...kept, choice: [], shown: undefined });
      if (move && !(kind.amend && this.dataset.state === "wrong")) kind.fill(answers, []);
      this.#unmark();
      this.#say("");
      if (move) this.#chosenInput.focus();
    }

    #showAnswer() {
      const kept = this.#kept();
      if (kept) store.set(this.#path, { ...kept, shown: true });
      this.#unmark();
      this.#mark("shown");
      this.#whole.reveal.focus();
    }

    get #chosenInput() {
      const inputs = this.#whole.answers.map(({ input }) => input);
      return /** @type {HTMLInputElement} */ (inputs.find((input) => input.checked) ?? inputs[0]);
    }

    /** @param {string} text @param {Result | "note" | ""} [tone] */
    #say(text, tone = "") {
      const { status } = this.#whole;
      if (!text && !status.firstChild) return;
      if (tone) status.dataset.tone = tone;
      else delete status.dataset.tone;
      // One replacement, even by the same words, is one announcement.
      status.replaceChildren(...(text ? [text] : []));
    }

    /** @param {Result | "shown"} state */
    #mark(state) {
      const { answers, buttons, reveal, explanation } = this.#whole;
      this.dataset.state = state;
      for (const answer of answers) {
        if (state === "shown" || answer.input.checked) this.#markAnswer(answer);
      }
      buttons.check.hidden = true;
      buttons.again.hidden = false;
      buttons.show.hidden = state !== "wrong";
      reveal.hidden = state === "wrong";
      if (reveal.hidden) return;
      reveal.append(make("p", { class: "cw-reveal-title" }, word("question.explanation")));
      for (const { item, right } of state === "shown" ? answers : []) {
        const words = item.querySelector("label span")?.textContent?.trim() ?? "";
        const title = make("strong", {}, word("question.right-answer"));
        if (right) reveal.append(make("p", { class: "cw-reveal-answer" }, title, ": ", make("span", {}, words)));
      }
      reveal.append(explanation);
    }

    /** @param {Answer} answer */
    #markAnswer({ item, input, right, feedback }) {
      const verdict = `question.${input.checked ? "yours-" : ""}${right ? "right" : "wrong"}`;
      const id = `${this.id}-${input.value}-result`;
      item.dataset.state = right ? "right" : "wrong";
      item.toggleAttribute("data-chosen", input.checked);
      const words = make("p", { class: "cw-verdict-line" }, make("strong", { class: "cw-verdict" }, word(verdict)));
      item.append(make("div", { class: "cw-result", id }, words, feedback));
      input.setAttribute("aria-describedby", id);
    }

    /** Back to the open question: what was moved goes home into the key. */
    #unmark() {
      const { answers, buttons, reveal, explanation, folded } = this.#whole;
      for (const { item, input, key, feedback } of answers) {
        key.append(feedback);
        item.querySelector(".cw-result")?.remove();
        item.removeAttribute("data-state");
        item.removeAttribute("data-chosen");
        input.removeAttribute("aria-describedby");
      }
      (folded.querySelector("details") ?? folded).append(explanation);
      reveal.replaceChildren();
      reveal.hidden = true;
      delete this.dataset.state;
      buttons.check.hidden = false;
      buttons.again.hidden = buttons.show.hidden = true;
    }
  }

  customElements.define("self-check", SelfCheck);
})();
