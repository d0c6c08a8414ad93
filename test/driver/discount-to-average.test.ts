/**
 * The discount-to-average note and its plan against a program that shares nothing with template, plan or engine: path by path,
 * without price impact and with it, every conversion, every sale and the repayment are the same.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { enactPlan, plansOf } from "../../src/driver/plans.ts";
import { loadScenario } from "../../src/driver/scenarios.ts";
import type { MarketSource } from "../../src/evaluate/plans/market-source.ts";
import { compile } from "../../src/index.ts";
import type { Market } from "../../src/inputs/market.ts";
import type { PathColumn, PathModel } from "../../src/paths/model.ts";
import { pathColumns } from "../../src/paths/model.ts";
import { PathMaker } from "../../src/paths/path-maker.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import type { PlainDate } from "../../src/units/plain-date.ts";
import { asPlainDate, formatDate, isWeekend, parseDate } from "../../src/units/plain-date.ts";
import { ensured } from "../support/acceptance.ts";

const history = 12;
const noteDays = 130;
const day = (text: string) => parseDate(text) as PlainDate;
const [issued, maturity] = [day("2024-01-02"), day("2024-06-20")];

/** Weekdays, of which the first so many come before the note. */
const dates = tradingDates();
function tradingDates(): PlainDate[] {
  const weekdays = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => asPlainDate(from + index)).filter((it) => !isWeekend(it));
  return [...weekdays(issued - 30, issued).slice(-history), ...weekdays(issued, issued + 250).slice(0, noteDays)];
}

function pathModel(withImpact: boolean): PathModel {
  return {
    moves: { kind: "gbm", volatility: 0.9, drift: -0.2 },
    price: 0.2,
    digits: 4,
    volume: { mean: 900_000, noise: 0.6, withMoves: 0, withPrice: 0 },
    history,
    listing: {},
    ...(withImpact && {
      impact: { coefficient: 0.7, stays: 0.3, halfLife: 5 },
    }),
  };
}

// ---------------------------------------------------------------- the program written apart

/** Amounts in dollars, prices in hundredths of a cent; whole numbers all of them. */
function writtenApart(maker: PathMaker): string[] {
  const [vwap, volume] = [maker.rows.columns.get("vwap"), maker.rows.columns.get("volume")];
  const ticks = (row: number) => BigInt(Math.round((vwap?.[row] ?? 0) * 10_000));
  const log: string[] = [];
  let [owed, held, sold] = [400_000n, 0n, 0n];
  for (let index = 0; index < noteDays; index += 1) {
    const date = dates[history + index] ?? issued;
    const row = maker.next(Number(sold));
    let received = 0n;
    if (index % 10 === 0 && owed > 0n && date < maturity) {
      const amount = owed < 25_000n ? owed : 25_000n;
      let sum = 0n;
      for (let back = 1; back <= 10; back += 1) sum += ticks(row - back);
      // Nine tenths of a tenth of the sum, and no less than $0.12: a hundred times 1,200 ticks.
      const hundredfold = 9n * sum > 120_000n ? 9n * sum : 120_000n;
      received = (amount * 1_000_000n) / hundredfold;
      owed -= amount;
      log.push(`${formatDate(date)} converts ${amount} into ${received}`);
    }
    const most = BigInt(volume?.[row] ?? 0) / 10n;
    sold = held < most ? held : most;
    if (date === maturity && owed > 0n) log.push(`${formatDate(date)} repays ${owed}`);
    if (sold > 0n) log.push(`${formatDate(date)} sells ${sold} at ${ticks(row)}`);
    held += received - sold;
  }
  return log;
}

// ---------------------------------------------------------------- template and plan

const read = (name: string) => ({ name, text: readFileSync(`terms/${name}`, "utf8") });
const note = read("discount-to-average.tenor");
const template = ensured(compile(note.text, note.name, read("discount-to-average.plans.tenor")));
const scenario = {
  note: "discount-to-average",
  terms: { Principal: "400000", "Issue Date": "2024-01-02", "Maturity Date": "2024-06-20", "Floor Price": "0.12" },
  events: [],
  ask: [],
};
const loaded = ensured(loadScenario(template, { scenario: { name: "s.json", text: JSON.stringify(scenario) } }));

/** A market that comes from a path, a day at a time. */
function sourceOf(maker: PathMaker): MarketSource {
  const rows = new Map(dates.map((it, row) => [it, row]));
  const place = { source: new SourceFile("path", ""), start: 0, end: 0 };
  const market: Market = {
    name: "path",
    columns: ["vwap", "volume"],
    days: Int32Array.from(dates),
    rowOf: (on) => rows.get(on) ?? -1,
    lastRowOnOrBefore: (on) => dates.findLastIndex((it) => it <= on),
    value: (row, column) => maker.exactly(columnNamed(column), row),
    roughFigures: () => [],
    spanOf: () => place,
  };
  let waiting = 0;
  return {
    series: new Map([["market", market]]),
    reveal: (on, sold) => {
      for (const it of sold) waiting += Number(it.sold.n);
      if ((rows.get(on) ?? -1) < history) return;
      maker.next(waiting);
      waiting = 0;
    },
  };
}

function columnNamed(name: string): PathColumn {
  const column = pathColumns.find((it) => it === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return column;
}

function byTheNote(maker: PathMaker): string[] {
  const [plan] = plansOf(template);
  if (plan === undefined) throw new Error("the file has a plan");
  const { facts } = ensured(enactPlan(template, plan, loaded, { source: sourceOf(maker) }));
  expect(facts.undecided).toEqual([]);
  const given = facts.given.map(({ day: on, occurrence }): [number, string] => {
    const { type, fields, fixed, refused } = occurrence;
    expect(refused).toBe(undefined);
    const [amount] = [...fields.values()].map(whole);
    const [shares] = [...fixed.values()].map(whole);
    const what = type.name === "Repayment" ? `repays ${amount}` : `converts ${amount} into ${shares}`;
    return [on, `${formatDate(on)} ${what}`];
  });
  const sales = facts.sales.map(({ day: on, sold, price }): [number, string] => [
    on,
    `${formatDate(on)} sells ${sold.n} at ${(price.n * 10_000n) / price.d}`,
  ]);
  return [...given, ...sales].toSorted(([a], [b]) => a - b).map(([, words]) => words);
}

function whole(value: unknown): string {
  const isFigure = typeof value === "object" && value !== null && "n" in value && "d" in value;
  return isFigure && value.d === 1n ? String(value.n) : "no whole number";
}

const paths = Number(process.env.TENOR_DISCOUNT_PATHS ?? 25);

test.each([
  ["without price impact", false],
  ["with price impact", true],
])("%s", { timeout: 60_000 + paths * 2000 }, (_, withImpact) => {
  const [own, other] = [0, 1].map(() => new PathMaker(pathModel(withImpact), noteDays, ["vwap", "volume"]));
  let [events, repaid] = [0, 0];
  for (let path = 0; path < paths; path += 1) {
    own?.start([2024, 14], path);
    other?.start([2024, 14], path);
    if (own === undefined || other === undefined) throw new Error("two makers were made");
    const expected = writtenApart(own);
    expect(byTheNote(other), `path ${path}`).toEqual(expected);
    events += expected.length;
    repaid += Number(expected.some((it) => it.includes("repays")));
  }
  expect(events).toBeGreaterThan(paths * 40);
  expect(repaid).toBe(paths);
});
