/*
 * <work-sheet>: a sheet to fill in on the page. Each named field is kept as it is written, one by one, so that two tabs
 * do not undo each other; the sheet says whether it is kept, and can be cleared and printed.
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

  /** @param {Field} field @returns {field is HTMLInputElement} */
  const isTicked = (field) => field.type === "checkbox" || field.type === "radio";

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

  class WorkSheet extends HTMLElement {
    #status = make("p", { class: "cw-status", role: "status" });
    /** @type {Element[]} */
    #made = [];

    constructor() {
      super();
      this.addEventListener("input", ({ target }) => this.#keep(/** @type {Field} */ (target)));
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
        grow(field);
      }
    }

    /** @param {Field} field */
    #keep(field) {
      if (!field.name) return;
      const kept = this.#kept();
      const value = isTicked(field) && !field.checked ? "" : field.value;
      if (value) kept[field.name] = value;
      else delete kept[field.name];
      if (Object.keys(kept).length) store.set(this.#path, kept);
      else store.remove(this.#path);
      this.#tell();
      grow(field);
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
      const buttons = make("p", { class: "cw-buttons" }, button("print", "sheet.print", () => window.print()), clear);
      const back = () => {
        confirm.hidden = true;
        buttons.hidden = false;
        clear.focus();
      };
      const empty = () => {
        store.remove(this.#path);
        form.reset();
        fieldsOf(form).forEach(grow);
        back();
        this.#say("sheet.cleared", "note");
      };
      const { confirm, keep } = makeConfirm(`sheet-${this.dataset.sheet}-clear`, empty, back);
      this.#made = [this.#status, buttons, confirm];
      form.append(...this.#made);
    }
  }

  customElements.define("work-sheet", WorkSheet);
})();
