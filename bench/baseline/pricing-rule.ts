import { Decimal } from "decimal.js";

/** Quotients do not end; forty digits keep a comparison at one part in 10^15 far from the rounding. */
export const Figure: typeof Decimal = Decimal.clone({ precision: 40 });

/** Prices as the market file has them, one row a trading day, in order. */
export interface Prices {
  readonly days: readonly number[];
  readonly low: readonly string[];
}

/** How many rows come before a day. */
export function rowsBefore({ days }: Prices, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The lesser of half the average of the lowest three of the twenty lows before the day, and the fixed price. */
export function conversionPrice(prices: Prices, day: number, fixedPrice: Decimal): Decimal {
  const end = rowsBefore(prices, day);
  const window = prices.low.slice(end - 20, end).map((text) => new Figure(text));
  const lowest = window.sort((a, b) => a.comparedTo(b)).slice(0, 3);
  const average = lowest.reduce((sum, price) => sum.plus(price)).div(3);
  return Figure.min(average.times("0.5"), fixedPrice);
}
