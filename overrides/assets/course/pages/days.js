/*
 * Days after a course: in <div class="cw-days">, paragraphs that begin with a bold number of days, as in **Day 7.** A learner
 * says which day is the first, and takes them along as a calendar file: whole days, each with a reminder at nine.
 */
(() => {
  "use strict";

  const { word, make, button, saveFile, now } = window.coursewright.tools;

  /** A line of iCalendar, folded as RFC 5545 asks. @param {string} line */
  const folded = (line) => line.replace(/.{60}(?=.)/gu, "$&\r\n ");
  /** @param {string} text */
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\s+/g, " ").trim();
  /** @param {Date} date */
  const dated = (date) => date.toISOString().slice(0, 10).replaceAll("-", "");

  /** @param {Element} days @returns {{ day: number, title: string, text: string }[]} */
  function prompts(days) {
    return [...days.querySelectorAll("p")].flatMap((paragraph) => {
      const title = paragraph.querySelector("strong:first-child")?.textContent ?? "";
      const [number] = title.match(/\d+/) ?? [];
      const text = (paragraph.textContent ?? "").slice(title.length);
      return number ? [{ day: Number(number), title: title.replace(/[.:]$/, ""), text }] : [];
    });
  }

  /** @param {Element} days @param {string} first */
  function calendar(days, first) {
    const events = prompts(days).flatMap(({ day, title, text }) => {
      const date = new Date(`${first}T00:00:00Z`);
      date.setUTCDate(date.getUTCDate() + day - 1);
      const alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(title)}`, "TRIGGER:PT9H", "END:VALARM"];
      const event = [`UID:day-${day}-${dated(date)}@coursewright`, `DTSTAMP:${dated(date)}T000000Z`];
      event.push(`DTSTART;VALUE=DATE:${dated(date)}`, `SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(text)}`);
      return ["BEGIN:VEVENT", ...event, ...alarm, "END:VEVENT"];
    });
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Coursewright//EN", ...events, "END:VCALENDAR", ""];
    return lines.map(folded).join("\r\n");
  }

  /** @param {Element} days */
  function offer(days) {
    const field = make("input", { type: "date", required: "", value: now().slice(0, 10) });
    const save = button("save-days", "days.save");
    save.type = "submit";
    const form = make("form", { class: "cw-days-form" }, make("label", {}, `${word("days.first")} `, field), " ", save);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      saveFile("appointments.ics", "text/calendar", calendar(days, field.value));
    });
    days.append(form);
  }

  function findDays() {
    for (const days of document.querySelectorAll(".cw-days:not(:has(.cw-days-form))")) offer(days);
  }

  if (window.document$) window.document$.subscribe(findDays);
  else document.addEventListener("DOMContentLoaded", findDays);
})();
