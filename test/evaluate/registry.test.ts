import { expect, test } from "vitest";
import { evaluation } from "../../src/diagnostics/registry/evaluation.ts";
import type { Code } from "../../src/diagnostics/registry.ts";
import { entryOf, isCode, registry } from "../../src/diagnostics/registry.ts";
import { runScenario } from "../../src/driver/questions.ts";
import { makeMachine } from "../../src/evaluate/compile/machine.ts";
import { defaultLimits } from "../../src/evaluate/values/limits.ts";
import { readScenario } from "../../src/inputs/scenario.ts";
import { parseScenario } from "../../src/inputs/scenario-file.ts";
import type { Calendar } from "../../src/units/business-days.ts";
import { builtInCalendar } from "../../src/units/calendars/built-in.ts";
import { valueIn } from "../inputs/results.ts";
import { sampleProgram } from "../inputs/sample-program.ts";

/** Reported by `tenor test` beside the question; nothing that is checked or run reports it. */
const reportedByShells: readonly string[] = ["TN6001"];

test.each(
  Object.keys(evaluation)
    .filter((code) => !reportedByShells.includes(code))
    .filter(isCode),
)("the wrong example of %s gives it, and the right one nothing", (code) => {
  expect(found(entryOf(code).wrong)).toEqual([code]);
  expect(found(entryOf(code).right)).toEqual([]);
});

test("each band of the registry has a test that walks its examples", () => {
  // 1: test/syntax/parse.test.ts; 2, 3, 4: test/checked/registry.test.ts; 5: test/inputs/registry-examples.test.ts.
  const bands = new Set((Object.keys(registry) as Code[]).map((code) => code.slice(0, 3)));
  expect([...bands].toSorted()).toEqual(["TN1", "TN2", "TN3", "TN4", "TN5", "TN6"]);
});

/** Codes of a run of the sample loan, with a bound on its days that shows within a lifetime. */
function found(text: string): Code[] {
  const scenario = valueIn(readScenario(parseScenario(text, "example.json"), sampleProgram));
  const calendar = builtInCalendar("us-bank") as Calendar;
  const environment = { series: new Map(), calendar, limits: { ...defaultLimits, days: 10_000 } };
  const template = { program: sampleProgram, machine: makeMachine(sampleProgram) };
  const run = runScenario(template, {
    scenario,
    environment,
    texts: { scenario: { name: "example.json", text } },
    warnings: [],
  });
  return run.ok ? [] : run.diagnostics.map(({ code }) => code);
}
