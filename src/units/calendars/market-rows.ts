/** The rows of a market file by day. */
import type { PlainDate } from "../plain-date.ts";

export interface MarketRows {
  /** The days with a row, each a `PlainDate`, rising. */
  readonly days: ArrayLike<number>;
  /** The last day of which it is known whether it has a row, where that is later than the last row. */
  readonly knownThrough?: PlainDate;
}

/** The last day of which it is known whether it has a row; before all days where there are no rows. */
export function rowsReachTo({ days, knownThrough }: MarketRows): number {
  const last = days[days.length - 1];
  return last === undefined ? -Infinity : (knownThrough ?? last);
}
