/*
 * <self-check>: a question that learners ask themselves; <missed-questions>: those that went wrong, alone.
 *
 * Nothing is graded before Check. The script hides the key, adds buttons and a status, and moves feedback and explanation
 * from the key to where they are read; off the page, it puts all back. A question that it cannot read stays as it is, with
 * its key to open. A new kind is a new entry of TASKS; the nouns are told in tests/scripts/self-check.d.ts.
 */
(() => {
  "use strict";

  const { word, make, button } = window.courseTools;
  const store = window.courseStore;

  /** @type {All} */
  const all = (from, tag, rest = "") => [...from.querySelectorAll(/** @type {typeof tag} */ (tag + rest))];

  /** What a question cannot do without. @type {Need} */
  function need(from, tag, rest) {
    const [found] = all(from, tag, rest);
    if (!found) throw new Error(`no ${tag}`);
    return found;
  }

  /** @param {Element | undefined} row @returns {HTMLElement | null} */
  const feedbackOf = (row) => row?.querySelector(".cw-feedback") ?? null;

  /** @param {Element} element */
  const textOf = (element) => element.textContent?.trim() ?? "";

  // Comparing what is typed

  /** A text without what does not count. @param {string} text @param {DOMStringMap} rules */
  function fold(text, rules) {
    let plain = text.normalize("NFC").replace(/[‘’ʼ′]/g, "'");
    if (rules.spaces !== "match") plain = plain.replace(/\s+/g, " ").trim();
    return rules.case === "match" ? plain : plain.toLowerCase();
  }

  /** @param {string} text @param {HTMLElement} row  in a list that tells the rules */
  function isSpelled(text, row) {
    const rules = row.parentElement?.dataset ?? {};
    return all(row, "span", ".cw-spelling").some((spelling) => {
      return fold(spelling.textContent ?? "", rules) === fold(text, rules);
    });
  }

  /** Decimals as whole numbers: 0.1 + 0.2 is 0.3 here. @param {string} text */
  function exact(text) {
    const [, sign = "", whole = "", part = ""] = /^([-+]?)(\d{0,99})(?:\.(\d{0,99}))?$/.exec(text) ?? [];
    return whole || part ? { digits: BigInt(sign + whole + part), places: part.length } : null;
  }

  /** What a typed number may mean: 1,5 is 1.5; 1,000 is one or a thousand. @param {string} text @param {string[]} units */
  function readings(text, units) {
    /** @param {string} some */
    const tidy = (some) => fold(some, {}).replace(/[\s']/g, "");
    return units.flatMap((unit) => {
      const plain = tidy(text).replaceAll("\u2212", "-").replace(tidy(unit), "");
      const means = [plain.replace(",", ".")];
      if (/^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain)) means.push(plain.replaceAll(",", ""));
      if (/^[-+]?\d{1,3}(\.\d{3})+(,\d*)?$/.test(plain)) means.push(plain.replaceAll(".", "").replace(",", "."));
      return means.map(exact).filter((number) => number !== null);
    });
  }

  /** @param {string} text @param {HTMLElement} row */
  function isNear(text, { dataset, parentElement }) {
    const value = exact(dataset.value ?? "");
    const tolerance = exact(dataset.tolerance || "0");
    if (!value || !tolerance) return false;
    return readings(text, ["", ...(parentElement?.dataset.units ?? "").split("|")]).some((given) => {
      const places = Math.max(given.places, value.places, tolerance.places);
      /** @param {typeof given} number */
      const scaled = (number) => number.digits * 10n ** BigInt(places - number.places);
      const distance = scaled(given) - scaled(value);
      return distance <= scaled(tolerance) && -distance <= scaled(tolerance);
    });
  }

  // The kinds of question

  /** @type {Grader} */
  function gradeWhole(marks) {
    const result = marks.every(({ right }) => right) ? "right" : "wrong";
    return { result, marks, status: word(`question.status-${result}`) };
  }

  /** What is right needs no feedback here. @type {Grader} */
  function gradeParts(parts) {
    const marks = parts.map((mark) => (mark.right ? { ...mark, feedback: null } : mark));
    const { result } = gradeWhole(marks);
    const n = marks.filter(({ right }) => right).length;
    return { result, marks, status: word(`question.status-parts-${result}`, { n, m: marks.length }) };
  }

  /** @param {boolean} right */
  const yours = (right) => `question.yours-${right ? "right" : "wrong"}`;

  /** @type {TaskMaker} */
  function choice(host, rows) {
    const several = host.dataset.kind === "several";
    const answers = all(host, "li", ".cw-answer").map((item) => {
      const control = need(item, "input");
      const row = rows.find(({ dataset }) => dataset.answer === control.value);
      return { item, control, feedback: feedbackOf(row), right: row?.dataset.right === "true" };
    });
    const chosen = () => answers.filter(({ control }) => control.checked);
    return {
      nothing: several ? "question.choose-several" : "question.choose-one",
      amend: several,
      start: () => chosen()[0]?.control ?? need(host, "input"),
      values: () => chosen().map(({ control }) => control.value),
      fill(values) {
        for (const { control } of answers) control.checked = values.includes(control.value);
      },
      grade(shown) {
        const marks = (shown ? answers : chosen()).map((answer) => {
          const verdict = answer.right ? "question.right" : "question.wrong";
          const mine = answer.control.checked;
          return { ...answer, chosen: mine, verdict: mine ? yours(answer.right) : verdict };
        });
        const n = chosen().filter(({ right }) => right).length;
        const m = answers.filter(({ right }) => right).length;
        const wrong = chosen().length - n;
        if (!several) return gradeWhole(marks);
        const key = wrong ? "some-wrong" : n < m ? "some-missing" : "all-right";
        const result = wrong || n < m ? "wrong" : "right";
        return { result, marks, status: word(`question.status-${key}`, { n, m, wrong }) };
      },
    };
  }

  /** @type {FillIn} */
  const fillIn = (nothing, fields, judge, grade, made) => ({
    nothing,
    amend: true,
    made,
    start: () => /** @type {Field} */ (fields[0]).control,
    values: () => fields.map(({ control }) => control.value),
    fill: (values) => fields.forEach(({ control }, place) => (control.value = values[place] ?? "")),
    grade: () => grade(fields.map((field, place) => {
      const { right, row } = judge(field.control.value, place);
      return { ...field, right, verdict: yours(right), feedback: feedbackOf(row) };
    })),
  });

  /** A place for words after what is filled in. @param {Element} element */
  function makeNotes(element) {
    const notes = make("div", { class: "cw-notes" });
    element.after(notes);
    return notes;
  }

  /** @type {TaskMaker} */
  function typed(host, rows) {
    const fits = host.dataset.kind === "number" ? isNear : isSpelled;
    const item = need(host, "p", ".cw-text");
    const control = need(item, "input");
    const at = makeNotes(item);
    return fillIn("question.fill-text", [{ item, at, control }], (value) => {
      const row = rows.find((some) => !some.dataset.any && fits(value, some)) ?? rows.find(({ dataset }) => dataset.any);
      return { row, right: row?.dataset.right === "true" };
    }, gradeWhole, [at]);
  }

  /** @type {TaskMaker} */
  function gaps(host, rows) {
    const text = need(host, "p", ".cw-gaps");
    need(text, "input");
    const at = makeNotes(text);
    const fields = all(text, "input").map((control) => {
      return { item: control, at, control, of: control.getAttribute("aria-label") ?? "" };
    });
    return fillIn("question.fill-gaps", fields, (value, place) => {
      const row = rows[place];
      return { row, right: Boolean(row && isSpelled(value, row)) };
    }, gradeParts, [at]);
  }

  /** @type {TaskMaker} */
  function matching(host, rows) {
    const fields = all(host, "li", ".cw-pair").map((item) => ({ item, control: need(item, "select") }));
    return fillIn("question.choose-pairs", fields, (value, place) => {
      const row = rows.find(({ dataset }) => fields[place]?.control.name.endsWith(`-${dataset.pair}`));
      return { row, right: value === row?.dataset.choice };
    }, gradeParts);
  }

  /** The drawn steps stay as they are, for paper; a copy of them is put in order. @type {TaskMaker} */
  function ordering(host, rows) {
    const drawn = need(host, "ol", ".cw-steps");
    const place = make("p", { class: "cw-hidden", "aria-live": "polite" });
    const list = make("ol", { class: "cw-steps cw-steps--moving" });
    const items = all(drawn, "li", ".cw-step").map((step) => makeStep(step, place));
    const order = () => all(list, "li", ".cw-step");
    list.append(...items);
    showEnds(list);
    drawn.after(list, place);
    drawn.hidden = true;
    return {
      nothing: "question.move-steps",
      amend: true,
      made: [list, place],
      undo: () => void (drawn.hidden = false),
      start: () => need(list, "button"),
      values: () => order().map(({ dataset }) => dataset.step ?? ""),
      empty: () => order().every((item, at) => item === items[at]),
      fill(values) {
        list.append(...items);
        for (const value of values) list.append(...items.filter(({ dataset }) => dataset.step === value));
        showEnds(list);
      },
      grade() {
        return gradeParts(order().map((item, at) => {
          const right = item.dataset.step === rows[at]?.dataset.step;
          const row = rows.find(({ dataset }) => dataset.step === item.dataset.step);
          const verdict = `question.place-${right ? "right" : "wrong"}`;
          return { item, control: need(item, "button"), right, verdict, feedback: feedbackOf(row) };
        }));
      },
    };
  }

  /** @param {HTMLElement} drawn @param {HTMLElement} place  tells where the step has got to */
  function makeStep(drawn, place) {
    const text = need(drawn, "span", ".cw-step-text");
    const step = textOf(text);
    /** @param {string} action @param {string} sign */
    const makeMove = (action, sign) => {
      const name = make("span", { class: "cw-hidden" }, word(`question.${action}`, { step }));
      const pressed = make("button", { type: "button", class: "cw-move", "data-action": action });
      pressed.append(make("span", { "aria-hidden": "true" }, sign), name);
      pressed.addEventListener("click", () => {
        const { previousElementSibling: above, nextElementSibling: below, parentElement: list } = item;
        // The other step gives way: this one, and with it the focus, stays where it is.
        if (action === "up" && above) item.after(above);
        else if (action === "down" && below) item.before(below);
        else return;
        const steps = [...(list?.children ?? [])];
        place.textContent = word("question.place", { step, n: steps.indexOf(item) + 1, m: steps.length });
        if (list) showEnds(list);
        item.dispatchEvent(new Event("input", { bubbles: true }));
      });
      return pressed;
    };
    const item = make("li", { class: "cw-step", "data-step": drawn.dataset.step ?? "" }, text.cloneNode(true), " ");
    item.append(make("span", { class: "cw-moves" }, makeMove("up", "↑"), makeMove("down", "↓")));
    return item;
  }

  /** A disabled button would drop the focus. @param {Element} list */
  function showEnds(list) {
    for (const move of all(list, "button")) {
      const item = move.closest("li");
      const end = move.dataset.action === "up" ? list.firstElementChild : list.lastElementChild;
      move.setAttribute("aria-disabled", String(item === end));
    }
  }

  /** @type {TaskMaker} */
  function reflection(host) {
    const text = need(host, "textarea");
    const rubric = need(host, "fieldset", ".cw-rubric");
    const criteria = all(rubric, "input");
    return {
      nothing: "question.write-answer",
      check: "question.compare",
      plain: true,
      keeps: true,
      own: true,
      model: [need(host, "div", ".cw-model-answer"), rubric],
      start: () => text,
      values: () => [text.value, ...criteria.filter(({ checked }) => checked).map(({ value }) => value)],
      empty: ([written = ""]) => !written.trim(),
      fill([written = "", ...met]) {
        text.value = written;
        for (const criterion of criteria) criterion.checked = met.includes(criterion.value);
      },
      grade: () => ({ result: "answered", marks: [], status: word("question.status-answered") }),
    };
  }

  /** One scene at a time, after the way that led there. */
  class Story {
    /** @type {string[]} The place of each choice in its scene. */
    path = [];
    scene;
    #scenes;
    #way = make("ol", {});
    #trail = make("section", { class: "cw-way", "aria-label": word("question.way-so-far") }, this.#way);
    #before = make("div", { class: "cw-before" });
    made;

    /** @param {HTMLElement} host */
    constructor(host) {
      this.#scenes = all(host, "section", ".cw-scene");
      this.scene = need(host, "section", ".cw-scene");
      this.scene.before(this.#trail);
      const buttons = this.#scenes.flatMap((scene) => {
        scene.tabIndex = -1;
        return all(scene, "a", ".cw-choice").map((link, at) => this.#makeChoice(link, at));
      });
      this.made = [this.#trail, this.#before, ...buttons];
      this.fold(true);
      this.follow([]);
    }

    /** @param {boolean} hidden  until its turn comes; on paper all is read at once */
    fold(hidden) {
      for (const scene of this.#scenes) {
        scene.hidden = hidden;
        for (const part of all(scene, "a", ".cw-choice, .cw-choices .cw-consequence")) part.hidden = hidden;
      }
    }

    /** @param {HTMLAnchorElement} link @param {number} at */
    #makeChoice(link, at) {
      const pressed = make("button", { type: "button", class: "cw-button cw-choice-button", "data-action": "choose" });
      pressed.append(...link.cloneNode(true).childNodes);
      pressed.addEventListener("click", () => {
        this.follow([...this.path, String(at)]);
        this.scene.focus();
        this.scene.dispatchEvent(new Event("input", { bubbles: true }));
      });
      link.after(pressed);
      return pressed;
    }

    /** Goes a way as far as there is one. @param {string[]} path */
    follow(path) {
      let scene = this.#scenes[0] ?? this.scene;
      this.path = [];
      this.#way.replaceChildren();
      this.#before.replaceChildren();
      for (const value of path) {
        const link = all(scene, "a", ".cw-choice")[Number(value)];
        const next = this.#scenes.find(({ dataset }) => dataset.scene === link?.dataset.next);
        if (!link || !next) break;
        const chosen = make("p", { class: "cw-way-choice" }, word("question.chose", { choice: textOf(link) }));
        this.#way.lastElementChild?.append(...this.#before.childNodes);
        this.#way.append(make("li", {}, chosen));
        this.#before.append(retell(link));
        this.path.push(value);
        scene = next;
      }
      this.scene.hidden = true;
      this.scene = scene;
      scene.hidden = false;
      scene.prepend(this.#before);
      this.#trail.hidden = !this.path.length;
    }
  }

  /** A copy of what followed: a story may come by twice. @param {HTMLElement} link */
  function retell(link) {
    const copy = /** @type {HTMLElement} */ (need(link.parentElement ?? link, "div", ".cw-consequence").cloneNode(true));
    for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
    copy.hidden = false;
    return copy;
  }

  /** @type {TaskMaker} */
  function scenario(host) {
    const story = new Story(host);
    const end = () => story.scene.dataset.end;
    return {
      nothing: "",
      again: "question.start-again",
      plain: true,
      keeps: true,
      plays: true,
      made: story.made,
      undo: () => story.fold(false),
      start: () => story.scene,
      values: () => story.path,
      empty: () => !end(),
      fill: (values) => story.follow(values),
      grade: () => ({ result: end() === "good" ? "right" : "wrong", marks: [], status: word(`question.status-${end()}`) }),
    };
  }

  /** @type {Record<string, TaskMaker>} */
  const TASKS = {
    one: choice,
    several: choice,
    "true-false": choice,
    text: typed,
    number: typed,
    gaps,
    matching,
    ordering,
    reflection,
    scenario,
  };

  // The question itself

  /** @param {DOMStringMap} question */
  const pathOf = ({ lesson, question }) => `${lesson}/question/${question}`;

  /** @param {string} name */
  function makeSure(name) {
    const levels = ["not", "fairly", "certain"].map((value) => {
      const input = make("input", { type: "radio", name: `${name}-sure`, value });
      return make("label", {}, input, make("span", {}, word(`question.sure-${value}`)));
    });
    return make("fieldset", { class: "cw-sure" }, make("legend", {}, word("question.sure")), ...levels);
  }

  class SelfCheck extends HTMLElement {
    /** @type {Parts | null} */
    #parts = null;
    /** How often it went wrong; twice, and the answer can be seen without the hint. */
    #failures = 0;
    /** @type {(() => void)[]} Brings back what is moved or marked. */
    #undo = [];

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
      const begin = TASKS[this.dataset.kind ?? ""];
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

    /** What is kept of this very question; what was kept of an earlier wording is dropped. */
    #kept() {
      const { hash = "" } = this.dataset;
      const path = pathOf(this.dataset);
      const kept = store.answer(path, hash);
      const old = /** @type {Partial<Kept> | null | undefined} */ (kept ? undefined : store.get(path));
      if (old === undefined) return kept;
      store.remove(path);
      const words = this.#whole.task.own && old?.choice?.[0];
      if (typeof words === "string") this.#keep({ choice: [words] });
      return store.answer(path, hash);
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
      task.grade(state === "shown").marks.forEach((mark, at) => this.#markItem(mark, `${this.id}-result-${at + 1}`));
      this.#offer();
      reveal.hidden = state === "wrong";
      if (reveal.hidden) return;
      /** @param {string} key */
      const title = (key) => make("p", { class: "cw-reveal-title" }, word(key));
      if (state === "shown") {
        const list = make(rows[0]?.parentElement?.localName === "ol" ? "ol" : "ul", { class: "cw-reveal-answers" });
        for (const row of rows.filter(({ dataset }) => dataset.right !== "false")) {
          const copy = /** @type {Element} */ ((row.querySelector("p") ?? row).cloneNode(true));
          copy.querySelector(".cw-verdict")?.remove();
          list.append(make("li", {}, ...copy.childNodes));
        }
        reveal.append(title("question.right-answer"), list);
      }
      for (const element of task.model ?? []) this.#borrow(element, reveal);
      reveal.append(title("question.explanation"));
      this.#borrow(explanation, reveal);
    }

    /** @param {Mark} mark @param {string} id */
    #markItem({ item, at, control, of, verdict, right, chosen, feedback }, id) {
      const state = right ? "right" : "wrong";
      const words = make("p", { class: "cw-verdict-line" }, make("strong", { class: "cw-verdict" }, word(verdict)));
      if (of) words.prepend(make("span", { class: "cw-result-of" }, of), " ");
      const box = make("div", { class: "cw-result", id, "data-state": state }, words);
      (at ?? item).append(box);
      if (feedback) this.#borrow(feedback, box);
      item.dataset.state = state;
      item.toggleAttribute("data-chosen", Boolean(chosen));
      control.setAttribute("aria-describedby", id);
      this.#undo.push(() => {
        box.remove();
        item.removeAttribute("data-state");
        item.removeAttribute("data-chosen");
        control.removeAttribute("aria-describedby");
      });
    }

    /** Moves an element until the question is open again. @param {Element} element @param {Element} to */
    #borrow(element, to) {
      const { parentNode, nextSibling } = element;
      to.append(element);
      this.#undo.push(() => parentNode?.insertBefore(element, nextSibling));
    }

    /** Back to the open question. */
    #unmark() {
      const { reveal, sure } = this.#whole;
      for (const undo of this.#undo.splice(0).reverse()) undo();
      reveal.replaceChildren();
      reveal.hidden = true;
      for (const input of all(sure, "input")) input.checked = false;
      delete this.dataset.state;
      this.#offer();
    }
  }

  // The questions that went wrong

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
      return [...questions].filter(({ dataset }) => store.answer(pathOf(dataset), dataset.hash)?.latest === "wrong");
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

  customElements.define("self-check", SelfCheck);
  customElements.define("missed-questions", MissedQuestions);
})();
