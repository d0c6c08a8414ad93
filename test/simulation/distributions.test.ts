import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { bestOf } from "../../src/simulation/best.ts";
import { fansOf, histogramsOf } from "../../src/simulation/charts.ts";
import type { PathRunner } from "../../src/simulation/chunks.ts";
import { chunksOf, Merging, runChunk } from "../../src/simulation/chunks.ts";
import type { PathFacts } from "../../src/simulation/path-facts.ts";
import { figuresOf, metricsIn } from "../../src/simulation/path-facts.ts";
import type { VariantResult } from "../../src/simulation/result.ts";
import { decimalOf, resultOf } from "../../src/simulation/result.ts";
import { Sketch } from "../../src/simulation/sketch.ts";

const nothing: PathFacts = {
  isExact: false,
  paid: { on: 0, amount: 100 },
  cash: [],
  stock: [],
  shares: 0,
  outstanding: 0,
  owed: 0,
  lastDay: 365,
  daysToNothingLeft: "principal is left at the end",
  values: [],
  defaults: [],
  caps: [],
  series: [],
};

function figure(metric: string, facts: Partial<PathFacts>): number | string | undefined {
  const index = metricsIn("USD").findIndex((it) => it.metric === metric);
  return figuresOf({ ...nothing, ...facts })[index];
}

test.each([
  // 100 becomes 110 in a year.
  ["one payment", { cash: [{ on: 365, amount: 110 }] }, 0.1],
  // 60 ÷ 1.2 + 72 ÷ 1.44 = 50 + 50.
  ["cash and shares", { cash: [{ on: 365, amount: 60 }], stock: [{ on: 730, amount: 72 }], lastDay: 730 }, 0.2],
  ["what is still owed counts on the last day", { owed: 50 }, -0.5],
])("the yearly return of %s", (_name, facts, expected) => {
  expect(figure("yearly return with what is owed", facts)).toBeCloseTo(expected, 10);
});

test.each([
  ["nothing", {}, "nothing came back"],
  ["a payment on the first day", { cash: [{ on: 0, amount: 5 }] }, "all of it is on one day"],
  ["no price", { paid: "unknown" }, "unknown"],
  [
    "money that goes out again",
    {
      cash: [
        { on: 9, amount: 50 },
        { on: 10, amount: -20 },
      ],
    },
    "more than one rate may fit: money goes out after some came back",
  ],
])("there is no yearly return of %s, and a reason", (_name, facts, because) => {
  expect(figure("yearly return with what is owed", facts)).toBe(because);
});

test("cost and dilution are sums and shares of what the path came to", () => {
  const facts = {
    cash: [
      { on: 1, amount: 30 },
      { on: 2, amount: 12 },
    ],
    stock: [{ on: 3, amount: 8 }],
    shares: 25,
    outstanding: 75,
  };
  expect([figure("cost to the issuer", facts), figure("dilution", facts)]).toEqual([50, 0.25]);
});

/** The share of a sorted list that lies below, by the rank nearest to it. */
const ranked = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? 0;

const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), {
  minLength: 1,
  maxLength: 300,
});

property.prop([values, fc.double({ noNaN: true, min: 0, max: 1 })])(
  "a percentile is right to a thousandth of its value",
  (figures, share) => {
    const sketch = new Sketch();
    for (const it of figures) sketch.add(it);
    const [found, exactly] = [sketch.percentile(share) ?? Number.NaN, ranked(figures, share)];
    expect(Math.abs(found - exactly)).toBeLessThanOrEqual(Math.abs(exactly) / 1000 + Number.MIN_VALUE);
  },
);

test("percentiles, tails and histograms of the numbers from 1 to 100", () => {
  const sketch = new Sketch();
  for (let it = 100; it >= 1; it -= 1) sketch.add(it);
  expect([0.05, 0.5, 0.95].map((share) => sketch.percentile(share))).toEqual([5, 50, 95]);
  // (1 + 2 + 3 + 4 + 5) ÷ 5 and (96 + … + 100) ÷ 5.
  expect([sketch.tailMean(0.05, "lowest"), sketch.tailMean(0.05, "highest")]).toEqual([3, 98]);
  expect(sketch.histogram(0, 100, 4)).toEqual([24, 25, 25, 26]);
});

/** Paths that are made up: path 3 has no figure, odd ones a default, those from 4 on a cap. */
const invented = (add: number): PathRunner => ({
  metrics: metricsIn("USD").length,
  series: [2],
  run: (path) => ({
    ...nothing,
    cash: path === 3 ? "no price on that day" : [{ on: 100, amount: path * 0.1 + add }],
    defaults: path % 2 === 1 ? ['3.2 "Late"', '3.1 "Unpaid"'] : [],
    caps: path >= 4 ? ['1.1 "Room"'] : [],
    series: [[path, Number.NaN]],
  }),
});

test("means, errors, shares by clause and differences are those of the list of paths", () => {
  const merging = new Merging();
  merging.add(runChunk(invented(0), [invented(2)], { first: 0, count: 4 }));
  merging.add(runChunk(invented(0), [invented(2)], { first: 4, count: 4 }));
  const result = resultOf(merging, metricsIn("USD"), [{ "Some Term": "2" }]);
  // 0, 0.1, 0.2, 0.4, 0.5, 0.6, 0.7: the mean is 2.5 ÷ 7; the squares of distances sum to 1.31 - 2.5² ÷ 7 = 0.41714.
  const cash = result.metrics[0];
  expect(cash).toMatchObject({
    paths: 7,
    mean: "0.36",
    standardError: "0.0997",
    without: { paths: 1, because: "no price on that day" },
  });
  expect(cash).toMatchObject({ lowest: { value: "0", path: 0 }, highest: { value: "0.7", path: 7 } });
  expect(result.defaults).toEqual([
    { section: "3.1", what: "Unpaid", share: "0.5", standardError: "0.176777", first: "0" },
    { section: "3.2", what: "Late", share: "0.5", standardError: "0.176777", first: "0.5" },
  ]);
  expect(result.caps).toMatchObject([{ section: "1.1", what: "Room", share: "0.5" }]);
  const [variant] = result.variants;
  expect(variant?.changes).toEqual({ "Some Term": "2" });
  expect(variant?.differences[0]).toMatchObject({ paths: 7, mean: "2", standardError: "0" });
});

test("the share of any default counts a path once, whatever occurred on it", () => {
  const runner = (defaults: (path: number) => readonly string[]): PathRunner => {
    const made = invented(0);
    return { ...made, run: (path) => ({ ...made.run(path), defaults: defaults(path) }) };
  };
  // Late on 1, 3, 5 and 7; Unpaid on 0, 3 and 4: any on 0, 1, 3, 4, 5 and 7, so on 6 of 8.
  const base = runner((path) => [
    ...(path % 2 === 1 ? ['3.2 "Late"'] : []),
    ...([0, 3, 4].includes(path) ? ['3.1 "Unpaid"'] : []),
  ]);
  const merging = new Merging();
  for (const first of [0, 4]) merging.add(runChunk(base, [runner(() => [])], { first, count: 4 }));
  const result = resultOf(merging, metricsIn("USD"), [{}]);
  // √(0.75 × 0.25 ÷ 8) = √0.0234375 = 0.153093.
  expect(result.anyDefault).toEqual({ share: "0.75", standardError: "0.153093" });
  expect(result.variants[0]?.anyDefault).toEqual({ share: "0", standardError: "0" });
});

test("chunks as JSON, by whoever they are made, add up to the same bytes", () => {
  const ranges = chunksOf(70, "exact");
  expect(ranges.map(({ first, count }) => [first, count])).toEqual([
    [0, 16],
    [16, 16],
    [32, 16],
    [48, 16],
    [64, 6],
  ]);
  const merged = (order: readonly number[]) => {
    const made = new Map(
      order.map((index) => [
        index,
        JSON.stringify(runChunk(invented(0.3), [], ranges[index] ?? { first: 0, count: 0 })),
      ]),
    );
    const merging = new Merging();
    for (const index of ranges.keys()) merging.add(JSON.parse(made.get(index) ?? ""));
    return JSON.stringify(merging.base?.toData());
  };
  expect(merged([4, 2, 0, 1, 3])).toBe(merged([0, 1, 2, 3, 4]));
});

test("a decimal has the digits that its unit is read with", () => {
  expect([
    decimalOf(12.3456, "USD"),
    decimalOf(12.5, "shares"),
    decimalOf(0.123_456_78, "percent"),
    decimalOf(-0.001, "USD"),
  ]).toEqual(["12.35", "13", "0.123457", "0"]);
});

test("the best cell of a sweep is best on average among those that keep within the loss", () => {
  const cell = (name: string, mean: string, lowest: string, highest: string): VariantResult => {
    const metric = { metric: "gain to the holder", rule: "", unit: "USD", paths: 9, standardError: "1" };
    const rest = { percentiles: {}, lowest: null, highest: null, without: null };
    const metrics = [{ ...metric, ...rest, mean, tails: { lowest, highest } }];
    const rare = { engines: { compiled: 9, exact: 0 }, anyDefault: { share: "0", standardError: "0" } };
    return { changes: { Discount: name }, ...rare, metrics, differences: [], defaults: [], caps: [] };
  };
  const cells = [cell("50%", "90", "-40", "300"), cell("60%", "60", "-10", "120"), cell("70%", "20", "-5", "70")];
  expect(bestOf(cells, "holder", undefined)).toMatchObject({ changes: { Discount: "50%" }, mean: "90", worst: "-40" });
  expect(bestOf(cells, "holder", 10)?.changes).toEqual({ Discount: "60%" });
  expect(bestOf(cells, "holder", 1)).toBeUndefined();
  // What the holder gains, the issuer loses.
  expect(bestOf(cells, "issuer", undefined)?.changes).toEqual({ Discount: "70%" });
  expect(bestOf(cells, "issuer", 100)).toMatchObject({ worst: "70" });
});

test("charts have percentiles by day, and shares that add up to all", () => {
  const merging = new Merging();
  merging.add(runChunk(invented(0), [], { first: 0, count: 101 }));
  const [tally] = [merging.base];
  if (tally === undefined) throw new Error("a chunk was added");
  expect(fansOf(tally, ["2026-01-05", "2026-01-06"])[0]?.days).toEqual([
    { on: "2026-01-05", p5: 5, p25: 25, p50: 50, p75: 75, p95: 95 },
  ]);
  const [cash] = histogramsOf(tally, metricsIn("USD"));
  expect(cash?.bins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
});
