/** A note converted in tranches, and sold as its shares come: compiled, beside a plan in the exact engine. */
import { describe, expect, test } from "vitest";
import { fillPath, rowDays } from "../../bench/bulk-case.ts";
import { dice, ensured } from "../../bench/cases.ts";
import { loadByPlatform } from "../../bench/load-wasm.ts";
import { compileBulk } from "../../src/bulk/compile-bulk.ts";
import { javaScriptOf, loadByFunction } from "../../src/bulk/routine/javascript.ts";
import { webAssemblyOf } from "../../src/bulk/routine/webassembly.ts";
import type { Value } from "../../src/core/core.ts";
import { enactPlan, plansOf } from "../../src/driver/plans.ts";
import { compile, loadScenario, runScenario } from "../../src/index.ts";
import { toBinary } from "../../src/units/binary/to-binary.ts";
import { builtInCalendar } from "../../src/units/calendars/built-in.ts";
import { exact } from "../../src/units/exact.ts";
import { asPlainDate, formatDate, parseDate } from "../../src/units/plain-date.ts";

const note = `
note "Tranche Note"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date
  business days: "us-bank"
  times are in: "New York"

given Principal: money
given Issue Date: date
given Maturity Date: date
given Floor Price: price = $0.02 per share, restated for splits

section 1 "Conversion"

Average Price means the average of market vwap over 10 trading days ending 1 trading day before today
Conversion Price means the greater of Floor Price and 90% * Average Price
Outstanding Principal starts at Principal
Shares Issued starts at 0 shares, restated for splits

event Conversion Notice by Holder
  Amount: money
the Holder may give Conversion Notice
  only if its Amount is at most Outstanding Principal, else "more than is outstanding"
Conversion Shares for each Conversion Notice is fixed as (its Amount / Conversion Price, rounded down to 1 share)
when Conversion Notice
  Outstanding Principal falls by its Amount
  Shares Issued rises by its Conversion Shares
Largest Conversion means the highest of its Conversion Shares over Conversion Notice events

event Stock Split by Borrower
  Ratio: number
share basis changes on Stock Split by its Ratio

event Repayment by Borrower
  Amount: money
Cash Paid starts at $0
when Repayment
  Outstanding Principal falls by its Amount
  Cash Paid rises by its Amount
`;

const plans = `
plan "tranches"

given Tranche: money = $25,000
signal Split Ratio = 1
Unsold Shares starts at 0 shares, restated for splits

on each day if Split Ratio is not 1,
  the Borrower gives Stock Split, Ratio being Split Ratio
every 10 trading days from and including Issue Date
    if Outstanding Principal is more than $0 and today is before Maturity Date and Unsold Shares is 0 shares,
  the Holder gives Conversion Notice, Amount being the lesser of Tranche and Outstanding Principal
on Maturity Date at the close if Outstanding Principal is more than $0,
  the Borrower gives Repayment, Amount being Outstanding Principal
the Holder sells Shares Issued, at most 10% * market volume, at market vwap, leaving Unsold Shares
`;

const template = ensured(compile(note, "tranches.tenor", { name: "tranches.plans.tenor", text: plans }));
const tranches = theOnly(plansOf(template));
const calendar = builtInCalendar("us-bank");
if (calendar === undefined) throw new Error("there is a calendar");
const dateOf = (text: string) => parseDate(text) ?? asPlainDate(0);
const terms = { Principal: "500000", "Issue Date": "2006-01-03", "Maturity Date": "2006-12-29" };
const metrics = ["Outstanding Principal", "Shares Issued", "Cash Paid", "Unsold Shares", "Largest Conversion"];
const setting = {
  terms: new Map<string, Value>([
    ["Principal", exact(500_000)],
    ["Issue Date", dateOf("2006-01-03")],
    ["Maturity Date", dateOf("2006-12-29")],
  ]),
  readings: new Map(),
  calendar,
  rowDays: rowDays.map(asPlainDate),
  last: dateOf("2007-01-31"),
  metrics,
};
const compiled = compileBulk(template.program, tranches, setting);

interface Path {
  readonly vwap: Float64Array;
  readonly volume: Float64Array;
}

function pathOf(seed: number): Path {
  const vwap = new Float64Array(rowDays.length);
  fillPath(seed, vwap);
  const roll = dice(seed + 1);
  return { vwap, volume: vwap.map(() => 1_000 * (1 + roll(9_000))) };
}

function exactly({ vwap, volume }: Path): { answers: number[]; proceeds: number } {
  const rows = rowDays.map((day, row) => {
    const price = (vwap[row] ?? 0).toFixed(4);
    return `${formatDate(asPlainDate(day))},${[price, price, price, price, price].join(",")},${volume[row]}`;
  });
  const market = { name: "market.csv", text: `date,open,high,low,close,vwap,volume\n${rows.join("\n")}\n` };
  const ask = metrics.map((value) => ({ value, on: "2007-01-31" }));
  const text = JSON.stringify({ scenario: "s", note: "tranches", terms, market: market.name, events: [], ask });
  const loaded = ensured(loadScenario(template, { scenario: { name: "scenario.json", text }, market }));
  const enacted = ensured(enactPlan(template, tranches, loaded, { through: dateOf("2007-01-31") }));
  const made = ensured(runScenario(template, enacted.made));
  const answers = made.outcome.answers.map((it) => ("answer" in it ? Number(it.answer) : Number.NaN));
  return { answers, proceeds: enacted.facts.sales.reduce((sum, it) => sum + toBinary(it.proceeds), 0) };
}

function theOnly<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error("there is one");
  return first;
}

describe("a plan that sells", () => {
  test.each([1, 2, 3, 4, 5, 6])("path %i is as the exact engine has it", (seed) => {
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.gaps));
    const runner = javaScriptOf(compiled.note, loadByFunction);
    const path = pathOf(seed);
    runner.column("vwap")?.set(path.vwap);
    runner.column("volume")?.set(path.volume);
    runner.start();
    for (let day = 0; day < compiled.note.days; day += 1) runner.run(day, day + 1);
    const exact = exactly(path);
    // A state of the plan means nothing in the scenario that the plan made.
    for (const [index, name] of metrics.entries()) {
      if (name === "Unsold Shares") continue;
      expect.soft(runner.result(index), name).toBeCloseTo(exact.answers[index] ?? Number.NaN, 6);
    }
    expect.soft(runner.proceeds() / exact.proceeds).toBeCloseTo(1, 12);
    expect(runner.needsExact()).toBe(false);
  });

  test("four paths side by side give the same bits", () => {
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.gaps));
    const runner = javaScriptOf(compiled.note, loadByFunction);
    const side = webAssemblyOf(compiled.note, loadByPlatform);
    const paths = Array.from({ length: side.lanes }, (_, lane) => pathOf(lane));
    for (const [lane, path] of paths.entries()) {
      for (const name of ["vwap", "volume"] as const) {
        const column = side.column(name);
        for (const [row, figure] of path[name].entries()) if (column) column[row * side.lanes + lane] = figure;
      }
    }
    side.start();
    side.run(0, compiled.note.days);
    for (const [lane, path] of paths.entries()) {
      runner.column("vwap")?.set(path.vwap);
      runner.column("volume")?.set(path.volume);
      runner.start();
      runner.run(0, compiled.note.days);
      const results = [...metrics.keys()].map((index) => side.result(index, lane));
      expect([...results, side.proceeds(lane)]).toEqual([
        ...[...metrics.keys()].map((index) => runner.result(index)),
        runner.proceeds(),
      ]);
    }
  });
});
