/* Lint for the scripts of the course: the recommended rules, and those that guard what the course promises. */
"use strict";

const js = require("@eslint/js");
const globals = require("globals");

const noHtmlText = [
  "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]",
  "MemberExpression[object.name='document'][property.name=/^write(ln)?$/]",
].map((selector) => ({ selector, message: "Text becomes text: use textContent, append or cloneNode." }));

const shared = {
  ...js.configs.recommended.rules,
  curly: ["error", "multi-line"],
  eqeqeq: "error",
  "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
  "max-lines-per-function": ["error", { max: 40, IIFEs: false }],
  "no-alert": "error",
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-shadow": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
  strict: ["error", "safe"],
};

module.exports = [
  {
    files: ["overrides/assets/course/**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "script", globals: globals.browser },
    rules: { ...shared, strict: ["error", "function"], "no-restricted-syntax": ["error", ...noHtmlText] },
  },
  {
    // What Material writes into its pages, as files; its own scripts find these functions in the global scope.
    files: ["palette", "storage", "tabs"].map((name) => `overrides/assets/course/theme/${name}.js`),
    languageOptions: { ecmaVersion: 2022, sourceType: "script", globals: { ...globals.browser, __md_get: "readonly" } },
    rules: { ...shared, strict: ["error", "global"], "no-restricted-syntax": ["error", ...noHtmlText] },
  },
  {
    files: ["overrides/assets/course/theme/storage.js"],
    languageOptions: { globals: { __md_get: "off" } },
    rules: { "no-unused-vars": "off" },
  },
  {
    files: ["eslint.config.js", "tests/scripts/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "commonjs", globals: globals.node },
    rules: { ...shared, strict: ["error", "global"] },
  },
];
