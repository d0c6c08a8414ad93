/** What bulk leaves to the exact engine: what it can't compile, and paths that doubles can't decide. */
import { describe, expect, test } from "vitest";
import { fillPath, rowDays } from "../../bench/bulk-case.ts";
import { ensured } from "../../bench/cases.ts";
import { compileBulk } from "../../src/bulk/compile-bulk.ts";
import { javaScriptOf, loadByFunction } from "../../src/bulk/routine/javascript.ts";
import { compile } from "../../src/index.ts";
import { builtInCalendar } from "../../src/units/calendars/built-in.ts";
import { asPlainDate } from "../../src/units/plain-date.ts";

const calendar = builtInCalendar("us-bank");
const [first = 0] = rowDays.slice(120);
const [last = 0] = rowDays.slice(200);

/** A note that counts what is given, and a plan with one rule. */
function compiled(rule: string, more = "") {
  if (calendar === undefined) throw new Error("there is a calendar");
  const note = `
note "Counter"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date
  business days: "us-bank"
  times are in: "New York"
given Issue Date: date

section 1 "Count"
event Call by Holder
  Amount: money
Called starts at $0
when Call
  Called rises by its Amount
${more}`;
  const plans = { name: "counter.plans.tenor", text: `plan "calls"\n\n${rule}\n` };
  const template = ensured(compile(note, "counter.tenor", plans));
  const [plan] = template.program.plans ?? [];
  if (plan === undefined) throw new Error("there is a plan");
  return compileBulk(template.program, plan, {
    terms: new Map([["Issue Date", asPlainDate(first)]]),
    readings: new Map(),
    calendar,
    rowDays: rowDays.map(asPlainDate),
    last: asPlainDate(last),
    metrics: ["Called"],
  });
}

function run(made: ReturnType<typeof compiled>) {
  if (!made.ok) throw new Error(JSON.stringify(made.gaps.map(({ what }) => what)));
  const runner = javaScriptOf(made.note, loadByFunction);
  for (const name of made.note.columns.keys()) fillPath(7, runner.column(name) ?? new Float64Array());
  runner.start();
  runner.run(0, made.note.days);
  return { called: runner.result(0), needsExact: runner.needsExact() };
}

const gapsOf = (made: ReturnType<typeof compiled>) =>
  made.ok ? [] : made.gaps.map((it) => `${it.section}: ${it.what}`);

describe("what bulk leaves to the exact engine", () => {
  const gives = "the Holder gives Call, Amount being $1";

  test("a window that ends the day before is known at the open, one that ends today is not", () => {
    const window = (ending: string) =>
      `on each trading day if the average of market vwap over 3 trading days ending ${ending} is more than $0 per share,\n  ${gives}`;
    // Rows 120 to 200 are 81 trading days, with $1 on each.
    expect(run(compiled(window("1 trading day before today")))).toEqual({ called: 81, needsExact: false });
    expect(run(compiled(window("today"))).needsExact).toBe(true);
  });

  test("the price of a day is known at its close", () => {
    const rule = (when: string) => `on each trading day${when} if market vwap is more than $0 per share,\n  ${gives}`;
    expect(run(compiled(rule(" at the close")))).toEqual({ called: 81, needsExact: false });
    expect(gapsOf(compiled(rule("")))).toEqual(["calls: a price of a day that is not known yet"]);
  });

  test("of every so many days, the count is whole and the first day the same on every path", () => {
    const every = (count: string) => `every ${count} trading days from and including Start,\n  ${gives}`;
    const varies = ["calls: a plan's rule whose days differ from path to path"];
    // Rows 120 to 200 are 81 trading days: the 1st, 11th, … 81st.
    expect(run(compiled(every("10"), "Start means Issue Date"))).toEqual({ called: 9, needsExact: false });
    expect(gapsOf(compiled(every("(5 / 2)"), "Start means Issue Date"))).toEqual(varies);
    const moved = `Start means Issue Date
section 2 "Later"
notwithstanding Start of 1
  while: Called is more than $0
  it is: 30 days after Issue Date`;
    expect(gapsOf(compiled(every("10"), moved)).filter((it) => varies.includes(it))).toEqual(varies);
  });

  test("a division by zero marks the path", () => {
    const rule = "on each trading day,\n  the Holder gives Call, Amount being $1 / (Called / $1)";
    expect(run(compiled(rule)).needsExact).toBe(true);
  });

  test("a rule for when a condition begins is named with its section", () => {
    const more = "Paid starts at $0\nwhen Called is more than $5 begins\n  Paid becomes $1\n";
    const made = compiled(
      `on each trading day,\n  ${gives}`,
      more.replace("when Called is more than $5", "Much holds when Called is more than $5\nwhen Much"),
    );
    expect(gapsOf(made)).toEqual(["1: a rule for when a condition begins or ends"]);
  });

  test("an event that happens by itself is named with its section", () => {
    const more =
      "Months starts at 0\nevent Month Begun on the first day of the month of today\nwhen Month Begun\n  Months rises by 1\n";
    expect(gapsOf(compiled(`on each trading day,\n  ${gives}`, more))).toEqual(["1: an event that happens by itself"]);
  });

  test.each([
    ["that is changed", "when Call\n  its Fee is charged with $1\n", "1: an account that each event has, changed"],
    [
      "that is paid",
      "when Call\n  $1 is applied to Fee for each Call pro rata\n",
      "1: an account that each event has, changed",
    ],
    ["that is read", "when Call\n  Called falls by unpaid its Fee\n", "1: an account that each event has"],
  ])("an account of each event %s is named with its section", (_, rule, gap) => {
    const account = "account Fee for each Call owed by Borrower to Holder\n";
    expect(gapsOf(compiled(`on each trading day,\n  ${gives}`, account + rule))).toEqual([gap]);
  });
});
