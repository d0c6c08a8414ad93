/** Random numbers that depend on nothing but a seed and the number of an input: any input can be made again alone. */
export interface Random {
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
  pick<T>(items: readonly T[]): T;
  chance(oneIn: number): boolean;
}

/** The numbers of one input. Source: the finaliser of SplitMix32. */
export function randomFor(seed: number, index: number): Random {
  let state = mixed(mixed(seed) ^ mixed(index + 0x51ed27)) >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mixed(state) >>> 0;
  };
  const below = (bound: number) => next() % Math.max(1, bound);
  return {
    below,
    pick: <T>(items: readonly T[]): T => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
    chance: (oneIn) => below(oneIn) === 0,
  };
}

function mixed(value: number): number {
  let it = value | 0;
  it = Math.imul(it ^ (it >>> 16), 0x85ebca6b);
  it = Math.imul(it ^ (it >>> 13), 0xc2b2ae35);
  return it ^ (it >>> 16);
}
