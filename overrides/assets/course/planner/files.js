/* A plan as files to keep: a calendar file (iCalendar, RFC 5545), and the Markdown of a workshop for docs/workshops/. */
(() => {
  "use strict";

  const { word } = window.coursewright.tools;
  const { clock, slotsOf, dayName } = window.coursewright.plan.clock;
  const { dayBefore } = window.coursewright.settings;
  const LONGEST_NAME = 40;
  const LONGEST_LINE = 75;
  const PARTS_A_LINE = 20;
  /** Names that pages use themselves, and the word for a pause in an agenda. */
  const TAKEN = /^(?:key-points|references|lessons|course-map|course-title|break|(?:question|review)-.*)$/;

  /** Small letters, digits, hyphens, a letter first. @param {string} text @param {string} otherwise */
  function asName(text, otherwise) {
    const plain = text.normalize("NFD").replace(/\p{Mark}/gu, "").toLowerCase();
    const name = plain.replace(/[^a-z0-9]+/g, "-").slice(0, LONGEST_NAME).replace(/^[^a-z]+|-+$/g, "");
    return name || otherwise;
  }

  /** @param {Plan} plan */
  const titleOf = (plan) => plan.title || word("plan.untitled");

  /** @param {Plan} plan */
  const nameOf = (plan) => asName(titleOf(plan), "workshop");

  // The calendar file

  /** @param {string} text */
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");

  /** A line in pieces of at most 75 octets, no character cut in two. @param {string} line */
  function folded(line) {
    const encoder = new TextEncoder();
    let piece = "";
    let octets = 0;
    const pieces = [];
    for (const letter of line) {
      const size = encoder.encode(letter).length;
      if (octets + size > LONGEST_LINE) {
        pieces.push(piece);
        piece = "";
        octets = 1;
      }
      piece += letter;
      octets += size;
    }
    return [...pieces, piece].join("\r\n ");
  }

  /** A time of the clock where it is opened. @param {Date} midnight @param {number} minutes */
  function local(midnight, minutes) {
    const time = new Date(midnight.getTime() + minutes * 60_000);
    return time.toISOString().replace(/[-:]|\.\d+Z$/g, "");
  }

  /** @param {Plan} plan @param {Shelves} shelves */
  function calendar(plan, shelves) {
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const events = plan.days.flatMap((day, place) => {
      const midnight = new Date(Date.parse(`${plan.date}T00:00:00Z`) + place * 86_400_000);
      const said = slotsOf(day, shelves).map((slot) => `${clock(slot.start)} ${slot.title}`);
      const name = dayName(plan, place);
      const summary = name ? `${titleOf(plan)}: ${name}` : titleOf(plan);
      return [
        "BEGIN:VEVENT",
        `UID:${plan.uid}-${place + 1}@coursewright`,
        `DTSTAMP:${stamp}`,
        `DTSTART:${local(midnight, day.start)}`,
        `DTEND:${local(midnight, day.end)}`,
        `SEQUENCE:${plan.revision}`,
        `SUMMARY:${escaped(summary)}`,
        ...(said.length ? [`DESCRIPTION:${escaped(said.join("\n"))}`] : []),
        ...(plan.location ? [`LOCATION:${escaped(plan.location)}`] : []),
        ...alarm(plan, summary),
        "END:VEVENT",
      ];
    });
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Coursewright//EN", ...events, "END:VCALENDAR"];
    return lines.map((line) => `${folded(line)}\r\n`).join("");
  }

  /** @param {Plan} plan @param {string} summary */
  const alarm = ({ reminder }, summary) =>
    reminder ? ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(summary)}`, `TRIGGER:-PT${reminder}M`, "END:VALARM"] : [];

  // The workshop's file

  /** A text as YAML in double quotes, which are those of JSON; `<!--` would open a comment in the page's text. @param {string} text */
  const quoted = (text) => JSON.stringify(text).replaceAll("<!--", "\\u003c!--");

  /** Names of the trainer's own activities, by item. @param {Plan} plan */
  function ownNames(plan) {
    /** @type {Map<PlanItem, string>} */
    const names = new Map();
    const taken = new Set();
    for (const item of plan.days.flatMap((day) => day.items).filter((some) => some.slot === "own")) {
      const plain = asName(item.title, "activity");
      const base = TAKEN.test(plain) ? `my-${plain}` : plain;
      let name = base;
      for (let number = 2; taken.has(name); number += 1) name = `${base}-${number}`;
      taken.add(name);
      names.set(item, name);
    }
    return names;
  }

  /** The lines of a day; parts of one lesson or workshop that follow each other share one. @param {PlanSlot[]} slots @param {Map<PlanItem, string>} names */
  function agendaLines(slots, names) {
    /** @type {{ source: string, parts: string[] }[]} */
    const lines = [];
    for (const { item, part, kind } of slots) {
      const last = lines.at(-1);
      if (part) {
        const name = part.slot.split("/").at(-1) ?? "";
        const said = item.minutes === part.minutes ? name : `${name} ${item.minutes}`;
        if (last?.source === part.source.id && last.parts.length < PARTS_A_LINE) last.parts.push(said);
        else lines.push({ source: part.source.id, parts: [said] });
      } else if (kind === "break") {
        const title = item.title.replaceAll("<!--", "<! --");
        lines.push({ source: "", parts: [`break ${item.minutes}${title ? `: ${title}` : ""}`] });
      } else {
        lines.push({ source: "", parts: [names.get(item) ?? ""] });
      }
    }
    return lines.map(({ source, parts }) => `- ${source ? `${source}: ` : ""}${parts.join(", ")}`);
  }

  /** @param {Plan} plan */
  function frontMatter(plan) {
    const [first] = plan.days;
    return [
      "---",
      `title: ${quoted(titleOf(plan))}`,
      ...(first && plan.days.length === 1 ? [`start: ${clock(first.start)}`, `end: ${clock(first.end)}`] : []),
      ...(plan.date ? [`date: ${plan.date}`] : []),
      `head-count: ${plan.people}`,
      `room: ${plan.room}`,
      ...(plan.location ? [`location: ${quoted(plan.location)}`] : []),
      ...(plan.reminder === dayBefore ? [] : [`reminder: ${plan.reminder}`]),
      ...(plan.revision ? [`revision: ${plan.revision}`] : []),
      ...(plan.assumes.length ? ["assumes:", ...plan.assumes.map((id) => `  - ${id}`)] : []),
      "---",
      "",
    ];
  }

  /** @param {Plan} plan @param {Shelves} shelves */
  function workshop(plan, shelves) {
    const names = ownNames(plan);
    const lines = frontMatter(plan);
    for (const day of plan.days) {
      // An agenda without a line is a mistake.
      if (!day.items.length) continue;
      const times = plan.days.length > 1 ? [`    start: ${clock(day.start)}`, `    end: ${clock(day.end)}`, ""] : [];
      lines.push("/// agenda", ...times, ...agendaLines(slotsOf(day, shelves), names), "///", "");
    }
    for (const [item, name] of names) {
      const title = item.title || word("plan.own-title");
      lines.push(`/// activity | ${name}`, `    title: ${quoted(title)}`, `    minutes: ${item.minutes}`, "");
      lines.push(word("plan.own-task"), "///", "");
    }
    return lines.join("\n");
  }

  window.coursewright.plan.files = { calendar, workshop, nameOf, ownNames };
})();
