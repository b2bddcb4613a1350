/* The fields of a plan, and the days with their lists. */
(() => {
  "use strict";

  const { word, make, button } = window.coursewright.tools;
  const { limits, clean, clamp, makeItem } = window.coursewright.plan.data;
  const DAY = 24 * 60;

  /** @param {string} key @param {HTMLElement} control */
  const label = (key, control) => make("label", { class: "cw-plan-field" }, make("span", {}, word(key)), control);

  /**
   * A field for a whole number; what is out of its limits is set right and told.
   * @param {[number, number]} between @param {() => number} get @param {(n: number) => void} set @param {Tell} tell
   */
  function number(between, get, set, tell) {
    const [low, high] = between;
    const field = make("input", { type: "number", min: String(low), max: String(high), step: "1", inputmode: "numeric", required: "" });
    const isGood = () => field.value !== "" && clamp(field.value, between, low) === Number(field.value);
    field.addEventListener("input", () => isGood() && set(Number(field.value)));
    field.addEventListener("change", () => {
      if (!isGood()) {
        set(clamp(field.value, between, get()));
        tell("plan.clamped", { n: get(), low, high });
      }
      field.value = String(get());
    });
    return field;
  }

  /** @param {number} minutes */
  const asTime = (minutes) => `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

  /** @param {() => number} get @param {(minutes: number) => void} set */
  function time(get, set) {
    const field = make("input", { type: "time", required: "", value: asTime(get()) });
    field.addEventListener("input", () => {
      const [hours, minutes] = field.value.split(":").map(Number);
      if (field.value) set((hours ?? 0) * 60 + (minutes ?? 0));
    });
    field.addEventListener("blur", () => (field.value = asTime(get())));
    return field;
  }

  /** An end that is no later than the start is one after midnight. @param {PlanDay} day @param {number} start @param {number} end */
  function setTimes(day, start, end) {
    day.start = start % DAY;
    day.end = end % DAY;
    if (day.end <= day.start) day.end += DAY;
  }

  /** @type {CoursePlanForm["facts"]} */
  function facts(get, changed, tell) {
    const title = make("input", { type: "text", maxlength: String(limits.title), autocomplete: "off" });
    title.addEventListener("input", () => {
      get().title = clean(title.value);
      changed();
    });
    const location = make("input", { type: "text", maxlength: String(limits.location), autocomplete: "off" });
    location.addEventListener("input", () => {
      get().location = clean(location.value, limits.location);
      changed();
    });
    const date = make("input", { type: "date" });
    date.addEventListener("input", () => {
      get().date = /^\d{4}-/.test(date.value) ? date.value : "";
      changed();
    });
    const people = number(limits.people, () => get().people, (n) => {
      get().people = n;
      changed();
    }, tell);
    const room = make("select", {}, ...["room", "remote"].map((value) => make("option", { value }, word(`plan.${value}`))));
    room.addEventListener("change", () => {
      get().room = room.value === "remote" ? "remote" : "room";
      changed();
    });
    const labels = [label("plan.title", title), label("plan.date", date), label("plan.people", people), label("plan.where", room)];
    const element = make("div", { class: "cw-plan-fields" }, ...labels, label("plan.location", location));
    const fill = () => {
      const plan = get();
      [title.value, date.value, people.value, room.value] = [plan.title, plan.date, String(plan.people), plan.room];
      location.value = plan.location;
    };
    return { element, fill, date };
  }

  /** @type {CoursePlanForm["day"]} */
  function makeDay(the, changed, remove) {
    const heading = make("h3", {});
    const start = time(() => the.start, (minutes) => {
      setTimes(the, minutes, the.end);
      changed();
    });
    const end = time(() => the.end, (minutes) => {
      setTimes(the, the.start, minutes);
      changed();
    });
    const list = make("ol", { class: "cw-plan-list" });
    const length = make("span", { class: "cw-plan-length" });
    const drop = button("remove-day", "plan.remove-day", remove);
    const times = make("div", { class: "cw-plan-fields cw-plan-times" }, label("plan.start", start), label("plan.end", end), length);
    const none = make("p", { class: "cw-plan-none" }, word("plan.none"));
    const element = make("section", { class: "cw-plan-day" }, heading, times, list, none, make("p", { class: "cw-buttons" }, drop));
    return { element, heading, list, length, drop, none };
  }

  /** An activity of the trainer's own. @type {CoursePlanForm["own"]} */
  function own(add, tell) {
    let minutes = 15;
    const title = make("input", { type: "text", maxlength: String(limits.title), autocomplete: "off" });
    const field = number(limits.minutes, () => minutes, (n) => (minutes = n), tell);
    field.value = String(minutes);
    const send = make("button", { type: "submit", class: "cw-button" }, word("plan.add-own"));
    const fields = make("div", { class: "cw-plan-fields" }, label("plan.own-name", title), label("plan.minutes-short", field));
    const form = make("form", { class: "cw-plan-own", novalidate: "", "aria-label": word("plan.own-new") }, fields, send);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const said = clean(title.value);
      if (!said) {
        tell("plan.own-empty");
        title.focus();
        return;
      }
      add(makeItem("own", minutes, said));
      title.value = "";
    });
    return form;
  }

  /** What has to be asked before it is done. @type {CoursePlanForm["ask"]} */
  function ask(opener, yes) {
    const id = "plan-afresh";
    const back = () => {
      element.hidden = true;
      opener.hidden = false;
      opener.focus();
    };
    const keep = button("afresh-no", "plan.afresh-no", back);
    keep.classList.add("cw-button--main");
    const sure = button("afresh-yes", "plan.afresh-yes", () => {
      back();
      yes();
    });
    const question = make("p", { class: "cw-confirm-question", id }, word("plan.afresh-question"));
    const attributes = { class: "cw-confirm", role: "group", "aria-labelledby": id, hidden: "" };
    const element = make("div", attributes, question, make("p", { class: "cw-buttons" }, sure, keep));
    element.addEventListener("keydown", ({ key }) => key === "Escape" && back());
    opener.addEventListener("click", () => {
      opener.hidden = true;
      element.hidden = false;
      keep.focus();
    });
    return element;
  }

  /** The foot of the screen: what the plan comes to, what was just done, and what becomes of it. @type {CoursePlanForm["bar"]} */
  function makeBar(panel, title, total, status, acts) {
    // A link to the heading would take the plan out of the address.
    const see = button("see", "plan.see", () => {
      title.focus({ preventScroll: true });
      title.scrollIntoView();
    });
    const bar = make("div", { class: "cw-plan-bar" }, total, status, see, acts);
    // Nothing hides behind it, however much it says.
    const size = new ResizeObserver(() => document.documentElement.style.setProperty("--cw-plan-bar", `${bar.offsetHeight}px`));
    size.observe(bar);
    const sight = new IntersectionObserver((seen) => (see.hidden = seen.at(-1)?.isIntersecting === true), { rootMargin: "-25% 0px" });
    sight.observe(panel);
    return { bar, observers: [size, sight] };
  }

  window.coursewright.plan.form = { facts, day: makeDay, own, ask, bar: makeBar };
})();
