/*
 * What the browser keeps of a course stands in spaces named after the course. When a course gets another name, what was
 * kept under the one before is copied, once. It isn't moved: two courses may have shared that name.
 */
(() => {
  "use strict";

  const { name, formerNames } = window.coursewright;
  const SPACES = ["coursewright", "coursewright-plan", "coursewright-run"];
  const done = `coursewright.carried/${name}`;

  /** @param {Storage} storage */
  function carry(storage) {
    if (storage.getItem(done)) return;
    for (const former of formerNames) {
      for (const key of Object.keys(storage)) {
        const [space = "", owner, ...rest] = key.split("/");
        const copy = [space, name, ...rest].join("/");
        if (SPACES.includes(space) && owner === former && storage.getItem(copy) === null) {
          storage.setItem(copy, storage.getItem(key) ?? "");
        }
      }
    }
    storage.setItem(done, "1");
  }

  try {
    if (formerNames.length) carry(window.localStorage);
  } catch {
    // A browser that keeps nothing has nothing to copy; a full one tries again at the next visit.
  }
})();
