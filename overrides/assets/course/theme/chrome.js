/* What Material for MkDocs leaves to the mouse, made to work for everyone: buttons for the drawer and the search,
   wide tables that the keyboard can scroll, and no page turned by a single letter. */
"use strict";

(() => {
  const narrow = matchMedia("(max-width: 76.234375em)");

  /* Material turns pages and opens the search at a single letter, which dictation and stray fingers set off, too. */
  window.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const typing = event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
    if (plain && !typing && /^[pnfs,./]$/i.test(event.key)) event.stopImmediatePropagation();
  }, true);

  function wireToggle(name, onChange) {
    const box = document.getElementById(`__${name}`);
    const button = document.querySelector(`[data-cw-toggle="${name}"]`);
    if (!box || !button) return null;
    button.addEventListener("click", () => box.click());
    box.addEventListener("change", () => {
      button.setAttribute("aria-expanded", String(box.checked));
      onChange?.(box.checked, button);
    });
    return box;
  }

  /* While the drawer lies over the page, the page beneath is out of reach. */
  function coverPage(covered) {
    for (const part of document.querySelectorAll(".md-header, .md-content, .cw-hero, .md-footer")) part.inert = covered;
  }

  const drawer = wireToggle("drawer", (open, button) => {
    coverPage(open && narrow.matches);
    if (open) document.querySelector(".cw-nav a")?.focus();
    else if (document.activeElement === document.body) button.focus();
  });
  narrow.addEventListener("change", () => coverPage(Boolean(drawer?.checked) && narrow.matches));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer?.checked) drawer.click();
  });
  wireToggle("search");

  /* A table or listing that is wider than its column can be scrolled, so it must be reachable and have a name. */
  const widths = new ResizeObserver((entries) => entries.forEach(({ target }) => nameScroller(target)));

  function nameScroller(box) {
    if (box.scrollWidth <= box.clientWidth) {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
      return;
    }
    const words = window.courseWords ?? {};
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", box.querySelector("caption")?.textContent || words["page.wide-table"] || "Table");
  }

  /* Material makes each result's tags a landmark of the page. */
  const results = document.querySelector(".md-search-result__list");
  if (results) {
    new MutationObserver(() => {
      for (const tags of results.querySelectorAll("nav:not([role])")) tags.setAttribute("role", "group");
    }).observe(results, { childList: true, subtree: true });
  }

  function mendPage() {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) widths.observe(box);
  }

  if (window.document$) window.document$.subscribe(mendPage);
  else document.addEventListener("DOMContentLoaded", mendPage);
})();
