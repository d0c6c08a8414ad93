/** What is worked out for all days of a path at once, which is nearly all of its time. Who offers it makes the arrays as well. */
import type { Counter } from "./philox.ts";

export interface DayLoops {
  figures(count: number): Float64Array;
  words(count: number): Uint32Array;
  /** Random words, four for each counter from the given one on. */
  fillWords(counter: Counter, out: Uint32Array): void;
  /** Normal moves of words; `growth` and `daily` are the mean and the standard deviation of a day's logarithm. */
  moves(words: Uint32Array, law: { readonly growth: number; readonly daily: number }, drawn: Moved): void;
  /** Averages of days as multiples of their closes. */
  averages(trades: Trades, factors: Float64Array, out: Float64Array): void;
  /** The greatest or the least of each day as multiples of the close; the average is never beyond it. */
  extremes(
    which: "high" | "low",
    words: Uint32Array,
    trades: Trades,
    moved: Moved & { daily: number },
    out: Float64Array,
  ): void;
  /** Prices as multiples of closes, or the closes themselves, in ticks; none is below one. */
  ticks(
    closes: Float64Array,
    multiples: Float64Array | undefined,
    out: Float64Array,
    scale: number,
    days: DayRange,
  ): void;
}

/** Of each day the close over that of the day before, the logarithm of that, and the size of the move (`DrawnMoves`). */
export interface Moved {
  readonly factors: Float64Array;
  readonly logs: Float64Array;
  readonly sizes: Float64Array;
}

/** A word for each day, whose low bits draw the distance of the average from the middle between open and close. */
export interface Trades {
  readonly words: Uint32Array;
  readonly distances: Float64Array;
}

/** The last one is excluded. */
export interface DayRange {
  readonly from: number;
  readonly end: number;
}
