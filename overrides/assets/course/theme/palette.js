/* Sets the colours that the reader chose, or those of the device, before the page is painted. */
"use strict";

(() => {
  const automatic = "(prefers-color-scheme)";
  const chosen = __md_get("__palette")?.color ?? { media: automatic };
  if (chosen.media === automatic) {
    const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const option = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${scheme})"]`);
    for (const name of ["media", "scheme", "primary", "accent"]) {
      chosen[name] = option?.getAttribute(`data-md-color-${name}`);
    }
  }
  for (const [name, value] of Object.entries(chosen)) {
    if (typeof value === "string") document.body.setAttribute(`data-md-color-${name}`, value);
  }
})();
