/** Every rule has an example that it reports, and beside it one that it accepts, for each of its codes. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { CheckedProgram } from "../../src/checked/ast.ts";
import { rules, rulesOfWholeNotes } from "../../src/checked/rules/index.ts";
import type { Code } from "../../src/diagnostics/registry.ts";
import { entryOf } from "../../src/diagnostics/registry.ts";
import { checkSource } from "../../src/driver/templates.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { projectFiles } from "../support/project-files.ts";
import { head } from "./findings.ts";

const ruleFiles = projectFiles().filter((path) => path.startsWith("src/checked/rules/"));

interface Twins {
  readonly wrong: string;
  readonly right: string;
  readonly clause?: string | undefined;
}

const exception = (name: string, more = "") =>
  `${head}Price means $1\nnotwithstanding ${name}\n  while: today is Issue Date\n  it is: $2\n${more}`;

/** Where the example of a code is about something else, or the rule finds a code in two ways. */
const others: { readonly [ruleAndCode: string]: Twins } = {
  "exceptionsWithoutRule TN2001": { wrong: exception("Pirce"), right: exception("Price") },
  "exceptionsWithoutRule TN2010": {
    wrong: exception("Price", "  over: 9\n"),
    right: `${exception("Price", "  over: 9\n")}section 9 "a"\nnotwithstanding Price\n  while: today is Issue Date\n  it is: $3\n`,
  },
  "exceptionsWithoutRule TN2011": { wrong: exception("Issue Date"), right: exception("Price") },
  "unrestatedFigures TN3011": {
    wrong: `${head}event Stock Split\n  Ratio: number\nshare basis changes on Stock Split by its Ratio\nFloor means $1 per share\n`,
    right: `${head}event Stock Split\n  Ratio: number\nshare basis changes on Stock Split by its Ratio\nFloor means $1 per share, restated for splits\n`,
  },
  "unknownCalendars TN5302": {
    wrong: head.replace("  exists", '  business days: "us-banks"\n  exists'),
    right: head.replace("  exists", '  business days: "us-bank"\n  exists'),
  },
  "missingHead TN4015": { wrong: "given Principal: money\n", right: `${head}given Principal: money\n` },
};

const allRules = [...rules, ...rulesOfWholeNotes];
const cases = allRules.flatMap((rule) =>
  codesOf(rule.name).map((code) => ({
    name: rule.name,
    code,
    rule,
    twins: others[`${rule.name} ${code}`] ?? entryOf(code),
  })),
);

test("every rule lists the codes that it reports", () => {
  expect(allRules.filter(({ name }) => codesOf(name).length === 0)).toEqual([]);
});

test.each(cases)("$name finds $code in the one example, and nothing in the other", ({ code, rule, twins }) => {
  const found = (text: string) => rule(programOf(text, twins.clause)).map((it) => it.code);
  expect(found(twins.wrong)).toContain(code);
  expect(found(twins.right)).toEqual([]);
});

/** A rule stands in the file of its name. */
function codesOf(rule: string): Code[] {
  const file = rule.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const path = ruleFiles.find((it) => it.endsWith(`/${file}.ts`)) ?? "";
  const text = readFileSync(path, "utf8");
  return [...new Set(text.match(/TN\d{4}/g))] as Code[];
}

function programOf(text: string, clause: string | undefined): CheckedProgram {
  const clauses = clause === undefined ? [] : [new SourceFile("clause.tenor", clause)];
  return checkSource(new SourceFile("example.tenor", text), clauses).program;
}
