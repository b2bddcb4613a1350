/* Weighs what the course sends to browsers, each file gzipped as a server sends it, and fails over a budget. */
"use strict";

const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { gzipSync } = require("node:zlib");

const folder = join(__dirname, "..", "..", "overrides", "assets", "course");
/* Loaded by pages of the trainer's edition alone. */
const TRAINERS = /^(?:plan|run)(?:-|\.js$)/;
const scripts = readdirSync(folder).filter((file) => file.endsWith(".js") && !TRAINERS.test(file)).sort();
const ofPlanning = readdirSync(folder).filter((file) => /^plan(?:-.*)?\.js$/.test(file)).sort();

const BUDGETS = [
  { what: "self-checks", files: ["store.js", "self-check.js", "question.css"], limit: 15 * 1024 },
  { what: "all scripts for learners", files: scripts, limit: 20 * 1024 },
  { what: "planning", files: ofPlanning, limit: 24 * 1024 },
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
