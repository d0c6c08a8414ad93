/** A power to a multiple of a step: found by halving, each guess compared with the power as whole numbers or as sums. */
import type { Fraction } from "./fraction.ts";
import { none, order, over, plus, raised, rounded, times, whole } from "./fraction.ts";

type Mode = Parameters<typeof rounded>[2];

export function powerRounded(
  base: Fraction | "e" | undefined,
  exponent: Fraction,
  step: Fraction,
  mode: Mode,
): Fraction | undefined {
  if (base === undefined || exponent.d === 0n) return undefined;
  if (base !== "e" && exponent.d === 1n) {
    const exact = raised(base, exponent);
    return exact && rounded(exact, step, mode);
  }
  if (base !== "e" && (base.d === 0n || order(base, none) < 0)) return undefined;
  if (base !== "e" && order(base, none) === 0) return exponent.n > 0n ? none : undefined;
  const size = Number(exponent.n) / Number(exponent.d);
  const bits = size * (base === "e" ? Math.LOG2E : Math.log2(Number(base.n)) - Math.log2(Number(base.d)));
  if (bits >= 4096) return undefined;
  if (bits < -4096) return rounded({ n: 1n, d: 1n << 4096n }, step, mode);
  const half = over(step, whole(2));
  if (half === undefined) return undefined;
  const isMore = (guess: bigint) => compared(base, exponent, { n: guess * half.n, d: half.d });
  let [low, high] = [0n, 1n];
  while (isMore(high) > 0) [low, high] = [high, 2n * high];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (isMore(middle) >= 0) low = middle;
    else high = middle;
  }
  // The power lies from `low` half steps up to the next; exactly there, or a little above.
  const isThere = isMore(high) === 0 ? high : isMore(low) === 0 ? low : undefined;
  if (isThere !== undefined) return rounded({ n: isThere * half.n, d: half.d }, step, mode);
  const above = plus({ n: low * half.n, d: half.d }, { n: half.n, d: half.d * 3n });
  return rounded(above, step, mode);
}

/** Whether a power is more than a guess (1), the same (0) or less (-1). */
function compared(base: Fraction | "e", exponent: Fraction, guess: Fraction): number {
  if (base === "e") return comparedWithE(exponent, guess);
  // base^(p/q) against g: base^p against g^q.
  const one = raised(base, { n: exponent.n, d: 1n });
  const other = raised(guess, { n: exponent.d, d: 1n });
  if (one === undefined || other === undefined) throw new Error("such a power is not worked out again");
  return order(one, other);
}

/** By the sums 1 + x + x²/2 + …, of x parted so often that it is below a half, between which e^x lies. */
function comparedWithE(x: Fraction, guess: Fraction): number {
  if (x.n === 0n) return order(whole(1), guess);
  if (order(guess, none) <= 0) return 1;
  if (x.n < 0n) {
    const inverse = over(whole(1), guess);
    return inverse === undefined ? 1 : -comparedWithE({ n: -x.n, d: x.d }, inverse);
  }
  let parts = 1n;
  while (2n * x.n > parts * x.d) parts *= 2n;
  const part: Fraction = { n: x.n, d: x.d * parts };
  for (let terms = 40n; terms < 2_000n; terms *= 2n) {
    let [sum, term] = [whole(1), whole(1)];
    for (let count = 1n; count <= terms; count += 1n) {
      term = times(term, { n: part.n, d: part.d * count }) ?? none;
      sum = plus(sum, term);
    }
    // What is left out is less than the last term.
    const [least, most] = [sum, plus(sum, term)].map((it) => raised(it, { n: parts, d: 1n }));
    if (least !== undefined && order(least, guess) > 0) return 1;
    if (most !== undefined && order(most, guess) < 0) return -1;
  }
  throw new Error("e to a power lies on no fraction");
}
