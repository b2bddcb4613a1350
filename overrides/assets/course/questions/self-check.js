/*
 * <self-check>: a question that learners ask themselves.
 *
 * Nothing is graded before Check. The script hides the key, adds buttons and a status, and moves feedback and explanation
 * from the key to where they are read; off the page, it puts all back. A question that it cannot read stays as it is, with
 * its key to open. How a type of question is answered and judged stands in a file of its own beside this one.
 */
(() => {
  "use strict";

  const { word } = window.coursewright.tools;
  const { all, need, pathOf, keptOf, draftOf, keepDraft, isEmpty, makeParts, takeAway, say } = window.coursewright.questions;
  const { makeMarks, makeTitle, answersOf, holdStill, ignoreSecondClicks, givesAway } = window.coursewright.questions;
  const { store, keeping } = window.coursewright;

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
      ignoreSecondClicks(this);
    }

    connectedCallback() {
      store.adopt();
      try {
        const [hint, again, show] = [() => this.#showHint(), () => this.#again(true), () => this.#showAnswer()];
        this.#parts = makeParts(this, { hint, again, show });
      } catch {
        return;
      }
      this.dataset.ready = "";
      this.#unmark();
      this.#restore();
    }

    disconnectedCallback() {
      if (!this.#parts) return;
      this.#unmark();
      takeAway(this.#parts);
      delete this.dataset.ready;
      this.#parts = null;
    }

    get #whole() {
      return /** @type {Parts} */ (this.#parts);
    }

    #kept() {
      return keptOf(this.dataset, this.#whole.task);
    }

    /** @param {Partial<Kept>} changes */
    #keep(changes) {
      store.set(pathOf(this.dataset), { tries: 0, ...this.#kept(), hash: this.dataset.hash, ...changes });
      keeping.tellAt(this.#whole.status);
    }

    #keepDraft() {
      keepDraft(this.dataset, this.#whole.task, Boolean(this.#kept()?.latest));
      keeping.tellAt(this.#whole.status);
    }

    #restore() {
      const { task } = this.#whole;
      const kept = this.#kept();
      const again = this.dataset.review === "true";
      const draft = task.keeps ? null : draftOf(this.dataset);
      this.#failures = kept?.latest === "wrong" && !again ? kept.tries : 0;
      const earlier = kept || again ? null : store.earlier(pathOf(this.dataset), this.dataset)?.latest;
      if (earlier) this.#say(word("question.earlier", { result: word(`mine.${earlier}`) }), "note");
      if (draft) task.fill(draft);
      if (draft || !kept?.choice.length || (again && !task.own)) return;
      task.fill(kept.choice);
      if (again || !kept.latest || isEmpty(task)) this.#offer();
      else this.#mark(kept.shown ? "shown" : task.grade(false).result);
    }

    /** An answer has changed; the words of a Check no longer belong to it. */
    #changed() {
      const { task } = this.#whole;
      if (task.keeps) this.#keep({ choice: task.values() });
      else if (this.dataset.state) this.#again(false);
      else {
        this.#say("");
        this.#keepDraft();
      }
      if (task.plays) this.#check();
    }

    #check() {
      const { task, buttons, sure } = this.#whole;
      // Enter reaches the form whatever the button says; an answer that stands is not checked again.
      if (this.dataset.state) return;
      if (isEmpty(task)) {
        if (task.plays) this.#offer();
        else this.#say(word(task.nothing), "note");
        return;
      }
      const { result, status, fair } = task.grade(false);
      const wrong = result === "wrong";
      const level = all(sure, "input").find(({ checked }) => checked)?.value;
      const misled = wrong && level === "certain";
      const before = this.#kept();
      const choice = task.values();
      // The same wrong answer once more is no further try.
      const same = wrong && before?.latest === "wrong" && String(before.choice) === String(choice);
      store.remove(pathOf(this.dataset, "draft"));
      this.#keep({
        choice,
        first: before?.first ?? result,
        latest: result,
        tries: (before?.tries ?? 0) + (same ? 0 : 1),
        sure: level,
        misjudged: misled || before?.misjudged,
        shown: undefined,
        fair,
      });
      // What one is sure of has gone from the page.
      if (sure.contains(document.activeElement)) buttons.check.focus();
      if (wrong && !same) this.#failures += 1;
      this.#still(() => {
        const next = this.#mark(result) ? "question.read-notes" : "question.try";
        const more = [wrong && !task.plays && next, misled && "question.status-certain", !buttons.hint.hidden && "question.status-hint"];
        const words = more.filter((key) => key !== false).map((key) => word(key));
        this.#say([status, ...words].join(" "), fair ? "fair" : result);
      });
    }

    /** Opens the question blank, as if it had not been answered yet; its result stays until the next Check. */
    retake() {
      if (!this.#parts) return;
      const { task } = this.#parts;
      task.fill([]);
      this.#unmark();
      this.#say("");
      if (task.keeps) this.#keep({ choice: [] });
      else this.#keepDraft();
    }

    /** @param {boolean} move  whether to take the focus along: the button that was pressed vanishes */
    #again(move) {
      const { task } = this.#whole;
      this.#still(() => {
        if (move && !(task.amend && this.dataset.state === "wrong")) task.fill([]);
        this.#unmark();
        this.#say("");
      });
      if (task.keeps) this.#keep({ choice: task.values(), shown: undefined });
      else this.#keepDraft();
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
      this.#still(() => {
        this.#unmark();
        this.#mark("shown");
        this.#say("");
      });
      this.#whole.reveal.focus();
    }

    /** @param {string} text @param {Tone} [tone] */
    #say(text, tone) {
      say(this.#whole.status, text, tone);
    }

    /** Shows the buttons that have something to do. */
    #offer() {
      const { task, buttons, hint, sure } = this.#whole;
      const { state } = this.dataset;
      const unhinted = Boolean(hint?.hidden);
      // It stays where it is: the focus with it, and a second click.
      buttons.check.hidden = Boolean(task.plays);
      buttons.check.setAttribute("aria-disabled", String(Boolean(state)));
      sure.hidden = Boolean(state ?? task.plain);
      buttons.again.hidden = task.plays ? !task.values().length : state !== "wrong" && state !== "shown";
      buttons.hint.hidden = !unhinted || !this.#failures || state === "right" || state === "shown";
      buttons.show.hidden = state !== "wrong" || (unhinted && this.#failures < 2);
    }

    /** What is worked with, or pressed, stays where it is in the window. @param {() => void} change */
    #still(change) {
      const { task, buttons } = this.#whole;
      if (task.plays) change();
      else holdStill(this.querySelector("question-answers :focus") ?? buttons.check, change);
    }

    /** Gives how many notes on mistakes there are to read. @param {Result | "shown"} state */
    #mark(state) {
      const { task, reveal, rows, explanation } = this.#whole;
      this.dataset.state = state;
      const early = state === "wrong" && this.#failures < 2;
      const marks = task.grade(state === "shown").marks.map((mark) => {
        // Before another go no note may tell the answer.
        return early && !mark.right && givesAway(mark.feedback, rows) ? { ...mark, feedback: null } : mark;
      });
      marks.forEach((mark, at) => this.#marks.item(mark, `${this.id}-result-${at + 1}`, marks.length === 1));
      this.#offer();
      reveal.hidden = state === "wrong";
      if (reveal.hidden) return marks.filter(({ right, feedback }) => !right && feedback).length;
      if (state === "shown") reveal.append(...answersOf(rows));
      for (const element of task.model ?? []) this.#marks.borrow(element, reveal);
      reveal.append(makeTitle("question.explanation"));
      this.#marks.borrow(explanation, reveal);
      return 0;
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
