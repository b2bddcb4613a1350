/*
 * <self-check>: a question that learners ask themselves.
 *
 * Nothing is graded before Check. The script hides the key, adds buttons and a status, and moves feedback and explanation
 * from the key to where they are read; off the page, it puts all back. A question that it cannot read stays as it is, with
 * its key to open. How a type of question is answered and judged stands in a file of its own beside this one.
 */
(() => {
  "use strict";

  const { word, make, button } = window.coursewright.tools;
  const { types, all, need, pathOf, makeMarks, makeSure, makeTitle, answersOf } = window.coursewright.questions;
  const store = window.coursewright.store;

  class SelfCheck extends HTMLElement {
    /** @type {Parts | null} */
    #parts = null;
    /** How often it went wrong; twice, and the answer can be seen without the hint. */
    #failures = 0;
    #marks = makeMarks();

    constructor() {
      super();
      // On the element itself: never twice.
      this.addEventListener("submit", (event) => {
        if (!this.#parts) return;
        event.preventDefault();
        this.#check();
      });
      this.addEventListener("input", () => this.#parts && this.#changed());
    }

    connectedCallback() {
      store.adopt();
      try {
        this.#build();
      } catch {
        return;
      }
      this.#restore();
    }

    #build() {
      const folded = need(this, "question-key");
      const group = need(this, "question-answers");
      const explanation = need(folded, "div", ".cw-explanation");
      const hint = all(this, "question-hint")[0] ?? null;
      const rows = all(folded, "li").filter(({ parentElement }) => parentElement?.parentElement?.matches(".cw-key"));
      const begin = types[this.dataset.kind ?? ""];
      if (!begin) throw new Error(`${this.id}: no kind`);
      const task = begin(this, rows);
      const buttons = {
        check: make("button", { class: "cw-button cw-button--main", "data-action": "check" }, word(task.check ?? "question.check")),
        hint: button("hint", "question.hint", () => this.#showHint()),
        again: button("again", task.again ?? "question.again", () => this.#again(true)),
        show: button("show", "question.show", () => this.#showAnswer()),
      };
      const sure = makeSure(this.dataset.question ?? "");
      const status = make("p", { class: "cw-status", role: "status" });
      const reveal = make("div", { class: "cw-reveal", tabindex: "-1" });
      const made = [sure, status, make("p", { class: "cw-buttons" }, ...Object.values(buttons)), reveal];
      if (!store.persistent && document.querySelector("self-check") === this) {
        made.push(make("p", { class: "cw-note" }, word("question.not-kept")));
      }
      group.after(...made);
      this.#parts = { task, rows, folded, hint, explanation, sure, status, buttons, reveal, made };
      folded.hidden = true;
      if (hint) hint.hidden = true;
      this.dataset.ready = "";
      this.#unmark();
    }

    disconnectedCallback() {
      if (!this.#parts) return;
      const { task, made, folded, hint } = this.#parts;
      this.#unmark();
      for (const element of [...made, ...(task.made ?? [])]) element.remove();
      task.undo?.();
      folded.hidden = false;
      if (hint) hint.hidden = false;
      delete this.dataset.ready;
      this.#parts = null;
    }

    get #whole() {
      return /** @type {Parts} */ (this.#parts);
    }

    /** What is kept of this very question. Words of the learner's own stay, whatever was asked when they were written. */
    #kept() {
      const path = pathOf(this.dataset);
      const kept = store.answer(path, this.dataset);
      if (kept || !this.#whole.task.own) return kept;
      const old = /** @type {Partial<Kept> | null | undefined} */ (store.get(path));
      const words = Array.isArray(old?.choice) ? old.choice[0] : undefined;
      if (typeof words !== "string") return null;
      store.set(path, { tries: 0, hash: this.dataset.hash, choice: [words] });
      return store.answer(path, this.dataset);
    }

    /** @param {Partial<Kept>} changes */
    #keep(changes) {
      store.set(pathOf(this.dataset), { tries: 0, ...this.#kept(), hash: this.dataset.hash, ...changes });
    }

    #restore() {
      const { task } = this.#whole;
      const kept = this.#kept();
      const again = this.dataset.review === "true";
      this.#failures = kept?.latest === "wrong" && !again ? kept.tries : 0;
      const earlier = kept || again ? null : store.earlier(pathOf(this.dataset), this.dataset)?.latest;
      if (earlier) this.#say(word("question.earlier", { result: word(`mine.${earlier}`) }), "note");
      if (!kept?.choice.length || (again && !task.own)) return;
      task.fill(kept.choice);
      if (again || !kept.latest || this.#isEmpty()) this.#offer();
      else this.#mark(kept.shown ? "shown" : task.grade(false).result);
    }

    #isEmpty() {
      const { task } = this.#whole;
      const values = task.values();
      return task.empty ? task.empty(values) : !values.length || values.some((value) => !value.trim());
    }

    /** An answer has changed; the words of a Check no longer belong to it. */
    #changed() {
      const { task } = this.#whole;
      if (task.keeps) this.#keep({ choice: task.values() });
      else if (this.dataset.state) this.#again(false);
      else this.#say("");
      if (task.plays) this.#check();
    }

    #check() {
      const { task, buttons, sure, reveal } = this.#whole;
      // Enter reaches the form even while the button is hidden; the same answer is not counted twice.
      if (this.dataset.state) return;
      if (this.#isEmpty()) {
        if (task.plays) this.#offer();
        else this.#say(word(task.nothing), "note");
        return;
      }
      const { result, status, marks } = task.grade(false);
      const wrong = result === "wrong";
      const level = all(sure, "input").find(({ checked }) => checked)?.value;
      const misled = wrong && level === "certain";
      const before = this.#kept();
      this.#keep({
        choice: task.values(),
        first: before?.first ?? result,
        latest: result,
        tries: (before?.tries ?? 0) + 1,
        sure: level,
        misjudged: misled || before?.misjudged,
        shown: undefined,
      });
      const active = document.activeElement;
      const leaves = active === buttons.check || sure.contains(active);
      if (wrong) this.#failures += 1;
      this.#mark(result);
      // The button has gone. What the words describe is where reading goes on.
      if (leaves) ((marks.find(({ right }) => !right) ?? marks[0])?.control ?? reveal).focus();
      const words = [status, misled && word("question.status-certain"), !buttons.hint.hidden && word("question.status-hint")];
      this.#say(words.filter(Boolean).join(" "), result);
    }

    /** @param {boolean} move  whether to take the focus along: the button that was pressed vanishes */
    #again(move) {
      const { task } = this.#whole;
      if (this.#kept()) this.#keep({ choice: [], shown: undefined });
      if (move && !(task.amend && this.dataset.state === "wrong")) task.fill([]);
      this.#unmark();
      this.#say("");
      if (move) task.start().focus();
    }

    #showHint() {
      const { hint } = this.#whole;
      const details = hint && need(hint, "details");
      if (!details) return;
      hint.hidden = false;
      details.open = true;
      this.#offer();
      need(details, "summary").focus();
    }

    #showAnswer() {
      if (this.#kept()) this.#keep({ shown: true });
      this.#unmark();
      this.#mark("shown");
      this.#say("");
      this.#whole.reveal.focus();
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

    /** Shows the buttons that have something to do. */
    #offer() {
      const { task, buttons, hint, sure } = this.#whole;
      const { state } = this.dataset;
      const unhinted = Boolean(hint?.hidden);
      buttons.check.hidden = Boolean(state ?? task.plays);
      sure.hidden = Boolean(state ?? task.plain);
      buttons.again.hidden = state ? state === "answered" : !task.plays || !task.values().length;
      buttons.hint.hidden = !unhinted || !this.#failures || state === "right" || state === "shown";
      buttons.show.hidden = state !== "wrong" || (unhinted && this.#failures < 2);
    }

    /** @param {Result | "shown"} state */
    #mark(state) {
      const { task, reveal, rows, explanation } = this.#whole;
      this.dataset.state = state;
      task.grade(state === "shown").marks.forEach((mark, at) => this.#marks.item(mark, `${this.id}-result-${at + 1}`));
      this.#offer();
      reveal.hidden = state === "wrong";
      if (reveal.hidden) return;
      if (state === "shown") reveal.append(...answersOf(rows));
      for (const element of task.model ?? []) this.#marks.borrow(element, reveal);
      reveal.append(makeTitle("question.explanation"));
      this.#marks.borrow(explanation, reveal);
    }


    /** Back to the open question. */
    #unmark() {
      const { reveal, sure } = this.#whole;
      this.#marks.clear();
      reveal.replaceChildren();
      reveal.hidden = true;
      for (const input of all(sure, "input")) input.checked = false;
      delete this.dataset.state;
      this.#offer();
    }
  }

  customElements.define("self-check", SelfCheck);
})();
