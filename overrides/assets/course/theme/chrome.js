/* What Material for MkDocs leaves to the mouse, made to work for everyone: buttons for the drawer and the search,
   wide tables that the keyboard can scroll, and no page turned by a single letter. And what it leaves off paper: the
   head and the number of each page. */
(() => {
  "use strict";

  const narrow = matchMedia("(max-width: 76.234375em)");  /* the contents are a drawer */
  const small = matchMedia("(max-width: 59.984375em)");   /* the search covers the page */

  /* Material turns pages and opens the search at a single letter, which dictation and stray fingers set off, too. */
  window.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const typing = event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
    /* What a dialog's keys mean is the dialog's own affair. */
    if (event.target.closest?.("dialog")) return;
    if (plain && !typing && /^[pnfs,./]$/i.test(event.key)) event.stopImmediatePropagation();
  }, true);

  function wireToggle(name, onChange) {
    const box = document.getElementById(`__${name}`);
    const button = document.querySelector(`[data-cw-toggle="${name}"]`);
    if (!box || !button) return null;
    for (const each of [button, document.querySelector(`[data-cw-close="${name}"]`)]) {
      each?.addEventListener("click", () => box.click());
    }
    box.addEventListener("change", () => {
      button.setAttribute("aria-expanded", String(box.checked));
      onChange?.(box.checked, button);
    });
    return box;
  }

  /* Whoever closes what a button opened stands at that button again. */
  function giveFocusBack(from, button) {
    const focused = document.activeElement;
    if (focused === document.body || focused?.closest(from)) button.focus();
  }

  /* While the drawer or the search lies over the page, the page beneath is out of reach. */
  function coverPage(covered, parts) {
    for (const part of document.querySelectorAll(`.md-content, .cw-hero, .md-footer${parts}`)) part.inert = covered;
  }

  const drawer = wireToggle("drawer", (open, button) => {
    coverPage(open && narrow.matches, ", .md-header");
    if (open) document.querySelector(".cw-nav a")?.focus();
    else giveFocusBack(".cw-nav", button);
  });
  narrow.addEventListener("change", () => coverPage(Boolean(drawer?.checked) && narrow.matches, ", .md-header"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer?.checked) drawer.click();
  });
  wireToggle("search", (open, button) => {
    coverPage(open && small.matches, "");
    if (open) document.querySelector(".md-search__input").focus();
    else setTimeout(() => giveFocusBack(".md-search", button));  /* after Material has left its field */
  });

  /* A table or listing that is wider than its column can be scrolled, so it must be reachable and have a name. */
  const widths = new ResizeObserver((entries) => entries.forEach(({ target }) => nameScroller(target)));

  function nameScroller(box) {
    if (box.scrollWidth <= box.clientWidth) {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
      return;
    }
    const word = window.coursewright.words["page.wide-table"] ?? "";
    const place = [...document.querySelectorAll(".md-typeset__scrollwrap")].indexOf(box) + 1;
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", box.querySelector("caption")?.textContent || `${word} (${place})`);
  }

  /* Material makes each result's tags a landmark of the page. */
  const results = document.querySelector(".md-search-result__list");
  if (results) {
    new MutationObserver(() => {
      for (const tags of results.querySelectorAll("nav:not([role])")) tags.setAttribute("role", "none");
    }).observe(results, { childList: true, subtree: true });
  }

  /* Browsers without boxes in the margins print the line above the page's title instead. */
  const paper = "CSSMarginRule" in window ? new CSSStyleSheet() : null;

  function inCss(text) {
    return `"${text.replace(/[^\w ]/gu, (sign) => `\\${sign.codePointAt(0).toString(16)} `)}"`;
  }

  function headPages() {
    const title = document.querySelector("h1")?.cloneNode(true);
    title?.querySelector(".headerlink")?.remove();
    const course = document.querySelector(".cw-page-name")?.textContent;
    const head = [...new Set([course, title?.textContent])].filter(Boolean).join(" · ").replace(/\s+/g, " ");
    const number = window.coursewright.words["sheet.page"] ?? "{n} / {m}";
    const counters = { "{n}": "counter(page)", "{m}": "counter(pages)" };
    const numbered = number.split(/(\{[nm]\})/).map((part) => counters[part] ?? inCss(part)).join(" ");
    paper.replaceSync(`@media print {
      @page { @top-left { content: ${inCss(head)}; } @bottom-right { content: ${numbered}; } }
      .md-typeset .cw-page-name { display: none !important; }
    }`);
    if (!document.adoptedStyleSheets.includes(paper)) document.adoptedStyleSheets.push(paper);
  }

  if (paper) window.addEventListener("beforeprint", headPages);

  function mendPage() {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) widths.observe(box);
  }

  if (window.document$) window.document$.subscribe(mendPage);
  else document.addEventListener("DOMContentLoaded", mendPage);
})();
