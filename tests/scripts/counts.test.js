/* A table on the page counts what is short or over as tests/engine/counts.json says, as does the library (test_counts.py). */
"use strict";

const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");
const { createContext, runInContext } = require("node:vm");

const root = join(__dirname, "..", "..");
const sources = join(root, "overrides", "assets", "course");
const { cases } = JSON.parse(readFileSync(join(root, "tests", "engine", "counts.json"), "utf8"));

/** The scripts as a page has them, with the words that they use. */
function load() {
  const words = { "sheet.short": "{amount} short", "sheet.over": "{amount} over" };
  const window = { coursewright: { name: "course", language: "en", words, settings: {} } };
  const context = createContext({ window, CSS: { supports: () => true } });
  for (const name of ["core/tools.js", "worksheets/fields.js", "worksheets/counting.js"]) {
    runInContext(readFileSync(join(sources, name), "utf8"), context, { filename: name });
  }
  return window.coursewright.sheets;
}

const { missed } = load();

for (const { needs, limit, cells, marks, is } of cases) {
  test(`${cells.join("|")}: needs ${needs ?? "nothing"}, limit ${limit ?? "none"}`, () => {
    const values = cells.map((cell) => cell.trim().toLowerCase());
    assert.equal(missed({ needs, limit }, values, marks), is);
  });
}
