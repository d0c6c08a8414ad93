/**
 * The internal rate of return by dates: the yearly rate at which what is paid out and what comes back are worth the same.
 *
 * An amount on day d counts as amount ÷ (1 + rate)^(days since the first ÷ 365). The rate is found to 0.01 %, rounded half
 * up, by bisection over whole hundredths of a percent; the sums are decimals of 40 digits, so the result is the same everywhere.
 */
import { Decimal } from "decimal.js";
import type { Exact } from "./exact.ts";
import { exact, sign } from "./exact.ts";
import type { PlainDate } from "./plain-date.ts";
import { daysBetween } from "./plain-date.ts";

/** Dollars on a day: below zero what the holder pays, above zero what comes back. */
export interface CashFlow {
  readonly on: PlainDate;
  readonly amount: Exact;
}

/** A rate as a fraction, such as 0.0825; or why there is none. */
export type RateOfReturn =
  | { readonly ok: true; readonly rate: Exact }
  | { readonly ok: false; readonly because: string };

const Precise = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN });

/** In hundredths of a percent: from the loss of nearly all to a hundred million percent. */
const [lowest, highest] = [-9_999, 10_000_000_000];

export function internalRate(flows: readonly CashFlow[]): RateOfReturn {
  const moved = flows.filter(({ amount }) => sign(amount) !== 0).toSorted((a, b) => a.on - b.on);
  const because = whyNone(moved);
  if (because !== undefined) return { ok: false, because };
  const sums = moved.map(sumOf(moved[0]?.on));
  if (worthAt(lowest, sums) < 0) return { ok: false, because: "the loss is more than 99.99% a year" };
  if (worthAt(highest, sums) >= 0) {
    return { ok: false, because: "the return is beyond any rate that says something" };
  }
  // The sum falls as the rate rises, because all that is paid out comes before all that comes back.
  let [low, high] = [lowest, highest];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (worthAt(middle - 0.5, sums) >= 0) low = middle;
    else high = middle;
  }
  return { ok: true, rate: exact(low, 10_000) };
}

function whyNone(flows: readonly CashFlow[]): string | undefined {
  const signs = flows.map(({ amount }) => sign(amount));
  if (!signs.includes(-1)) return "the holder paid nothing";
  if (!signs.includes(1)) return "nothing came back";
  const first = signs.indexOf(1);
  if (first === 0 || signs.slice(first).includes(-1))
    return "more than one rate may fit: money goes out after some came back";
  if (flows[0]?.on === flows.at(-1)?.on) return "all of it is on one day";
  return undefined;
}

interface Sum {
  readonly dollars: Decimal;
  readonly days: number;
}

const sumOf =
  (first: PlainDate | undefined) =>
  ({ on, amount }: CashFlow): Sum => ({
    dollars: new Precise(String(amount.n)).div(String(amount.d)),
    days: first === undefined ? 0 : daysBetween(first, on),
  });

/** The sign of what all sums are worth on the first day at a rate, in hundredths of a percent. */
function worthAt(hundredths: number, sums: readonly Sum[]): number {
  const yearly = new Precise(hundredths).div(10_000).plus(1);
  const daily = yearly.pow(new Precise(1).div(365));
  const worth = sums.reduce((sum, { dollars, days }) => {
    // Whole years are exact, so that a rate in the middle of a step is found to be there.
    const grown = yearly.pow(Math.floor(days / 365)).times(daily.pow(days % 365));
    return sum.plus(dollars.div(grown));
  }, new Precise(0));
  return worth.comparedTo(0);
}
