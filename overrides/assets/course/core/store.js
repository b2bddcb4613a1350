/*
 * The store keeps what the learner does under paths `lesson/kind/name`, each course in a space of its own. Nothing here
 * throws: what the browser will not take stays in memory for the visit. A renamed lesson takes along what was kept.
 */
(() => {
  "use strict";

  const { isRecord, renames } = window.coursewright.tools;
  const space = `coursewright/${window.coursewright.name}/`;
  /** @type {Result[]} */
  const RESULTS = ["right", "wrong", "answered"];
  /** What is kept of a block beside its own. @type {Record<string, string[]>} */
  const ALONGSIDE = { question: ["question", "draft"] };

  /** @type {Map<string, string>} */
  const memory = new Map();
  /** Why the browser did not take something. @type {CourseStore["trouble"]} */
  let refusal = "";
  const storage = open();

  /** @returns {Storage | null} */
  function open() {
    try {
      const found = window.localStorage;
      found.getItem(space);
      if (write(found, "", "probe")) write(found, "", null);
      return found;
    } catch {
      refusal = "denied";
      return null;
    }
  }

  /** @param {Storage | null} target @param {string} path @param {string | null} text */
  function write(target, path, text) {
    try {
      if (!target) return false;
      if (text === null) target.removeItem(space + path);
      else target.setItem(space + path, text);
      return true;
    } catch (error) {
      refusal = /quota/i.test(error instanceof Error ? error.name : "") ? "full" : "denied";
      return false;
    }
  }

  /** @param {string} path @param {string | null} text */
  function put(path, text) {
    const written = write(storage, path, text);
    if (written || text === null) memory.delete(path);
    else memory.set(path, text);
    // A full storage takes the small and refuses the large, and has room again once something else is gone.
    for (const [held, was] of written ? memory : []) {
      if (write(storage, held, was)) memory.delete(held);
    }
    if (written && !memory.size) refusal = "";
    tell(path);
    return written;
  }

  /** @param {string} path */
  const tell = (path) => document.dispatchEvent(new CustomEvent("course-store", { detail: path }));

  /** @param {string} path @returns {unknown} */
  function get(path) {
    try {
      return JSON.parse(memory.get(path) ?? storage?.getItem(space + path) ?? "");
    } catch {
      return undefined;
    }
  }

  /** A value that is kept as several by name; none of them if it is anything else. @type {CourseStore["record"]} */
  function record(path) {
    const kept = get(path);
    return Object.assign(Object.create(null), isRecord(kept) ? kept : {});
  }

  /** What is kept of a question, whichever wording it was; null if it makes no sense. @param {string} path */
  function keptAt(path) {
    const kept = /** @type {Partial<Kept> | null | undefined} */ (get(path));
    if (!kept || typeof kept.hash !== "string" || !Array.isArray(kept.choice)) return null;
    const choice = kept.choice.filter((value) => typeof value === "string");
    /** @param {unknown} some @returns {Result | undefined} */
    const result = (some) => RESULTS.find((known) => known === some);
    const tries = Number(kept.tries) || 0;
    return { ...kept, hash: kept.hash, choice, tries, first: result(kept.first), latest: result(kept.latest) };
  }

  /** @type {CourseStore["answer"]} */
  function answer(path, { hash = "", worded, renamed = "" }) {
    const kept = keptAt(path);
    if (!kept || kept.hash === hash) return kept;
    if (kept.hash !== worded) return null;
    // As version 0.1 kept it: under a digest of all words, and with other names for pairs and steps.
    const names = renames(renamed);
    return { ...kept, hash, choice: kept.choice.map((value) => names.get(value) ?? value) };
  }

  /** @type {CourseStore["earlier"]} */
  function earlier(path, asked) {
    const kept = answer(path, asked) ? null : keptAt(path);
    return kept?.latest ? kept : null;
  }

  function keys(start = "") {
    const found = new Set(memory.keys());
    try {
      for (const key of Object.keys(storage ?? {})) {
        if (key.startsWith(space)) found.add(key.slice(space.length));
      }
    } catch {
      // What is in memory is still told.
    }
    return [...found].filter((path) => path.startsWith(start)).sort();
  }

  /** What has had other names: on this page, and in the index of the course if the page has it. @returns {Former[]} */
  function formers() {
    /** @type {NodeListOf<HTMLElement>} */
    const renamed = document.querySelectorAll("[data-formerly]");
    const found = [...renamed].map(({ dataset }) => {
      const { lesson, lessonStatus, question, sheet, formerly = "" } = dataset;
      const kind = question ? "question" : sheet ? "worksheet" : "";
      return { lesson: lesson ?? lessonStatus ?? "", kind, name: question ?? sheet ?? "", formerly: formerly.split(/\s+/) };
    });
    for (const { id, questions, sheets } of window.coursewright.index?.lessons ?? []) {
      for (const [kind, blocks] of Object.entries({ question: questions, worksheet: sheets })) {
        for (const { name, formerly = [] } of blocks) found.push({ lesson: id, kind, name, formerly });
      }
    }
    return found;
  }

  /** Moves what was kept under earlier names; what is newer stays. Lessons first: their questions may have moved on. */
  function adopt() {
    const renamed = formers();
    for (const { lesson, kind, formerly } of renamed) {
      for (const old of kind || !lesson ? [] : formerly) {
        if (old && old !== lesson) keys(`${old}/`).forEach((path) => move(path, lesson + path.slice(old.length)));
      }
    }
    for (const { lesson, kind, name, formerly } of renamed) {
      for (const id of kind ? formerly : []) {
        const cut = id.lastIndexOf("/");
        for (const each of cut > 0 ? (ALONGSIDE[kind] ?? [kind]) : []) {
          move(`${id.slice(0, cut)}/${each}${id.slice(cut)}`, `${lesson}/${each}/${name}`);
        }
      }
    }
  }

  /** @param {string} from @param {string} to */
  function move(from, to) {
    const [old, now] = [get(from), get(to)];
    // Two sheets that have become one: what only the earlier one held comes along.
    const joins = isRecord(old) && isRecord(now) && to.includes("/worksheet/");
    const value = joins ? { ...old, ...now } : now === undefined ? old : undefined;
    if (value === undefined || put(to, JSON.stringify(value))) put(from, null);
  }

  window.coursewright.store = {
    get,
    record,
    answer,
    earlier,
    adopt,
    set: (path, value) => put(path, JSON.stringify(value)),
    remove: (path) => void put(path, null),
    keys,
    get persistent() {
      return !refusal;
    },
    get trouble() {
      return refusal;
    },
    get unkept() {
      return memory.size;
    },
  };

  adopt();

  // What another tab has kept; all of it may have been cleared.
  window.addEventListener("storage", ({ key }) => {
    if (key === null) tell("");
    else if (key.startsWith(space)) tell(key.slice(space.length));
  });
})();
