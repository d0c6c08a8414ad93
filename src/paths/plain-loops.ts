/** The loops over days in JavaScript. What else makes paths gives the same bits. */
import { exponential } from "./elementary.ts";
import type { DayLoops } from "./loops.ts";
import { logarithmOfWord, meanSize, normalOfWord } from "./normal.ts";
import { fillWords } from "./philox.ts";

export const plainLoops: DayLoops = {
  figures: (count) => new Float64Array(count),
  words: (count) => new Uint32Array(count),
  fillWords,
  moves(words, { growth, daily }, { factors, logs, sizes }) {
    for (let day = 0; day < factors.length; day += 1) {
      const z = normalOfWord(words[day] ?? 0);
      const log = growth + daily * z;
      logs[day] = log;
      factors[day] = exponential(log);
      sizes[day] = (z < 0 ? -z : z) - meanSize;
    }
  },
  averages({ words, distances }, factors, out) {
    const mask = distances.length - 1;
    for (let day = 0; day < out.length; day += 1) {
      out[day] = averageOf(factors[day] ?? 1, distances[(words[day] ?? 0) & mask] ?? 1);
    }
  },
  extremes(which, words, trades, { factors, logs, daily }, out) {
    const [side, mask] = [which === "high" ? 1 : -1, trades.distances.length - 1];
    for (let day = 0; day < out.length; day += 1) {
      const log = logs[day] ?? 0;
      const far = logarithmOfWord(words[day] ?? 0);
      const beyondOpen = (log + side * Math.sqrt(log * log - 2 * daily * daily * far)) / 2;
      const extreme = exponential(beyondOpen - log);
      const average = averageOf(factors[day] ?? 1, trades.distances[(trades.words[day] ?? 0) & mask] ?? 1);
      out[day] = side * extreme > side * average ? extreme : average;
    }
  },
  ticks(closes, multiples, out, scale, { from, end }) {
    for (let day = from; day < end; day += 1) {
      const close = closes[day] ?? 0;
      const ticks = Math.floor((multiples === undefined ? close : close * (multiples[day] ?? 1)) * scale + 0.5);
      out[day] = (ticks < 1 ? 1 : ticks) / scale;
    }
  },
};

/**
 * The average of a day, as a multiple of the close: between open and close, at a distance from their middle that is drawn. By
 * the square root of the day's factor, so that no exponential is needed.
 */
function averageOf(factor: number, distance: number): number {
  return distance / Math.sqrt(factor);
}
