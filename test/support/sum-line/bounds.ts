/** Figures as a line shows them: exact, or cut behind "…" and so anywhere up to the next digit. */
import type { Fraction } from "../recomputation/fraction.ts";
import { minus, none, order, over, plus, rounded, times } from "../recomputation/fraction.ts";

export interface Bounds {
  readonly low: Fraction;
  readonly high: Fraction;
}

/** Reads `1,234.5…` without its unit; of a percent, its hundredth. */
export function readFigure(text: string): Bounds {
  const [, sign = "", whole = "", fraction = "", cut = "", percent = ""] =
    /^(-?)(?:[A-Z]{0,2}[$€£¥]|[A-Z]{3} )?([\d,]+)(?:\.(\d+))?(…?)(%?)$/.exec(text) ?? [];
  if (whole === "") throw new Error(`${text} is no figure`);
  const d = 10n ** BigInt(fraction.length) * (percent === "" ? 1n : 100n);
  const n = BigInt(whole.replaceAll(",", "") + fraction);
  // Of a number that is cut before its point, twenty digits are right, the last of them rounded.
  const digits = BigInt(Math.max(0, whole.replaceAll(",", "").length - 20));
  const [below, above] = cut === "" ? [0n, 0n] : fraction === "" ? [10n ** digits, 10n ** digits] : [0n, 1n];
  const [least, most] = [fractionOf(n - below, d), fractionOf(n + above, d)];
  return sign === "" ? { low: least, high: most } : { low: negative(most), high: negative(least) };
}

export function fractionOf(n: bigint, d: bigint): Fraction {
  return d === 0n ? { n: 1n, d: 0n } : (over({ n, d: 1n }, { n: d, d: 1n }) ?? none);
}

export function exactly(value: Fraction): Bounds {
  return { low: value, high: value };
}

export const unlimited: Bounds = exactly({ n: 1n, d: 0n });

export function negative({ n, d }: Fraction): Fraction {
  return { n: -n, d };
}

type Operation = (a: Fraction, b: Fraction) => Fraction | undefined;
const operations: Readonly<Record<string, Operation>> = { "+": plus, "–": minus, "×": times, "÷": over };

/** Every result that figures within the bounds may have: it is greatest and least at their ends. */
export function worked(a: Bounds, sign: string, b: Bounds): Bounds {
  const operation = operations[sign];
  const ends = [a.low, a.high].flatMap((one) => [b.low, b.high].map((other) => operation?.(one, other)));
  const known = ends.filter((it) => it !== undefined);
  if (known.length === 0) throw new Error(`there is no result of ${sign}`);
  return { low: least(known), high: greatest(known) };
}

export function leastOf(all: readonly Bounds[]): Bounds {
  return { low: least(all.map(({ low }) => low)), high: least(all.map(({ high }) => high)) };
}

export function greatestOf(all: readonly Bounds[]): Bounds {
  return { low: greatest(all.map(({ low }) => low)), high: greatest(all.map(({ high }) => high)) };
}

export function roundedTo({ low, high }: Bounds, step: Bounds, mode: string): Bounds {
  return { low: rounded(low, step.low, mode), high: rounded(high, step.low, mode) };
}

export function meet(a: Bounds, b: Bounds): boolean {
  return order(a.low, b.high) <= 0 && order(b.low, a.high) <= 0;
}

function least(values: readonly Fraction[]): Fraction {
  return values.reduce((one, other) => (order(other, one) < 0 ? other : one));
}

function greatest(values: readonly Fraction[]): Fraction {
  return values.reduce((one, other) => (order(other, one) > 0 ? other : one));
}
