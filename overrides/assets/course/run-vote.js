/*
 * Show of hands: a question as the room sees it, the hands counted for each answer, and then the answer, with what there is to
 * say of it. A question without answers to choose from is shown and revealed.
 */
(() => {
  "use strict";

  const { make, word, button } = window.courseTools;
  const run = window.courseRun;
  const LETTERS = "ABCDEFGH";
  const SHORT = 70;

  /** A copy without what belongs to one place of the page alone. @param {Element} element */
  function copyOf(element) {
    const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
    for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.removeAttribute("id");
    copy.querySelectorAll(".headerlink, [data-lesson-status]").forEach((part) => part.remove());
    for (const link of copy.querySelectorAll("a")) {
      link.target = "_blank";
      link.rel = "noopener";
    }
    return copy;
  }

  /** Leaves what is right as it is, for those who listen to the page or select in it. @param {Element} element @param {string} text */
  function setText(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  /** @param {RunPart | undefined} part @returns {HTMLElement[]} */
  const questionsOf = (part) => [...(part?.content?.querySelectorAll("[data-question]") ?? [])].filter((each) => each instanceof HTMLElement);

  /** @param {HTMLElement} question */
  const nameOf = (question) => question.dataset.question ?? "";

  /** What is asked, in short. @param {HTMLElement} question */
  function shortly(question) {
    const asked = question.querySelectorAll(".cw-asked > p");
    const text = asked[asked.length - 1]?.textContent?.trim() ?? nameOf(question);
    return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
  }

  /** @param {RunSession} session @param {string} question @param {number} option @param {(hands: number) => number} change */
  function changeCount(session, question, option, change) {
    session.act((clock) => {
      const { vote } = clock.state;
      if (vote?.question !== question) return;
      const counts = [...vote.counts];
      counts[option] = Math.min(999, Math.max(0, Math.floor(change(counts[option] ?? 0)) || 0));
      clock.ask({ ...vote, counts });
    });
  }

  /** An answer with its hands, and what is revealed of it. @param {RunSession} session @param {HTMLElement} question @param {Element} option @param {number} place */
  function makeOption(session, question, option, place) {
    const letter = LETTERS[place] ?? String(place + 1);
    const right = option.getAttribute("data-right") === "true";
    const input = make("input", { type: "number", min: "0", max: "999", inputmode: "numeric", "aria-label": word("run-mode.votes-for", { letter }) });
    input.addEventListener("input", () => changeCount(session, nameOf(question), place, () => Number(input.value)));
    const bar = make("span", { class: "cw-live-bar-fill" });
    const said = make("span", { class: "cw-live-votes" });
    const revealed = make("div", { class: "cw-live-revealed", hidden: "" });
    if (right) revealed.append(make("strong", { class: "cw-live-right" }, `✓ ${word("run-mode.right")}`));
    revealed.append(make("span", { class: "cw-live-bar", "aria-hidden": "true" }, bar), said);
    const feedback = question.querySelectorAll(".cw-slot-key [data-answer]")[place]?.querySelector(".cw-feedback");
    const why = make("div", {}, ...(feedback ? [copyOf(feedback)] : []));
    revealed.append(why);
    const text = make("div", { class: "cw-live-answer" }, ...copyOf(option).childNodes);
    const item = make("li", {}, make("span", { class: "cw-live-letter", "aria-hidden": "true" }, letter), text, input, revealed);
    /** @param {RunVote} vote */
    const draw = (vote) => {
      const all = vote.counts.reduce((sum, hands) => sum + hands, 0);
      const hands = vote.counts[place] ?? 0;
      const percent = all ? Math.round((100 * hands) / all) : 0;
      if (document.activeElement !== input || Number(input.value) !== hands) input.value = String(hands);
      bar.style.width = `${percent}%`;
      setText(said, word("run-mode.votes", { hands, all, percent }));
      revealed.hidden = !vote.revealed;
      // Whoever chose it hears why not; for an answer without a hand there is no need.
      why.hidden = !right && !hands;
      item.toggleAttribute("data-right", vote.revealed && right);
    };
    return { item, draw };
  }

  /** @param {RunSession} session @param {HTMLElement} question */
  function makeQuestion(session, question) {
    const options = [...question.querySelectorAll(".cw-options > li")];
    const made = options.map((option, place) => makeOption(session, question, option, place));
    const asked = question.querySelector(".cw-asked");
    const key = question.querySelector(options.length ? ".cw-slot-key .cw-explanation" : ".cw-slot-key");
    const answer = make("div", { class: "cw-live-key", hidden: "" }, ...(key ? [copyOf(key)] : []));
    /** @param {Partial<RunVote>} news */
    const change = (news) => session.act((clock) => clock.state.vote && clock.ask({ ...clock.state.vote, ...news }));
    const reveal = button("reveal", "run-mode.reveal", () => change({ revealed: !session.clock?.state.vote?.revealed }));
    const clear = button("clear-votes", "run-mode.clear-votes", () => change({ counts: options.map(() => 0) }));
    const close = button("close-question", "run-mode.close-question", () => session.act((clock) => clock.ask(null)));
    reveal.classList.add("cw-button--main");
    const buttons = make("p", { class: "cw-buttons" }, reveal, ...(options.length ? [clear] : []), close);
    const list = make("ol", { class: "cw-live-options" }, ...made.map(({ item }) => item));
    const element = make("div", { class: "cw-live-question" }, ...(asked ? [copyOf(asked)] : []));
    element.append(...(options.length ? [list] : []), answer, buttons);
    /** @param {RunVote} vote */
    const draw = (vote) => {
      made.forEach((option) => option.draw(vote));
      answer.hidden = !vote.revealed;
      setText(reveal, word(vote.revealed ? "run-mode.unreveal" : "run-mode.reveal"));
    };
    return { element, draw, options: options.length };
  }

  /** @param {RunSession} session @param {HTMLElement} question */
  function open(session, question) {
    const counts = [...question.querySelectorAll(".cw-options > li")].map(() => 0);
    session.act((clock) => clock.ask({ question: nameOf(question), counts, revealed: false }));
  }

  /** The questions to choose from. @param {RunSession} session @param {HTMLElement[]} questions */
  function makeChoice(session, questions) {
    const items = questions.map((question, place) => {
      const title = word("run-mode.question", { number: place + 1 });
      const press = make("button", { type: "button", class: "cw-button", "data-action": "question" }, `${title}: ${shortly(question)}`);
      press.addEventListener("click", () => open(session, question));
      return make("li", {}, press);
    });
    return make("ul", { class: "cw-live-choice", "aria-label": word("run-mode.questions") }, ...items);
  }

  /** @param {RunSession} session @returns {RunPiece} */
  function makeVote(session) {
    const element = make("section", { class: "cw-live-vote md-typeset", "aria-label": word("run-mode.questions"), hidden: "" });
    /** @type {ReturnType<typeof makeQuestion> | null} */
    let shown = null;
    let drawn = "";

    /** @param {RunClock} clock */
    function draw({ part, state: { index, vote } }) {
      const questions = questionsOf(part);
      const question = vote && questions.find((each) => nameOf(each) === vote.question);
      const wanted = `${index} ${vote?.question ?? ""}`;
      if (wanted !== drawn) {
        shown = question ? makeQuestion(session, question) : null;
        element.replaceChildren(...(shown ? [shown.element] : questions.length ? [makeChoice(session, questions)] : []));
        element.hidden = !questions.length;
        drawn = wanted;
      }
      if (vote) shown?.draw(vote);
    }

    /** Q opens and closes; letters count hands. @param {string} key @param {boolean} shift */
    function press(key, shift) {
      const questions = questionsOf(session.clock?.part);
      const vote = session.clock?.state.vote;
      if (key === "q" && questions[0]) {
        if (vote) session.act((clock) => clock.ask(null));
        else if (questions.length === 1) open(session, questions[0]);
        else element.querySelector("button")?.focus();
        return true;
      }
      const option = LETTERS.toLowerCase().indexOf(key);
      if (!vote || !shown || key.length !== 1 || option < 0 || option >= shown.options) return false;
      changeCount(session, vote.question, option, (hands) => hands + (shift ? -1 : 1));
      return true;
    }

    return { element, draw, key: press };
  }

  /** @type {Partial<RunMode>} */
  const made = { copyOf, setText, makeVote };
  Object.assign(run, made);
})();
