/** How much the price moves from one day to the next, drawn for all days of a path at once: none depends on what is sold. */
import { assertNever } from "../base/assert-never.ts";
import { exponential, logarithm } from "./elementary.ts";
import type { DayLoops, Moved } from "./loops.ts";
import type { Bootstrap, Brownian, Jumps, Moves, PastRows, Replay } from "./model.ts";
import { tradingDaysOfYear } from "./model.ts";
import { normalOfWord, wordStep } from "./normal.ts";
import type { Seed } from "./streams.ts";
import { fillStream, wordsFor } from "./streams.ts";

/** The moves of one path, by day. */
export interface DrawnMoves extends Moved {
  /** The close over that of the day before, and the logarithm of that. */
  readonly factors: Float64Array;
  readonly logs: Float64Array;
  /** The size of the move in standard deviations, less its mean; 0 for rows of a file, which have volumes of their own. */
  readonly sizes: Float64Array;
  /** The row of the file behind a day; -1 without one. */
  readonly rows: Int32Array;
}

/** Makes the moves of paths, one after the other; each overwrites those of the path before. */
export interface MoveMaker {
  readonly drawn: DrawnMoves;
  /** The standard deviation of a day's logarithm. */
  readonly daily: number;
  draw(seed: Seed, path: number): void;
}

/** So many days, of which the first have no clause that counts yet (`history`). */
export function moveMaker(moves: Moves, days: number, loops: DayLoops): MoveMaker {
  switch (moves.kind) {
    case "replay":
      return replayed(moves, days, loops);
    case "bootstrap":
      return bootstrapped(moves, days, loops);
    case "gbm":
      return brownian(moves, days, loops);
    case "jumps":
      return jumping(moves, days, loops);
    default:
      return assertNever(moves);
  }
}

const room = (days: number, loops: DayLoops): DrawnMoves => ({
  factors: loops.figures(days),
  logs: loops.figures(days),
  sizes: loops.figures(days),
  rows: new Int32Array(days).fill(-1),
});

function brownian({ volatility, drift }: Omit<Brownian, "kind">, days: number, loops: DayLoops): MoveMaker {
  const drawn = room(days, loops);
  const daily = volatility * Math.sqrt(1 / tradingDaysOfYear);
  const growth = logarithm(1 + drift) / tradingDaysOfYear - (daily * daily) / 2;
  const words = wordsFor(days, loops);
  const draw = (seed: Seed, path: number) => {
    fillStream(seed, path, "returns", words, loops);
    loops.moves(words, { growth, daily }, drawn);
  };
  return { drawn, daily, draw };
}

/** The jumps are made up for in the growth, so that the price is expected to grow as without them. */
function jumping({ rate, mean, spread, ...smooth }: Jumps, days: number, loops: DayLoops): MoveMaker {
  const expected = exponential(mean + (spread * spread) / 2) - 1;
  const perDay = rate / tradingDaysOfYear;
  const made = brownian(
    { volatility: smooth.volatility, drift: (1 + smooth.drift) * exponential(-rate * expected) - 1 },
    days,
    loops,
  );
  const none = exponential(-perDay);
  const [counts, sizes] = [wordsFor(days, loops), wordsFor(days, loops)];
  const { factors, logs } = made.drawn;
  const draw = (seed: Seed, path: number) => {
    made.draw(seed, path);
    fillStream(seed, path, "jumpCounts", counts, loops);
    fillStream(seed, path, "jumpSizes", sizes, loops);
    for (let day = 0; day < days; day += 1) {
      const u = ((counts[day] ?? 0) + 0.5) * wordStep;
      if (u < none) continue;
      const count = poisson(u, perDay, none);
      const jump = count * mean + Math.sqrt(count) * spread * normalOfWord(sizes[day] ?? 0);
      logs[day] = (logs[day] ?? 0) + jump;
      factors[day] = (factors[day] ?? 1) * exponential(jump);
    }
  };
  const variance = made.daily * made.daily + perDay * (mean * mean + spread * spread);
  return { drawn: made.drawn, daily: Math.sqrt(variance), draw };
}

/** The count of which `u` is the share of the distribution; `none` is the chance of 0. */
function poisson(u: number, expected: number, none: number): number {
  let [count, chance, sum] = [0, none, none];
  while (u >= sum && count < 100) {
    count += 1;
    chance *= expected / count;
    sum += chance;
  }
  return count;
}

function replayed({ file }: Replay, days: number, loops: DayLoops): MoveMaker {
  const drawn = room(days, loops);
  const fileLogs = logsOf(file);
  const draw = (_seed: Seed, path: number) => follow(drawn, file, fileLogs, (day) => path + day);
  return { drawn, daily: dailyOf(file), draw };
}

function bootstrapped({ file, block }: Bootstrap, days: number, loops: DayLoops): MoveMaker {
  const drawn = room(days, loops);
  const fileLogs = logsOf(file);
  const words = wordsFor(Math.ceil(days / block));
  // Each day of a block needs the row before it.
  const starts = file.close.length - 1;
  const draw = (seed: Seed, path: number) => {
    fillStream(seed, path, "blocks", words);
    follow(drawn, file, fileLogs, (day) => {
      const first = Math.floor((words[Math.floor(day / block)] ?? 0) * wordStep * starts);
      return 1 + ((first + (day % block)) % starts);
    });
  };
  return { drawn, daily: dailyOf(file), draw };
}

/** Behind the last row of a file, the price stays. */
function follow(
  { factors, logs, rows }: DrawnMoves,
  { close }: PastRows,
  fileLogs: Float64Array,
  rowOf: (day: number) => number,
): void {
  const last = close.length - 1;
  for (let day = 0; day < factors.length; day += 1) {
    const row = rowOf(day);
    const moves = row > 0 && row <= last;
    rows[day] = row <= last ? row : last;
    factors[day] = moves ? (close[row] ?? 1) / (close[row - 1] ?? 1) : 1;
    logs[day] = moves ? (fileLogs[row] ?? 0) : 0;
  }
}

/** The logarithm of each row's move; 0 of the first row. */
function logsOf({ close }: PastRows): Float64Array {
  return close.map((it, row) => (row === 0 ? 0 : logarithm(it / (close[row - 1] ?? 1))));
}

/** The standard deviation of the logarithms of a file's daily moves. */
export function dailyOf(file: PastRows): number {
  const logs = logsOf(file).subarray(1);
  const mean = logs.reduce((sum, it) => sum + it, 0) / Math.max(1, logs.length);
  const squares = logs.reduce((sum, it) => sum + (it - mean) * (it - mean), 0);
  return Math.sqrt(squares / Math.max(1, logs.length - 1));
}
