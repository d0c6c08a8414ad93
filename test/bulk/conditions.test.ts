/** Small notes compiled alone, for what random notes have found. */
import { expect, test } from "vitest";
import { loadByPlatform } from "../../bench/load-wasm.ts";
import { compileBulk } from "../../src/bulk/compile-bulk.ts";
import { javaScriptOf, loadByFunction } from "../../src/bulk/routine/javascript.ts";
import { webAssemblyOf } from "../../src/bulk/routine/webassembly.ts";
import { scenarioAsPlan } from "../../src/driver/simulating/scenario-as-plan.ts";
import { loadScenarioData } from "../../src/index.ts";
import { asPlainDate, parseDate } from "../../src/units/plain-date.ts";
import { ensured } from "../support/acceptance.ts";
import { compileLeniently } from "../support/random-note/disagreement.ts";

const first = asPlainDate(Number(parseDate("2024-01-02")));

/** A value on the tenth day, with a row on the second day alone; or what can't be compiled of it. */
function tenthDay(clauses: string, value: string, events: readonly object[] = []) {
  const head = 'note "N"\n  language: 1\n  parties: A, B\n  exists from: Day\n  business days: "us-bank"\n';
  const template = compileLeniently(`${head}given Day: date = 2024-01-02\n${clauses}`);
  if (typeof template === "string") throw new Error(template);
  const data = { scenario: "s", note: "n", terms: {}, events, ask: [] };
  const { scenario, environment } = ensured(loadScenarioData(template, data));
  const { plan, targets } = scenarioAsPlan(scenario, undefined, template.program);
  const made = compileBulk(template.program, plan, {
    terms: scenario.terms,
    readings: scenario.readings,
    calendar: environment.calendar,
    rowDays: [asPlainDate(first + 1)],
    last: asPlainDate(first + 9),
    metrics: [value],
    targets,
  });
  if (!made.ok) return made.gaps.map(({ section, what }) => `${section}: ${what}`);
  const [alone, side] = [javaScriptOf(made.note, loadByFunction), webAssemblyOf(made.note, loadByPlatform)];
  for (const name of made.note.columns.keys()) {
    alone.column(name)?.fill(1.5);
    side.column(name)?.fill(1.5);
  }
  alone.start();
  side.start();
  alone.run(0, made.note.days);
  side.run(0, made.note.days);
  expect([side.result(0, 0), side.needsExact(0)]).toEqual([alone.result(0), alone.needsExact()]);
  return alone.needsExact() ? "exact" : alone.result(0);
}

const notice = "event Notice by A\n  Amount: money\n  Wanted: date, optional\n";
const plain = { on: "2024-01-04", event: "Notice", Amount: "5" };
const wanted = { ...plain, Wanted: "2024-01-30" };

test.each([
  ["some Notice has (its Wanted is set)", [wanted, plain], 1],
  ["some Notice has (its Wanted is set)", [plain], 0],
  ["some Notice has (its Wanted is not set)", [wanted, plain], 1],
  ["some Notice has (its Wanted is not set)", [wanted], 0],
  ["every Notice has (its Wanted is set)", [wanted, plain], 0],
  ["every Notice has (its Wanted is set)", [wanted], 1],
  ["no Notice has (its Wanted is set)", [plain], 1],
  ["no Notice has (its Wanted is set)", [wanted, plain], 0],
])("%s, of %j: %d", (condition, events, expected) => {
  expect(tenthDay(`${notice}Flag holds when ${condition}\n`, "Flag", events)).toBe(expected);
});

test("a price of a day without a row leaves the path to the exact engine, in lanes as alone", () => {
  expect(tenthDay("Last means market close as of 2024-01-03\n", "Last")).toBe(1.5);
  expect(tenthDay("Last means market close as of 2024-01-05\n", "Last")).toBe("exact");
});

test("exceptions that read one another's clause can't be compiled, and say so", () => {
  const exception = (section: string, condition: string) =>
    `section ${section} "E"\nnotwithstanding Sum of 1\n  while: ${condition}\n  it is: Sum under 1 * 2\n`;
  const clauses = `section 1 "S"\nSum means $5\n${exception("2", "market close is more than $1 per share")}`;
  expect(tenthDay(`${clauses}${exception("3", "market close is less than $1 per share")}`, "Sum")).toEqual([
    "2: a value that depends on itself",
    "3: a value that depends on itself",
  ]);
});

test("a state of each event that only a question reads is kept as the event takes effect", () => {
  const clauses = `${notice}Held starts at $100\nLot for each Notice starts at Held + its Amount\n`;
  // 100 + 5, of each of the two.
  expect(tenthDay(`${clauses}All means the sum of its Lot over Notice events\n`, "All", [plain, plain])).toBe(210);
});

test("what is read of days before the note, or of trading days beyond the data, is left to the exact engine", () => {
  const over = (days: string) => `Most means the highest of $3 over ${days}\n`;
  expect(tenthDay(over("days from and including Day to and including today"), "Most")).toBe(3);
  expect(tenthDay(over("days from and including 2023-12-25 to and including today"), "Most")).toBe("exact");
  expect(tenthDay(over("1 trading day ending 2024-01-03"), "Most")).toBe(3);
  expect(tenthDay(over("1 trading day ending today"), "Most")).toBe("exact");
});
