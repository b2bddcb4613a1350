/* What becomes of a plan: a run sheet on paper, files, an address to share, a workshop that runs. */
(() => {
  "use strict";

  const { word, make, button, saveFile } = window.coursewright.tools;
  const { isEmpty, pack } = window.coursewright.plan.data;
  const { slotsOf, dayName } = window.coursewright.plan.clock;
  const { addressOf } = window.coursewright.plan.keep;
  const files = window.coursewright.plan.files;

  /** @param {Plan} plan @param {Shelves} shelves @returns {{ parts: RunPart[], options: RunOptions }[]} */
  function runsOf(plan, shelves) {
    const names = files.ownNames(plan);
    const name = plan.title || word("plan.untitled");
    return plan.days.flatMap((day, place) => {
      const parts = slotsOf(day, shelves).map(({ item, kind, title, start, minutes, shortest, part }) => ({
        slot: item.slot === "own" ? `own/${names.get(item)}` : item.slot,
        title,
        kind,
        start,
        minutes,
        shortest,
        content: part?.content ?? null,
        code: part?.code,
        href: part?.href,
        address: part?.address,
        group: part?.group || undefined,
        materials: part?.materials.length ? word("plan.with", { things: part.materials.join(", ") }) : undefined,
      }));
      const several = plan.days.length > 1 && { day: place + 1, label: dayName(plan, place) };
      return parts.length ? [{ parts, options: { name, room: plan.room, ...several } }] : [];
    });
  }

  /** Offers a run of each day, anew where the plan has changed. @param {() => Plan} get @param {Shelves} shelves */
  function makeRuns(get, shelves) {
    const element = make("div", { class: "cw-plan-run" });
    let offered = "";
    const update = () => {
      const runs = runsOf(get(), shelves);
      const wanted = JSON.stringify(runs);
      if (wanted === offered) return;
      offered = wanted;
      element.replaceChildren(...runs.map(({ parts, options }) => window.coursewright.run.offer(parts, options)));
    };
    return { element, update };
  }

  /** Shows the address to be copied by hand, where the browser does not copy. */
  function makeCopy(/** @type {() => string} */ address, /** @type {Tell} */ tell) {
    const field = make("input", { class: "cw-plan-address", type: "text", readonly: "", hidden: "", "aria-label": word("plan.address") });
    const copy = button("copy", "plan.copy", async () => {
      try {
        await navigator.clipboard.writeText(address());
        field.hidden = true;
        tell("plan.copied");
      } catch {
        field.hidden = false;
        field.value = address();
        field.focus();
        field.select();
        tell("plan.copy-by-hand");
      }
    });
    return { field, copy };
  }

  /** The same where one always sees it: at the foot of the screen. @param {HTMLButtonElement} print @param {HTMLElement} runs */
  function makeShort(print, runs) {
    const run = button("bar-run", "plan.bar-run", () => {
      const offers = /** @type {NodeListOf<HTMLButtonElement>} */ (runs.querySelectorAll("[data-action=run]"));
      const [first] = offers;
      if (offers.length === 1) first?.click();
      else first?.focus();
    });
    const element = make("p", { class: "cw-buttons cw-plan-acts" }, button("bar-print", "plan.bar-print", () => print.click()), run);
    return { element, run };
  }

  /** @type {CoursePlanOut["make"]} */
  function makeOut(get, shelves, tell, needDate) {
    const unlessEmpty = (/** @type {(plan: Plan) => void} */ act) => () => (isEmpty(get()) ? tell("plan.empty") : act(get()));
    const print = button("print", "plan.print", unlessEmpty(() => window.print()));
    print.classList.add("cw-button--main");
    const calendar = unlessEmpty((plan) => {
      if (!plan.date) {
        needDate();
        return;
      }
      const file = `${files.nameOf(plan)}.ics`;
      saveFile(file, "text/calendar;charset=utf-8", files.calendar(plan, shelves));
      tell("plan.saved", { file });
    });
    const workshop = unlessEmpty((plan) => {
      const file = `${files.nameOf(plan)}.md`;
      saveFile(file, "text/markdown;charset=utf-8", files.workshop(plan, shelves));
      tell("plan.saved-workshop", { file });
    });
    const { field, copy } = makeCopy(() => addressOf(pack(get(), shelves)), tell);
    const runs = makeRuns(get, shelves);
    const afresh = button("afresh", "plan.afresh");
    const buttons = [print, button("calendar", "plan.calendar", calendar), button("file", "plan.file", workshop), copy, afresh];
    const short = makeShort(print, runs.element);
    const update = () => {
      field.hidden = true;
      runs.update();
      short.element.hidden = isEmpty(get());
      short.run.hidden = !runs.element.firstChild;
    };
    return { acts: short.element, elements: [runs.element, make("p", { class: "cw-buttons cw-plan-out" }, ...buttons), field], afresh, update };
  }

  window.coursewright.plan.out = { make: makeOut };
})();
