import type { Rational } from "./rational.ts";
import { compared, greatest, isLess, less, over, rational, times, zero } from "./rational.ts";

/** Answers that don't end within 34 digits are given to 20, so they are compared to one part in 10^15. */
export function isSameFigure(written: string, expected: Rational): boolean {
  // Something over zero is no figure.
  if (expected.below === 0n) return false;
  const given = rational(written);
  if (compared(given, expected) === 0) return true;
  const distance = less(given, expected);
  const size = greatest(expected, less(zero, expected));
  return !endsWithin34(expected) && isLess(greatest(distance, less(zero, distance)), times(size, tolerance));
}

const tolerance = over(rational(1), rational(10n ** 15n));
/** Digits count from the first that is not zero, on either side of the point. */
function endsWithin34({ above, below }: Rational): boolean {
  const places = 34;
  if (10n ** BigInt(places) % below !== 0n) return false;
  const digits = ((above * 10n ** BigInt(places)) / below).toString().replace(/^-/, "").replace(/0+$/, "");
  return digits.length <= places;
}

/** For a reader: the decimal, to 12 places. */
export function written(value: Rational): string {
  if (value.below === 0n) return "over zero";
  const scaled = (value.above * 10n ** 12n) / value.below;
  return (Number(scaled) / 1e12).toString();
}
