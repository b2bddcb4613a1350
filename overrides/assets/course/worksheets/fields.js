/* The fields of a sheet: which there are, what they add up to, and how they grow. */
(() => {
  "use strict";

  const growsByItself = CSS.supports("field-sizing", "content");

  /** @param {HTMLFormElement} form @returns {SheetField[]} */
  function fieldsOf(form) {
    return [.../** @type {NodeListOf<SheetField>} */ (form.querySelectorAll("input[name], textarea[name]"))];
  }

  /** A field may be named "reset", and then form.reset is that field. @param {HTMLFormElement} form */
  const reset = (form) => HTMLFormElement.prototype.reset.call(form);

  /** @param {SheetField} field @returns {field is HTMLInputElement} */
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

  window.coursewright.sheets = /** @type {Sheets} */ ({ fieldsOf, isTicked, reset, addUp, grow });
})();
