import type { Exact, RoundingMode } from "../exact.ts";
import { isUnlimited, isWhole, multiply, power, raise, roundTo, zero } from "../exact.ts";

/** What is raised: a figure, or Euler's number. */
export type PowerBase = Exact | "e";

/**
 * A power to the nearest multiple of a step, right to the last digit. The exponent may be a fraction.
 *
 * A power that is a quotient is rounded as one. Any other is no quotient, so that it lies on no multiple and on no half: it is
 * enclosed between two quotients, ever closer, until both round to the same. Without a result: a base below zero or
 * unlimited to a fraction, zero to a negative exponent, and what has more digits than are kept.
 */
export function roundedPower(base: PowerBase, exponent: Exact, mode: RoundingMode, step: Exact): Exact | undefined {
  const exact = exactPower(base, exponent);
  if (exact !== "none") return exact && roundTo(exact, step, mode);
  const halves = halfSteps(base, exponent, step);
  if (halves === undefined) return undefined;
  const [whole, isMore] = [halves / 2n, halves % 2n === 1n];
  const steps = mode === "down" ? whole : mode === "up" || isMore ? whole + 1n : whole;
  return multiply({ n: steps, d: 1n }, step);
}

/** The power where it is a quotient, undefined where it has no value; `none` where it is no quotient. */
function exactPower(base: PowerBase, exponent: Exact): Exact | undefined | "none" {
  if (isUnlimited(exponent)) return undefined;
  if (base === "e") return exponent.n === 0n ? { n: 1n, d: 1n } : "none";
  if (isWhole(exponent)) return raise(base, exponent);
  if (isUnlimited(base) || base.n < 0n) return undefined;
  if (base.n === 0n) return exponent.n > 0n ? zero : undefined;
  const [n, d] = [wholeRoot(base.n, exponent.d), wholeRoot(base.d, exponent.d)];
  if (n === undefined || d === undefined) return "none";
  const root = power({ n, d }, Number(exponent.n));
  return root !== undefined && root.n < root.d << mostShift ? root : undefined;
}

/** The number that gives `value` with so many factors; undefined where it is no whole one. */
function wholeRoot(value: bigint, degree: bigint): bigint | undefined {
  if (value === 1n) return 1n;
  const bits = bitsOf(value);
  if (degree >= bits) return undefined;
  // Newton's steps fall from above to the greatest whole number whose power is not more.
  let root = 1n << (BigInt(bits) / degree + 1n);
  for (;;) {
    const next = ((degree - 1n) * root + value / root ** (degree - 1n)) / degree;
    if (next >= root) break;
    root = next;
  }
  return root ** degree === value ? root : undefined;
}

/** How many half steps go into a power that is no quotient. */
function halfSteps(base: PowerBase, exponent: Exact, step: Exact): bigint | undefined {
  for (let bits = 128n; bits <= mostBits; bits *= 2n) {
    const enclosed = enclosedPower(base, exponent, bits);
    if (enclosed === "too large") return undefined;
    if (enclosed === "next to nothing") return 0n;
    if (enclosed === "unclear") continue;
    const { least, most, shift } = enclosed;
    const halvesOf = (value: bigint) => scaled(2n * value * step.d, shift - bits) / scaled(step.n, bits - shift);
    const halves = halvesOf(least);
    if (halves === halvesOf(most)) return halves;
  }
  return undefined;
}

/** `value × 2^by` where that is more, else the value; what is left goes to the other side of a quotient. */
const scaled = (value: bigint, by: bigint): bigint => (by > 0n ? value << by : value);

/** Bits of a result that has as many digits as are kept, with room for those behind the step. */
const mostBits = 2n ** 15n;
/** Powers of two that a result may have: some 1,200 digits. Below as many it is less than any half of a step. */
const mostShift = 2n ** 12n;

/** A power between `least` and `most`, in parts of 2^bits, times 2^shift. */
function enclosedPower(base: PowerBase, { n, d }: Exact, bits: bigint) {
  const one = 1n << bits;
  const ln2 = 2n * inverseTangent(1n, 3n, bits);
  // The natural logarithm of the result, and by how much it may be off; each division cuts off less than one part.
  let [logarithm, off] = [one, 0n];
  if (base !== "e") {
    const exponentOf2 = BigInt(bitsOf(base.n) - bitsOf(base.d));
    const [above, below] = [scaled(base.n, -exponentOf2), scaled(base.d, exponentOf2)];
    logarithm = exponentOf2 * ln2 + 2n * inverseTangent(above - below, above + below, bits);
    off = (magnitude(exponentOf2) + 1n) * 4n * bits;
  }
  logarithm = floored(logarithm * n, d);
  off = (off * magnitude(n)) / d + 2n;
  if (8n * off > one) return "unclear";
  const shift = floored(logarithm, ln2);
  if (shift >= mostShift || shift < -mostShift) return shift > 0n ? "too large" : "next to nothing";
  const rest = logarithm - shift * ln2;
  off += magnitude(shift) * 4n * bits;
  // From 0 to ln 2 the series of e^x has terms that fall below a part before there are as many as bits, and a sum below 3.
  let [sum, term] = [one, one];
  for (let count = 1n; term > 0n; count += 1n) {
    term = ((term * rest) >> bits) / count;
    sum += term;
  }
  const error = 4n * (off + bits);
  return { least: sum > error ? sum - error : 0n, most: sum + error, shift };
}

/** The area tangent of n ÷ d, at most a third either way, in parts of 2^bits: x + x³/3 + x⁵/5 + …, off by less than `bits` parts. */
function inverseTangent(n: bigint, d: bigint, bits: bigint): bigint {
  let factor = (n << bits) / d;
  const square = (factor * factor) >> bits;
  let sum = factor;
  for (let odd = 3n; factor !== 0n && odd < 2n * bits; odd += 2n) {
    factor = (factor * square) / (1n << bits);
    sum += factor / odd;
  }
  return sum;
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
const floored = (n: bigint, d: bigint): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));
const bitsOf = (value: bigint): number => value.toString(2).length;
