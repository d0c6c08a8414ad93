import type { Exact } from "../exact.ts";

/** The binary number that is nearest to an exact one, for what only needs its size: means, percentiles, charts. */
export function toBinary({ n, d }: Exact): number {
  if (d === 0n) return Number.POSITIVE_INFINITY;
  if (d === 1n) return Number(n);
  const size = n < 0n ? -n : n;
  if (size <= largestWhole && d <= largestWhole) return Number(n) / Number(d);
  // A quotient of at least 65 bits, its last bit set where anything is left: then it is rounded once, and rightly.
  const shift = Math.max(0, 66 + bitsOf(d) - bitsOf(size));
  const scaled = size << BigInt(shift);
  const quotient = (scaled / d) | (scaled % d === 0n ? 0n : 1n);
  const number = halved(Number(quotient), shift);
  return n < 0n ? -number : number;
}

const largestWhole = BigInt(Number.MAX_SAFE_INTEGER);

function bitsOf(value: bigint): number {
  return value.toString(16).length * 4;
}

function halved(value: number, times: number): number {
  let [number, left] = [value, times];
  for (; left >= 512; left -= 512) number *= 2 ** -512;
  return number * 2 ** -left;
}
