/* Whether what is typed is what was meant: spellings, and numbers as people write them. */
(() => {
  "use strict";

  const { all } = window.coursewright.questions;

  /** A text without what does not count. @param {string} text @param {DOMStringMap} rules */
  function fold(text, rules) {
    let plain = text.normalize("NFC").replace(/[‘’ʼ′]/g, "'");
    if (rules.spaces !== "match") plain = plain.replace(/\s+/g, " ").trim();
    return rules.case === "match" ? plain : plain.toLowerCase();
  }

  /** @param {string} text @param {HTMLElement} row  in a list that tells the rules */
  function isSpelled(text, row) {
    const rules = row.parentElement?.dataset ?? {};
    return all(row, "span", ".cw-spelling").some((spelling) => {
      return fold(spelling.textContent ?? "", rules) === fold(text, rules);
    });
  }

  /** Decimals as whole numbers: 0.1 + 0.2 is 0.3 here. @param {string} text */
  function exact(text) {
    const [, sign = "", whole = "", part = ""] = /^([-+]?)(\d{0,99})(?:\.(\d{0,99}))?$/.exec(text) ?? [];
    return whole || part ? { digits: BigInt(sign + whole + part), places: part.length } : null;
  }

  /** What a typed number may mean: 1,5 is 1.5; 1,000 is one or a thousand. @param {string} text @param {string[]} units */
  function readings(text, units) {
    /** @param {string} some */
    const tidy = (some) => fold(some, {}).replace(/[\s']/g, "");
    return units.flatMap((unit) => {
      const plain = tidy(text).replaceAll("\u2212", "-").replace(tidy(unit), "");
      const means = [plain.replace(",", ".")];
      if (/^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain)) means.push(plain.replaceAll(",", ""));
      if (/^[-+]?\d{1,3}(\.\d{3})+(,\d*)?$/.test(plain)) means.push(plain.replaceAll(".", "").replace(",", "."));
      return means.map(exact).filter((number) => number !== null);
    });
  }

  /** @param {string} text @param {HTMLElement} row */
  function isNear(text, { dataset, parentElement }) {
    const value = exact(dataset.value ?? "");
    const tolerance = exact(dataset.tolerance || "0");
    if (!value || !tolerance) return false;
    return readings(text, ["", ...(parentElement?.dataset.units ?? "").split("|")]).some((given) => {
      const places = Math.max(given.places, value.places, tolerance.places);
      /** @param {typeof given} number */
      const scaled = (number) => number.digits * 10n ** BigInt(places - number.places);
      const distance = scaled(given) - scaled(value);
      return distance <= scaled(tolerance) && -distance <= scaled(tolerance);
    });
  }

  Object.assign(window.coursewright.questions, { isSpelled, isNear });
})();
