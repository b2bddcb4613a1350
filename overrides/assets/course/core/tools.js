/*
 * What all scripts share: the texts of the interface, elements made without HTML text, files to keep. It comes first; what
 * the build tells the scripts (name, language, words, settings) stands in window.coursewright by then.
 */
(() => {
  "use strict";

  const { language, words } = window.coursewright;
  const plural = new Intl.PluralRules(language);

  window.coursewright.tools = {
    word(key, values = {}) {
      const text = words[key] ?? key;
      return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
    },

    count(key, n, values = {}) {
      const form = `${key}.${plural.select(n)}`;
      const { word } = window.coursewright.tools;
      return word(words[form] === undefined ? `${key}.other` : form, { n, ...values });
    },

    saveFile(file, type, text) {
      const url = URL.createObjectURL(new Blob([text], { type }));
      window.coursewright.tools.make("a", { href: url, download: file }).click();
      // Some browsers fetch the file only after the click.
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    },

    now() {
      const time = new Date();
      const off = -time.getTimezoneOffset();
      /** @param {number} minutes */
      const clock = (minutes) => [minutes / 60, minutes % 60].map((part) => String(Math.trunc(part)).padStart(2, "0")).join(":");
      const here = new Date(time.getTime() + off * 60_000).toISOString().slice(0, 23);
      return `${here}${off < 0 ? "-" : "+"}${clock(Math.abs(off))}`;
    },

    /** @param {unknown} value @returns {value is Record<string, unknown>} */
    isRecord(value) {
      return typeof value === "object" && value !== null && !Array.isArray(value);
    },

    renames(pairs) {
      return new Map(pairs.split(" ").map((pair) => /** @type {[string, string]} */ (pair.split(":"))));
    },

    make(tag, attributes, ...children) {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.append(...children);
      return element;
    },

    button(action, key, press) {
      const { make, word } = window.coursewright.tools;
      const element = make("button", { type: "button", class: "cw-button", "data-action": action }, word(key));
      if (press) element.addEventListener("click", press);
      return element;
    },
  };
})();
