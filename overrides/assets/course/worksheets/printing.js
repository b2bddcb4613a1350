/* A sheet on paper: what was written as text that breaks over lines and pages, and a sheet that is printed alone. */
(() => {
  "use strict";

  const { make } = window.coursewright.tools;
  const { fieldsOf, isTicked, reset, dropCounts } = window.coursewright.sheets;

  function hideWritten() {
    for (const text of document.querySelectorAll(".cw-written")) text.remove();
  }

  /** What is written, as text that breaks over lines and pages; the browser would cut a field off. */
  function showWritten() {
    hideWritten();
    const forms = /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll(".cw-sheet > form"));
    for (const field of [...forms].flatMap(fieldsOf)) {
      if (isTicked(field) || !field.value) continue;
      const rows = field.getAttribute("rows") ?? "1";
      field.after(make("span", { class: "cw-written", "data-rows": rows }, field.value));
    }
  }

  /** @type {Element | null} */
  let copy = null;

  function dropCopy() {
    document.documentElement.classList.remove("cw-printing-sheet");
    copy?.remove();
    copy = null;
  }

  /** @param {HTMLFormElement} form @param {boolean} blank */
  function copyForm(form, blank) {
    const sheet = /** @type {HTMLFormElement} */ (form.cloneNode(true));
    if (blank) reset(sheet);
    dropCounts(sheet);
    for (const made of sheet.querySelectorAll(".cw-status, .cw-buttons, .cw-confirm, .cw-refused, .cw-trainer")) made.remove();
    for (const element of sheet.querySelectorAll("[id]")) element.removeAttribute("id");
    // Where the style sheet cannot read numbers from attributes.
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (sheet.querySelectorAll("[data-height]"))) {
      row.style[row.matches("tr") ? "height" : "minHeight"] = `${row.dataset.height}mm`;
    }
    return sheet;
  }

  /**
   * Prints a sheet alone: a copy of it, in place of the page. What the learner wrote stays where it is.
   * @param {HTMLFormElement} form @param {string} title @param {boolean} blank
   */
  function printAlone(form, title, blank) {
    dropCopy();
    const titles = [...document.querySelectorAll(".cw-page-name, h1")].map((element) => element.textContent);
    copy = make(
      "div",
      { class: "cw-print-copy md-typeset" },
      make("p", { class: "cw-page-name" }, titles.join(" · ")),
      make("h1", {}, title),
      make("p", { class: "cw-page-address" }, location.href.split("#", 1).join()),
      make("div", { class: "cw-sheet" }, copyForm(form, blank)),
    );
    document.body.append(copy);
    document.documentElement.classList.add("cw-printing-sheet");
    window.print();
  }

  window.addEventListener("beforeprint", showWritten);
  window.addEventListener("afterprint", hideWritten);
  // Not every browser tells the end of printing; whoever goes on with the page tells it, too.
  for (const type of ["afterprint", "keydown", "pointerdown"]) window.addEventListener(type, dropCopy);

  window.coursewright.sheets.printAlone = printAlone;
})();
