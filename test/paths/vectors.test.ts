import { afterEach, expect, test, vi } from "vitest";
import type { DayLoops } from "../../src/paths/loops.ts";
import type { Moves, PathColumn, PathModel } from "../../src/paths/model.ts";
import { PathMaker } from "../../src/paths/path-maker.ts";
import { plainLoops } from "../../src/paths/plain-loops.ts";
import { fastLoops, vectorLoops } from "../../src/paths/vectors/vector-loops.ts";

afterEach(() => vi.unstubAllGlobals());

const days = 4_095;
const tableSize = 2048;

function vectors(): DayLoops {
  const made = vectorLoops(days, 6);
  if (made === undefined) throw new Error("this platform has WebAssembly, or nothing is compared");
  return made;
}

/** The same with each of the loops; the bits of what is written, NaN and the sign of 0 among them. */
function withEach(act: (loops: DayLoops) => readonly Float64Array[]): BigUint64Array[][] {
  return [plainLoops, vectors()].map((loops) =>
    act(loops).map((it) => new BigUint64Array(it.buffer.slice(it.byteOffset, it.byteOffset + it.byteLength))),
  );
}

/** Random words, behind those where a branch or a digit turns: both ends, powers of two, and the shares of 7.5% and 92.5%. */
function wordsIn(loops: DayLoops, stream: number): Uint32Array {
  const words = loops.words(days + 1);
  loops.fillWords({ words: [5, stream, 7, 8], key: [9, 10] }, words);
  const turns = [0.075, 0.925, 0.5].map((share) => share * 2 ** 32);
  const powers = Array.from({ length: 32 }, (_, power) => 2 ** power);
  const edges = [...turns, ...powers, 2 ** 32].flatMap((it) => [-2, -1, 0, 1, 2].map((by) => Math.floor(it) + by));
  words.set(edges.filter((it) => it >= 0 && it < 2 ** 32));
  return words;
}

const drawnIn = (loops: DayLoops) => ({
  factors: loops.figures(days),
  logs: loops.figures(days),
  sizes: loops.figures(days),
});

test("words are the same, also where the count of counters is no multiple of four, and at the ends of 32 bits", () => {
  const loops = vectors();
  const all = 0xffff_ffff;
  for (const counter of [
    { words: [0, 0, 0, 0], key: [0, 0] },
    { words: [0, 3, all, 1], key: [all, 0x8000_0000] },
    { words: [all - 5, all, 0, 0x7fff_ffff], key: [1, all] },
  ] as const) {
    for (const count of [4, 12, 16, 60, 820]) {
      const [one, other] = [new Uint32Array(count), loops.words(count)];
      plainLoops.fillWords(counter, one);
      loops.fillWords(counter, other);
      expect([...other]).toEqual([...one]);
    }
  }
});

// A daily deviation of 200 takes the logarithms beyond what a power can be, on both sides.
test.each([0.05, 200])("moves with a daily deviation of %f have the same bits", (daily) => {
  const [plain, vector] = withEach((loops) => {
    const drawn = drawnIn(loops);
    loops.moves(wordsIn(loops, 1), { growth: 0.0003, daily }, drawn);
    return [drawn.factors, drawn.logs, drawn.sizes];
  });
  expect(vector).toEqual(plain);
  expect(new Set(plain?.[0]).size).toBeGreaterThan(daily < 1 ? days / 2 : 10);
});

test("averages, greatest and least have the same bits", () => {
  const [plain, vector] = withEach((loops) => {
    const drawn = drawnIn(loops);
    loops.moves(wordsIn(loops, 1), { growth: 0, daily: 0.06 }, drawn);
    const distances = loops.figures(tableSize);
    for (let index = 0; index < tableSize; index += 1) distances[index] = 0.97 + (0.06 * index) / tableSize;
    const trades = { words: wordsIn(loops, 2), distances };
    const [average, high, low] = [loops.figures(days), loops.figures(days), loops.figures(days)];
    loops.averages(trades, drawn.factors, average);
    loops.extremes("high", wordsIn(loops, 3), trades, { ...drawn, daily: 0.06 }, high);
    loops.extremes("low", wordsIn(loops, 4), trades, { ...drawn, daily: 0.06 }, low);
    return [average, high, low];
  });
  expect(vector).toEqual(plain);
});

test("prices are rounded alike, and no day beyond the last one is written", () => {
  const [plain, vector] = withEach((loops) => {
    const [closes, multiples] = [loops.figures(days), loops.figures(days)];
    for (let day = 0; day < days; day += 1) {
      // Halves of a tick, and prices below one.
      closes[day] = day % 3 === 0 ? (day + 0.5) / 10_000 : day / 1e7;
      multiples[day] = 1 + day / 1e5;
    }
    return [closes, undefined].flatMap((it) =>
      [
        [0, 100],
        [1, 62],
        [60, 817],
      ].map(([from = 0, end = 0]) => {
        const out = loops.figures(days).fill(-7);
        loops.ticks(closes, it && multiples, out, 10_000, { from, end });
        expect([out[from - 1] ?? -7, out[end]]).toEqual([-7, -7]);
        return out;
      }),
    );
  });
  expect(vector).toEqual(plain);
});

const everything: readonly PathColumn[] = ["open", "high", "low", "close", "vwap", "volume", "price", "bid"];
const model: PathModel = {
  moves: { kind: "gbm", volatility: 0.8, drift: 0.1 },
  price: 1.2,
  digits: 4,
  volume: { mean: 100_000, noise: 0.5, withMoves: 0.5, withPrice: 0.3 },
  history: 61,
  listing: { delisting: { yearly: 0.3, loss: 0.5, volumeLeft: 0.1 } },
  impact: { coefficient: 1, stays: 0.25, halfLife: 2 },
};
const file = { close: Float64Array.of(1, 1.1, 1.05, 1.2, 1.3) };

function rowsOf(maker: PathMaker): unknown[] {
  maker.start([11, 12], 2 ** 32 + 3);
  for (let day = maker.history; day < maker.days; day += 1) maker.next(day * 10);
  return [...maker.rows.columns].map(([name, figures]) => [name, ...figures]);
}

test.each<Moves>([
  { kind: "gbm", volatility: 0.8, drift: 0.1 },
  { kind: "jumps", volatility: 0.5, drift: 0, rate: 6, mean: -0.1, spread: 0.2 },
  { kind: "bootstrap", file, block: 3 },
  { kind: "replay", file },
])("whole paths by $kind are the same by either loops", (moves) => {
  const [plain, fast] = [plainLoops, fastLoops(561, everything.length)].map(
    (loops) => new PathMaker({ ...model, moves }, 500, everything, loops),
  );
  expect(fast && rowsOf(fast)).toEqual(plain && rowsOf(plain));
});

test("where a page forbids WebAssembly, or has none, paths are made in JavaScript", () => {
  expect(fastLoops(100, 1)).not.toBe(plainLoops);
  const Module = function forbidden() {
    throw new Error("'wasm-unsafe-eval' is not allowed");
  };
  for (const platform of [undefined, { Module, Instance: WebAssembly.Instance }]) {
    vi.stubGlobal("WebAssembly", platform);
    expect(fastLoops(100, 1)).toBe(plainLoops);
  }
});
