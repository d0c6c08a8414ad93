import { Decimal } from "decimal.js";
import { assertNever } from "../base/assert-never.ts";
import { invariant } from "../base/invariant.ts";

/**
 * Exact quotient n/d in lowest terms, d > 0; `unlimited` is n = 1, d = 0.
 *
 * Every figure of a contract is one of these until a clause rounds it or it is printed. There is no negative `unlimited`.
 * Operations give undefined where there is no result, and where one would need more than about 39,000 digits: a template
 * that squares a value every day has to end in an answer, too. Why quotients of big integers: docs/decisions/0002.
 */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

/** The quotient of two integers; the denominator is not 0. */
export function exact(n: bigint | number, d: bigint | number = 1n): Exact {
  const numerator = BigInt(n);
  const denominator = BigInt(d);
  invariant(denominator !== 0n, "the denominator of an exact number is not 0");
  return denominator < 0n ? reduced(-numerator, -denominator) : reduced(numerator, denominator);
}

export const zero: Exact = { n: 0n, d: 1n };
export const one: Exact = { n: 1n, d: 1n };
/** More than any other number: the amount of a limit that does not apply. */
export const unlimited: Exact = { n: 1n, d: 0n };

/**
 * Reads a plain decimal: "-12.5", "0.05", ".05". Undefined for anything else: an exponent, a plus sign, a separator, a bare
 * or trailing point, more than `digitLimit` digits.
 */
export function parseDecimal(text: string, digitLimit = 400): Exact | undefined {
  // Two more than the digits: a sign and a point.
  if (text.length > digitLimit + 2 || !/^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(text)) return undefined;
  const point = text.indexOf(".");
  const digits = text.length - (point < 0 ? 0 : 1) - (text.startsWith("-") ? 1 : 0);
  if (digits > digitLimit) return undefined;
  if (point < 0) return { n: BigInt(text), d: 1n };
  return reduced(BigInt(text.slice(0, point) + text.slice(point + 1)), powerOfTen(text.length - point - 1));
}

/** `unlimited` plus anything is `unlimited`. */
export function add(a: Exact, b: Exact): Exact | undefined {
  if (a.d === b.d) return a.d === 1n ? whole(a.n + b.n) : a.d === 0n ? unlimited : reducedInRoom(a.n + b.n, a.d);
  if (a.d === 0n || b.d === 0n) return unlimited;
  return sumOf(a.n, a.d, b.n, b.d);
}

/** The sum of many; those of one denominator in a row are brought to lowest terms once. */
export function sumOfAll(values: Iterable<Exact>): Exact | undefined {
  let sum: Exact | undefined = zero;
  let [n, d] = [0n, 1n];
  for (const value of values) {
    if (value.d !== d) {
      sum = sum && add(sum, d === 0n ? unlimited : reduced(n, d));
      [n, d] = [0n, value.d];
    }
    n += value.n;
  }
  return sum && add(sum, d === 0n ? unlimited : reduced(n, d));
}

/** `unlimited` less anything finite is `unlimited`; anything less `unlimited` has no result. */
export function subtract(a: Exact, b: Exact): Exact | undefined {
  if (b.d === 0n) return undefined;
  if (a.d === b.d) return a.d === 1n ? whole(a.n - b.n) : reducedInRoom(a.n - b.n, a.d);
  return a.d === 0n ? unlimited : sumOf(a.n, a.d, -b.n, b.d);
}

/** `unlimited` times a positive number is `unlimited`; times 0 or a negative number it has no result. */
export function multiply(a: Exact, b: Exact): Exact | undefined {
  if (a.d === 1n && b.d === 1n) return whole(a.n * b.n);
  if (a.d === 0n || b.d === 0n) return a.n > 0n && b.n > 0n ? unlimited : undefined;
  return productOf(a.n, a.d, b.n, b.d);
}

/** Division by 0 has no result; anything finite over `unlimited` is 0; `unlimited` over a positive number is itself. */
export function divide(a: Exact, b: Exact): Exact | undefined {
  if (b.n === 0n) return undefined;
  if (a.d === 0n) return b.d === 0n || b.n < 0n ? undefined : unlimited;
  if (b.d === 0n) return zero;
  return b.n < 0n ? productOf(a.n, a.d, -b.d, -b.n) : productOf(a.n, a.d, b.d, b.n);
}

/**
 * The base times itself `exponent` times; 1 over that for a negative exponent; 1 for the exponent 0.
 *
 * No result for a fractional exponent, for 0 to a negative one, and for `unlimited` to the 0.
 */
export function power(base: Exact, exponent: number): Exact | undefined {
  if (!Number.isSafeInteger(exponent)) return undefined;
  if (base.d === 0n) return exponent > 0 ? unlimited : exponent < 0 ? zero : undefined;
  if (exponent === 0) return one;
  if (base.n === 0n) return exponent > 0 ? zero : undefined;
  if (exponent < 0) return power(base.n < 0n ? { n: -base.d, d: -base.n } : { n: base.d, d: base.n }, -exponent);
  if (base.d === 1n && (base.n === 1n || base.n === -1n)) return exponent % 2 === 0 ? one : base;
  // The result has at least this many bits, so it is not even tried where there is no room for it.
  if (exponent * leastBits(base) > maximumBits) return undefined;
  return withinDigits(base.n ** BigInt(exponent), base.d ** BigInt(exponent));
}

/** As `power`; no result for an exponent that is no whole number. */
export function raise(base: Exact, exponent: Exact): Exact | undefined {
  return isWhole(exponent) ? power(base, Number(exponent.n)) : undefined;
}

export function isWhole({ d }: Exact): boolean {
  return d === 1n;
}

/** Undefined for `unlimited`. */
export function negate(value: Exact): Exact | undefined {
  return value.d === 0n ? undefined : { n: -value.n, d: value.d };
}

/** Orders by size; `unlimited` comes last and equals itself. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  if (isLong(a) && isLong(b) && a.d !== b.d) {
    const [[leastA, mostA], [leastB, mostB]] = [shortBounds(a), shortBounds(b)];
    if (inCrossProducts(mostA, leastB) < 0) return -1;
    if (inCrossProducts(leastA, mostB) > 0) return 1;
  }
  return inCrossProducts(a, b);
}

function inCrossProducts(a: Exact, b: Exact): -1 | 0 | 1 {
  if (a.d !== b.d && a.d > long && b.d > long) work += workOn(a.d) + workOn(b.d);
  // Cross products also order `unlimited` rightly: 1 × d is more than n × 0.
  const left = a.d === b.d ? a.n : a.n * b.d;
  const right = a.d === b.d ? b.n : b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The same value; lowest terms make that the same numerator and denominator. */
export function equal(a: Exact, b: Exact): boolean {
  return a.n === b.n && a.d === b.d;
}

export function isZero(value: Exact): boolean {
  return value.n === 0n;
}

export function sign(value: Exact): -1 | 0 | 1 {
  return value.n < 0n ? -1 : value.n > 0n ? 1 : 0;
}

export function isUnlimited(value: Exact): boolean {
  return value.d === 0n;
}

/** The first of two that are equal. */
export function lesser(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b;
}

/** The first of two that are equal. */
export function greater(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b;
}

/**
 * Where a value between two steps goes. For negative values all four mirror the positive ones:
 * "down" is toward zero (the floor of a positive amount), "up" away from zero, "half up" to the nearest and away from zero
 * when halfway, "half even" to the nearest and to the even multiple when halfway.
 */
export type RoundingMode = "down" | "up" | "half up" | "half even";

/** A multiple of `step`, which is positive and finite (0.01 for cents, 1 for whole shares). `unlimited` stays itself. */
export function roundTo(value: Exact, step: Exact, mode: RoundingMode): Exact {
  invariant(step.n > 0n && step.d > 0n, "a value is rounded to a step above zero");
  if (value.d === 0n) return value;
  const numerator = value.n * step.d;
  const denominator = value.d * step.n;
  const floor = numerator / denominator; // Toward zero, as BigInt divides.
  const rest = numerator % denominator;
  if (rest === 0n) return value;
  if (denominator > long) work += 2 * workOn(denominator);
  const steps = goesAway(floor, rest, denominator, mode) ? floor + (rest < 0n ? -1n : 1n) : floor;
  return step.d === 1n ? { n: steps * step.n, d: 1n } : reduced(steps * step.n, step.d);
}

function goesAway(floor: bigint, rest: bigint, denominator: bigint, mode: RoundingMode): boolean {
  const twice = rest < 0n ? -2n * rest : 2n * rest;
  switch (mode) {
    case "down":
      return false;
    case "up":
      return true;
    case "half up":
      return twice >= denominator;
    case "half even":
      return twice > denominator || (twice === denominator && floor % 2n !== 0n);
    default:
      return assertNever(mode);
  }
}

/**
 * The value in decimal digits, never with an exponent: exact where the decimal ends within 34 significant digits, else 20
 * significant digits, half even. "unlimited" for `unlimited`. No trailing zeros behind the point.
 */
export function toDecimalText(value: Exact): string {
  if (value.d === 0n) return unlimitedText;
  const { n, d } = value;
  const ending = endingDecimalText(value);
  if (ending !== undefined) return ending;
  // decimal.js takes square time to read a long integer.
  return magnitude(n) > long || d > long ? longDecimalText(value) : new Printed(n).div(new Printed(d)).toFixed();
}

/**
 * Whether a decimal that somebody expects stands for the value: exactly, or to one part in 10^15 where the value's decimal
 * does not end within 34 significant digits. Text that is no plain decimal agrees with nothing, "unlimited" with `unlimited`.
 */
export function agrees(expected: string, actual: Exact): boolean {
  if (actual.d === 0n) return expected === unlimitedText;
  const wanted = parseDecimal(expected);
  if (wanted === undefined) return false;
  if (equal(wanted, actual)) return true;
  if (endingDecimalText(actual) !== undefined) return false;
  const difference = wanted.n * actual.d - actual.n * wanted.d; // Both sides times both denominators.
  return 10n ** 15n * magnitude(difference) <= magnitude(actual.n) * wanted.d;
}

/** 20 significant digits, half even, of a quotient of long integers whose decimal does not end. */
function longDecimalText(value: Exact): string {
  if (!isLong(value)) return twentyDigits(value);
  // What stands for all between two bounds stands for the value: rounding never turns two numbers around.
  const [least, most] = shortBounds(value).map(twentyDigits);
  return least !== undefined && least === most ? least : twentyDigits(value);
}

function twentyDigits({ n, d }: Exact): string {
  const dividend = magnitude(n);
  // Places behind the point (before it, where negative): from the lengths in hexadecimal, then put right by one or two.
  let places = 20 - Math.round((dividend.toString(16).length - d.toString(16).length) * Math.log10(16));
  const scaled = (): Exact =>
    places < 0 ? { n: dividend, d: d * powerOfTen(-places) } : { n: dividend * powerOfTen(places), d };
  while (compare(scaled(), { n: powerOfTen(20), d: 1n }) >= 0) places -= 1;
  while (compare(scaled(), { n: powerOfTen(19), d: 1n }) < 0) places += 1;
  // A value whose decimal ends is formatted elsewhere.
  const rounded = roundTo(scaled(), one, "half even").n;
  const text = rounded.toString().padStart(places + 1, "0");
  if (places <= 0) return `${n < 0n ? "-" : ""}${text}${"0".repeat(-places)}`;
  const point = text.length - places;
  return `${n < 0n ? "-" : ""}${text.slice(0, point)}.${text.slice(point)}`.replace(/\.?0+$/, "");
}

const unlimitedText = "unlimited";
/** Division in decimal.js rounds once, correctly, to this precision; operands are taken at full length. */
const Printed = Decimal.clone({ precision: 20, rounding: Decimal.ROUND_HALF_EVEN });
const longestEnding = 10n ** 34n;

/** The exact decimal, or undefined where it has more than 34 significant digits or none that is last. */
function endingDecimalText({ n, d }: Exact): string | undefined {
  // In lowest terms and with places behind the point, the decimal has at least the digits of the numerator.
  if (d !== 1n && magnitude(n) >= longestEnding) return undefined;
  const [afterTwos, twos] = withoutFactor(d, 2n);
  const [afterFives, fives] = withoutFactor(afterTwos, 5n);
  if (afterFives !== 1n) return undefined;
  const places = Math.max(twos, fives);
  const digits = (magnitude(n) * powerOfTen(places)) / d;
  // Zeros at the end of a whole number are not significant; behind the point there are none, as d is in lowest terms.
  if (digits >= longestEnding && (places > 0 || withoutFactor(digits, 10n)[0] >= longestEnding)) return undefined;
  const text = digits.toString().padStart(places + 1, "0");
  const point = text.length - places;
  return `${n < 0n ? "-" : ""}${text.slice(0, point)}${places === 0 ? "" : `.${text.slice(point)}`}`;
}

/** Whether its decimal ends, within 34 significant digits: then `toDecimalText` gives all of it. */
export function hasEnd(value: Exact): boolean {
  return endingDecimalText(value) !== undefined;
}

/** A positive number without its factors `factor`, and how many there were; in steps that double, so that it stays fast. */
function withoutFactor(value: bigint, factor: bigint): readonly [rest: bigint, count: number] {
  if (value % factor !== 0n) return [value, 0];
  const [rest, squares] = withoutFactor(value / factor, factor * factor);
  return rest % factor === 0n ? [rest / factor, 2 * squares + 2] : [rest, 2 * squares + 1];
}

const powersOfTen = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent));

function powerOfTen(exponent: number): bigint {
  return powersOfTen[exponent] ?? 10n ** BigInt(exponent);
}

/** Two quotients of short integers between which a quotient of long ones lies: by the leading bits of both. */
function shortBounds({ n, d }: Exact): readonly [least: Exact, most: Exact] {
  let [above, below] = [n, d];
  while (isLong({ n: above, d: below })) {
    const shift = BigInt(Math.min(bitsIn(above), bitsIn(below)) - keptBits);
    above >>= shift;
    below >>= shift;
  }
  // A shift rounds down, below zero as well.
  const [lower, upper] = n < 0n ? [below, below + 1n] : [below + 1n, below];
  return [
    { n: above, d: lower },
    { n: above + 1n, d: upper },
  ];
}

const keptBits = 256;

/** Whether both integers of a quotient are long. */
function isLong({ n, d }: Exact): boolean {
  return d > long && (n > long || n < -long);
}

const maximumBits = 2 ** 17;
/** Decimal digits that a numerator or a denominator may have. */
export const mostDigits: number = Math.floor(maximumBits * Math.log10(2));
const maximum = 1n << BigInt(maximumBits);
const minimum = -maximum;

/** Each sum and product of figures beyond this takes long enough to be counted. */
const long = 1n << 1_024n;
let work = 0;

/**
 * How much work long figures have taken so far, about a word of 64 bits at a time: what it has grown by is what a run has
 * taken. Nothing else comes of it, so that functions here are as good as pure.
 */
export function digitWork(): number {
  return work;
}

/** The bits of a long integer, or up to a fifth fewer; 1,024 of a short one. To write it in another base takes far longer. */
function bitsIn(n: bigint): number {
  const size = magnitude(n);
  return (
    lengths[
      Math.max(
        0,
        powersAt.findLastIndex((power) => size >= power),
      )
    ] ?? 0
  );
}

/** From the length of `long` up to the longest that there is, each a fifth more than the one before it. */
const lengths = Array.from({ length: 29 }, (_, index) => Math.round(2 ** (10 + index / 4)));
const powersAt = lengths.map((bits) => 1n << BigInt(bits - 1));

function wordsIn(n: bigint): number {
  return bitsIn(n) / 64;
}

/** What a sum, a product or a quotient of long figures takes at most, of which an integer of this length comes. */
function workOn(n: bigint): number {
  const words = wordsIn(n);
  return words + words ** 2 / 200;
}

// Comparing big integers of different length looks at their lengths only, so these checks cost next to nothing.

function whole(n: bigint): Exact | undefined {
  if (n > long || n < -long) work += workOn(n);
  return n < maximum && n > minimum ? { n, d: 1n } : undefined;
}

function withinDigits(n: bigint, d: bigint): Exact | undefined {
  if (n > long || n < -long || d > long) work += workOn(n) + workOn(d);
  return n < maximum && n > minimum && d < maximum ? { n, d } : undefined;
}

// Both quotients come in lowest terms, so only what can still cancel is looked for: between one's numerator and the other's
// denominator in a product, with the common part of the denominators in a sum (Knuth, The Art of Computer Programming,
// 4.5.1). That keeps the numbers small, and it is what keeps ten years of daily compounding from taking minutes.

/** Denominators positive and different. */
function sumOf(an: bigint, ad: bigint, bn: bigint, bd: bigint): Exact | undefined {
  const common = ad === 1n || bd === 1n ? 1n : greatestCommonDivisor(ad, bd);
  if (common === 1n) return withinDigits(an * bd + bn * ad, ad * bd);
  const others = ad / common;
  const n = an * (bd / common) + bn * others;
  const divisor = greatestCommonDivisor(n, common);
  return divisor === 1n ? withinDigits(n, others * bd) : withinDigits(n / divisor, others * (bd / divisor));
}

/** Denominators positive. */
function productOf(an: bigint, ad: bigint, bn: bigint, bd: bigint): Exact | undefined {
  const first = bd === 1n ? 1n : greatestCommonDivisor(an, bd);
  const second = ad === 1n ? 1n : greatestCommonDivisor(bn, ad);
  if (first === 1n && second === 1n) return withinDigits(an * bn, ad * bd);
  return withinDigits((an / first) * (bn / second), (ad / second) * (bd / first));
}

function reducedInRoom(n: bigint, d: bigint): Exact | undefined {
  return withinDigits(n, d) && reduced(n, d);
}

/** Denominator positive. */
function reduced(n: bigint, d: bigint): Exact {
  if (d === 1n) return { n, d };
  const divisor = greatestCommonDivisor(n, d);
  return divisor === 1n ? { n, d } : { n: n / divisor, d: d / divisor };
}

const largestSmall = BigInt(Number.MAX_SAFE_INTEGER);
const largestInt32 = 2 ** 31 - 1;

/** What a round of division takes of integers that no number holds exactly. */
const workOfRound = 2;

/** The second number is positive. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let larger = magnitude(a);
  let smaller = b;
  if (larger > long && smaller > long) return longDivisor(larger, smaller);
  while (larger > largestSmall || smaller > largestSmall) {
    if (smaller === 0n) return larger;
    const rest = larger % smaller;
    larger = smaller;
    smaller = rest;
    work += workOfRound;
  }
  // Remainders of numbers are several times faster than those of big integers and exact up to 2^53; those of 32-bit
  // integers, which `| 0` asks for, are faster again.
  let x = Number(larger);
  let y = Number(smaller);
  while (x > largestInt32 || y > largestInt32) {
    if (y === 0) return BigInt(x);
    const rest = x % y;
    x = y;
    y = rest;
  }
  return BigInt(divisorOfInt32(x | 0, y | 0));
}

/**
 * The same for two long ones, with its work counted. Denominators that grow from day to day are mostly made of the few
 * primes of decimals and of the days in a year, and each goes on from the one of the day before.
 */
function longDivisor(a: bigint, b: bigint): bigint {
  work += 8 * (wordsIn(a) + wordsIn(b));
  const [larger, smaller] = a > b ? [a, b] : [b, a];
  if (larger % smaller === 0n) return smaller;
  const common = commonOfCalendar(a, b);
  const rest = withoutCalendar(b);
  return rest === 1n ? common : common * divisorInRounds(withoutCalendar(a), rest);
}

/** Of decimals, of 360, 365 and 366 days, and of weeks and months. */
const calendarPrimes = [2n, 5n, 73n, 3n, 61n, 7n, 11n, 13n];
const calendarProduct = calendarPrimes.reduce((product, prime) => product * prime);

function commonOfCalendar(a: bigint, b: bigint): bigint {
  const [restA, restB] = [a % calendarProduct, b % calendarProduct];
  const shared = calendarPrimes.filter((prime) => restA % prime === 0n && restB % prime === 0n);
  return shared.reduce((common, prime) => common * commonPower(a, b, prime), 1n);
}

/** The highest power of a factor by which both divide; in steps that double. */
function commonPower(a: bigint, b: bigint, factor: bigint): bigint {
  if (a % factor !== 0n || b % factor !== 0n) return 1n;
  const common = factor * commonPower(a / factor, b / factor, factor * factor);
  return (a / common) % factor === 0n && (b / common) % factor === 0n ? common * factor : common;
}

function withoutCalendar(value: bigint): bigint {
  if (ofCalendar.includes(value)) return 1n;
  const [latest = 1n] = ofCalendar;
  const unknown = value % latest === 0n ? value / latest : value;
  const rest = calendarPrimes.reduce((left, prime) => withoutFactor(left, prime)[0], unknown);
  if (rest === 1n) ofCalendar.splice(0, ofCalendar.length, value, ...ofCalendar.slice(0, 7));
  return rest;
}

/** The last few that were found to be made of those primes alone: it saves time, and nothing else depends on it. */
const ofCalendar: bigint[] = [];

function divisorInRounds(a: bigint, b: bigint): bigint {
  let [larger, smaller] = a > b ? [a, b] : [b, a];
  let rounds = 0;
  while (smaller > long) {
    [larger, smaller] = [smaller, larger % smaller];
    rounds += 1;
  }
  // Remainders shrink evenly, so that half the length stands for all.
  work += (rounds * wordsIn(a)) / 2;
  return smaller === 0n ? larger : greatestCommonDivisor(larger, smaller);
}

function divisorOfInt32(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) {
    const rest = (x % y) | 0;
    x = y;
    y = rest;
  }
  return x;
}

function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** How many bits the longer of the two has beyond its first, or somewhat less; at least 1. */
function leastBits({ n, d }: Exact): number {
  const digits = Math.max(magnitude(n).toString(16).length, d.toString(16).length);
  return Math.max(1, 4 * (digits - 1));
}
