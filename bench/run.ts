/**
 * `npm run bench`: everything measured beside its reference, as a table of ratios. With names of parts, only
 * those; with `--write`, the table goes to docs/performance.md as well.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { bulk } from "./bulk.ts";
import { coldStart } from "./cold.ts";
import { comparing } from "./comparing.ts";
import { editor } from "./editor.ts";
import { pricingRule, threeYearNote } from "./engine.ts";
import { firstRun } from "./first-run.ts";
import { growth } from "./growth.ts";
import { hostile } from "./hostile.ts";
import { parsing } from "./parsing.ts";
import type { Row } from "./rows.ts";
import { renderRows } from "./rows.ts";
import { simulation } from "./simulation.ts";

const parts: Readonly<Record<string, () => Row[]>> = {
  rule: pricingRule,
  note: threeYearNote,
  bulk,
  simulation,
  parsing,
  growth,
  comparing,
  editor,
  hostile,
  first: firstRun,
  cold: coldStart,
};

const asked = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const unknown = asked.filter((name) => parts[name] === undefined);
if (unknown.length > 0) throw new Error(`no part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);
const rows = Object.entries(parts).flatMap(([name, measure]) =>
  asked.length === 0 || asked.includes(name) ? measure() : [],
);
const table = renderRows(rows);
process.stdout.write(`${table}\n`);
if (process.argv.includes("--write")) {
  const page = "docs/performance.md";
  const text = readFileSync(page, "utf8");
  const [begin, end] = ["<!-- figures -->", "<!-- end of figures -->"];
  const from = text.indexOf(begin) + begin.length;
  writeFileSync(page, `${text.slice(0, from)}\n\n${table}\n\n${text.slice(text.indexOf(end))}`);
}
