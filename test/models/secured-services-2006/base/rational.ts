/** Exact fractions of whole numbers: the model's own arithmetic, so that it shares none with the engine. */
export interface Rational {
  readonly above: bigint;
  /** Greater than zero, without a common divisor with `above`. */
  readonly below: bigint;
}

/** Reads "0.17", "-3", "1/190" or "7%"; a number has to be whole. */
export function rational(written: string | number | bigint): Rational {
  if (typeof written !== "string") return fraction(BigInt(written), 1n);
  if (written.endsWith("%")) return over(rational(written.slice(0, -1)), hundred);
  const [above = "", below] = written.split("/");
  return below === undefined ? fromDecimal(above) : over(fromDecimal(above), fromDecimal(below));
}

function fromDecimal(text: string): Rational {
  const [whole = "", decimals = ""] = text.split(".");
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

function fraction(above: bigint, below: bigint): Rational {
  const sign = below < 0n ? -1n : 1n;
  const divisor = sign * commonDivisor(above < 0n ? -above : above, below * sign);
  return { above: above / divisor, below: below / divisor };
}

function commonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

export const plus = (a: Rational, b: Rational) => fraction(a.above * b.below + b.above * a.below, a.below * b.below);
export const less = (a: Rational, b: Rational) => fraction(a.above * b.below - b.above * a.below, a.below * b.below);
export const times = (a: Rational, b: Rational) => fraction(a.above * b.above, a.below * b.below);
export const over = (a: Rational, b: Rational) => fraction(a.above * b.below, a.below * b.above);

/** Below zero where `a` is less than `b`, zero where they are equal. */
export function compared(a: Rational, b: Rational): number {
  const difference = a.above * b.below - b.above * a.below;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const isLess = (a: Rational, b: Rational) => compared(a, b) < 0;
export const isAboveZero = (a: Rational) => a.above > 0n;
export const least = (...all: readonly Rational[]) => all.reduce((a, b) => (isLess(b, a) ? b : a));
export const greatest = (...all: readonly Rational[]) => all.reduce((a, b) => (isLess(a, b) ? b : a));
export const total = (all: readonly Rational[]) => all.reduce(plus, zero);

export const zero = rational(0);
export const one = rational(1);
const hundred = rational(100);

/** The greatest whole number that is not above `a`. */
export function wholePart(a: Rational): Rational {
  const quotient = a.above / a.below;
  return rational(a.above < 0n && quotient * a.below !== a.above ? quotient - 1n : quotient);
}

/** To the nearest multiple of `step`; a half goes up, or to the even multiple. */
export function nearest(a: Rational, step: Rational, half: "up" | "even"): Rational {
  const count = over(a, step);
  const floor = wholePart(count);
  const side = compared(less(count, floor), rational("0.5"));
  const isUp = side > 0 || (side === 0 && (half === "up" || floor.above % 2n !== 0n));
  return times(isUp ? plus(floor, one) : floor, step);
}
