/** From text to diagnostics and to the core, warm, beside reading the same text as JSON: a yardstick, not a rival. */
import { globSync, readFileSync } from "node:fs";
import { check, compile } from "../src/index.ts";
import { ensured } from "./cases.ts";
import type { Measured } from "./measure.ts";
import { compare } from "./measure.ts";
import type { Row } from "./rows.ts";
import { inTime } from "./rows.ts";

export function parsing(): Row[] {
  const template = readFileSync("terms/juniper-2005.tenor", "utf8");
  const library = globSync("terms/library/*.tenor")
    .toSorted()
    .map((name) => ({ name, text: readFileSync(name, "utf8") }))
    .filter(({ text }) => template.includes(`use ${/^clause ("[^"]+")/m.exec(text)?.[1]}`));
  const lines = [template, ...library.map(({ text }) => text)].join("\n").split("\n").length;
  const findings = check(template, "template.tenor", ...library);
  if (findings.length > 0) throw new Error(`the template to be measured has ${findings.length} findings`);
  const clauses = manyClauses(200);
  const half = manyClauses(100);
  ensured(compile(clauses));
  const json = JSON.stringify({ lines: template.split("\n") }, undefined, 2);
  const [, checked, core, less] = compare([
    ["the text as JSON", () => JSON.parse(json)],
    ["check", () => check(template, "template.tenor", ...library)],
    ["200 clauses to core", () => compile(clauses)],
    ["100 clauses to core", () => compile(half)],
  ]) as [Measured, Measured, Measured, Measured];
  const perThousand = (1_000 * checked.median) / lines;
  return [
    {
      what: `parse and check, a thousand lines (of ${lines}), warm`,
      beside: "30 ms",
      ratio: perThousand / 30,
      aim: 1,
      figures: inTime(perThousand),
    },
    {
      what: "200 clauses to core, warm",
      beside: "50 ms",
      ratio: core.median / 50,
      aim: 1,
      figures: inTime(core.median),
    },
    {
      what: "200 clauses to core",
      beside: "100 clauses",
      ratio: core.ratio / less.ratio,
      aim: 2,
      figures: `${inTime(core.median)} and ${inTime(less.median)}`,
    },
  ];
}

/** A document of so many sections, each a clause with a definition and a rule, each after the first using the one before. */
export function manyClauses(count: number): string {
  const sections = Array.from({ length: count }, (_, index) => {
    const k = index + 1;
    return `section ${k} "Clause"

event Notice C${k} by Holder
  Amount: money
Amount C${k} starts at $${k}
Price C${k} means the lesser of ${k === 1 ? "Fixed Price" : `Price C${k - 1}`} and
  50% * (the average of the 3 lowest of market low over ${20 + (k % 9)} trading days ending 1 trading day before today)
Shares C${k} for each Notice C${k} is fixed as (its Amount / Price C${k}, rounded down to 1 share)
when Notice C${k} if its Amount is more than $${k}
  Amount C${k} rises by its Amount
`;
  });
  return `note "Many Clauses"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date
  business days: "us-bank"
  times are in: "New York"

given Issue Date: date = 2006-01-03
given Fixed Price: price = $0.05 per share

${sections.join("\n")}`;
}
