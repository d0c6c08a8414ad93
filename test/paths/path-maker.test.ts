import { expect, test } from "vitest";
import type { Moves, PathColumn, PathModel } from "../../src/paths/model.ts";
import { PathMaker } from "../../src/paths/path-maker.ts";
import { toDecimalText } from "../../src/units/exact.ts";

const brownian: Moves = { kind: "gbm", volatility: 0.8, drift: 0 };
const model: PathModel = {
  moves: brownian,
  price: 1.2,
  digits: 4,
  volume: { mean: 100_000, noise: 0.5, withMoves: 0.5, withPrice: 0 },
  history: 5,
  listing: {},
};
const everything: readonly PathColumn[] = ["open", "high", "low", "close", "vwap", "volume"];

/** The rows of a path, as text; `sold` says what is sold on a day. */
function pathOf(maker: PathMaker, path: number, sold: (day: number) => number = () => 0): string[] {
  maker.start([1, 2], path);
  for (let day = maker.history; day < maker.days; day += 1) maker.next(day === maker.history ? 0 : sold(day - 1));
  return Array.from({ length: maker.days }, (_, day) =>
    [...maker.rows.columns.keys()].map((column) => toDecimalText(maker.exactly(column, day))).join(","),
  );
}

const column = (maker: PathMaker, name: PathColumn): number[] => [...(maker.rows.columns.get(name) ?? [])];

function mean(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const sum = values.reduce((total, it) => total + it, 0) / values.length;
  const squares = values.reduce((total, it) => total + (it - sum) ** 2, 0);
  return { mean: sum, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

test("a path is the same in any order, from any maker, whatever else is read of it", () => {
  const [maker, other] = [new PathMaker(model, 30, everything), new PathMaker(model, 30, everything)];
  const [first, second] = [pathOf(maker, 1), pathOf(maker, 2)];
  expect(first).not.toEqual(second);
  expect([pathOf(other, 2), pathOf(other, 1)]).toEqual([second, first]);
  pathOf(maker, 1);
  for (const name of everything) {
    const alone = new PathMaker(model, 30, [name]);
    pathOf(alone, 1);
    expect(column(alone, name)).toEqual(column(maker, name));
  }
  // A longer path begins with the shorter one.
  expect(pathOf(new PathMaker(model, 60, everything), 1).slice(0, 35)).toEqual(first);
});

test("the last close before the first day is the price of the model", () => {
  const maker = new PathMaker(model, 30, ["close"]);
  for (const path of [0, 1, 2]) {
    pathOf(maker, path);
    expect(column(maker, "close")[4]).toBe(1.2);
  }
});

test("binary figures are the nearest to the decimals that the exact engine reads", () => {
  const maker = new PathMaker(model, 50, everything);
  const rows = pathOf(maker, 3).map((row) => row.split(",").map(Number));
  expect(everything.map((_, index) => rows.map((row) => row[index]))).toEqual(
    [...maker.rows.columns.keys()].map((name) => column(maker, name)),
  );
  for (const [open = 0, high = 0, low = 0, close = 0, vwap = 0, volume = 0.5] of rows) {
    expect(low).toBeLessThanOrEqual(Math.min(open, close, vwap));
    expect(high).toBeGreaterThanOrEqual(Math.max(open, close, vwap));
    expect(Number.isInteger(volume)).toBe(true);
  }
});

test("the price is expected to stay with no drift, with jumps as without", () => {
  const jumps: Moves = { kind: "jumps", volatility: 0.5, drift: 0, rate: 6, mean: -0.1, spread: 0.2 };
  for (const moves of [brownian, jumps]) {
    const maker = new PathMaker({ ...model, moves, price: 100 }, 60, ["close"]);
    const ends = Array.from({ length: 4_000 }, (_, path) => {
      maker.start([5, 0], path);
      maker.finish();
      return column(maker, "close").at(-1) ?? 0;
    });
    const found = mean(ends);
    expect(Math.abs(found.mean - 100)).toBeLessThan(3 * found.error);
  }
});

test("moves, ranges and averages have the spread that their laws give", () => {
  const maker = new PathMaker(
    { ...model, moves: { kind: "gbm", volatility: 0.3, drift: 0 }, digits: 8, price: 50 },
    5_000,
    everything,
  );
  pathOf(maker, 1);
  const [open, high, low, close, vwap] = everything.map((name) => column(maker, name));
  const daily = 0.3 / Math.sqrt(252);
  const of = (figure: (day: number) => number) => mean(Array.from({ length: 5_000 }, (_, day) => figure(day + 5)));
  const log = (a: number[] | undefined, b: number[] | undefined, day: number) =>
    Math.log((a?.[day] ?? 1) / (b?.[day] ?? 1));
  const variance = of((day) => (log(close, open, day) / daily) ** 2);
  expect(Math.abs(variance.mean - 1)).toBeLessThan(3 * variance.error);
  // The range of a Brownian motion over a unit of time is the square root of 8/π on average (Feller, 1951). High and low are
  // drawn apart from one another, which leaves the mean of the range as it is.
  const range = of((day) => log(high, low, day) / daily);
  expect(Math.abs(range.mean - Math.sqrt(8 / Math.PI))).toBeLessThan(3 * range.error + 0.01);
  // The mean of a Brownian path between fixed ends spreads around their middle with a variance of 1/12.
  const average = of((day) => ((log(vwap, open, day) + log(vwap, close, day)) / 2 / daily) ** 2);
  expect(Math.abs(average.mean - 1 / 12)).toBeLessThan(3 * average.error);
});

test("volumes have their mean, and are greater on days of great moves", () => {
  const maker = new PathMaker(model, 5_000, everything);
  pathOf(maker, 1);
  const [closes, volumes] = [column(maker, "close"), column(maker, "volume")];
  const found = mean(volumes);
  expect(Math.abs(found.mean - 100_000)).toBeLessThan(3 * found.error);
  const moved = volumes.map((volume, day) => ({
    volume,
    size: Math.abs(Math.log((closes[day] ?? 1) / (closes[day - 1] ?? 1))),
  }));
  const sorted = moved
    .slice(1)
    .toSorted((a, b) => a.size - b.size)
    .map(({ volume }) => volume);
  const half = sorted.length / 2;
  expect(mean(sorted.slice(half)).mean).toBeGreaterThan(1.3 * mean(sorted.slice(0, half)).mean);
});

const impact = { coefficient: 1, stays: 0.25, halfLife: 2 };

test("what is sold moves the next days only, by the square root of its share; a part of that fades", () => {
  const volume = { mean: 100_000, noise: 0, withMoves: 0, withPrice: 0 };
  const still: PathModel = { ...model, volume, price: 100, digits: 8, history: 0 };
  const [moved, free] = [{ ...still, impact }, still].map((it) => {
    const maker = new PathMaker(it, 6, ["close"]);
    pathOf(maker, 0, (day) => (day === 1 ? 25_000 : 0));
    return column(maker, "close");
  });
  // A day's volatility × √(25,000 ÷ 100,000), of which a quarter stays; of the rest, half is left two days later.
  const first = (0.8 / Math.sqrt(252)) * 0.5;
  const left = (days: number) => first * (0.25 + 0.75 * 0.5 ** (days / 2));
  const expected = [1, 1, ...[0, 1, 2, 3].map((days) => Math.exp(-left(days)))];
  for (const [day, factor] of expected.entries()) {
    expect((moved?.[day] ?? 0) / (free?.[day] ?? 1)).toBeCloseTo(factor, 6);
  }
});

test("no row looks ahead: what happens after a day leaves no mark before it", () => {
  const listing = {
    split: { below: 1.1, closes: 3, target: 4 },
    delisting: { yearly: 0.5, loss: 0.5, volumeLeft: 0.1 },
  };
  const maker = new PathMaker({ ...model, impact, listing }, 100, everything);
  const calm = pathOf(maker, 7, (day) => (day < 50 ? 900 : 0));
  expect(pathOf(maker, 7, (day) => (day < 50 ? 900 : 90_000)).slice(0, 51)).toEqual(calm.slice(0, 51));
  maker.start([1, 2], 7);
  const { factors } = maker.moves.drawn;
  for (let day = 51; day < maker.days; day += 1) factors[day] = (factors[day] ?? 1) * 3;
  for (let day = maker.history; day < maker.days; day += 1) maker.next(day > maker.history && day - 1 < 50 ? 900 : 0);
  const shocked = Array.from({ length: 51 }, (_, day) =>
    [...maker.rows.columns.keys()].map((it) => toDecimalText(maker.exactly(it, day))).join(","),
  );
  expect(shocked).toEqual(calm.slice(0, 51));
});

test("after enough closes below its least price the stock is split to reach the target", () => {
  const moves: Moves = { kind: "gbm", volatility: 0, drift: 0 };
  const volume = { mean: 900, noise: 0, withMoves: 0, withPrice: 0 };
  const listing = { split: { below: 1, closes: 3, target: 4 } };
  const maker = new PathMaker({ ...model, moves, volume, listing, price: 0.3, history: 0 }, 6, ["close", "volume"]);
  // 4 ÷ 0.3 = 13.3, so 14 old shares are a new one; 900 ÷ 14 = 64.3.
  expect(pathOf(maker, 0)).toEqual(["0.3,900", "0.3,900", "0.3,900", "4.2,64", "4.2,64", "4.2,64"]);
  expect([...maker.rows.splits]).toEqual([1, 1, 1, 14, 1, 1]);
});

test("a stock below its least price for long is delisted, and falls once", () => {
  const moves: Moves = { kind: "gbm", volatility: 0, drift: 0 };
  const delisting = { yearly: 0, below: { price: 1, closes: 2 }, loss: 0.5, volumeLeft: 0.1 };
  const volume = { mean: 1_000, noise: 0, withMoves: 0, withPrice: 0 };
  const maker = new PathMaker({ ...model, moves, volume, listing: { delisting }, price: 0.8, history: 0 }, 4, [
    "close",
    "volume",
  ]);
  expect(pathOf(maker, 0)).toEqual(["0.8,1000", "0.8,1000", "0.4,100", "0.4,100"]);
  expect([...maker.rows.delisted]).toEqual([0, 0, 1, 1]);
});

test("about the yearly share of paths is delisted within a year", () => {
  const listing = { delisting: { yearly: 0.1, loss: 0.5, volumeLeft: 0.1 } };
  const maker = new PathMaker({ ...model, history: 0, listing }, 253, ["close"]);
  const delisted = Array.from({ length: 3_000 }, (_, path) => {
    maker.start([9, 9], path);
    maker.finish();
    return maker.rows.delisted.at(-1) ?? 0;
  });
  const found = mean(delisted);
  expect(Math.abs(found.mean - 0.1)).toBeLessThan(3 * found.error);
});

const file = {
  close: Float64Array.of(1, 1.1, 1.05, 1.2, 1.3),
  vwap: Float64Array.of(1, 1.08, 1.06, 1.15, 1.28),
  volume: Float64Array.of(10, 20, 30, 40, 50),
};

test("a replay has the rows of its file, and path 1 starts a row later", () => {
  const maker = new PathMaker({ ...model, moves: { kind: "replay", file }, price: 1.1, history: 2 }, 3, [
    "close",
    "vwap",
    "volume",
  ]);
  expect(pathOf(maker, 0)).toEqual(["1,1,10", "1.1,1.08,20", "1.05,1.06,30", "1.2,1.15,40", "1.3,1.28,50"]);
  // The price is the close of the last row before the first day: 1.05 stands where 1.1 is asked for. Behind the file it stays.
  expect(pathOf(maker, 1).map((row) => row.split(",")[2])).toEqual(["20", "30", "40", "50", "50"]);
});

test("a bootstrap has the moves of its file, in blocks", () => {
  const maker = new PathMaker({ ...model, moves: { kind: "bootstrap", file, block: 2 }, history: 0, digits: 8 }, 400, [
    "volume",
  ]);
  pathOf(maker, 4);
  const rows = column(maker, "volume").map((volume) => volume / 10 - 1);
  expect(new Set(rows)).toEqual(new Set([1, 2, 3, 4]));
  for (let day = 0; day < 400; day += 2) expect(rows[day + 1]).toBe(rows[day] === 4 ? 1 : (rows[day] ?? 0) + 1);
});
