import type { PlainDate } from "./plain-date.ts";
import { lastOfMonth, lastOfQuarter, lastOfYear, nextDay } from "./plain-date.ts";

/** The lengths of calendar periods. */
export const periodLengths = ["month", "quarter", "year"] as const;

export type PeriodLength = (typeof periodLengths)[number];

const lastDayOf: { readonly [P in PeriodLength]: (day: PlainDate) => PlainDate } = {
  month: lastOfMonth,
  quarter: lastOfQuarter,
  year: lastOfYear,
};

/** The last calendar day of each period from `from` through `through`, and `through` itself; empty where that is earlier. */
export function periodEnds(from: PlainDate, through: PlainDate, every: PeriodLength): PlainDate[] {
  if (through < from) return [];
  const ends: PlainDate[] = [];
  for (let end = lastDayOf[every](from); end < through; end = lastDayOf[every](nextDay(end))) ends.push(end);
  return [...ends, through];
}
