import type { Fraction } from "./fraction.ts";

/** As answers are printed: exact where the decimal ends within 34 digits, else to 20 significant digits, half even. */
export function decimalText({ top, bottom }: Fraction): string {
  if (top < 0n) return `-${positiveText(-top, bottom)}`;
  return positiveText(top, bottom);
}

function positiveText(top: bigint, bottom: bigint): string {
  const decimals = decimalsOf(bottom);
  if (decimals !== undefined) {
    const digits = (top * 10n ** BigInt(decimals)) / bottom;
    if (digits.toString().length <= 34) return withPoint(digits, decimals);
  }
  return roundedText(top, bottom);
}

/** How many decimals a quotient with this denominator needs; undefined where it does not end. */
function decimalsOf(bottom: bigint): number | undefined {
  let [rest, twos, fives] = [bottom, 0, 0];
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function roundedText(top: bigint, bottom: bigint): string {
  let decimals = 20 + bottom.toString().length - top.toString().length;
  if (halfEven(top, bottom, decimals).toString().length > 20) decimals--;
  const digits = halfEven(top, bottom, decimals);
  return decimals >= 0 ? withPoint(digits, decimals) : (digits * 10n ** BigInt(-decimals)).toString();
}

function halfEven(top: bigint, bottom: bigint, decimals: number): bigint {
  const [over, under] =
    decimals >= 0 ? [top * 10n ** BigInt(decimals), bottom] : [top, bottom * 10n ** BigInt(-decimals)];
  const [down, twice] = [over / under, (over % under) * 2n];
  return twice > under || (twice === under && down % 2n === 1n) ? down + 1n : down;
}

function withPoint(digits: bigint, decimals: number): string {
  const text = digits.toString().padStart(decimals + 1, "0");
  const point = text.length - decimals;
  const tail = text.slice(point).replace(/0+$/, "");
  return tail === "" ? text.slice(0, point) : `${text.slice(0, point)}.${tail}`;
}
