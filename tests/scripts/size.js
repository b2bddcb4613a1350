/* Weighs what the course sends to browsers, each file gzipped as a server sends it, and fails over a budget. */
"use strict";

const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { gzipSync } = require("node:zlib");

const folder = join(__dirname, "..", "..", "overrides", "assets", "course");
// What a learner's phone fetches: a lesson first, then the page My progress.
const THEME = ["theme/storage.js", "theme/palette.js", "theme/tabs.js", "theme/chrome.js"];
const LESSON = [...THEME, "store.js", "self-check.js", "work-sheet.js", "progress.js"];
const MY_PROGRESS = ["my-data.js", "my-progress.js"];
const SELF_ASSESSMENT = ["assessment.js"];
// Pages of the trainer's edition alone.
const startingWith = (start) => readdirSync(folder).filter((file) => file.endsWith(".js") && file.startsWith(start)).sort();
const PLANNING = startingWith("plan");
const RUNNING = startingWith("run-");
const AUTHORS_ONLY = ["build-problems.js"];

const BUDGETS = [
  { what: "self-checks", files: ["store.js", "self-check.js", "question.css"], limit: 15 * 1024 },
  { what: "the scripts of a lesson", files: LESSON, limit: 20 * 1024 },
  { what: "the scripts of My progress besides", files: MY_PROGRESS, limit: 8 * 1024 },
  { what: "the script of the self-assessments besides", files: SELF_ASSESSMENT, limit: 3 * 1024 },
  { what: "the scripts of planning", files: PLANNING, limit: 26 * 1024 },
  { what: "the scripts of run mode", files: RUNNING, limit: 25 * 1024 },
];

const sizeOf = (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;

for (const { what, files, limit } of BUDGETS) {
  const sizes = files.map(sizeOf);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  files.forEach((file, place) => console.log(`${String(sizes[place]).padStart(6)}  ${file}`));
  console.log(`${String(total).padStart(6)}  ${what}, gzipped, of ${limit} bytes\n`);
  if (total > limit) {
    console.error(`${what}: ${total - limit} bytes over budget.`);
    process.exitCode = 1;
  }
}

const weighed = [...LESSON, ...MY_PROGRESS, ...SELF_ASSESSMENT, ...PLANNING, ...RUNNING, ...AUTHORS_ONLY].map((file) => join(file));
const forgotten = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".js") && !weighed.includes(file));
if (forgotten.length) {
  console.error(`${forgotten.join(" and ")} is in no budget. Say in tests/scripts/size.js which page fetches it.`);
  process.exitCode = 1;
}
