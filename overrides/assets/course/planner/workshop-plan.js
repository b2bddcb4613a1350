/*
 * <workshop-plan>: a trainer picks parts of the course from the shelves, puts them in order, and sees the clock and what
 * does not fit. The files beside this one hold what a plan is and how it looks; this one holds them together.
 */
(() => {
  "use strict";

  const { word, make, button } = window.coursewright.tools;
  const { blank, isEmpty, makeItem, pack, unpack } = window.coursewright.plan.data;
  const { dayName } = window.coursewright.plan.clock;
  const { read, keep, offer, fromAddress } = window.coursewright.plan.keep;
  const { form, view, edits } = window.coursewright.plan;
  const BREAK = 15;

  class WorkshopPlan extends HTMLElement {
    #plan = blank();
    #shelves = window.coursewright.plan.shelves.read();
    /** @type {boolean | undefined} */
    #wasEmpty;
    #listening = new AbortController();
    /** @type {{ disconnect(): void }[]} */
    #observers = [];
    /** @type {Tell} */
    #tell = (key, values) => this.#say(word(key, values));
    /** Makes a button that puts a plan in the place of the present one. @param {string} key @param {Plan} plan */
    #opener = (key, plan) => {
      const element = button("open", key, () => {
        this.#replace(plan, "plan.opened", true);
        this.#title.focus(); // the button is gone
      });
      element.replaceChildren(word(key, { title: plan.title || word("plan.untitled") }));
      return element;
    };
    #facts = form.facts(() => this.#plan, () => this.#changed(), this.#tell);
    #out = window.coursewright.plan.out.make(() => this.#plan, this.#shelves, this.#tell, () => this.#needDate());
    #title = make("h2", { id: "plan-title", tabindex: "-1" }, word("plan.heading"));
    #status = make("p", { class: "cw-plan-status", role: "status" });
    #total = make("p", { class: "cw-plan-total" });
    #starts = view.starts(this.dataset.workshops, this.#shelves, this.#opener);
    #found = make("ul", { class: "cw-plan-found" });
    #bring = make("div", { class: "cw-plan-bring" });
    #before = make("div", { class: "cw-plan-before" });
    #notKept = make("p", { class: "cw-plan-not-kept", hidden: "" }, word("plan.not-kept"));
    #to = make("select", {});
    #toField = make("label", { class: "cw-plan-field" }, make("span", {}, word("plan.add-to")), this.#to);
    /** @type {(planned: Set<string>) => void} */
    #mark = () => {};
    #days = window.coursewright.plan.days.make(() => this.#plan, this.#shelves, {
      move: (item, by) => this.#edits.move(item, by),
      drop: (item, day, before) => this.#edits.drop(item, day, before),
      remove: (item) => this.#edits.remove(item),
      minutes: (item, text, done) => this.#edits.minutes(item, text, done),
      changed: () => this.#changed(),
      removeDay: (day) => this.#edits.removeDay(day),
    });
    #edits = edits.make({
      get: () => this.#plan,
      shelves: this.#shelves,
      tell: this.#tell,
      changed: (text, aside) => this.#changed(text, aside),
      clear: () => this.#days.clear(),
      row: (item) => this.#days.row(item),
      heading: this.#title,
    });

    connectedCallback() {
      if (this.dataset.ready !== undefined) return;
      const add = (/** @type {ShelfPart[]} */ parts) => this.#edits.add(parts.map(({ slot, minutes }) => makeItem(slot, minutes)));
      this.#mark = window.coursewright.plan.shelves.stock(this.#shelves, add);
      this.#build();
      this.#open();
      const { signal } = this.#listening;
      window.addEventListener("hashchange", () => this.#openShared(fromAddress()), { signal });
      window.addEventListener("beforeprint", () => this.#draw(), { signal });
      window.addEventListener("load", () => this.#out.update(), { signal });
      this.dataset.ready = "";
    }

    disconnectedCallback() {
      this.#observers.forEach((observer) => observer.disconnect());
      this.#listening.abort();
    }

    #build() {
      this.#to.addEventListener("change", () => (this.#edits.day = Number(this.#to.value)));
      const addBreak = button("add-break", "plan.add-break", () => this.#edits.add([makeItem("break", BREAK)]));
      const more = make("p", { class: "cw-buttons" }, addBreak, button("add-day", "plan.add-day", () => this.#edits.addDay()));
      const own = make("details", { class: "cw-plan-more" }, make("summary", {}, word("plan.own-new")), form.own((item) => this.#edits.add([item]), this.#tell));
      const check = make("section", { class: "cw-plan-check", "aria-labelledby": "plan-check" });
      check.append(make("h3", { id: "plan-check" }, word("plan.check")), this.#found);
      const panel = make("section", { class: "cw-plan", "aria-labelledby": "plan-title" }, this.#title, this.#notKept, this.#before, ...(this.#starts ? [this.#starts] : []));
      const hint = make("p", { class: "cw-plan-hint" }, word("plan.hint"));
      const confirm = form.ask(this.#out.afresh, () => this.#replace(blank(), "plan.afresh-done", false));
      panel.append(this.#facts.element, this.#days.element, hint, this.#toField, more, own, check, this.#bring, ...this.#out.elements, confirm);
      const { bar, observers } = form.bar(panel, this.#title, this.#total, this.#status, this.#out.acts);
      this.#observers = observers;
      this.append(panel, bar);
    }

    /** @param {string} text @param {string} [aside] what those see anyway who see the page */
    #say(text, aside = "") {
      this.#status.replaceChildren(text, make("span", { class: "cw-hidden" }, aside));
    }

    #needDate() {
      this.#tell("plan.needs-date");
      this.#facts.date.focus();
    }

    // Opening and keeping

    #open() {
      const { now } = read();
      const kept = now === null ? null : unpack(now, this.#shelves, () => {});
      if (kept) this.#plan = kept;
      const address = fromAddress();
      if (!this.#openShared(address)) this.#show();
      if (kept && !address) keep(pack(this.#plan, this.#shelves));
    }

    /** @param {ReturnType<CoursePlanKeep["fromAddress"]>} address */
    #openShared(address) {
      if (!address) return false;
      /** @type {string[]} */
      const told = [];
      const plan = unpack(address.value, this.#shelves, (key, values) => told.push(word(key, values)));
      if (plan && this.#replace(plan, "", true)) told.unshift(word("plan.from-address", { title: plan.title || word("plan.untitled") }));
      this.#say(told.join(" "));
      return Boolean(plan);
    }

    /** Gives whether another plan had to go. @param {Plan} plan @param {string} key what to say of it @param {boolean} offered whether the plan until now stays on offer */
    #replace(plan, key, offered) {
      const before = JSON.stringify(pack(this.#plan, this.#shelves));
      const packed = pack(plan, this.#shelves);
      const after = JSON.stringify(packed);
      const others = read().before.filter((each) => ![before, after].includes(JSON.stringify(each)));
      const took = !isEmpty(this.#plan) && before !== after;
      if (offered && took) others.push(JSON.parse(before));
      this.#plan = plan;
      offer(others);
      this.#notKept.hidden = keep(packed);
      this.#show();
      if (key) this.#tell(key, { title: plan.title || word("plan.untitled") });
      return took;
    }

    /** Draws a plan from the beginning. */
    #show() {
      this.#edits.day = 0;
      this.#days.clear();
      this.#wasEmpty = undefined;
      this.#facts.fill();
      this.#offer();
      this.#update();
    }

    /** What was planned before another plan took its place. */
    #offer() {
      const forget = () => {
        offer([]);
        this.#offer();
        this.#title.focus();
      };
      this.#before.replaceChildren(...view.before(read().before, this.#shelves, this.#opener, forget));
    }

    /** What was told before is true no longer, whether or not there is something to tell. */
    #changed(text = "", aside = "") {
      this.#notKept.hidden = keep(pack(this.#plan, this.#shelves));
      this.#update();
      this.#say(text, aside);
    }

    // What the page shows

    #update() {
      this.#days.update();
      const options = this.#plan.days.map((_day, place) => make("option", { value: String(place) }, dayName(this.#plan, place)));
      this.#to.replaceChildren(...options);
      this.#to.value = String(this.#edits.day);
      this.#toField.hidden = this.#plan.days.length < 2;
      this.#total.replaceChildren(...view.total(this.#plan));
      const mends = { assume: (/** @type {ShelfSource} */ lesson) => this.#edits.assume(lesson, true), take: (/** @type {ObservedMinutes} */ observed) => this.#edits.take(observed) };
      this.#found.replaceChildren(...view.found(this.#plan, this.#shelves, mends));
      this.#bring.replaceChildren(...view.bring(this.#plan, this.#shelves, (lesson) => this.#edits.assume(lesson, false)));
      this.#out.update();
      this.#offerStarts();
      this.#mark(new Set(this.#plan.days.flatMap((day) => day.items.map((item) => item.slot))));
    }

    /** Workshops to begin from lie open as long as nothing is planned; later, whoever wants them opens them. */
    #offerStarts() {
      const empty = isEmpty(this.#plan);
      if (this.#starts && empty !== this.#wasEmpty) this.#starts.open = empty;
      this.#wasEmpty = empty;
    }

    /** The run sheet, as late as can be: it holds a copy of much of the page. */
    #draw() {
      this.querySelector(".cw-plan-paper")?.remove();
      this.append(window.coursewright.plan.paper.draw(this.#plan, this.#shelves));
    }
  }

  customElements.define("workshop-plan", WorkshopPlan);
})();
