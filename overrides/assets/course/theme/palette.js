/* Sets light or dark as the reader chose, or as the device has it, before the page is painted. What light and dark look
   like is for the page to say: the course may have new colours since the choice was kept. */
"use strict";

(() => {
  const automatic = "(prefers-color-scheme)";
  const chosen = __md_get("__palette")?.color ?? { media: automatic };
  const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const media = chosen.media === automatic ? `(prefers-color-scheme: ${scheme})` : chosen.media;
  const option = document.querySelector(`.md-option[data-md-color-media="${CSS.escape(media ?? "")}"]`);
  for (const name of option ? ["media", "scheme", "primary", "accent"] : []) {
    chosen[name] = option?.getAttribute(`data-md-color-${name}`);
  }
  for (const [name, value] of Object.entries(chosen)) {
    if (typeof value === "string") document.body.setAttribute(`data-md-color-${name}`, value);
  }
})();
