/* The parts of the course to plan with, from the page; and the buttons that put them into the plan. */
(() => {
  "use strict";

  const { word, make, button } = window.coursewright.tools;

  /** @param {HTMLElement} element @param {ShelfSource} source @returns {ShelfPart} */
  function readPart(element, source) {
    const { slot = "", kind = "", title = "", minutes, shortest, materials = "", group = "", took, tookSaid = "" } = element.dataset;
    const { code, href, address, sheet, sheetTitle = "", sheetPages = "" } = element.dataset;
    return {
      slot,
      source,
      kind,
      title,
      minutes: Number(minutes) || 1,
      shortest: Number(shortest) || 0,
      materials: materials.split(materials.includes("\n") ? "\n" : ", ").filter(Boolean),
      group,
      code,
      href,
      address,
      sheet: sheet ? { id: sheet, title: sheetTitle, pages: sheetPages } : null,
      took: Number(took) || 0,
      tookSaid,
      content: element.querySelector(".cw-slot-content"),
    };
  }

  /** @returns {Shelves} */
  function read() {
    /** @type {Shelves} */
    const shelves = { lessons: new Map(), parts: new Map() };
    for (const shelf of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".cw-shelf"))) {
      const { lesson, workshop = "", title = "", prerequisites = "" } = shelf.dataset;
      /** @type {ShelfSource} */
      const source = { id: lesson ?? workshop, title, prerequisites: prerequisites.split(" ").filter(Boolean), parts: [] };
      for (const element of /** @type {NodeListOf<HTMLElement>} */ (shelf.querySelectorAll("details[data-slot]"))) {
        const part = readPart(element, source);
        source.parts.push(part);
        shelves.parts.set(part.slot, part);
      }
      if (lesson) shelves.lessons.set(lesson, source);
    }
    return shelves;
  }

  /** @param {ShelfPart} part @param {(parts: ShelfPart[]) => void} add */
  function makeAdd(part, add) {
    const element = button("add", "plan.add", () => add([part]));
    const name = word("plan.add-name", { title: part.title, kind: word(`part.${part.kind}`) });
    element.setAttribute("aria-label", name);
    return element;
  }

  /** @param {Shelves} shelves @param {(parts: ShelfPart[]) => void} add */
  function stock(shelves, add) {
    /** @type {Map<string, HTMLElement>} */
    const marks = new Map();
    for (const shelf of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".cw-shelf"))) {
      const lesson = shelves.lessons.get(shelf.dataset.lesson ?? "");
      if (lesson?.parts.length) {
        const whole = button("add-lesson", "plan.add-lesson", () => add(lesson.parts));
        whole.setAttribute("aria-label", word("plan.add-lesson-name", { title: lesson.title }));
        shelf.querySelector("h3")?.after(make("p", { class: "cw-shelf-whole" }, whole));
      }
      for (const element of /** @type {NodeListOf<HTMLElement>} */ (shelf.querySelectorAll("details[data-slot]"))) {
        const part = shelves.parts.get(element.dataset.slot ?? "");
        if (!part) continue;
        const mark = make("span", { class: "cw-shelf-mark", hidden: "" }, word("plan.planned"));
        const row = make("div", { class: "cw-shelf-row" });
        element.replaceWith(row);
        row.append(element, make("p", { class: "cw-shelf-add" }, makeAdd(part, add), mark));
        marks.set(part.slot, mark);
      }
    }
    return (/** @type {Set<string>} */ planned) => marks.forEach((mark, slot) => (mark.hidden = !planned.has(slot)));
  }

  window.coursewright.plan.shelves = { read, stock };
})();
