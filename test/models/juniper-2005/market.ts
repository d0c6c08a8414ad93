import type { Day, Holidays } from "./days.ts";
import { dayOf } from "./days.ts";
import type { Fraction } from "./fraction.ts";
import { fraction, Unanswerable } from "./fraction.ts";

export type PriceKind = "high" | "low" | "close" | "vwap";
export type Row = Readonly<Record<PriceKind, Fraction>> & { readonly day: Day };

/** The Trading Days with their prices as they traded, in order. */
export interface Market {
  readonly rows: readonly Row[];
  /** The number of Trading Days strictly before a day; unknown beyond the file. */
  before(day: Day): number;
}

export function readMarket(text: string): Market {
  const rows = linesOf(text).map(([date = "", , high = "", low = "", close = "", vwap = ""]) => ({
    day: dayOf(date),
    high: fraction(high),
    low: fraction(low),
    close: fraction(close),
    vwap: fraction(vwap),
  }));
  const first = (rows[0] as Row).day;
  const last = (rows.at(-1) as Row).day;
  const counts: number[] = [];
  for (let day = first, count = 0; day <= last + 1; day++) {
    counts.push(count);
    if (rows[count]?.day === day) count++;
  }
  return {
    rows,
    before(day) {
      const count = counts[day - first];
      if (count === undefined) throw new Unanswerable("missing data");
      return count;
    },
  };
}

export const readHolidays = (text: string): Holidays => new Set(linesOf(text).map(([date = ""]) => dayOf(date)));

/** The count-th Trading Day strictly before a day. */
export function tradingDayBefore(market: Market, count: number, day: Day): Row {
  const row = market.rows[market.before(day) - count];
  if (row === undefined) throw new Unanswerable("missing data");
  return row;
}

/** The count-th Trading Day strictly after a day. */
export function tradingDayAfter(market: Market, count: number, day: Day): Day {
  const row = market.rows[market.before(day + 1) + count - 1];
  if (row === undefined) throw new Unanswerable("missing data");
  return row.day;
}

/** The Trading Days from one day to another, both included; the file must reach over all of them. */
export function tradingDaysIn(market: Market, from: Day, to: Day): readonly Row[] {
  return from > to ? [] : market.rows.slice(market.before(from), market.before(to + 1));
}

const linesOf = (text: string): string[][] =>
  text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(","));
