/* <my-data>: all that is kept in this browser, to save as a file, to take from one, or to delete. A file takes nothing away. */
(() => {
  "use strict";

  const { word, make, button, isRecord } = window.coursewright.tools;
  const { store, keeping } = window.coursewright;
  const LARGEST = 5_000_000;
  const PATH = /^([a-z0-9-]+\/[a-z0-9-]+)\/(question|draft|worksheet|progress|assessment)\/([a-z0-9-]+)$|^my-progress\/(name|practice)$/;
  const { name: course, formerNames } = window.coursewright;

  /** @type {Merge} */
  const MERGE = {
    question(path, value, lesson, name) {
      if (!isRecord(value) || typeof value.hash !== "string" || !Array.isArray(value.choice)) return null;
      const asked = window.coursewright.index?.lessons.find(({ id }) => id === lesson)?.questions.find((some) => some.name === name);
      const edited = asked && asked.hash !== value.hash && asked.worded !== value.hash;
      // Of an edited reflection the words are kept, by its page.
      if (edited && asked.kind !== "reflection") return null;
      const here = store.answer(path, asked ?? { hash: value.hash });
      const { hash, choice, first, latest, tries, sure, misjudged, shown, fair } = value;
      const better = !here || (Number(tries) > here.tries && !edited);
      return better ? { hash, choice, first, latest, tries, sure, misjudged, shown, fair } : undefined;
    },

    draft(path, value) {
      if (!isRecord(value) || typeof value.hash !== "string" || !Array.isArray(value.values)) return null;
      const answered = store.get(path.replace("/draft/", "/question/"));
      return answered ?? store.get(path) ? undefined : { hash: value.hash, values: value.values.map(String) };
    },

    worksheet(path, value) {
      if (!isRecord(value) || !Object.values(value).every((text) => typeof text === "string")) return null;
      const here = store.record(path);
      return Object.keys(value).every((field) => field in here) ? undefined : { ...value, ...here };
    },

    progress(path, value, _, name) {
      if (!isRecord(value)) return null;
      const { id, title, on } = value;
      if (name === "at") return Date.parse(String(store.record(path).on)) >= Date.parse(String(on)) ? undefined : { id, title, on };
      return store.get(path) ? undefined : { on: String(value.on) };
    },

    assessment(path, value) {
      if (![0, 1, 2, 3].includes(/** @type {number} */ (value))) return null;
      return store.get(path) === undefined ? value : undefined;
    },

    // It leads through pages as they were there.
    practice: () => undefined,

    name(path, value) {
      if (typeof value !== "string") return null;
      return store.get(path) ? undefined : value.slice(0, 100);
    },
  };

  /** @param {Record<string, unknown>} entries */
  function takeAll(entries) {
    const counts = { n: 0, same: 0, refused: 0 };
    for (const [path, value] of Object.entries(entries)) {
      const [, lesson = "", kind = "", name = "", own = ""] = PATH.exec(path) ?? [];
      const mergeEntry = MERGE[kind || own];
      const merged = mergeEntry ? mergeEntry(path, value, lesson, name) : null;
      if (merged === null) counts.refused += 1;
      else if (merged === undefined) counts.same += 1;
      else {
        store.set(path, merged);
        counts.n += 1;
      }
    }
    // The file may be older than a lesson's name.
    store.adopt();
    return counts;
  }

  /** Takes what it can, and tells of it. @param {string} text */
  function open(text) {
    /** @type {unknown} */
    let saved;
    try {
      saved = JSON.parse(text);
    } catch {
      // Told below.
    }
    if (!isRecord(saved) || typeof saved.version !== "number" || !isRecord(saved.entries)) return word("mine.import-damaged");
    if (![course, ...formerNames].some((name) => name === saved.course)) return word("mine.import-other", { course: String(saved.course) });
    if (saved.version > keeping.version) return word("mine.import-version");
    return word("mine.imported", takeAll(saved.entries));
  }

  /** Plans and runs of workshops are kept beside the store (plan-keep.js, run-session.js), and go with it. */
  function clearBeside() {
    try {
      for (const key of Object.keys(window.localStorage)) {
        const [space, owner] = key.split("/");
        if (space?.startsWith("coursewright-") && owner === course) window.localStorage.removeItem(key);
      }
    } catch {
      // Nothing is kept, then.
    }
  }

  class MyData extends HTMLElement {
    #status = make("p", { class: "cw-status", role: "status" });
    #clear = button("clear", "mine.clear", () => this.#ask(true));
    #keep = button("clear-no", "mine.clear-no", () => this.#ask(false));
    #buttons = make("p", { class: "cw-buttons" });
    #confirm = make("div", { class: "cw-confirm", role: "group", "aria-labelledby": "mine-clear", hidden: "" });

    connectedCallback() {
      if (this.firstChild) return;
      this.#buttons.append(button("export", "mine.export", () => this.#say(word("mine.exported", keeping.saveAll()))), this.#makeOpen(), this.#clear);
      this.#keep.classList.add("cw-button--main");
      this.#buildConfirm();
      const title = make("h2", { id: "mine-data" }, word("mine.data"));
      const intro = make("p", {}, word(store.persistent ? "mine.data-intro" : "mine.not-kept"));
      const frame = { class: "cw-mine cw-mine--data", "aria-labelledby": "mine-data" };
      this.append(make("section", frame, title, intro, this.#status, this.#buttons, this.#confirm));
    }

    /** @param {string} text */
    #say(text) {
      this.#status.replaceChildren(text);
    }

    #makeOpen() {
      const input = make("input", { type: "file", accept: ".json,application/json" });
      input.addEventListener("change", async () => {
        const file = input.files?.[0];
        if (!file) return;
        const text = file.size > LARGEST ? "" : await file.text().catch(() => "");
        // The same file can be opened again.
        input.value = "";
        this.#say(open(text));
      });
      return make("label", { class: "cw-button cw-file" }, make("span", {}, word("mine.import")), input);
    }

    #buildConfirm() {
      const yes = button("clear-yes", "mine.clear-yes", () => {
        store.keys().forEach((path) => store.remove(path));
        clearBeside();
        this.#ask(false);
        this.#say(word("mine.cleared"));
      });
      const question = make("p", { class: "cw-confirm-question", id: "mine-clear" }, word("mine.clear-question"));
      this.#confirm.append(question, make("p", { class: "cw-buttons" }, yes, this.#keep));
      this.#confirm.addEventListener("keydown", ({ key }) => {
        if (key === "Escape") this.#ask(false);
      });
    }

    /** @param {boolean} asking */
    #ask(asking) {
      this.#confirm.hidden = !asking;
      this.#buttons.hidden = asking;
      (asking ? this.#keep : this.#clear).focus();
    }
  }

  customElements.define("my-data", MyData);
})();
