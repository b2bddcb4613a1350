/* What the script puts around a question, and takes away again: buttons, a status, a place for the answer. */
(() => {
  "use strict";

  const { word, make, button } = window.coursewright.tools;
  const { types, all, need, makeSure } = window.coursewright.questions;
  const store = window.coursewright.store;

  /** @type {Questions["makeParts"]} */
  function makeParts(host, press) {
    const folded = need(host, "question-key");
    const group = need(host, "question-answers");
    const explanation = need(folded, "div", ".cw-explanation");
    const hint = all(host, "question-hint")[0] ?? null;
    const rows = all(folded, "li").filter(({ parentElement }) => parentElement?.parentElement?.matches(".cw-key"));
    const begin = types[host.dataset.kind ?? ""];
    if (!begin) throw new Error(`${host.id}: no kind`);
    const task = begin(host, rows);
    const buttons = {
      check: make("button", { class: "cw-button cw-button--main", "data-action": "check" }, word(task.check ?? "question.check")),
      hint: button("hint", "question.hint", press.hint),
      again: button("again", task.again ?? "question.again", press.again),
      show: button("show", "question.show", press.show),
    };
    const sure = makeSure(host.dataset.question ?? "");
    const status = make("p", { class: "cw-status", role: "status" });
    const reveal = make("div", { class: "cw-reveal", tabindex: "-1", role: "group", "aria-label": word("question.key") });
    const made = [sure, status, make("p", { class: "cw-buttons" }, ...Object.values(buttons)), reveal];
    if (!store.persistent && document.querySelector("self-check") === host) {
      made.push(make("p", { class: "cw-note" }, word(`keep.${store.trouble}`)));
    }
    group.after(...made);
    folded.hidden = true;
    if (hint) hint.hidden = true;
    return { task, rows, folded, hint, explanation, sure, status, buttons, reveal, made };
  }

  /** @type {Questions["takeAway"]} */
  function takeAway({ task, made, folded, hint }) {
    for (const element of [...made, ...(task.made ?? [])]) element.remove();
    task.undo?.();
    folded.hidden = false;
    if (hint) hint.hidden = false;
  }

  /** @type {Questions["say"]} */
  function say(status, text, tone) {
    if (!text && !status.firstChild) return;
    if (tone) status.dataset.tone = tone;
    else delete status.dataset.tone;
    // One replacement, even by the same words, is one announcement.
    status.replaceChildren(...(text ? [text] : []));
  }

  Object.assign(window.coursewright.questions, { makeParts, takeAway, say });
})();
