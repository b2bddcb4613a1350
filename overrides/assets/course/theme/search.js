/* Material for MkDocs fetches the whole search index on every page, and a worker reads it. Here it's sent for when someone first
   goes to the search, or at once where the address brings words to look for or to mark. */
(() => {
  "use strict";

  if (/[?&][qh]=/.test(location.search)) return;

  const { open, send } = XMLHttpRequest.prototype;
  const held = new Set();

  XMLHttpRequest.prototype.open = function (...request) {
    if (new URL(request[1], location).pathname.endsWith("/search/search_index.json")) held.add(this);
    return open.apply(this, request);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (!held.has(this)) send.apply(this, body);
  };

  const release = ({ target }) => {
    if (!target.matches?.("[data-md-component='search-query']")) return;
    document.removeEventListener("focusin", release);
    Object.assign(XMLHttpRequest.prototype, { open, send });
    held.forEach((request) => request.send());
  };
  document.addEventListener("focusin", release);
})();
