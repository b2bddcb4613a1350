/* Weighs the scripts of the course as a server sends them, each gzipped, and fails over the budget. */
"use strict";

const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { gzipSync } = require("node:zlib");

const BUDGET = 9 * 1024;
const folder = join(__dirname, "..", "..", "overrides", "assets", "course");

let total = 0;
for (const name of readdirSync(folder).filter((file) => file.endsWith(".js")).sort()) {
  const size = gzipSync(readFileSync(join(folder, name)), { level: 9 }).length;
  total += size;
  console.log(`${String(size).padStart(6)}  ${name}`);
}
console.log(`${String(total).padStart(6)}  of ${BUDGET} bytes, gzipped`);
if (total > BUDGET) {
  console.error(`The scripts of the course are ${total - BUDGET} bytes over their budget.`);
  process.exitCode = 1;
}
