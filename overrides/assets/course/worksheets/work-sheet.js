/*
 * <work-sheet>: a sheet to fill in on the page. Each named field is kept as it is written, one by one, so that two tabs
 * do not undo each other; the sheet adds up what is rated, says whether it is kept, and can be printed and cleared.
 */
(() => {
  "use strict";

  const { word, make, button, renames } = window.coursewright.tools;
  const { store, keeping } = window.coursewright;
  const { fieldsOf, isTicked, reset, addUp, grow, countUp, dropCounts, printAlone } = window.coursewright.sheets;

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
      this.addEventListener("input", ({ target }) => {
        const field = /** @type {SheetField} */ (target);
        if (!field.form) return;
        this.#keep([field, ...addUp(field.form)]);
        countUp(field.form, field);
        keeping.tellAt(field.closest(".cw-table, .cw-field, .cw-tick, li, p, fieldset") ?? field);
      });
      // A browser is content when an edge of a circle shows at the side of a table that scrolls. (What the mouse is on
      // must not move.)
      this.addEventListener("focusin", ({ target }) => {
        const field = /** @type {SheetField} */ (target);
        if (isTicked(field) && field.matches(":focus-visible")) field.scrollIntoView({ block: "nearest", inline: "nearest" });
      });
      // Enter in a line would send the form, and the page with it.
      this.addEventListener("submit", (event) => event.preventDefault());
    }

    connectedCallback() {
      const form = this.querySelector("form");
      if (!form) return;
      store.adopt();
      this.#rename();
      this.#restore(form);
      this.#build(form);
      countUp(form);
      this.#tell();
      this.dataset.ready = "";
    }

    disconnectedCallback() {
      for (const element of this.#made) element.remove();
      this.#made = [];
      dropCounts(this);
      delete this.dataset.ready;
    }

    get #path() {
      return `${this.dataset.lesson}/worksheet/${this.dataset.sheet}`;
    }

    /** @returns {Record<string, unknown>} */
    #kept() {
      return store.record(this.#path);
    }

    /** Moves what was written into fields that had other names. */
    #rename() {
      const { renamed } = this.dataset;
      if (!renamed) return;
      const names = renames(renamed);
      const kept = this.#kept();
      for (const [field, value] of Object.entries(kept)) {
        const name = names.get(field);
        if (!name) continue;
        kept[name] ??= value;
        delete kept[field];
      }
      if (Object.keys(kept).length) store.set(this.#path, kept);
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

    /** @param {SheetField[]} fields */
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
      else this.#say(`keep.${store.trouble}`, "wrong");
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
        countUp(form);
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
