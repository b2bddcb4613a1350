/*
 * Where the learner has got to. A lesson keeps the section that was read last in it; links with [data-continue] say what
 * comes next of the lessons that their page lists, and lead there.
 */
(() => {
  "use strict";

  const { word, now } = window.coursewright.tools;
  const store = window.coursewright.store;
  /** The part of the window above which a heading counts as read. */
  const READ = 0.4;

  /** @param {string} lesson @returns {Place | null} */
  function placeIn(lesson) {
    const { id, title, on } = store.record(`${lesson}/progress/at`);
    const time = Date.parse(String(on));
    if (Number.isNaN(time)) return null;
    return { id: typeof id === "string" ? id : "", title: typeof title === "string" ? title : "", time };
  }

  /** @param {Element} heading */
  function titleOf(heading) {
    const copy = /** @type {Element} */ (heading.cloneNode(true));
    for (const mark of copy.querySelectorAll(".headerlink, .cw-done")) mark.remove();
    return copy.textContent?.replace(/\s+/g, " ").trim() ?? "";
  }

  /** Keeps where the reader of a lesson is: at its top the section of before, as who comes back may only look in. */
  function keepPlace() {
    const lesson = document.querySelector("lesson-done")?.getAttribute("data-lesson");
    if (!lesson) return;
    const headings = [...document.querySelectorAll("article :is(h2, h3)[id]")];
    const at = headings.filter((heading) => heading.getBoundingClientRect().top < window.innerHeight * READ).at(-1);
    const before = placeIn(lesson);
    const { id, title } = at ? { id: at.id, title: titleOf(at) } : { id: before?.id ?? "", title: before?.title ?? "" };
    store.set(`${lesson}/progress/at`, { id, title, on: now() });
  }

  /** What a learner said of a lesson before the course; null if nothing. @param {string} lesson */
  function markOf(lesson) {
    const mark = store.get(`${lesson}/assessment/first`);
    return typeof mark === "number" ? mark : null;
  }

  /** Who can do it on her own, as she said. @param {ListedLesson} lesson */
  const isMastered = ({ id }) => (markOf(id) ?? 0) >= 2;

  /** The lessons that the page lists, in order. @returns {ListedLesson[]} */
  function listed() {
    /** @type {NodeListOf<HTMLElement>} */
    const marks = document.querySelectorAll(":is(.cw-modules, .cw-module-lessons) [data-lesson-status]");
    return [...marks].flatMap((mark) => {
      const link = mark.closest("a");
      const id = mark.dataset.lessonStatus ?? "";
      return link ? [{ id, link, done: Boolean(store.get(`${id}/progress/done`)), place: placeIn(id) }] : [];
    });
  }

  /** What to go on with; with none of it begun, what the marks of the assessment say. @param {ListedLesson[]} lessons */
  function nextOf(lessons) {
    const left = lessons.filter(({ done }) => !done);
    const read = lessons.filter(({ place }) => place).sort((a, b) => Number(a.place?.time) - Number(b.place?.time));
    const last = read.at(-1);
    if (last && !last.done) return { lesson: last, begun: true, advised: false };
    const begun = Boolean(last) || left.length < lessons.length;
    const after = left.filter((lesson) => last && lessons.indexOf(lesson) > lessons.indexOf(last));
    const advised = begun ? undefined : left.find(({ id }) => (markOf(id) ?? 2) < 2);
    const open = [...after, ...left].find((lesson) => !isMastered(lesson));
    return { lesson: advised ?? open ?? left[0], begun, advised: Boolean(advised) };
  }

  /** @param {string} selector @param {boolean} shown */
  function show(selector, shown) {
    for (const element of document.querySelectorAll(selector)) element.toggleAttribute("hidden", !shown);
  }

  /** @param {HTMLAnchorElement} anchor */
  function pointOn(anchor) {
    const lessons = listed();
    const { finished = "", nextUrl, nextTitle = "" } = anchor.dataset;
    if (!lessons.length) return;
    const { lesson, begun, advised } = nextOf(lessons);
    show("[data-advised]", advised);
    show("[data-once-finished]", !lesson);
    show("[data-until-finished]", Boolean(lesson));
    if (lesson) {
      const { id = "", title: section = "" } = lesson.place ?? {};
      const title = titleOf(lesson.link);
      const key = !begun ? "begin" : section ? "continue-at" : "continue";
      anchor.textContent = word(`progress.${key}`, { title, section });
      anchor.setAttribute("href", (lesson.link.getAttribute("href") ?? "") + (id && `#${id}`));
    } else {
      anchor.textContent = word(nextUrl ? "progress.module-finished" : "progress.finished", { title: nextTitle });
      anchor.setAttribute("href", nextUrl ?? finished);
    }
  }

  let waiting = 0;
  window.addEventListener("scroll", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keepPlace, 300);
  }, { passive: true });
  // Telephones end a page without another word, once it is out of sight.
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keepPlace());
  window.addEventListener("pagehide", keepPlace);

  window.coursewright.places = {
    pointAll: () => document.querySelectorAll("a[data-continue]").forEach((a) => pointOn(/** @type {HTMLAnchorElement} */ (a))),
  };
})();
