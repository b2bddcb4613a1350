/*
 * <work-sheet>: a sheet to fill in on the page. Each named field is kept as it is written, one by one, so that two tabs
 * do not undo each other; the sheet adds up what is rated, says whether it is kept, and can be printed and cleared.
 */
(() => {
  "use strict";

  const { word, make, button } = window.courseTools;
  const store = window.courseStore;
  const growsByItself = CSS.supports("field-sizing", "content");

  /** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

  /** @param {HTMLFormElement} form @returns {Field[]} */
  function fieldsOf(form) {
    return [.../** @type {NodeListOf<Field>} */ (form.querySelectorAll("input[name], textarea[name]"))];
  }

  /** A field may be named "reset", and then form.reset is that field. @param {HTMLFormElement} form */
  const reset = (form) => HTMLFormElement.prototype.reset.call(form);

  /** @param {Field} field @returns {field is HTMLInputElement} */
  const isTicked = (field) => field.type === "checkbox" || field.type === "radio";

  /**
   * Writes each sum of the points of what is chosen, nothing while nothing is; gives the sums that have changed.
   * @param {HTMLFormElement} form
   */
  function addUp(form) {
    const fields = fieldsOf(form);
    return fields.filter((sum) => {
      const names = sum.dataset.sum?.split(" ");
      if (!names) return false;
      const chosen = fields.filter((field) => isTicked(field) && field.checked && names.includes(field.name));
      const points = chosen.reduce((total, { dataset }) => total + Number(dataset.points), 0);
      const before = sum.value;
      sum.value = chosen.length ? String(points) : "";
      return sum.value !== before;
    });
  }

  /** @param {Element} element */
  function grow(element) {
    // A field that is not shown has no height to measure.
    if (growsByItself || !(element instanceof HTMLTextAreaElement) || !element.scrollHeight) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
  }

  /** Asks before a sheet is emptied. @param {string} id @param {() => void} yes @param {() => void} no */
  function makeConfirm(id, yes, no) {
    const keep = button("clear-no", "sheet.clear-no", no);
    keep.classList.add("cw-button--main");
    const confirm = make(
      "div",
      { class: "cw-confirm", role: "group", "aria-labelledby": id, hidden: "" },
      make("p", { class: "cw-confirm-question", id }, word("sheet.clear-question")),
      make("p", { class: "cw-buttons" }, button("clear-yes", "sheet.clear-yes", yes), keep),
    );
    confirm.addEventListener("keydown", (event) => {
      if (event.key === "Escape") no();
    });
    return { confirm, keep };
  }

  // On paper

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
    for (const made of sheet.querySelectorAll(".cw-status, .cw-buttons, .cw-confirm, .cw-trainer")) made.remove();
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

  class WorkSheet extends HTMLElement {
    #status = make("p", { class: "cw-status", role: "status" });
    /** @type {Element[]} */
    #made = [];

    constructor() {
      super();
      this.addEventListener("input", ({ target }) => {
        const field = /** @type {Field} */ (target);
        if (field.form) this.#keep([field, ...addUp(field.form)]);
      });
      // A browser is content when an edge of a circle shows at the side of a table that scrolls. (What the mouse is on
      // must not move.)
      this.addEventListener("focusin", ({ target }) => {
        const field = /** @type {Field} */ (target);
        if (isTicked(field) && field.matches(":focus-visible")) field.scrollIntoView({ block: "nearest", inline: "nearest" });
      });
      // Enter in a line would send the form, and the page with it.
      this.addEventListener("submit", (event) => event.preventDefault());
    }

    connectedCallback() {
      const form = this.querySelector("form");
      if (!form) return;
      store.adopt();
      this.#restore(form);
      this.#build(form);
      this.#tell();
      this.dataset.ready = "";
    }

    disconnectedCallback() {
      for (const element of this.#made) element.remove();
      this.#made = [];
      delete this.dataset.ready;
    }

    get #path() {
      return `${this.dataset.lesson}/worksheet/${this.dataset.sheet}`;
    }

    /** @returns {Record<string, unknown>} */
    #kept() {
      return { .../** @type {object | undefined} */ (store.get(this.#path)) };
    }

    /** @param {HTMLFormElement} form */
    #restore(form) {
      const kept = this.#kept();
      for (const field of fieldsOf(form)) {
        const value = kept[field.name];
        if (typeof value === "string") {
          if (isTicked(field)) field.checked = field.value === value;
          else field.value = value;
        }
        if (field.dataset.sum) field.readOnly = true;
        grow(field);
      }
      // Two tabs, or a saved file, may have brought together what was added up apart.
      this.#keep(addUp(form));
    }

    /** @param {Field[]} fields */
    #keep(fields) {
      const named = fields.filter(({ name }) => name);
      if (!named.length) return;
      const kept = this.#kept();
      for (const field of named) {
        const value = isTicked(field) && !field.checked ? "" : field.value;
        if (value) kept[field.name] = value;
        else delete kept[field.name];
        grow(field);
      }
      if (Object.keys(kept).length) store.set(this.#path, kept);
      else store.remove(this.#path);
      this.#tell();
    }

    #tell() {
      if (store.persistent) this.#say("sheet.kept", "note");
      else this.#say("sheet.not-kept", "wrong");
    }

    /** Speaks only when there is something new to say. @param {string} key @param {string} tone */
    #say(key, tone) {
      const text = word(key);
      if (this.#status.textContent === text) return;
      this.#status.dataset.tone = tone;
      this.#status.replaceChildren(text);
    }

    /** @param {HTMLFormElement} form */
    #build(form) {
      const clear = button("clear", "sheet.clear", () => {
        buttons.hidden = true;
        confirm.hidden = false;
        keep.focus();
      });
      const title = document.getElementById(this.dataset.sheet ?? "")?.firstElementChild?.textContent ?? "";
      const buttons = make(
        "p",
        { class: "cw-buttons" },
        button("print", "sheet.print", () => printAlone(form, title, false)),
        button("print-blank", "sheet.print-blank", () => printAlone(form, title, true)),
        clear,
      );
      const back = () => {
        confirm.hidden = true;
        buttons.hidden = false;
        clear.focus();
      };
      const empty = () => {
        store.remove(this.#path);
        reset(form);
        fieldsOf(form).forEach(grow);
        back();
        this.#say("sheet.cleared", "note");
      };
      const { confirm, keep } = makeConfirm(`sheet-${this.dataset.sheet}-clear`, empty, back);
      this.#made = [this.#status, buttons, confirm];
      form.lastElementChild?.after(...this.#made);
    }
  }

  customElements.define("work-sheet", WorkSheet);
})();
