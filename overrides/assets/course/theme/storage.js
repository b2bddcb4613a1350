/* The functions by which Material for MkDocs keeps its settings: its own, except that they never throw. Where the
   browser denies storage (a sandboxed frame, strict settings), a setting lasts as long as the page. */
"use strict";

const __md_scope = new URL(document.currentScript.dataset.scope, location);

const __md_memory = (() => {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
})();

const __md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);

function __md_storage() {
  try {
    return window.localStorage;
  } catch {
    return __md_memory;
  }
}

function __md_get(key, storage = __md_storage(), scope = __md_scope) {
  try {
    return JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
  } catch {
    return null;
  }
}

function __md_set(key, value, storage = __md_storage(), scope = __md_scope) {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    /* A full or denied storage costs the setting, not the page. */
  }
}
