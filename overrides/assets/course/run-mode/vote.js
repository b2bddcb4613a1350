/*
 * The questions of a part, one at a time: what is asked, its answers with the hands counted for each, and then what is right.
 * A question without answers to choose from shows what there is to sort, order or fill in, to be talked over.
 */
(() => {
  "use strict";

  const { make, word, button } = window.coursewright.tools;
  const { copyOf, setText, makeMatter } = window.coursewright.run;
  const LETTERS = "ABCDEFGH";
  const SHORT = 90;

  /** @param {HTMLElement} question */
  const nameOf = (question) => question.dataset.question ?? "";

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

  /** Why an answer is right, or is not. @param {HTMLElement} question @param {number} place @param {boolean} right */
  function makeWhy(question, place, right) {
    const feedback = question.querySelectorAll(".cw-slot-key [data-answer]")[place]?.querySelector(".cw-feedback");
    const why = make("div", { class: "cw-live-why", hidden: "" });
    if (right) why.append(make("strong", { class: "cw-live-right" }, `✓ ${word("run-mode.right")}`));
    if (feedback) why.append(copyOf(feedback));
    return why;
  }

  /** An answer with its hands, and what is revealed of it. @param {RunPlace} at @param {HTMLElement} question @param {Element} option @param {number} place */
  function makeOption({ session, kind }, question, option, place) {
    const letter = LETTERS[place] ?? String(place + 1);
    const right = option.getAttribute("data-right") === "true";
    const input = make("input", { type: "number", min: "0", max: "999", inputmode: "numeric", "aria-label": word("run-mode.votes-for", { letter }) });
    input.addEventListener("input", () => changeCount(session, nameOf(question), place, () => Number(input.value)));
    const bar = make("span", { class: "cw-live-bar-fill" });
    const said = make("span", { class: "cw-live-votes" });
    const counted = make("div", { class: "cw-live-counted", hidden: "" }, make("span", { class: "cw-live-bar", "aria-hidden": "true" }, bar), said);
    const why = makeWhy(question, place, right);
    const text = make("div", { class: "cw-live-answer" }, ...copyOf(option).childNodes);
    const item = make("li", {}, make("span", { class: "cw-live-letter", "aria-hidden": "true" }, letter), text, input, counted, why);
    /** @param {RunVote} vote */
    const draw = (vote) => {
      const all = vote.counts.reduce((sum, hands) => sum + hands, 0);
      const hands = vote.counts[place] ?? 0;
      const percent = all ? Math.round((100 * hands) / all) : 0;
      if (document.activeElement !== input || Number(input.value) !== hands) input.value = String(hands);
      bar.style.width = `${percent}%`;
      setText(said, word("run-mode.votes", { hands, all, percent }));
      counted.hidden = !vote.revealed;
      // The room reads why the right answer is right. Why another is not, the trainer tells those who chose it.
      why.hidden = !vote.revealed || !(right || (hands && kind === "notes"));
      item.toggleAttribute("data-right", vote.revealed && right);
    };
    return { item, draw };
  }

  /** The key as it is revealed: the room sees what is right, the trainer also what to say to all else. @param {RunPlace} at @param {HTMLElement} question @param {boolean} chosen */
  function makeAnswer({ kind }, question, chosen) {
    const key = question.querySelector(chosen ? ".cw-slot-key .cw-explanation" : ".cw-slot-key");
    const copy = key ? copyOf(key) : null;
    if (kind === "room") copy?.querySelectorAll("[data-right=false], :not([data-right]) > .cw-feedback").forEach((part) => part.remove());
    return make("div", { class: "cw-live-key", hidden: "" }, ...(copy ? [copy] : []));
  }

  /** @param {RunPlace} at @param {HTMLElement} question @param {string} title */
  function makeQuestion(at, question, title) {
    const { session } = at;
    const options = [...question.querySelectorAll(".cw-options > li")].map((option, place) => makeOption(at, question, option, place));
    const asked = question.querySelector(".cw-asked");
    const matter = makeMatter(question);
    const answer = makeAnswer(at, question, options.length > 0);
    /** @param {Partial<RunVote>} news */
    const change = (news) => session.act((clock) => clock.state.vote && clock.ask({ ...clock.state.vote, ...news }));
    const reveal = button("reveal", "run-mode.reveal", () => change({ revealed: !session.clock?.state.vote?.revealed }));
    const clear = button("clear-votes", "run-mode.clear-votes", () => change({ counts: options.map(() => 0) }));
    const close = button("close-question", "run-mode.close-question", () => session.act((clock) => clock.ask(null)));
    reveal.classList.add("cw-button--main");
    const buttons = make("p", { class: "cw-buttons" }, reveal, ...(options.length ? [clear] : []), close);
    const list = make("ol", { class: "cw-live-options" }, ...options.map(({ item }) => item));
    const element = make("div", { class: "cw-live-question" }, make("p", { class: "cw-live-where" }, title), ...(asked ? [copyOf(asked)] : []));
    element.append(options.length ? list : matter, answer, buttons);
    /** @param {RunVote} vote */
    const draw = (vote) => {
      options.forEach((option) => option.draw(vote));
      answer.hidden = !vote.revealed;
      matter.hidden = vote.revealed;
      element.toggleAttribute("data-revealed", vote.revealed);
      setText(reveal, word(vote.revealed ? "run-mode.unreveal" : "run-mode.reveal"));
    };
    return { element, draw, options: options.length };
  }

  /** @param {RunPart | undefined} part @returns {HTMLElement[]} */
  const questionsOf = (part) => [...(part?.content?.querySelectorAll("[data-question]") ?? [])].filter((each) => each instanceof HTMLElement);

  /** @param {RunPart[]} parts */
  const hasQuestions = (parts) => parts.some((part) => questionsOf(part).length > 0);

  /** What is asked, in short. @param {HTMLElement} question */
  function shortly(question) {
    const asked = [...question.querySelectorAll(".cw-asked > p")];
    // Below what is asked stands the text with the gaps.
    if (question.dataset.kind === "gaps" && asked.length > 1) asked.pop();
    const text = asked[asked.length - 1]?.textContent?.trim() ?? nameOf(question);
    if (text.length <= SHORT) return text;
    const cut = text.slice(0, SHORT + 1);
    return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 0) || SHORT)}…`;
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

  /** @param {HTMLElement[]} questions @param {number} place */
  const titleOf = (questions, place) => word("run-mode.question-of", { number: place + 1, all: questions.length });

  /** Shows the question after the one that is open; without one, the first not shown yet. After the last, none. @param {RunSession} session @param {Set<string>} seen @returns {RunSaid} */
  function next(session, seen) {
    const questions = questionsOf(session.clock?.part);
    const vote = session.clock?.state.vote;
    const now = vote ? questions.findIndex((each) => nameOf(each) === vote.question) : -1;
    const unseen = questions.findIndex((each) => !seen.has(nameOf(each)));
    const place = vote ? now + 1 : Math.max(0, unseen);
    const question = questions[place];
    if (question) open(session, question);
    else session.act((clock) => clock.ask(null));
    return question ? { text: `${titleOf(questions, place)}: ${shortly(question)}`, quiet: true } : { text: "" };
  }

  /** Letters count hands, R reveals. @param {RunSession} session @param {RunVote} vote @param {string} key @param {boolean} shift @returns {RunSaid | null} */
  function count(session, vote, key, shift) {
    const option = LETTERS.toLowerCase().indexOf(key);
    if (key === "r") session.act((clock) => clock.ask({ ...vote, revealed: !vote.revealed }));
    else if (key.length !== 1 || option < 0 || option >= vote.counts.length) return null;
    else changeCount(session, vote.question, option, (hands) => hands + (shift ? -1 : 1));
    return { text: "" };
  }

  /** Whether a key is for questions; F fills the screen while none is open. @param {string} key @param {boolean} closed */
  const isOurs = (key, closed) => key.length === 1 && `qr${LETTERS.toLowerCase()}`.includes(key) && !(key === "f" && closed);

  /** @param {RunPlace} at @returns {RunPiece} */
  function makeVote(at) {
    const { session } = at;
    const element = make("section", { class: "cw-live-vote md-typeset", "aria-label": word("run-mode.questions"), hidden: "" });
    /** @type {Set<string>} */
    const seen = new Set();
    /** @type {RunQuestion | null} */
    let shown = null;
    let drawn = "";

    /** @param {RunClock} clock */
    function draw({ part, state: { index, vote } }) {
      const wanted = `${index} ${vote?.question ?? ""}`;
      if (wanted !== drawn) {
        const questions = questionsOf(part);
        const place = questions.findIndex((each) => nameOf(each) === vote?.question);
        const question = questions[place];
        shown = question ? makeQuestion(at, question, titleOf(questions, place)) : null;
        if (question) seen.add(nameOf(question));
        element.replaceChildren(...(shown ? [shown.element] : questions.length ? [makeChoice(session, questions)] : []));
        element.hidden = !questions.length;
        drawn = wanted;
      }
      if (vote) shown?.draw(vote);
    }

    /** @param {string} key @param {boolean} shift @returns {RunSaid | null} */
    function press(key, shift) {
      const { clock } = session;
      const vote = clock?.state.vote;
      const some = questionsOf(clock?.part).length > 0;
      if (!clock || !isOurs(key, !vote) || !hasQuestions(session.parts)) return null;
      if (!some) return { text: word(clock.ended ? "run-mode.ended" : "run-mode.no-question"), quiet: clock.ended };
      if (key === "q") return next(session, seen);
      return vote ? count(session, vote, key, shift) : { text: word("run-mode.press-q") };
    }

    return { element, draw, key: press };
  }

  /** @type {Partial<RunMode>} */
  const made = { makeVote, hasQuestions };
  Object.assign(window.coursewright.run, made);
})();
