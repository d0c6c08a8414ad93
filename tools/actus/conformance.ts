/**
 * `npm run conformance` runs all cases at hand and writes the table of docs/conformance.md. With files of cases after `--`, it
 * names those that differ, and how many agree; nothing is written.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { readCases } from "./cases.ts";
import type { Compared } from "./compare.ts";
import { compareCase } from "./compare.ts";
import { withTable } from "./table.ts";

const page = "docs/conformance.md";
const folder = "test/data/actus";

const named = process.argv.slice(2);
const files =
  named.length > 0
    ? named
    : readdirSync(folder)
        .filter(isFile)
        .map((name) => `${folder}/${name}`);
const all = files.flatMap((file) => report(file, readCases(readFileSync(file, "utf8")).map(compareCase)));
if (named.length === 0) writeFileSync(page, withTable(readFileSync(page, "utf8"), all));

function isFile(name: string): boolean {
  return name.endsWith(".json");
}

function report(file: string, compared: readonly Compared[]): readonly Compared[] {
  for (const { id, difference } of compared)
    if (difference !== undefined) process.stdout.write(`${id}: ${difference}\n`);
  const agreeing = compared.filter(({ difference }) => difference === undefined).length;
  process.stdout.write(`${file}: ${agreeing} of ${compared.length} agree\n`);
  return compared;
}
