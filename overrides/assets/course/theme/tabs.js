/* Opens the content tabs that the reader chose on another page, and the one that the address names. */
"use strict";

(() => {
  const chosen = __md_get("__tabs");
  if (Array.isArray(chosen)) {
    for (const set of document.querySelectorAll(".tabbed-set")) {
      const labels = [...set.querySelectorAll(".tabbed-labels > label")];
      const label = chosen.map((words) => labels.find((each) => each.innerText.trim() === words)).find(Boolean);
      const input = label && document.getElementById(label.htmlFor);
      if (input) input.checked = true;
    }
  }
  const named = document.getElementById(location.hash.slice(1));
  if (named?.name?.startsWith("__tabbed_")) named.checked = true;
})();
