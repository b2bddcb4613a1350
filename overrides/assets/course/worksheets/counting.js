/*
 * Tables with needs and limits: what is short or over in each row and column, counted while the table is filled in.
 *
 * The library counts alike, for the solutions in keys (counting.py): tests/engine/counts.json holds for both.
 */
(() => {
  "use strict";

  const { word, count, make } = window.coursewright.tools;
  const { isTicked } = window.coursewright.sheets;

  /** What stands for an empty cell: nothing, or a dash. */
  const NOTHING_WRITTEN = /^[-–—]*$/;

  /** @typedef {{ number: number, mark: string }} Amount */

  /** @param {string | undefined} written @returns {Amount[]} */
  function amountsOf(written) {
    return (written ?? "").split(", ").filter(Boolean).map((each) => {
      const [number, mark = ""] = each.split(" ");
      return { number: Number(number), mark };
    });
  }

  /** What is filled in in a cell, in small letters. @param {Element} cell */
  function filledIn(cell) {
    for (const field of /** @type {NodeListOf<SheetField>} */ (cell.querySelectorAll("input[name], textarea[name]"))) {
      const value = isTicked(field) ? field.checked && field.value : field.value.trim();
      if (value) return value.toLowerCase();
    }
    return "";
  }

  /**
   * How many of some values have a mark, or count at all. @param {string[]} values @param {string[]} marks
   * @param {string} mark
   */
  function howMany(values, marks, mark) {
    if (mark) return values.filter((value) => value === mark.toLowerCase()).length;
    return values.filter((value) => (marks.length ? marks.includes(value) : !NOTHING_WRITTEN.test(value))).length;
  }

  /**
   * What is missing of needs, and what goes over limits; nothing if all is well.
   * @param {{ needs?: string, limit?: string }} asked @param {string[]} values @param {string[]} marks
   */
  function missed({ needs, limit }, values, marks) {
    const found = [];
    for (const [key, sign, written] of /** @type {const} */ ([["sheet.short", 1, needs], ["sheet.over", -1, limit]])) {
      const off = amountsOf(written)
        .map(({ number, mark }) => ({ number: sign * (number - howMany(values, marks, mark)), mark }))
        .filter(({ number }) => number > 0);
      const amount = off.map(({ number, mark }) => `${number} ${mark}`.trimEnd()).join(", ");
      if (amount) found.push(word(key, { amount }));
    }
    return found.join(", ");
  }

  /** @param {HTMLTableElement} table */
  function* askedOf(table) {
    const rows = [...table.tBodies[0]?.rows ?? []].filter((row) => !row.matches(".cw-example-row"));
    const heads = [...table.tHead?.rows[0]?.cells ?? []];
    const wanted = heads.filter(({ dataset }) => dataset.needs || dataset.limit);
    const places = wanted.map(({ cellIndex }) => cellIndex);
    for (const head of wanted) {
      const cells = rows.flatMap((row) => [...row.cells].filter((cell) => cell.cellIndex === head.cellIndex));
      yield { asked: head.dataset, holder: head, name: head.firstElementChild?.textContent ?? "", cells };
    }
    for (const row of rows) {
      if (!row.dataset.needs && !row.dataset.limit) continue;
      const first = row.cells[0];
      const cells = [...row.cells].filter((cell) => !places.length || places.includes(cell.cellIndex));
      const name = first?.querySelector("span:not(.cw-wanted, .cw-count)")?.textContent ?? String(row.sectionRowIndex + 1);
      if (first) yield { asked: row.dataset, holder: first, name, cells };
    }
  }

  /** @param {Element} holder */
  function placeFor(holder) {
    const found = holder.querySelector(":scope > .cw-count");
    if (found) return found;
    const place = make("span", { class: "cw-count" });
    holder.append(place);
    return place;
  }

  /** Below the table, outside of the frame that scrolls. @param {HTMLTableElement} table */
  function tallyOf(table) {
    const frame = table.closest(".cw-table") ?? table;
    const found = frame.nextElementSibling;
    if (found?.matches(".cw-tally")) return found;
    const tally = make("p", { class: "cw-tally", role: "status" });
    frame.after(tally);
    return tally;
  }

  /** @param {HTMLTableElement} table @param {Element} [changed] The field that has changed. */
  function countTable(table, changed) {
    const marks = table.dataset.marks?.split(" ") ?? [];
    const near = [];
    let open = 0;
    let all = 0;
    for (const { asked, holder, name, cells } of askedOf(table)) {
      const off = missed(asked, cells.map(filledIn), marks);
      const state = off || word("sheet.in-balance");
      const place = placeFor(holder);
      place.textContent = state.replaceAll(/(?<=\d) /g, "\u00a0"); // a number and its mark stay together
      place.classList.toggle("cw-count--off", Boolean(off));
      all += 1;
      open += Number(Boolean(off));
      if (changed && cells.some((cell) => cell.contains(changed))) near.push(word("sheet.counted", { what: name, state }));
    }
    const summary = open ? count("sheet.open", open, { of: all }) : word("sheet.all-kept");
    tallyOf(table).textContent = [...near, summary].join(" ");
  }

  /** @param {HTMLFormElement} form @param {SheetField} [changed] */
  function countUp(form, changed) {
    for (const table of /** @type {NodeListOf<HTMLTableElement>} */ (form.querySelectorAll("table.cw-counted"))) {
      if (!changed || table.contains(changed)) countTable(table, changed);
    }
  }

  /** @param {ParentNode} holder */
  function dropCounts(holder) {
    for (const made of holder.querySelectorAll(".cw-count, .cw-tally")) made.remove();
  }

  Object.assign(window.coursewright.sheets, { countUp, dropCounts, missed });
})();
