/** A whole number from 0 up to, but not including, the bound. */
export type Draw = (bound: number) => number;

/** The same numbers for the same seed, on every machine (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

export function pickFrom<T>(draw: Draw, choices: readonly T[]): T {
  return choices[draw(choices.length)] as T;
}
