/*
 * The store keeps what the learner does under paths `lesson/kind/name`, each course in a space of its own. Nothing here
 * throws: what the browser will not take stays in memory for the visit. A renamed lesson takes along what was kept.
 */
(() => {
  "use strict";

  const space = `coursewright/${window.coursewright.name}/`;

  /** @type {Map<string, string>} */
  const memory = new Map();
  let persistent = true;
  const storage = open();

  /** @returns {Storage | null} */
  function open() {
    try {
      const found = window.localStorage;
      found.getItem(space);
      persistent = write(found, "", "probe");
      write(found, "", null);
      return found;
    } catch {
      persistent = false;
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
    } catch {
      return false;
    }
  }

  /** @param {string} path @param {string | null} text */
  function put(path, text) {
    const written = write(storage, path, text);
    if (written || text === null) memory.delete(path);
    else memory.set(path, text);
    // A full storage refuses the large and takes the small: one refusal means that the visit is not wholly kept.
    persistent &&= written;
    document.dispatchEvent(new CustomEvent("course-store", { detail: path }));
    return written;
  }

  /** @param {string} path @returns {unknown} */
  function get(path) {
    try {
      return JSON.parse(memory.get(path) ?? storage?.getItem(space + path) ?? "");
    } catch {
      return undefined;
    }
  }

  /** @param {string} path @param {string | undefined} hash @returns {Kept | null} */
  function answer(path, hash) {
    const kept = /** @type {Partial<Kept> | null | undefined} */ (get(path));
    if (kept?.hash !== hash || !Array.isArray(kept?.choice)) return null;
    const choice = kept.choice.filter((value) => typeof value === "string");
    /** @param {Result | undefined} some */
    const result = (some) => (some && ["right", "wrong", "answered"].includes(some) ? some : undefined);
    const tries = Number(kept.tries) || 0;
    return { ...kept, hash: String(hash), choice, tries, first: result(kept.first), latest: result(kept.latest) };
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

  /** Moves what was kept under earlier names of the lessons on this page; what is newer stays. */
  function adopt() {
    /** @type {NodeListOf<HTMLElement>} */
    const renamed = document.querySelectorAll("[data-formerly]");
    for (const { dataset } of renamed) {
      const lesson = dataset.lesson ?? dataset.lessonStatus;
      for (const old of lesson && dataset.formerly ? dataset.formerly.split(/\s+/) : []) {
        if (old && old !== lesson) keys(`${old}/`).forEach((path) => move(path, lesson + path.slice(old.length)));
      }
    }
  }

  /** @param {string} from @param {string} to */
  function move(from, to) {
    const value = get(to) === undefined ? get(from) : undefined;
    if (value === undefined || put(to, JSON.stringify(value))) put(from, null);
  }

  window.coursewright.store = {
    get,
    answer,
    adopt,
    set: (path, value) => put(path, JSON.stringify(value)),
    remove: (path) => void put(path, null),
    keys,
    get persistent() {
      return persistent;
    },
  };

  adopt();
})();
