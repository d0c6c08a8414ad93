/** The random numbers of a path, by what they are for: each of a day depends on seed, path, stream and day alone. */
import type { DayLoops } from "./loops.ts";
import { plainLoops } from "./plain-loops.ts";

/** A stream has a number of its own in the counter; a number is never used twice. */
export const streams = {
  returns: 1,
  jumpCounts: 2,
  jumpSizes: 3,
  blocks: 4,
  trade: 5,
  highs: 6,
  lows: 7,
  delisting: 8,
  checks: 9,
} as const;

export type Stream = keyof typeof streams;

/** A seed of 64 bits, in two halves of 32. */
export type Seed = readonly [low: number, high: number];

/** Reads a whole number from 0 to 2^64 - 1; undefined for anything else. */
export function readSeed(text: string): Seed | undefined {
  if (!/^\d{1,20}$/.test(text)) return undefined;
  const seed = BigInt(text);
  return seed >> 64n === 0n ? [Number(seed & 0xffffffffn), Number(seed >> 32n)] : undefined;
}

/** Fills a word for each day, from day 0 on. The length is a multiple of four; a path's number is below 2^53. */
export function fillStream(
  [low, high]: Seed,
  path: number,
  stream: Stream,
  words: Uint32Array,
  loops: Pick<DayLoops, "fillWords"> = plainLoops,
): void {
  const counter = [0, streams[stream], path >>> 0, Math.floor(path / 4294967296)] as const;
  loops.fillWords({ words: counter, key: [low, high] }, words);
}

/** Room for a word for each of so many days. */
export function wordsFor(days: number, loops: Pick<DayLoops, "words"> = plainLoops): Uint32Array {
  return loops.words((days + 3) & ~3);
}
