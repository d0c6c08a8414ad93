/** Default conditions in bulk: when they occur, how long they continue, and what reads them. */
import { describe, expect, test } from "vitest";
import { ensured } from "../../bench/cases.ts";
import { compileBulk } from "../../src/bulk/compile-bulk.ts";
import { javaScriptOf, loadByFunction } from "../../src/bulk/routine/javascript.ts";
import { compile } from "../../src/index.ts";
import { builtInCalendar } from "../../src/units/calendars/built-in.ts";
import type { PlainDate } from "../../src/units/plain-date.ts";
import { asPlainDate, formatDate, parseDate } from "../../src/units/plain-date.ts";

const calendar = builtInCalendar("us-bank");
const dateOf = (text: string): PlainDate => parseDate(text) ?? asPlainDate(0);
const [first, last] = [dateOf("2026-01-05"), dateOf("2026-01-30")];

/** The low is 2 but for the days from the 12th through the 16th, on which it is 1. */
function run(rules: string) {
  if (calendar === undefined) throw new Error("there is a calendar");
  const note = `
note "Watched"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date
  business days: "us-bank"
  times are in: "New York"
given Issue Date: date

section 1 "Watch"
event Call by Holder
  Amount: money
Called starts at $0
when Call
  Called rises by its Amount
Is Low holds when market low is less than $2 per share
${rules}
`;
  const plans = {
    name: "watched.plans.tenor",
    text: 'plan "calls"\n\non each day,\n  the Holder gives Call, Amount being $1\n',
  };
  const template = ensured(compile(note, "watched.tenor", plans));
  const [plan] = template.program.plans ?? [];
  if (plan === undefined) throw new Error("there is a plan");
  const rowDays = Array.from({ length: last - first + 1 }, (_, day) => asPlainDate(first + day));
  const made = compileBulk(template.program, plan, {
    terms: new Map([["Issue Date", first]]),
    readings: new Map(),
    calendar,
    rowDays,
    last,
    metrics: ["Bad"],
    counts: true,
  });
  if (!made.ok) return made.gaps.map(({ what }) => what);
  const runner = javaScriptOf(made.note, loadByFunction);
  const low = runner.column("low");
  for (const [row, day] of rowDays.entries()) {
    if (low) low[row] = day >= dateOf("2026-01-12") && day <= dateOf("2026-01-16") ? 1 : 2;
  }
  runner.start();
  runner.run(0, made.note.days);
  const days = made.note.defaults.map(({ place }) => {
    const counted = runner.figure(place);
    return counted === 0 ? "never" : formatDate(asPlainDate(made.note.origin + counted - 1));
  });
  return { days, holds: runner.result(0), needsExact: runner.needsExact() };
}

describe("default conditions in bulk", () => {
  test("one without a cure occurs as soon as its condition holds, and ends with it", () => {
    expect(run("Bad occurs\n  when Is Low")).toEqual({ days: ["2026-01-12"], holds: 0, needsExact: false });
  });

  test("one that never ends continues", () => {
    const never = run("Bad occurs\n  when Is Low\n  continues: for good");
    expect(never).toEqual({ days: ["2026-01-12"], holds: 1, needsExact: false });
  });

  test("one with a cure occurs as the last day for it ends; where it is cured before, it does not", () => {
    // Low from the 12th: three days later is the 15th; ten days later it is over.
    const withCure = (days: number) =>
      `Bad occurs\n  when Is Low\n  unless cured by the end of: ${days} days after 2026-01-12`;
    expect(run(withCure(3))).toMatchObject({ days: ["2026-01-15"], holds: 0 });
    expect(run(withCure(10))).toMatchObject({ days: ["never"], holds: 0 });
  });

  test("a default that hangs on another is left to the exact engine", () => {
    expect(run("Bad occurs\n  when Is Low\nWorse occurs\n  when Bad")).toEqual(["a default that hangs on another"]);
  });
});
