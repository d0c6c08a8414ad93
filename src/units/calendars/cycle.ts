import type { PlainDate } from "../plain-date.ts";
import { addDays, addMonths, dateOf, lastOfMonth, monthsBetween, yearOf } from "../plain-date.ts";

/** Dates that come again and again: so many days or months apart, each counted from the anchor, or on days of every year. */
export type Cycle =
  | { readonly kind: "Interval"; readonly every: number; readonly unit: "day" | "month"; readonly anchor: PlainDate }
  | { readonly kind: "DaysOfYear"; readonly days: readonly { readonly month: number; readonly day: number }[] };

/** Its dates from one day to another, both included, rising. Month ends are kept where the anchor is one. */
export function datesOf(cycle: Cycle, first: PlainDate, last: PlainDate, keepsMonthEnds: boolean): PlainDate[] {
  if (last < first) return [];
  return cycle.kind === "DaysOfYear"
    ? daysOfYears(cycle.days, first, last)
    : intervals(cycle, first, last, keepsMonthEnds);
}

type Interval = Extract<Cycle, { readonly kind: "Interval" }>;

function intervals({ every, unit, anchor }: Interval, first: PlainDate, last: PlainDate, keepsMonthEnds: boolean) {
  const isKept = keepsMonthEnds && anchor === lastOfMonth(anchor);
  const nth = (k: number): PlainDate | undefined => {
    if (unit === "day") return addDays(anchor, k * every);
    const date = addMonths(anchor, k * every);
    return isKept && date !== undefined ? lastOfMonth(date) : date;
  };
  const away = unit === "day" ? first - anchor : monthsBetween(anchor, first);
  const found: PlainDate[] = [];
  // One before the nearest, as a short month moves a date by some days.
  for (let k = Math.floor(away / every) - 1; ; k += 1) {
    const date = nth(k);
    if (date !== undefined && date > last) break;
    if (date === undefined && k * every > away) break;
    if (date !== undefined && date >= first) found.push(date);
  }
  return found;
}

/** 29 February is the last day of the month in other years. */
function daysOfYears(days: Extract<Cycle, { kind: "DaysOfYear" }>["days"], first: PlainDate, last: PlainDate) {
  const found = new Set<PlainDate>();
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    for (const { month, day } of days) {
      const date = dateOf(year, month, day) ?? dateOf(year, month, day - 1);
      if (date !== undefined && date >= first && date <= last) found.add(date);
    }
  }
  return [...found].toSorted((a, b) => a - b);
}
