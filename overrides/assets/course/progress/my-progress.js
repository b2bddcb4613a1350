/* <my-progress>: what the learner has done and written, drawn from window.coursewright.index and the store in place of what it holds. */
(() => {
  "use strict";

  const { word, count, make, button, now } = window.coursewright.tools;
  const { store, practice } = window.coursewright;
  const NAME = "my-progress/name";

  /** @param {IndexLesson} lesson @returns {TakenLesson} */
  function take(lesson) {
    const asked = lesson.questions.map((question) => {
      const path = `${lesson.id}/question/${question.name}`;
      return { ...question, lesson, kept: store.answer(path, question), earlier: store.earlier(path, question) };
    });
    return { ...lesson, asked, done: Boolean(store.get(`${lesson.id}/progress/done`)) };
  }

  /** @param {AskedQuestion} question */
  const wentWell = ({ kept }) => kept?.latest === "right" || kept?.latest === "answered";

  /** @param {IndexLesson} lesson @param {string} [name]  of a question in it @param {string} [text] */
  const linkTo = ({ url, title }, name, text = title) => make("a", { href: name ? `${url}#question-${name}` : url }, text);

  /** @param {string} text */
  const stateOf = (text) => make("span", { class: "cw-mine-state" }, text);

  /** @param {string} name @param {(Node | string)[]} children */
  function section(name, ...children) {
    const id = `mine-${name}`;
    const title = make("h2", { id }, word(`mine.${name}`));
    return make("section", { class: `cw-mine cw-mine--${name}`, "aria-labelledby": id }, title, ...children);
  }

  /** @param {string} key @param {Record<string, string | number>} [values] */
  const line = (key, values) => make("p", {}, word(key, values));

  /** @param {TakenLesson[]} lessons */
  function drawLessons(lessons) {
    const done = lessons.filter((lesson) => lesson.done).length;
    const bar = make("progress", { max: String(Math.max(lessons.length, 1)), value: String(done) });
    const label = make("span", {}, word("progress.count", { done, all: lessons.length }));
    const items = lessons.map((lesson) => {
      const state = stateOf(word(lesson.done ? "progress.done" : "mine.not-done"));
      const objectives = lesson.objectives.map((objective) => drawObjective(objective, lesson));
      const item = make("li", {}, make("p", {}, linkTo(lesson), " ", state));
      item.append(make("ul", { class: "cw-mine-objectives" }, ...objectives));
      item.toggleAttribute("data-done", lesson.done);
      return item;
    });
    const list = make("ul", { class: "cw-mine-lessons" }, ...items);
    return section("lessons", make("label", { class: "cw-progress" }, label, " ", bar), list);
  }

  /** @param {{ name: string, text: string }} objective @param {TakenLesson} lesson */
  function drawObjective({ name, text }, { asked }) {
    const questions = asked.filter(({ objectives }) => objectives.includes(name));
    const n = questions.filter(wentWell).length;
    const m = questions.length;
    const item = make("li", {}, make("span", {}, text));
    if (m) item.append(" ", stateOf(word("mine.objective", { n, m })));
    item.toggleAttribute("data-done", m > 0 && n === m);
    return item;
  }

  /** Does something when a link is followed, in this tab or another. @param {HTMLElement} link @param {() => void} act */
  function before(link, act) {
    for (const type of ["click", "auxclick"]) link.addEventListener(type, act);
    return link;
  }

  /** @param {Kept | null} kept */
  const latestOf = (kept) => word(`mine.${kept?.fair ? "fair" : kept?.latest}`);

  /** @param {AskedQuestion[]} questions */
  function listQuestions(questions) {
    const items = questions.map((question) => {
      const { lesson, name, stem, kept } = question;
      const link = linkTo(lesson, name, stem);
      if (kept?.latest === "wrong") before(link, () => practice.openBlank(question));
      return make("li", {}, link, " ", stateOf(`${lesson.title} · ${word("mine.latest")}: ${latestOf(kept)}`));
    });
    return make("ul", { class: "cw-mine-questions" }, ...items);
  }

  /** @param {AskedQuestion[]} asked */
  function drawAgain(asked) {
    const missed = asked.filter(({ kept }) => kept?.latest === "wrong");
    const [first] = missed;
    if (!first) return section("again", line("mine.again-none"));
    const frame = { class: "cw-start", href: `${first.lesson.url}#practice` };
    const start = make("a", frame, count("mine.practise", missed.length));
    return section("again", make("p", {}, before(start, () => practice.beginPractice(missed))), listQuestions(missed));
  }

  /** @param {AskedQuestion[]} asked */
  function drawCertain(asked) {
    const misjudged = asked.filter(({ kept }) => kept?.misjudged && kept.latest);
    if (!misjudged.length) return [];
    return [section("certain", line("mine.certain-intro"), listQuestions(misjudged))];
  }

  /** @param {AskedQuestion[]} asked */
  function drawResults(asked) {
    const answered = asked.filter(({ kept, earlier }) => kept?.latest || earlier);
    if (!answered.length) return section("results", line("mine.results-none"));
    const heads = ["lesson", "question", "first", "latest", "tries"];
    const head = make("tr", {}, ...heads.map((name) => make("th", { scope: "col" }, word(`mine.${name}`))));
    const rows = answered.map(({ lesson, name, stem, kept, earlier }) => {
      const told = kept?.latest ? kept : earlier;
      const first = make("td", { "data-state": told?.first ?? "" }, told?.first ? word(`mine.${told.first}`) : "");
      const latest = make("td", { "data-state": told?.fair ? "fair" : (told?.latest ?? "") }, latestOf(told));
      const question = make("td", {}, linkTo(lesson, name, stem));
      if (told === earlier) question.append(" ", stateOf(word("mine.earlier")));
      return make("tr", {}, make("td", {}, lesson.title), question, first, latest, make("td", {}, String(told?.tries)));
    });
    const table = make("table", { class: "cw-mine-table" }, make("thead", {}, head), make("tbody", {}, ...rows));
    const frame = { class: "cw-table", role: "region", tabindex: "0", "aria-label": word("page.wide-table") };
    return section("results", make("div", frame, table));
  }

  /** What it belongs to, and the words. @param {TakenLesson} lesson */
  function readWritten({ id, asked, sheets }) {
    /** @type {[string, string][]} */
    const texts = [];
    for (const { kind, stem, kept } of asked) {
      if (kind === "reflection" && kept?.choice[0]?.trim()) texts.push([stem, kept.choice[0]]);
    }
    for (const { name, title, fields } of sheets) {
      const kept = Object.entries(store.record(`${id}/worksheet/${name}`));
      const order = fields.map((field) => field.name);
      kept.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
      for (const [field, value] of kept) {
        const label = fields.find((some) => some.name === field)?.label ?? field;
        if (typeof value === "string") texts.push([`${title}: ${label}`, value === "yes" ? word("mine.yes") : value]);
      }
    }
    return texts;
  }

  /** @param {TakenLesson[]} lessons */
  function drawWritten(lessons) {
    const parts = lessons.flatMap((lesson) => {
      const texts = readWritten(lesson);
      if (!texts.length) return [];
      const list = texts.flatMap(([label, text]) => [make("dt", {}, label), make("dd", {}, text)]);
      return [make("h3", {}, linkTo(lesson)), make("dl", { class: "cw-mine-texts" }, ...list)];
    });
    return section("written", ...(parts.length ? parts : [line("mine.written-none")]));
  }

  /** The day of the last lesson that was done, where it was done. @param {TakenLesson[]} done */
  function dateOf(done) {
    const days = done.map(({ id }) => String(store.record(`${id}/progress/done`).on).slice(0, 10)).sort();
    const date = new Date(`${days.filter((day) => /^\d{4}-\d\d-\d\d$/.test(day)).at(-1) ?? now().slice(0, 10)}T12:00:00`);
    return date.toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: "long" });
  }

  /** @param {string} title @param {TakenLesson[]} lessons @param {AskedQuestion[]} asked */
  function drawRecord(title, lessons, asked) {
    const done = lessons.filter((lesson) => lesson.done);
    if (!done.length) return section("record", line("mine.record-none"));
    const kept = store.get(NAME);
    const field = make("input", { id: "mine-name", type: "text", autocomplete: "name", maxlength: "100" });
    const name = make("p", { class: "cw-record-name" });
    field.value = name.textContent = typeof kept === "string" ? kept : "";
    field.addEventListener("input", () => {
      name.textContent = field.value;
      if (field.value) store.set(NAME, field.value);
      else store.remove(NAME);
    });
    const graded = asked.filter(({ kind }) => kind !== "reflection");
    const record = make(
      "div",
      { class: "cw-record" },
      make("p", { class: "cw-record-course" }, title),
      make("p", { class: "cw-field" }, make("label", {}, make("span", {}, word("mine.name")), " ", field)),
      name,
      line("mine.record-lessons", { n: done.length, m: lessons.length }),
      line("mine.record-questions", { n: graded.filter(wentWell).length, m: graded.length }),
      line("mine.record-date", { date: dateOf(done) }),
      make("ul", { class: "cw-record-lessons" }, ...done.map((lesson) => make("li", {}, lesson.title))),
    );
    return section("record", record, make("p", { class: "cw-buttons" }, button("print", "mine.print", () => window.print())));
  }

  class MyProgress extends HTMLElement {
    #due = false;

    connectedCallback() {
      document.addEventListener("course-store", this.#changed);
      window.addEventListener("pageshow", this.#returned);
      store.adopt();
      this.#draw();
      // Whoever was sent to a part of this page that is here only now.
      const wanted = document.getElementById(location.hash.slice(1));
      if (wanted && this.contains(wanted)) wanted.scrollIntoView();
    }

    disconnectedCallback() {
      document.removeEventListener("course-store", this.#changed);
      window.removeEventListener("pageshow", this.#returned);
    }

    /** Many changes at once, as from a file, are drawn once. @param {CustomEvent<string>} event */
    #changed = ({ detail }) => {
      if (/\/(draft|practice|at)\b/.test(detail) || (detail === NAME && this.contains(document.activeElement))) return;
      if (!this.#due) queueMicrotask(() => this.#draw());
      this.#due = true;
    };

    /** @param {PageTransitionEvent} event */
    #returned = ({ persisted }) => persisted && this.#draw();

    #draw() {
      this.#due = false;
      const index = window.coursewright.index;
      if (!index) return;
      const lessons = index.lessons.map(take);
      const asked = lessons.flatMap((lesson) => lesson.asked);
      const drawn = [
        drawLessons(lessons),
        drawAgain(asked),
        ...drawCertain(asked),
        drawResults(asked),
        drawWritten(lessons),
        drawRecord(index.title, lessons, asked),
      ];
      // What is as it was stays: the focus may be in it.
      const { activeElement: active } = document;
      const there = [...this.children];
      const parts = drawn.map((part) => there.find((old) => old.isEqualNode(part)) ?? part);
      for (const old of there) if (!parts.includes(/** @type {HTMLElement} */ (old))) old.remove();
      parts.forEach((part, at) => part === this.children[at] || this.insertBefore(part, this.children[at] ?? null));
      if (active?.id && !active.isConnected) document.getElementById(active.id)?.focus();
    }
  }

  customElements.define("my-progress", MyProgress);
})();
